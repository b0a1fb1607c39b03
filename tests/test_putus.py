"""Breaks of a series: hand-made months, each break with its reason; hidden cells tell nothing."""

from datetime import date

import pandas as pd

from jamsostek import narasi, putus
from jamsostek.putus import Sebab

D, T = "domisili", "tempat_kerja"


def akun(*rows: tuple[int, int | None, int | None, str | None]) -> pd.DataFrame:
    """Months of 2023: month, participants, denominator, basis."""
    names = ["bulan", "jumlah_peserta", "jumlah_penyebut", "basis_wilayah"]
    frame = pd.DataFrame([(pd.Timestamp(2023, m, 1), p, q, b) for m, p, q, b in rows], columns=names)
    return frame.astype({"jumlah_peserta": "Int64", "jumlah_penyebut": "Int64"})


def found(*rows: tuple[int, int | None, int | None, str | None]) -> list[tuple[int, Sebab]]:
    return [(one.bulan.month, one.sebab) for one in putus.cari(akun(*rows))]


def test_a_series_without_a_break_has_none_and_ten_percent_is_not_more():
    assert found((1, 10, 100, D), (2, 12, 110, D), (3, 13, 110, D)) == []
    assert putus.cari(akun()) == []


def test_a_denominator_that_moved_by_more_than_a_tenth_breaks_the_series_both_ways():
    rows = ((1, 10, 100, D), (2, 10, 111, D), (3, 10, 99, D))
    assert found(*rows) == [(2, Sebab.PENYEBUT), (3, Sebab.PENYEBUT)]
    assert putus.cari(akun(*rows))[0].teks == "penyebut bergeser dari 100 menjadi 111"


def test_a_month_without_data_breaks_it_whether_its_row_is_empty_or_missing():
    assert found((1, 10, 100, D), (2, None, 100, D), (3, 10, 100, D)) == [(3, Sebab.TANPA_DATA)]
    assert found((1, 10, 100, D), (3, 10, 100, D)) == [(3, Sebab.TANPA_DATA)]
    # Before the first and after the last value nothing can be joined
    assert found((1, None, None, D), (2, 10, 100, D), (3, 10, None, D)) == []


def test_another_meaning_of_the_places_breaks_it_also_where_that_file_is_not_counted():
    assert found((1, 10, 100, D), (2, 10, 100, T), (3, 10, 100, T)) == [(2, Sebab.BASIS)]
    (between,) = putus.cari(akun((1, 10, 100, D), (2, None, None, T), (3, 10, 100, D)))
    assert (between.bulan, between.sebab) == (date(2023, 3, 1), Sebab.BASIS)
    assert between.teks == "berkas bulan sebelumnya menurut tempat kerja, tidak dipakai dalam deret ini"


def test_a_hidden_month_is_neither_missing_nor_compared():
    assert found((1, 10, 100, D), (2, 3, 500, D), (3, 10, 100, D)) == []
    assert found((1, 10, 100, D), (2, 3, 500, D), (3, 10, 200, D)) == [(3, Sebab.PENYEBUT)]


def test_the_order_of_the_rows_does_not_matter_and_the_words_name_every_break():
    rows = akun((3, 10, 150, None), (1, 10, 100, None), (5, 10, 150, None))
    assert narasi.putus(putus.cari(rows)) == (
        "Garis tidak disambung pada Maret 2023: tanpa data sesudah Januari 2023; "
        "Mei 2023: tanpa data sesudah Maret 2023."
    )
