"""Each method by hand, the damped trend also against the library's own recursion."""

import numpy as np
import pytest

from jamsostek.projection import methods
from tests.projection.deret import jalan_acak


def test_naive_drift_and_logistic_by_hand():
    isi = methods.ramalan(np.array([10.0, 12, 11, 13, 14, 15, 17, 24]), 100.0, 3)
    assert isi["naif"].tolist() == [0.24] * 3
    assert isi["hanyutan"] == pytest.approx([0.26, 0.28, 0.30])  # (24 - 10) / 7 = 2 a month
    # 1/3, 1, 3, 9 against the rest: the odds treble each month
    assert methods.logistik(np.array([25.0, 50, 75, 90]), 100.0, np.array([1, 2])) == pytest.approx(
        [2700 / 28, 8100 / 82]
    )


def test_a_logistic_needs_shares_between_nothing_and_all():
    for akhir in (0.0, 100.0):
        assert np.isnan(methods.logistik(np.array([50.0, 60, akhir]), 100.0, np.array([1]))).all()


def test_the_damped_trend_by_hand():
    # level 10, trend 2, phi 0.5: level 0.5 * 12 + 0.5 * 11 = 11.5; trend 0.5 * 1.5 + 0.5 * 1 = 1.25
    maju = methods.teredam(np.array([12.0]), methods.Taksiran(0.5, 0.5, 0.5, 10.0, 2.0), np.array([1, 2]))
    assert maju == pytest.approx([11.5 + 0.625, 11.5 + 0.625 + 0.3125])


@pytest.mark.parametrize("banyak", [8, 26, 50])
def test_the_damped_trend_is_the_librarys(banyak):
    nilai = jalan_acak(3)[:banyak] * 1000
    taksiran = methods.taksir(nilai)  # loads the library as the product does
    from statsmodels.tsa.holtwinters import Holt

    oracle = Holt(nilai, damped_trend=True, initialization_method="known", initial_level=taksiran.aras,
                  initial_trend=taksiran.tren).fit(
        smoothing_level=taksiran.alfa, smoothing_trend=taksiran.beta, damping_trend=taksiran.phi, optimized=False
    )  # fmt: skip
    assert methods.teredam(nilai, taksiran, np.arange(1, 13)) == pytest.approx(oracle.forecast(12), rel=1e-6)


def test_a_level_line_stays_level_under_every_method():
    for isi in methods.ramalan(np.full(20, 300.0), 1000.0, 240).values():
        assert isi == pytest.approx(np.full(240, 0.3))


def test_the_estimate_in_force_is_never_made_from_later_months():
    assert [methods.panjang_taksir(n) for n in (8, 13, 14, 19, 20, 54)] == [8, 8, 14, 14, 20, 50]
