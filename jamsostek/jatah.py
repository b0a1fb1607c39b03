"""Dividing the city's need among its parts in whole persons, so that the parts add up to it. Pure.

Lapse is one share for all parts: with a lapse of its own for each, the needs would not add up to the city's.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import pandas as pd

from jamsostek import formats, metrics
from jamsostek.laju import RENTANG, Capaian, Status, Syarat, status
from jamsostek.metrics import Keadaan

BAGI = {"kesenjangan": "Sebanding kesenjangan", "sama": "Bagian pekerja yang sama", "manual": "Diisi sendiri"}
"""The ways to divide the city's need among kelurahan; the first is the default."""

CATATAN_SEGMEN = (
    "Kebutuhan kota dibagi ke PU dan BPU sebanding kesenjangannya; Jasa Konstruksi dan Pekerja Migran Indonesia tidak "
    "punya penyebut. Orang yang ikut dua segmen dihitung di keduanya. Luruh setiap segmen ditampilkan, tetapi yang "
    "dipakai adalah luruh yang dipilih, sama untuk semua bagian, supaya bagian menjumlah menjadi kebutuhan kota."
)


def bagi_bulat(jumlah: int, bobot: Sequence[float]) -> list[int]:
    """`jumlah` in whole parts proportional to the weights (>= 0), by largest remainder; equal ones from the first on.

    The parts add up to `jumlah`, or are all 0 where no weight is above 0.
    """
    shares = [Fraction(w) for w in bobot]
    total = sum(shares)
    if not total:
        return [0] * len(shares)
    exact = [jumlah * share / total for share in shares]
    parts = [int(one) for one in exact]
    by_rest = sorted(range(len(exact)), key=lambda i: (parts[i] - exact[i], i))
    for i in by_rest[: jumlah - sum(parts)]:
        parts[i] += 1
    return parts


def bagian(
    akun: pd.DataFrame, kota: Mapping[Any, Any], syarat: Syarat, bagi: str, manual: Mapping[str, int] | None = None
) -> pd.DataFrame:
    """The city's need divided among the rows of `akun`: the account with four columns more, missing where not counted.

    jumlah_kesenjangan; jumlah_perlu_tanpa_luruh and jumlah_perlu, which add up to the city's; jumlah_sasaran, which is
    jumlah_perlu but for the rows that `manual` (code of the kelurahan to persons a month) names. `kota` is the city's
    row of the account. Rows whose coverage has no value that may be shown take no part.
    """
    akun = akun.reset_index(drop=True).assign(keadaan=metrics.keadaan(akun.reset_index(drop=True), "cakupan"))
    counted = [k.ada_nilai for k in akun["keadaan"]]
    rows = [(int(p), int(e)) for p, e in akun.loc[counted, ["jumlah_penyebut", "jumlah_peserta"]].to_numpy()]
    need = int(kota["jumlah_penyebut"]), int(kota["jumlah_peserta"])

    def parts(*, luruh: bool) -> list[int]:
        terms = syarat if luruh else Syarat(syarat.rasio, syarat.bulan, 0.0, syarat.tumbuh)
        weights = [terms.bobot(*row) for row in rows]
        if bagi == "sama":
            weights = [float(p) if weight else 0.0 for (p, _e), weight in zip(rows, weights, strict=True)]
        return bagi_bulat(terms.perlu(*need), weights)

    for name, values in (
        ("jumlah_kesenjangan", [syarat.kesenjangan(*row) for row in rows]),
        ("jumlah_perlu_tanpa_luruh", parts(luruh=False)),
        ("jumlah_perlu", parts(luruh=True)),
    ):
        akun[name] = pd.Series(pd.NA, index=akun.index, dtype="Int64")
        akun.loc[counted, name] = values
    given = akun["kode_kelurahan"].map(dict(manual)) if manual else pd.Series(pd.NA, index=akun.index)
    akun["jumlah_sasaran"] = given.astype("Int64").fillna(akun["jumlah_perlu"])
    return akun


HASIL = ("jumlah_kesenjangan", "jumlah_perlu_tanpa_luruh", "jumlah_perlu", "jumlah_sasaran")


def per_kecamatan(kelurahan: pd.DataFrame, akun: pd.DataFrame) -> pd.DataFrame:
    """The divided need of `bagian` by kecamatan, beside the account of the kecamatan (of cakupan_per_kecamatan)."""
    sums = kelurahan.groupby("kode_kecamatan")[list(HASIL)].sum(min_count=1)
    akun = akun.reset_index(drop=True).assign(keadaan=metrics.keadaan(akun.reset_index(drop=True), "cakupan"))
    return akun.merge(sums, left_on="kode_kecamatan", right_index=True)


def dengan_capaian(df: pd.DataFrame, capai: Mapping[str, Capaian], kode: str, syarat: Syarat) -> pd.DataFrame:
    """`df` with what was achieved (capaian), rasio_capaian and status, from the largest need down."""
    none = Capaian(dict.fromkeys(RENTANG, 0), dict.fromkeys(RENTANG, 0), dict.fromkeys(RENTANG, 0))
    own = [capai.get(str(code), none) for code in df[kode]]
    ratios: list[float | None] = []
    states: list[Status | None] = []
    for row, one in zip(df.to_dict("records"), own, strict=True):
        known = not pd.isna(row["jumlah_perlu"])
        pace = one.rata(12, syarat)
        ratios.append(pace / row["jumlah_perlu"] if known and pace is not None and row["jumlah_perlu"] else None)
        place = (row["jumlah_penyebut"], row["jumlah_peserta"])
        states.append(status(int(row["jumlah_perlu"]), pace, syarat, *place) if known else None)
    full = df.assign(
        capaian=pd.Series(own, index=df.index, dtype=object),
        rasio_capaian=pd.Series(ratios, index=df.index, dtype="float64"),
        status=pd.Series(states, index=df.index, dtype=object),
    )
    return full.sort_values("jumlah_perlu", ascending=False, kind="stable", na_position="last").reset_index(drop=True)


def catatan(kelurahan: pd.DataFrame, kota: Mapping[Any, Any], perlu: int) -> list[str]:
    """What the parts add up to, who takes no part, and whose denominator is in doubt; `kelurahan` is of `bagian`."""
    counted = kelurahan[kelurahan["jumlah_perlu"].notna()]
    if not counted["jumlah_perlu"].sum() and perlu:
        return ["Kebutuhan kota tidak dapat dibagi: tidak ada kelurahan yang kesenjangannya diketahui."]
    notes = [f"Jumlah {len(counted)} kelurahan = kebutuhan kota: {formats.angka(perlu)} per bulan."]
    for state, why in _TANPA_SASARAN.items():
        names = kelurahan.loc[kelurahan["keadaan"] == state, "nama_kelurahan"].tolist()
        if names:
            notes.append(f"{len(names)} kelurahan tanpa sasaran, {why}: {', '.join(names)}.")
    elsewhere = int(kota["jumlah_peserta"]) - int(counted["jumlah_peserta"].sum())
    if metrics.keadaan_jumlah(elsewhere) is Keadaan.NILAI and elsewhere:
        notes.append(
            f"{formats.angka(elsewhere)} peserta di luar kelurahan yang dihitung (termasuk tanpa wilayah) masuk "
            "peserta kota, penyebutnya tidak: kebutuhan kota sekurangnya sebesar ini."
        )
    above = kelurahan.loc[kelurahan["keadaan"] == Keadaan.DI_ATAS_100, "nama_kelurahan"].tolist()
    if above:
        notes.append(f"Di atas 100%, penyebutnya diragukan, periksa dahulu: {', '.join(above)}.")
    return notes


_TANPA_SASARAN = {
    Keadaan.TANPA_DATA: "belum ada penyebut",
    Keadaan.DISEMBUNYIKAN: "dirahasiakan (1 sampai 4 orang)",
    Keadaan.TIDAK_BERLAKU: "cakupan tidak berlaku",
}


def catatan_jatah(kelurahan: pd.DataFrame, syarat: Syarat) -> str:
    """How many kelurahan get more by an equal share than their own need; '' where none does."""
    rows = kelurahan[kelurahan["jumlah_perlu"].notna()].to_dict("records")
    more = sum(row["jumlah_perlu"] > syarat.perlu(row["jumlah_penyebut"], row["jumlah_peserta"]) for row in rows)
    return f"Dengan bagian yang sama {more} kelurahan mendapat lebih dari keperluannya sendiri." if more else ""


def selisih_manual(kelurahan: pd.DataFrame, perlu: int) -> str:
    """How the targets set by hand compare with the city's need: 'kurang 120 dari kebutuhan kota'."""
    total = int(kelurahan["jumlah_sasaran"].sum())
    said = f"Jumlah sasaran lurah {formats.angka(total)} per bulan"
    if total == perlu:
        return f"{said}: sama dengan kebutuhan kota."
    return f"{said}: {'kurang' if total < perlu else 'lebih'} {formats.angka(abs(total - perlu))} dari kebutuhan kota."
