"""Worksheets, with cell types kept long enough to tell a typed NIK from one stored as a number."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

import pyarrow as pa
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from jamsostek.intake import legacy, unpack
from jamsostek.intake.contract import Contract
from jamsostek.intake.errors import IntakeError
from jamsostek.intake.grid import Grid
from jamsostek.intake.header import SCANNED_ROWS, find_header, missing_required, require
from jamsostek.intake.texts import without_numbers

# Excel keeps 15 digits; from here on the last digits of a stored number are not what was typed.
_LOSSY = 1e15
EXCEL = (b"PK\x03\x04", legacy.MAGIC)


@dataclass(frozen=True)
class Top:
    """The first rows of a worksheet as texts."""

    nama: str
    tersembunyi: bool
    baris: list[list[str]]


def tops(content: bytes) -> list[Top]:
    """The first rows of every worksheet, hidden ones last. Raises IntakeError."""
    return [Top(name, hidden, _top(sheet)) for name, (sheet, hidden) in _sheets(content).items()]


def read_workbook(content: bytes, contract: Contract, lembar: str | None, row: int | None = None) -> Grid:
    """The rows below the header of the named worksheet, or of the first visible one that has all required columns."""
    sheets = _sheets(content)
    if lembar is not None:
        named = [name for name in sheets if name.casefold() == lembar.casefold()]
        if not named:
            raise IntakeError(f"Lembar tidak ditemukan. Lembar yang ada: {', '.join(map(without_numbers, sheets))}.")
        chosen, others = named[0], []
        header = require(find_header(_top(sheets[chosen][0]), contract, row), contract)
    else:
        shown = {name: sheet for name, (sheet, hidden) in sheets.items() if not hidden}
        heads = {name: find_header(_top(sheet), contract, row) for name, sheet in shown.items()}
        usable = [name for name, head in heads.items() if head and not missing_required(head, contract)]
        known = [name for name, head in heads.items() if head]
        if not shown:
            raise IntakeError("Semua lembar tersembunyi; tampilkan lembar yang berisi data.")
        chosen, others = (usable or known or list(shown))[0], usable[1:]
        header = require(heads[chosen], contract)
    body = _rows(sheets[chosen][0])[header.row + 1 :]
    notes = [("(berkas)", f"lembar lain dengan kolom yang sama tidak dibaca: {without_numbers(name)}", 1)
             for name in others]  # fmt: skip
    notes += [("(berkas)", f"lembar tersembunyi tidak dibaca: {without_numbers(name)}", 1)
              for name, (sheet, hidden) in sheets.items() if hidden and name != chosen
              and _looks_like_data(sheet, contract)]  # fmt: skip
    return Grid(
        header,
        rows=len(body),
        first_row=header.row + 2,
        column=lambda index: pa.array([cell_text(row[index]) for row in body], pa.string()),
        cells=lambda index: _texts(body[index]),
        notes=notes,
        lembar=without_numbers(chosen),
    )


def _looks_like_data(sheet: CalamineSheet, contract: Contract) -> bool:
    """Lists for drop-downs are hidden on purpose and not worth a word."""
    head = find_header(_top(sheet), contract)
    return head is not None and not missing_required(head, contract)


def cell_text(value: object) -> str:
    """A cell as text. Long numbers come out in scientific notation, fractions with a decimal comma."""
    kind = type(value)
    if kind is str:
        return value  # type: ignore[return-value]
    if kind is float or kind is int:
        return _number_text(float(value))  # type: ignore[arg-type]
    if kind is bool:
        return "Y" if value else "T"
    return value.isoformat() if isinstance(value, date | datetime) else str(value)


def _number_text(number: float) -> str:
    if abs(number) >= _LOSSY:
        return f"{number:.14E}"
    return str(int(number)) if number.is_integer() else f"{number:.15g}".replace(".", ",")


def _texts(row: Sequence[object]) -> list[str]:
    return [cell_text(value) for value in row]


def _top(sheet: CalamineSheet) -> list[list[str]]:
    return [_texts(row) for row in _python(sheet, SCANNED_ROWS)]


def _rows(sheet: CalamineSheet) -> list[list[object]]:
    return [[*row] for row in _python(sheet, None)]


def _python(sheet: CalamineSheet, rows: int | None) -> list[list[object]]:
    with _reading(f"Lembar {without_numbers(sheet.name)} tidak dapat dibaca."):
        # Leading empty rows must stay, or the row numbers would not be Excel's.
        return sheet.to_python(skip_empty_area=False, nrows=rows)  # type: ignore[return-value]


# A file is opened to be recognised, checked, and asked for its refused rows: opening it is half the time of each.
@lru_cache(maxsize=1)
def _sheets(content: bytes) -> dict[str, tuple[CalamineSheet, bool]]:
    """Worksheets by name, each with whether it is hidden; visible ones first."""
    book = _open(content)
    found: dict[str, tuple[CalamineSheet, bool]] = {}
    for meta in sorted(book.sheets_metadata, key=lambda meta: meta.visible != SheetVisibleEnum.Visible):
        if meta.typ != SheetTypeEnum.WorkSheet:
            continue
        with _reading(f"Lembar {without_numbers(meta.name)} tidak dapat dibaca."):
            found[meta.name] = book.get_sheet_by_name(meta.name), meta.visible != SheetVisibleEnum.Visible
    if not found:
        raise IntakeError("Buku kerja tidak punya lembar berisi data.")
    return found


def _open(content: bytes) -> CalamineWorkbook:
    unpack.measure(content)
    with _reading(unpack.BROKEN):
        return CalamineWorkbook.from_filelike(io.BytesIO(content))


@contextmanager
def _reading(message: str) -> Iterator[None]:
    """Whatever goes wrong inside the reader becomes an IntakeError."""
    try:
        yield
    except BaseException as error:
        # A panic of the Rust code is no Exception, so that nobody swallows it unknowingly, and cannot be imported.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise IntakeError(message) from error
