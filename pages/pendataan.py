"""Pendataan: how complete the recording of workers is, by kelurahan, RW and RT, and coverage read in its light."""

import streamlit as st

from jamsostek import components, filters, metrics, pendataan, queries, shell
from jamsostek.figures import lists, maps, sheets

konteks = shell.mulai(__file__)
pilih = konteks.saringan
tempat, terpilih = pilih.wilayah(), pilih.kode_terpilih()
siapa = {"segmen": pilih.segmen, **pilih.orang(), "penyebut": pilih.penyebut}
kata = metrics.LABEL_PENYEBUT[pilih.penyebut]

cakupan = queries.cakupan_per_kelurahan(bulan=pilih.bulan, **siapa)
semua = pendataan.gabung(queries.pendataan_per_kelurahan(bulan=pilih.bulan), cakupan, pilih.penyebut)
ringkas = queries.pendataan_ringkas(bulan=pilih.bulan, **tempat).iloc[0].to_dict()
wilayah = pendataan.dalam(pendataan.peringkat(semua), tempat)
kurang, berbeda = queries.rt_belum_melapor(**tempat), queries.konflik_register(**tempat)
kalimat = pendataan.kalimat(ringkas, wilayah, konteks.nama_wilayah, pilih.bulan)
components.kepala("Pendataan", kalimat, pendataan.kartu(ringkas, wilayah, pilih.bulan))

for layar, metrik in zip(st.columns(2, gap="small"), ("kelengkapan", "cakupan"), strict=True):
    with layar:
        tampilan = maps.Tampilan(metrik, "kelurahan", pilih.bulan, terpilih=terpilih, tinggi=310, kata_penyebut=kata)
        components.peta(maps.peta(semua, tampilan), key=f"peta_{metrik}", on_choose=filters.choose_area)
components.catatan(pendataan.CATATAN)

judul = f"{konteks.nama_wilayah}, {konteks.judul_bulan}"
peringkat, sumber = st.tabs(["Peringkat pendataan", "Daftar menurut sumber"])
with peringkat:
    components.tabel(lists.peringkat(wilayah, judul, terpilih), key="tabel_peringkat")
with sumber:
    components.tabel(lists.sumber(wilayah, judul), key="tabel_sumber")
nama, isi = f"{konteks.nama_wilayah.lower().replace(' ', '-')}-{pilih.bulan:%Y-%m}", {"Pilihan": konteks.keterangan}
components.unduh_xlsx(
    lambda: [sheets.rt_belum_melapor(kurang), sheets.peringkat(wilayah)], label="Unduh RT yang belum melapor (XLSX)",
    nama=f"pendataan-{nama}", contoh=konteks.contoh, keterangan=pendataan.KETERANGAN_PENDATAAN | isi, key="unduh_rt",
)  # fmt: skip

if pilih.kode_kelurahan:
    components.subjudul(f"Per RW dan RT, {konteks.nama_wilayah}")
    rt = queries.pendataan_per_rt(kode_kelurahan=pilih.kode_kelurahan)
    components.catatan(pendataan.kalimat_rt(rt, kurang))
    kiri, kanan = st.columns(2, gap="small")
    if not rt.empty:
        with kiri:
            components.tabel(lists.rt(rt), key="tabel_rt")
    if not kurang.empty:
        with kanan:
            components.tabel(lists.rt_kurang(kurang), key="tabel_rt_kurang")

components.subjudul("Orang di beberapa daftar")
components.catatan(pendataan.kalimat_ganda(ringkas, len(berbeda)))
components.unduh_xlsx(
    lambda: [sheets.catatan_berbeda(berbeda)], label="Unduh catatan yang berbeda (XLSX)",
    nama=f"catatan-berbeda-{nama}", contoh=konteks.contoh, keterangan=pendataan.KETERANGAN_BERBEDA | isi,
    key="unduh_berbeda",
)  # fmt: skip
shell.akhir(konteks, ["pendataan_per_kelurahan", "pendataan_ringkas", "pendataan_per_rt", "rt_belum_melapor",
                      "konflik_register", "cakupan_per_kelurahan"])  # fmt: skip
