"""The figures of a place: trend beside kecamatan and city, the trend in the size of a word, the bars of the gap."""

from urllib.parse import unquote
from xml.etree import ElementTree

import pandas as pd
import pytest

from jamsostek import pareto, theme
from jamsostek.figures import TanpaNilai, kesenjangan, mini, trends
from tests.figures.conftest import BULAN, akun, jejak, periksa_umum

JUNI = BULAN[-1].date()


def place(start, step):
    return pd.DataFrame([akun(b, start + step * i, 1_000, 90) for i, b in enumerate(BULAN)])


def test_the_place_stands_before_its_kecamatan_and_the_city(kota):
    fig = trends.tren_tempat(
        [("Kelurahan", place(100, 2)), ("Kecamatan", place(300, 1)), ("Kota", kota)], bulan_terpilih=JUNI
    )
    assert [t.name for t in fig.data] == ["Kecamatan", "Kota", "Kelurahan"]
    assert [t.opacity for t in fig.data] == [0.35, 0.35, 1]
    assert jejak(fig, "Kelurahan").line.color == theme.WARNA_CAKUPAN
    assert len({t.line.color for t in fig.data}) == 3
    assert len(jejak(fig, "Kelurahan").y) == 24
    assert jejak(fig, "Kelurahan").y[-1] == 0.206
    assert list(fig.layout.yaxis.range) == [0, 1.02]
    assert "Kelurahan <b>20,6%</b>" in [a.text for a in fig.layout.annotations]
    periksa_umum(fig)


def test_the_city_alone_is_one_line_in_full_strength(kota):
    fig = trends.tren_tempat([("Kota", kota)], bulan_terpilih=JUNI)
    (line,) = fig.data
    assert (line.opacity, line.line.color) == (1, theme.WARNA_CAKUPAN)


def drawing(uri):
    prefix, _, content = uri.partition(",")
    assert prefix == "data:image/svg+xml"
    return ElementTree.fromstring(unquote(content))  # noqa: S314 - made by our own code


def test_a_small_trend_lifts_the_pen_at_a_gap_and_ends_in_a_dot():
    df = place(100, 2)
    df.loc[len(df) - 5, "jumlah_peserta"] = 3
    svg = drawing(mini.tren(df, bulan=JUNI))
    _floor, line = (path.get("d") for path in svg.iter("{http://www.w3.org/2000/svg}path"))
    assert line.count("M") == 2
    assert line.count("L") == 24 - 1 - 2
    (dot,) = svg.iter("{http://www.w3.org/2000/svg}circle")
    assert float(dot.get("cy")) == 5
    assert line.endswith(f"L{dot.get('cx')} {dot.get('cy')}")


def test_a_trend_without_any_value_is_no_picture():
    df = place(100, 2).assign(jumlah_penyebut=None, rasio_cakupan=None)
    assert mini.tren(df, bulan=JUNI) == ""
    assert mini.tren(df.iloc[:0], bulan=JUNI) == ""


def gap(*values):
    df = pd.DataFrame({"jumlah_belum_terlindungi": values, "jumlah_pekerja": 50_000})
    df["kode_kelurahan"] = [f"53.71.01.1{n:03d}" for n in range(len(df))]
    df["nama_kelurahan"] = [f"Wilayah {n}" for n in range(len(df))]
    return pareto.hitung(df)


def test_the_few_that_hold_the_gap_are_strong_and_say_how_much():
    fig = kesenjangan.batang(gap(1_500, 5_000, 500, 3_000), terpilih={"53.71.01.1002"})
    (bars,) = fig.data
    assert list(bars.x) == [5_000, 3_000, 1_500, 500]
    assert list(bars.marker.color) == [kesenjangan.KUAT] * 2 + [kesenjangan.LEMAH] * 2
    assert list(bars.text) == ["5.000", "3.000  <b>2 kelurahan: 80,0%</b>", "1.500", "500"]
    assert list(bars.customdata) == ["53.71.01.1001", "53.71.01.1003", "53.71.01.1000", "53.71.01.1002"]
    assert list(bars.marker.line.width) == [1, 1, 1, 3]
    assert list(fig.layout.yaxis.ticktext) == ["Wilayah 1", "Wilayah 3", "Wilayah 0", "<b>Wilayah 2</b>"]
    assert [(s.y0, s.y1) for s in fig.layout.shapes] == [(1.5, 1.5)]
    periksa_umum(fig)


def test_without_a_gap_no_bar_is_strong():
    fig = kesenjangan.batang(gap(0, 0))
    assert set(fig.data[0].marker.color) == {kesenjangan.LEMAH}
    assert not fig.layout.shapes


def test_nothing_to_count_is_the_empty_state():
    with pytest.raises(TanpaNilai):
        kesenjangan.batang(gap())
