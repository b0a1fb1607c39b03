"""CSV files as offices export them: any usual separator, UTF-8, UTF-16 or Windows-1252, titles above."""

import csv
import io
import re
from collections.abc import Iterable
from itertools import islice

import pyarrow as pa
import pyarrow.csv as pacsv

from jamsostek.intake.contract import Contract
from jamsostek.intake.errors import IntakeError
from jamsostek.intake.grid import Grid
from jamsostek.intake.header import SCANNED_ROWS, Header, find_header, require

_SEPARATORS = ",;\t|"
_HEAD_CHARACTERS = 50_000
# Many web applications export a page and call it .xls.
_MARKUP = re.compile(r"\s*<(!doctype|html|\?xml|table|head|meta|style)\b", re.IGNORECASE)


def read_csv(content: bytes, contract: Contract, row: int | None = None) -> Grid:
    """The rows below the header. Raises IntakeError when no header or a required column cannot be found."""
    text = decode(content)
    separator, header = _header(text, contract, row)
    require(header, contract)
    assert header is not None  # noqa: S101 - require() has raised otherwise
    lines = _lines_up_to(text, separator, header.row)
    return _fast(text, separator, header, lines) or _careful(text, separator, header)


def decode(content: bytes) -> str:
    """The text of a CSV file. Raises IntakeError when it is no text at all."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            if _MARKUP.match(text):
                raise IntakeError("Berkas ini halaman web (HTML atau XML), apa pun namanya; buka di Excel, lalu simpan "
                                  "sebagai .xlsx (Buku Kerja Excel).")  # fmt: skip
            return text
    raise IntakeError("Berkas bukan CSV atau Excel yang dapat dibaca.")


def top(content: bytes, contract: Contract) -> list[list[str]]:
    """The first rows, split as this kind of file is best understood. Raises IntakeError."""
    text = decode(content)
    return _head(text, _header(text, contract, None)[0])


def _header(text: str, contract: Contract, row: int | None) -> tuple[str, Header | None]:
    """The separator under which most known column names appear, with the header found that way."""
    signs = [sign for sign in _SEPARATORS if sign in text[:_HEAD_CHARACTERS]]
    found = {sign: find_header(_head(text, sign), contract, row) for sign in signs}
    usable = {sign: header for sign, header in found.items() if header}
    # Without any known heading the separator that makes most cells is the likely one.
    best = max(usable or signs, key=lambda sign: _understood(usable.get(sign), text, sign), default=_SEPARATORS[0])
    return best, usable.get(best)


def _understood(header: Header | None, text: str, separator: str) -> tuple[int, int]:
    return len(header.positions) if header else 0, max(map(len, _head(text, separator)), default=0)


def _head(text: str, separator: str) -> list[list[str]]:
    try:
        return list(
            islice(csv.reader(io.StringIO(text[:_HEAD_CHARACTERS], newline=""), delimiter=separator), SCANNED_ROWS)
        )
    except csv.Error:
        return []


def _lines_up_to(text: str, separator: str, row: int) -> int:
    """Physical lines up to and including a record: titles may hold line breaks inside quotes."""
    reader = csv.reader(io.StringIO(text[:_HEAD_CHARACTERS], newline=""), delimiter=separator)
    for _ in islice(reader, row + 1):
        pass
    return reader.line_num


def _fast(text: str, separator: str, header: Header, lines: int) -> Grid | None:
    """Arrow's reader, for files in which every row has as many cells as the header; None for others."""
    if text.count('"') % 2:
        return None
    odd: list[int] = []

    def set_aside(row: pacsv.InvalidRow) -> str:
        odd.append(row.actual_columns)
        return "skip"

    names = [str(index) for index in range(header.width)]
    content = text.encode()
    try:
        table = pacsv.read_csv(
            io.BytesIO(content),
            pacsv.ReadOptions(skip_rows=lines, column_names=names, block_size=len(content) + 1),
            pacsv.ParseOptions(delimiter=separator, newlines_in_values='"' in text, ignore_empty_lines=False,
                               invalid_row_handler=set_aside),
            pacsv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False),
        )  # fmt: skip
    except pa.ArrowInvalid:
        return None
    if odd:
        return None
    columns = [column.combine_chunks() for column in table.columns]
    return Grid(
        header, table.num_rows, header.row + 2, columns.__getitem__, lambda row: [c[row].as_py() for c in columns]
    )


def _careful(text: str, separator: str, header: Header) -> Grid:
    """Python's reader, for ragged files: short rows are filled up, rows that are too wide are reported."""
    records = list(_records(text, separator))[header.row + 1 :]
    width = header.width
    body = [row[:width] + [""] * (width - len(row)) for row in records]
    too_wide = [index for index, row in enumerate(records) if any(cell.strip() for cell in row[width:])]
    return Grid(
        header,
        rows=len(body),
        first_row=header.row + 2,
        column=lambda index: pa.array([row[index] for row in body], pa.string()),
        cells=body.__getitem__,
        too_wide=too_wide,
    )


def _records(text: str, separator: str) -> Iterable[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise IntakeError(f"Tanda kutip tidak berpasangan di sekitar baris {reader.line_num}.") from error
