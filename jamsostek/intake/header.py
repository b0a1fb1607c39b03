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
    top = rows[:SCANNED_ROWS]
    keys = [[key(cell) for cell in row] for row in top]
    merged = [_merged(row, keys[number - 1] if number else [], contract) for number, row in enumerate(keys)]
    known = [sum(word in contract.by_header for word in row) for row in merged]
    best = max(range(len(top)), key=known.__getitem__, default=0)
    return _match(best, top[best], merged[best], contract) if top and known[best] >= 2 else None


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


def _merged(row: list[str], above: list[str], contract: Contract) -> list[str]:
    """Keys of a row, empty ones filled from above: a header merged over two rows keeps its text in the upper."""
    if all(row):
        return row
    upper = [word if word in contract.by_header else "" for word in above[: len(row)]]
    return [word or over for word, over in zip_longest(row, upper, fillvalue="")]


def _match(number: int, row: Sequence[str], merged: Sequence[str], contract: Contract) -> Header:
    positions: dict[str, int] = {}
    repeated: list[str] = []
    ignored: list[str] = []
    for index, (cell, word) in enumerate(zip(row, merged, strict=True)):
        column = contract.by_header.get(word)
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
