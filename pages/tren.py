"""Tren: coverage month by month on one scale, by kecamatan and segment, and who came and went."""

import streamlit as st

from jamsostek import components, ikhtisar, narasi, queries, shell
from jamsostek.figures import tables, trends

konteks = shell.mulai(__file__)
saringan = konteks.saringan
tempat, orang = saringan.wilayah(), saringan.orang()
siapa = {"segmen": saringan.segmen, **orang, "penyebut": saringan.penyebut}

akun = queries.akun_bulanan(**tempat, **siapa)
target = queries.target_kota()
components.kepala("Tren", narasi.alternatif_tren(akun, "cakupan", konteks.nama_wilayah))

gambar = trends.tren_cakupan(
    akun, target=target[target["wilayah"] == ikhtisar.KODE_KOTA], bulan_terpilih=saringan.bulan
)
components.grafik(gambar, key="tren_cakupan", alt=narasi.alternatif_tren(akun, "cakupan", konteks.nama_wilayah))

kiri, kanan = st.columns(2)
with kiri:
    per_kecamatan = queries.tren_per_kecamatan(**siapa)
    components.subjudul("Cakupan per kecamatan")
    components.grafik(
        trends.tren_per_kecamatan(per_kecamatan, terpilih=saringan.kode_kecamatan), key="tren_kecamatan",
        alt="Cakupan enam kecamatan per bulan; nilainya ada di tabel.",
    )  # fmt: skip
with kanan:
    per_segmen = queries.tren_per_segmen(**tempat, **orang)
    components.subjudul("Cakupan per segmen (PU dan BPU)")
    components.grafik(
        trends.tren_per_segmen(per_segmen), key="tren_segmen",
        alt="Cakupan per segmen per bulan; nilainya ada di tabel.",
    )  # fmt: skip

arus = queries.arus_per_bulan(**tempat, segmen=saringan.segmen, **orang)
components.subjudul("Arus peserta per bulan: masuk baru, kembali aktif, keluar")
components.grafik(trends.arus(arus), key="arus", alt="Arus peserta per bulan; nilainya ada di tabel.")

with st.expander("Tabel angka yang sama"):
    gabung = akun.merge(arus, on="bulan", how="left").sort_values("bulan", ascending=False)
    components.tabel(
        tables.tabel(gabung, tables.kolom_tren(), judul=f"Per bulan, {konteks.nama_wilayah}", tinggi=420),
        key="tabel_tren",
    )
    components.unduh_csv(gabung, nama="tren", contoh=konteks.contoh, keterangan=konteks.keterangan, key="unduh_tren")
shell.akhir(konteks, ["akun_bulanan", "tren_per_kecamatan", "tren_per_segmen", "arus_per_bulan"])
