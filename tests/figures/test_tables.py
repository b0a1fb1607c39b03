"""Tables as data: the same states as on the map, sorting by value and not by words, nothing hidden in a download."""

import datetime as dt

import pandas as pd

from jamsostek.figures import maps, sheets, tables
from tests.figures.test_maps import row


def frame(*rows):
    return pd.DataFrame([{**r, "nama_kelurahan": r["nama_kecamatan"], "bulan_daftar": None} for r in rows])


def cells(df, column):
    return [dict(zip(("teks", "urut", "keadaan"), column.sel(r), strict=True)) for r in df.to_dict("records")]


def test_a_metric_column_sorts_by_value_and_keeps_the_states():
    df = frame(row(peserta=4_688, penyebut=20_000), row(peserta=3, penyebut=200), row(peserta=9, penyebut=None))
    found = cells(df, tables.ukuran("cakupan"))
    assert [c["teks"] for c in found] == ["23,4%", "r", "tad"]
    assert [c["urut"] for c in found] == [0.2344, None, None]
    assert [c["keadaan"] for c in found] == ["nilai", "disembunyikan", "tanpa_data"]


def test_a_count_column_hides_one_to_four_and_shows_zero():
    df = pd.DataFrame({"n": pd.array([0, 1, 4, 5, None], dtype="Int64")})
    assert [c["teks"] for c in cells(df, tables.jumlah("n", "n"))] == ["0", "r", "r", "5", "tad"]


def test_a_month_column_sorts_in_time():
    df = pd.DataFrame({"bulan": pd.to_datetime(["2023-06-01", None])})
    found = cells(df, tables.bulan("Bulan", "bulan"))
    assert [(c["teks"], c["urut"]) for c in found] == [("Juni 2023", "2023-06"), ("tad", None)]


def test_the_table_marks_the_chosen_row_and_explains_its_symbols():
    df = frame(row("53.71.01"), row("53.71.02"))
    data = tables.tabel(df, tables.kolom_kesenjangan(), judul="x", kode="kode_kecamatan", terpilih="53.71.02")
    assert [r["terpilih"] for r in data["baris"]] == [False, True]
    assert "dirahasiakan" in data["catatan"]
    assert [k["angka"] for k in data["kolom"]] == [False, True, True, True]


def test_columns_of_the_area_tables_name_the_denominator():
    titles = [k.judul for k in tables.kolom_wilayah("kelurahan", "angkatan kerja")]
    assert titles[:2] == ["Kelurahan", "Kecamatan"]
    assert "Angkatan kerja" in titles
    assert titles[-1] == "Daftar terakhir"


def test_a_download_gives_no_hidden_count_away():
    df = frame(row(peserta=3, penyebut=200, jumlah_penganggur=2, jumlah_angkatan_kerja=90, rasio_tpt=2 / 90))
    shown = tables.untuk_unduhan(df).iloc[0]
    for column in ("jumlah_peserta", "rasio_cakupan", "jumlah_penganggur", "rasio_tpt"):
        assert pd.isna(shown[column]), column
    assert shown["jumlah_penyebut"] == 200


def test_published_figures_keep_kind_period_and_unit():
    df = pd.DataFrame(
        {
            "indikator": ["tpt", "penganggur"],
            "periode": ["Agustus 2018", "Juni 2023"],
            "tanggal": [dt.date(2018, 8, 31), dt.date(2023, 6, 15)],
            "nilai": [10.17, 19_000.0],
            "satuan": ["persen", "orang"],
            "jenis_angka": ["resmi", "pernyataan"],
            "penutur": ["BPS", None],
            "sumber": ["a", "b"],
            "catatan": [None, "c"],
        }
    )
    data = tables.tabel(df, tables.kolom_angka_resmi(), judul="x")
    assert [[c["teks"] for c in r["sel"][:5]] for r in data["baris"]] == [
        ["TPT", "Agustus 2018", "10,17%", "Angka resmi", "BPS"],
        ["Penganggur", "Juni 2023", "19.000 orang", "Pernyataan", "tad"],
    ]


def test_rows_without_a_place_are_left_out_where_the_register_is_shown():
    df = frame(row("53.71.01"), row("53.71.00"))
    assert maps.berwilayah(df)["kode_kecamatan"].tolist() == ["53.71.01"]


def test_a_table_becomes_a_sheet_of_its_numbers_and_symbols():
    columns = [
        tables.teks("Nama", "nama"),
        tables.jumlah("Orang", "jumlah"),
        tables.ukuran("cakupan"),
        tables.Kolom("Selisih (poin)", lambda row: ("+1,2", 0.012, "nilai")),
    ]
    given = [row(nama="A", jumlah=1_234), row(nama="B", jumlah=3, peserta=3), row(nama="=C", jumlah=None, peserta=0)]
    sheet = sheets.dari_tabel(tables.tabel(frame(*given), columns, judul="x"))
    assert list(sheet.kolom) == ["Nama", "Orang", "Cakupan", "Selisih (poin)"]
    assert list(sheet.baris) == [["A", 1_234, 0.25, 1.2], ["B", "r", "r", 1.2], ["=C", "tad", 0.0, 1.2]]
    assert sheet.persen == {"Cakupan"}
