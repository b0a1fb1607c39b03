"""Synthetic persons of working age: place, sex, birth date, education, when they live in the city."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from jamsostek.sample import waktu
from jamsostek.sample.kota import POPULATION_2023, Kota

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

# Tuned so that the register of June 2023, with its missing and stale lists, holds about 328 thousand persons.
WORKING_AGE_SHARE = 0.742
LEAVERS_SHARE = 0.075
ARRIVALS_SHARE = 0.05

AGE_EDGES = np.array([15.0, 25.0, 35.0, 45.0, 55.0, 65.0, 80.0])
AGE_SHARES = np.array([0.27, 0.25, 0.19, 0.14, 0.09, 0.06])
PENDIDIKAN = ("tidak_tamat_sd", "sd", "smp", "sma", "smk", "diploma", "sarjana")
PENDIDIKAN_BY_AGE = np.array([
    [0.01, 0.06, 0.22, 0.48, 0.11, 0.03, 0.09],
    [0.02, 0.08, 0.10, 0.38, 0.12, 0.08, 0.22],
    [0.03, 0.13, 0.12, 0.36, 0.10, 0.07, 0.19],
    [0.05, 0.19, 0.13, 0.34, 0.07, 0.06, 0.16],
    [0.10, 0.27, 0.14, 0.28, 0.05, 0.05, 0.11],
    [0.20, 0.35, 0.13, 0.20, 0.03, 0.03, 0.06],
])  # fmt: skip


@dataclass(frozen=True)
class Penduduk:
    """One entry per person in every array. `lahir` counts months since 1970; `mulai`/`selesai` are month numbers."""

    kelurahan: Ints
    rt: Ints
    perempuan: Bools
    lahir: Ints
    hari_lahir: Ints
    pendidikan: Ints
    mulai: Ints
    selesai: Ints
    nik: Ints

    def __len__(self) -> int:
        return len(self.kelurahan)

    def age(self, bulan: int) -> Floats:
        """Age in years in month number `bulan`."""
        return (waktu.EPOCH + bulan - self.lahir) / 12.0

    def present(self, bulan: int) -> Bools:
        """Who lives in the city and is 15 or older in that month."""
        return (self.mulai <= bulan) & (bulan < self.selesai)


def age_group(age: Floats) -> Ints:
    """Index into the six age groups 15-24 ... 65+."""
    return np.clip(np.searchsorted(AGE_EDGES, age, side="right") - 1, 0, 5)


def pick(rng: np.random.Generator, shares: Floats, group: Ints) -> Ints:
    """One column index per person, drawn from the row of `shares` (rows sum to 1) of the person's group."""
    passed = rng.random(len(group))[:, None] > np.cumsum(shares, axis=1)[group]
    return np.asarray(np.minimum(passed.sum(axis=1), shares.shape[1] - 1), dtype=np.int64)


def _nik(kecamatan: Ints, lahir: Ints, hari: Ints, perempuan: Bools) -> Ints:
    """Built as a real NIK is (place, birth date, +40 for women, serial), but of province 99, which does not exist."""
    year, month = (1970 + lahir // 12) % 100, lahir % 12 + 1
    prefix = ((9971 * 100 + kecamatan) * 100 + hari + 40 * perempuan) * 10_000 + month * 100 + year
    order = np.argsort(prefix, kind="stable")
    ordered = prefix[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
    serial = np.empty_like(prefix)
    serial[order] = np.arange(len(prefix)) - np.repeat(starts, np.diff(np.r_[starts, len(prefix)])) + 1
    return prefix * 10_000 + serial


def draw(rng: np.random.Generator, kota: Kota) -> Penduduk:
    """Everyone of working age at some time from November 2018 to June 2023, ordered by kelurahan."""
    total = POPULATION_2023 * WORKING_AGE_SHARE * (1 + LEAVERS_SHARE)
    kelurahan = np.repeat(np.arange(len(kota.nama)), np.round(total * kota.bobot).astype(np.int64))
    n = len(kelurahan)
    group = rng.choice(6, n, p=AGE_SHARES)
    age = AGE_EDGES[group] + rng.random(n) * (AGE_EDGES[group + 1] - AGE_EDGES[group])
    lahir = np.floor(waktu.EPOCH + waktu.LAST - age * 12).astype(np.int64)
    mulai = np.where(rng.random(n) < ARRIVALS_SHARE, rng.integers(-2, waktu.LAST, n), -99)
    mulai = np.maximum(mulai, lahir + 15 * 12 - waktu.EPOCH)
    selesai = np.where(rng.random(n) < LEAVERS_SHARE, rng.integers(0, waktu.LAST, n), 999)
    perempuan = rng.random(n) < 0.495
    hari = rng.integers(1, 29, n)
    return Penduduk(
        kelurahan=kelurahan,
        rt=np.floor(rng.random(n) * kota.jumlah_rt[kelurahan]).astype(np.int64) + 1,
        perempuan=perempuan,
        lahir=lahir,
        hari_lahir=hari,
        pendidikan=pick(rng, PENDIDIKAN_BY_AGE, group),
        mulai=mulai,
        selesai=selesai,
        nik=_nik(kota.kode_kecamatan[kelurahan], lahir, hari, perempuan),
    )
