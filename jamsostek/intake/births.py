"""Dates in columns: birth dates, of which only the month is kept, and any other date."""

from datetime import date
from functools import lru_cache

from jamsostek.intake.contract import Context
from jamsostek.intake.dates import parse_date
from jamsostek.intake.errors import Refusal
from jamsostek.intake.parsers import Memo

# Ages in completed years that a worker or participant can have (working age starts at 15).
YOUNGEST, OLDEST = 15, 110


def birth_month(context: Context) -> Memo:
    """First day of the birth month. The memo is shared by files of a year: the same persons return every month."""
    return _birth_dates(context.month.year)


@lru_cache(maxsize=16)
def _birth_dates(pivot: int) -> Memo:
    """Only two-digit years depend on `pivot`, the year of the file: they are never read as a future birth."""

    def to_month(text: str) -> date | Refusal:
        day = parse_date(text, pivot=pivot)
        return day if isinstance(day, Refusal) else day.replace(day=1)

    return Memo(to_month)


def any_date(text: str) -> date | Refusal:
    """A date that may lie in the past or the future, such as that of a target."""
    return parse_date(text)
