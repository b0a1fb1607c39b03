"""Which months are used, and the words of each refusal."""

from datetime import date

import pytest

from jamsostek.projection import series
from jamsostek.projection.outlook import bulan_ke
from jamsostek.projection.series import Deret, Ditolak
from tests.projection.deret import AWAL, akun


def tempat(ke: int) -> date:
    return bulan_ke(AWAL, ke)


def test_all_months_up_to_the_chosen_one_and_none_after_it():
    hasil = series.siapkan(akun(range(100, 120), [1000] * 20), tempat(14))
    assert isinstance(hasil, Deret)
    assert (hasil.bulan[0], hasil.bulan[-1], hasil.sejak) == (tempat(0), tempat(14), "")
    assert hasil.peserta.tolist() == [float(n) for n in range(100, 115)]
    assert hasil.rasio[0] == pytest.approx(0.1)


def test_only_the_months_after_the_last_jump_of_the_denominator():
    hasil = series.siapkan(akun([100] * 30, [1000] * 15 + [1101] * 15), tempat(29))
    assert isinstance(hasil, Deret)
    assert hasil.bulan[0] == tempat(15)
    assert "1.000 menjadi 1.101" in hasil.sejak


def test_a_step_of_ten_per_cent_is_no_break():
    hasil = series.siapkan(akun([100] * 14, [1000] * 7 + [1100] * 7), tempat(13))
    assert isinstance(hasil, Deret)
    assert len(hasil.bulan) == 14


def test_a_change_of_basis_and_a_missing_month_are_breaks():
    df = akun([100] * 30, [1000] * 30)
    df["basis_wilayah"] = ["domisili"] * 14 + ["kantor_cabang"] * 16
    basis = series.siapkan(df, tempat(29))
    kosong = series.siapkan(akun([100] * 12 + [None] + [100] * 17, [1000] * 30), tempat(29))
    dibuang = series.siapkan(akun([100] * 30, [1000] * 30).drop(index=12), tempat(29))
    assert isinstance(basis, Deret)
    assert isinstance(kosong, Deret)
    assert isinstance(dibuang, Deret)
    assert (basis.bulan[0], "kantor cabang" in basis.sejak) == (tempat(14), True)
    assert kosong.bulan[0] == dibuang.bulan[0] == tempat(13)


def test_a_hidden_month_ends_the_run_and_its_count_is_not_told():
    hasil = series.siapkan(akun([100] * 5 + [3] + [100] * 15, [1000] * 21), tempat(20))
    assert isinstance(hasil, Deret)
    assert hasil.bulan[0] == tempat(6)
    assert "dirahasiakan" in hasil.sejak
    assert "3" not in hasil.sejak.replace("2018", "")


@pytest.mark.parametrize(
    ("peserta", "penyebut", "ke", "kata"),
    [
        ([100] * 11, [1000] * 11, 10, "Hanya 11 bulan"),
        ([100] * 20, [1000] * 10 + [1200] * 10, 19, "1.000 menjadi 1.200"),
        ([100] * 20, [1000] * 19 + [None], 19, "tidak ada data"),
        ([100] * 19 + [2], [1000] * 20, 19, "dirahasiakan"),
        ([100] * 19 + [1100], [1000] * 20, 19, "melebihi penyebut"),
        ([100] * 20, [1000] * 20, 25, "tidak ada data"),
    ],
)
def test_the_refusal_says_why(peserta, penyebut, ke, kata):
    hasil = series.siapkan(akun(peserta, penyebut), tempat(ke))
    assert isinstance(hasil, Ditolak)
    assert kata in hasil.alasan
