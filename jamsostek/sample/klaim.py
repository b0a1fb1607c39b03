"""Payments per month: many JHT, few JKM, amounts after the rules in force (data/referensi/manfaat.csv)."""

import numpy as np
import pyarrow as pa

from jamsostek.sample import waktu
from jamsostek.sample.kota import Kota
from jamsostek.sample.penduduk import Floats, Ints

SANTUNAN_JKM = 42_000_000
SANTUNAN_JKM_OLD = 24_000_000
FIRST_MONTH_OF_NEW_JKM = waktu.bulan(2020, 1)
NON_ASN_FROM = waktu.bulan(2021, 5)
JKP_FROM = waktu.bulan(2022, 5)
NON_ASN_PAYMENTS_JUNE_2023 = 3
BEASISWA = np.array([1_500_000, 2_000_000, 3_000_000, 12_000_000])


def month(rng: np.random.Generator, kota: Kota, t: int) -> pa.Table:
    """The payments of month number `t`, one row each."""
    rows: list[tuple[str, str, Ints, str]] = [
        ("JHT", "jht", _rupiah(rng, rng.poisson(210 + 2 * t), 15.6, 0.9), "pu"),
        ("JKK", "jkk", _rupiah(rng, rng.poisson(4), 16.2, 0.8), "pu"),
        ("JP", "jp", _rupiah(rng, rng.poisson(14), 13.3, 0.4), "pu"),
        ("JKM", "santunan_jkm", _jkm(t, rng.poisson(3)), "pu"),
        ("JKM", "santunan_jkm", _jkm(t, rng.poisson(1)), "bpu"),
        ("JKM", "beasiswa", rng.choice(BEASISWA, rng.poisson(3 if t >= FIRST_MONTH_OF_NEW_JKM else 0)), "pu"),
    ]
    if t >= JKP_FROM:
        rows.append(("JKP", "jkp", _rupiah(rng, rng.poisson(3), 14.5, 0.3), "pu"))
    non_asn = rng.poisson(0.3)
    if t >= NON_ASN_FROM:
        count = NON_ASN_PAYMENTS_JUNE_2023 if t == waktu.LAST else non_asn
        rows.append(("JKM", "santunan_jkm", _jkm(t, count), "non_asn"))
    lengths = [len(row[2]) for row in rows]
    tempat = pa.array(rng.choice(len(kota.nama), sum(lengths), p=_weights(kota)))
    return pa.table({
        "PROGRAM": np.repeat([row[0] for row in rows], lengths),
        "JENIS MANFAAT": np.repeat([row[1] for row in rows], lengths),
        "KELURAHAN": pa.array(kota.nama).take(tempat),
        "KECAMATAN": pa.array(kota.nama_kecamatan).take(tempat),
        "RUPIAH": np.concatenate([row[2] for row in rows]).astype(str),
        "SUMBER KEPESERTAAN": np.repeat([row[3] for row in rows], lengths),
    })  # fmt: skip


def _weights(kota: Kota) -> Floats:
    weights = kota.bobot * kota.faktor_cakupan
    return np.asarray(weights / weights.sum(), dtype=np.float64)


def _rupiah(rng: np.random.Generator, count: int, mean: float, spread: float) -> Ints:
    """Log-normal amounts in whole rupiah."""
    return np.round(rng.lognormal(mean, spread, count)).astype(np.int64)


def _jkm(t: int, count: int) -> Ints:
    return np.full(count, SANTUNAN_JKM if t >= FIRST_MONTH_OF_NEW_JKM else SANTUNAN_JKM_OLD)
