"""The parts of a change in coverage: by hand, and what holds for every change."""

import datetime as dt
from fractions import Fraction
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsostek import campuran, formats, urai
from jamsostek.campuran import Isi
from jamsostek.urai import Arus, Suku, Titik
from tests import effort

JAN, FEB, MAR, APR = (dt.date(2023, month, 1) for month in (1, 2, 3, 4))


def arus(*rows: tuple[dt.date, int, int, int, int, int]) -> pd.DataFrame:
    kolom = ["bulan", "jumlah_masuk", "jumlah_kembali", "jumlah_keluar", "jumlah_pindah_masuk", "jumlah_pindah_keluar"]
    df = pd.DataFrame(rows, columns=kolom)
    return df.assign(bulan=pd.to_datetime(df["bulan"]))


def nilai(suku: tuple[Suku, ...]) -> dict[str, float]:
    return {" ".join(s.kunci): round(s.nilai, 9) for s in suku}


def test_five_rows_by_hand() -> None:
    """100 of 500 become 150 of 600: 20 % to 25 %. A person weighs (1/500 + 1/600) / 2 = 11/6000."""
    flows = arus((JAN, 9, 9, 9, 9, 9), (FEB, 30, 10, 8, 6, 0), (MAR, 20, 0, 12, 0, 6), (APR, 7, 7, 7, 7, 7))
    between = urai.arus_antara(flows, JAN, MAR)
    assert between == Arus(50, 10, 20, 6, 6, 0)
    parts = urai.urai(Titik(100, 500), Titik(150, 600), between)
    # dE = 50 - 10 - 20 leaves a correction of 10; d(1/P) = -1/3000, mean(E) = 125
    weight = 11 / 6000
    assert nilai(parts) == {
        "masuk": round(50 * weight, 9), "kembali": round(10 * weight, 9), "keluar": round(-20 * weight, 9),
        "koreksi": round(10 * weight, 9), "pekerja": round(-125 / 3000, 9),
    }  # fmt: skip
    assert [s.orang for s in parts] == [50, 10, -20, 10, 100]
    assert sum(s.nilai for s in parts) == pytest.approx(0.05)


def test_a_month_without_flows_is_counted_and_goes_into_the_correction() -> None:
    between = urai.arus_antara(arus((FEB, 30, 0, 0, 0, 0)), JAN, APR)
    assert between.tanpa_pembanding == 2
    parts = urai.urai(Titik(100, 500), Titik(180, 500), between)
    assert [(s.kunci, s.orang) for s in parts] == [(("masuk",), 30), (("koreksi",), 50), (("pekerja",), 0)]
    assert "2 bulan di antaranya tanpa pembanding" in urai.catatan(between, parts)


@pytest.mark.parametrize(
    ("flows", "expected"),
    [
        (Arus(10, 3, 20), [("kembali", "keluar")]),
        (Arus(10, 10, 2), [("kembali", "keluar")]),
        (Arus(0, 10, 0, 1, 1), [("kembali", "pindah")]),
        (Arus(10, 10, 10, 60, 57), []),
        (Arus(3, 1, 2), [("masuk", "kembali", "keluar")]),
        (Arus(1, 0, 2), [("masuk", "kembali", "keluar", "pindah", "koreksi")]),
        (Arus(0, 0, 0), []),
    ],
)  # fmt: skip
def test_counts_of_one_to_four_are_joined_with_a_neighbour(flows: Arus, expected: list[tuple[str, ...]]) -> None:
    gain = flows.masuk + flows.kembali - flows.keluar + flows.pindah_masuk - flows.pindah_keluar
    parts = urai.urai(Titik(100, 500), Titik(100 + gain, 500), flows)
    joined = [s.kunci for s in parts if len(s.kunci) > 1]
    assert joined == expected
    assert sum(s.orang for s in parts) == gain
    assert ("digabung" in urai.catatan(flows, parts).lower()) == bool(expected)
    assert all(s.label.endswith("(digabung)") for s in parts if len(s.kunci) > 1)


counts = st.integers(0, 400)
flow = st.builds(Arus, counts, counts, counts, counts, counts)
point = st.builds(Titik, st.integers(0, 3000), st.integers(1, 3000))


def back(flows: Arus) -> Arus:
    return Arus(*(-n for n in (flows.masuk, flows.kembali, flows.keluar, flows.pindah_masuk, flows.pindah_keluar)))


@settings(max_examples=effort.times(60), deadline=None)
@given(point, point, flow)
def test_the_parts_add_up_and_turn_round_with_the_months(awal: Titik, akhir: Titik, flows: Arus) -> None:
    parts = urai.urai(awal, akhir, flows)
    exact = Fraction(akhir.peserta, akhir.pekerja) - Fraction(awal.peserta, awal.pekerja)
    assert sum(s.nilai for s in parts) == pytest.approx(float(exact), abs=1e-9)
    assert sum(s.orang for s in parts[:-1]) == akhir.peserta - awal.peserta
    turned = urai.urai(akhir, awal, back(flows))
    assert [s.kunci for s in turned] == [s.kunci for s in parts]
    assert [s.orang for s in turned] == [-s.orang for s in parts]
    assert [s.nilai for s in turned] == pytest.approx([-s.nilai for s in parts], abs=1e-12)
    for part in parts[:-1]:
        one_flow = len(part.kunci) == 1 and part.kunci[0] != "pindah"  # of moves the balance is shown, of many persons
        assert not (one_flow and 1 <= abs(part.orang) <= 4)


@settings(max_examples=effort.times(30), deadline=None)
@given(point)
def test_no_change_is_all_zero(titik: Titik) -> None:
    assert [(s.kunci, s.nilai) for s in urai.urai(titik, titik, Arus())] == [(("pekerja",), 0.0)]


def test_the_flows_turn_round_with_the_months() -> None:
    flows = arus((FEB, 30, 10, 8, 6, 0), (MAR, 20, 0, 12, 0, 6))
    assert urai.arus_antara(flows, MAR, JAN) == back(urai.arus_antara(flows, JAN, MAR))
    assert urai.arus_antara(flows, FEB, FEB) == Arus()


def test_a_place_without_workers_has_no_parts() -> None:
    with pytest.raises(ZeroDivisionError):
        urai.urai(Titik(5, 0), Titik(5, 10), Arus())


@settings(max_examples=effort.times(80), deadline=None)
@given(st.lists(st.floats(-0.5, 0.5, allow_subnormal=False), min_size=1, max_size=7))
def test_rounded_parts_add_up_to_the_rounded_change(values: list[float]) -> None:
    rounded = urai.bulatkan(values)
    assert formats.selisih_poin(sum(rounded)) == formats.selisih_poin(round(sum(values), 9))
    assert all(abs(a - b) < 0.001 + 1e-9 for a, b in zip(rounded, values, strict=True))
    assert all(a == 0 for a, b in zip(rounded, values, strict=True) if b == 0)


def test_the_sentence() -> None:
    titik = (Titik(2000, 10_000), Titik(2600, 12_000))
    parts = urai.urai(*titik, Arus(900, 0, 300))
    text = urai.kalimat("Kota Kupang", (JAN, MAR), titik, parts, 3)
    assert text == (
        "Cakupan Kota Kupang naik 1,7 poin, dari 20,0% (Januari 2023) menjadi 21,7% (Maret 2023): +8,3 dari masuk "
        "baru, −2,8 dari keluar, −3,8 dari jumlah pekerja. Pekerja dari 10.000 menjadi 12.000 (daftar tenaga kerja "
        "baru di 3 kelurahan); tanpa perubahan itu cakupan menjadi 26,0%."
    )
    same = urai.kalimat("Kota Kupang", (JAN, MAR), (titik[0], titik[0]), urai.urai(titik[0], titik[0], Arus()), 0)
    assert same.startswith("Cakupan Kota Kupang tetap, dari 20,0%")
    assert same.endswith("Jumlah pekerja tidak berubah.")


# two places, and one that has no list: 30 of 100 and 20 of 400 become 40 of 200 and 40 of 400; 10 become 16
TIGA = (Isi("a", "A", (30, 40), (100, 200)), Isi("b", "B", (20, 40), (400, 400)), Isi("c", "C", (10, 16), (None, None)))
KOTA = (Titik(60, 500), Titik(96, 600))


def test_within_and_shifted_by_hand() -> None:
    """R goes from 12 % to 16 %, mean 14 %; A: r 30 -> 20 %, w 1/5 -> 1/3; B: r 5 -> 10 %, w 4/5 -> 2/3."""
    hasil = campuran.sumbangan(TIGA, KOTA)
    assert hasil is not None
    a, b, c = hasil
    assert (a.di_dalam, a.pergeseran) == pytest.approx((-4 / 15 * 0.1, (0.25 - 0.14) * 2 / 15))
    assert (b.di_dalam, b.pergeseran) == pytest.approx((11 / 15 * 0.05, (0.075 - 0.14) * -2 / 15))
    assert (c.di_dalam, c.pergeseran, c.lain) == pytest.approx((0, 0, 16 / 600 - 10 / 500))
    assert sum(s.jumlah for s in hasil) == pytest.approx(0.04)
    # the plain formula, without taking mean(R) off, gives the same two sums where all parts have workers
    plain = 0.25 * 2 / 15 + 0.075 * -2 / 15
    assert a.pergeseran + b.pergeseran == pytest.approx(plain)
    assert campuran.kalimat(hasil, "kelurahan", "wilayah tanpa daftar") == (
        "Dari perubahan +4,0 poin: +1,0 dari perubahan cakupan di dalam kelurahan, +2,3 dari pergeseran pekerja "
        "antarkelurahan, +0,7 dari wilayah tanpa daftar."
    )


def test_parts_that_do_not_add_up_to_the_whole_have_no_shares() -> None:
    assert campuran.sumbangan(TIGA, (Titik(60, 500), Titik(96, 601))) is None
    assert campuran.sumbangan(TIGA, (Titik(61, 500), Titik(96, 600))) is None


part = st.tuples(counts, counts, st.one_of(st.none(), counts), st.one_of(st.none(), counts))


@settings(max_examples=effort.times(60), deadline=None)
@given(st.lists(part, min_size=1, max_size=7))
def test_the_contributions_add_up_and_turn_round(parts: list[tuple[int, int, Any, Any]]) -> None:
    isi = [Isi(str(n), f"W{n}", (e0, e1), (p0, p1)) for n, (e0, e1, p0, p1) in enumerate(parts)]
    isi.append(Isi("x", "X", (7, 9), (20, 30)))  # somebody works somewhere
    kota = tuple(Titik(sum(i.peserta[t] for i in isi), sum(i.pekerja[t] or 0 for i in isi)) for t in (0, 1))
    hasil = campuran.sumbangan(isi, (kota[0], kota[1]))
    assert hasil is not None
    assert sum(s.jumlah for s in hasil) == pytest.approx(kota[1].rasio - kota[0].rasio, abs=1e-9)
    turned = campuran.sumbangan([Isi(i.kode, i.nama, i.peserta[::-1], i.pekerja[::-1]) for i in isi], kota[::-1])
    assert turned is not None
    for one, other in zip(hasil, turned, strict=True):
        assert (one.di_dalam, one.pergeseran, one.lain) == pytest.approx(
            (-other.di_dalam, -other.pergeseran, -other.lain), abs=1e-12
        )
    disebut, lain = campuran.terbesar(hasil)
    assert sorted(s.isi.kode for s in (*disebut, *lain)) == sorted(i.kode for i in isi)
    assert not any(s.isi.tersembunyi for s in disebut)
    if any(s.isi.tersembunyi for s in hasil) and len(hasil) > 1:
        assert len(lain) > 1  # a hidden place is never alone in a sum


def test_five_are_named_on_each_side_and_a_hidden_place_is_not() -> None:
    isi = [Isi(f"{n:02d}", f"W{n}", (100, 100 + 5 * (n - 7)), (1000, 1000)) for n in range(15)]
    isi.append(Isi("zz", "Kecil", (3, 30), (50, 50)))
    kota = tuple(Titik(sum(i.peserta[t] for i in isi), 15_050) for t in (0, 1))
    hasil = campuran.sumbangan(isi, (kota[0], kota[1]))
    assert hasil is not None
    disebut, lain = campuran.terbesar(hasil)
    assert [s.isi.nama for s in disebut] == ["W14", "W13", "W12", "W11", "W10", "W4", "W3", "W2", "W1", "W0"]
    assert "Kecil" in [s.isi.nama for s in lain]


def test_one_to_four_persons_without_a_place_are_not_told() -> None:
    sedikit = [*TIGA[:2], Isi("c", "C", (3, 16), (None, None))]
    hasil = campuran.sumbangan(sedikit, (Titik(53, 500), Titik(96, 600)))
    assert hasil is not None
    assert not campuran.sisa_boleh(hasil)
    cukup = campuran.sumbangan(TIGA, KOTA)
    assert cukup is not None
    assert campuran.sisa_boleh(cukup)
