"""Pengangguran: the register's counts by place and group, and beside them, never mixed in, what others have published."""

import streamlit as st

from jamsostek import components, filters, ikhtisar, narasi, queries, shell
from jamsostek.figures import bars, maps, tables, trends

konteks = shell.mulai(__file__)
saringan = konteks.saringan
tempat, orang = saringan.wilayah(), saringan.orang()
umum = {"segmen": None, **orang, "penyebut": "angkatan_kerja"}

akun = queries.akun_bulanan(**tempat, **umum)
pokok = ikhtisar.Pokok(saringan.bulan, konteks.nama_wilayah, None, "angkatan_kerja", akun, konteks.contoh)
resmi = queries.angka_pengangguran()
components.kepala("Pengangguran", ikhtisar.kalimat_pengangguran(pokok), ikhtisar.kartu_pengangguran(pokok))

with st.container(horizontal=True, gap="medium"):
    tingkat = filters.level_control()
    metrik = filters.unemployment_control()
if tingkat == "kelurahan":
    wilayah = queries.cakupan_per_kelurahan(bulan=saringan.bulan, **umum)
else:
    wilayah = queries.cakupan_per_kecamatan(bulan=saringan.bulan, **umum)
kiri, kanan = st.columns([3, 2], gap="small")
with kiri:
    tampilan = maps.Tampilan(metrik, tingkat, saringan.bulan, terpilih=saringan.kode_terpilih(), tinggi=420)
    components.peta(maps.peta(wilayah, tampilan), key="peta_penganggur", on_choose=filters.choose_area)
with kanan:
    urut = wilayah.sort_values("jumlah_penganggur", ascending=False, na_position="last")
    kolom = [
        tables.teks(tingkat.capitalize(), f"nama_{tingkat}"),
        tables.ukuran("penganggur"),
        tables.ukuran("tpt", "TPT"),
    ]
    components.tabel(
        tables.tabel(urut, kolom, judul=f"Penganggur per {tingkat}", kode=f"kode_{tingkat}",
                     terpilih=saringan.kode_terpilih(), tinggi=420),
        key="tabel_penganggur",
    )  # fmt: skip

components.subjudul("Tiga jenis angka, berdampingan: bukan satu deret")
components.tabel(
    tables.tabel(resmi, tables.kolom_angka_resmi(), judul="Angka resmi, pernyataan, dan register"), key="angka_resmi"
)

components.subjudul(f"Penganggur dalam register per bulan, {konteks.nama_wilayah}")
components.grafik(trends.tren_pengangguran(akun), key="tren_penganggur",
                  alt=narasi.alternatif_tren(akun, "penganggur", konteks.nama_wilayah))  # fmt: skip

kelompok = queries.pengangguran_per_kelompok(bulan=saringan.bulan, **tempat, **orang)
for kolom_layar, dimensi in zip(st.columns(3), ("jenis_kelamin", "kelompok_umur", "pendidikan"), strict=True):
    with kolom_layar:
        components.subjudul(f"Menurut {dimensi.replace('_', ' ')}")
        components.grafik(bars.kelompok(kelompok, dimensi), key=f"kelompok_{dimensi}",
                          alt=f"Penganggur menurut {dimensi.replace('_', ' ')}; nilainya tertulis pada batang.")  # fmt: skip
shell.akhir(konteks, ["cakupan_per_kecamatan", "pengangguran_per_kelompok", "angka_pengangguran"])
