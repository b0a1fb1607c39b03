"""The figure of the projection: every month, both bands, past forecasts, the path; and its tables."""

from datetime import date

import numpy as np
import pytest

from jamsostek import theme
from jamsostek.figures import axes, forecasts
from jamsostek.projection import outlook
from jamsostek.projection.outlook import bulan_ke
from tests.projection.deret import AWAL, PENYEBUT, akun, buat, jalan_acak

SASARAN = ((date(2023, 12, 31), 0.5), (date(2026, 12, 31), 1.0))
MULAI = 59


@pytest.fixture(scope="module")
def hasil():
    return outlook.proyeksikan(buat(jalan_acak(4)))


@pytest.fixture(scope="module")
def gambar(hasil):
    orang = [round(PENYEBUT * n) for n in jalan_acak(4)] + [90_000] * 3
    return forecasts.proyeksi(akun(orang, [PENYEBUT] * 63), hasil, sasaran=SASARAN)


def bernama(gambar, nama):
    return next(jejak for jejak in gambar.data if jejak.name == nama)


def test_the_line_of_what_was_has_every_month_up_to_the_start_and_none_after_it(gambar):
    garis = bernama(gambar, "Cakupan")
    assert (garis.line.width, garis.line.color) == (4, theme.NAVY)
    assert garis.x0 == axes.nomor_bulan(AWAL)
    assert len(garis.y) == MULAI + 1
    assert max(garis.y) < 0.9


def test_the_projection_has_every_month_to_the_target_with_both_bands(gambar, hasil):
    median = bernama(gambar, "Proyeksi")
    ke = 4 * 12  # December 2022 to December 2026
    assert median.line.width < 4
    assert median.y[1:] == pytest.approx([hasil.tengah(n) for n in range(1, ke + 1)], abs=1e-4)
    for nama, tingkat, alfa in (("Pita 80%", 0.8, "0.18"), ("Pita 50%", 0.5, "0.35")):
        pita = bernama(gambar, nama)
        assert pita.fillcolor == f"rgba(27,47,98,{alfa})"
        rendah, tinggi = hasil.pita_semua(tingkat)
        assert pita.y[1 : ke + 1] == pytest.approx(tinggi[:ke], abs=1e-4)
        assert pita.y[::-1][1 : ke + 1] == pytest.approx(rendah[:ke], abs=1e-4)
    assert "80%" in median.hovertext[12]
    assert median.hovertext[12].startswith("Des 2023")


def test_past_forecasts_are_faint_tails_with_gaps_between(gambar, hasil):
    ekor = bernama(gambar, "Ramalan lalu")
    assert ekor.line.color == theme.WARNA_REDUP
    assert sum(n is None for n in ekor.y) == len(hasil.ekor)
    assert ekor.connectgaps is False


def test_the_path_is_dashed_and_the_axis_runs_from_nothing_to_all(gambar):
    jalur = bernama(gambar, "Sasaran")
    assert (jalur.line.dash, jalur.y[-1]) == ("dash", 1.0)
    assert list(gambar.layout.yaxis.ticktext) == ["0%", "25%", "50%", "75%", "100%"]
    teks = " ".join(a.text for a in gambar.layout.annotations)
    assert "Proyeksi" in teks
    assert "80%:" in teks


def test_a_target_far_away_does_not_stretch_the_axis_and_without_one_a_year_is_shown(hasil):
    df = akun([round(PENYEBUT * n) for n in jalan_acak(4)], [PENYEBUT] * 60)
    jauh = forecasts.proyeksi(df, hasil, sasaran=((date(2045, 12, 31), 1.0),))
    assert len(bernama(jauh, "Proyeksi").y) == forecasts.SUMBU_TERJAUH + 1
    assert len(bernama(forecasts.proyeksi(df, hasil), "Proyeksi").y) == 13


def test_the_tables_hold_methods_record_and_months(hasil):
    metode = forecasts.tabel_metode(hasil, "Kota Uji")
    assert [r["terpilih"] for r in metode["baris"]].count(True) == 1
    assert len(metode["baris"]) == 4
    assert [k["judul"] for k in metode["kolom"]][2:6] == [f"Galat {h} bulan (poin)" for h in (1, 3, 6, 12)]
    rekaman = forecasts.tabel_rekaman(hasil, "Kota Uji")
    assert sum(r["sel"][1]["urut"] for r in rekaman["baris"]) == hasil.rekaman.hasil
    bulan = forecasts.tabel_bulan(hasil, SASARAN, "Kota Uji")
    assert len(bulan["baris"]) == 48
    sasaran = [r["sel"][0]["teks"] for r in bulan["baris"] if r["sel"][6]["teks"]]
    assert sasaran == ["Desember 2023", "Desember 2026"]
    assert bulan["baris"][11]["sel"][0]["urut"] == bulan_ke(AWAL, MULAI + 12).strftime("%Y-%m")
    assert np.isclose(bulan["baris"][11]["sel"][1]["urut"], hasil.tengah(12))
