"""Coverage month by month with its targets, events and breaks; by kecamatan and by segment; the same as a table."""

import pandas as pd
import streamlit as st

from jamsostek import components, filters, formats, kartu, metrics, narasi, peristiwa, putus, queries, sasaran
from jamsostek.arah import catatan
from jamsostek.figures import maps, tables, targets, trends
from jamsostek.filters.state import PENERBIT_SEMUA
from jamsostek.kota import kota
from jamsostek.shell import Konteks


def tampil(konteks: Konteks) -> None:
    """The headline, the coverage of the chosen place, and beside one another kecamatan and segments."""
    pilih = konteks.saringan
    akun, target = _akun(konteks), queries.target_kota()
    kalimat = " ".join(
        filter(None, (narasi.alternatif_tren(akun, "cakupan", konteks.nama_pilihan), narasi.sementara(akun)))
    )
    components.kepala("Tren", kalimat)
    filters.issuer_control(konteks.pilihan)
    lain = _penerbit(target, pilih.penerbit)
    kode = pilih.kode_terpilih() or kota().kode
    pin, isi = catatan.untuk(konteks, kode)
    components.grafik(
        lambda: trends.tren_cakupan(
            akun,
            target=kartu.jalur_kota(target),
            lain=lain,
            wilayah=kode,
            bulan_terpilih=pilih.bulan,
            rentang=None,
            kata_penyebut=metrics.LABEL_PENYEBUT[pilih.penyebut],
            peristiwa=[(one.bulan, one.teks) for one in peristiwa.untuk(kode, contoh=konteks.contoh)],
            pin=pin,
        ),
        key="tren_cakupan",
        alt=f"{kalimat} {narasi.sasaran_lain(lain)}".strip(),
    )
    _keterangan(akun, lain)
    catatan.tampil(konteks, kode, isi)
    _daftar(konteks, target, kode)
    kiri, kanan = st.columns(2)
    with kiri:
        _per_kecamatan(konteks)
    with kanan:
        _per_segmen(konteks)


def _akun(konteks: Konteks) -> pd.DataFrame:
    """The account of the chosen place with the state of its months, those with another basis among them."""
    akun = queries.akun_bulanan(**(konteks.saringan.wilayah() | konteks.siapa))
    return akun.merge(queries.keadaan_bulan(), on="bulan", how="outer")


def _penerbit(target: pd.DataFrame, kunci: str | None) -> list[sasaran.Jalur]:
    return [one for one in sasaran.lain(sasaran.semua(target)) if kunci in (one.kunci, PENERBIT_SEMUA)]


def _keterangan(akun: pd.DataFrame, lain: list[sasaran.Jalur]) -> None:
    """What the figure leaves unsaid: why the line is cut, what a provisional month is, whose the other lines are."""
    if breaks := putus.cari(akun):
        components.catatan(narasi.putus(breaks))
    if narasi.sementara(akun):
        components.catatan(
            "Sementara (s): berkas bulan itu masuk kurang dari 31 hari sesudah akhir bulannya dan belum ada berkas "
            "yang lebih baru, sehingga iuran yang terlambat belum tampak."
        )
    if lain:
        components.catatan(
            "Sasaran penerbit lain memakai wilayah dan penyebutnya sendiri, jadi tidak disambung dengan garis cakupan "
            "atau sasaran kota; garis datar adalah rasio yang diminta sampai tanggal sasarannya. Yang jatuh sesudah "
            "tepi kanan terpotong di sana."
        )


def _daftar(konteks: Konteks, target: pd.DataFrame, kode: str) -> None:
    """All targets and events with their sources, made and sent only when asked for."""
    folded = st.expander("Semua sasaran dan peristiwa, dengan sumbernya", key="daftar_sasaran", on_change="rerun")
    if not folded.open:
        return
    with folded:
        components.daftar_sumber(
            ("Penerbit", "Tanggal", "Sasaran", "Wilayah", "Definisi", "Sumber"),
            [
                (
                    (
                        f"{one.penerbit} ({components.TANDA_CONTOH})" if one.contoh else one.penerbit,
                        formats.tanggal(hari),
                        targets.persen(rasio),
                        one.nama_wilayah,
                        sasaran.definisi(one.penerbit, one.wilayah),
                        sumber,
                    ),
                    tautan,
                )
                for one in sasaran.semua(target)
                for hari, rasio, sumber, tautan in sasaran.rincian(one, target)
            ],
        )
        components.daftar_sumber(
            ("Peristiwa", "Bulan", "Sumber"),
            [
                ((one.teks, formats.bulan_panjang(one.bulan), one.sumber), one.tautan)
                for one in peristiwa.untuk(kode, contoh=konteks.contoh)
            ],
        )


def _per_kecamatan(konteks: Konteks) -> None:
    per_kecamatan = _bersama_keadaan(queries.tren_per_kecamatan(**konteks.siapa))
    berwilayah = maps.berwilayah(per_kecamatan, "kode_kecamatan")
    components.subjudul("Cakupan per kecamatan")
    components.grafik(
        lambda: trends.tren_per_kecamatan(per_kecamatan, terpilih=konteks.saringan.kode_kecamatan),
        key="tren_kecamatan",
        alt=narasi.alternatif_tren_bagian(berwilayah, "cakupan", "nama_kecamatan", "per kecamatan"),
    )
    _putus_bagian(berwilayah, "nama_kecamatan")


def _per_segmen(konteks: Konteks) -> None:
    per_segmen = _bersama_keadaan(queries.tren_per_segmen(**konteks.saringan.wilayah(), **konteks.saringan.orang()))
    components.subjudul("Cakupan per segmen")
    components.grafik(
        lambda: trends.tren_per_segmen(per_segmen),
        key="tren_segmen",
        alt=narasi.alternatif_tren_bagian(per_segmen, "cakupan", "segmen", f"per segmen, {konteks.nama_wilayah}"),
    )
    _putus_bagian(per_segmen, "segmen")


def _bersama_keadaan(df: pd.DataFrame) -> pd.DataFrame:
    return df.merge(queries.keadaan_bulan()[["bulan", "adalah_sementara"]], on="bulan", how="left")


def _putus_bagian(df: pd.DataFrame, nama: str) -> None:
    """Why lines of the figure are cut, where some are."""
    for part, rows in df.groupby(nama, sort=False):
        if breaks := putus.cari(rows):
            components.catatan(f"{part}: {narasi.putus(breaks)}")


def tabel(konteks: Konteks) -> None:
    """The months as a table, account and flow together, made and sent only when asked for."""
    folded = st.expander("Tabel angka yang sama", key="tabel_tren_terbuka", on_change="rerun")
    if not folded.open:
        return
    pilih = konteks.saringan
    with folded:
        arus = queries.arus_per_bulan(**pilih.wilayah(), segmen=pilih.segmen, **pilih.orang())
        gabung = _akun(konteks).merge(arus, on="bulan", how="left").sort_values("bulan", ascending=False)
        data = tables.tabel(
            gabung, tables.kolom_tren(), judul=f"Per bulan, {konteks.nama_pilihan}", tinggi=420,
            catatan=f"{tables.LEGENDA_SIMBOL} s = sementara.",
        )  # fmt: skip
        components.tabel(data, key="tabel_tren")
        components.unduh_csv(
            tables.untuk_unduhan(gabung),
            nama="tren",
            contoh=konteks.contoh,
            keterangan=konteks.keterangan,
            key="unduh_tren",
        )
