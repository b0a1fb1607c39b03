from datetime import UTC, date, datetime

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsostek import formats

KOSONG = [None, float("nan"), np.nan, pd.NA, pd.NaT, float("inf")]


def baca(teks: str) -> float:
    """Read an Indonesian number back."""
    return float(teks.replace(".", "").replace(",", ".").replace("−", "-"))


@pytest.mark.parametrize("nilai", KOSONG)
@pytest.mark.parametrize(
    "tulis",
    [
        formats.angka, formats.desimal, formats.persen, formats.poin, formats.selisih, formats.naik_turun,
        formats.ringkas, formats.rupiah, formats.rupiah_ringkas,
    ],
)  # fmt: skip
def test_a_missing_number_is_tad_and_never_nan_or_zero(tulis, nilai):
    assert tulis(nilai) == "tad"


@pytest.mark.parametrize("tulis", [formats.tanggal, formats.bulan_panjang, formats.bulan_pendek, formats.waktu_wita])
def test_a_missing_day_is_tad(tulis):
    assert tulis(None) == tulis(pd.NaT) == "tad"


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [(0, "0"), (19000, "19.000"), (-1234, "−1.234"), (1234567, "1.234.567"), (2.5, "3"), (np.int64(1000), "1.000")],
)
def test_angka(nilai, teks):
    assert formats.angka(nilai) == teks


@given(st.integers(-(10**12), 10**12))
def test_angka_reads_back_to_the_same_number(n):
    assert baca(formats.angka(n)) == n


@given(st.integers(-(10**9), 10**9))
def test_desimal_reads_back_to_the_same_tenth(puluhan):
    assert round(baca(formats.desimal(puluhan / 10)) * 10) == puluhan


def test_desimal_rounds_half_up_as_spreadsheets_do():
    assert formats.desimal(1234567.85) == "1.234.567,9"
    assert formats.desimal(0.25) == "0,3"
    assert formats.desimal(-0.04) == "0,0"


@pytest.mark.parametrize(
    ("rasio", "penyebut", "teks"),
    [
        (0.234, None, "23,4%"),
        (0.2345, 1000, "23,5%"),
        (0.234, 199, "23%"),
        (0.234, 200, "23,4%"),
        (0, None, "0%"),
        (0.0, 10, "0%"),
        (0.0004, None, "< 0,1%"),
        (0.0005, None, "0,1%"),
        (0.004, 150, "< 1%"),
        (1, None, "100,0%"),
        (0.9996, None, "> 99,9%"),
        (1.0004, None, "100,0%"),
        (1.0417, None, "104,2%"),
        (-0.05, None, "−5,0%"),
        (0.234, pd.NA, "23,4%"),
    ],
)
def test_persen(rasio, penyebut, teks):
    assert formats.persen(rasio, penyebut) == teks


@given(st.floats(0, 2, allow_nan=False))
def test_persen_shows_zero_only_for_zero_and_never_reaches_100_from_below(rasio):
    teks = formats.persen(rasio)
    assert (teks == "0%") == (rasio == 0)
    assert teks != "0,0%"
    if rasio < 1:
        assert teks not in ("100%", "100,0%")


@given(st.integers(1, 2000))
def test_persen_reads_back_to_the_same_tenth(permil):
    teks = formats.persen(permil / 1000)
    assert round(baca(teks.removesuffix("%")) * 10) == permil


@pytest.mark.parametrize(
    ("delta", "teks"),
    [
        (0.006, "naik 0,6 poin"),
        (-0.006, "turun 0,6 poin"),
        (0, "tetap"),
        (0.0004, "tetap"),
        (-0.0005, "turun 0,1 poin"),
    ],
)
def test_poin(delta, teks):
    assert formats.poin(delta) == teks


@pytest.mark.parametrize(
    ("delta", "teks"),
    [
        (-0.041, "4,1 poin di bawah kota"),
        (0.12, "12,0 poin di atas kota"),
        (0.0004, "setara kota"),
        (-0.0004, "setara kota"),
        (None, "tad"),
    ],
)
def test_jarak_poin(delta, teks):
    assert formats.jarak_poin(delta, "kota") == teks


@given(st.integers(-(10**9), 10**9))
def test_selisih_carries_its_sign_and_reads_back(n):
    teks = formats.selisih(n)
    assert teks[0] == ("+" if n > 0 else "−" if n < 0 else "0")
    assert baca(teks) == n


def test_naik_turun():
    assert [formats.naik_turun(n) for n in (1234, -5, 0)] == ["naik 1.234", "turun 5", "tetap"]


@pytest.mark.parametrize(
    ("nilai", "teks"),
    [
        (9_999, "9.999"), (19_000, "19 ribu"), (999_499, "999 ribu"), (999_500, "1,0 juta"), (1_200_000, "1,2 juta"),
        (999_949_999, "999,9 juta"), (999_950_000, "1,0 miliar"), (3e9, "3,0 miliar"), (2.5e12, "2,5 triliun"),
        (-1_200_000, "−1,2 juta"),
    ],
)  # fmt: skip
def test_ringkas_never_writes_a_thousand_of_a_unit(nilai, teks):
    assert formats.ringkas(nilai) == teks


def test_rupiah():
    assert formats.rupiah(42_000_000) == "Rp42.000.000"
    assert formats.rupiah(-5) == "−Rp5"
    assert formats.rupiah_ringkas(3_000_000_000) == "Rp3,0 miliar"


def test_days_and_months():
    assert formats.tanggal(date(2026, 8, 17)) == "17 Agustus 2026"
    assert formats.bulan_panjang(pd.Timestamp("2023-06-01")) == "Juni 2023"
    assert [formats.bulan_pendek(date(2026, m, 1)).split()[0] for m in (5, 8, 10, 12)] == ["Mei", "Agu", "Okt", "Des"]


@given(st.dates())
def test_a_month_in_an_address_reads_back_to_its_first_day(hari):
    assert formats.parse_bulan_url(formats.bulan_url(hari)) == hari.replace(day=1)


@given(st.one_of(st.text(), st.integers(), st.none(), st.from_regex(r"\d{4}-\d{2}", fullmatch=True)))
def test_an_address_gives_a_month_or_none(teks):
    bulan = formats.parse_bulan_url(teks)
    assert bulan is None or formats.bulan_url(bulan) == teks


@pytest.mark.parametrize(
    "teks", ["", "2023-6", "2023-13", "2023-00", "0000-01", "2023-06-01", " 2023-06", "2023-06\n", "٢٠٢٣-٠٦"]
)
def test_anything_else_is_not_a_month(teks):
    assert formats.parse_bulan_url(teks) is None


def test_waktu_wita_adds_eight_hours_to_utc_also_over_midnight():
    assert formats.waktu_wita(datetime(2023, 6, 3, 6, 20)) == "3 Jun 2023 14.20 WITA"
    assert formats.waktu_wita(datetime(2023, 12, 31, 16, 5, tzinfo=UTC)) == "1 Jan 2024 00.05 WITA"
    assert formats.waktu_wita(pd.Timestamp("2023-06-03 06:20:00")) == "3 Jun 2023 14.20 WITA"


def test_every_symbol_is_explained():
    assert set(formats.SIMBOL) == {"tad", "r", "tb", "s", "bd"}
    assert all(formats.SIMBOL.values())


@pytest.mark.parametrize(
    ("delta", "teks"), [(0.012, "+1,2"), (-0.003, "−0,3"), (0.0004, "0"), (-0.0004, "0"), (0, "0"), (None, "tad")]
)
def test_selisih_poin_carries_its_sign(delta, teks):
    assert formats.selisih_poin(delta) == teks
