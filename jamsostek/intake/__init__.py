"""Messy spreadsheet in, checked and pseudonymised immutable batch out.

`recognise` says what a file probably is, `check_content` looks and writes nothing, `prepare` writes what was checked
aside, `publish` makes batches of it; `commit` and `import_file` do several of these in one.
"""

from jamsostek.intake.batches import (
    BASIS_WILAYAH,
    Titipan,
    commit,
    discard,
    import_file,
    numbered,
    prepare,
    publish,
    refuse_unfit,
)
from jamsostek.intake.checking import Checked, Tata, check_content, check_file
from jamsostek.intake.errors import BerkasGanda, IntakeError, SemuaDitolak
from jamsostek.intake.kinds import CONTRACTS
from jamsostek.intake.manifest import Manifest, Peristiwa, history, list_batches
from jamsostek.intake.recognise import Kenalan, guess, recognise
from jamsostek.intake.sheet import Finding, Rejection
from jamsostek.intake.undo import restore, withdraw

__all__ = [
    "BASIS_WILAYAH",
    "CONTRACTS",
    "BerkasGanda",
    "Checked",
    "Finding",
    "IntakeError",
    "Kenalan",
    "Manifest",
    "Peristiwa",
    "Rejection",
    "SemuaDitolak",
    "Tata",
    "Titipan",
    "check_content",
    "check_file",
    "commit",
    "discard",
    "guess",
    "history",
    "import_file",
    "list_batches",
    "numbered",
    "prepare",
    "publish",
    "recognise",
    "refuse_unfit",
    "restore",
    "withdraw",
]
