"""Kelurahan of the reference table with the months in which they exist, and whether boundaries and tiles fit them."""

import csv
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jamsostek import batas, settings
from jamsostek.batas import Edisi
from jamsostek.kota import ReferensiRusak, bulan

WILAYAH, PETAK = "wilayah.csv", "petak.csv"
MASA = ("berlaku_mulai", "berlaku_sampai")
"""Columns of wilayah.csv with the first and the last month of a kelurahan; empty is open."""


@dataclass(frozen=True)
class Kelurahan:
    """One row of wilayah.csv: its line, code, and first and last month (None: open)."""

    baris: int
    kode: str
    mulai: date | None
    sampai: date | None

    def ada(self, awal: date | None) -> bool:
        """Whether it exists in the first month of an edition; None is the time before all editions that have a date."""
        if awal is None:
            return self.mulai is None
        return (self.mulai or date.min) <= awal <= (self.sampai or date.max)


def semua() -> list[Kelurahan]:
    """All kelurahan that ever were, in the order of the file. Raises ReferensiRusak."""
    found = []
    for number, row in _rows(settings.referensi_dir() / WILAYAH):
        begins, ends = (masa(row.get(name) or "", f"{WILAYAH} baris {number}: {name}") for name in MASA)
        found.append(Kelurahan(number, row["kode_kelurahan"] or "", begins, ends))
    return found


def masa(teks: str, where: str) -> date | None:
    """A month of validity, None for an empty cell. Raises ReferensiRusak, which begins with `where`."""
    try:
        return bulan(teks.strip()) if teks.strip() else None
    except ValueError as error:
        raise ReferensiRusak(f"{where} harus ditulis TTTT-BB, misalnya 2022-01.") from error


def cocok(edisi: Edisi, kode: Sequence[str]) -> None:
    """Hold the codes that an edition draws against wilayah.csv. Raises ReferensiRusak naming what differs."""
    expected = {kelurahan.kode for kelurahan in semua() if kelurahan.ada(edisi.berlaku_mulai)}
    twice = sorted({one for one in kode if kode.count(one) > 1})
    for codes, words in (
        (twice, "digambar dua kali"),
        (sorted(expected - set(kode)), f"ada menurut {WILAYAH} dan tidak digambar"),
        (sorted(set(kode) - expected), f"digambar dan tidak ada menurut {WILAYAH} pada awal edisi {edisi.edisi}"),
    ):
        if codes:
            raise ReferensiRusak(f"{edisi.berkas}: {', '.join(codes)} {words}.")


def tanggal_cocok() -> None:
    """Every kelurahan begins and ends with an edition; otherwise months would lack it on the map. ReferensiRusak."""
    starts = {edition.berlaku_mulai for edition in batas.semua()}
    for kelurahan in semua():
        ends = kelurahan.sampai and _next(kelurahan.sampai)
        for when, words in ((kelurahan.mulai, "mulai"), (ends, "tidak ada lagi")):
            if when and when not in starts:
                raise ReferensiRusak(
                    f"{WILAYAH} baris {kelurahan.baris}: {kelurahan.kode} {words} {when:%Y-%m}, "
                    f"tetapi {batas.BERKAS} tidak punya edisi yang mulai bulan itu."
                )


def petak(kode: Collection[str]) -> dict[str, Any] | None:
    """The tile layout of the kelurahan of one edition: kolom, baris, and sel (code -> [kolom, baris]).

    None where there is no petak.csv. Raises ReferensiRusak, naming file and line, unless every kelurahan stands there
    exactly once and no two of the edition share a cell.
    """
    path = settings.referensi_dir() / PETAK
    if not path.exists():
        return None
    known, lines, cells = {kelurahan.kode for kelurahan in semua()}, dict[str, int](), dict[tuple[int, int], str]()
    for number, row in _rows(path):
        where, code = f"{PETAK} baris {number}", row.get("kode_kelurahan") or ""
        if code not in known:
            raise ReferensiRusak(f"{where}: {code} tidak ada dalam {WILAYAH}.")
        if code in lines:
            raise ReferensiRusak(f"{where}: {code} sudah ada di baris {lines[code]}.")
        lines[code] = number
        # of kelurahan that never exist together one may take the other's place
        if code in kode and (other := cells.setdefault(_cell(row, where), code)) != code:
            raise ReferensiRusak(f"{where}: petak {code} sama dengan petak {other}.")
    if lacking := sorted(set(kode) - set(lines)):
        raise ReferensiRusak(f"{PETAK}: {', '.join(lacking)} tidak punya petak.")
    place = {code: list(cell) for cell, code in cells.items()}
    return {"kolom": 1 + max(x for x, _ in cells), "baris": 1 + max(y for _, y in cells), "sel": place}


def _cell(row: dict[str, str | None], where: str) -> tuple[int, int]:
    cell = tuple(str(row.get(name) or "").strip() for name in ("kolom", "baris"))
    if not all(part.isdecimal() for part in cell):
        raise ReferensiRusak(f"{where}: kolom dan baris harus bilangan bulat mulai 0.")
    return int(cell[0]), int(cell[1])


def _next(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _rows(path: Path) -> list[tuple[int, dict[str, str | None]]]:
    """The rows of a table with their line numbers."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return list(enumerate(csv.DictReader(file), 2))
    except OSError as error:
        raise ReferensiRusak(f"Berkas rujukan {path} tidak ada atau tidak dapat dibaca.") from error
