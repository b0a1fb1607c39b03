"""The city the example persons live in: kelurahan, weights, RT, and how far each is covered.

Populations come from data/referensi; what no publication holds (how kelurahan differ) is set here and is
an assumption, said so in data/README.md.
"""

import csv
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from jamsostek import settings

# 2010 census rows that hold two present kelurahan; no publication splits them.
PORTION_OF_PARENT = 0.4
PARENT = {"53.71.01.1012": "53.71.01.1008", "53.71.05.1002": "53.71.05.1001"}
POPULATION_2023 = 466_632

NEVER_REPORTED = ("Naioni", "Oesapa Selatan")
LAST_LIST_2019 = ("Mantasi", "Fatukoa", "Nunhila")
LAST_LIST_2020 = ("Bakunase Dua", "Nunbaun Delha", "Solor", "Bello", "Naikoten Dua")
OFFICE_KELURAHAN = "Lai Lai Bisi Kopan"

# Odds of being a participant relative to the city; formal housing areas high, the rural edge low.
KECAMATAN_FACTOR = {
    "Alak": 0.6, "Maulafa": 0.75, "Kelapa Lima": 0.9, "Oebobo": 1.3, "Kota Raja": 1.25, "Kota Lama": 1.4,
}  # fmt: skip
KELURAHAN_FACTOR = {
    "Kayu Putih": 4.5, "Merdeka": 5.5, "Fontein": 5.0, "Bonipoi": 3.8, "Tuak Daun Merah": 2.2, "Penfui": 2.4,
    "Fatukoa": 0.12, "Manulai II": 0.15, "Naioni": 0.15, "Bello": 0.2, "Kolhua": 0.25, "Mantasi": 0.22, "Naimata": 0.3,
}  # fmt: skip


@dataclass(frozen=True)
class Kota:
    """51 kelurahan in the order of wilayah.csv; every array has one entry per kelurahan."""

    nama: tuple[str, ...]
    nama_kecamatan: tuple[str, ...]
    ejaan: tuple[tuple[str, ...], ...]
    kode_kecamatan: npt.NDArray[np.int64]
    bobot: npt.NDArray[np.float64]
    jumlah_rt: npt.NDArray[np.int64]
    jumlah_rw: npt.NDArray[np.int64]
    faktor_cakupan: npt.NDArray[np.float64]

    def index(self, *nama: str) -> npt.NDArray[np.int64]:
        """Positions of the named kelurahan."""
        return np.array([self.nama.index(n) for n in nama])


def _read(name: str) -> list[dict[str, str]]:
    with (settings.referensi_dir() / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _weights(codes: list[str]) -> npt.NDArray[np.float64]:
    """Share of the city's population per kelurahan: SP2010, moved to the newest kecamatan figures of BPS."""
    population = {r["kode_kelurahan"]: float(r["jumlah_penduduk"] or 0) for r in _read("penduduk_kelurahan.csv")}
    for child, parent in PARENT.items():
        population[child] = population[parent] * PORTION_OF_PARENT
        population[parent] -= population[child]
    newest = {}
    for row in _read("penduduk_kecamatan.csv"):
        if row["ukuran"] == "penduduk" and row["periode"] in ("2016", "2017"):
            newest[row["kode_wilayah"]] = float(row["nilai"])
    growth_2010_2017 = (442_758 / 336_239) ** (7 / 10.3)  # between the censuses of May 2010 and September 2020
    rest = sum(population.values()) * growth_2010_2017 - sum(newest.values())
    without = sum(v for k, v in population.items() if k[:8] not in newest)
    scale = {kode: value / sum(v for k, v in population.items() if k[:8] == kode) for kode, value in newest.items()}
    weights = np.array([population[k] * scale.get(k[:8], rest / without) for k in codes])
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def load(rng: np.random.Generator) -> Kota:
    """Read the reference tables; only the small random part of the coverage factors uses `rng`."""
    rows = _read("wilayah.csv")
    rt_rw: dict[str, Any] = {r["kode_kelurahan"]: r for r in _read("rt_rw.csv")}
    codes = [r["kode_kelurahan"] for r in rows]
    base = np.array([KECAMATAN_FACTOR[r["nama_kecamatan"]] for r in rows])
    own = np.array([KELURAHAN_FACTOR.get(r["nama_kelurahan"], 0.0) for r in rows])
    noise = np.exp(rng.normal(0, 0.3, len(rows)))
    return Kota(
        nama=tuple(r["nama_kelurahan"] for r in rows),
        nama_kecamatan=tuple(r["nama_kecamatan"] for r in rows),
        ejaan=tuple(tuple(filter(None, r["ejaan_lain"].split("|"))) for r in rows),
        kode_kecamatan=np.array([int(k[6:8]) for k in codes]),
        bobot=_weights(codes),
        jumlah_rt=np.array([int(rt_rw[k]["jumlah_rt"]) for k in codes]),
        jumlah_rw=np.array([int(rt_rw[k]["jumlah_rw"]) for k in codes]),
        faktor_cakupan=np.where(own > 0, own, base * noise),
    )
