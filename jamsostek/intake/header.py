"""Find the header row below titles and merged cells, and say which column is which."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from jamsostek.intake.contract import Contract
from jamsostek.intake.errors import IntakeError
from jamsostek.intake.texts import key, tidy, value_class

SCANNED_ROWS = 30
# What the list of refused rows adds to the original columns: known, and not wanted when it comes back repaired.
REASON_HEADING, ROW_HEADING = "ALASAN PENOLAKAN", "BARIS ASLI"
OWN_HEADINGS = frozenset({key(REASON_HEADING), key(ROW_HEADING)})


@dataclass(frozen=True)
class Header:
    """Where the header stands (0-based row), which cell holds which column, and what nobody asked for.

    `texts` are the headings as people see them, one per cell; `keys` their comparison keys.
    """

    row: int
    width: int
    positions: dict[str, int]
    repeated: tuple[str, ...]
    ignored: tuple[str, ...]
    texts: tuple[str, ...]
    keys: tuple[str, ...]

    @property
    def missing_columns(self) -> tuple[int, ...]:
        """Positions of the cells that stand for no column."""
        return tuple(sorted(set(range(self.width)) - set(self.positions.values())))


def find_header(rows: Sequence[Sequence[str]], contract: Contract, row: int | None = None) -> Header | None:
    """The first row among the top 30 that names most known columns (two at least), or None.

    `row` (1-based, as Excel counts) says which row it is, whatever it names.
    """
    top = rows[:SCANNED_ROWS]
    keys = [[heading_key(cell) for cell in row] for row in top]
    merged = [_merged(row, keys[number - 1] if number else [], contract) for number, row in enumerate(keys)]
    known = [sum(word in contract.by_header for word in row) for row in merged]
    if row is not None:
        return _match(row - 1, top, merged[row - 1], contract) if 0 < row <= len(top) else None
    best = max(range(len(top)), key=known.__getitem__, default=0)
    return _match(best, top, merged[best], contract) if top and known[best] >= 2 else None


def missing_required(header: Header, contract: Contract) -> list[str]:
    """Headers of required columns that the file lacks; alternatives are joined by 'atau'."""
    groups = [(column.name,) for column in contract.columns if column.required] + list(contract.any_of)
    return [
        " atau ".join(contract.column(name).header for name in group)
        for group in groups
        if not any(name in header.positions or name in contract.fixed for name in group)
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


def _match(number: int, top: Sequence[Sequence[str]], merged: Sequence[str], contract: Contract) -> Header:
    row, above = top[number], top[number - 1] if number else ()
    positions: dict[str, int] = {}
    repeated: list[str] = []
    ignored: list[str] = []
    cells = [cell if key(cell) else over for cell, over in zip_longest(row, above[: len(row)], fillvalue="")]
    # Only where the upper row is a header as well: a title above an empty cell is no heading.
    two_rows = any(word and not key(cell) for cell, word in zip(row, merged, strict=True))
    headings = cells if two_rows else row
    words = [word or heading_key(cell) for word, cell in zip(merged, headings, strict=True)]
    for index, (cell, word) in enumerate(zip(headings, words, strict=True)):
        column = contract.by_header.get(word)
        if column is None:
            if cell.strip() and word not in OWN_HEADINGS:
                ignored.append(header_text(cell))
        elif column.name in positions:
            repeated.append(column.header)
        else:
            positions[column.name] = index
    return Header(number, len(row), positions, tuple(repeated), tuple(ignored),
                  tuple(map(header_text, cells)), tuple(words))  # fmt: skip


def header_text(cell: str) -> str:
    """A heading as it may be shown and kept; something full of digits is a cell of a person, not a heading."""
    text = tidy(cell)
    return value_class(text) if _full_of_digits(text) else text[:40]


def heading_key(cell: str) -> str:
    """The comparison key of a heading; like its text it has no long number."""
    return key(value_class(cell)) if _full_of_digits(cell) else key(cell)


def _full_of_digits(text: str) -> bool:
    return sum(c.isdigit() for c in text) > 4
