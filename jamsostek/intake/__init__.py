"""Messy spreadsheet in, checked and pseudonymised immutable batch out.

`check_file` looks and writes nothing, `commit` writes what was checked, `import_file` does both.
"""

from jamsostek.intake.batches import BASIS_WILAYAH, commit, import_file, withdraw
from jamsostek.intake.checking import Checked, check_file
from jamsostek.intake.errors import BerkasGanda, IntakeError
from jamsostek.intake.kinds import CONTRACTS
from jamsostek.intake.manifest import Manifest, list_batches
from jamsostek.intake.sheet import Finding, Rejection

__all__ = [
    "BASIS_WILAYAH",
    "CONTRACTS",
    "BerkasGanda",
    "Checked",
    "Finding",
    "IntakeError",
    "Manifest",
    "Rejection",
    "check_file",
    "commit",
    "import_file",
    "list_batches",
    "withdraw",
]
