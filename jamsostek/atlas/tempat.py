"""The place: search for it, its card, its trend beside kecamatan and city, where the city's gap is, its RW and RT."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pandas as pd
import streamlit as st

from jamsostek import cari as pencarian
from jamsostek import components, db, filters, formats, ikhtisar, metrics, narasi, pareto, pendataan, queries
from jamsostek import tempat as isi
from jamsostek.figures import kesenjangan, lists, maps, mini, trends
from jamsostek.ikhtisar import Pokok
from jamsostek.intake import errors, places, spellings
from jamsostek.shell import Konteks

RENTANG = 24
"""Months of the place's trends."""

_SUMBER = (
    "Sumber: berkas peserta BPJS Ketenagakerjaan dan register tenaga kerja, {bulan}. Jumlah RT per kelurahan taksiran."
)
_TETAP = " Penganggur, TPT, dan RT tidak mengikuti pilihan segmen; RT juga tidak mengikuti jenis kelamin dan umur."


def cari(konteks: Konteks) -> None:
    """The search box; choosing a place is the same as a click on the map."""
    path = spellings.path()
    try:
        entries = _indeks(konteks.pilihan.wilayah, path.stat().st_mtime_ns if path.exists() else 0)
    except errors.IntakeError as error:
        components.catatan(f"Pencarian wilayah tidak tersedia: {error}")
        return
    components.cari(entries, key="cari_wilayah", on_choose=filters.choose_area)


@lru_cache(maxsize=2)
def _indeks(wilayah: tuple[filters.Wilayah, ...], _changed: int) -> list[pencarian.Entri]:
    ada = {kode for w in wilayah for kode in (w.kode_kelurahan, w.kode_kecamatan)}
    return [entri for entri in pencarian.indeks(places.load_places()) if entri["kode"] in ada]


@dataclass(frozen=True)
class _Satuan:
    """One of the compared places: word for it, what it is about, and the row of pendataan_ringkas."""

    kata: str
    pokok: Pokok
    ringkas: Mapping[Any, Any]


def _satuan(konteks: Konteks, kata: str, kode_kecamatan: str | None, kode_kelurahan: str | None) -> _Satuan:
    pilih = konteks.saringan
    akun = _akun(konteks, kode_kecamatan, kode_kelurahan)
    akhir = pd.Timestamp(pilih.bulan)
    akun = akun[(akun["bulan"] <= akhir) & (akun["bulan"] > akhir - pd.DateOffset(months=RENTANG))]
    ringkas = queries.pendataan_ringkas(
        bulan=pilih.bulan, kode_kecamatan=kode_kecamatan, kode_kelurahan=kode_kelurahan
    ).iloc[0]
    return _Satuan(kata, Pokok(pilih.bulan, kata, pilih.segmen, pilih.penyebut, akun), ringkas.to_dict())


def _akun(konteks: Konteks, kode_kecamatan: str | None, kode_kelurahan: str | None) -> pd.DataFrame:
    """The monthly account of a place, from the answer for all places of its level: the next place needs no query."""
    if kode_kelurahan:
        everywhere, column, kode = queries.akun_per_kelurahan(**konteks.siapa), "kode_kelurahan", kode_kelurahan
    elif kode_kecamatan:
        everywhere, column, kode = queries.tren_per_kecamatan(**konteks.siapa), "kode_kecamatan", kode_kecamatan
    else:
        return queries.akun_bulanan(**konteks.siapa)
    return everywhere[everywhere[column] == kode].reset_index(drop=True)


def _jenjang(konteks: Konteks) -> list[_Satuan]:
    """The chosen place, its kecamatan where it is a kelurahan, and the city: one, two or three of them."""
    pilih = konteks.saringan
    return _jenjang_of(repr((db.version(), pilih.bulan, pilih.wilayah(), konteks.siapa)), konteks)


# Card and what follows it ask for the same; shared as it is, since nothing changes it
@st.cache_resource(max_entries=200, show_spinner=False)
def _jenjang_of(kunci: str, _konteks: Konteks) -> list[_Satuan]:  # noqa: ARG001 - the cache key
    pilih, konteks = _konteks.saringan, _konteks
    jenjang = [_satuan(konteks, "kota", None, None)]
    if pilih.kode_kecamatan:
        jenjang.insert(0, _satuan(konteks, "kecamatan", pilih.kode_kecamatan, None))
    if pilih.kode_kelurahan:
        jenjang.insert(0, _satuan(konteks, "kelurahan", pilih.kode_kecamatan, pilih.kode_kelurahan))
    return jenjang


def kartu(konteks: Konteks) -> None:
    """The card of the chosen place, or of the city: coverage, gap, trend, unemployment, RT, rank, comparison."""
    jenjang = _jenjang(konteks)
    sini, bulan = jenjang[0], konteks.saringan.bulan
    baris = [(satuan.kata, isi.baris(satuan.pokok, satuan.ringkas)) for satuan in jenjang]
    tingkat, area = _wilayah(konteks)
    kode = konteks.saringan.kode_terpilih()
    kelurahan = area[area["kode_kelurahan"] == kode] if konteks.saringan.kode_kelurahan else None
    sumber = _SUMBER.format(bulan=formats.bulan_pendek(bulan)) + (_TETAP if konteks.saringan.segmen else "")
    components.kartu_tempat(
        [konteks.nama_wilayah, *_letak(konteks)],
        isi.kartu_tempat(sini.pokok, sini.ringkas),
        mini=(mini.tren(sini.pokok.akun, bulan=bulan, rentang=RENTANG), f"Cakupan {RENTANG} bulan terakhir"),
        kalimat=[isi.kalimat_urutan(area, tingkat, kode)] if kode else [],
        banding=isi.banding(baris),
        kepala=[satuan.kata.capitalize() for satuan in jenjang] if kode else [],
        catatan=[*isi.catatan(baris, kelurahan), sumber],
    )


def _letak(konteks: Konteks) -> list[str]:
    pilih = konteks.saringan
    induk = [konteks.pilihan.nama(pilih.kode_kecamatan)] if pilih.kode_kecamatan else []
    words = induk if pilih.kode_kelurahan else []
    who = ikhtisar.pilihan("", pilih.segmen, konteks.kelompok).strip(" ()")
    return [*words, konteks.judul_bulan, *([who] if who else [])]


def _wilayah(konteks: Konteks) -> tuple[metrics.Tingkat, pd.DataFrame]:
    """The level of the chosen place and the account of all its areas (kelurahan where nothing is chosen)."""
    pilih = konteks.saringan
    if pilih.kode_kecamatan and not pilih.kode_kelurahan:
        area = queries.cakupan_per_kecamatan(bulan=pilih.bulan, **konteks.siapa)
        return "kecamatan", maps.berwilayah(area)
    return "kelurahan", maps.berwilayah(queries.cakupan_per_kelurahan(bulan=pilih.bulan, **konteks.siapa))


def lanjutan(konteks: Konteks) -> None:
    """Under map and card: trend and unemployment of the place, where the city's gap is, the RW and RT."""
    pilih, jenjang = konteks.saringan, _jenjang(konteks)
    kiri, kanan = st.columns([3, 2], gap="small")
    with kiri:
        _tren(konteks, jenjang)
    with kanan:
        components.subjudul(f"Penganggur dalam register, {konteks.nama_wilayah}")
        akun = jenjang[0].pokok.akun
        components.grafik(
            lambda: trends.tren_pengangguran(akun, bulan_terpilih=pilih.bulan, rentang=RENTANG),
            key="tren_penganggur_tempat",
            alt=narasi.alternatif_tren(akun, "penganggur", konteks.nama_wilayah),
        )
    _pareto(konteks)
    if pilih.kode_kelurahan:
        _rt(konteks, pilih.kode_kelurahan)


def _tren(konteks: Konteks, jenjang: list[_Satuan]) -> None:
    pilih = konteks.saringan
    garis = [(satuan.kata.capitalize(), satuan.pokok.akun) for satuan in jenjang]
    lawan = " dan ".join(satuan.kata for satuan in jenjang[1:])
    components.subjudul(f"Cakupan {RENTANG} bulan, {konteks.nama_pilihan}" + (f" di samping {lawan}" if lawan else ""))
    alt = narasi.alternatif_tren(jenjang[0].pokok.akun, "cakupan", konteks.nama_pilihan)
    components.grafik(
        lambda: trends.tren_tempat(
            garis,
            bulan_terpilih=pilih.bulan,
            rentang=RENTANG,
            kata_penyebut=metrics.LABEL_PENYEBUT[pilih.penyebut],
        ),
        key="tren_tempat",
        alt=f"{alt} Di samping {lawan}, yang nilainya ada pada kartu wilayah." if lawan else alt,
    )


def _pareto(konteks: Konteks) -> None:
    pilih = konteks.saringan
    kelurahan = maps.berwilayah(queries.cakupan_per_kelurahan(bulan=pilih.bulan, **konteks.siapa))
    hasil = pareto.hitung(kelurahan)
    components.subjudul("Di mana kesenjangan kota")
    components.kalimat(pareto.kalimat(hasil))
    grafik = st.expander("Semua kelurahan menurut kesenjangan", key="pareto_terbuka", on_change="rerun")
    if grafik.open:
        terpilih = kelurahan.loc[kelurahan[_kolom_terpilih(konteks)] == pilih.kode_terpilih(), "kode_kelurahan"]
        with grafik:
            components.grafik(
                lambda: kesenjangan.batang(hasil, terpilih=set(terpilih)), key="pareto", alt=pareto.kalimat(hasil)
            )


def _kolom_terpilih(konteks: Konteks) -> str:
    return "kode_kelurahan" if konteks.saringan.kode_kelurahan else "kode_kecamatan"


def _rt(konteks: Konteks, kode_kelurahan: str) -> None:
    """The lists by RW and RT, asked for and sent only once the fold is opened."""
    lipatan = st.expander(f"RW dan RT, {konteks.nama_wilayah}", key="rt_terbuka", on_change="rerun")
    if not lipatan.open:
        return
    rt = queries.pendataan_per_rt(kode_kelurahan=kode_kelurahan)
    kurang = queries.rt_belum_melapor(kode_kelurahan=kode_kelurahan)
    with lipatan:
        components.catatan(pendataan.kalimat_rt(rt, kurang))
        for layar, (data, daftar, key) in zip(
            st.columns(2, gap="small"),
            ((rt, lists.rt, "rt_tempat"), (kurang, lists.rt_kurang, "rt_kurang_tempat")),
            strict=True,
        ):
            if not data.empty:
                with layar:
                    components.tabel(daftar(data), key=key)
