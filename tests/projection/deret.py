"""Monthly series to project from, with a known truth."""

from datetime import date

import numpy as np
import pandas as pd

from jamsostek.projection.outlook import bulan_ke
from jamsostek.projection.series import Deret

AWAL = date(2018, 1, 1)
PENYEBUT = 100_000


def buat(rasio, penyebut=None) -> Deret:
    """A series from AWAL on with these ratios of a denominator, by default always PENYEBUT."""
    p = np.full(len(rasio), float(PENYEBUT)) if penyebut is None else np.asarray(penyebut, dtype=float)
    return Deret(tuple(bulan_ke(AWAL, i) for i in range(len(rasio))), np.asarray(rasio) * p, p)


def akun(peserta, penyebut) -> pd.DataFrame:
    """Account columns of consecutive months from AWAL on; None is a missing count."""
    df = pd.DataFrame(
        {
            "bulan": pd.to_datetime([bulan_ke(AWAL, i) for i in range(len(peserta))]),
            "jumlah_peserta": pd.array(peserta, dtype="Int64"),
            "jumlah_penyebut": pd.array(penyebut, dtype="Int64"),
        }
    )
    return df.assign(rasio_cakupan=df["jumlah_peserta"].astype("Float64") / df["jumlah_penyebut"])


def jalan_acak(seed: int, banyak: int = 60, langkah: float = 0.004) -> np.ndarray:
    """A random walk of coverage without drift, around 40 %."""
    return 0.4 + np.cumsum(np.random.default_rng(seed).normal(0, langkah, banyak))
