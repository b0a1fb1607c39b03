"""Coverage with a second measure: the square of nine, the states, and words that match the colours."""

from datetime import date
from itertools import product

import pandas as pd
import pytest

from jamsostek import metrics, theme
from jamsostek.figures import berdua, maps, pasangan
from jamsostek.metrics import Keadaan
from tests.figures.test_maps import row

TAMPILAN = maps.Tampilan("cakupan", "kecamatan", date(2023, 6, 1))


def tpt(n, force=1_000):
    return {"jumlah_penganggur": n, "jumlah_angkatan_kerja": force, "rasio_tpt": None if not force else n / force}


def temukan(*rows, kedua="tpt"):
    return pasangan.pasangan(pd.DataFrame(list(rows)), kedua, "kecamatan")


def test_each_square_is_reached_by_exactly_its_values():
    """A slow second reading: the breaks compared one by one."""
    for participants, unemployed in product(range(0, 1_001, 50), range(0, 200, 10)):
        (found,) = temukan(row(peserta=participants, penyebut=1_000, **tpt(unemployed)))
        column = 0 if participants < 200 else 1 if participants < 400 else 2
        line = 2 if unemployed < 60 else 1 if unemployed < 90 else 0
        assert (found.baris, found.kolom) == (line, column), (participants, unemployed)
        cell = berdua.peta([found], "tpt", TAMPILAN)["sel"]["53.71.01"]
        assert cell["warna"] == theme.KELAS_BERDUA[line][column].isi


def test_the_area_says_both_values_with_their_denominators_and_the_reading():
    (found,) = temukan(row(peserta=150, penyebut=1_000, **tpt(95)))
    cell = berdua.peta([found], "tpt", TAMPILAN)["sel"]["53.71.01"]
    assert cell["teks"] == "15,0% / 9,5%"
    assert cell["keterangan"] == [
        "Kecamatan Alak",
        "Cakupan: 15,0% (150 dari 1.000 penduduk bekerja)",
        "Tingkat pengangguran terbuka (TPT): 9,5% (95 dari 1.000 angkatan kerja)",
        "Cakupan rendah, TPT tinggi",
    ]


@pytest.mark.parametrize(
    ("given", "keadaan"),
    [
        ({"peserta": 3, "penyebut": 1_000, **tpt(95)}, Keadaan.DISEMBUNYIKAN),
        ({"peserta": 150, "penyebut": 1_000, **tpt(3)}, Keadaan.DISEMBUNYIKAN),
        ({"peserta": 150, "penyebut": None, **tpt(95)}, Keadaan.TANPA_DATA),
        ({"peserta": 150, "penyebut": 1_000, "berlaku": False, **tpt(3)}, Keadaan.TIDAK_BERLAKU),
        ({"peserta": 150, "penyebut": 1_000, "pendataan_memadai": False, **tpt(95)}, Keadaan.BELUM_DIKETAHUI),
        ({"peserta": 1_200, "penyebut": 1_000, **tpt(95)}, Keadaan.DI_ATAS_100),
    ],
)
def test_the_worse_state_wins_and_only_a_value_has_a_square(given, keadaan):
    (found,) = temukan(row(**given))
    assert found.keadaan is keadaan
    assert (found.kelas is None) == (not keadaan.ada_nilai)
    cell = berdua.peta([found], "tpt", TAMPILAN)["sel"]["53.71.01"]
    assert cell["keadaan"] == keadaan.value
    if not keadaan.ada_nilai:
        assert cell["teks"] == keadaan.simbol


def test_a_hidden_numerator_is_in_no_word_of_map_or_table():
    found = temukan(row(peserta=3, penyebut=2_000, **tpt(95)))
    words = " ".join(berdua.peta(found, "tpt", TAMPILAN)["sel"]["53.71.01"]["keterangan"])
    table = [cell["teks"] for cell in berdua.tabel(found, "tpt", TAMPILAN)["baris"][0]["sel"]]
    assert "2.000" not in words
    assert table[4:6] == ["r", "r"]


def test_zero_coverage_is_a_value():
    (found,) = temukan(row(peserta=0, penyebut=1_000, **tpt(0)))
    assert (found.keadaan, found.kelas) == (Keadaan.NILAI, 6)


def test_every_area_stands_once_in_the_square_or_in_a_state():
    rows = [
        row(f"53.71.0{n + 1}", peserta, 1_000, **tpt(unemployed))
        for n, (peserta, unemployed) in enumerate([(150, 95), (150, 95), (450, 30), (3, 95), (1_100, 95)])
    ]
    data = berdua.peta(temukan(*rows), "tpt", TAMPILAN)
    square = data["legenda_matriks"]
    assert square["jumlah"] == [["2", "0", "0"], ["0", "0", "0"], ["0", "0", "1"]]
    assert square["warna"] == [[look.isi for look in line] for line in theme.KELAS_BERDUA]
    assert [words.replace("\u00a0", " ") for words in square["kolom"]] == ["< 20%", "20% – < 40%", "≥ 40%"]
    assert [words.replace("\u00a0", " ") for words in square["baris"]] == ["≥ 9%", "6% – < 9%", "< 6%"]
    assert sum(int(item["jumlah"]) for item in data["legenda"]) == len(data["sel"]) == 5
    classes = [item for item in data["legenda"] if item["keadaan"] == "nilai"]
    assert [item["warna"] for item in classes] == [hue for line in square["warna"] for hue in line]
    assert classes[0]["teks"] == "Cakupan < 20%, Tingkat pengangguran terbuka (TPT) ≥ 9%"


def test_the_sentence_names_the_corner_and_tells_what_cannot_be_read():
    words = pasangan.kalimat(temukan(row(peserta=150, penyebut=1_000, **tpt(95)), row(peserta=3)), "tpt", TAMPILAN)
    assert words == (
        "Juni 2023: 1 dari 2 kecamatan bercakupan rendah (< 20%) sekaligus ber-TPT tinggi (≥ 9%) (Alak). "
        "1 tidak dapat dibaca bersama."
    )


def test_completeness_tells_really_low_from_unknown():
    whole, few = {"jumlah_rt_melapor": 12, "rasio_rt_melapor": 1.0}, {"jumlah_rt_melapor": 3, "rasio_rt_melapor": 0.25}
    found = temukan(row(peserta=15, penyebut=200, **whole), row(peserta=15, penyebut=200, **few), kedua="kelengkapan")
    assert [p.baris for p in found] == [0, 2]
    words = pasangan.kalimat(found, "kelengkapan", TAMPILAN)
    assert "1 dari 2 kecamatan benar-benar bercakupan rendah" in words
    assert "1 lagi tampak rendah, tetapi kurang dari 60% RT-nya melapor." in words
    table = berdua.tabel(found, "kelengkapan", TAMPILAN)
    assert [column["judul"] for column in table["kolom"]][-2:] == ["RT melapor", "RT"]
    assert table["baris"][1]["sel"][-2]["teks"] == "3"  # RT are no persons


def test_the_breaks_of_completeness_are_those_of_the_recording():
    assert metrics.BATAS_BERDUA["kelengkapan"] == (metrics.AMBANG_RT_MELAPOR, metrics.AMBANG_LENGKAP) == (0.60, 0.95)
