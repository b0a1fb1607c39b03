"""Coverage month by month with its targets, events and breaks; by kecamatan and by segment; the same as a table."""

import streamlit as st

from jamsostek import components, kartu, metrics, narasi, queries
from jamsostek.figures import tables, trends
from jamsostek.shell import Konteks


def tampil(konteks: Konteks) -> None:
    """The headline, the coverage of the chosen place, and beside one another kecamatan and segments."""
    pilih = konteks.saringan
    akun = queries.akun_bulanan(**pilih.wilayah(), **konteks.siapa)
    kalimat = narasi.alternatif_tren(akun, "cakupan", konteks.nama_pilihan)
    components.kepala("Tren", kalimat)
    components.grafik(
        lambda: trends.tren_cakupan(
            akun,
            target=kartu.jalur_kota(queries.target_kota()),
            bulan_terpilih=pilih.bulan,
            rentang=None,
            kata_penyebut=metrics.LABEL_PENYEBUT[pilih.penyebut],
            peristiwa=trends.peristiwa_untuk(contoh=konteks.contoh),
        ),
        key="tren_cakupan",
        alt=kalimat,
    )
    kiri, kanan = st.columns(2)
    with kiri:
        _per_kecamatan(konteks)
    with kanan:
        _per_segmen(konteks)


def _per_kecamatan(konteks: Konteks) -> None:
    per_kecamatan = queries.tren_per_kecamatan(**konteks.siapa)
    components.subjudul("Cakupan per kecamatan")
    components.grafik(
        lambda: trends.tren_per_kecamatan(per_kecamatan, terpilih=konteks.saringan.kode_kecamatan),
        key="tren_kecamatan",
        alt="Cakupan setiap kecamatan per bulan; nilainya ada di tabel di bawah.",
    )


def _per_segmen(konteks: Konteks) -> None:
    per_segmen = queries.tren_per_segmen(**konteks.saringan.wilayah(), **konteks.saringan.orang())
    components.subjudul("Cakupan per segmen")
    components.grafik(
        lambda: trends.tren_per_segmen(per_segmen),
        key="tren_segmen",
        alt="Cakupan per segmen per bulan; nilainya ada di tabel di bawah.",
    )


def tabel(konteks: Konteks) -> None:
    """The months as a table, account and flow together."""
    pilih = konteks.saringan
    with st.expander("Tabel angka yang sama"):
        akun = queries.akun_bulanan(**pilih.wilayah(), **konteks.siapa)
        arus = queries.arus_per_bulan(**pilih.wilayah(), segmen=pilih.segmen, **pilih.orang())
        gabung = akun.merge(arus, on="bulan", how="left").sort_values("bulan", ascending=False)
        components.tabel(
            tables.tabel(gabung, tables.kolom_tren(), judul=f"Per bulan, {konteks.nama_pilihan}", tinggi=420),
            key="tabel_tren",
        )
        components.unduh_csv(
            tables.untuk_unduhan(gabung),
            nama="tren",
            contoh=konteks.contoh,
            keterangan=konteks.keterangan,
            key="unduh_tren",
        )
