from datetime import date

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from jamsostek import formats, metrics
from jamsostek.metrics import Keadaan as K


@pytest.mark.parametrize(
    ("peserta", "penyebut", "berlaku", "keadaan"),
    [
        (50, 100, True, K.NILAI),
        (0, 100, True, K.NILAI),
        (100, 100, True, K.NILAI),
        (5, 100, True, K.NILAI),
        (1, 100, True, K.DISEMBUNYIKAN),
        (4, 100, True, K.DISEMBUNYIKAN),
        (96, 100, True, K.DISEMBUNYIKAN),
        (95, 100, True, K.NILAI),
        (0, 3, True, K.DISEMBUNYIKAN),
        (9, 3, True, K.DISEMBUNYIKAN),
        (104, 100, True, K.DI_ATAS_100),
        (50, None, True, K.TANPA_DATA),
        (None, 100, True, K.TANPA_DATA),
        (float("nan"), 100, True, K.TANPA_DATA),
        (pd.NA, 100, True, K.TANPA_DATA),
        (0, 0, True, K.TIDAK_BERLAKU),
        (10, 0, True, K.TIDAK_BERLAKU),
        (50, 100, False, K.TIDAK_BERLAKU),
        (50, None, False, K.TIDAK_BERLAKU),
    ],
)
def test_the_states_of_a_ratio(peserta, penyebut, berlaku, keadaan):
    assert metrics.keadaan_sel(peserta, penyebut, berlaku) is keadaan


@given(st.integers(0, 300), st.integers(1, 300))
def test_a_shown_ratio_tells_about_nobody_or_about_five_persons_at_least(peserta, penyebut):
    if metrics.keadaan_sel(peserta, penyebut).ada_nilai:
        for jumlah in (peserta, penyebut, penyebut - peserta):
            assert jumlah <= 0 or jumlah >= metrics.AMBANG_RAHASIA


def test_the_threshold_can_be_raised():
    assert metrics.keadaan_sel(9, 100, ambang=10) is K.DISEMBUNYIKAN
    assert metrics.keadaan_jumlah(9, ambang=10) is K.DISEMBUNYIKAN


def test_counts_hide_one_to_four_and_show_zero():
    assert [metrics.keadaan_jumlah(n) for n in (0, 1, 4, 5)] == [K.NILAI, K.DISEMBUNYIKAN, K.DISEMBUNYIKAN, K.NILAI]
    assert metrics.keadaan_jumlah(None) is K.TANPA_DATA
    assert metrics.keadaan_jumlah(None, berlaku=False) is K.TIDAK_BERLAKU
    assert metrics.keadaan_jumlah(7, berlaku=False) is K.NILAI


@pytest.fixture
def akun() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "jumlah_peserta": [50, 3, 104, 20, 20],
            "jumlah_penyebut": pd.array([100, 100, 100, None, None], dtype="Int64"),
            "jumlah_belum_terlindungi": [50.0, 97, 2, None, None],
            "jumlah_penganggur": [9, 9, 0, None, 9],
            "jumlah_angkatan_kerja": [109, 109, 100, None, 60],
            "berlaku": [True, True, True, True, False],
        },
        index=[10, 11, 12, 13, 14],
    )


def test_states_of_a_frame(akun):
    cakupan = metrics.keadaan(akun, "cakupan")
    assert list(cakupan) == [K.NILAI, K.DISEMBUNYIKAN, K.DI_ATAS_100, K.TANPA_DATA, K.TIDAK_BERLAKU]
    assert list(cakupan.index) == list(akun.index)
    assert all(isinstance(k, K) for k in cakupan)
    belum = metrics.keadaan(akun, "belum_terlindungi")
    assert list(belum) == [K.NILAI, K.NILAI, K.DISEMBUNYIKAN, K.TANPA_DATA, K.TIDAK_BERLAKU]
    assert list(metrics.keadaan(akun, "peserta")) == [K.NILAI, K.DISEMBUNYIKAN, K.NILAI, K.NILAI, K.NILAI]
    assert list(metrics.keadaan(akun, "tpt")) == [K.NILAI, K.NILAI, K.NILAI, K.TANPA_DATA, K.NILAI]
    assert metrics.keadaan(akun.iloc[:0], "cakupan").empty


def test_states_without_the_column_berlaku(akun):
    assert metrics.keadaan(akun.drop(columns="berlaku"), "cakupan").iloc[-1] is K.TANPA_DATA


def test_every_state_has_words_and_its_symbol_is_in_the_legend_of_formats():
    assert len({k.label for k in K}) == len(K) == 6
    assert {k.simbol for k in K} - {"", "!"} <= set(formats.SIMBOL)
    assert [k for k in K if k.ada_nilai] == [K.NILAI, K.DI_ATAS_100]


@pytest.mark.parametrize(
    ("rasio", "umur", "bacaan"),
    [
        (1.0, 0, "lengkap"),
        (1.2, 24, "lengkap"),
        (0.95, 12, "lengkap"),
        (0.9499, 12, "sebagian"),
        (0.60, 24, "sebagian"),
        (0.5999, 0, "belum diketahui"),
        (1.0, 25, "belum diketahui"),
        (0.0, 3, "belum diketahui"),
        (None, 3, "belum diketahui"),
        (float("nan"), 3, "belum diketahui"),
        (0.0, None, "belum melapor"),
        (0.0, pd.NA, "belum melapor"),
        (None, float("nan"), "belum melapor"),
    ],
)
def test_the_reading_of_the_recording(rasio, umur, bacaan):
    assert metrics.bacaan_pendataan(rasio, umur) == bacaan


@given(st.floats(0, 2), st.integers(0, 200))
def test_a_kelurahan_is_judged_only_on_enough_rt_and_a_list_young_enough(rasio, umur):
    enough = rasio >= metrics.AMBANG_RT_MELAPOR and umur <= metrics.AMBANG_UMUR_DAFTAR
    assert (metrics.bacaan_pendataan(rasio, umur) != "belum diketahui") == enough


def test_poor_recording_hides_what_the_register_says_and_nothing_else(akun):
    poor = akun.assign(pendataan_memadai=False, jumlah_rt_melapor=2, jumlah_rt=9, rasio_rt_melapor=2 / 9)
    cakupan = metrics.keadaan(poor, "cakupan")
    assert list(cakupan) == [K.BELUM_DIKETAHUI, K.DISEMBUNYIKAN, K.BELUM_DIKETAHUI, K.TANPA_DATA, K.TIDAK_BERLAKU]
    assert metrics.keadaan(poor, "tpt").iloc[0] is K.BELUM_DIKETAHUI
    assert metrics.keadaan(poor, "peserta").iloc[0] is K.NILAI
    assert metrics.keadaan(poor, "kelengkapan").iloc[0] is K.NILAI
    sound = metrics.keadaan(poor.assign(pendataan_memadai=True), "cakupan")
    assert list(sound) == list(metrics.keadaan(akun, "cakupan"))


def test_rt_are_not_persons_so_few_of_them_are_shown():
    row = {"jumlah_rt_melapor": 2, "jumlah_rt": 3, "rasio_rt_melapor": 2 / 3}
    assert metrics.keadaan_baris(row, "kelengkapan") is K.NILAI
    assert metrics.keadaan_baris(row | {"jumlah_rt": None}, "kelengkapan") is K.TANPA_DATA
    assert metrics.keadaan_baris(row | {"jumlah_rt_melapor": 4}, "kelengkapan") is K.DI_ATAS_100


def test_more_coverage_is_good_and_more_unemployment_is_not():
    assert metrics.arah_baik("cakupan", 0.01) is True
    assert metrics.arah_baik("cakupan", -0.01) is False
    assert metrics.arah_baik("peserta", 5) is True
    assert metrics.arah_baik("kelengkapan", 0.1) is True
    for kunci in ("belum_terlindungi", "penganggur", "tpt"):
        assert metrics.arah_baik(kunci, 1) is False
        assert metrics.arah_baik(kunci, -1) is True
    assert metrics.arah_baik("tpt", 0) is metrics.arah_baik("tpt", None) is metrics.arah_baik("tpt", pd.NA) is None


def test_a_ratio_names_both_counts_under_it():
    assert set(metrics.METRIK_AKUN) == {"cakupan", "belum_terlindungi", "peserta", "penganggur", "tpt"}
    assert set(metrics.METRIK) == {*metrics.METRIK_AKUN, "kelengkapan"}
    for kunci, metrik in metrics.METRIK.items():
        assert metrik.kunci == kunci
        assert metrik.kolom.startswith("rasio_" if metrik.adalah_rasio else "jumlah_")
        assert not metrik.adalah_rasio or (metrik.pembilang and metrik.penyebut)


def test_coverage_breaks_end_at_the_target():
    assert metrics.batas_kelas("cakupan") == (0.10, 0.20, 0.40, 0.70, 1.0)
    assert metrics.batas_kelas("cakupan", target=0.65) == (0.10, 0.20, 0.40, 0.65)
    assert metrics.batas_kelas("cakupan", target=0.70) == (0.10, 0.20, 0.40, 0.70)


@pytest.mark.parametrize("target", [0, -0.1, 1.01, float("nan")])
def test_a_target_outside_0_to_1_is_refused(target):
    with pytest.raises(ValueError, match="target"):
        metrics.batas_kelas("cakupan", target=target)


def test_breaks_rise_and_kecamatan_breaks_are_the_wider_ones():
    for kunci, tingkat in metrics.KELAS.items():
        for batas in tingkat.values():
            assert len(batas) == 5
            assert list(batas) == sorted(set(batas))
        if not metrics.METRIK[kunci].adalah_rasio:
            assert all(a > b for a, b in zip(tingkat["kecamatan"], tingkat["kelurahan"], strict=True))
    with pytest.raises(KeyError):
        metrics.batas_kelas("lain")


@given(st.floats(0, 2), st.floats(0.01, 1))
def test_the_last_class_means_target_reached_and_only_that(rasio, target):
    batas = metrics.batas_kelas("cakupan", target=target)
    assert (metrics.kelas_of(rasio, batas) == len(batas)) == (rasio >= target)


def test_a_break_belongs_to_the_class_above_it():
    batas = metrics.batas_kelas("cakupan")
    assert [metrics.kelas_of(v, batas) for v in (0, 0.0999, 0.1, 0.7, 0.999, 1, 1.3)] == [0, 0, 1, 4, 4, 5, 5]
    assert metrics.kelas_of(None, batas) is metrics.kelas_of(float("nan"), batas) is None


@pytest.mark.parametrize(("luruh", "orang"), [(0, 3830), (0.01, 4963), (0.02, 6178)])
def test_pace_of_the_worked_example(luruh, orang):
    assert round(metrics.laju_diperlukan(180_000, 1.0, 0.234 * 180_000, 36, luruh)) == orang


@given(st.integers(1, 300_000), st.floats(0, 1), st.integers(0, 300_000), st.integers(1, 120), st.floats(0, 1))
def test_the_pace_leads_exactly_to_the_target_month_by_month(pekerja, target, peserta, bulan, luruh):
    laju = metrics.laju_diperlukan(pekerja, target, peserta, bulan, luruh)
    assume(laju > 0)
    akhir = float(peserta)
    for _ in range(bulan):
        akhir = akhir * (1 - luruh) + laju
    assert akhir == pytest.approx(target * pekerja, rel=1e-6, abs=1e-6)


def test_pace_is_never_below_zero_and_none_when_time_is_up():
    assert metrics.laju_diperlukan(100, 0.5, 80, 12) == 0
    assert metrics.laju_diperlukan(100, 0.5, 50, 0) == 0
    assert metrics.laju_diperlukan(100, 0.5, 49, 0) is None
    assert metrics.laju_diperlukan(100, 0.5, 49, -3) is None
    assert metrics.laju_diperlukan(100, 0.5, 50, 12, 0.1) > 0


def test_a_vanishing_lapse_gives_the_pace_without_lapse():
    assert metrics.laju_diperlukan(1000, 1, 0, 10, 1e-18) == pytest.approx(100)


@pytest.mark.parametrize("salah", [(-1, 1, 0, 1, 0), (1, 1, -1, 1, 0), (1, 1, 0, 1, 1.1), (1, 1, 0, 1, -0.1)])
def test_pace_refuses_impossible_input(salah):
    with pytest.raises(ValueError, match="must not be negative"):
        metrics.laju_diperlukan(*salah)


def test_months_between():
    assert metrics.bulan_antara(date(2023, 6, 30), date(2023, 7, 1)) == 1
    assert metrics.bulan_antara(date(2023, 6, 1), date(2026, 12, 31)) == 42
    assert metrics.bulan_antara(date(2023, 6, 1), date(2023, 1, 1)) == -5


def test_the_neutral_band_is_half_a_point_on_both_sides_and_floats_do_not_shift_it():
    steps = metrics.langkah_selisih("cakupan")
    assert [metrics.kelas_selisih(d, steps) for d in (-0.0049, 0, 0.0049)] == [metrics.KELAS_TETAP] * 3
    assert [metrics.kelas_selisih(d, steps) for d in (0.305 - 0.300, 0.300 - 0.305)] == [4, 2]
    assert [metrics.kelas_selisih(d, steps) for d in (-9, -0.05, -0.02, -0.005, 0.02, 0.05, 9)] == [0, 0, 1, 2, 5, 6, 6]


@given(st.floats(-2, 2))
def test_a_fall_is_as_far_from_the_middle_as_the_same_rise(delta):
    steps = metrics.langkah_selisih("tpt")
    assert metrics.kelas_selisih(delta, steps) + metrics.kelas_selisih(-delta, steps) == 2 * metrics.KELAS_TETAP


def test_a_denominator_has_moved_when_more_than_a_tenth_came_or_went():
    moved = metrics.penyebut_bergeser
    assert [moved(1_000, n) for n in (899, 900, 1_000, 1_100, 1_101)] == [True, False, False, False, True]
    assert not moved(None, 5)
    assert not moved(5, pd.NA)
    assert not moved(0, 0)


def test_what_is_made_of_several_cells_is_in_the_worst_of_their_states():
    order = [K.TIDAK_BERLAKU, K.TANPA_DATA, K.DISEMBUNYIKAN, K.BELUM_DIKETAHUI, K.DI_ATAS_100, K.NILAI]
    assert set(order) == set(K)
    for i, worse in enumerate(order):
        for other in order[i:]:
            assert metrics.keadaan_gabungan(worse, other) is metrics.keadaan_gabungan(other, worse) is worse


@given(st.integers(0, 300), st.integers(0, 300))
def test_numerator_and_denominator_stand_together_only_where_no_part_is_a_handful(belum, pekerja):
    row = {"jumlah_belum_terlindungi": belum, "jumlah_pekerja": pekerja}
    if metrics.keadaan_pecahan(row, "belum_terlindungi").ada_nilai:
        assert not {belum, pekerja, pekerja - belum} & {1, 2, 3, 4}
