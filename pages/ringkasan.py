"""Ringkasan: one sentence, four figures, one map, who is furthest behind, and the way here."""

import streamlit as st

from jamsostek import components, filters, ikhtisar, kartu, narasi, peristiwa, queries, shell
from jamsostek.figures import maps, tables, trends

konteks = shell.mulai(__file__)
pilih = konteks.saringan
siapa = {"segmen": pilih.segmen, **pilih.orang(), "penyebut": pilih.penyebut}

akun = queries.akun_bulanan(**pilih.wilayah(), **siapa)
wilayah = ikhtisar.pada_bulan(queries.tren_per_kecamatan(**siapa), pilih.bulan)
pokok = ikhtisar.Pokok(pilih.bulan, konteks.nama_wilayah, pilih.segmen, pilih.penyebut, akun)
sasaran = kartu.jalur_kota(queries.target_kota())
terendah = None if pilih.kode_kecamatan else ikhtisar.terendah(wilayah, "kecamatan")
fakta = ikhtisar.fakta(pokok, terendah, konteks.kelompok)

components.kepala("Ringkasan", narasi.headline(fakta), kartu.kartu_ringkasan(pokok, sasaran))

kiri, kanan = st.columns([3, 2], gap="small")
with kiri:
    tampilan = maps.Tampilan(
        "cakupan",
        "kecamatan",
        pilih.bulan,
        terpilih=pilih.kode_kecamatan,
        tinggi=370,
        kata_penyebut=pokok.kata_penyebut,
    )
    components.peta(maps.peta(wilayah, tampilan), key="peta_ringkasan", on_choose=filters.choose_area)
with kanan:
    urut = wilayah.sort_values("jumlah_belum_terlindungi", ascending=False, na_position="last")
    components.tabel(
        tables.tabel(urut, tables.kolom_kesenjangan(), judul="Kesenjangan terbesar lebih dulu", kode="kode_kecamatan",
                     terpilih=pilih.kode_kecamatan),
        key="peringkat",
    )  # fmt: skip

components.subjudul(f"Cakupan 24 bulan dan jalur sasaran, {konteks.nama_pilihan}")
components.grafik(
    lambda: trends.tren_cakupan(
        akun.merge(queries.keadaan_bulan(), on="bulan", how="left"),
        target=sasaran,
        wilayah=pilih.kode_terpilih() or "",
        bulan_terpilih=pilih.bulan,
        kata_penyebut=pokok.kata_penyebut,
        peristiwa=[(one.bulan, one.teks) for one in peristiwa.untuk(pilih.kode_terpilih(), contoh=konteks.contoh)],
    ),
    key="tren_24",
    alt=narasi.alternatif_tren(akun, "cakupan", konteks.nama_pilihan),
)
shell.akhir(konteks, ["akun_bulanan", "tren_per_kecamatan", "target_kota", "kesegaran", "keadaan_bulan"])
