"""The rolling-origin back-test: what each method would have said, month after month, and by how much it was wrong."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from jamsostek.projection import bands, methods
from jamsostek.projection.methods import METODE
from jamsostek.projection.series import Deret, Larik

CAKRAWALA = (1, 3, 6, 12)
"""Tested horizons in months."""
GALAT_DIPAKAI = 24
"""So many latest errors of a horizon make its mean and its bands: two years, so that old habits are forgotten."""
ASAL_TERBANYAK = 48
"""Origins of the back-test; those before the latest 24 errors serve to check the bands of their time."""
KEUNGGULAN = 0.10
"""By this share the scaled error of a method must lie below that of the naive one to replace it.

With half of it one random walk in eight went to a method that sees a trend in noise; with this one in forty.
"""


@dataclass(frozen=True)
class Pilihan:
    """The method chosen from known errors.

    `mae`: mean absolute error (ratio) per method and tested horizon, NaN where there are too few errors; `skor`: mean
    over the horizons of that error divided by the naive method's (1 is the naive); `jumlah`: errors per horizon.
    """

    metode: str
    mae: dict[str, dict[int, float]]
    skor: dict[str, float]
    jumlah: dict[int, int]


@dataclass(frozen=True)
class Uji:
    """All forecasts of the past: per method an array (origin, months ahead 1..12); origins are indices of months."""

    rasio: Larik
    asal: tuple[int, ...]
    ramalan: dict[str, Larik]

    @cached_property
    def galat(self) -> dict[str, dict[int, Larik]]:
        """Per method and horizon the outcome less the forecast of every origin; NaN where it is not known yet."""
        hasil = {h: np.array([self._hasil(asal + h) for asal in self.asal]) for h in CAKRAWALA}
        return {nama: {h: hasil[h] - isi[:, h - 1] for h in CAKRAWALA} for nama, isi in self.ramalan.items()}

    def _hasil(self, bulan: int) -> float:
        return float(self.rasio[bulan]) if bulan < len(self.rasio) else np.nan

    def diketahui(self, metode: str, pada: int) -> dict[int, Larik]:
        """The latest GALAT_DIPAKAI errors per horizon that were known in month `pada` (its index), oldest first."""
        banyak = {h: sum(asal + h <= pada for asal in self.asal) for h in CAKRAWALA}
        return {h: isi[max(0, banyak[h] - GALAT_DIPAKAI) : banyak[h]] for h, isi in self.galat[metode].items()}

    def pilih(self, pada: int) -> Pilihan:
        """The choice that the errors known in month `pada` lead to: naive unless another is KEUNGGULAN better."""
        galat = {nama: self.diketahui(nama, pada) for nama in METODE}
        teruji = [h for h in CAKRAWALA if bands.cukup(len(galat["naif"][h]), h)]
        mae = {
            nama: {h: float(np.abs(isi[h]).mean()) if h in teruji else np.nan for h in CAKRAWALA}
            for nama, isi in galat.items()
        }
        naif = mae["naif"]
        # A series that never moved leaves nothing to beat
        bergerak = bool(teruji) and min(naif[h] for h in teruji) > 0
        skor = {n: float(np.mean([m[h] / naif[h] for h in teruji])) if bergerak else np.nan for n, m in mae.items()}
        terbaik = min((n for n in METODE if skor[n] < 1 - KEUNGGULAN), key=skor.__getitem__, default="naif")
        return Pilihan(terbaik, mae, skor, {h: len(galat["naif"][h]) for h in CAKRAWALA})


def uji(deret: Deret) -> Uji:
    """Forecast from every month of the series that has enough months behind it, with nothing but those months."""
    banyak = len(deret.bulan)
    asal = tuple(range(max(methods.LATIH_MINIMUM, banyak - ASAL_TERBANYAK) - 1, banyak - 1))
    taksiran: dict[int, methods.Taksiran] = {}
    maju: dict[str, list[Larik]] = {nama: [] for nama in METODE}
    for t in asal:
        panjang = methods.panjang_taksir(t + 1)
        if panjang not in taksiran:
            taksiran[panjang] = methods.taksir(deret.peserta[:panjang])
        isi = methods.ramalan(deret.peserta[: t + 1], float(deret.penyebut[t]), CAKRAWALA[-1], taksiran[panjang])
        for nama, nilai in isi.items():
            maju[nama].append(nilai)
    return Uji(deret.rasio, asal, {nama: np.array(isi) for nama, isi in maju.items()})
