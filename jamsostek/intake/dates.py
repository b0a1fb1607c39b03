"""Dates as people type them, read day first, as in Indonesia."""

import re
from datetime import date, timedelta

from jamsostek.intake.errors import Refusal

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan", "februari february pebruari feb peb", "maret march mar mrt", "april apr",
            "mei may", "juni june jun", "juli july jul", "agustus august agu agt aug ags", "september sep sept",
            "oktober october okt oct", "november nopember nov nop", "desember december des dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_NAMED = re.compile(r"(\d{1,2})[-/. ]*([A-Za-z]{3,9})\.?[-/ ,]*(\d{4}|\d{2})")
_SERIAL = re.compile(r"(\d{4,5})(?:[.,]\d+)?")
_TIME = re.compile(r"[T ]\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?Z?$")
# Excel's day 60 is a 29 February 1900 that never was; from day 61 on, counting from 1899-12-30 is right.
_EXCEL_EPOCH = date(1899, 12, 30)
_UNREADABLE = Refusal("tanggal tidak terbaca; tulis hari-bulan-tahun, misalnya 17-08-1985")


def parse_date(text: str, *, pivot: int = 2099) -> date | Refusal:
    """A calendar date from dd-mm-yyyy, dd/mm/yy, yyyy-mm-dd, '17 Agustus 1985' or an Excel day number.

    A two-digit year is the latest year that is not after `pivot`, so births never lie in the future.
    """
    clean = _TIME.sub("", text.strip())
    if match := _YEAR_FIRST.fullmatch(clean):
        year, month, day = (int(part) for part in match.groups())
        return _calendar(year, month, day)
    if match := _DAY_FIRST.fullmatch(clean):
        return _calendar(_year(match[3], pivot), int(match[2]), int(match[1]))
    if match := _NAMED.fullmatch(clean):
        number = MONTHS.get(match[2].lower())
        return _calendar(_year(match[3], pivot), number, int(match[1])) if number else _UNREADABLE
    if match := _SERIAL.fullmatch(clean):
        serial = int(match[1])
        # 3653 is 31 December 1909: smaller numbers are far more likely a bare year than a day number.
        return _EXCEL_EPOCH + timedelta(days=serial) if 3653 <= serial <= 73415 else _UNREADABLE
    return _UNREADABLE


def month_number(day: date) -> int:
    """Months since year 0: two dates of one month share it, and differences count months."""
    return day.year * 12 + day.month - 1


def last_day(bulan: date) -> date:
    """The last day of the month of `bulan`."""
    return (bulan.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _year(text: str, pivot: int) -> int:
    if len(text) == 4:
        return int(text)
    year = pivot - pivot % 100 + int(text)
    return year if year <= pivot else year - 100


def _calendar(year: int, month: int, day: int) -> date | Refusal:
    if not 1900 <= year <= 2100:
        return Refusal("tahun di luar 1900 sampai 2100")
    if not 1 <= month <= 12:
        return Refusal("bulan di luar 1 sampai 12; urutan yang dipakai adalah hari-bulan-tahun")
    try:
        return date(year, month, day)
    except ValueError:
        return Refusal("tanggal itu tidak ada dalam kalender")
