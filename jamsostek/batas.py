"""Editions of the boundaries, from `data/referensi/batas.csv`, and which one a month is drawn with.

Apart from `geo`, which turns an edition into a drawing, so that a page need not load GeoPandas to name a file.
"""

import csv
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from jamsostek import settings
from jamsostek.kota import ReferensiRusak, bulan, kota

BERKAS = "batas.csv"


@dataclass(frozen=True)
class Edisi:
    """One edition: its name, the first month it holds for (None: since ever), its GeoJSON, and where it is from."""

    edisi: str
    berlaku_mulai: date | None
    berkas: str
    sumber: str
    lisensi: str
    dasar_hukum: str

    @property
    def gambar(self) -> str:
        """Name of the drawing of this edition in `static/`."""
        return f"peta-{kota().kode}-{self.edisi}.json"


def semua() -> tuple[Edisi, ...]:
    """All editions, the oldest first; read again when the file changes. Raises ReferensiRusak."""
    path = settings.referensi_dir() / BERKAS
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise ReferensiRusak(f"Daftar edisi batas ({path}) tidak ada atau tidak dapat dibaca.") from error


def pada(bulan_: date | None = None) -> Edisi:
    """The edition of a month: the last that had begun by then, or the first of all; without a month the newest."""
    editions = semua()
    begun = [e for e in editions if bulan_ is None or e.berlaku_mulai is None or e.berlaku_mulai <= bulan_]
    return begun[-1] if begun else editions[0]


def berkas_gambar(bulan_: date | None = None) -> str:
    """Name of the file in `static/` that a month is drawn with; without a month that of the newest borders."""
    return pada(bulan_).gambar


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> tuple[Edisi, ...]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(enumerate(csv.DictReader(file), 2))
    found = tuple(_edition(row, f"{path.name} baris {number}") for number, row in rows)
    if not found:
        raise ReferensiRusak(f"{path.name} tidak berisi satu pun edisi.")
    for number, (before, after) in enumerate(pairwise(found), 3):
        if after.berlaku_mulai is None or (before.berlaku_mulai or date.min) >= after.berlaku_mulai:
            raise ReferensiRusak(f"{path.name} baris {number}: berlaku_mulai harus sesudah edisi sebelumnya.")
    if len({edition.edisi for edition in found}) < len(found):
        raise ReferensiRusak(f"{path.name}: nama edisi harus berbeda-beda.")
    return found


def _edition(row: dict[str, str | None], where: str) -> Edisi:
    values = {name: (row.get(name) or "").strip() for name in Edisi.__dataclass_fields__}
    if not re.fullmatch(r"[a-z0-9-]+", values["edisi"]):
        raise ReferensiRusak(f"{where}: edisi hanya boleh berisi huruf kecil, angka, dan tanda hubung.")
    if not values["berkas"] or not values["sumber"]:
        raise ReferensiRusak(f"{where}: berkas dan sumber wajib diisi.")
    try:
        begins = bulan(values["berlaku_mulai"]) if values["berlaku_mulai"] else None
    except ValueError as error:
        raise ReferensiRusak(f"{where}: berlaku_mulai harus ditulis TTTT-BB, misalnya 2022-01.") from error
    return Edisi(**{**values, "berlaku_mulai": begins})  # type: ignore[arg-type]
