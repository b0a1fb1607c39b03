"""Notes that staff pin to a month of the trend: kept in the data folder, plain text, never about a person."""

import unicodedata
import uuid
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from jamsostek import formats, settings
from jamsostek.intake import IntakeError, memory
from jamsostek.intake.texts import looks_like_nik, tidy
from jamsostek.kota import bulan as bulan_dari
from jamsostek.peristiwa import di_dalam

PANJANG_TEKS = 140
PANJANG_NAMA = 60
PALING_BANYAK = 500
"""So many notes are kept: the file is read whole at every view of the trend."""


class CatatanDitolak(IntakeError):
    """The note cannot be kept; the Indonesian message says why."""


@dataclass(frozen=True)
class Catatan:
    """One note: the month and place (code) it is about, its text, who wrote it and when (UTC, ISO).

    `sampai` is the last day on which it is shown (ISO), empty for always.
    """

    id: str
    bulan: str
    wilayah: str
    teks: str
    oleh: str
    pada: str
    sampai: str = ""

    @property
    def hari_bulan(self) -> date:
        """The first day of the month it is about."""
        return bulan_dari(self.bulan)


def path() -> Path:
    """The file of the notes."""
    return settings.data_dir() / "catatan.json"


def semua() -> list[Catatan]:
    """All notes by month, then in the order in which they came. Raises IntakeError when the file is damaged."""
    return sorted(map(_read, memory.read(path())), key=lambda note: note.bulan)


def untuk(kode: str, hari: date) -> list[Catatan]:
    """The notes of a place and its parts that are shown on a day."""
    return [note for note in semua() if di_dalam(note.wilayah, kode) and (note.sampai or "9") >= hari.isoformat()]


def tambah(*, bulan: date, wilayah: str, teks: str, oleh: str, sampai: date | None = None) -> Catatan:
    """Keep a new note. Raises CatatanDitolak for a text that may not be kept, IntakeError when it cannot be saved."""
    note = Catatan(
        uuid.uuid4().hex, formats.bulan_url(bulan), wilayah, _text(teks, PANJANG_TEKS, "Isi catatan"),
        _text(oleh, PANJANG_NAMA, "Nama penulis"), datetime.now(UTC).isoformat(timespec="seconds"),
        sampai.isoformat() if sampai else "",
    )  # fmt: skip
    _put(note, new=True)
    return note


def ubah(lama: Catatan, *, teks: str, oleh: str) -> Catatan:
    """The same note with another text, by whoever changed it. Raises as `tambah`."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    note = replace(
        lama, teks=_text(teks, PANJANG_TEKS, "Isi catatan"), oleh=_text(oleh, PANJANG_NAMA, "Nama penulis"), pada=now
    )
    _put(note, new=False)
    return note


def hapus(id_: str) -> None:
    """Take a note away; `kembalikan` with it undoes this."""
    memory.change(path(), lambda old: [entry for entry in old if entry.get("id") != id_])


def kembalikan(note: Catatan) -> None:
    """Undo a change or a removal: the note is again as it was."""
    memory.change(path(), lambda old: [*(entry for entry in old if entry.get("id") != note.id), asdict(note)])


def _put(note: Catatan, *, new: bool) -> None:
    def changed(old: memory.Entries) -> memory.Entries:
        there = any(entry.get("id") == note.id for entry in old)
        if not new and not there:
            raise CatatanDitolak("Catatan ini sudah dihapus orang lain; tambah sebagai catatan baru.")
        if new and len(old) >= PALING_BANYAK:
            raise CatatanDitolak(f"Sudah ada {PALING_BANYAK} catatan; hapus yang tidak diperlukan lagi.")
        return [*(entry for entry in old if entry.get("id") != note.id), asdict(note)]

    memory.change(path(), changed)


def _text(raw: str, longest: int, what: str) -> str:
    """The text without control and direction marks, on one line. Raises CatatanDitolak."""
    visible = "".join(" " if c.isspace() else c for c in raw if c.isspace() or unicodedata.category(c)[0] != "C")
    text = tidy(visible)
    if not text:
        raise CatatanDitolak(f"{what} belum ditulis.")
    if len(text) > longest:
        raise CatatanDitolak(f"{what} paling panjang {longest} huruf; ini {len(text)}.")
    # NFKC too: people read full-width and superscript digits as digits
    if looks_like_nik(text) or looks_like_nik(unicodedata.normalize("NFKC", text)):
        raise CatatanDitolak(f"{what} memuat angka 16 digit yang mirip NIK. Catatan tidak boleh memuat data orang.")
    return text


def _read(entry: dict[str, Any]) -> Catatan:
    try:
        note = Catatan(**{name: str(entry[name]) for name in Catatan.__dataclass_fields__})
        bulan_dari(note.bulan)
    except (KeyError, ValueError) as error:
        raise IntakeError(f"Berkas {path().name} rusak; pindahkan atau perbaiki berkas itu.") from error
    return note
