"""The projection as shown: median, bands, when full coverage comes, the record of past bands, and past forecasts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from jamsostek.projection import backtest, bands, methods
from jamsostek.projection.backtest import Pilihan, Uji
from jamsostek.projection.bands import Pita
from jamsostek.projection.series import Deret, Larik

TERJAUH = 240
"""Months ahead in which full coverage is looked for; nothing said about more than twenty years would be honest."""
PENUH = 0.995
"""Coverage that counts as full: what is written '100%' without decimals. The logistic never touches 1 itself."""
JARAK_EKOR = 6
"""Months between two of the past forecasts that are drawn."""
EKOR_TERBANYAK = 8


@dataclass(frozen=True)
class Ekor:
    """A forecast of the past: the month it was made in, the coverage of that month and of the twelve that follow."""

    bulan: date
    nilai: Larik


@dataclass(frozen=True)
class Rekaman:
    """How often outcomes fell in the 80 % band of their time: per horizon (inside, outcomes)."""

    per_cakrawala: dict[int, tuple[int, int]]

    @property
    def dalam(self) -> int:
        """Outcomes inside the band, all horizons together."""
        return sum(dalam for dalam, _ in self.per_cakrawala.values())

    @property
    def hasil(self) -> int:
        """Outcomes that had a band, all horizons together."""
        return sum(hasil for _, hasil in self.per_cakrawala.values())


@dataclass(frozen=True)
class Penuh:
    """When coverage is full: first month in the 80 % band, by the median, and from when the whole band is there.

    None where that does not happen within TERJAUH months; `peluang_tidak` is the chance that it is not reached by then.
    """

    awal: date | None
    tengah: date | None
    akhir: date | None
    peluang_tidak: float


@dataclass(frozen=True)
class Proyeksi:
    """The projection from the last month of `deret`; `median` (ratio, not clipped) has TERJAUH months."""

    deret: Deret
    pilihan: Pilihan
    median: Larik
    pita: Pita
    ekor: tuple[Ekor, ...]
    rekaman: Rekaman

    @property
    def bulan(self) -> date:
        """The month it starts from."""
        return self.deret.bulan[-1]

    def tengah(self, ke: int) -> float:
        """The median so many months ahead, 0..1."""
        return float(np.clip(self.median[ke - 1], 0, 1))

    def batas(self, ke: int, tingkat: float) -> tuple[float, float]:
        """Lower and upper edge of the band so many months ahead, each 0..1."""
        rendah, tinggi = self.pita_semua(tingkat)
        return float(rendah[ke - 1]), float(tinggi[ke - 1])

    def pita_semua(self, tingkat: float) -> tuple[Larik, Larik]:
        """Lower and upper edge of the band for every month, each 0..1."""
        lebar = self.pita.lebar(np.arange(1, TERJAUH + 1), tingkat)
        return np.clip(self.median - lebar, 0, 1), np.clip(self.median + lebar, 0, 1)

    def peluang(self, rasio: float, ke: int) -> float:
        """Chance that coverage is at least `rasio` so many months ahead; full coverage counts from PENUH on."""
        return float(self.pita.peluang(min(rasio, PENUH), self.median[ke - 1 : ke], np.array([ke]))[0])


def proyeksikan(deret: Deret) -> Proyeksi:
    """Back-test, choice, projection and record of a series with at least series.BULAN_MINIMUM months."""
    uji = backtest.uji(deret)
    akhir = len(deret.bulan) - 1
    pilihan = uji.pilih(akhir)
    pita = bands.buat(uji.diketahui(pilihan.metode, akhir))
    if pita is None:
        raise ValueError(f"{len(deret.bulan)} months are too few to project from")
    median = methods.ramalan(deret.peserta, float(deret.penyebut[-1]), TERJAUH)[pilihan.metode]
    return Proyeksi(deret, pilihan, median, pita, _ekor(uji, deret.bulan), rekam(uji))


def rekam(uji: Uji) -> Rekaman:
    """Hold every past forecast against the 80 % band that would have been drawn then.

    Method and width at each origin come from the errors known in that month: no band has seen what it is judged by.
    """
    jumlah = {h: [0, 0] for h in backtest.CAKRAWALA}
    for i, asal in enumerate(uji.asal):
        metode = uji.pilih(asal).metode
        pita = bands.buat(uji.diketahui(metode, asal))
        if pita is None:
            continue
        for h, lebar in zip(jumlah, pita.lebar(np.array(backtest.CAKRAWALA), 0.8), strict=True):
            galat = uji.galat[metode][h][i]
            if not np.isnan(galat):
                jumlah[h][0] += bool(abs(galat) <= lebar)
                jumlah[h][1] += 1
    return Rekaman({h: (dalam, hasil) for h, (dalam, hasil) in jumlah.items()})


def _ekor(uji: Uji, bulan: Sequence[date]) -> tuple[Ekor, ...]:
    """The latest past forecasts, JARAK_EKOR months apart, each by the method that would have been chosen then."""
    tempat = list(range(len(uji.asal) - JARAK_EKOR, -1, -JARAK_EKOR))[:EKOR_TERBANYAK]
    return tuple(
        Ekor(bulan[asal], np.array([uji.rasio[asal], *np.clip(uji.ramalan[uji.pilih(asal).metode][i], 0, 1)]))
        for i, asal in ((i, uji.asal[i]) for i in reversed(tempat))
    )


def penuh(proyeksi: Proyeksi) -> Penuh:
    """When full coverage is reached, as a range from the 80 % band, and the chance that it is not."""
    rendah, tinggi = proyeksi.pita_semua(0.8)
    tengah = np.clip(proyeksi.median, 0, 1)
    tercapai = proyeksi.pita.peluang(PENUH, proyeksi.median, np.arange(1, TERJAUH + 1)).max()
    awal, di_tengah, akhir = (_pertama(proyeksi.bulan, isi) for isi in (tinggi, tengah, rendah))
    return Penuh(awal, di_tengah, akhir, 1 - float(tercapai))


def bulan_ke(mulai: date, ke: int) -> date:
    """The first day of the month so many months after `mulai`."""
    nomor = mulai.year * 12 + mulai.month - 1 + ke
    return date(nomor // 12, nomor % 12 + 1, 1)


def _pertama(mulai: date, nilai: Larik) -> date | None:
    di_sana = np.flatnonzero(nilai >= PENUH)
    return bulan_ke(mulai, int(di_sana[0]) + 1) if len(di_sana) else None
