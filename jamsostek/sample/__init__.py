"""The example data set: synthetic persons, calibrated to published figures, sent through the intake of real files."""

from collections.abc import Callable
from pathlib import Path

from jamsostek import settings

SEED = 5371
OLEH = "contoh"


def generate(
    data_dir: Path | None = None, *, seed: int = SEED, progress: Callable[[float, str], None] | None = None
) -> None:
    """Fill `<data_dir>/batches` (default: the data folder) with example batches; nothing is built.

    The same seed gives the same files in the same order. `progress` gets a share (0..1) and an Indonesian message.
    Raises IntakeError, for instance when the same example is already there.
    """
    # Imported late: whoever only serves screens does not need the generator.
    from jamsostek.sample import berkas, kirim

    report = progress or (lambda _share, _message: None)
    report(0.0, "Menyusun penduduk contoh (sintetis)")
    kirim.send(berkas.files(seed), (data_dir or settings.data_dir()) / "batches", OLEH, report)
