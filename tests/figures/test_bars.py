import pandas as pd
import pytest

from jamsostek import theme
from jamsostek.figures import bars
from tests.figures.conftest import KECAMATAN, periksa_umum


def label(fig) -> list[str]:
    """Names from top to bottom."""
    assert fig.layout.yaxis.range[0] > fig.layout.yaxis.range[1]
    return list(fig.layout.yaxis.ticktext)


def test_all_six_kecamatan_ranked_with_value_and_persons_beside_each_bar(juni):
    fig = bars.peringkat(juni[juni["kode_kecamatan"] != "53.71.00"], "cakupan")
    assert label(fig) == list(KECAMATAN.values())[::-1]
    batang = fig.data[0]
    assert list(batang.x) == sorted(batang.x, reverse=True)
    assert batang.text[0] == "<b>27,4%</b><br>8.560 dari 31.220"
    assert batang.textposition == "outside"
    assert list(batang.customdata) == list(KECAMATAN)[::-1]
    assert "Cakupan: 27,4% (8.560 dari 31.220 pekerja)" in batang.hovertext[0]
    periksa_umum(fig)


def test_many_bars_write_on_one_line(juni):
    banyak = pd.concat([juni.iloc[:6]] * 8, ignore_index=True)
    fig = bars.peringkat(banyak, "penganggur")
    assert fig.data[0].text[0] == "<b>3.100</b>  dari 34.320"
    assert fig.layout.height == 48 * 30 + 16
    assert len(label(fig)) == 48


def test_rows_without_a_value_stand_below_with_words_and_zero_is_a_bar_of_zero(juni):
    df = juni.copy()
    df.loc[0, ["jumlah_peserta", "rasio_cakupan"]] = [0, 0.0]
    df.loc[1, ["jumlah_peserta", "rasio_cakupan"]] = [3, 3 / 31_220]
    df.loc[2, "berlaku"] = False
    fig = bars.peringkat(df, "cakupan")
    assert label(fig) == ["Kota Lama", "Kota Raja", "Oebobo", "Alak", "Maulafa", "Kelapa Lima", "Tanpa wilayah"]
    assert fig.data[0].x[3:] == (0, None, None, None)
    assert fig.data[0].text[3] == "<b>0%</b><br>0 dari 31.220"
    assert [(a.y, a.text) for a in fig.layout.annotations] == [
        (4, "<b>r</b>  Dirahasiakan"), (5, "<b>tb</b>  Tidak berlaku"), (6, "<b>tad</b>  Tidak ada data"),
    ]  # fmt: skip
    assert "3 dari" not in fig.to_json()
    periksa_umum(fig)


def test_colours_are_the_classes_of_the_map_and_turn_at_the_target(juni):
    df = juni[juni["kode_kecamatan"] != "53.71.00"]
    assert set(bars.peringkat(df, "cakupan").data[0].marker.color) == {theme.KELAS_CAKUPAN[2].isi}
    dengan_target = bars.peringkat(df, "cakupan", target=0.26).data[0]
    for nilai, warna in zip(dengan_target.x, dengan_target.marker.color, strict=True):
        assert (warna == theme.NAVY) == (nilai >= 0.26)
    assert theme.NAVY in dengan_target.marker.color
    gap = bars.peringkat(df, "belum_terlindungi").data[0].marker.color
    assert set(gap) <= {k.isi for k in theme.KELAS_GAP}


def test_above_100_is_flagged_and_the_axis_reaches_it(juni):
    df = juni.iloc[:6].copy()
    df.loc[0, ["jumlah_peserta", "rasio_cakupan"]] = [40_000, 40_000 / 31_220]
    fig = bars.peringkat(df, "cakupan")
    assert fig.data[0].text[0].startswith("<b>128,1% !</b>")
    assert fig.layout.xaxis.range[0] == 0
    assert fig.layout.xaxis.range[1] > 1.5


def test_coverage_bars_are_read_against_100_percent(juni):
    sempit = bars.peringkat(juni.iloc[:1], "cakupan").layout.xaxis.range
    assert tuple(sempit) == tuple(bars.peringkat(juni.iloc[:6], "cakupan").layout.xaxis.range)
    assert sempit[1] >= 1


def test_the_selected_area_is_outlined_and_bold(juni):
    fig = bars.peringkat(juni, "peserta", terpilih="53.71.04")
    tempat = list(fig.data[0].customdata).index("53.71.04")
    assert label(fig)[tempat] == "<b>Oebobo</b>"
    assert [n for n in fig.data[0].marker.line.width if n > 1] == [3]
    assert fig.data[0].marker.line.width[tempat] == 3


def test_only_the_first_rows(juni):
    assert label(bars.peringkat(juni, "cakupan", batas=2)) == ["Kota Lama", "Kota Raja"]


@pytest.fixture
def kelompok() -> pd.DataFrame:
    isi = [
        ("pendidikan", "sarjana", 900, 10_000),
        ("pendidikan", "sd", 3, 100),
        ("pendidikan", "sma", 8_000, 60_000),
        ("jenis_kelamin", "P", 0, 500),
        ("jenis_kelamin", "L", 50, 500),
        ("kelompok_umur", "65+", 10, 100),
        ("kelompok_umur", "15-24", 20, 100),
    ]
    return pd.DataFrame(
        [
            {"dimensi": d, "kategori": k, "jumlah_penganggur": n, "jumlah_angkatan_kerja": t, "rasio_tpt": n / t}
            for d, k, n, t in isi
        ]
    )


def test_groups_keep_their_natural_order_and_indonesian_names(kelompok):
    assert label(bars.kelompok(kelompok, "pendidikan")) == ["SD", "SMA", "Sarjana"]
    assert label(bars.kelompok(kelompok, "jenis_kelamin")) == ["Laki-laki", "Perempuan"]
    assert label(bars.kelompok(kelompok, "kelompok_umur")) == ["15–24 tahun", "65+ tahun"]


def test_groups_show_rate_or_count_with_the_labour_force(kelompok):
    tpt = bars.kelompok(kelompok, "pendidikan").data[0]
    assert tpt.x == (None, 0.1333, 0.09)
    assert tpt.text[1] == "<b>13,3%</b><br>8.000 dari 60.000"
    jumlah = bars.kelompok(kelompok, "pendidikan", "penganggur").data[0]
    assert jumlah.text[2] == "<b>900</b><br>dari 10.000"
    assert bars.kelompok(kelompok, "jenis_kelamin").data[0].text[1] == "<b>0%</b><br>0 dari 500"
    assert set(tpt.marker.color) == {theme.WARNA_PENGANGGUR}
    periksa_umum(bars.kelompok(kelompok, "pendidikan"))


def test_nothing_to_draw_is_an_error(juni, kelompok):
    with pytest.raises(ValueError, match="draw"):
        bars.peringkat(juni.iloc[:0], "cakupan")
    with pytest.raises(ValueError, match="draw"):
        bars.kelompok(kelompok[kelompok["dimensi"] == "pendidikan"], "jenis_kelamin")
