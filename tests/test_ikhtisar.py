"""Cards and headline facts from account rows: hand-made cases."""

import datetime as dt

import pandas as pd
import pytest

from jamsostek import ikhtisar, kartu
from jamsostek.metrics import Keadaan

JUNI = dt.date(2023, 6, 1)


def account(*rows):
    names = ["bulan", "jumlah_peserta", "jumlah_penyebut", "jumlah_pekerja", "jumlah_belum_terlindungi",
             "jumlah_penganggur", "jumlah_angkatan_kerja"]  # fmt: skip
    df = pd.DataFrame(rows, columns=names)
    df["bulan"] = pd.to_datetime(df["bulan"])
    df = df.astype(dict.fromkeys(names[1:], "Int64"))
    df["rasio_cakupan"] = (df["jumlah_peserta"] / df["jumlah_penyebut"]).astype("float64")
    df["rasio_tpt"] = (df["jumlah_penganggur"] / df["jumlah_angkatan_kerja"]).astype("float64")
    return df


AKUN = account(
    ("2022-06-01", 1_800, 10_000, 10_000, 8_300, 1_100, 11_100),
    ("2023-05-01", 2_300, 10_000, 10_000, 7_800, 1_000, 11_000),
    ("2023-06-01", 2_400, 10_000, 10_000, 7_700, 1_000, 11_000),
)
JALUR = pd.DataFrame(
    {
        "tanggal": pd.to_datetime(["2024-12-31", "2028-12-31"]),
        "rasio_cakupan": [0.5, 1.0],
        "wilayah": ["53.71", "53.71"],
        "penerbit": ["Contoh", "Contoh"],
        "adalah_contoh": [True, True],
    }
)


def pokok(akun=AKUN, bulan=JUNI, segmen=None, penyebut="penduduk_bekerja"):
    return ikhtisar.Pokok(bulan, "Kota Kupang", segmen, penyebut, akun)


def test_the_four_cards():
    cakupan, belum, penganggur, laju = kartu.kartu_ringkasan(pokok(), JALUR)
    assert (cakupan.nilai, cakupan.rincian) == ("24,0%", "2.400 dari 10.000 penduduk bekerja")
    assert list(cakupan.perubahan) == [("naik 1,0 poin sebulan", "baik"), ("naik 6,0 poin setahun", "baik")]
    assert (belum.nilai, belum.rincian) == ("7.700", "dari 10.000 penduduk bekerja")
    assert list(belum.perubahan) == [("turun 100 sebulan", "baik"), ("turun 600 setahun", "baik")]
    assert (penganggur.nilai, penganggur.rincian) == ("1.000", "dari 11.000 angkatan kerja (TPT 9,1%)")
    assert list(penganggur.perubahan) == [("tetap sebulan", "netral"), ("turun 100 setahun", "baik")]
    # (1.0 x 10,000 - 2,400) / 66 months to December 2028 = 115.15, rounded up
    assert laju.nilai == "116"
    assert laju.rincian == "peserta, menuju 100% pada Des 2028"
    assert list(laju.perubahan) == [("12 bulan terakhir: +50 per bulan", "netral")]
    assert "contoh, belum resmi" in laju.sumber


def test_more_unemployed_is_worse():
    akun = account(("2023-05-01", 9, 90, 90, 81, 10, 100), ("2023-06-01", 9, 90, 90, 81, 20, 110))
    assert kartu.perubahan(pokok(akun), "penganggur") == [("naik 10 sebulan", "buruk")]


@pytest.mark.parametrize("bulan", [dt.date(2023, 7, 1), dt.date(2018, 1, 1)])
def test_a_month_without_data_gives_cards_without_data(bulan):
    cards = kartu.kartu_ringkasan(pokok(bulan=bulan), JALUR)
    assert {card.nilai for card in cards} == {"tad"}
    assert {card.keadaan for card in cards} == {Keadaan.TANPA_DATA}


def test_no_denominator_no_rate_and_no_pace():
    akun = account(("2023-06-01", 2_400, None, None, None, None, None))
    cards = kartu.kartu_ringkasan(pokok(akun), JALUR)
    assert [card.nilai for card in cards] == ["tad"] * 4


def test_a_segment_without_denominator_is_not_applicable():
    akun = account(("2023-06-01", 240, None, None, None, 1_000, 11_000))
    cards = kartu.kartu_ringkasan(pokok(akun, segmen="PMI"), JALUR)
    assert [card.nilai for card in cards] == ["tb", "tb", "1.000", "tb"]
    assert cards[2].sumber.endswith("semua segmen")


def test_without_a_target_the_card_says_what_to_do():
    card = kartu.kartu_laju(pokok(), kartu.sasaran_kota(JALUR.iloc[:0], JUNI))
    assert card.nilai == "tad"
    assert "impor berkas jenis target" in card.rincian


def test_only_the_citys_own_path_counts_and_only_what_lies_ahead():
    mixed = pd.concat([JALUR, JALUR.assign(wilayah="53", rasio_cakupan=0.1)])
    assert kartu.jalur_kota(mixed)["rasio_cakupan"].tolist() == [0.5, 1.0]
    assert kartu.sasaran_kota(JALUR, dt.date(2029, 1, 1)) is None
    assert kartu.sasaran_kota(JALUR, JUNI) == kartu.Sasaran(dt.date(2028, 12, 31), 1.0, "Contoh", contoh=True)


def test_small_changes_around_a_hidden_cell_are_not_told():
    akun = account(("2023-05-01", 3, 100, 100, 97, 10, 110), ("2023-06-01", 9, 100, 100, 91, 10, 110))
    assert kartu.perubahan(pokok(akun), "cakupan") == []
    assert ikhtisar.fakta(pokok(akun), None, None).delta is None


def test_the_lowest_area_has_a_value_that_may_be_shown():
    areas = pd.DataFrame(
        {
            "nama_kecamatan": ["Alak", "Maulafa", "Oebobo", "Kota Lama"],
            "jumlah_peserta": [2, 30, 60, 200],
            "jumlah_penyebut": [100, 100, 100, 100],
            "rasio_cakupan": [0.02, 0.3, 0.6, 2.0],
            "berlaku": [True] * 4,
        }
    )
    assert ikhtisar.terendah(areas, "kecamatan") == ("Kecamatan Maulafa", 0.3)
    assert ikhtisar.terendah(areas.iloc[:1], "kecamatan") is None


def test_words_for_groups():
    assert ikhtisar.kelompok(None, None) is None
    assert ikhtisar.kelompok("P", "25-34") == "perempuan umur 25–34 tahun"
    assert ikhtisar.pilihan("Kota Kupang", None, None) == "Kota Kupang"
    assert ikhtisar.pilihan("Kota Kupang", "BPU", "perempuan") == "Kota Kupang (Bukan Penerima Upah, perempuan)"


def test_the_unemployment_page_says_kind_count_and_rate():
    sentence = ikhtisar.kalimat_pengangguran(pokok())
    assert sentence == (
        "Juni 2023: 1.000 penganggur tercatat dalam register di Kota Kupang, 9,1% dari 11.000 angkatan kerja."
    )
    cards = kartu.kartu_pengangguran(pokok())
    assert [card.nilai for card in cards] == ["1.000", "9,1%", "11.000", "10.000"]
    assert "bukan Sakernas" in cards[1].sumber
