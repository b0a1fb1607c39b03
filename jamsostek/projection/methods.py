"""The forecasting methods: participants of consecutive months in, coverage of the months to come out.

Participants are projected and the denominator is held at its last value: a register that grows because a list came in
is no enrolment, and must not be taken for one. A method sees the months handed to it and nothing else.
"""

import os
import warnings
from dataclasses import dataclass

import numpy as np

from jamsostek.projection.series import Bulan, Larik

JENUH = 1.0
"""Level that the logistic approaches, as a ratio of the denominator: everybody covered."""
JENDELA_LOGISTIK = 24
"""Months whose logit the logistic's slope is fitted to."""
LATIH_MINIMUM = 8
"""Fewest months a method learns from."""
TAKSIR_ULANG = 6
"""Months between two estimates of the damped trend; its level and trend follow every month."""


@dataclass(frozen=True)
class Metode:
    """A method as people read it: name and what it assumes."""

    nama: str
    anggapan: str


METODE = {
    "naif": Metode("Naif", "peserta bulan terakhir bertahan"),
    "hanyutan": Metode("Hanyutan", "perubahan rata-rata per bulan sejak bulan pertama berlanjut"),
    "teredam": Metode("Tren teredam", "tren terbaru berlanjut dan makin lemah (Holt teredam)"),
    "logistik": Metode(
        "Logistik", f"kurva S yang jenuh pada 100% penyebut, lereng dari {JENDELA_LOGISTIK} bulan terakhir"
    ),
}
"""Keys in the order in which equals are preferred; the first is what every other has to beat."""


@dataclass(frozen=True)
class Taksiran:
    """Parameters of the damped trend (level, trend and damping factors, 0..1), first level and trend (persons)."""

    alfa: float
    beta: float
    phi: float
    aras: float
    tren: float


def ramalan(peserta: Larik, penyebut: float, cakrawala: int, taksiran: Taksiran | None = None) -> dict[str, Larik]:
    """Coverage 1..`cakrawala` months ahead by every method, not clipped; NaN where a method does not apply.

    `penyebut` is the last month's; `taksiran` the estimate of the damped trend, made here where it is not given.
    """
    ke = np.arange(1, cakrawala + 1)
    laju = (peserta[-1] - peserta[0]) / (len(peserta) - 1)
    orang = {
        "naif": np.full(cakrawala, peserta[-1]),
        "hanyutan": peserta[-1] + laju * ke,
        "teredam": teredam(peserta, taksiran or taksir(peserta[: panjang_taksir(len(peserta))]), ke),
        "logistik": logistik(peserta, JENUH * penyebut, ke),
    }
    return {nama: isi / penyebut for nama, isi in orang.items()}


def logistik(peserta: Larik, jenuh: float, ke: Bulan) -> Larik:
    """Persons on an S-curve below `jenuh` persons: the logit goes on from the last month with its fitted slope.

    NaN where a month lies outside (0, jenuh), for there the logit does not exist.
    """
    akhir = peserta[-JENDELA_LOGISTIK:]
    if akhir.min() <= 0 or akhir.max() >= jenuh:
        return np.full(len(ke), np.nan)
    logit = np.log(akhir / (jenuh - akhir))
    waktu = np.arange(len(akhir)) - (len(akhir) - 1) / 2
    lereng = (waktu @ logit) / (waktu @ waktu)
    return np.asarray(jenuh / (1 + np.exp(-(logit[-1] + lereng * ke))))


def panjang_taksir(banyak: int) -> int:
    """How many of the first `banyak` months the estimate in force at the last of them was made from."""
    return LATIH_MINIMUM + (banyak - LATIH_MINIMUM) // TAKSIR_ULANG * TAKSIR_ULANG


def taksir(peserta: Larik) -> Taksiran:
    """Holt's linear trend, damped, estimated by least squares of the one-step errors (statsmodels)."""
    if np.ptp(peserta) == 0:  # nothing to estimate from: any parameters give the same level line
        return Taksiran(1.0, 0.0, 0.9, float(peserta[0]), 0.0)
    # Threads for matrices of five rows only wait for one another, ten times as long on a busy machine; read on loading.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from statsmodels.tsa.holtwinters import Holt  # half a second to load: paid by the pages that project

    skala = float(np.abs(peserta).mean())
    with warnings.catch_warnings():
        # Estimates that did not settle are still the best found, and the back-test judges what comes of them.
        warnings.simplefilter("ignore")
        hasil = Holt(peserta / skala, damped_trend=True, initialization_method="estimated").fit()
    isi = hasil.params
    return Taksiran(
        float(isi["smoothing_level"]),
        float(isi["smoothing_trend"]),
        float(isi["damping_trend"]),
        float(isi["initial_level"]) * skala,
        float(isi["initial_trend"]) * skala,
    )


def teredam(peserta: Larik, taksiran: Taksiran, ke: Bulan) -> Larik:
    """Persons by the damped trend: level and trend follow every month, the parameters stay as estimated.

    The same recursion as the library's with given parameters, without a model object for each of fifty origins.
    """
    aras, tren, phi = taksiran.aras, taksiran.tren, taksiran.phi
    for nilai in peserta:
        baru = taksiran.alfa * nilai + (1 - taksiran.alfa) * (aras + phi * tren)
        tren = taksiran.beta * (baru - aras) + (1 - taksiran.beta) * phi * tren
        aras = baru
    return np.asarray(aras + tren * np.cumsum(phi**ke))
