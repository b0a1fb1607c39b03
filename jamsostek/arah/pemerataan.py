"""Who is left behind: the number of kelurahan under three thresholds, and folded the groups and the two paths."""

from collections.abc import Callable
from datetime import date

import pandas as pd
import streamlit as st

from jamsostek import components, formats, pemerataan, queries
from jamsostek.arah import jalur, kelompok
from jamsostek.figures import maps, tables
from jamsostek.figures import pemerataan as gambar
from jamsostek.shell import Konteks


def tampil(konteks: Konteks) -> None:
    """The section."""
    components.subjudul("Pemerataan: siapa yang tertinggal")
    wilayah = jalur.dalam(konteks, maps.berwilayah(queries.akun_per_kelurahan(**konteks.siapa)))
    if wilayah.empty:
        components.kosong("Tidak ada kelurahan untuk dihitung.", "Pilih bulan atau wilayah lain.")
        return
    bawah = _di_bawah(wilayah)
    components.kalimat(_kalimat_bawah(bawah, konteks.saringan.bulan))
    components.grafik(
        lambda: gambar.di_bawah(bawah), key="merata_kelurahan",
        alt=_kalimat_bawah(bawah, konteks.saringan.bulan) + " Nilai setiap bulan ada di tabel di bawah.",
    )  # fmt: skip
    components.catatan(
        "Kelurahan tanpa nilai (belum ada daftar, dirahasiakan, atau tidak berlaku) dihitung tersendiri, "
        "tidak dianggap di bawah batas. Cakupan = peserta aktif / penyebut yang dipilih pada akhir bulan itu."
    )
    _lipat("Jumlah kelurahan per bulan", "merata_tabel", lambda: _tabel_bawah(bawah))
    _lipat(
        "Cakupan menurut segmen, jenis kelamin, umur, sumber iuran", "merata_kelompok", lambda: kelompok.tampil(konteks)
    )
    _lipat("Jalur tercepat dan jalur adil", "merata_jalur", lambda: jalur.tampil(konteks))


def _lipat(judul: str, key: str, isi: Callable[[], None]) -> None:
    """A fold whose content is asked for and sent only once it is opened."""
    lipatan = st.expander(judul, key=f"{key}_terbuka", on_change="rerun")
    if lipatan.open:
        with lipatan:
            isi()


@st.cache_data(max_entries=50, show_spinner=False)
def _di_bawah(wilayah: pd.DataFrame) -> pd.DataFrame:
    return pemerataan.di_bawah(wilayah)


def _kalimat_bawah(bawah: pd.DataFrame, bulan: date) -> str:
    kini = bawah[bawah["bulan"] == str(bulan)].iloc[0]
    return (
        f"{formats.bulan_panjang(bulan)}: dari {kini['kelurahan']} kelurahan, {kini['bawah_25']} di bawah 25%, "
        f"{kini['bawah_50']} di bawah 50%, {kini['bawah_75']} di bawah 75%, dan {kini['tak_diketahui']} tanpa nilai."
    )


def _tabel_bawah(bawah: pd.DataFrame) -> None:
    def banyak(judul: str, kolom: str) -> tables.Kolom:
        return tables.Kolom(judul, lambda row: (formats.angka(row[kolom]), int(row[kolom]), ""))

    kolom = [tables.bulan("Bulan", "bulan"), *(banyak(label, nama) for nama, label in gambar.LABEL_BATAS.items())]
    kolom.append(banyak("Kelurahan", "kelurahan"))
    urut = bawah.sort_values("bulan", ascending=False)
    components.tabel(
        tables.tabel(urut, kolom, judul="Jumlah kelurahan menurut batas cakupan", tinggi=360, catatan=""),
        key="merata_tabel",
    )
