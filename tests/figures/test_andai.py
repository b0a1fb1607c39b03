"""Figures and tables of the what-if: all months and kelurahan there, numbers filled in, sheets that say the same."""

from datetime import date

import pytest

from jamsostek import andai, iuran
from jamsostek.andai import Skenario
from jamsostek.arah.andai import lembaran
from jamsostek.figures import TanpaNilai, skenario
from jamsostek.figures import andai as gambar
from jamsostek.giliran import Kelurahan
from tests.test_andai import KECIL, keadaan

RAHASIA = Kelurahan("4", "Empat", 40, None, None, "r")
A = andai.hitung(Skenario(orang=60, bulan=6, keluar=50), keadaan([*KECIL, RAHASIA], luruh=0.1))
B = andai.hitung(Skenario(orang=None, anggaran=2, bulan=3, urutan="rata"), keadaan([*KECIL, RAHASIA]))


def sel(data: dict, kolom: int) -> dict[str, str]:
    """First cell of each row to another one of it, as shown."""
    return {row["sel"][0]["teks"]: row["sel"][kolom]["teks"] for row in data["baris"]}


def test_the_line_has_every_month_the_cut_axis_says_so_and_the_end_is_marked():
    fig = gambar.tebing({"A": A, "B": B}, "pekerja")
    assert [len(trace.y) for trace in fig.data] == [1 + 6 + andai.SESUDAH] * 3
    assert list(fig.data[1].y) == pytest.approx([A.cakupan(ke) for ke in range(13)], abs=1e-5)
    tulisan = {a.text for a in fig.layout.annotations}
    assert {"sumbu dipotong", "Pendanaan A berakhir", "Pendanaan B berakhir"} <= tulisan
    bawah, atas = fig.layout.yaxis.range
    assert all(bawah <= v <= atas for trace in fig.data for v in trace.y)


def test_bars_for_those_who_get_any_and_an_empty_state_for_nobody():
    assert (
        list(gambar.tambahan({"A": A}).layout.yaxis.ticktext)
        == ["Dua", "Empat"][: len(gambar.tambahan({"A": A}).data[0].x)]
    )
    nobody = andai.hitung(Skenario(orang=None, anggaran=1, bulan=99), keadaan())
    with pytest.raises(TanpaNilai):
        gambar.tambahan({"A": nobody})


def test_the_formulas_stand_there_with_their_numbers():
    angka = sel(skenario.rumus({"A": A, "B": B}, "pekerja"), 2)
    assert angka["Biaya seluruhnya"] == "60 × Rp16.800 × 6 = Rp6.048.000"
    assert angka["Tambahan cakupan"] == "60 / 160 × 100 = 37,50 poin"
    assert angka["Masih aktif 3 bulan sesudah pendanaan"] == "60 × (1 − 50,0%) × (1 − 10,0%)^2 = 24,3"
    assert angka["Tebing dalam 3 bulan"] == "(60 − 24,3) / 160 × 100 = 22,31 poin"
    budget = sel(skenario.rumus({"A": B}, "pekerja"), 2)["Pekerja didaftarkan"]
    assert budget == "⌊Rp2 juta / (Rp16.800 × 3)⌋ = 39; min(39; 140) = 39"


def test_the_results_stand_side_by_side_with_their_difference():
    selisih = sel(skenario.ringkas({"A": A, "B": B}, "Hasil"), 3)
    assert selisih["Pekerja didaftarkan"] == "−21"
    assert selisih["Biaya seluruhnya"] == "−Rp4.082.400"
    assert selisih["Tambahan cakupan"] == "−13,13 poin"  # 24.375 - 37.5
    assert sel(skenario.ringkas({"A": A}, "Hasil"), 1)["Biaya seluruhnya"] == "Rp6.048.000"


def test_a_coverage_that_may_not_be_shown_is_its_symbol_everywhere():
    data = skenario.per_kelurahan({"A": A})
    baris = next(row["sel"] for row in data["baris"] if row["sel"][0]["teks"] == "Empat")
    assert [baris[i]["teks"] for i in (2, 4, 5)] == ["r", "r", "r"]
    assert sel(data, 6)["Dua"] == "ditutup"


def test_the_workbook_has_inputs_results_formulas_kelurahan_and_tariffs():
    lembar = {satu.nama: satu for satu in lembaran({"A": A, "B": B}, "pekerja", date(2023, 7, 1))}
    assert list(lembar) == ["Masukan", "Hasil", "Rumus", "Per kelurahan", "Tarif"]
    hasil = {baris[0]: baris[2:] for baris in lembar["Hasil"].baris}
    assert hasil["Biaya seluruhnya"] == (6_048_000, 1_965_600)
    assert hasil["Cakupan selama didanai"] == pytest.approx((75.0, 61.875))
    assert (
        dict(zip(lembar["Per kelurahan"].kolom, next(iter(lembar["Per kelurahan"].baris)), strict=True))["Kesenjangan"]
        == 30
    )
    assert len(list(lembar["Tarif"].baris)) == len(iuran.semua())


@pytest.mark.parametrize(
    ("banyak", "kata"),
    [
        ("n5000", "5.000 pekerja"), ("semua", "Semua yang belum terlindungi"), ("rp500jt", "Anggaran Rp500 juta"),
        ("rp3000jt", "Anggaran Rp3,0 miliar"),
    ],
)  # fmt: skip
def test_how_many_in_words(banyak, kata):
    assert skenario.kata_banyak(banyak) == kata
