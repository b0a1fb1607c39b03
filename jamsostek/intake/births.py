"""Birth dates: only the month is kept, and the age in the month of the file must make sense."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from jamsostek.intake.contract import Context
from jamsostek.intake.dates import month_number, parse_date
from jamsostek.intake.errors import Noted, Refusal
from jamsostek.intake.parsers import Memo

YOUNGEST, OLDEST = 15, 110


@lru_cache(maxsize=16)
def _birth_dates(pivot: int) -> Memo:
    """Birth dates recur in every monthly file; only two-digit years depend on the year of the file."""

    def to_month(text: str) -> object:
        day = parse_date(text, pivot=pivot)
        return day if isinstance(day, Refusal) else (day.replace(day=1), month_number(day))

    return Memo(to_month)


def birth_month(*, old: Callable[[str], object]) -> Callable[[Context], Memo]:
    """First day of the birth month. Below 15 years is refused; above 110 becomes what `old` makes of the reason."""

    def bind(context: Context) -> Memo:
        dates, current = _birth_dates(context.month.year), month_number(context.month)
        young = Refusal(f"umur di bawah {YOUNGEST} tahun pada bulan berkas")
        future = Refusal("tanggal lahir setelah bulan berkas")
        too_old = old(f"umur di atas {OLDEST} tahun pada bulan berkas")

        def parse(text: str) -> object:
            found = dates[text]
            if not isinstance(found, tuple):
                return found
            months = current - found[1]
            if months < 0:
                return future
            if months < YOUNGEST * 12:
                return young
            return too_old if months >= (OLDEST + 1) * 12 else found[0]

        return Memo(parse)

    return bind


def emptied(reason: str) -> Noted:
    """The row is kept without a birth month: 1900-01-01 is what exports write for 'unknown'."""
    return Noted(None, f"{reason}; bulan lahir dikosongkan")


def any_date(text: str) -> date | Refusal:
    """A date that may lie in the past or the future, such as that of a target."""
    return parse_date(text)
