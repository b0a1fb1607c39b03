"""What a file probably is: which sheet, which kind, which month. A person confirms it; nothing is taken on trust."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from jamsostek.intake import csvfile
from jamsostek.intake.contract import Contract
from jamsostek.intake.dates import MONTHS
from jamsostek.intake.header import Header, find_header, missing_required
from jamsostek.intake.kinds import CONTRACTS
from jamsostek.intake.workbook import EXCEL, tops

_NAMED = re.compile(r"(?<![a-z])([a-z]{3,9})[\s_.-]*(20\d\d)(?!\d)", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?<!\d)(20\d\d)[-_.]?(0[1-9]|1[0-2])(?!\d)")
_MONTH_FIRST = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])[-_./](20\d\d)(?!\d)")


@dataclass(frozen=True)
class Dugaan:
    """How well one sheet fits one kind: the header found, the required headings it lacks, its fit (more is better)."""

    lembar: str | None
    jenis: str
    header: Header | None
    kurang: tuple[str, ...]
    nilai: float


@dataclass(frozen=True)
class Kenalan:
    """A file at first sight: its sheets (visible ones first, none for CSV), the first rows of each, and the guesses,
    best first."""

    lembar: tuple[str, ...]
    tersembunyi: tuple[str, ...]
    atas: dict[str | None, list[list[str]]]
    dugaan: tuple[Dugaan, ...]
    bulan: date | None


def recognise(content: bytes, nama: str) -> Kenalan:
    """Look at the top of every sheet. Raises IntakeError when the file cannot be opened."""
    if content.startswith(EXCEL):
        found = tops(content)
        rows: dict[str | None, list[list[str]]] = {top.nama: top.baris for top in found}
        shown = tuple(top.nama for top in found if not top.tersembunyi)
        hidden = tuple(top.nama for top in found if top.tersembunyi)
        guesses = [guess(rows[name], name, contract) for name in (shown or hidden) for contract in CONTRACTS.values()]
    else:
        shown, hidden, rows = (), (), {}
        guesses = []
        for contract in CONTRACTS.values():
            top = csvfile.top(content, contract)
            guesses.append(guess(top, None, contract))
            if not rows or guesses[-1].nilai >= max(one.nilai for one in guesses):
                rows = {None: top}
    # sorted() keeps the order of sheets and kinds where two fit equally well
    ranked = tuple(sorted(guesses, key=lambda one: -one.nilai))
    titles = [cell for cell in _titles(rows.get(ranked[0].lembar, []), ranked[0].header) if cell]
    return Kenalan(shown, hidden, rows, ranked, month_in([nama, ranked[0].lembar or "", *titles]))


def guess(rows: Sequence[Sequence[str]], lembar: str | None, contract: Contract) -> Dugaan:
    """How well the top of a sheet fits a kind: all required columns first, then the share of headings understood."""
    header = find_header(rows, contract)
    if header is None:
        return Dugaan(lembar, contract.jenis, None, tuple(missing_required(_NOTHING, contract)), 0.0)
    missing = tuple(missing_required(header, contract))
    headings = sum(bool(word) for word in header.keys)
    understood = len(header.positions) / max(headings, 1)
    required = sum(column.required for column in contract.columns) + len(contract.any_of)
    return Dugaan(lembar, contract.jenis, header, missing,
                  2 * (1 - len(missing) / max(required, 1)) + understood)  # fmt: skip


_NOTHING = Header(0, 0, {}, (), (), (), ())


def month_in(texts: Iterable[str]) -> date | None:
    """The month that the first of the texts names ('peserta-2023-06', 'Bulan Juni 2023', '06/2023'), if any does."""
    for text in texts:
        for match in _NAMED.finditer(text):
            if number := MONTHS.get(match[1].lower()):
                return date(int(match[2]), number, 1)
        if year_first := _YEAR_FIRST.search(text):
            return date(int(year_first[1]), int(year_first[2]), 1)
        if month_first := _MONTH_FIRST.search(text):
            return date(int(month_first[2]), int(month_first[1]), 1)
    return None


def _titles(rows: Sequence[Sequence[str]], header: Header | None) -> list[str]:
    return [cell for row in rows[: header.row if header else 5] for cell in row]
