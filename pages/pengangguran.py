"""Pengangguran: the register's counts by place and group; beside them, never mixed in, what others published."""

import streamlit as st

from jamsostek import components, filters, ikhtisar, kartu, metrics, narasi, queries, shell
from jamsostek.figures import bars, maps, tables, trends

konteks = shell.mulai(__file__)
pilih = konteks.saringan
tempat, orang = pilih.wilayah(), pilih.orang()
siapa = {"segmen": None, **orang, "penyebut": "angkatan_kerja"}

akun = queries.akun_bulanan(**tempat, **siapa)
nama = ikhtisar.pilihan(konteks.nama_wilayah, None, konteks.kelompok)
pokok = ikhtisar.Pokok(pilih.bulan, nama, None, "angkatan_kerja", akun)
components.kepala("Pengangguran", ikhtisar.kalimat_pengangguran(pokok), kartu.kartu_pengangguran(pokok))

if pilih.segmen:
    components.catatan("Segmen tidak berlaku di halaman ini: penganggur tidak punya segmen kepesertaan.")
with st.container(horizontal=True, gap="medium"):
    tingkat = filters.level_control(konteks.pilihan)
    ukuran = filters.unemployment_control()
pertanyaan = queries.cakupan_per_kelurahan if tingkat == "kelurahan" else queries.cakupan_per_kecamatan
wilayah = pertanyaan(bulan=pilih.bulan, **siapa)
kiri, kanan = st.columns([3, 2], gap="small")
with kiri:
    tampilan = maps.Tampilan(ukuran, tingkat, pilih.bulan, terpilih=pilih.kode_terpilih(), tinggi=420)
    components.peta(maps.peta(wilayah, tampilan), key="peta_penganggur", on_choose=filters.choose_area)
with kanan:
    components.grafik(
        lambda: bars.peringkat(
            maps.berwilayah(wilayah), ukuran, tingkat=tingkat, terpilih=pilih.kode_terpilih(), batas=20
        ),
        key="peringkat_penganggur",
        alt=narasi.alternatif_batang(wilayah, ukuran, f"nama_{tingkat}"),
    )

components.subjudul("Tiga jenis angka, berdampingan: bukan satu deret")
resmi = queries.angka_pengangguran()
components.tabel(
    tables.tabel(resmi, tables.kolom_angka_resmi(), judul="Angka resmi, pernyataan, dan register", tinggi=300),
    key="resmi",
)
components.subjudul(f"Penganggur dalam register per bulan, {nama}")
components.grafik(
    lambda: trends.tren_pengangguran(akun, rentang=None, bulan_terpilih=pilih.bulan),
    key="tren_penganggur",
    alt=narasi.alternatif_tren(akun, "penganggur", nama),
)
kelompok = queries.pengangguran_per_kelompok(bulan=pilih.bulan, **tempat, **orang)
for layar, (dimensi, label) in zip(st.columns(3), metrics.LABEL_DIMENSI.items(), strict=True):
    with layar:
        components.subjudul(f"TPT menurut {label.lower()}")
        components.grafik(
            lambda dimensi=dimensi: bars.kelompok(kelompok, dimensi),
            key=f"kelompok_{dimensi}",
            alt=f"TPT menurut {label.lower()}; nilai dan jumlah orang tertulis pada batang.",
        )
shell.akhir(konteks, [f"cakupan_per_{tingkat}", "pengangguran_per_kelompok", "angka_pengangguran"])
