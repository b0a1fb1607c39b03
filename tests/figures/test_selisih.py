"""The difference of two months: signs, states, colours by meaning, moved denominators, nothing given away."""

from datetime import date
from itertools import product

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsostek import metrics, theme
from jamsostek.figures import beda, maps, selisih
from jamsostek.metrics import Keadaan
from tests.figures.test_maps import row

JUNI22, JUNI23 = date(2022, 6, 1), date(2023, 6, 1)
LIMA = [f"53.71.0{n}" for n in range(1, 6)]


def bulan(*counts, **more):
    """One month: (peserta, penyebut) of each kecamatan in turn."""
    return pd.DataFrame([row(kode, *pair, **more) for kode, pair in zip(LIMA, counts, strict=False)])


def tampilan(kunci="cakupan"):
    return maps.Tampilan(kunci, "kecamatan", JUNI23)


def peta(awal, akhir, kunci="cakupan"):
    return selisih.peta(beda.beda(awal, akhir, kunci, "kecamatan"), JUNI22, tampilan(kunci))


def test_a_rise_says_points_both_values_and_both_denominators():
    cell = peta(bulan((4_440, 20_000)), bulan((4_688, 20_000)))["sel"][LIMA[0]]
    assert cell["teks"] == "+1,2"
    assert cell["keterangan"] == [
        "Kecamatan Alak",
        "Cakupan: naik 1,2 poin (membaik)",
        "Juni 2022: 22,2% (4.440 dari 20.000 penduduk bekerja)",
        "Juni 2023: 23,4% (4.688 dari 20.000 penduduk bekerja)",
    ]
    assert cell["warna"] == theme.KELAS_SELISIH[4].isi


def test_a_fall_has_a_true_minus_and_the_orange_side():
    cell = peta(bulan((5_000, 20_000)), bulan((3_800, 20_000)))["sel"][LIMA[0]]
    assert (cell["teks"], cell["warna"]) == ("−6,0", theme.KELAS_SELISIH[0].isi)


def test_more_unemployment_is_orange_and_less_is_purple():
    low, high = ({"jumlah_penganggur": n, "rasio_tpt": n / 220} for n in (10, 40))
    worse = peta(bulan((50, 200), **low), bulan((50, 200), **high), "tpt")["sel"][LIMA[0]]
    better = peta(bulan((50, 200), **high), bulan((50, 200), **low), "tpt")["sel"][LIMA[0]]
    assert (worse["teks"], worse["warna"]) == ("+13,6", theme.KELAS_SELISIH[0].isi)
    assert (better["teks"], better["warna"]) == ("−13,6", theme.KELAS_SELISIH[6].isi)
    assert "memburuk" in worse["keterangan"][1]


@pytest.mark.parametrize("kunci", metrics.METRIK_AKUN)
def test_nothing_changed_is_a_drawn_neutral_value_for_every_measure(kunci):
    same = bulan(*[(4_000, 20_000)] * 5)
    data = peta(same, same, kunci)
    assert {(c["keadaan"], c["teks"], c["warna"]) for c in data["sel"].values()} == {
        ("nilai", "0", theme.KELAS_SELISIH[3].isi)
    }
    assert [r["jumlah"] for r in data["legenda"]] == ["0", "0", "0", "5", "0", "0", "0"]
    assert "5 tetap" in data["alt"]


def test_no_coverage_in_both_months_is_zero_and_not_hatched():
    assert peta(bulan((0, 200)), bulan((0, 200)))["sel"][LIMA[0]]["keadaan"] == "nilai"


@pytest.mark.parametrize(
    ("awal", "akhir", "keadaan"),
    [
        ((3, 200), (50, 200), Keadaan.DISEMBUNYIKAN),
        ((50, 200), (198, 200), Keadaan.DISEMBUNYIKAN),
        ((50, None), (50, 200), Keadaan.TANPA_DATA),
        ((3, 200), (50, None), Keadaan.TANPA_DATA),
        ((50, 0), (3, 200), Keadaan.TIDAK_BERLAKU),
        ((50, 200), (300, 200), Keadaan.DI_ATAS_100),
    ],
)
def test_the_worse_state_of_the_two_months_wins(awal, akhir, keadaan):
    for pair in ((awal, akhir), (akhir, awal)):
        (found,) = beda.beda(bulan(pair[0]), bulan(pair[1]), "cakupan", "kecamatan")
        assert found.keadaan is keadaan
        assert (found.delta is None) == (not keadaan.ada_nilai)


@settings(max_examples=40, deadline=None)
@given(*[st.tuples(st.integers(0, 300), st.integers(0, 300))] * 2)
def test_no_difference_exists_where_a_month_is_hidden_and_no_word_tells_its_counts(awal, akhir):
    for kunci in ("cakupan", "belum_terlindungi", "peserta"):
        frames = [bulan(pair, jumlah_belum_terlindungi=max(pair[1] - pair[0], 0)) for pair in (awal, akhir)]
        states = [metrics.keadaan(frame, kunci).iloc[0] for frame in frames]
        cell = peta(*frames, kunci)["sel"][LIMA[0]]
        hidden = [state is Keadaan.DISEMBUNYIKAN for state in states]
        assert not any(hidden) or cell["teks"] in ("r", "tb", "tad")
        for is_hidden, words in zip(hidden, cell["keterangan"][2:4], strict=True):
            assert not is_hidden or words.endswith("dirahasiakan (1 sampai 4 orang)")


def test_a_moved_denominator_is_said_in_map_table_and_sentence():
    awal, akhir = bulan((400, 2_000), (400, 2_000)), bulan((440, 2_200), (441, 2_201))
    data = peta(awal, akhir)
    flags = [any("bergeser" in line for line in cell["keterangan"]) for cell in data["sel"].values()]
    assert flags == [False, True]
    assert data["sel"][LIMA[1]]["keterangan"][-1].startswith("Penyebut bergeser lebih dari 10%: 2.000 menjadi 2.201")
    assert data["alt"].endswith("Penyebut bergeser lebih dari 10% di 1 wilayah.")
    table = selisih.tabel(beda.beda(awal, akhir, "cakupan", "kecamatan"), JUNI22, tampilan())
    assert [line["sel"][-1]["teks"] for line in table["baris"]] == ["", "bergeser lebih dari 10%"]


def test_the_classes_agree_with_a_slow_reading_of_the_breaks():
    steps = [-0.05, -0.02, -0.005, 0.005, 0.02, 0.05]
    for points in range(-120, 121):
        delta = points / 1_000
        below = sum(delta > step for step in steps[:3]) if delta < 0 else 3
        above = sum(delta >= step for step in steps[3:])
        assert metrics.kelas_selisih(delta, metrics.langkah_selisih("cakupan")) == below + above, delta


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), min_size=5, max_size=5), st.integers(1, 900))
def test_every_area_stands_once_in_map_legend_table_and_sentence(pairs, whole):
    awal, akhir = (bulan(*[(pair[i], whole) for pair in pairs]) for i in (0, 1))
    found = beda.beda(awal, akhir, "cakupan", "kecamatan")
    data, table = selisih.peta(found, JUNI22, tampilan()), selisih.tabel(found, JUNI22, tampilan())
    assert list(data["sel"]) == [line["kode"] for line in table["baris"]] == LIMA
    assert sum(int(item["jumlah"]) for item in data["legenda"]) == 5
    cells = {line["kode"]: line["sel"] for line in table["baris"]}
    assert all(data["sel"][kode]["teks"] == cells[kode][3]["teks"] for kode in LIMA)
    shown = [b for b in found if b.delta is not None]
    improved = sum(b.arti == "membaik" for b in shown)
    expected = sum(
        n1 / whole - n0 / whole >= 0.005 - 1e-9 for (n0, n1), b in zip(pairs, found, strict=True) if b in shown
    )
    assert improved == expected


def test_the_sentence_counts_and_names_the_extremes():
    awal = bulan((400, 2_000), (400, 2_000), (400, 2_000), (3, 2_000))
    akhir = bulan((500, 2_000), (405, 2_000), (380, 2_000), (500, 2_000))
    words = beda.kalimat(beda.beda(awal, akhir, "cakupan", "kecamatan"), JUNI22, tampilan())
    assert words == (
        "Cakupan per kecamatan, Juni 2022 ke Juni 2023: 1 membaik, 1 tetap, 1 memburuk, 1 tanpa selisih. "
        "Kenaikan terbesar: Alak, naik 5,0 poin (membaik). Penurunan terbesar: Alak, turun 1,0 poin (memburuk)."
    )


def test_the_legend_says_which_way_is_better():
    same = bulan((4_000, 20_000))
    rise, fall = ([item["teks"] for item in peta(same, same, kunci)["legenda"]] for kunci in ("cakupan", "penganggur"))
    assert (rise[0], rise[3], rise[6]) == ("naik ≥ 5 (membaik)", "tetap (kurang dari 0,5)", "turun ≥ 5 (memburuk)")
    assert (fall[0], fall[6]) == ("naik ≥ 300 (memburuk)", "turun ≥ 300 (membaik)")


def test_counts_have_growing_steps_on_both_levels():
    for kunci, tingkat in product(metrics.METRIK_AKUN, ("kecamatan", "kelurahan")):
        steps = metrics.langkah_selisih(kunci, tingkat)
        assert 0 < steps[0] < steps[1] < steps[2]
        assert metrics.batas_selisih(steps) == tuple(sorted((*steps, *(-s for s in steps))))


def test_an_area_that_the_earlier_month_does_not_know_has_no_difference():
    found = beda.beda(bulan((400, 2_000)), bulan((400, 2_000), (500, 2_000)), "cakupan", "kecamatan")
    assert [b.keadaan for b in found] == [Keadaan.NILAI, Keadaan.TANPA_DATA]
    cell = selisih.peta(found, JUNI22, tampilan())["sel"][LIMA[1]]
    assert cell["keterangan"][2:] == ["Juni 2022: tidak ada data", "Juni 2023: 25,0% (500 dari 2.000 penduduk bekerja)"]
