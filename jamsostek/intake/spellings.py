"""Spellings of kelurahan that a person has confirmed: kept in the data folder and used by every later import."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from jamsostek import settings
from jamsostek.intake import memory
from jamsostek.intake.errors import IntakeError
from jamsostek.intake.texts import key, tidy


@dataclass(frozen=True)
class Terkonfirmasi:
    """One confirmed spelling: what was written, which kelurahan it means, who said so and when (UTC, ISO)."""

    ejaan: str
    kode_kelurahan: str
    oleh: str
    pada: str


def path() -> Path:
    """The file of confirmed spellings."""
    return settings.data_dir() / "ejaan.json"


def remembered() -> list[Terkonfirmasi]:
    """All confirmed spellings in the order in which they came. Raises IntakeError when the file is damaged."""
    try:
        return [Terkonfirmasi(**entry) for entry in memory.read(path())]
    except TypeError as error:
        raise IntakeError(f"Berkas {path().name} rusak; pindahkan atau perbaiki berkas itu.") from error


def remember(chosen: dict[str, str], oleh: str) -> None:
    """Add spellings (text -> code). A spelling said again replaces what was said before.

    Raises IntakeError for a text that cannot be the name of a place, so that no person's data gets in this way.
    """
    for text in chosen:
        if not 2 <= len(key(text)) <= 40 or any(c.isdigit() for c in text):
            raise IntakeError("Ejaan kelurahan hanya boleh berisi 2 sampai 40 huruf, tanpa angka.")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    fresh = [asdict(Terkonfirmasi(tidy(text), code, oleh, now)) for text, code in chosen.items()]
    keys = {key(text) for text in chosen}
    memory.change(path(), lambda old: [entry for entry in old if key(entry["ejaan"]) not in keys] + fresh)


def forget(ejaan: str) -> None:
    """Take a confirmed spelling back; batches that are in keep what they hold."""
    memory.change(path(), lambda old: [entry for entry in old if key(entry["ejaan"]) != key(ejaan)])
