import colorsys
import itertools
import re

import numpy as np
import plotly.graph_objects as go
import pytest

from jamsostek import metrics, theme

RAMPS = {
    "cakupan": theme.KELAS_CAKUPAN,
    "gap": theme.KELAS_GAP,
    "penganggur": theme.KELAS_PENGANGGUR,
    "peserta": theme.KELAS_PESERTA,
    "kelengkapan": theme.KELAS_KELENGKAPAN,
}
# Machado, Oliveira, Fernandes (2009), severity 1.0, on linear RGB.
PENGLIHATAN = {
    mata: np.array(nilai).reshape(3, 3)
    for mata, nilai in {
        "normal": [1, 0, 0, 0, 1, 0, 0, 0, 1],
        "protan": [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        "deutan": [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        "tritan": [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    }.items()
}
KE_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)


def rgb(warna: str) -> np.ndarray:
    return np.array([int(warna[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def linear(warna: str) -> np.ndarray:
    c = rgb(warna)
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def kontras(a: str, b: str) -> float:
    """WCAG 2 contrast ratio."""
    gelap, terang = sorted(float(linear(w) @ KE_XYZ[1]) for w in (a, b))
    return (terang + 0.05) / (gelap + 0.05)


def lab(lin: np.ndarray) -> np.ndarray:
    xyz = KE_XYZ @ np.clip(lin, 0, 1) / [0.95047, 1, 1.08883]
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def jarak(a: str, b: str, mata: str) -> float:
    m = PENGLIHATAN[mata]
    return float(np.linalg.norm(lab(m @ linear(a)) - lab(m @ linear(b))))


def rona(warna: str) -> float:
    return colorsys.rgb_to_hls(*rgb(warna))[0] * 360


def test_the_contrast_formula_agrees_with_known_pairs():
    assert kontras("#000000", "#FFFFFF") == pytest.approx(21)
    assert kontras("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_every_colour_is_a_six_digit_hex():
    semua = [v for k, v in vars(theme).items() if k.isupper() and isinstance(v, str) and v.startswith("#")]
    semua += [w for ramp in RAMPS.values() for kelas in ramp for w in kelas]
    semua += [*theme.PALET_KECAMATAN, *theme.PALET_SEGMEN.values()]
    assert len(semua) > 50
    for warna in semua:
        assert re.fullmatch(r"#[0-9A-F]{6}", warna), warna


def test_the_coverage_classes_are_the_documented_ones():
    assert [k.isi for k in theme.KELAS_CAKUPAN] == ["#FDF5DB", "#EAC685", "#DA9522", "#B36B10", "#8A4419", "#1B2F62"]
    teks = [round(kontras(k.isi, k.teks), 1) for k in theme.KELAS_CAKUPAN]
    assert teks == [16.0, 10.7, 6.9, 4.2, 7.2, 12.9]
    tetangga = [round(kontras(a.isi, b.isi), 2) for a, b in itertools.pairwise(theme.KELAS_CAKUPAN)]
    assert (min(tetangga), max(tetangga)) == (1.49, 1.79)


@pytest.mark.parametrize("nama", ["gap", "penganggur", "peserta", "kelengkapan"])
def test_text_on_the_other_ramps_is_readable(nama):
    for kelas in RAMPS[nama]:
        assert kontras(kelas.isi, kelas.teks) >= 4.5, kelas


@pytest.mark.parametrize("nama", RAMPS)
def test_lightness_falls_by_a_visible_step_in_every_ramp(nama):
    terang = [lab(linear(k.isi))[0] for k in RAMPS[nama]]
    assert len(terang) == 6
    assert all(a - b >= 11 for a, b in itertools.pairwise(terang)), terang
    assert all(kontras(a.isi, b.isi) >= 1.4 for a, b in itertools.pairwise(RAMPS[nama]))


@pytest.mark.parametrize("mata", PENGLIHATAN)
@pytest.mark.parametrize("nama", RAMPS)
def test_neighbouring_classes_differ_for_every_kind_of_sight(nama, mata):
    assert all(jarak(a.isi, b.isi, mata) >= 12 for a, b in itertools.pairwise(RAMPS[nama]))


def test_the_hue_turns_exactly_at_the_target_and_each_ramp_keeps_its_own_hue():
    assert all(30 <= rona(k.isi) <= 50 or rona(k.isi) < 30 for k in theme.KELAS_CAKUPAN[:-1])
    assert 210 <= rona(theme.KELAS_CAKUPAN[-1].isi) <= 230
    assert all(265 <= rona(k.isi) <= 280 for k in theme.KELAS_GAP)
    assert all(185 <= rona(k.isi) <= 200 for k in theme.KELAS_PENGANGGUR)
    assert all(210 <= rona(k.isi) <= 225 for k in theme.KELAS_PESERTA)
    assert all(325 <= rona(k.isi) <= 335 for k in theme.KELAS_KELENGKAPAN)


@pytest.mark.parametrize("palet", [theme.PALET_KECAMATAN, tuple(theme.PALET_SEGMEN.values())])
def test_line_colours_carry_text_on_white_and_differ_for_every_kind_of_sight(palet):
    for warna in palet:
        assert kontras(warna, "#FFFFFF") >= 4.5
    for a, b in itertools.combinations(palet, 2):
        assert min(jarak(a, b, mata) for mata in PENGLIHATAN) >= 25, (a, b)


def test_there_is_a_line_colour_for_each_kecamatan_and_segment():
    codes = [f"53.71.0{n}" for n in range(1, 7)]
    assert theme.warna_kecamatan(reversed(codes)) == dict(zip(codes, theme.PALET_KECAMATAN, strict=True))
    assert theme.warna_kecamatan([*codes, "53.71.07"])["53.71.07"] == theme.WARNA_LAIN
    assert theme.warna_kecamatan(codes[:1]) == {"53.71.01": theme.PALET_KECAMATAN[0]}
    assert set(theme.PALET_SEGMEN) == set(metrics.LABEL_SEGMEN)


def test_text_greys_reach_7_to_1_and_drawn_marks_3_to_1():
    for warna in (theme.TEKS, theme.TEKS_KEDUA):
        assert kontras(warna, theme.PUTIH) >= 7
    for warna in (theme.GARIS_SUMBU, theme.TANPA_DATA_ARSIR, theme.DISEMBUNYIKAN_TITIK, theme.DI_ATAS_100_GARIS,
                  theme.BELUM_DIKETAHUI_TANDA,
                  theme.WARNA_MASUK, theme.WARNA_KEMBALI, theme.WARNA_KELUAR, theme.WARNA_PINDAH):  # fmt: skip
        assert kontras(warna, theme.PUTIH) >= 3, warna


def test_better_and_worse_are_never_green_and_red():
    for warna in (theme.WARNA_MEMBAIK, theme.WARNA_MEMBURUK, theme.WARNA_MASUK, theme.WARNA_KELUAR):
        assert not 80 <= rona(warna) <= 160
        assert 15 < rona(warna) < 345
    assert min(jarak(theme.WARNA_MEMBAIK, theme.WARNA_MEMBURUK, m) for m in PENGLIHATAN) >= 25


def test_fewer_classes_keep_the_first_colours_and_the_target_colour():
    assert theme.kelas_warna("cakupan") == theme.KELAS_CAKUPAN
    assert theme.kelas_warna("cakupan", 5) == (*theme.KELAS_CAKUPAN[:4], theme.KELAS_CAKUPAN[5])
    assert set(metrics.METRIK) == {k for k in metrics.METRIK if len(theme.kelas_warna(k)) == 6}
    for salah in (1, 7):
        with pytest.raises(ValueError, match="classes"):
            theme.kelas_warna("cakupan", salah)


def test_the_layout_has_no_template_no_english_and_no_small_type():
    gambar = go.Figure().update_layout(theme.layout(tinggi=200, xaxis=theme.sumbu(), showlegend=True))
    isi = gambar.to_plotly_json()["layout"]
    assert not isi.get("template")
    assert isi["separators"] == ",."
    assert isi["height"] == 200
    assert isi["showlegend"] is True
    assert isi["font"]["family"] == '"Source Sans", sans-serif'
    assert isi["paper_bgcolor"] == isi["plot_bgcolor"] == "#FFFFFF"
    assert isi["xaxis"]["gridcolor"] == "#D9D9D9"
    assert isi["xaxis"]["tickfont"]["size"] >= 13
    assert theme.CONFIG["displayModeBar"] is False
    assert theme.CONFIG["responsive"] is True
    assert min(theme.UKURAN_CATATAN, theme.UKURAN_GRAFIK, theme.UKURAN_TEKS, theme.UKURAN_TABEL) >= 13


@pytest.mark.parametrize("mata", PENGLIHATAN)
def test_the_seven_steps_of_a_difference_are_told_apart_by_every_kind_of_sight(mata):
    ramp = [look.isi for look in theme.KELAS_SELISIH]
    assert len(ramp) == 7
    assert all(jarak(a, b, mata) >= 14 for a, b in itertools.pairwise(ramp))
    assert all(jarak(a, b, mata) >= 25 for a in ramp[:3] for b in ramp[4:])


def test_a_difference_is_orange_or_purple_and_the_middle_has_no_hue():
    worse, middle, better = theme.KELAS_SELISIH[:3], theme.KELAS_SELISIH[3], theme.KELAS_SELISIH[4:]
    assert all(20 <= rona(look.isi) <= 40 for look in worse)
    assert all(240 <= rona(look.isi) <= 265 for look in better)
    assert np.ptp(rgb(middle.isi)) == 0
    for side in (worse, better[::-1]):
        light = [lab(linear(look.isi))[0] for look in (*side, middle)]
        assert all(b - a >= 10 for a, b in itertools.pairwise(light)), light
    assert theme.kelas_selisih(naik_membaik=True) == theme.KELAS_SELISIH
    assert theme.kelas_selisih(naik_membaik=False) == theme.KELAS_SELISIH[::-1]


@pytest.mark.parametrize("mata", PENGLIHATAN)
def test_the_nine_squares_of_two_measures_differ_for_every_kind_of_sight(mata):
    square = [look.isi for row in theme.KELAS_BERDUA for look in row]
    assert len(square) == 9
    assert all(jarak(a, b, mata) >= 18 for a, b in itertools.combinations(square, 2))
    corners = [square[i] for i in (0, 2, 6, 8)]
    assert all(jarak(a, b, mata) >= 45 for a, b in itertools.combinations(corners, 2))


def test_the_square_darkens_with_both_measures_and_holds_neither_red_nor_green():
    light = np.array([[lab(linear(look.isi))[0] for look in row] for row in theme.KELAS_BERDUA])
    assert (np.diff(light, axis=1) <= -10).all()
    assert (np.diff(light, axis=0) >= 10).all()
    for look in (look for row in theme.KELAS_BERDUA for look in row):
        assert np.ptp(rgb(look.isi)) < 0.15 or 18 <= rona(look.isi) <= 60 or 200 <= rona(look.isi) <= 340, look


@pytest.mark.parametrize("look", [*theme.KELAS_SELISIH, *(w for row in theme.KELAS_BERDUA for w in row)])
def test_text_on_differences_and_squares_is_readable(look):
    assert kontras(look.isi, look.teks) >= 4.5
