"""The recording page's tables and workbook sheets: states, symbols and numbers of hand-made rows."""

import io

import pandas as pd
from python_calamine import CalamineWorkbook

from jamsostek import pendataan, xlsx
from jamsostek.figures import lists, sheets
from tests.test_pendataan import RECORDING, coverage

SUMBER = ("rt_rw", "perusahaan", "umkm", "ritel", "rumah_ibadah")
PERSONS = {"jumlah_orang": 900, "jumlah_terlindungi": 90, "jumlah_orang_ganda": 12, "jumlah_orang_konflik": 3}


def league():
    df = RECORDING.assign(nama_kecamatan="Alak", **PERSONS, **{f"bulan_{s}": pd.NaT for s in SUMBER})
    df["bulan_rt_rw"] = df["bulan_daftar"]
    silent = df["umur_bulan"].isna()
    df[list(PERSONS)] = df[list(PERSONS)].astype("Int64").mask(silent)
    return pendataan.peringkat(pendataan.gabung(df, coverage(df), "penduduk_bekerja"))


MISSING = pd.DataFrame(
    {
        "nama_kelurahan": ["Separuh", "Diam"], "nama_kecamatan": ["Alak", "Alak"], "rw": ["001", None],
        "rt": ["007", None], "bulan_terakhir": pd.to_datetime(["2021-06-01", None]),
        "alasan": ["pernah_melapor", "nomor_belum_diketahui"], "jumlah_rt": [1, 8],
    }
)  # fmt: skip


def texts(data):
    return [[cell["teks"].replace("\xa0", " ") for cell in row["sel"]] for row in data["baris"]]


def test_the_league_table_reads_coverage_in_the_light_of_the_recording():
    data = lists.peringkat(league(), "Kota Kupang, Juni 2023", "53.71.01.1002")
    assert data["judul"] == "Peringkat pendataan, Kota Kupang, Juni 2023"
    assert texts(data) == [
        ["Baru", "Alak", "1", "10 dari 10", "100%", "Mei 2023", "1", "900", "90", "12", "r", "lengkap", "20%"],
        ["Tua", "Alak", "2", "20 dari 20", "100%", "Sep 2020", "33", "900", "90", "12", "r", "belum diketahui", "bd"],
        ["Separuh", "Alak", "3", "9 dari 12", "75%", "Feb 2023", "4", "900", "90", "12", "r", "sebagian", "20%"],
        ["Sedikit", "Alak", "4", "1 dari 10", "10%", "Apr 2023", "2", "900", "90", "12", "r", "belum diketahui", "bd"],
        ["Diam", "Alak", "5", "0 dari 8", "0%", *["tad"] * 6, "belum melapor", "20%"],
    ]
    assert data["baris"][1]["sel"][-1]["keadaan"] == "belum_diketahui"
    assert [row["terpilih"] for row in data["baris"]] == [False, False, True, False, False]
    assert "bd = belum diketahui" in data["catatan"]


def test_every_source_shows_the_month_of_its_list():
    first = texts(lists.sumber(league(), "x"))[0]
    assert first == ["Baru", "Alak", "Mei 2023", "tad", "tad", "tad", "tad", "1"]


def test_rt_of_the_list_hide_few_persons():
    df = pd.DataFrame({"rw": ["001"], "rt": ["002"], "jumlah_baris": [240], "jumlah_orang": [239],
                       "jumlah_ganda": [3], "jumlah_terlindungi": [24]})  # fmt: skip
    assert texts(lists.rt(df)) == [["001", "002", "240", "239", "r", "24"]]


def test_missing_rt_are_named_where_the_number_is_known_and_counted_where_it_is_not():
    assert texts(lists.rt_kurang(MISSING)) == [
        ["001", "007", "Juni 2021", "pernah melapor, tidak ada dalam daftar yang berlaku", "1"],
        ["belum diketahui", "belum diketahui", "tad", "nomor belum diketahui", "8"],
    ]


def opened(sheet):
    """The sheet's rows as a spreadsheet program reads them."""
    return CalamineWorkbook.from_filelike(io.BytesIO(xlsx.buku([sheet], {}))).get_sheet_by_index(0).to_python()


def test_the_sheet_of_missing_rt():
    assert opened(sheets.rt_belum_melapor(MISSING)) == [
        ["Kelurahan", "Kecamatan", "RW", "RT", "Terakhir melapor", "Keadaan", "Jumlah RT"],
        ["Separuh", "Alak", "001", "007", "Juni 2021", "pernah melapor, tidak ada dalam daftar yang berlaku", 1],
        ["Diam", "Alak", "belum diketahui", "belum diketahui", "tad", "nomor belum diketahui", 8],
    ]


def test_the_sheet_of_the_league_has_numbers_and_symbols_where_there_is_none():
    head, *body = opened(sheets.peringkat(league()))
    assert body[0] == [
        1, "Baru", "Alak", 10, 10, 1, "Mei 2023", 1, "Mei 2023", "tad", "tad", "tad", "tad", 900, 90, 12, "r",
        "lengkap", 0.2,
    ]  # fmt: skip
    assert [row[head.index("Cakupan")] for row in body] == [0.2, "bd", 0.2, "bd", 0.2]
    assert body[4][head.index("Orang tercatat")] == "tad"


def test_the_sheet_of_records_that_differ_names_files_and_rows():
    df = pd.DataFrame([{
        "nama_kelurahan": "Alak", "sumber": "rt_rw", "nama_berkas": "a.csv", "id_batch": "000002", "nomor_baris": 5,
        "nama_kelurahan_lain": "Oepura", "sumber_lain": "umkm", "nama_berkas_lain": "b.csv", "id_batch_lain": "000001",
        "nomor_baris_lain": 7, "beda": "kelurahan_dan_status",
    }])  # fmt: skip
    assert opened(sheets.catatan_berbeda(df))[1] == [
        "Alak", "RT/RW", "a.csv", 5, "000002", "Oepura", "UMKM", "b.csv", 7, "000001", "kelurahan dan status",
    ]  # fmt: skip
