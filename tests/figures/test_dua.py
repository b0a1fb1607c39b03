"""Two places or two measures side by side: differences, states, sentences."""

from datetime import date

import pandas as pd

from jamsostek import metrics
from jamsostek.figures import dua, maps
from tests.figures.test_maps import row

JUNI = date(2023, 6, 1)


def sel(sini, sana):
    table = dua.tabel_wilayah(("Kecamatan Alak", sini), ("Kelurahan Oeba", sana), JUNI, "penduduk bekerja")
    return {line["sel"][0]["teks"]: [cell["teks"] for cell in line["sel"][1:]] for line in table["baris"]}


def test_two_places_are_compared_in_every_measure():
    found = sel(row(peserta=300, penyebut=1_000), row(peserta=200, penyebut=1_000))
    assert found["Cakupan"] == [
        "30,0% (300 dari 1.000 penduduk bekerja)", "20,0% (200 dari 1.000 penduduk bekerja)", "+10,0 poin",
    ]  # fmt: skip
    assert found["Belum terlindungi"] == ["700 orang", "800 orang", "−100 orang"]
    assert len(found) == len(metrics.METRIK_AKUN)


def test_a_hidden_place_has_no_difference():
    found = sel(row(peserta=3, penyebut=1_000), row(peserta=200, penyebut=1_000))
    assert found["Cakupan"][2] == found["Peserta aktif"][2] == "r"
    assert "3 dari" not in str(found)


def test_the_sentence_says_which_is_higher_by_how_much():
    high, low, hidden = row(peserta=300, penyebut=1_000), row(peserta=268, penyebut=1_000), row(peserta=3, penyebut=900)
    says = dua.kalimat_wilayah
    assert says(("A", high), ("B", low), JUNI) == "Cakupan Juni 2023: A 30,0%, B 26,8%; A 3,2 poin lebih tinggi."
    assert says(("B", low), ("A", high), JUNI).endswith("B 3,2 poin lebih rendah.")
    assert says(("A", high), ("A", high), JUNI).endswith("sama tinggi.")
    assert says(("A", high), ("C", hidden), JUNI).endswith(
        "A 30,0%, C dirahasiakan (1 sampai 4 orang); tidak dapat dibandingkan."
    )


def test_two_measures_share_the_table_and_their_common_counts_stand_once():
    df = pd.DataFrame([row("53.71.01"), row("53.71.00"), row("53.71.02", 3)])
    shown = maps.Tampilan("tpt", "kecamatan", JUNI)
    table = dua.tabel_ukuran(df, ("tpt", "penganggur"), shown)
    assert [column["judul"] for column in table["kolom"]] == ["Kecamatan", "TPT", "Penganggur", "Angkatan kerja"]
    assert [line["kode"] for line in table["baris"]] == ["53.71.01", "53.71.02"]
    again = dua.tabel_ukuran(df, ("cakupan", "cakupan"), shown)
    assert [column["judul"] for column in again["kolom"]] == [
        "Kecamatan", "Cakupan", "Peserta aktif", "Penduduk bekerja",
    ]  # fmt: skip
