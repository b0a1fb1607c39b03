"""The formulas with their symbols, units and sources, and the record of the projection."""

from dataclasses import replace

import streamlit as st

from jamsostek import components
from jamsostek.arah import proyeksi, rumus
from jamsostek.kota import kota
from jamsostek.projection import words
from jamsostek.projection.series import Ditolak
from jamsostek.shell import Konteks


def tampil(konteks: Konteks) -> None:
    """All formulas, then how the projection of the whole city has done up to the chosen month."""
    st.html("".join(rumus.bagian(satu) for satu in rumus.semua()))
    _catatan(konteks)


def _catatan(konteks: Konteks) -> None:
    """The live back-test; only month and denominator of the filters count here, so that the record is the city's."""
    pilih = replace(
        konteks.saringan, kode_kecamatan=None, kode_kelurahan=None, segmen=None, jenis_kelamin=None, kelompok_umur=None
    )
    sekota = replace(konteks, saringan=pilih, nama_wilayah=kota().nama)
    components.subjudul(f"Catatan kesalahan proyeksi, {sekota.nama_pilihan}, sampai {konteks.judul_bulan}")
    hasil = proyeksi.hitung(sekota, proyeksi.akun_berbasis(sekota))
    if isinstance(hasil, Ditolak):
        components.tidak_tersedia("Proyeksi tidak dibuat.", hasil.alasan)
        return
    components.kalimat(f"{words.kalimat_galat(hasil)} {words.kalimat_metode(hasil)}")
    proyeksi.catatan_uji(hasil, sekota.nama_pilihan, "kota")
    components.catatan(words.catatan(hasil))
