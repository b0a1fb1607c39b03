"""Find the header row below titles and merged cells, and say which column is which."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from jamsostek.intake.contract import Contract
from jamsostek.intake.errors import IntakeError
from jamsostek.intake.texts import key, tidy, value_class

SCANNED_ROWS = 30


@dataclass(frozen=True)
class Header:
    """Where the header stands (0-based row), which cell holds which column, and what nobody asked for."""

    row: int
    width: int
    positions: dict[str, int]
    repeated: tuple[str, ...]
    ignored: tuple[str, ...]


def find_header(rows: Sequence[Sequence[str]], contract: Contract) -> Header | None:
    """The first row among the top 30 that names most known columns (two at least), or None."""
    top = [_merged(row, rows[number - 1] if number else (), contract) for number, row in enumerate(rows[:SCANNED_ROWS])]
    known = [sum(key(cell) in contract.by_header for cell in row) for row in top]
    best = max(range(len(top)), key=known.__getitem__, default=0)
    return _match(best, top[best], contract) if top and known[best] >= 2 else None


def missing_required(header: Header, contract: Contract) -> list[str]:
    """Headers of required columns that the file lacks; alternatives are joined by 'atau'."""
    groups = [(column.name,) for column in contract.columns if column.required] + list(contract.any_of)
    return [
        " atau ".join(contract.column(name).header for name in group)
        for group in groups
        if not any(name in header.positions for name in group)
    ]


def require(header: Header | None, contract: Contract) -> Header:
    """The header if it is usable. Raises IntakeError naming what is missing or stands there twice."""
    if header is None:
        raise IntakeError(
            f"Judul kolom tidak ditemukan dalam {SCANNED_ROWS} baris pertama. Kolom jenis {contract.jenis}: "
            + ", ".join(column.header for column in contract.columns)
            + "."
        )
    if missing := missing_required(header, contract):
        raise IntakeError(
            f"Kolom wajib tidak ada: {', '.join(missing)} (judul kolom dibaca di baris {header.row + 1})."
        )
    if header.repeated:
        raise IntakeError(f"Kolom muncul lebih dari sekali: {', '.join(header.repeated)}.")
    return header


def _merged(row: Sequence[str], above: Sequence[str], contract: Contract) -> list[str]:
    """The row, with empty cells filled from above: a header merged over two rows keeps its text in the upper."""
    upper = [cell if key(cell) in contract.by_header else "" for cell in above[: len(row)]]
    return [cell if cell.strip() else over for cell, over in zip_longest(row, upper, fillvalue="")]


def _match(number: int, row: Sequence[str], contract: Contract) -> Header:
    positions: dict[str, int] = {}
    repeated: list[str] = []
    ignored: list[str] = []
    for index, cell in enumerate(row):
        column = contract.by_header.get(key(cell))
        if column is None:
            if cell.strip():
                ignored.append(_header_text(cell))
        elif column.name in positions:
            repeated.append(column.header)
        else:
            positions[column.name] = index
    return Header(number, len(row), positions, tuple(repeated), tuple(ignored))


def _header_text(cell: str) -> str:
    """An unknown header for the warning; something full of digits is a cell of a person, not a header."""
    text = tidy(cell)
    return value_class(text) if sum(c.isdigit() for c in text) > 4 else text[:40]
