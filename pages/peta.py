"""Peta: one metric over the six kecamatan or the 51 kelurahan, and the same cells as a table."""

import streamlit as st

from jamsostek import components, filters, ikhtisar, metrics, queries, shell
from jamsostek.figures import maps, tables

konteks = shell.mulai(__file__)
saringan = konteks.saringan
siapa = {"segmen": saringan.segmen, **saringan.orang(), "penyebut": saringan.penyebut}

with st.container(horizontal=True, gap="medium"):
    tingkat = filters.level_control()
    metrik = filters.metric_control()
if tingkat == "kelurahan":
    wilayah = queries.cakupan_per_kelurahan(bulan=saringan.bulan, **siapa)
else:
    wilayah = queries.cakupan_per_kecamatan(bulan=saringan.bulan, **siapa)

tampilan = maps.Tampilan(
    metrik, tingkat, saringan.bulan, terpilih=saringan.kode_terpilih(), tinggi=520,
    kata_penyebut=metrics.LABEL_PENYEBUT[saringan.penyebut],
)  # fmt: skip
peta, tabel = st.tabs(["Peta", "Tabel"])
with peta:
    components.peta(maps.peta(wilayah, tampilan), key="peta_besar", on_choose=filters.choose_area)
    components.catatan(
        "Garis wilayah bersifat indikatif (Kemendagri/BIG melalui cahyadsn/wilayah_boundaries, MIT); "
        "utara di atas. Klik atau Enter pada wilayah untuk menyaring; sekali lagi untuk melepas."
    )
with tabel:
    nama = [tables.teks(tingkat.capitalize(), f"nama_{tingkat}")]
    if tingkat == "kelurahan":
        nama.append(tables.teks("Kecamatan", "nama_kecamatan"))
    kolom = [*nama, *tables.kolom_akun(metrics.LABEL_PENYEBUT[saringan.penyebut].capitalize())]
    if tingkat == "kelurahan":
        kolom.append(tables.bulan("Daftar terakhir", "bulan_daftar"))
    components.tabel(
        tables.tabel(wilayah, kolom, judul=f"{konteks.judul_bulan} per {tingkat}", kode=f"kode_{tingkat}",
                     terpilih=saringan.kode_terpilih(), tinggi=520),
        key="tabel_peta",
    )  # fmt: skip
    components.unduh_csv(
        wilayah, nama=f"peta-{tingkat}-{saringan.bulan:%Y-%m}", contoh=konteks.contoh, keterangan=konteks.keterangan,
        key="unduh_peta",
    )  # fmt: skip
shell.akhir(konteks, [f"cakupan_per_{tingkat}"])
