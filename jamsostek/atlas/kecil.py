"""Small multiples: every kecamatan enlarged, the last twelve months, and the trend of every kelurahan."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
import streamlit as st

from jamsostek import components, filters, ikhtisar, narasi, queries
from jamsostek.atlas import satu
from jamsostek.figures import kecil, maps
from jamsostek.shell import Konteks


def tampil(konteks: Konteks) -> None:
    """The screen of the chosen small multiples: the finding, the drawings, the numbers folded away below."""
    _LAYAR[konteks.saringan.lihat](konteks)


def _kecamatan(konteks: Konteks) -> None:
    tampilan = _tampilan(konteks)
    wilayah = satu.per_wilayah(konteks, "kelurahan")
    kecamatan = satu.per_wilayah(konteks, "kecamatan")
    words = narasi.alternatif_batang(maps.berwilayah(kecamatan, "kode_kecamatan"), tampilan.metrik, "nama_kecamatan")
    components.kalimat(f"{konteks.judul_bulan}: {words}")
    data = kecil.per_kecamatan(wilayah, kecamatan, tampilan)
    components.peta_kecil(data, key="kecil_kecamatan", on_choose=filters.choose_area)
    satu.tabel(konteks, wilayah, tampilan)


def _dua_belas_bulan(konteks: Konteks) -> None:
    tampilan = _tampilan(konteks)
    df, tempat = queries.akun_per_kelurahan(**konteks.siapa), _tempat(konteks)
    months = kecil.bulan_terakhir(df, tampilan.bulan)
    within = tempat[tempat["bulan"].isin(months)]
    components.kalimat(narasi.alternatif_tren(within, tampilan.metrik, konteks.nama_wilayah))
    data = kecil.per_bulan(df, tempat, tampilan)
    components.peta_kecil(data, key="kecil_bulan", on_choose=filters.choose_area)
    components.catatan(f"Angka di samping bulan: {tampilan.kelas[0].label} {konteks.nama_wilayah}.")
    _angka(lambda: kecil.tabel(df[df["bulan"].isin(months)], tampilan.metrik))


def _tren(konteks: Konteks) -> None:
    pilih = konteks.saringan
    df = queries.akun_per_kelurahan(**konteks.siapa)
    components.kalimat(kecil.kalimat_tren(ikhtisar.pada_bulan(df, pilih.bulan), pilih.bulan))
    data = kecil.tren(df, pilih.bulan, pilih.kode_terpilih())
    components.tren_kecil(data, key="kecil_tren", on_choose=filters.choose_area)
    _angka(lambda: kecil.tabel(df, "cakupan"))


def _tampilan(konteks: Konteks) -> maps.Tampilan:
    """Small maps show the kelurahan in their outlines, whatever level and shape the large map has."""
    focus = konteks.saringan.kode_kecamatan
    return replace(satu.tampilan_peta(konteks), tingkat="kelurahan", bentuk="wilayah", fokus=focus)


def _tempat(konteks: Konteks) -> pd.DataFrame:
    """The account of the chosen place, or of the city, in all months, with `berlaku` as the area queries have it."""
    pilih = konteks.saringan
    akun = queries.akun_bulanan(**(pilih.wilayah() | konteks.siapa))
    pokok = ikhtisar.Pokok(pilih.bulan, konteks.nama_wilayah, pilih.segmen, pilih.penyebut, akun)
    return akun.assign(berlaku=pokok.berlaku)


def _angka(table: Callable[[], dict[str, Any]]) -> None:
    """The numbers behind the drawings, made and sent only when asked for."""
    folded = st.expander("Tabel angka", key="tabel_kecil_terbuka", on_change="rerun")
    if folded.open:
        with folded:
            components.tabel(table(), key="tabel_kecil")


_LAYAR: dict[str, Callable[[Konteks], None]] = {
    "kecamatan": _kecamatan,
    "dua-belas-bulan": _dua_belas_bulan,
    "tren": _tren,
}
