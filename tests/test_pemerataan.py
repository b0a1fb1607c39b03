"""Who is left behind: counts under thresholds, distances, what stays hidden, and the two paths."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsostek import giliran, pemerataan
from jamsostek.giliran import Kelurahan
from tests.test_andai import banyak_kelurahan, baris, giliran_lambat

JUNI = pd.Timestamp(2023, 6, 1)
EMPAT = (
    Kelurahan("1", "Satu", 60, 20, 80),  # 25 %
    Kelurahan("2", "Dua", 40, 60, 100),
    Kelurahan("3", "Tiga", 10, 10, 20),
    Kelurahan("4", "Empat", 7, None, None),
)


def test_kelurahan_under_the_thresholds_with_the_unknown_apart():
    rows = [baris("1", 80, 20, 100), baris("2", 75, 25, 100), baris("3", 51, 49, 100), baris("4", 20, 80, 100)]
    rows += [baris("5", None, 9, None), baris("6", 98, 2, 100)]  # no list; hidden, and under 25 %
    df = pd.DataFrame(rows).assign(bulan=JUNI)
    hasil = pemerataan.di_bawah(df).iloc[0]
    assert hasil[["bawah_25", "bawah_50", "bawah_75", "tak_diketahui", "kelurahan"]].tolist() == [1, 3, 3, 2, 6]


def test_the_distance_of_the_groups_names_them_and_leaves_out_the_hidden():
    mei = pd.Timestamp(2023, 5, 1)
    rows = [
        baris("1", 80, 20, 100) | {"kategori": "Rendah", "bulan": JUNI},
        baris("1", 50, 50, 100) | {"kategori": "Tinggi", "bulan": JUNI},
        baris("1", 98, 2, 100) | {"kategori": "Rahasia", "bulan": JUNI},
        baris("1", 50, 50, 100) | {"kategori": "Sendiri", "bulan": mei},
    ]
    hasil = pemerataan.selisih(pd.DataFrame(rows))
    assert hasil.to_dict("records") == [
        {"bulan": JUNI, "selisih": pytest.approx(0.3), "tertinggi": "Tinggi", "terendah": "Rendah"}
    ]


@pytest.mark.parametrize(
    ("jumlah", "rahasia"),
    [
        ([100, 3, 20, 0], [False, True, True, False]),  # the next smallest goes along
        ([100, 3, 2, 50], [False, True, True, False]),  # two hidden ones hide each other
        ([100, 50, 20, 0], [False] * 4),
        ([None, 3, 0, 0], [False, True, False, False]),
    ],
)
def test_what_would_give_a_hidden_part_away_is_hidden_too(jumlah, rahasia):
    df = pd.DataFrame({"bulan": JUNI, "jumlah_peserta": pd.array(jumlah, dtype="Int64")})
    assert pemerataan.tersembunyi(df).tolist() == rahasia


class TestPaths:
    def test_by_hand(self):
        # 110 persons in four years of 30: Satu, then Dua, then Tiga; or Satu to the level of Tiga and on together
        cepat = pemerataan.jalur(EMPAT, 90, 200, per_tahun=30, urutan="kesenjangan")
        adil = pemerataan.jalur(EMPAT, 90, 200, per_tahun=30, urutan="adil")
        assert [t.orang for t in cepat] == [t.orang for t in adil] == [0, 30, 60, 90, 110]
        assert [t.bawah for t in cepat] == [1, 0, 0, 0, 0]
        assert [(t.nama_terendah, round(t.terendah, 4)) for t in cepat[:3]] == [
            ("Satu", 0.25), ("Tiga", 0.5), ("Tiga", 0.5),
        ]  # fmt: skip
        assert adil[1].terendah >= 0.6
        assert pemerataan.tahun_tanpa(cepat) == pemerataan.tahun_tanpa(adil) == 1
        assert cepat[2].cakupan == pytest.approx(150 / 200)

    @settings(max_examples=30, deadline=None)
    @given(banyak_kelurahan, st.integers(1, 40))
    def test_the_fair_path_never_has_a_lower_lowest_and_both_cover_the_same(self, tempat, per_tahun):
        jalur = {
            nama: pemerataan.jalur(tempat, 500, 1_000, per_tahun=per_tahun, urutan=urutan)
            for nama, urutan in pemerataan.JALUR.items()
        }
        tahu = [k for k in tempat if k.cakupan() is not None]
        for cepat, adil in zip(jalur["tercepat"], jalur["adil"], strict=True):
            assert (cepat.orang, cepat.cakupan) == (adil.orang, adil.cakupan)
            assert adil.terendah >= cepat.terendah
            dapat = giliran_lambat(tahu, per_tahun * adil.ke, giliran.ADIL)
            cakupan = [k.cakupan(n) or 0 for k, n in zip(tahu, dapat, strict=True)]
            assert adil.bawah == sum(c < 0.5 for c in cakupan)
            assert adil.terendah == min(cakupan)

    def test_no_coverage_no_path(self):
        assert pemerataan.jalur(EMPAT[3:], 90, 200, per_tahun=30, urutan="adil") == []

    def test_who_never_gets_there_is_told(self):
        jauh = [Kelurahan("1", "Jauh", 5, 10, 100)]
        path = pemerataan.jalur(jauh, 10, 100, per_tahun=1, urutan="adil")
        assert (len(path), pemerataan.tahun_tanpa(path)) == (6, None)
