"""Tren: coverage month by month on one scale, by kecamatan and segment, and who came and went."""

import streamlit as st

from jamsostek import components, kartu, metrics, narasi, queries, shell
from jamsostek.figures import flows, tables, trends

konteks = shell.mulai(__file__)
pilih = konteks.saringan
tempat, orang = pilih.wilayah(), pilih.orang()
siapa = {"segmen": pilih.segmen, **orang, "penyebut": pilih.penyebut}

akun = queries.akun_bulanan(**tempat, **siapa)
arus = queries.arus_per_bulan(**tempat, segmen=pilih.segmen, **orang)
per_kecamatan = queries.tren_per_kecamatan(**siapa)
per_segmen = queries.tren_per_segmen(**tempat, **orang)
sasaran, kata = kartu.jalur_kota(queries.target_kota()), metrics.LABEL_PENYEBUT[pilih.penyebut]
peristiwa = trends.peristiwa_untuk(contoh=konteks.contoh)
kalimat = narasi.alternatif_tren(akun, "cakupan", konteks.nama_pilihan)

components.kepala("Tren", kalimat)
components.grafik(
    lambda: trends.tren_cakupan(
        akun, target=sasaran, bulan_terpilih=pilih.bulan, rentang=None, kata_penyebut=kata, peristiwa=peristiwa
    ),
    key="tren_cakupan",
    alt=kalimat,
)
kiri, kanan = st.columns(2)
with kiri:
    components.subjudul("Cakupan per kecamatan")
    components.grafik(
        lambda: trends.tren_per_kecamatan(per_kecamatan, terpilih=pilih.kode_kecamatan),
        key="tren_kecamatan",
        alt="Cakupan setiap kecamatan per bulan; nilainya ada di tabel di bawah.",
    )
with kanan:
    components.subjudul("Cakupan per segmen")
    components.grafik(
        lambda: trends.tren_per_segmen(per_segmen),
        key="tren_segmen",
        alt="Cakupan per segmen per bulan; nilainya ada di tabel di bawah.",
    )
components.subjudul("Arus peserta per bulan: masuk baru, kembali aktif, keluar")
components.grafik(lambda: flows.arus(arus), key="arus", alt="Arus peserta per bulan; nilainya ada di tabel di bawah.")

with st.expander("Tabel angka yang sama"):
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
shell.akhir(konteks, ["akun_bulanan", "tren_per_kecamatan", "tren_per_segmen", "arus_per_bulan", "target_kota"])
