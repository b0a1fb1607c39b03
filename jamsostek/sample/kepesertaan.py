"""Membership histories: who is an active participant from when to when, in which segment, paid by whom.

A history is a list of spells. Stocks follow wanted paths month by month (the dip of 2020, the non-ASN workers of
2021, groups paid from a budget that ends), while persons come, leave and come back underneath.
"""

import numpy as np

from jamsostek.sample import pekerjaan as kerja
from jamsostek.sample import waktu
from jamsostek.sample.kota import Kota
from jamsostek.sample.penduduk import Ints, Penduduk
from jamsostek.sample.register import BUKAN_PENERIMA_UPAH, PENERIMA_UPAH, TIDAK_TERDAFTAR, Register
from jamsostek.sample.riwayat import Kepesertaan, Perputaran, Riwayat, follow, path, queue_of

SEGMEN = ("PU", "BPU", "JAKON", "PMI")
PU, BPU, JAKON, PMI = range(4)
SUMBER_IURAN = ("mandiri", "pemberi_kerja", "apbd_kota", "apbd_provinsi", "dana_desa", "lembaga")
MANDIRI, PEMBERI_KERJA, APBD_KOTA, APBD_PROVINSI, _DANA_DESA, LEMBAGA = range(6)

COVERAGE_JUNE_2023 = 0.23
NON_ASN = 2_300
NON_ASN_START = (waktu.bulan(2021, 4), waktu.bulan(2021, 5))
TWO_MEMBERSHIPS = 1_300  # over the whole time; about 600 at once

# Wanted stocks at turning points (month, level); straight lines between. PU is relative to June 2023.
PU_PATH = (
    ((2019, 1), 0.715), ((2020, 3), 0.775), ((2020, 5), 0.71), ((2020, 8), 0.665), ((2021, 3), 0.735),
    ((2021, 12), 0.80), ((2022, 12), 0.93), ((2023, 6), 1.0),
)  # fmt: skip
BPU_PATH = (
    ((2019, 1), 2_500), ((2020, 3), 3_700), ((2020, 8), 2_200), ((2021, 12), 4_300), ((2022, 12), 6_300),
    ((2023, 6), 7_900),
)  # fmt: skip
# Groups paid by somebody else: first month, first month without, persons, payer.
KELOMPOK = (
    ((2019, 7), (2020, 1), 800, APBD_KOTA),
    ((2021, 7), (2022, 1), 1_500, APBD_PROVINSI),
    ((2022, 7), (2023, 1), 3_000, APBD_PROVINSI),
    ((2022, 1), (2023, 7), 350, LEMBAGA),
)
NELAYAN_KOTA = ((2022, 8), (2023, 7), 500, APBD_KOTA)


class Calon:
    """Who can become a participant: persons at work, rather those at work in every list, and a few who are on none."""

    def __init__(self, rng: np.random.Generator, kota: Kota, penduduk: Penduduk, register: Register) -> None:
        outside = (register.status == TIDAK_TERDAFTAR) & (rng.random(len(penduduk)) < 0.5)
        self.paid = register.status == PENERIMA_UPAH
        self.own = register.status == BUKAN_PENERIMA_UPAH
        as_paid = rng.random(len(penduduk)) < 0.42
        self.paid_or_outside, self.own_or_outside = self.paid | (outside & as_paid), self.own | (outside & ~as_paid)
        reported = np.isin(penduduk.kelurahan, np.unique(penduduk.kelurahan[register.status != TIDAK_TERDAFTAR]))
        # Where a list exists, persons outside it are rarely participants: 97 % of participants are in the register.
        known = np.where(outside & reported, 0.25, 1.0) * np.where(outside | register.selalu_bekerja, 1.0, 0.35)
        self.bobot = kota.faktor_cakupan[penduduk.kelurahan] * known
        start = np.maximum(penduduk.mulai, penduduk.lahir + 18 * 12 - waktu.EPOCH)
        self.until_58 = (start, np.minimum(penduduk.selesai, penduduk.lahir + 58 * 12 - waktu.EPOCH))
        self.until_65 = (start, np.minimum(penduduk.selesai, penduduk.lahir + 65 * 12 - waktu.EPOCH))


def build(rng: np.random.Generator, kota: Kota, penduduk: Penduduk, register: Register, pekerjaan: Ints) -> Kepesertaan:
    """All spells of January 2019 to June 2023, so many that June 2023 comes out at the published coverage."""
    calon = Calon(rng, kota, penduduk, register)
    riwayat = Riwayat(len(penduduk))
    _non_asn(rng, riwayat, calon)
    _groups(rng, riwayat, calon, pekerjaan)
    _projects(rng, riwayat, calon, pekerjaan)
    own = queue_of(rng, np.flatnonzero(calon.own_or_outside & ~riwayat.used), calon.bobot)
    moves = follow(rng, own, calon.until_65, path(rng, BPU_PATH), Perputaran(0.045, 0.45, 9))
    _add_stock(riwayat, own, moves, BPU, MANDIRI)
    _abroad(rng, riwayat, calon)
    wanted = round(COVERAGE_JUNE_2023 * register.count(PENERIMA_UPAH, BUKAN_PENERIMA_UPAH))
    so_far = riwayat.finish()
    level = wanted - len(np.unique(so_far.orang[so_far.active(waktu.LAST)]))
    paid = queue_of(rng, np.flatnonzero(calon.paid_or_outside & ~riwayat.used), calon.bobot)
    moves = follow(rng, paid, calon.until_58, path(rng, PU_PATH, level), Perputaran(0.012, 0.3, 15))
    _add_stock(riwayat, paid, moves, PU, PEMBERI_KERJA)
    _second_memberships(rng, riwayat, calon)
    return riwayat.finish()


def _add_stock(riwayat: Riwayat, queue: Ints, spells: list[tuple[Ints, int, int]], segmen: int, sumber: int) -> None:
    for positions, start, end in spells:
        riwayat.add(queue[positions], segmen, sumber, start, end)


def _non_asn(rng: np.random.Generator, riwayat: Riwayat, calon: Calon) -> None:
    """Pemkot's contract workers: enrolled together in April and May 2021, replaced when they leave."""
    queue = queue_of(rng, np.flatnonzero(calon.paid), calon.bobot)[: NON_ASN * 2]
    stock = np.zeros(waktu.MONTHS, dtype=np.int64)
    stock[NON_ASN_START[0]], stock[NON_ASN_START[1] :] = 1_350, NON_ASN
    _add_stock(riwayat, queue, follow(rng, queue, calon.until_58, stock, Perputaran(0.004, 0.1, 6)), PU, APBD_KOTA)


def _groups(rng: np.random.Generator, riwayat: Riwayat, calon: Calon, pekerjaan: Ints) -> None:
    """Vulnerable workers paid from a budget: enrolled on one day, dropped together when the money ends."""
    for start, end, count, payer in (*KELOMPOK, NELAYAN_KOTA):
        first, last = waktu.bulan(*start), waktu.bulan(*end)
        able = calon.own & ~riwayat.used & (calon.until_65[0] <= first) & (calon.until_65[1] >= last)
        able &= (pekerjaan == kerja.NELAYAN) == (count == NELAYAN_KOTA[2])
        orang = rng.choice(np.flatnonzero(able), count, replace=False)
        riwayat.add(np.sort(orang), BPU, payer, first, last)


def _projects(rng: np.random.Generator, riwayat: Riwayat, calon: Calon, pekerjaan: Ints) -> None:
    """Construction projects: a crew is insured for as long as the project lasts; more of them late in the year."""
    able = (calon.own_or_outside | calon.paid_or_outside) & np.isin(pekerjaan, kerja.BANGUNAN) & ~riwayat.used
    crew = rng.permutation(np.flatnonzero(able & (calon.until_65[0] <= 0) & (calon.until_65[1] > waktu.MONTHS)))[:5_000]
    busy_until = np.zeros(len(crew), dtype=np.int64)
    for t in range(-9, waktu.MONTHS):
        for _ in range(rng.poisson(7.5 if t % 12 >= 6 else 5.0)):
            free = np.flatnonzero(busy_until <= t)
            team = free[np.sort(rng.permutation(len(free))[: rng.integers(10, 80)])]
            end = t + int(rng.integers(3, 10))
            busy_until[team] = end
            riwayat.add(crew[team], JAKON, PEMBERI_KERJA, max(t, 0), max(end, 0))


def _abroad(rng: np.random.Generator, riwayat: Riwayat, calon: Calon) -> None:
    """A few migrant workers, each for two years."""
    able = calon.own & ~riwayat.used & (calon.until_65[0] <= 0) & (calon.until_65[1] > waktu.MONTHS)
    orang, start = rng.choice(np.flatnonzero(able), 90, replace=False), rng.integers(-12, 50, 90)
    riwayat.add(orang, PMI, MANDIRI, np.maximum(start, 0), start + 24)


def _second_memberships(rng: np.random.Generator, riwayat: Riwayat, calon: Calon) -> None:
    """Some wage earners also insure a trade of their own."""
    spells = riwayat.finish()
    private = (spells.segmen == PU) & (spells.sumber == PEMBERI_KERJA)
    long = np.flatnonzero(private & (spells.selesai - spells.mulai >= 12))
    orang = np.unique(spells.orang[rng.choice(long, TWO_MEMBERSHIPS, replace=False)])
    start = np.maximum(rng.integers(0, waktu.MONTHS, len(orang)), calon.until_65[0][orang])
    riwayat.add(orang, BPU, MANDIRI, start, np.minimum(start + 36, calon.until_65[1][orang]))
