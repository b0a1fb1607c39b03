"""What full coverage takes each month, and the targets for every kelurahan."""

from typing import Any

import pandas as pd
import streamlit as st

from jamsostek import components, filters, formats, ikhtisar, jatah, kebutuhan, metrics, queries, tujuan
from jamsostek.arah import hasil_laju, lurah, unduhan_laju
from jamsostek.arah.hasil_laju import Hasil
from jamsostek.figures import laju as gambar
from jamsostek.figures import laju_batang
from jamsostek.kebutuhan import Kebutuhan
from jamsostek.kota import kota
from jamsostek.shell import Konteks

JUDUL = "Menuju 100%"


def tampil(konteks: Konteks) -> None:
    """The head of the page, the terms, and the need by kecamatan, kelurahan and segment beside what was achieved."""
    bulan = konteks.saringan.bulan
    akun = ikhtisar.pada_bulan(queries.akun_bulanan(**konteks.siapa), bulan)
    row: dict[str, Any] = {str(k): v for k, v in akun.iloc[0].items()} if len(akun) else {}
    state = metrics.keadaan_baris(row, "cakupan") if row else metrics.Keadaan.TANPA_DATA
    if not state.ada_nilai:
        components.kepala(JUDUL, f"{formats.bulan_panjang(bulan)}: laju yang diperlukan tidak dapat dihitung.")
        components.kosong(
            f"Cakupan {kota().nama}: {state.label.lower()}.", "Pilih segmen, kelompok, atau penyebut lain."
        )
        return
    butuh = hasil_laju.butuh(konteks, row)
    manual = lurah.tersimpan(konteks, butuh)
    hasil = hasil_laju.hasil(konteks, butuh, row, manual)
    components.kepala(JUDUL, _kalimat(konteks, hasil), kebutuhan.kartu(butuh))
    _syarat(konteks, butuh)
    _rinci(konteks, hasil)
    if konteks.saringan.bagi == "manual":
        lurah.isian(konteks, hasil, manual)
    unduhan_laju.unduhan(konteks, hasil, manual, _catatan(hasil, konteks.saringan.bagi))


def _kalimat(konteks: Konteks, hasil: Hasil) -> str:
    sentence = kebutuhan.kalimat(hasil.butuh, ikhtisar.pilihan(kota().nama, konteks.saringan.segmen, konteks.kelompok))
    tingkat = "kelurahan" if konteks.saringan.kode_kelurahan else "kecamatan"
    rows = hasil.kelurahan if tingkat == "kelurahan" else hasil.kecamatan
    own = rows[rows[f"kode_{tingkat}"] == konteks.saringan.kode_terpilih()]
    if own.empty or pd.isna(own.iloc[0]["jumlah_sasaran"]):
        return sentence
    return f"{sentence} {konteks.nama_wilayah}: {formats.angka(own.iloc[0]['jumlah_sasaran'])} per bulan."


def _syarat(konteks: Konteks, butuh: Kebutuhan) -> None:
    pilih = konteks.saringan
    semua = tujuan.daftar(queries.target_kota())
    with st.container(horizontal=True, vertical_alignment="bottom"):
        filters.target_control(butuh.tujuan, tujuan.mendatang(semua, pilih.bulan), pilih.bulan)
        filters.lapse_control(formats.persen(hasil_laju.luruh_data(butuh.capai) / 1000))
        filters.growth_control()
        filters.division_control()
    if pilih.sasaran and pilih.sasaran != butuh.tujuan.kode:
        components.catatan(f"Sasaran yang dipilih sudah lewat pada {konteks.judul_bulan}; dipakai {butuh.tujuan.nama}.")
    components.catatan(butuh.tujuan.catatan)
    if note := kebutuhan.catatan_luruh(butuh.capai):
        components.catatan(note)


def _rinci(konteks: Konteks, hasil: Hasil) -> None:
    """The chosen level as table, its bars folded, then the segments and the notes."""
    pilih, terms = konteks.saringan, hasil.butuh.syarat
    tingkat = filters.level_control(konteks.pilihan)
    rows = hasil.kelurahan if tingkat == "kelurahan" else hasil.kecamatan
    terpilih = pilih.kode_kelurahan if tingkat == "kelurahan" else pilih.kode_kecamatan
    judul = f"Perlu dan capaian per bulan menurut {tingkat}, {hasil.butuh.tujuan.nama}, data {konteks.judul_bulan}"
    components.tabel(
        gambar.tabel(rows, tingkat, terms, judul, terpilih=terpilih, manual=pilih.bagi == "manual"),
        key=f"laju_{tingkat}",
    )
    lipatan = st.expander(f"Grafik menurut {tingkat}", key="laju_grafik_terbuka", on_change="rerun")
    if lipatan.open:
        with lipatan:
            components.grafik(
                lambda: laju_batang.batang(rows, tingkat, terms, terpilih=terpilih), key="laju_batang",
                alt=f"{judul}; nilainya ada di tabel di atas.",
            )  # fmt: skip
    if hasil.segmen is not None:
        components.tabel(
            gambar.tabel(hasil.segmen, "segmen", terms, judul.replace(tingkat, "segmen")), key="laju_segmen"
        )
        components.catatan(jatah.CATATAN_SEGMEN)
    for note in _catatan(hasil, pilih.bagi):
        components.catatan(note)


def _catatan(hasil: Hasil, bagi: str) -> list[str]:
    """The notes under the tables: formula, sum, who takes no part, how the need was divided."""
    notes = [kebutuhan.rumus(hasil.butuh), *jatah.catatan(hasil.kelurahan, hasil.kota, hasil.butuh.perlu)]
    if bagi == "sama" and (more := jatah.catatan_jatah(hasil.kelurahan, hasil.butuh.syarat)):
        notes.append(more)
    return notes
