"""Worksheets, with cell types kept long enough to tell a typed NIK from one stored as a number."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime

import pyarrow as pa
from python_calamine import CalamineError, CalamineWorkbook

from jamsostek.intake.contract import Contract
from jamsostek.intake.errors import IntakeError
from jamsostek.intake.grid import Grid
from jamsostek.intake.header import SCANNED_ROWS, find_header, missing_required, require

_LARGEST_UNPACKED = 2 * 1024**3
# Excel keeps 15 digits; from here on the last digits of a stored number are not what was typed.
_LOSSY = 1e15


def read_workbook(content: bytes, contract: Contract, lembar: str | None) -> Grid:
    """The rows below the header of the named worksheet, or of the first one that has all required columns."""
    book = _open(content)
    names = [sheet.name for sheet in book.sheets_metadata if "WorkSheet" in str(sheet.typ)] or book.sheet_names
    if lembar is not None:
        names = [name for name in names if name.casefold() == lembar.casefold()]
        if not names:
            raise IntakeError(f"Lembar tidak ditemukan. Lembar yang ada: {', '.join(book.sheet_names)}.")
    sheets = {name: _rows(book, name) for name in names}
    heads = {name: find_header([_texts(row) for row in rows[:SCANNED_ROWS]], contract) for name, rows in sheets.items()}
    usable = [name for name, head in heads.items() if head and not missing_required(head, contract)]
    known = [name for name, head in heads.items() if head]
    chosen = (usable or known or names)[0]
    header = require(heads[chosen], contract)
    body = sheets[chosen][header.row + 1 :]
    notes = [("(berkas)", f"lembar lain dengan kolom yang sama tidak dibaca: {name}", 1) for name in usable[1:]]
    return Grid(
        header,
        rows=len(body),
        first_row=header.row + 2,
        column=lambda index: pa.array([cell_text(row[index]) for row in body], pa.string()),
        cells=lambda index: _texts(body[index]),
        notes=notes,
    )


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


def _rows(book: CalamineWorkbook, name: str) -> list[list[object]]:
    try:
        # Leading empty rows must stay, or the row numbers would not be Excel's.
        return [[*row] for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
    except CalamineError as error:
        raise IntakeError(f"Lembar {name} tidak dapat dibaca.") from error


def _open(content: bytes) -> CalamineWorkbook:
    try:
        if content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                if sum(entry.file_size for entry in archive.infolist()) > _LARGEST_UNPACKED:
                    raise IntakeError("Berkas Excel terlalu besar setelah dibuka.")
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except (CalamineError, zipfile.BadZipFile) as error:
        raise IntakeError("Berkas Excel rusak, berkata sandi, atau bukan berkas Excel.") from error
