"""The card of a place: comparison, rank and notes from hand-made rows, and what must never be read off it."""

import datetime as dt
import re

import pandas as pd
import pytest

from jamsostek import tempat
from jamsostek.ikhtisar import Pokok
from jamsostek.metrics import Keadaan

JUNI = dt.date(2023, 6, 1)


def row(participants, workers, gap, unemployed, rt=(9, 10)):
    """One row of account and recording; None is missing."""

    def share(part, whole):
        return None if part is None or not whole else part / whole

    force = None if workers is None or unemployed is None else workers + unemployed
    return {
        "jumlah_peserta": participants,
        "jumlah_penyebut": workers,
        "rasio_cakupan": share(participants, workers),
        "jumlah_pekerja": workers,
        "jumlah_belum_terlindungi": gap,
        "jumlah_penganggur": unemployed,
        "jumlah_angkatan_kerja": force,
        "rasio_tpt": share(unemployed, force),
        "jumlah_rt_melapor": rt[0],
        "jumlah_rt": rt[1],
        "rasio_rt_melapor": share(*rt),
    }


KOTA = row(20_000, 100_000, 81_000, 10_000, rt=(960, 1_000))
KECAMATAN = row(5_000, 20_000, 15_000, 1_500, rt=(200, 200))


def compared(place):
    return tempat.banding([("kelurahan", place), ("kecamatan", KECAMATAN), ("kota", KOTA)])


def test_values_and_differences_in_words():
    coverage, gap, rate, recording = compared(row(190, 1_000, 810, 150))
    assert [text for text, _state in coverage.sel] == ["19,0%", "25,0%", "20,0%"]
    assert coverage.kata == "6,0 poin di bawah kecamatan; 1,0 poin di bawah kota"
    assert [text for text, _state in gap.sel] == ["810", "15.000", "81.000"]
    assert gap.kata == "1,0% dari kesenjangan kota"
    assert rate.kata == "6,1 poin di atas kecamatan; 4,0 poin di atas kota"
    assert [text for text, _state in recording.sel] == ["90%", "100,0%", "96,0%"]


def test_a_missing_place_is_not_compared():
    assert [c.kata for c in compared(row(59, None, None, None))][:3] == ["", "", ""]
    assert compared(row(59, None, None, None))[0].sel[0] == ("tad", Keadaan.TANPA_DATA)


def test_above_the_denominator_is_shown_and_marked():
    assert compared(row(120, 100, 30, 10))[0].sel[0] == ("120% !", Keadaan.DI_ATAS_100)


@pytest.mark.parametrize(
    ("place", "secrets"),
    [
        (row(3, 200, 197, 50), {"3", "197"}),
        (row(90, 200, 2, 50), {"2", "198"}),
        (row(90, 200, 197, 50), {"197"}),
        (row(90, 200, 110, 4), {"4"}),
    ],
)
def test_small_counts_are_not_on_the_card_and_do_not_follow_from_it(place, secrets):
    akun = pd.DataFrame([place | {"bulan": pd.Timestamp(JUNI)}])
    pokok = Pokok(JUNI, "Kelurahan A", None, "penduduk_bekerja", akun)
    cards = tempat.kartu_tempat(pokok, place)
    words = [f"{c.nilai} {c.rincian}" for c in cards] + [f"{c.sel[0][0]} {c.kata}" for c in compared(place)]
    numbers = set(re.findall(r"\d[\d.]*", re.sub(r"1 sampai 4 orang|[\d.,]+%|[\d,]+ poin", "", " ".join(words))))
    assert not numbers & secrets
    gap = next(c for c in cards if c.label == "Belum terlindungi")
    if 1 <= place["jumlah_pekerja"] - place["jumlah_belum_terlindungi"] <= 4:
        assert (gap.nilai, gap.keadaan) == ("r", Keadaan.DISEMBUNYIKAN)


def test_an_account_without_the_month_gives_a_card_of_missing_values():
    akun = pd.DataFrame([row(1, 1, 1, 1) | {"bulan": pd.Timestamp("2020-01-01")}])
    pokok = Pokok(JUNI, "Kelurahan A", None, "penduduk_bekerja", akun)
    merged = tempat.baris(pokok, {"jumlah_rt_melapor": 0, "jumlah_rt": 8, "rasio_rt_melapor": 0.0})
    assert [text for text, _state in (c.sel[0] for c in compared(merged))] == ["tad", "tad", "tad", "0%"]
    assert [c.nilai for c in tempat.kartu_tempat(pokok, merged)] == ["tad", "tad", "tad", "0"]


def areas(*coverage):
    df = pd.DataFrame([row(p, w, None, None) for p, w in coverage])
    df["kode_kelurahan"] = list("ABCDEFG")[: len(df)]
    return df


def test_the_rank_counts_those_with_a_value_and_shares_it():
    df = areas((50, 100), (40, 100), (400, 1_000), (10, 100), (3, 100), (20, None), (120, 100))
    assert tempat.urutan(df, "kelurahan", "A") == tempat.Urutan(1, 0, 4)
    assert tempat.urutan(df, "kelurahan", "B") == tempat.urutan(df, "kelurahan", "C") == tempat.Urutan(2, 1, 4)
    assert tempat.urutan(df, "kelurahan", "D") == tempat.Urutan(4, 0, 4)
    assert [tempat.urutan(df, "kelurahan", kode) for kode in "EFGX"] == [None] * 4
    left_out = "; 3 tidak diperingkat (1 di atas 100%, 1 dirahasiakan, 1 tanpa data)."
    said = tempat.kalimat_urutan(df, "kelurahan", "B")
    assert said == f"Cakupan tertinggi ke-2–3 dari 4 kelurahan, sama dengan 1 lainnya{left_out}"
    assert tempat.kalimat_urutan(df, "kelurahan", "E") == "Tidak diperingkat: cakupannya dirahasiakan."
    assert tempat.kalimat_urutan(df, "kelurahan", "G") == "Tidak diperingkat: cakupannya di atas 100%."


def test_notes_say_what_the_recording_is_worth():
    poor = row(190, 1_000, 810, 150, rt=(5, 10))
    age = pd.DataFrame({"umur_bulan": pd.array([7], dtype="Int64")})
    (note,) = tempat.catatan([("kelurahan", poor), ("kota", KOTA)], age)
    assert note.startswith("Pendataan belum memadai")
    assert "5 dari 10 RT melapor" in note
    assert "berumur 7 bulan" in note
    none = pd.DataFrame({"umur_bulan": pd.array([None], dtype="Int64")})
    silent, symbol = tempat.catatan([("kelurahan", row(59, None, None, None)), ("kota", KOTA)], none)
    assert "Belum ada daftar tenaga kerja" in silent
    assert symbol == "tad = tidak ada data."
    assert tempat.catatan([("kota", KOTA)]) == []
