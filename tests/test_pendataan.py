"""The recording page's words and order from hand-made rows."""

import datetime as dt

import pandas as pd
import pytest

from jamsostek import pendataan
from jamsostek.metrics import Bacaan, Keadaan

JUNI = dt.date(2023, 6, 1)
KOTA = {
    "jumlah_kelurahan": 5, "jumlah_kelurahan_tanpa_daftar": 1, "jumlah_rt_melapor": 36, "jumlah_rt": 60,
    "rasio_rt_melapor": 0.6, "jumlah_orang": 9_000, "jumlah_terlindungi": 1_200, "jumlah_orang_ganda": 70,
    "jumlah_orang_konflik": 6,
}  # fmt: skip


def recording(*rows):
    """kelurahan, RT that reported, RT, age of the newest list."""
    df = pd.DataFrame(rows, columns=["nama_kelurahan", "jumlah_rt_melapor", "jumlah_rt", "umur_bulan"])
    df["kode_kelurahan"] = [f"53.71.01.100{n}" for n in range(1, len(df) + 1)]
    df["kode_kecamatan"] = "53.71.01"
    df["umur_bulan"] = df["umur_bulan"].astype("Int64")
    df["rasio_rt_melapor"] = df["jumlah_rt_melapor"] / df["jumlah_rt"]
    df["bulan_daftar"] = [
        pd.NaT if pd.isna(age) else pd.Timestamp(JUNI) - pd.DateOffset(months=int(age)) for age in df["umur_bulan"]
    ]
    return df


RECORDING = recording(
    ("Diam", 0, 8, None), ("Separuh", 9, 12, 4), ("Tua", 20, 20, 33), ("Baru", 10, 10, 1), ("Sedikit", 1, 10, 2)
)


def coverage(df):
    places = pd.concat([df["kode_kelurahan"], pd.Series(["53.71.00.0000"])], ignore_index=True)
    return pd.DataFrame(
        {"kode_kelurahan": places, "jumlah_peserta": 20, "jumlah_penyebut": 100, "rasio_cakupan": 0.2, "berlaku": True}
    )


@pytest.fixture
def rows():
    return pendataan.gabung(RECORDING, coverage(RECORDING), "penduduk_bekerja")


def test_each_kelurahan_gets_its_coverage_and_its_reading(rows):
    assert rows["bacaan"].tolist() == [
        Bacaan.BELUM_MELAPOR, Bacaan.SEBAGIAN, Bacaan.BELUM_DIKETAHUI, Bacaan.LENGKAP, Bacaan.BELUM_DIKETAHUI,
    ]  # fmt: skip
    assert rows["pendataan_memadai"].tolist() == [True, True, False, True, False]
    assert rows["rasio_cakupan"].tolist() == [0.2] * 5


def test_a_denominator_from_outside_the_register_is_not_made_unknown():
    rows = pendataan.gabung(RECORDING, coverage(RECORDING), "potensi")
    assert rows["pendataan_memadai"].all()
    assert rows["bacaan"].iloc[2] is Bacaan.BELUM_DIKETAHUI


def test_the_league_goes_by_completeness_then_by_age_and_ties_share_a_rank():
    df = recording(("A", 5, 10, 1), ("B", 10, 10, 9), ("C", 10, 10, 2), ("D", 0, 10, None), ("E", 20, 20, 2))
    ranked = pendataan.peringkat(df)
    assert ranked[["nama_kelurahan", "urutan"]].values.tolist() == [
        ["C", 1], ["E", 1], ["B", 3], ["A", 4], ["D", 5],
    ]  # fmt: skip


def test_a_kelurahan_keeps_its_rank_in_the_city_when_it_is_chosen(rows):
    chosen = pendataan.dalam(
        pendataan.peringkat(rows), {"kode_kecamatan": "53.71.01", "kode_kelurahan": "53.71.01.1002"}
    )
    assert chosen[["nama_kelurahan", "urutan"]].values.tolist() == [["Separuh", 3]]
    assert len(pendataan.dalam(rows, {"kode_kecamatan": None, "kode_kelurahan": None})) == 5


def test_the_headline_of_the_city(rows):
    assert pendataan.kalimat(KOTA, rows, "Kota Kupang", JUNI) == (
        "Juni 2023: 36 dari 60 RT di Kota Kupang ada dalam daftar yang berlaku (60%); 1 dari 5 kelurahan belum "
        "menyerahkan daftar; cakupan 2 kelurahan belum diketahui karena pendataannya belum memadai."
    )
    sound = rows[rows["pendataan_memadai"]]
    text = pendataan.kalimat(KOTA | {"jumlah_kelurahan_tanpa_daftar": 0}, sound, "Kota Kupang", JUNI)
    assert text.endswith("(60%); semua kelurahan sudah menyerahkan daftar.")


@pytest.mark.parametrize(
    ("place", "end"),
    [
        (0, "; belum ada satu pun daftar."),
        (1, "; daftar terbaru Februari 2023 (umur 4 bulan); pendataan sebagian."),
        (2, "; daftar terbaru September 2020 (umur 33 bulan); pendataan belum diketahui."),
    ],
)
def test_the_headline_of_one_kelurahan(rows, place, end):
    one = rows.iloc[[place]]
    assert pendataan.kalimat(KOTA, one, "Kelurahan X", JUNI).endswith(
        f"di Kelurahan X ada dalam daftar yang berlaku (60%){end}"
    )


def test_the_four_cards(rows):
    rt, silent, persons, several = pendataan.kartu(KOTA, rows, JUNI)
    assert (rt.nilai, rt.rincian) == ("36", "dari 60 RT (60%)")
    assert "taksiran" in rt.sumber
    assert (silent.nilai, silent.rincian) == ("1", "dari 5 kelurahan; 2 lagi belum dapat dinilai")
    assert (persons.nilai, persons.rincian) == ("9.000", "1.200 di antaranya peserta aktif")
    assert (several.nilai, several.rincian) == ("70", "dari 9.000 orang; 6 isinya berbeda")
    assert all("Jun 2023" in card.sumber for card in (rt, silent, persons, several))


def test_the_cards_hide_few_persons_and_do_not_call_the_unknown_zero(rows):
    *_, persons, several = pendataan.kartu(KOTA | {"jumlah_orang_ganda": 3, "jumlah_orang_konflik": 1}, rows, JUNI)
    assert (several.nilai, several.keadaan) == ("r", Keadaan.DISEMBUNYIKAN)
    assert "1" not in several.rincian.replace("1 sampai 4", "")
    nobody = dict.fromkeys(["jumlah_orang", "jumlah_terlindungi", "jumlah_orang_ganda", "jumlah_orang_konflik"], pd.NA)
    *_, persons, several = pendataan.kartu(KOTA | nobody, rows, JUNI)
    assert [card.nilai for card in (persons, several)] == ["tad", "tad"]


def test_what_is_known_of_missing_rt_is_told_apart_from_what_is_not():
    rt = pd.DataFrame({"bulan_daftar": pd.to_datetime(["2022-04-01"])})
    missing = pd.DataFrame(
        {"alasan": ["pernah_melapor", "pernah_melapor", "nomor_belum_diketahui"], "jumlah_rt": [1, 1, 7]}
    )
    text = pendataan.kalimat_rt(rt, missing)
    assert text.startswith("Daftar RT/RW terbaru: April 2022. Tidak ada di dalamnya: 2 RT yang pernah melapor")
    assert "7 RT yang hanya diketahui jumlahnya" in text
    assert pendataan.kalimat_rt(rt.iloc[:0], missing).startswith("Belum ada daftar RT/RW.")


def test_persons_on_several_lists_are_explained():
    text = pendataan.kalimat_ganda(KOTA | {"jumlah_orang_konflik": 2}, 9)
    assert text.startswith("70 orang ada di lebih dari satu daftar yang berlaku dan dihitung satu kali")
    assert "r di antaranya tercatat dengan kelurahan atau status yang berbeda" in text
    assert "Pada bulan terakhir ada 9 catatan yang berbeda" in text
