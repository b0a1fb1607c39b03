"""The tariffs of `data/referensi/iuran.csv`, typed, each with its source and the months in which it holds. Pure."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from jamsostek import settings
from jamsostek.kota import ReferensiRusak

BERKAS = "iuran.csv"
RUPIAH_SEBULAN = "rupiah sebulan"
PAKET = "JKK+JKM"
RENTAN = "pekerja rentan"
"""How the `rincian` of the tariff begins that public money pays for vulnerable workers."""


@dataclass(frozen=True)
class Tarif:
    """One row: `nilai` in `satuan`; the dates as exact as the source has them ('2015', '2025-02', '' for untold)."""

    program: str
    segmen: str
    rincian: str
    nilai: float
    satuan: str
    berlaku_mulai: str
    berlaku_sampai: str
    wilayah: str
    dasar: str
    sumber: str
    tautan: str
    catatan: str

    def berlaku(self, bulan: date) -> bool:
        """Whether the tariff holds in the month, as far as its source says: an untold date does not limit it."""
        month = f"{bulan:%Y-%m}"
        start, end = self.berlaku_mulai[:7], self.berlaku_sampai[:7]
        return month[: len(start)] >= start and (not end or month[: len(end)] <= end)


def semua() -> tuple[Tarif, ...]:
    """All rows in the order of the file, read again when it changes; none where the city has no such file.

    Raises ReferensiRusak for a row that cannot be read.
    """
    path = settings.referensi_dir() / BERKAS
    return _read(path, path.stat().st_mtime_ns) if path.exists() else ()


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> tuple[Tarif, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    try:
        return tuple(Tarif(**{**row, "nilai": float(row["nilai"])}) for row in rows)  # type: ignore[arg-type]
    except (KeyError, TypeError, ValueError) as error:
        raise ReferensiRusak(f"{path.name}: ada baris yang tidak dapat dibaca ({error}).") from error


def paket(bulan: date) -> dict[int, Tarif]:
    """Rupiah per person and month to the tariff of the JKK + JKM package: what holds in `bulan` first.

    Of several rows with one value the one stands for them that holds in `bulan`, of these the one for such workers.
    """
    rows = [t for t in semua() if (t.program, t.segmen, t.satuan) == (PAKET, "BPU", RUPIAH_SEBULAN)]
    rows.sort(key=lambda t: (not t.berlaku(bulan), not t.rincian.startswith(RENTAN), -t.nilai))
    chosen: dict[int, Tarif] = {}
    for tarif in rows:
        chosen.setdefault(int(tarif.nilai), tarif)
    return chosen
