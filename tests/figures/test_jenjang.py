import datetime as dt

import pytest

from jamsostek import campuran, theme, urai
from jamsostek.campuran import Isi
from jamsostek.figures import jenjang
from jamsostek.urai import Arus, Titik
from tests.figures.conftest import periksa_umum

BULAN = (dt.date(2022, 6, 1), dt.date(2023, 6, 1))
TITIK = (Titik(2000, 10_000), Titik(2600, 12_000))
SUKU = urai.urai(*TITIK, Arus(900, 0, 300))


def test_the_bars_lead_from_one_coverage_to_the_other():
    fig = jenjang.jenjang(BULAN, TITIK, SUKU)
    (batang,) = fig.data
    assert batang.x[0] == 0.2
    assert batang.x[-1] == pytest.approx(0.21667, abs=1e-5)
    assert (batang.base[0], batang.base[-1]) == (0, 0)
    # entries stand on the earlier coverage; each bar ends where the next begins
    assert batang.base[1] == 0.2
    assert batang.base[1] + batang.x[1] == pytest.approx(batang.base[2] + batang.x[2], abs=2e-5)
    assert batang.base[3] == pytest.approx(batang.x[-1], abs=2e-5)
    assert [a.text for a in fig.layout.annotations] == [
        "<b>20,0%</b>", "<b>+8,3</b>", "<b>−2,8</b>", "<b>−3,8</b>", "<b>21,7%</b>",
    ]  # fmt: skip
    assert list(fig.layout.yaxis.ticktext) == ["Juni 2022", "Masuk baru", "Keluar", "Jumlah pekerja", "Juni 2023"]
    assert fig.layout.xaxis.range[0] == 0
    assert fig.layout.xaxis.range[1] > 0.283
    periksa_umum(fig)


def test_colours_by_meaning():
    warna = jenjang.jenjang(BULAN, TITIK, SUKU).data[0].marker.color
    assert warna[1:3] == (theme.WARNA_MASUK, theme.WARNA_KELUAR)
    assert warna[0] == warna[-1]
    digabung = urai.urai(*TITIK, Arus(602, 0, 2))
    assert jenjang.jenjang(BULAN, TITIK, digabung).data[0].marker.color[1] == theme.WARNA_LAIN


def test_the_table_says_what_the_bars_say_and_adds_up():
    df = jenjang.baris(SUKU)
    assert df["selisih_poin"].tolist() == [8.3, -2.8, -3.8, 1.7]
    assert df["selisih_poin"][:-1].sum() == pytest.approx(df["selisih_poin"].iloc[-1])
    isi = jenjang.tabel(df, "Perubahan")["baris"]
    assert [baris["sel"][1]["teks"] for baris in isi] == ["+900", "−300", "+2.000", ""]
    assert [baris["sel"][2]["teks"] for baris in isi] == ["+8,3", "−2,8", "−3,8", "+1,7"]


def test_the_rest_of_the_places_is_summed():
    isi = [Isi(str(n), f"W{n}", (100, 90 + 3 * n), (1000, 1000)) for n in range(16)]
    hasil = campuran.sumbangan(isi, (Titik(1600, 16_000), Titik(sum(i.peserta[1] for i in isi), 16_000)))
    df = jenjang.baris_wilayah(*campuran.terbesar(hasil), "kelurahan")
    assert len(df) == 11
    assert df["nama"].iloc[-2:].tolist() == ["7 kelurahan lain, dijumlah", "Jumlah"]
    assert df["jumlah"].iloc[-1] == 1.25
    data = jenjang.tabel_wilayah(df, "Sumbangan", "kelurahan")
    assert data["baris"][0]["sel"][1]["teks"] == "+0,22"
