"""Coverage targets by issuer: each has its own place and denominator, so each is a line of its own. Pure."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import pandas as pd

from jamsostek import settings
from jamsostek.kota import ReferensiRusak, kota

BERKAS_DEFINISI = "sasaran_definisi.csv"
TIDAK_DISEBUT = "Penyebut menurut penerbitnya; tidak disebut di sumbernya."


@dataclass(frozen=True)
class Jalur:
    """The targets of one issuer for one place: (date, ratio) in order of time; `kunci` names it in an address."""

    kunci: str
    penerbit: str
    wilayah: str
    titik: tuple[tuple[date, float], ...]
    contoh: bool

    @property
    def nama_wilayah(self) -> str:
        """The place in words, as far as the reference knows its code."""
        here = kota()
        return here.nama if self.wilayah == here.kode else here.wilayah_luas.get(self.wilayah, (self.wilayah,))[0]


def semua(target: pd.DataFrame) -> list[Jalur]:
    """Every issuer of a result of target_kota, ordered by place and name."""
    paths = []
    for key, rows in target.groupby(["wilayah", "penerbit"], sort=True):
        wilayah, penerbit = map(str, key)
        days = pd.to_datetime(rows["tanggal"]).dt.date
        points = sorted(zip(days, map(float, rows["rasio_cakupan"]), strict=True))
        paths.append(Jalur(_slug(penerbit), penerbit, wilayah, tuple(points), bool(rows["adalah_contoh"].all())))
    keys = [path.kunci for path in paths]
    return [p if keys.count(p.kunci) == 1 else _apart(p) for p in paths]


def utama(paths: list[Jalur]) -> Jalur | None:
    """The city's own path: a real one before the example's, then the one that looks furthest ahead; or None."""
    own = [path for path in paths if path.wilayah == kota().kode]
    return min(own, key=lambda p: (p.contoh, -p.titik[-1][0].toordinal(), p.penerbit), default=None)


def lain(paths: list[Jalur]) -> list[Jalur]:
    """All issuers but the one of the city's own path."""
    own = utama(paths)
    return [path for path in paths if path != own]


def rincian(path: Jalur, target: pd.DataFrame) -> list[tuple[date, float, str, str]]:
    """Date, ratio, source and address ('' where none) of each target of the issuer."""
    rows = target[(target["wilayah"] == path.wilayah) & (target["penerbit"] == path.penerbit)].sort_values("tanggal")
    days, links = pd.to_datetime(rows["tanggal"]).dt.date, rows["tautan"].fillna("")
    return list(zip(days, map(float, rows["rasio_cakupan"]), map(str, rows["sumber"]), map(str, links), strict=True))


def definisi(penerbit: str, wilayah: str) -> str:
    """What is known of the issuer's denominator, in a sentence."""
    path = settings.referensi_dir() / BERKAS_DEFINISI
    known = _definitions(path, path.stat().st_mtime_ns) if path.exists() else {}
    return known.get((penerbit, wilayah), TIDAK_DISEBUT)


@lru_cache(maxsize=4)
def _definitions(path: Path, _changed: int) -> Mapping[tuple[str, str], str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    try:
        return {(row["penerbit"], row["wilayah"]): row["definisi"] for row in rows}
    except KeyError as error:
        raise ReferensiRusak(f"{path.name} harus berkolom penerbit, wilayah, definisi.") from error


def _slug(penerbit: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", penerbit.casefold()).strip("-") or "tanpa-nama"


def _apart(path: Jalur) -> Jalur:
    """Two issuers of one name in the address, told apart by their place."""
    return Jalur(f"{path.kunci}-{_slug(path.wilayah)}", path.penerbit, path.wilayah, path.titik, path.contoh)
