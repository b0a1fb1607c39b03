"""Who is left behind: groups and kelurahan over time, and two paths of the same number of enrolments. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from jamsostek import giliran, metrics
from jamsostek.giliran import Kelurahan

BATAS = (0.25, 0.50, 0.75)
SEPARUH = 0.50
TAHUN_TERJAUH = 60
PER_TAHUN = (5_000, 10_000, 20_000, 40_000)
"""Enrolments a year offered for the two paths."""
JALUR = {"tercepat": "kesenjangan", "adil": giliran.ADIL}
"""The two paths and the order of enrolment of each (`giliran.urut`)."""


def di_bawah(df: pd.DataFrame) -> pd.DataFrame:
    """Per month the number of kelurahan whose coverage lies under 25, 50 and 75 %, and of those whose is not known.

    `df`: bulan and the account of every kelurahan, without the row of persons without a place. Columns: bulan,
    bawah_25, bawah_50, bawah_75, tak_diketahui (no value that may be shown), kelurahan (all).
    """
    known = metrics.keadaan(df, "cakupan").map(lambda state: state.ada_nilai).astype(bool)
    ratio = df["rasio_cakupan"].where(known)
    parts = {f"bawah_{round(b * 100)}": ratio < b for b in BATAS} | {"tak_diketahui": ~known, "kelurahan": known | True}
    return pd.DataFrame(parts).groupby(df["bulan"]).sum().astype(int).reset_index()


def selisih(df: pd.DataFrame) -> pd.DataFrame:
    """Per month how far the groups are apart: bulan, selisih (ratio), tertinggi, terendah (names of the groups).

    `df`: bulan, kategori and the account columns of each group. Only groups whose coverage may be shown take part;
    months with fewer than two of them are left out.
    """
    shown = df[metrics.keadaan(df, "cakupan").map(lambda state: state.ada_nilai).astype(bool)]
    rows = []
    for month, groups in shown.groupby("bulan", sort=True):
        ranked = groups.sort_values("rasio_cakupan", kind="stable")
        low, high = ranked.iloc[0], ranked.iloc[-1]
        if len(ranked) > 1:
            apart = float(high["rasio_cakupan"] - low["rasio_cakupan"])
            rows.append((month, apart, str(high["kategori"]), str(low["kategori"])))
    return pd.DataFrame(rows, columns=["bulan", "selisih", "tertinggi", "terendah"])


def tersembunyi(df: pd.DataFrame) -> pd.Series:
    """Which rows must stay hidden, of the parts of the participants by month: 1 to 4, and what gives one away.

    Where a single part of a month is hidden the total less the others tells it, so the next smallest goes with it.
    """
    small = df["jumlah_peserta"].between(1, metrics.AMBANG_RAHASIA - 1).fillna(False).astype(bool)
    for _month, rows in df[small.groupby(df["bulan"]).transform("sum") == 1].groupby("bulan"):
        rest = rows.loc[~small[rows.index] & (rows["jumlah_peserta"] > 0), "jumlah_peserta"]
        if not rest.empty:
            small |= small.index == rest.astype(int).idxmin()
    return small


@dataclass(frozen=True)
class Tahun:
    """One year of a path: persons enrolled so far, coverage of the place, kelurahan under half, the lowest of them."""

    ke: int
    orang: int
    cakupan: float
    bawah: int
    nama_terendah: str
    terendah: float


def jalur(tempat: Sequence[Kelurahan], peserta: int, penyebut: int, *, per_tahun: int, urutan: str) -> list[Tahun]:
    """The path of `per_tahun` enrolments a year until every gap is closed, at most TAHUN_TERJAUH years; year 0 first.

    Only kelurahan whose coverage may be shown take part; empty where there are none. Workers and participants besides
    those enrolled stay as they are, so at the same year every order has the same coverage of the whole place.
    """
    known = [k for k in tempat if k.cakupan() is not None]
    if not known or per_tahun < 1:
        return []
    turns = giliran.urut(known, urutan)
    years = min(-(-len(turns) // per_tahun), TAHUN_TERJAUH)
    path = []
    for year in range(years + 1):
        done = np.bincount(turns[: year * per_tahun], minlength=len(known))
        covered = [k.cakupan(int(n)) or 0.0 for k, n in zip(known, done, strict=True)]
        lowest = int(np.argmin(covered))
        persons = int(done.sum())
        below = sum(ratio < SEPARUH for ratio in covered)
        path.append(Tahun(year, persons, (peserta + persons) / penyebut, below, known[lowest].nama, covered[lowest]))
    return path


def tahun_tanpa(path: Sequence[Tahun]) -> int | None:
    """First year in which no kelurahan is under half; None where the path does not get there."""
    return next((tahun.ke for tahun in path if tahun.bawah == 0), None)
