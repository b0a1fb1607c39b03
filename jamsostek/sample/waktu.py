"""Months as numbers: 0 is January 2019, 53 is June 2023, the last month of the example data."""

from datetime import date

FIRST_YEAR = 2019
LAST = 53
MONTHS = LAST + 1
# Months since January 1970, the unit in which birth months are kept.
EPOCH = (FIRST_YEAR - 1970) * 12


def tanggal(bulan: int) -> date:
    """First day of month number `bulan`; negative numbers are before 2019."""
    return date(FIRST_YEAR + bulan // 12, bulan % 12 + 1, 1)


def bulan(tahun: int, nomor: int) -> int:
    """Number of the month `nomor` (1-12) of `tahun`."""
    return (tahun - FIRST_YEAR) * 12 + nomor - 1
