"""Back-test, choice, record and words on series whose truth is known."""

import math
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from jamsostek.projection import backtest, outlook, words
from jamsostek.projection.backtest import CAKRAWALA
from tests.projection.deret import PENYEBUT, buat, jalan_acak

BENIH = range(8)
BULAN = 48


@pytest.fixture(scope="module")
def acak():
    """Projections of random walks from their 48th month; twelve more months are known to the test alone."""
    return [outlook.proyeksikan(buat(jalan_acak(seed)[:BULAN])) for seed in BENIH]


def kurva_s(seed: int = 1, banyak: int = 60) -> np.ndarray:
    derau = np.random.default_rng(seed).normal(0, 0.002, banyak)
    return 0.95 / (1 + np.exp(-(np.arange(banyak) - 35) / 9)) + derau


def test_a_random_walk_is_left_to_the_naive_method_or_drift(acak):
    pilihan = [p.pilihan.metode for p in acak]
    assert pilihan.count("naif") >= 5
    assert sum(metode in ("naif", "hanyutan") for metode in pilihan) >= 7


def test_the_bands_of_the_past_held_about_what_they_promised(acak):
    dalam, hasil = sum(p.rekaman.dalam for p in acak), sum(p.rekaman.hasil for p in acak)
    assert hasil > 900
    assert dalam / hasil == pytest.approx(0.8, abs=0.08)


def test_the_bands_held_the_future_too(acak):
    dalam = hasil = 0
    for seed, p in zip(BENIH, acak, strict=True):
        for h in CAKRAWALA:
            rendah, tinggi = p.batas(h, 0.8)
            dalam, hasil = dalam + (rendah <= jalan_acak(seed)[BULAN - 1 + h] <= tinggi), hasil + 1
    assert 0.65 <= dalam / hasil <= 0.95


def test_an_s_curve_is_seen_by_the_logistic():
    p = outlook.proyeksikan(buat(kurva_s()[:BULAN]))
    assert p.pilihan.metode != "naif"
    assert p.pilihan.mae["logistik"][12] < 0.5 * p.pilihan.mae["naif"][12]


def test_a_straight_line_is_drift_and_its_end_is_found():
    p = outlook.proyeksikan(buat(0.201 + 0.005 * np.arange(BULAN)))
    penuh = outlook.penuh(p)
    assert p.pilihan.metode == "hanyutan"
    assert p.tengah(12) == pytest.approx(0.201 + 0.005 * 59)
    # 0.995 is reached 159 steps after January 2018
    assert penuh.awal == penuh.tengah == penuh.akhir == date(2031, 4, 1)
    assert penuh.peluang_tidak == pytest.approx(p.pita.terkecil)
    assert "Cakupan penuh 2031, atau tidak tercapai" in words.kalimat_penuh(p, penuh)
    assert p.tengah(outlook.TERJAUH) == 1


def test_what_comes_later_changes_no_earlier_forecast_choice_or_band():
    nilai, potong = jalan_acak(5), 40
    asli = backtest.uji(buat(nilai))
    lonjak = backtest.uji(buat(np.where(np.arange(60) > potong, 0.9, nilai)))
    sebelum = [i for i, asal in enumerate(asli.asal) if asal <= potong]
    assert len(sebelum) > 15
    for metode in asli.ramalan:
        np.testing.assert_array_equal(asli.ramalan[metode][sebelum], lonjak.ramalan[metode][sebelum])
        for h in CAKRAWALA:
            np.testing.assert_array_equal(asli.diketahui(metode, potong)[h], lonjak.diketahui(metode, potong)[h])
    assert repr(asli.pilih(potong)) == repr(lonjak.pilih(potong))
    assert not np.array_equal(asli.ramalan["naif"], lonjak.ramalan["naif"])


def test_errors_are_counted_by_hand():
    """Participants grow by 1,000 a month and a new list moves the denominator; the forecast holds the old one."""
    penyebut = np.where(np.arange(20) < 15, 100_000.0, 105_000.0)
    uji = backtest.uji(buat((20_000 + 1000 * np.arange(20)) / penyebut, penyebut))
    i = uji.asal.index(13)
    assert uji.galat["naif"][1][i] == pytest.approx(0.01)
    assert uji.galat["naif"][3][i] == pytest.approx(36_000 / 105_000 - 0.33)
    assert uji.ramalan["hanyutan"][i][2] == pytest.approx(0.36)  # the old denominator is held
    assert np.isnan(uji.galat["naif"][12][i])
    assert len(uji.diketahui("naif", 19)[3]) == sum(asal + 3 <= 19 for asal in uji.asal)


def test_twelve_months_are_enough_and_say_that_nothing_was_tested():
    p = outlook.proyeksikan(buat(jalan_acak(2, 12)))
    assert p.pita.cakrawala == (1,)
    assert p.rekaman.hasil == 0
    assert "belum pernah dapat diuji" in words.kalimat_galat(p)
    with pytest.raises(ValueError, match="too few"):
        outlook.proyeksikan(buat(jalan_acak(2, 11)))


def test_a_series_that_never_moved_stays_with_the_naive_method():
    p = outlook.proyeksikan(buat(np.full(30, 0.25)))
    assert (p.pilihan.metode, p.tengah(60), p.batas(60, 0.8)) == ("naif", 0.25, (0.25, 0.25))
    assert "datar" in words.kalimat_metode(p)


def test_bands_and_median_stay_between_nothing_and_all():
    p = outlook.proyeksikan(buat(0.3 + 0.9 * (jalan_acak(8, 60, 0.05) - 0.4).clip(-0.25, 0.6)))
    for tingkat in (0.5, 0.8):
        rendah, tinggi = p.pita_semua(tingkat)
        assert (rendah >= 0).all()
        assert (rendah <= tinggi).all()
        assert (tinggi <= 1).all()


def test_past_forecasts_are_the_backtests_own(acak):
    p = acak[0]
    assert 1 <= len(p.ekor) <= outlook.EKOR_TERBANYAK
    for ekor in p.ekor:
        i = p.deret.bulan.index(ekor.bulan)
        assert ekor.nilai[0] == pytest.approx(p.deret.rasio[i])
        assert len(ekor.nilai) == 13
        assert ekor.bulan < p.bulan


def test_the_sentence_says_number_band_chance_and_record(acak):
    p = acak[0]
    sasaran = (date(2023, 12, 31), 0.45)
    kalimat = words.kalimat(p, "Kota Uji", sasaran)
    ke = 24
    for bagian in (p.tengah(ke), *p.batas(ke, 0.8)):
        assert f"{100 * bagian:.1f}%".replace(".", ",") in kalimat
    assert "Desember 2023" in kalimat
    assert "45%" in kalimat
    assert f"{p.rekaman.dalam} dari {p.rekaman.hasil} hasil" in words.kalimat_galat(p)
    assert f"{PENYEBUT:,}".replace(",", ".") in words.catatan(p)


@pytest.mark.parametrize(
    ("penuh", "kata"),
    [
        (outlook.Penuh(None, None, None, 0.98), "tidak tercapai pada laju ini dalam 20 tahun"),
        (outlook.Penuh(date(2031, 5, 1), date(2034, 1, 1), None, 0.35), "paling cepat 2031, median 2034, atau tidak"),
        (outlook.Penuh(date(2031, 5, 1), date(2034, 1, 1), date(2038, 2, 1), 0.35), "2031–2038, atau tidak"),
    ],
)
def test_full_coverage_is_a_range_or_not_reached_with_its_chance(acak, penuh, kata):
    kalimat = words.kalimat_penuh(acak[0], penuh)
    assert kata in kalimat
    assert "peluang" in kalimat


def test_a_band_that_was_too_narrow_is_called_so(acak):
    for dalam, hasil, kata in ((60, 100, "terlalu sempit"), (80, 100, "(80%)."), (5, 5, "terlalu sedikit")):
        p = replace(acak[0], rekaman=outlook.Rekaman({1: (dalam, hasil)}))
        assert kata in words.kalimat_galat(p)


def test_methods_as_rows(acak):
    rows = words.baris_metode(acak[0]).set_index("kunci")
    assert rows.loc[acak[0].pilihan.metode, "metode"].endswith("(terpilih)")
    assert rows.loc["naif", "skor"] == pytest.approx(1)
    assert math.isclose(rows.loc["naif", "mae_6"], 100 * acak[0].pilihan.mae["naif"][6])
