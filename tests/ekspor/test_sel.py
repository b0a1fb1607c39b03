"""The workbook of the cells: numbers are numbers, states are symbols, nothing hidden can be worked out."""

import io

import openpyxl
import pandas as pd
import pytest

from jamsostek import xlsx
from jamsostek.ekspor import sel
from jamsostek.figures import tables
from tests.ekspor.conftest import KETERANGAN, LEBIH, NOL, SEDIKIT, SISA, TANPA_DATA


def buku(wilayah: pd.DataFrame) -> openpyxl.Workbook:
    isi = xlsx.buku(sel.lembaran(wilayah, "kelurahan", "penduduk bekerja"), KETERANGAN.butir())
    return openpyxl.load_workbook(io.BytesIO(isi))


def baris(book: openpyxl.Workbook) -> dict[str, dict[str, object]]:
    judul, *rows = book["Kelurahan"].values
    return {str(row[0]): dict(zip(judul, row, strict=True)) for row in rows}


def test_numbers_are_numbers_and_states_are_symbols(wilayah):
    rows = baris(buku(wilayah))
    assert len(rows) == 52
    assert rows[NOL]["Cakupan"] == 0
    assert rows[LEBIH]["Cakupan"] == pytest.approx(950 / 900)
    assert rows[LEBIH]["Peserta aktif"] == 950
    assert (rows[TANPA_DATA]["Cakupan"], rows[TANPA_DATA]["Penduduk bekerja"]) == ("tad", "tad")
    assert rows[TANPA_DATA]["Daftar terakhir"] == "tad"
    assert rows[NOL]["Daftar terakhir"] == "Februari 2023"


def test_neither_a_handful_nor_the_rest_that_gives_it_away_is_in_the_file(wilayah):
    rows = baris(buku(wilayah))
    for kode in (SEDIKIT, SISA):
        assert [rows[kode][k] for k in ("Cakupan", "Peserta aktif", "Belum terlindungi")] == ["r", "r", "r"]
        assert rows[kode]["Penduduk bekerja"] == 900


def test_unemployed_cannot_be_worked_out_from_workers_and_labour_force(wilayah):
    df = wilayah.head(2).assign(jumlah_penganggur=[40, 3])
    df["jumlah_angkatan_kerja"] = df["jumlah_pekerja"] + df["jumlah_penganggur"]
    shown = tables.untuk_unduhan(df).iloc[1]
    assert pd.isna(shown[["jumlah_penganggur", "rasio_tpt", "jumlah_angkatan_kerja"]]).all()
    atas_angkatan = tables.untuk_unduhan(df.assign(jumlah_penyebut=df["jumlah_angkatan_kerja"])).iloc[1]
    assert pd.isna(atas_angkatan["jumlah_pekerja"])
    assert atas_angkatan["jumlah_penyebut"] == 1_003


def test_every_column_is_explained_and_the_context_stands_on_its_own_sheet(wilayah):
    book = buku(wilayah)
    kamus = dict(list(book["Kamus"].values)[1:])
    assert list(kamus) == list(next(book["Kelurahan"].values))
    assert all(kamus.values())
    assert dict(list(book["Keterangan"].values)[1:])["Versi data"] == KETERANGAN.versi


def test_a_name_like_a_formula_stays_text(wilayah):
    rumus = '=HYPERLINK("http://x","y")'
    book = buku(wilayah.head(1).assign(nama_kelurahan=rumus))
    cell = book["Kelurahan"]["B2"]
    assert (cell.value, cell.data_type) == (rumus, "s")
