"""One typed, cached function per file queries/<name>.sql: same name, same parameters.

Each returns a fresh DataFrame as jamsostek.sql.run describes (whole numbers Int64 with pd.NA, ratios float64 with NaN,
months and dates datetime64). None in a filter means all. Each raises db.DataTidakAda or db.DataRusak when there is no
data. Meaning, grain, denominator and caveats stand in the header of the SQL file (`sql.load(name).doc`).

The "account" columns: jumlah_peserta, jumlah_penyebut, rasio_cakupan, jumlah_pekerja, jumlah_belum_terlindungi,
jumlah_penganggur, jumlah_angkatan_kerja, rasio_tpt.
"""

import datetime as dt

import pandas as pd
import streamlit as st

from jamsostek import db, sql

_Params = tuple[tuple[str, object], ...]
PENYEBUT = "penduduk_bekerja"


# max_entries bounds memory; old versions are evicted as new ones come, so nothing has to be invalidated
@st.cache_data(max_entries=1000, show_spinner=False)
def _rows(name: str, version: str, params: _Params) -> pd.DataFrame:  # noqa: ARG001 - version is the cache key
    return sql.run(sql.load(name), dict(params))


def _ask(name: str, **params: object) -> pd.DataFrame:
    return _rows(name, db.version(), tuple(params.items()))


def akun_bulanan(
    *,
    kode_kecamatan: str | None = None,
    kode_kelurahan: str | None = None,
    segmen: str | None = None,
    jenis_kelamin: str | None = None,
    kelompok_umur: str | None = None,
    penyebut: str = PENYEBUT,
) -> pd.DataFrame:
    """One row per month for the whole selection: bulan + account."""
    return _ask(
        "akun_bulanan",
        kode_kecamatan=kode_kecamatan,
        kode_kelurahan=kode_kelurahan,
        segmen=segmen,
        jenis_kelamin=jenis_kelamin,
        kelompok_umur=kelompok_umur,
        penyebut=penyebut,
    )


def cakupan_per_kecamatan(
    *,
    bulan: dt.date,
    segmen: str | None = None,
    jenis_kelamin: str | None = None,
    kelompok_umur: str | None = None,
    penyebut: str = PENYEBUT,
) -> pd.DataFrame:
    """The kecamatan and the tanpa wilayah row: kode_kecamatan, nama_kecamatan + account + berlaku (bool)."""
    return _ask(
        "cakupan_per_kecamatan",
        bulan=bulan,
        segmen=segmen,
        jenis_kelamin=jenis_kelamin,
        kelompok_umur=kelompok_umur,
        penyebut=penyebut,
    )


def cakupan_per_kelurahan(
    *,
    bulan: dt.date,
    segmen: str | None = None,
    jenis_kelamin: str | None = None,
    kelompok_umur: str | None = None,
    penyebut: str = PENYEBUT,
) -> pd.DataFrame:
    """Kelurahan of the month and tanpa wilayah: codes and names + account + berlaku, bulan_daftar, umur_bulan."""
    return _ask(
        "cakupan_per_kelurahan",
        bulan=bulan,
        segmen=segmen,
        jenis_kelamin=jenis_kelamin,
        kelompok_umur=kelompok_umur,
        penyebut=penyebut,
    )


def akun_per_kelurahan(
    *,
    segmen: str | None = None,
    jenis_kelamin: str | None = None,
    kelompok_umur: str | None = None,
    penyebut: str = PENYEBUT,
) -> pd.DataFrame:
    """One row per month and kelurahan (tanpa wilayah too): bulan, code and name of both levels + account + berlaku."""
    return _ask(
        "akun_per_kelurahan",
        segmen=segmen,
        jenis_kelamin=jenis_kelamin,
        kelompok_umur=kelompok_umur,
        penyebut=penyebut,
    )


def tren_per_kecamatan(
    *,
    segmen: str | None = None,
    jenis_kelamin: str | None = None,
    kelompok_umur: str | None = None,
    penyebut: str = PENYEBUT,
) -> pd.DataFrame:
    """One row per month and kecamatan (tanpa wilayah too): bulan, kode_kecamatan, nama_kecamatan + account."""
    return _ask(
        "tren_per_kecamatan",
        segmen=segmen,
        jenis_kelamin=jenis_kelamin,
        kelompok_umur=kelompok_umur,
        penyebut=penyebut,
    )


def tren_per_segmen(
    *,
    kode_kecamatan: str | None = None,
    kode_kelurahan: str | None = None,
    jenis_kelamin: str | None = None,
    kelompok_umur: str | None = None,
) -> pd.DataFrame:
    """One row per month and segmen (PU, BPU, JAKON, PMI): jumlah_peserta, jumlah_penyebut, rasio_cakupan."""
    return _ask(
        "tren_per_segmen",
        kode_kecamatan=kode_kecamatan,
        kode_kelurahan=kode_kelurahan,
        jenis_kelamin=jenis_kelamin,
        kelompok_umur=kelompok_umur,
    )


def arus_per_bulan(
    *,
    kode_kecamatan: str | None = None,
    kode_kelurahan: str | None = None,
    segmen: str | None = None,
    jenis_kelamin: str | None = None,
    kelompok_umur: str | None = None,
) -> pd.DataFrame:
    """Per month comparable with the month before: jumlah_masuk, _kembali, _keluar, _pindah_masuk, _pindah_keluar."""
    return _ask(
        "arus_per_bulan",
        kode_kecamatan=kode_kecamatan,
        kode_kelurahan=kode_kelurahan,
        segmen=segmen,
        jenis_kelamin=jenis_kelamin,
        kelompok_umur=kelompok_umur,
    )


def arus_per_kelurahan(
    *,
    bulan: dt.date,
    segmen: str | None = None,
    jenis_kelamin: str | None = None,
    kelompok_umur: str | None = None,
) -> pd.DataFrame:
    """Per month of the last twelve and kelurahan: jumlah_peserta_awal (the month before) and the flow's columns."""
    return _ask(
        "arus_per_kelurahan",
        bulan=bulan,
        segmen=segmen,
        jenis_kelamin=jenis_kelamin,
        kelompok_umur=kelompok_umur,
    )


def peserta_per_sumber_iuran(
    *,
    kode_kecamatan: str | None = None,
    kode_kelurahan: str | None = None,
    segmen: str | None = None,
    jenis_kelamin: str | None = None,
    kelompok_umur: str | None = None,
) -> pd.DataFrame:
    """One row per month and sumber_iuran: jumlah_peserta, jumlah_seluruh (all participants), rasio_peserta."""
    return _ask(
        "peserta_per_sumber_iuran",
        kode_kecamatan=kode_kecamatan,
        kode_kelurahan=kode_kelurahan,
        segmen=segmen,
        jenis_kelamin=jenis_kelamin,
        kelompok_umur=kelompok_umur,
    )


def retensi(*, bulan: dt.date, kode_kecamatan: str | None = None, segmen: str | None = None) -> pd.DataFrame:
    """Per payer and months since joining, as known in `bulan`: jumlah_mulai, jumlah_bertahan; no segmen means BPU."""
    return _ask("retensi", bulan=bulan, kode_kecamatan=kode_kecamatan, segmen=segmen)


def akhir_subsidi(*, bulan: dt.date, kode_kecamatan: str | None = None, segmen: str | None = None) -> pd.DataFrame:
    """Per subsidised group that ended, payer, dimensi and kategori: jumlah_peserta before, jumlah_berhenti of them."""
    return _ask("akhir_subsidi", bulan=bulan, kode_kecamatan=kode_kecamatan, segmen=segmen)


def pengangguran_per_kelompok(
    *,
    bulan: dt.date,
    kode_kecamatan: str | None = None,
    kode_kelurahan: str | None = None,
    jenis_kelamin: str | None = None,
    kelompok_umur: str | None = None,
) -> pd.DataFrame:
    """One row per category: dimensi, kategori, jumlah_penganggur, jumlah_angkatan_kerja, rasio_tpt."""
    return _ask(
        "pengangguran_per_kelompok",
        bulan=bulan,
        kode_kecamatan=kode_kecamatan,
        kode_kelurahan=kode_kelurahan,
        jenis_kelamin=jenis_kelamin,
        kelompok_umur=kelompok_umur,
    )


def angka_pengangguran() -> pd.DataFrame:
    """Published figures on unemployment in the city, each with jenis_angka and source."""
    return _ask("angka_pengangguran")


def angka_cakupan() -> pd.DataFrame:
    """Published figures on coverage in the city and the province (column wilayah), each with jenis_angka and source."""
    return _ask("angka_cakupan")


def target_kota() -> pd.DataFrame:
    """All coverage targets with wilayah, penerbit, source and adalah_contoh."""
    return _ask("target_kota")


def keadaan_bulan() -> pd.DataFrame:
    """Per month with a participants' file: basis_wilayah, tanggal_impor (UTC), ada_peserta, adalah_sementara."""
    return _ask("keadaan_bulan")


def kesegaran() -> pd.DataFrame:
    """One row: versi, months, import time (UTC), kelurahan that never reported."""
    return _ask("kesegaran")


def pendataan_per_kelurahan(*, bulan: dt.date) -> pd.DataFrame:
    """Kelurahan of the month: age and source of the lists in force, RT that reported, persons, on several lists."""
    return _ask("pendataan_per_kelurahan", bulan=bulan)


def pendataan_ringkas(
    *,
    bulan: dt.date,
    kode_kecamatan: str | None = None,
    kode_kelurahan: str | None = None,
) -> pd.DataFrame:
    """One row for the place and month: kelurahan, those without a list, RT that reported, persons; else empty."""
    return _ask("pendataan_ringkas", bulan=bulan, kode_kecamatan=kode_kecamatan, kode_kelurahan=kode_kelurahan)


def pendataan_per_rt(*, kode_kelurahan: str | None = None) -> pd.DataFrame:
    """The latest RT/RW list by rw and rt: jumlah_baris, jumlah_orang, jumlah_ganda, jumlah_terlindungi."""
    return _ask("pendataan_per_rt", kode_kelurahan=kode_kelurahan)


def rt_belum_melapor(*, kode_kecamatan: str | None = None, kode_kelurahan: str | None = None) -> pd.DataFrame:
    """RT missing from the latest list: one row per known number, and one with a count where no number is known."""
    return _ask("rt_belum_melapor", kode_kecamatan=kode_kecamatan, kode_kelurahan=kode_kelurahan)


def konflik_register(*, kode_kecamatan: str | None = None, kode_kelurahan: str | None = None) -> pd.DataFrame:
    """Records that disagree about one person: file and row of the one in use, of the other, and what differs."""
    return _ask("konflik_register", kode_kecamatan=kode_kecamatan, kode_kelurahan=kode_kelurahan)


def daftar_batch() -> pd.DataFrame:
    """One row per batch known to the served data: id_batch, jenis, dipakai, ditarik, adalah_contoh."""
    return _ask("daftar_batch")


def bulan_tersedia() -> pd.DataFrame:
    """The months that can be shown, ascending: bulan."""
    return _ask("bulan_tersedia")


def wilayah_pilihan() -> pd.DataFrame:
    """All kelurahan that ever were, with kecamatan, slugs, berlaku_mulai and berlaku_sampai (NaT: open)."""
    return _ask("wilayah_pilihan")


def jejak_angka(
    *,
    bulan: dt.date,
    kode_kecamatan: str | None = None,
    kode_kelurahan: str | None = None,
) -> pd.DataFrame:
    """The batches behind the month and place: id_batch, file name, SHA-256, import time (UTC), row counts."""
    return _ask("jejak_angka", bulan=bulan, kode_kecamatan=kode_kecamatan, kode_kelurahan=kode_kelurahan)
