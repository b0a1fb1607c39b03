"""The cells of the map as sheets of a workbook: one row per area, then what each column means."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pandas as pd

from jamsostek import formats, metrics, xlsx
from jamsostek.ekspor.keterangan import DEFINISI
from jamsostek.figures import tables
from jamsostek.figures.maps import records

Baris = dict[str, Any]


class Kolom(NamedTuple):
    """Heading, meaning, and the cell of a row as asked and as it may be shown."""

    judul: str
    arti: str
    sel: Callable[[Baris, Baris], object]


def lembaran(df: pd.DataFrame, tingkat: metrics.Tingkat, kata_penyebut: str) -> list[xlsx.Lembaran]:
    """Two sheets, cells and dictionary, of a result of cakupan_per_kecamatan or cakupan_per_kelurahan.

    A number is a number; where there is none stands the symbol of its state. Hidden counts are not in the file.
    """
    kolom = _kolom(tingkat, kata_penyebut)
    pasangan = zip(records(df), records(tables.untuk_unduhan(df)), strict=True)
    baris = [[k.sel(asal, tampil) for k in kolom] for asal, tampil in pasangan]
    persen = frozenset(metrics.METRIK[kunci].label for kunci in ("cakupan", "tpt"))
    return [
        xlsx.Lembaran(tingkat.capitalize(), [k.judul for k in kolom], baris, persen),
        xlsx.Lembaran("Kamus", ("Kolom", "Arti"), [(k.judul, k.arti) for k in kolom]),
    ]


def _kolom(tingkat: metrics.Tingkat, kata_penyebut: str) -> list[Kolom]:
    nama = [
        _teks(
            f"Kode {tingkat}", f"kode_{tingkat}", "kode menurut Kemendagri; kelurahan atau kecamatan 00: tanpa wilayah"
        )
    ]
    nama += [_teks(tingkat.capitalize(), f"nama_{tingkat}", f"nama {tingkat}")]
    if tingkat == "kelurahan":
        nama.append(_teks("Kecamatan", "nama_kecamatan", "kecamatan tempat kelurahan itu"))
    daftar = [
        Kolom(
            "Daftar terakhir", "bulan daftar tenaga kerja terbaru yang berlaku", lambda _, b: _bulan(b["bulan_daftar"])
        ),
        _jumlah("Umur daftar (bulan)", "umur_bulan", "umur daftar itu pada bulan peta"),
    ]
    akun = [
        _ukuran("cakupan", kata_penyebut), _ukuran("peserta", kata_penyebut),
        _jumlah(kata_penyebut.capitalize(), "jumlah_penyebut", "penyebut yang dipilih, dalam orang"),
        *(_ukuran(kunci, kata_penyebut) for kunci in ("belum_terlindungi", "penganggur", "tpt")),
    ]  # fmt: skip
    return [*nama, *akun, *(daftar if tingkat == "kelurahan" else [])]


def _teks(judul: str, kolom: str, arti: str) -> Kolom:
    return Kolom(judul, arti, lambda _, tampil: str(tampil[kolom]))


def _bulan(nilai: Any) -> str:
    return formats.bulan_panjang(None if formats.kosong(nilai) else nilai)


def _jumlah(judul: str, kolom: str, arti: str) -> Kolom:
    def cell(asal: Baris, tampil: Baris) -> object:
        if not formats.kosong(tampil[kolom]):
            return int(tampil[kolom])
        return formats.TIDAK_ADA_DATA if formats.kosong(asal[kolom]) else formats.DIRAHASIAKAN

    return Kolom(judul, arti, cell)


def _ukuran(kunci: str, kata_penyebut: str) -> Kolom:
    metrik = metrics.METRIK[kunci]

    def cell(asal: Baris, tampil: Baris) -> object:
        keadaan = metrics.keadaan_pecahan(asal, kunci)
        if not keadaan.ada_nilai or formats.kosong(tampil[metrik.kolom]):
            return keadaan.simbol or formats.DIRAHASIAKAN
        nilai = tampil[metrik.kolom]
        return float(nilai) if metrik.adalah_rasio else int(nilai)

    return Kolom(metrik.label, DEFINISI[kunci].format(penyebut=kata_penyebut), cell)
