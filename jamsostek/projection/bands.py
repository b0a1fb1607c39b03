"""Bands and chances from past errors: conformal quantiles per tested horizon, and how they grow beyond it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from jamsostek.projection.series import Bulan, Larik

TINGKAT: Larik = np.arange(1, 100) / 100
GALAT_MINIMUM = 4
"""Fewest errors of a horizon for an 80 % band: rank ceil(0.8 (n + 1)) must not exceed n."""


def cukup(banyak: int, cakrawala: int) -> bool:
    """Whether so many errors make a band of their own: GALAT_MINIMUM, and as many as the horizon has months.

    Forecasts of twelve months made in twelve months running share most of what came true:
    fewer are one error told often.
    """
    return banyak >= max(GALAT_MINIMUM, cakrawala)


def kuantil_konformal(galat: Larik, tingkat: float) -> float:
    """The smallest width that held at least ceil((n + 1) tingkat) of n absolute errors; infinite where n is too small.

    With exchangeable errors the next one lies within it with probability `tingkat` or more (split conformal).
    """
    urut = np.sort(np.abs(galat))
    pangkat = math.ceil(round((len(urut) + 1) * tingkat, 9))
    return float(urut[pangkat - 1]) if pangkat <= len(urut) else math.inf


@dataclass(frozen=True)
class Pita:
    """Half-widths (ratios) of symmetric bands.

    `kuantil`: a row per TINGKAT, a column per tested horizon, rising along both; levels that n errors cannot give are
    held at the largest error. `jumlah`: errors per tested horizon. `pangkat`: growth beyond the longest of them.
    """

    cakrawala: tuple[int, ...]
    kuantil: Larik
    jumlah: tuple[int, ...]
    pangkat: float

    def lebar(self, ke: Bulan, tingkat: float) -> Larik:
        """Half-width of the band of level `tingkat` (whole per cent) so many months ahead (1, 2, ...)."""
        return np.asarray(self._semua(ke)[round(tingkat * 100) - 1])

    def _semua(self, ke: Bulan) -> Larik:
        """A row per TINGKAT, a column per `ke`: straight between tested horizons and from 0 now; beyond the longest

        tested horizon it grows with (h / longest) ** pangkat.
        """
        simpul = np.array([0, *self.cakrawala])
        tinggi = np.column_stack([np.zeros(len(TINGKAT)), self.kuantil])
        dekat = np.minimum(ke, simpul[-1])
        j = np.searchsorted(simpul, dekat)
        bobot = (dekat - simpul[j - 1]) / (simpul[j] - simpul[j - 1])
        antara = tinggi[:, j - 1] * (1 - bobot) + tinggi[:, j] * bobot
        return np.asarray(antara * (np.maximum(ke, simpul[-1]) / simpul[-1]) ** self.pangkat)

    def peluang(self, batas: float, median: Larik, ke: Bulan) -> Larik:
        """Chance that coverage is at least `batas` so many months ahead, from the distribution of past errors.

        Half of the errors are taken to lie on each side of the median. n errors cannot tell chances below
        0.5 / (n + 1) or above its complement: those are what is returned.
        """
        lebar = np.vstack([np.zeros(len(ke)), self._semua(ke)])
        tingkat = np.array([0.0, *TINGKAT])
        jarak = np.abs(batas - median)
        dalam = np.array([np.interp(d, w, tingkat, right=1.0) for d, w in zip(jarak, lebar.T, strict=True)])
        ekor = 0.5 * np.maximum(1 - dalam, self.terkecil * 2)
        return np.asarray(np.where(median < batas, ekor, 1 - ekor))

    @property
    def terkecil(self) -> float:
        """The smallest chance that so many errors can tell."""
        return 0.5 / (self.jumlah[-1] + 1)


def buat(galat: Mapping[int, Larik]) -> Pita | None:
    """The bands from the past errors of each horizon (months); None where no horizon has enough.

    Widths never shrink with the horizon. The growth beyond the longest tested horizon is the one measured from the
    shortest to the longest at 80 %, between 0.5 (steps at random) and 1 (a wrong slope); 1 where only one is tested.
    """
    teruji = {h: np.abs(isi) for h, isi in sorted(galat.items()) if cukup(len(isi), h)}
    if not teruji:
        return None
    kolom = [_semua_tingkat(isi) for isi in teruji.values()]
    kuantil = np.maximum.accumulate(np.array(kolom).T, axis=1)
    h = tuple(teruji)
    awal, akhir = kuantil[79, 0], kuantil[79, -1]
    terukur = math.log(akhir / awal) / math.log(h[-1] / h[0]) if len(h) > 1 and awal > 0 else 1.0
    return Pita(h, kuantil, tuple(len(isi) for isi in teruji.values()), min(1.0, max(0.5, terukur)))


def _semua_tingkat(galat: Larik) -> Larik:
    """kuantil_konformal at every TINGKAT, held at the largest error where it would be infinite."""
    urut = np.sort(galat)
    pangkat = np.ceil(np.round((len(urut) + 1) * TINGKAT, 9)).astype(int)
    return np.asarray(urut[np.minimum(pangkat, len(urut)) - 1])
