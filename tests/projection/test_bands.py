"""The conformal quantile by hand, the shape of the bands, and that they hold what they promise."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsostek.projection import bands


def test_the_conformal_quantile_by_hand():
    galat = np.array([0.3, -0.1, 0.2, -0.5])
    # n = 4: rank ceil(5 * 0.8) = 4 is the largest, ceil(5 * 0.5) = 3, and 90 % would need a fifth error
    assert bands.kuantil_konformal(galat, 0.8) == 0.5
    assert bands.kuantil_konformal(galat, 0.5) == 0.3
    assert bands.kuantil_konformal(galat, 0.9) == math.inf
    # n = 9: rank exactly 8, not 9 by a rounding error of 10 * 0.8
    assert bands.kuantil_konformal(np.arange(1, 10) / 10, 0.8) == 0.8


def test_widths_between_and_beyond_the_tested_horizons_by_hand():
    pita = bands.buat({1: np.full(4, 0.01), 3: np.full(4, 0.02), 6: np.full(5, 9.0)})
    assert pita is not None
    assert pita.cakrawala == (1, 3)  # five forecasts of six months are too few
    g = math.log(2) / math.log(3)
    assert pita.pangkat == pytest.approx(g)
    assert pita.lebar(np.array([1, 2, 3, 12]), 0.8) == pytest.approx([0.01, 0.015, 0.02, 0.02 * 4**g])


@pytest.mark.parametrize(("jauh", "pangkat"), [(0.01, 0.5), (0.02, 0.5), (0.09, 1.0)])
def test_growth_lies_between_that_of_random_steps_and_of_a_wrong_slope(jauh, pangkat):
    pita = bands.buat({1: np.full(4, 0.01), 4: np.full(4, jauh)})
    assert pita is not None
    assert pita.pangkat == pangkat


def test_with_one_tested_horizon_growth_is_the_cautious_one_and_with_none_there_is_no_band():
    pita = bands.buat({1: np.full(4, 0.01)})
    assert pita is not None
    assert pita.lebar(np.array([10]), 0.8) == pytest.approx([0.1])
    assert bands.buat({1: np.full(3, 0.01), 12: np.full(11, 0.01)}) is None


_galat = st.lists(st.floats(-0.2, 0.2), min_size=12, max_size=24).map(np.array)


@settings(max_examples=30, deadline=None)
@given(satu=_galat, dua_belas=_galat)
def test_bands_nest_widen_and_their_chances_fall_with_the_target(satu, dua_belas):
    pita = bands.buat({1: satu, 12: dua_belas})
    assert pita is not None
    ke = np.arange(1, 61)
    separuh, delapan = pita.lebar(ke, 0.5), pita.lebar(ke, 0.8)
    assert (separuh <= delapan).all()
    assert (np.diff(delapan) >= -1e-12).all()
    peluang = [pita.peluang(batas, np.array([0.3]), np.array([9]))[0] for batas in np.linspace(0, 1, 21)]
    assert (np.diff(peluang) <= 1e-12).all()
    assert pita.terkecil <= peluang[-1] <= peluang[0] <= 1 - pita.terkecil


def test_chances_by_hand():
    pita = bands.buat({1: np.linspace(0.01, 0.09, 9)})
    assert pita is not None
    median, ke = np.array([0.5]), np.array([1])
    assert pita.peluang(0.5, median, ke)[0] == pytest.approx(0.5)
    # One of nine errors is larger than 0.085: (1 + 1) / (9 + 1) of them all, half of that on the upper side
    assert pita.peluang(0.585, median, ke)[0] == pytest.approx(0.1, abs=0.006)
    assert pita.peluang(0.415, median, ke)[0] == pytest.approx(0.9, abs=0.006)
    assert pita.peluang(0.9, median, ke)[0] == pita.terkecil == 0.05


def test_the_band_holds_the_next_error_in_eight_of_ten_cases():
    dalam = 0
    for seed in range(2000):
        galat = np.random.default_rng(seed).normal(0, 1, 25)
        dalam += abs(galat[-1]) <= bands.kuantil_konformal(galat[:-1], 0.8)
    assert dalam / 2000 == pytest.approx(0.8, abs=0.03)  # exactly 20/25; three standard errors
