import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsostek.intake import numbers, parsers, texts
from jamsostek.intake.dates import last_day, parse_date
from jamsostek.intake.errors import Noted, Refusal

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
DAYS = st.dates(min_value=date(1911, 1, 1), max_value=date(2023, 6, 30))


@settings(max_examples=100, deadline=None)
@given(DAYS)
def test_every_way_to_write_a_date_gives_the_same_day(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    spellings = [
        f"{day:%d-%m-%Y}", f"{day:%d/%m/%Y}", f"{day.day}.{day.month}.{day.year}", f"{day:%Y-%m-%d}", f"{day:%Y/%m/%d}",
        f"{day.day} {MONTHS[day.month - 1]} {day.year}", f"{day:%d}-{MONTHS[day.month - 1][:3]}-{day.year}",
        f"{day:%Y-%m-%d} 00:00:00", f"{day.isoformat()}T00:00:00", str(serial), f"{serial},5",
    ]  # fmt: skip
    assert [parse_date(text) for text in spellings] == [day] * len(spellings)


@settings(max_examples=60, deadline=None)
@given(st.dates(min_value=date(1924, 1, 1), max_value=date(2023, 12, 31)))
def test_two_digit_years_lie_in_the_hundred_years_up_to_the_file(day: date) -> None:
    assert parse_date(f"{day:%d/%m/%y}", pivot=2023) == day


TYPED = st.one_of(
    st.text(max_size=40), st.text("0123456789.,-/ RpE+%'", max_size=60), st.text("0123456789", max_size=400)
)
PARSERS = [
    parsers.parse_nik, parsers.parse_kpj, parsers.parse_npp, parsers.parse_flag, parsers.parse_rt_rw,
    parsers.parse_words, parsers.parse_name, parsers.parse_code, parsers.parse_citation, parse_date,
    numbers.parse_decimal, numbers.parse_count, numbers.parse_rupiah, numbers.parse_ratio, texts.value_class, texts.key,
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(TYPED)
def test_whatever_is_typed_gives_a_value_or_a_reason_without_it(text: str) -> None:
    for parse in PARSERS:
        result = parsers.Memo(parse)[text]
        digits = re.findall(r"\d{6,}", result.alasan) if isinstance(result, Refusal) else []
        assert digits == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [("08/17/1985", "bulan di luar"), ("31-02-1985", "tidak ada dalam kalender"), ("17-08-1785", "tahun di luar"),
     ("1985", "tidak terbaca"), ("17 Foo 1985", "tidak terbaca"), ("kemarin", "tidak terbaca"), ("", "tidak terbaca")],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_the_reason(text: str, reason: str) -> None:
    result = parse_date(text)
    assert isinstance(result, Refusal)
    assert reason in result.alasan


@settings(max_examples=40, deadline=None)
@given(DAYS)
def test_last_day_is_followed_by_another_month(day: date) -> None:
    last = last_day(day)
    assert (last.year, last.month) == (day.year, day.month)
    assert (last + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    "text", ["5371011708850001", "5371 0117 0885 0001", "'5371011708850001", "5371.0117.0885.0001"]
)
def test_nik_is_freed_of_spaces_quotes_and_dots(text: str) -> None:
    assert parsers.parse_nik(text) == "5371011708850001"


@pytest.mark.parametrize(
    ("text", "reason"),
    [("537101170885000", "ini 15 digit"), ("53710117088500011", "ini 17 digit"),
     ("5,37101E+15", "tersimpan sebagai angka"),
     ("5.37101170885000E+15", "tersimpan sebagai angka"), ("5371011708850001.0", "tersimpan sebagai angka"),
     ("537101170885000A", "hanya boleh berisi angka"), ("5371011708850²01", "hanya boleh berisi angka"),
     ("0000000000000000", "tiruan"), ("1234567890123456", "tiruan")],
)  # fmt: skip
def test_a_bad_nik_is_refused_without_being_repeated(text: str, reason: str) -> None:
    result = parsers.parse_nik(text)
    assert isinstance(result, Refusal)
    assert reason in result.alasan
    assert text not in result.alasan


def test_kpj_regains_the_zeros_a_spreadsheet_dropped() -> None:
    assert parsers.parse_kpj("7012345678") == parsers.parse_kpj("07012345678") == parsers.parse_kpj("7012345678.0")
    assert isinstance(parsers.parse_kpj("1234567"), Refusal)
    assert isinstance(parsers.parse_kpj("1,2E+10"), Refusal)


def test_npp_takes_codes_but_not_a_nik() -> None:
    assert parsers.parse_npp("jj-012 345") == "JJ012345"
    assert isinstance(parsers.parse_npp("5371011708850001"), Refusal)
    for text in ("081300000000", "0813-0000-0000", "99000000001", "537101170885000", "HP 0813 0000 0000"):
        assert parsers.parse_npp(text) == Noted(None, "isian berisi deretan angka panjang dan dikosongkan")
    assert parsers.parse_npp("150123456") == "150123456"


@pytest.mark.parametrize(("text", "value"), [("Y", True), ("ya", True), ("x", True), ("1", True), ("✓", True),
                                             ("T", False), ("Tidak", False), ("0", False)])  # fmt: skip
def test_flags(text: str, value: bool) -> None:
    assert parsers.parse_flag(text) is value


def test_an_unknown_flag_is_refused() -> None:
    assert isinstance(parsers.parse_flag("mungkin"), Refusal)


@pytest.mark.parametrize(
    ("text", "value"), [("3", "003"), ("RT 03", "003"), ("rw.1", "001"), ("012", "012"), ("000", None)]
)
def test_rt_and_rw_become_three_digits(text: str, value: str | None) -> None:
    assert parsers.parse_rt_rw(text) == value


def test_free_text_loses_telephone_numbers_and_nik() -> None:
    assert parsers.parse_words("penjual ikan") == "penjual ikan"
    for text in ("hp 0812 3456 7890", "NIK 5371011708850001"):
        result = parsers.parse_words(text)
        assert isinstance(result, Noted)
        assert result.nilai is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("9,76", 9.76), ("9.76", 9.76), ("23", 23.0), ("1.234.567", 1234567.0), ("1.234.567,8", 1234567.8),
     ("65,125", 65.125),
     ("0.125", 0.125), ("1,234,567.5", 1234567.5), ("-1,5", -1.5)],
)  # fmt: skip
def test_decimals(text: str, value: float) -> None:
    assert numbers.parse_decimal(text) == value


def test_a_number_that_could_be_two_numbers_is_refused() -> None:
    assert isinstance(numbers.parse_decimal("65.125"), Refusal)
    assert isinstance(numbers.parse_rupiah("42,125"), Refusal)


@pytest.mark.parametrize(
    "text", ["42000000", "Rp 42.000.000", "Rp42.000.000,00", "42.000.000,-", "42,000,000", "42000000.00"]
)
def test_rupiah(text: str) -> None:
    assert numbers.parse_rupiah(text) == 42_000_000


@pytest.mark.parametrize("text", ["0", "-5", "Rp", "dua juta", "9999999999999"])
def test_what_is_no_payment_is_refused(text: str) -> None:
    assert isinstance(numbers.parse_rupiah(text), Refusal)


def test_fractions_of_a_rupiah_are_rounded_with_a_warning() -> None:
    assert numbers.parse_rupiah("1000,6") == Noted(1001, "pecahan rupiah dibulatkan")


@pytest.mark.parametrize(("text", "value"), [("12", 12), ("1.200", 1200), ("12.0", 12), ("0", 0)])
def test_counts(text: str, value: int) -> None:
    assert numbers.parse_count(text) == value


@pytest.mark.parametrize("text", ["-1", "1,5", "12 orang", "99999999"])
def test_what_is_no_count_is_refused(text: str) -> None:
    assert isinstance(numbers.parse_count(text), Refusal)


def test_ratios() -> None:
    assert numbers.parse_ratio("0,2345") == 0.2345
    assert numbers.parse_ratio("32,15 %") == pytest.approx(0.3215)
    for text in ("32", "1,01", "-0,1", "banyak"):
        assert isinstance(numbers.parse_ratio(text), Refusal)


@pytest.mark.parametrize(
    ("text", "name"),
    [("", "kosong"), ("537101170885000", "15 digit"), ("1,23E+15", "angka ilmiah"), ("Budi Santoso", "teks 11 huruf"),
     ("17-08-1985", "tanggal"), ("1.234,5", "angka"), ("Jl. Timor 5", "campuran 11 karakter")],
)  # fmt: skip
def test_value_classes(text: str, name: str) -> None:
    assert texts.value_class(text) == name


def test_code_columns_show_slips_but_neither_names_nor_numbers() -> None:
    words = ("Penerima Upah", "BPU")
    assert texts.shown_value("Penerma Upah", words) == "Penerma Upah"
    assert texts.shown_value("Maria Goreti", words) == "teks 11 huruf"
    assert texts.shown_value("5371011708850001", words) == "16 digit"
