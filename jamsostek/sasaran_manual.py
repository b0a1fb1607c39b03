"""Monthly targets of kelurahan that a person set by hand: kept in the data folder, with who set them and when."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from jamsostek import settings
from jamsostek.intake import memory
from jamsostek.intake.errors import IntakeError

TERBESAR = 100_000


@dataclass(frozen=True)
class Manual:
    """Persons a month for one kelurahan on the way to one target; who said so and when (UTC, ISO)."""

    sasaran: str
    kode_kelurahan: str
    jumlah: int
    oleh: str
    pada: str


def path() -> Path:
    """The file of the targets set by hand."""
    return settings.data_dir() / "sasaran_manual.json"


def untuk(sasaran: str) -> dict[str, Manual]:
    """Code of the kelurahan to what was set for it on the way to the target. IntakeError when the file is damaged."""
    try:
        entries = [Manual(**entry) for entry in memory.read(path())]
    except TypeError as error:
        raise IntakeError(f"Berkas {path().name} rusak; pindahkan atau perbaiki berkas itu.") from error
    return {one.kode_kelurahan: one for one in entries if one.sasaran == sasaran}


def simpan(sasaran: str, jumlah: Mapping[str, int | None], oleh: str) -> None:
    """Set the persons a month of some kelurahan; None takes one back, so that the computed number counts again.

    Raises IntakeError without a name, or for a number outside 0 to 100,000.
    """
    if not oleh.strip():
        raise IntakeError("Isi nama Anda untuk menyimpan.")
    if any(n is not None and not 0 <= n <= TERBESAR for n in jumlah.values()):
        raise IntakeError("Sasaran per bulan harus bilangan bulat dari 0 sampai 100.000.")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    fresh = [asdict(Manual(sasaran, k, n, oleh.strip(), now)) for k, n in jumlah.items() if n is not None]
    gone = {(sasaran, kode) for kode in jumlah}
    memory.change(
        path(), lambda old: [e for e in old if (e.get("sasaran"), e.get("kode_kelurahan")) not in gone] + fresh
    )


def lupakan(sasaran: str) -> None:
    """Take back everything set by hand for the target."""
    memory.change(path(), lambda old: [entry for entry in old if entry.get("sasaran") != sasaran])
