import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsostek.figures import axes

POSISI = st.lists(st.floats(-0.5, 1.5), max_size=8)


@given(st.dates(min_value=date(1, 1, 1)))
def test_month_positions_are_consecutive_and_reversible(hari):
    nomor = axes.nomor_bulan(hari)
    assert axes.bulan_dari(nomor) == hari.replace(day=1)
    if hari.year < 9999:
        assert axes.bulan_dari(nomor + 1) > axes.bulan_dari(nomor)


@given(st.integers(24_000, 24_400), st.integers(0, 240))
def test_a_month_axis_has_one_to_seven_labels_inside_it(awal, panjang):
    sumbu = axes.sumbu_bulan(awal, awal + panjang)
    assert 1 <= len(sumbu["tickvals"]) == len(sumbu["ticktext"]) <= 7
    assert all(awal <= n <= awal + panjang for n in sumbu["tickvals"])


def test_month_labels_are_indonesian():
    awal = axes.nomor_bulan(date(2023, 5, 1))
    assert axes.sumbu_bulan(awal, awal + 3)["ticktext"] == ["Mei 2023", "Jun 2023", "Jul 2023", "Agu 2023"]


def test_a_ratio_axis_shows_0_to_100_with_five_lines_and_grows_for_more():
    assert axes.sumbu_rasio()["ticktext"] == ["0%", "25%", "50%", "75%", "100%"]
    assert axes.sumbu_rasio()["range"] == axes.sumbu_rasio(0.2)["range"] == [0, 1.02]
    assert axes.sumbu_rasio(1.3)["range"][1] > 1.3


@given(st.integers(-1_000_000, 0), st.integers(0, 10_000_000))
def test_a_count_axis_holds_zero_and_all_values_with_at_most_five_lines(rendah, tinggi):
    sumbu = axes.sumbu_hitungan(rendah, tinggi)
    bawah, atas = sumbu["range"]
    assert bawah <= rendah
    assert atas >= tinggi
    assert 0 in sumbu["tickvals"]
    assert 2 <= len(sumbu["tickvals"]) <= 5
    assert len(set(sumbu["ticktext"])) == len(sumbu["ticktext"])


def test_count_labels_are_indonesian_with_a_true_minus():
    assert axes.sumbu_hitungan(-4_000, 1_500)["ticktext"] == ["−4.000", "−2.000", "0", "2.000"]
    assert axes.sumbu_hitungan(0, 0)["ticktext"] == ["0", "1"]


@given(POSISI, st.floats(0.01, 0.3))
def test_labels_are_spread_inside_the_room_and_keep_their_order(posisi, jarak):
    hasil = axes.sebar(posisi, jarak, 0, 1)
    assert len(hasil) == len(posisi)
    assert all(-1e-9 <= h <= 1 + 1e-9 for h in hasil)
    sela = min(jarak, 1 / max(1, len(posisi) - 1))
    urut = [hasil[i] for i in sorted(range(len(posisi)), key=lambda i: posisi[i])]
    assert all(b - a >= sela - 1e-9 for a, b in itertools.pairwise(urut))


def test_labels_that_do_not_touch_stay_where_they_are():
    assert axes.sebar([0.8, 0.2, 0.5], 0.1, 0, 1) == [0.8, 0.2, 0.5]
    assert axes.sebar([0.5, 0.5], 0.1, 0, 1) == pytest.approx([0.45, 0.55])
    assert axes.sebar([], 0.1, 0, 1) == []
