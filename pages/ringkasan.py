"""Ringkasan: one sentence, four figures, one map, who is furthest behind, and the way here."""

import streamlit as st

from jamsostek import components, filters, ikhtisar, narasi, queries, shell
from jamsostek.figures import maps, tables, trends

konteks = shell.mulai(__file__)
saringan = konteks.saringan
siapa = {"segmen": saringan.segmen, **saringan.orang(), "penyebut": saringan.penyebut}

akun = queries.akun_bulanan(**saringan.wilayah(), **siapa)
per_kecamatan = queries.cakupan_per_kecamatan(bulan=saringan.bulan, **siapa)
pokok = ikhtisar.Pokok(saringan.bulan, konteks.nama_wilayah, saringan.segmen, saringan.penyebut, akun, konteks.contoh)
target = queries.target_kota()
sasaran = ikhtisar.sasaran_kota(target, saringan.bulan)
terendah = None if saringan.kode_kecamatan else ikhtisar.terendah(per_kecamatan, "kecamatan")
kelompok = ikhtisar.kelompok(saringan.jenis_kelamin, saringan.kelompok_umur)

components.kepala(
    "Ringkasan",
    narasi.headline(ikhtisar.fakta(pokok, terendah, kelompok)),
    ikhtisar.kartu_ringkasan(pokok, sasaran),
)

kiri, kanan = st.columns([3, 2], gap="small")
with kiri:
    tampilan = maps.Tampilan(
        "cakupan", "kecamatan", saringan.bulan, terpilih=saringan.kode_kecamatan, tinggi=370,
        kata_penyebut=pokok.kata_penyebut,
    )  # fmt: skip
    components.peta(maps.peta(per_kecamatan, tampilan), key="peta_ringkasan", on_choose=filters.choose_area)
with kanan:
    urut = per_kecamatan.sort_values("jumlah_belum_terlindungi", ascending=False, na_position="last")
    kolom = [tables.teks("Kecamatan", "nama_kecamatan"), tables.ukuran("belum_terlindungi"), tables.ukuran("cakupan")]
    components.tabel(
        tables.tabel(urut, kolom, judul="Kesenjangan terbesar lebih dulu", kode="kode_kecamatan",
                     terpilih=saringan.kode_kecamatan),
        key="peringkat",
    )  # fmt: skip

gambar = trends.tren_cakupan(akun, target=target[target["wilayah"] == ikhtisar.KODE_KOTA], bulan_terpilih=saringan.bulan,
                             rentang=24)  # fmt: skip
components.grafik(gambar, key="tren_24", alt=narasi.alternatif_tren(akun, "cakupan", konteks.nama_wilayah))
shell.akhir(konteks, ["akun_bulanan", "cakupan_per_kecamatan", "target_kota"])
