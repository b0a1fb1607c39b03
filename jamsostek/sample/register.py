"""The register: which kelurahan sent a list when, and every person's work status in it.

Statuses are drawn by rank: the wanted number of persons with the lowest score gets the status. The published
rates are therefore met exactly in each list, and who is unemployed depends on age, education and place.
"""

from dataclasses import dataclass

import numpy as np

from jamsostek.sample import kota as tempat
from jamsostek.sample import waktu
from jamsostek.sample.kota import Kota
from jamsostek.sample.penduduk import Bools, Floats, Ints, Penduduk, age_group

STATUS = ("penerima_upah", "bukan_penerima_upah", "menganggur", "bukan_angkatan_kerja")
PENERIMA_UPAH, BUKAN_PENERIMA_UPAH, MENGANGGUR, BUKAN_ANGKATAN_KERJA, TIDAK_TERDAFTAR = 0, 1, 2, 3, 4

PENGANGGUR_JUNE_2023 = 19_000
FORMAL_SHARE = 0.42
MISSING_RT_SHARE = 0.015
ROUND_1 = (waktu.bulan(2018, 11), waktu.bulan(2018, 12), waktu.bulan(2019, 1))
ROUND_2 = (waktu.bulan(2020, 9), waktu.bulan(2021, 3), waktu.bulan(2021, 6), waktu.bulan(2021, 10))
ROUND_3 = (waktu.bulan(2022, 4), waktu.bulan(2022, 9), waktu.bulan(2023, 2), waktu.bulan(2023, 5))
UPDATE_2019, UPDATE_2020 = waktu.bulan(2019, 10), waktu.bulan(2020, 9)
# Sakernas, August: TPAK 57.67 (2018), 62.34 (2021); TPT 9.78 (2019), 9.76 (2021). Lists of 2020 stay in use for a
# while, so the lists of 2021 lie below the published rate for the city to come out at it.
TPAK = {2018: 0.585, 2019: 0.585, 2020: 0.605, 2021: 0.622}
TPT = {2018: 0.0985, 2019: 0.0978, 2020: 0.118, 2021: 0.081}
TPAK_ROUND_3 = 0.6235

IN_LABOUR_FORCE = np.array([[0.42, 0.86, 0.93, 0.91, 0.72, 0.35], [0.36, 0.58, 0.60, 0.58, 0.45, 0.18]])
RISK_BY_AGE = np.array([3.2, 1.35, 0.6, 0.4, 0.35, 0.15])
RISK_BY_PENDIDIKAN = np.array([0.35, 0.45, 0.8, 1.35, 1.5, 1.0, 1.0])
FORMAL_BY_PENDIDIKAN = np.array([0.18, 0.22, 0.30, 0.44, 0.46, 0.66, 0.72])


NEVER = 10**6


@dataclass(frozen=True)
class Daftar:
    """One month's RT/RW lists: the persons on them and their statuses."""

    bulan: int
    orang: Ints
    status: Ints


@dataclass(frozen=True)
class Register:
    """All lists by month; per person the status in June 2023 and whether every list so far had the person at work."""

    daftar: tuple[Daftar, ...]
    status: Ints
    selalu_bekerja: Bools

    def count(self, *status: int) -> int:
        """Persons with one of these statuses in the register of June 2023."""
        return int(np.isin(self.status, status).sum())


def schedule(rng: np.random.Generator, kota: Kota) -> list[Ints]:
    """Per round the month of each kelurahan's list; NEVER where none came."""
    rounds = [rng.choice(np.array(months), len(kota.nama)) for months in (ROUND_1, ROUND_2, ROUND_3)]
    rounds[1][kota.index(*tempat.LAST_LIST_2019)] = UPDATE_2019
    rounds[1][kota.index(*tempat.LAST_LIST_2020)] = UPDATE_2020
    rounds[2][kota.index(*tempat.LAST_LIST_2019, *tempat.LAST_LIST_2020)] = NEVER
    for months in rounds:
        months[kota.index(*tempat.NEVER_REPORTED)] = NEVER
    return rounds


def build(rng: np.random.Generator, kota: Kota, penduduk: Penduduk) -> Register:
    """Draw all lists in time order; the last round is aimed at the 19 thousand unemployed of June 2023."""
    scores = _Scores(rng, kota, penduduk)
    daftar: list[Daftar] = []
    newest = np.full(len(penduduk), TIDAK_TERDAFTAR)
    always = np.ones(len(penduduk), dtype=np.bool_)
    for number, months in enumerate(schedule(rng, kota)):
        scores.redraw(rng)
        missing = rng.random((len(kota.nama), int(kota.jumlah_rt.max()) + 1)) < MISSING_RT_SHARE
        heard = ~missing[penduduk.kelurahan, penduduk.rt]
        newest[months[penduduk.kelurahan] != NEVER] = TIDAK_TERDAFTAR  # a new list replaces the old one, gaps included
        unemployed_elsewhere = int((newest == MENGANGGUR).sum())
        for listed, rates in _groups(number, months):
            bulan_orang = months[penduduk.kelurahan]
            orang = np.flatnonzero(np.isin(bulan_orang, listed) & heard & _present(penduduk, bulan_orang))
            tpak, tpt = rates
            fixed = PENGANGGUR_JUNE_2023 - unemployed_elsewhere if number == 2 else None
            status = scores.status(orang, bulan_orang[orang], tpak, tpt, fixed)
            newest[orang] = status
            always[orang] &= status <= BUKAN_PENERIMA_UPAH
            daftar += [Daftar(int(m), orang[at], status[at]) for m in listed if (at := bulan_orang[orang] == m).any()]
    return Register(tuple(sorted(daftar, key=lambda d: d.bulan)), newest, always)


def _groups(number: int, months: Ints) -> list[tuple[list[int], tuple[float, float]]]:
    """Which list months are drawn together, with their TPAK and TPT."""
    used = sorted({int(m) for m in months if m != NEVER})
    if number == 2:
        return [(used, (TPAK_ROUND_3, 0.0))]
    return [([m], (TPAK[year], TPT[year])) for m in used for year in [waktu.tanggal(m).year]]


def _present(penduduk: Penduduk, bulan: Ints) -> Bools:
    return (penduduk.mulai <= bulan) & (bulan < penduduk.selesai)


class _Scores:
    """What makes a person likely to be in the labour force, out of work, or paid by an employer."""

    def __init__(self, rng: np.random.Generator, kota: Kota, penduduk: Penduduk) -> None:
        n = len(penduduk)
        self.penduduk = penduduk
        self.tempat = np.exp(rng.normal(0, 0.22, len(kota.nama)))[penduduk.kelurahan]
        self.ikut, self.kerja, self.upah = rng.random(n), rng.exponential(size=n), rng.exponential(size=n)
        # Formal work is somewhat more common where coverage is high.
        self.peluang_upah = FORMAL_BY_PENDIDIKAN[penduduk.pendidikan] * kota.faktor_cakupan[penduduk.kelurahan] ** 0.25

    def redraw(self, rng: np.random.Generator) -> None:
        """Between rounds a third of the persons change their luck at work, few their kind of work."""
        n = len(self.kerja)
        self.kerja = np.where(rng.random(n) < 0.33, rng.exponential(size=n), self.kerja)
        self.upah = np.where(rng.random(n) < 0.03, rng.exponential(size=n), self.upah)

    def status(self, orang: Ints, bulan: Ints, tpak: float, tpt: float, fixed: int | None) -> Ints:
        """Status of the listed persons; `fixed` replaces the rate `tpt` by a number of unemployed."""
        p = self.penduduk
        group = age_group((waktu.EPOCH + bulan - p.lahir[orang]) / 12.0)
        chance = IN_LABOUR_FORCE[p.perempuan[orang].astype(np.int64), group]
        status = np.full(len(orang), BUKAN_ANGKATAN_KERJA)
        inside = np.flatnonzero(lowest(self.ikut[orang] / chance, round(tpak * len(orang))))
        risk = RISK_BY_AGE[group] * RISK_BY_PENDIDIKAN[p.pendidikan[orang]] * self.tempat[orang]
        jobless = lowest((self.kerja[orang] / risk)[inside], round(tpt * len(inside)) if fixed is None else fixed)
        working = inside[~jobless]
        paid = lowest((self.upah[orang] / self.peluang_upah[orang])[working], round(FORMAL_SHARE * len(working)))
        status[inside[jobless]] = MENGANGGUR
        status[working] = np.where(paid, PENERIMA_UPAH, BUKAN_PENERIMA_UPAH)
        return status


def lowest(score: Floats, count: int) -> Bools:
    """Marks the `count` persons with the lowest score."""
    chosen = np.zeros(len(score), dtype=np.bool_)
    if count > 0:
        chosen[np.argpartition(score, min(count, len(score)) - 1)[:count]] = True
    return chosen
