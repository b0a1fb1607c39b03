"""Peta: one metric over the six kecamatan or the 51 kelurahan, and the same cells as a table."""

import streamlit as st

from jamsostek import components, filters, metrics, queries, shell
from jamsostek.figures import maps, tables

konteks = shell.mulai(__file__)
pilih = konteks.saringan
siapa = {"segmen": pilih.segmen, **pilih.orang(), "penyebut": pilih.penyebut}
penyebut = metrics.LABEL_PENYEBUT[pilih.penyebut]

with st.container(horizontal=True, gap="medium"):
    tingkat = filters.level_control()
    metrik = filters.metric_control()
pertanyaan = queries.cakupan_per_kelurahan if tingkat == "kelurahan" else queries.cakupan_per_kecamatan
wilayah = pertanyaan(bulan=pilih.bulan, **siapa)

tampilan = maps.Tampilan(
    metrik, tingkat, pilih.bulan, terpilih=pilih.kode_terpilih(), tinggi=500, kata_penyebut=penyebut
)
peta, tabel = st.tabs(["Peta", "Tabel"])
with peta:
    components.peta(maps.peta(wilayah, tampilan), key="peta_besar", on_choose=filters.choose_area)
    components.catatan(
        "Garis wilayah bersifat indikatif (Kemendagri/BIG melalui cahyadsn/wilayah_boundaries, MIT); "
        "utara di atas. Klik atau Enter pada wilayah untuk menyaring; sekali lagi untuk melepas."
    )
with tabel:
    components.tabel(
        tables.tabel(wilayah, tables.kolom_wilayah(tingkat, penyebut), judul=f"{konteks.judul_bulan} per {tingkat}",
                     kode=f"kode_{tingkat}", terpilih=pilih.kode_terpilih(), tinggi=520),
        key="tabel_peta",
    )  # fmt: skip
    components.unduh_csv(
        tables.untuk_unduhan(wilayah),
        nama=f"peta-{tingkat}-{pilih.bulan:%Y-%m}",
        contoh=konteks.contoh,
        keterangan=konteks.keterangan,
        key="unduh_peta",
    )
shell.akhir(konteks, [f"cakupan_per_{tingkat}"])
