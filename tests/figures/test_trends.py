import itertools
from datetime import date

import pandas as pd
import pytest

from jamsostek import theme
from jamsostek.figures import TanpaNilai, axes, trends
from jamsostek.figures.lembar import Lembar
from tests.figures.conftest import BULAN, KECAMATAN, akun, jejak, periksa_umum

JUNI = date(2023, 6, 1)
TARGET = pd.DataFrame({"tanggal": [pd.Timestamp(2026, 12, 31)], "rasio_cakupan": [1.0]})


def teks_anotasi(fig) -> list[str]:
    return [a.text for a in fig.layout.annotations]


def test_coverage_is_a_navy_line_of_4_px_on_0_to_100(kota):
    fig = trends.tren_cakupan(kota, bulan_terpilih=JUNI)
    garis = jejak(fig, "Cakupan")
    assert (garis.line.color, garis.line.width) == ("#1B2F62", 4)
    assert list(fig.layout.yaxis.range) == [0, 1.02]
    assert len(garis.y) == 24
    assert garis.x0 == axes.nomor_bulan(date(2021, 7, 1))
    assert garis.y[-1] == round(43_250 / 185_220, 4)
    periksa_umum(fig)


def test_the_last_value_is_written_at_the_line_end(kota):
    fig = trends.tren_cakupan(kota, bulan_terpilih=JUNI)
    label = next(a for a in fig.layout.annotations if a.text == "<b>23,4%</b>")
    assert (label.x, label.xanchor) == (axes.nomor_bulan(JUNI), "left")


def test_a_gap_stays_a_gap(kota):
    garis = jejak(trends.tren_cakupan(kota, bulan_terpilih=JUNI), "Cakupan")
    assert [i for i, v in enumerate(garis.y) if v is None] == [20]
    assert garis.connectgaps is False
    assert garis.hovertext[20] == ""


def test_a_missing_month_is_a_gap_too_and_a_lonely_month_gets_a_dot(kota):
    fig = trends.tren_cakupan(kota.drop(index=[48, 52]), bulan_terpilih=JUNI)
    garis = jejak(fig, "Cakupan")
    assert [garis.y[i] for i in (18, 20, 22)] == [None, None, None]
    assert [i for i, n in enumerate(garis.marker.size) if n > 0] == [19, 21, 23]


def test_a_hidden_count_is_not_in_the_figure():
    df = pd.DataFrame([akun(BULAN[0], 3, 500, 9), akun(BULAN[1], 50, 500, 9)])
    fig = trends.tren_cakupan(df, rentang=None)
    assert jejak(fig, "Cakupan").y == (None, 0.1)
    assert "0.006" not in fig.to_json()
    assert "3 dari" not in fig.to_json()


def test_hover_names_month_numerator_and_denominator(kota):
    garis = jejak(trends.tren_cakupan(kota, bulan_terpilih=JUNI), "Cakupan")
    assert garis.hovertext[-1] == "Jun 2023: 23,4%, 43.250 dari 185.220"
    assert garis.hovertemplate == "<b>Cakupan</b><br>%{hovertext} pekerja<extra></extra>"


def test_target_path_is_dashed_named_and_cut_at_half_a_window(kota):
    fig = trends.tren_cakupan(kota, target=TARGET, bulan_terpilih=JUNI)
    jalur = jejak(fig, "Sasaran")
    assert (jalur.line.dash, jalur.line.width, jalur.line.color) == ("dash", 3, "#1A1A1A")
    mulai, habis = axes.nomor_bulan(JUNI), axes.nomor_bulan(JUNI) + 12
    assert list(jalur.x) == [mulai, habis]
    awal = 43_250 / 185_220
    assert list(jalur.y) == pytest.approx([awal, awal + (1 - awal) * 12 / 42], abs=1e-4)
    assert "<b>Sasaran</b> 100%<br>Des 2026" in teks_anotasi(fig)
    assert fig.layout.xaxis.range[1] == habis + 0.5
    periksa_umum(fig)


def test_target_path_through_published_points_ignores_the_actual_value(kota):
    titik = pd.DataFrame(
        {"tanggal": [date(2022, 6, 1), date(2023, 6, 1), date(2023, 12, 1)], "rasio_cakupan": [0.2, 0.4, 0.5]}
    )
    jalur = jejak(trends.tren_cakupan(kota, target=titik, bulan_terpilih=JUNI), "Sasaran")
    assert list(zip(jalur.x, jalur.y, strict=True)) == [
        (axes.nomor_bulan(h), r) for h, r in zip(titik["tanggal"], titik["rasio_cakupan"], strict=True)
    ]


def test_a_target_that_has_passed_stays_level(kota):
    titik = pd.DataFrame({"tanggal": [date(2022, 6, 1)], "rasio_cakupan": [0.3]})
    jalur = jejak(trends.tren_cakupan(kota, target=titik, bulan_terpilih=JUNI), "Sasaran")
    assert list(jalur.y) == [0.3, 0.3]
    assert list(jalur.x) == [axes.nomor_bulan(date(2022, 6, 1)), axes.nomor_bulan(JUNI)]


def test_without_targets_there_is_no_path(kota):
    fig = trends.tren_cakupan(kota, target=TARGET.iloc[:0], bulan_terpilih=JUNI)
    assert "Sasaran" not in [t.name for t in fig.data]


def test_events_inside_the_window_are_thin_lines_with_labels(kota):
    events = [(date(2020, 3, 1), "Pandemi"), (date(2021, 4, 1), "Masuk & <kembali>")]
    full = kota.drop(index=50)
    full.loc[50] = kota.loc[49].copy()
    full.loc[50, "bulan"] = kota.loc[50, "bulan"]
    fig = trends.tren_cakupan(full, peristiwa=events, rentang=None, bulan_terpilih=JUNI)
    assert [s.x0 for s in fig.layout.shapes] == [axes.nomor_bulan(h) for h, _ in events]
    assert {s.line.width for s in fig.layout.shapes} == {1}
    assert {"Pandemi", "Masuk &amp; &lt;kembali&gt;"} <= set(teks_anotasi(fig))
    assert not trends.tren_cakupan(full, peristiwa=events, bulan_terpilih=JUNI).layout.shapes


def test_event_labels_do_not_overlap(kota):
    peristiwa = [(date(2022, m, 1), f"Kelompok APBD {m} berakhir") for m in (3, 4, 6, 12)]
    fig = trends.tren_cakupan(kota, peristiwa=peristiwa, bulan_terpilih=JUNI)
    label = [a for a in fig.layout.annotations if "APBD" in a.text]
    assert len(label) == 4
    px = 200 / 24
    kotak = []
    for a in label:
        lebar = len(a.text) * axes.LEBAR_HURUF
        kiri = (a.x - 24_258) * px - (lebar if a.xanchor == "right" else 0)
        kotak.append((a.yshift, kiri, kiri + lebar))
    for (y1, l1, r1), (y2, l2, r2) in itertools.combinations(kotak, 2):
        assert abs(y1 - y2) >= axes.TINGGI_BARIS or r1 <= l2 or r2 <= l1
    assert fig.layout.margin.t >= 16 + max(y for y, _, _ in kotak) + axes.TINGGI_BARIS


def test_the_chosen_month_is_marked_in_the_long_view(kota):
    fig = trends.tren_cakupan(kota, rentang=None, bulan_terpilih=date(2021, 6, 1))
    titik = next(t for t in fig.data if t.mode == "markers")
    assert set(titik.x) == {axes.nomor_bulan(date(2021, 6, 1)), axes.nomor_bulan(JUNI)}
    assert len(jejak(fig, "Cakupan").y) == 54


def test_coverage_above_100_stays_inside_the_chart():
    df = pd.DataFrame([akun(b, 700, 500, 9) for b in BULAN[:5]])
    fig = trends.tren_cakupan(df, rentang=None)
    assert fig.layout.yaxis.range[1] > 1.4
    assert "140,0% !" in jejak(fig, "Cakupan").hovertext[0]


def test_six_kecamatan_each_in_its_colour_and_small_enough(kecamatan):
    fig = trends.tren_per_kecamatan(kecamatan)
    assert {t.name: t.line.color for t in fig.data} == dict(zip(KECAMATAN.values(), theme.PALET_KECAMATAN, strict=True))
    assert all(len(t.y) == 54 for t in fig.data)
    assert "Tanpa wilayah" not in fig.to_json()
    assert list(fig.layout.yaxis.range) == [0, 1.02]
    periksa_umum(fig)


def test_labels_at_line_ends_do_not_overlap_even_when_all_values_are_equal(kecamatan):
    sama = kecamatan.assign(rasio_cakupan=0.25, jumlah_peserta=7_805)
    for df in (kecamatan, sama, kecamatan.assign(rasio_cakupan=0.0, jumlah_peserta=0)):
        fig = trends.tren_per_kecamatan(df)
        tinggi = fig.layout.height - fig.layout.margin.t - fig.layout.margin.b - 30
        satu_px = (fig.layout.yaxis.range[1] - fig.layout.yaxis.range[0]) / tinggi
        label = sorted(a.ay for a in fig.layout.annotations)
        assert len(label) == 6
        assert all(b - a >= axes.TINGGI_BARIS * satu_px for a, b in itertools.pairwise(label))
        assert label[0] >= 0
        assert label[-1] <= 1.02
    assert "Alak <b>22,6%</b>" in teks_anotasi(trends.tren_per_kecamatan(kecamatan))


def test_the_selected_kecamatan_is_on_top_and_the_others_step_back(kecamatan):
    fig = trends.tren_per_kecamatan(kecamatan, "53.71.03", rentang=24)
    assert fig.data[-1].name == "Kelapa Lima"
    assert [t.opacity for t in fig.data] == [0.35] * 5 + [1]
    warna = {a.text.split(" <b>")[0]: a.font.color for a in fig.layout.annotations}
    assert warna["Kelapa Lima"] == theme.PALET_KECAMATAN[2]
    assert warna["Alak"] == theme.TEKS_KEDUA
    assert {t.opacity for t in trends.tren_per_kecamatan(kecamatan, "53.71.99").data} == {1}


def test_a_kecamatan_whose_list_ended_keeps_its_label(kecamatan):
    tanpa_akhir = kecamatan[(kecamatan["kode_kecamatan"] != "53.71.01") | (kecamatan["bulan"] < BULAN[50])]
    fig = trends.tren_per_kecamatan(tanpa_akhir)
    label = next(a for a in fig.layout.annotations if a.text.startswith("Alak"))
    assert label.x == axes.nomor_bulan(BULAN[49])
    assert jejak(fig, "Alak").y[-4:] == (None,) * 4


@pytest.fixture
def segmen() -> pd.DataFrame:
    isi = {"PU": (33_000, 50_000), "BPU": (13_600, 100_000), "JAKON": (2_000, None), "PMI": (70, None)}
    return pd.DataFrame([{"segmen": s, **akun(b, p, q, None)} for s, (p, q) in isi.items() for b in BULAN])


def test_segments_without_a_denominator_are_named_not_drawn(segmen):
    fig = trends.tren_per_segmen(segmen)
    assert [t.name for t in fig.data] == ["Penerima Upah", "Bukan Penerima Upah"]
    teks = teks_anotasi(fig)
    assert {"PU <b>66,0%</b>", "BPU <b>13,6%</b>"} <= set(teks)
    assert "Jasa Konstruksi<br>Pekerja Migran Indonesia:<br>tidak ada penyebut" in teks
    periksa_umum(fig)


def test_participants_per_segment_start_at_zero(segmen):
    fig = trends.tren_per_segmen(segmen, "peserta")
    assert {t.line.color for t in fig.data} == set(theme.PALET_SEGMEN.values())
    assert fig.layout.yaxis.range[0] == 0
    assert "PMI <b>70</b>" in teks_anotasi(fig)
    periksa_umum(fig)


def test_unemployed_from_zero_with_the_last_count(kota):
    fig = trends.tren_pengangguran(kota, bulan_terpilih=JUNI)
    garis = jejak(fig, "Register")
    assert garis.line.color == theme.WARNA_PENGANGGUR
    assert fig.layout.yaxis.range[0] == 0
    assert garis.hovertext[-1] == "Jun 2023: 19.060"
    assert "%{hovertext} penganggur" in garis.hovertemplate
    assert "<b>19.060</b>" in teks_anotasi(fig)
    periksa_umum(fig)


@pytest.mark.parametrize("buat", [trends.tren_cakupan, trends.tren_pengangguran])
def test_nothing_to_draw_is_an_error_not_an_empty_chart(buat, kota):
    with pytest.raises(ValueError, match="draw"):
        buat(kota.iloc[:0])
    tanpa = kota.assign(jumlah_penyebut=None, jumlah_penganggur=None)
    with pytest.raises(ValueError, match="draw"):
        buat(tanpa)


def test_nothing_to_draw_per_kecamatan_or_segment(kecamatan, segmen):
    with pytest.raises(ValueError, match="draw"):
        trends.tren_per_kecamatan(kecamatan[kecamatan["kode_kecamatan"] == "53.71.00"])
    with pytest.raises(ValueError, match="draw"):
        trends.tren_per_segmen(segmen[segmen["segmen"] == "PMI"])


def test_the_frame_given_is_not_changed(kecamatan, kota):
    salin, salin_kota = kecamatan.copy(), kota.copy()
    trends.tren_per_kecamatan(kecamatan, "53.71.01")
    trends.tren_cakupan(kota, target=TARGET)
    pd.testing.assert_frame_equal(kecamatan, salin)
    pd.testing.assert_frame_equal(kota, salin_kota)


def test_nothing_to_draw_is_told_apart_from_a_wrong_setting():
    with pytest.raises(TanpaNilai):
        trends.tren_pengangguran(pd.DataFrame({"bulan": []}))
    with pytest.raises(ValueError, match="Invalid") as fault:
        Lembar().update_layout({"bukan_setelan": 1})
    assert not isinstance(fault.value, TanpaNilai)
