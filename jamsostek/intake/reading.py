"""From the bytes of a file to text columns by name, without empty rows, totals and column numbers."""

import re
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from jamsostek.intake.contract import Column, Contract
from jamsostek.intake.csvfile import read_csv
from jamsostek.intake.errors import IntakeError, Refusal
from jamsostek.intake.grid import Grid
from jamsostek.intake.header import Header
from jamsostek.intake.texts import key, looks_like_nik, tidy
from jamsostek.intake.workbook import EXCEL, read_workbook

_TOTAL = re.compile(
    r"(sub|grand)?\s*-?(jumlah|total)(\s+(keseluruhan|seluruhnya|semua|akhir|data|baris|peserta|orang|pekerja))?\s*[:=]?",
    re.IGNORECASE,
)
WHOLE_FILE = "(berkas)"
# Sixteen-digit numbers that lists often carry and that are dropped with a word instead of refusing the file.
_DROPPED = frozenset(map(key, ("NO KK", "KK", "NOMOR KK", "NO KARTU KELUARGA", "NOMOR KARTU KELUARGA", "NOMOR REKENING",
                               "NO REKENING", "REKENING")))  # fmt: skip
# Arrow's pattern language has no look-around: this finds candidates, `looks_like_nik` decides.
_MAYBE = r"(\p{Nd}[\s\x{00A0}.,'’/_–-]?){15}\p{Nd}|[0-9][.,][0-9]+[Ee][+]15"


@dataclass(frozen=True)
class RawTable:
    """Text columns by contract name, Excel's row numbers, remarks (column, reason, count), rows with too many cells.

    `baris_judul` is Excel's number of the header row, `judul` the heading that stands for each column.
    """

    columns: dict[str, pa.Array]
    nomor_baris: npt.NDArray[np.int32]
    notes: list[tuple[str, str, int]] = field(default_factory=list)
    too_wide: npt.NDArray[np.intp] = field(default_factory=lambda: np.empty(0, dtype=np.intp))
    baris_judul: int = 1
    judul: dict[str, str] = field(default_factory=dict)
    lembar: str | None = None


def read_grid(content: bytes, contract: Contract, lembar: str | None = None, row: int | None = None) -> Grid:
    """The cells below the header of a CSV or Excel file, told apart by its first bytes. Raises IntakeError.

    `row` is Excel's number of the header row where a person has named it.
    """
    if content.startswith(EXCEL):
        return read_workbook(content, contract, lembar, row)
    return read_csv(content, contract, row)


def read_table(
    content: bytes, contract: Contract, lembar: str | None = None, row: int | None = None
) -> RawTable:  # fmt: skip
    """The known columns of a file, without empty rows and totals. Raises IntakeError when it cannot be taken."""
    grid = read_grid(content, contract, lembar, row)
    _no_stray_nik(grid)
    columns = {name: grid.column(index) for name, index in grid.header.positions.items()}
    notes = [*_header_notes(grid, contract), *grid.notes]
    empty = _empty_rows(columns, grid.rows)
    totals, numbering = _totals(grid, contract, columns), _numbering(grid)
    if len(totals):
        notes.append((WHOLE_FILE, "baris jumlah atau total dilewati", len(totals)))
    if len(numbering):
        notes.append((WHOLE_FILE, "baris nomor kolom di bawah judul dilewati", 1))
    keep = ~empty
    keep[totals] = keep[numbering] = False
    rows = np.flatnonzero(keep)
    if len(rows) < grid.rows:
        columns = {name: cells.take(pa.array(rows)) for name, cells in columns.items()}
    too_wide = np.flatnonzero(np.isin(rows, grid.too_wide)) if grid.too_wide else np.empty(0, dtype=np.intp)
    for name, text in contract.fixed.items():
        columns.setdefault(name, pa.array([text] * len(rows), pa.string()))
    judul = {name: grid.header.texts[index] for name, index in grid.header.positions.items()}
    numbers = (rows + grid.first_row).astype(np.int32)
    return RawTable(columns, numbers, notes, too_wide, grid.header.row + 1, judul, grid.lembar)


def _no_stray_nik(grid: Grid) -> None:
    """Raises IntakeError when a column that nobody asked for holds what may be NIK, save those known to be dropped."""
    for index in grid.header.missing_columns:
        if grid.header.keys[index] in _DROPPED:
            continue
        cells = grid.column(index)
        suspects = np.flatnonzero(pc.match_substring_regex(cells, _MAYBE).to_numpy(zero_copy_only=False))
        for row in suspects.tolist():
            if looks_like_nik(cells[row].as_py()):
                name = grid.header.texts[index] or f"ke-{index + 1}"
                raise IntakeError(
                    f"Kolom {name} (baris {row + grid.first_row}) berisi nomor 16 digit yang mungkin NIK, tetapi tidak "
                    "dipetakan sebagai NIK. Petakan kolom itu, atau hapus dari berkas."
                )


def _header_notes(grid: Grid, contract: Contract) -> list[tuple[str, str, int]]:
    there = {*grid.header.positions, *contract.fixed}
    absent = [
        column.header
        for column in contract.columns
        if column.name not in there and column.name != "kode_kelurahan" and not _inside(column, grid.header)
    ]
    notes = [(header, "kolom tidak ada di berkas; dianggap kosong", 1) for header in absent]
    return notes + [(header, "kolom tidak dikenal dan tidak disimpan", 1) for header in grid.header.ignored]


def _inside(column: Column, header: Header) -> bool:
    """Whether another column's heading says that it carries this one as well, as 'RT/RW' does."""
    index = header.positions.get(column.inside)
    return index is not None and column.name in key(header.texts[index])


def _blank(cells: pa.Array) -> npt.NDArray[np.bool_]:
    mask: npt.NDArray[np.bool_] = pc.equal(pc.utf8_trim_whitespace(cells), "").to_numpy(zero_copy_only=False)
    return mask


def _empty_rows(columns: dict[str, pa.Array], rows: int) -> npt.NDArray[np.bool_]:
    """Rows without any cell in a known column; most files need a look at one column only."""
    empty = np.ones(rows, dtype=bool)
    for cells in columns.values():
        empty &= _blank(cells)
        if not empty.any():
            break
    return empty


def _totals(grid: Grid, contract: Contract, columns: dict[str, pa.Array]) -> list[int]:
    """Rows that say 'Jumlah' or 'Total' somewhere and lack something that every data row has."""
    lacking = np.zeros(grid.rows, dtype=bool)
    for column in contract.columns:
        if isinstance(column.blank, Refusal) and column.name in columns:
            lacking |= _blank(columns[column.name])
    candidates = np.flatnonzero(lacking)
    return [row for row in candidates.tolist() if any(_TOTAL.fullmatch(tidy(cell)) for cell in grid.cells(row))]


def _numbering(grid: Grid) -> list[int]:
    """The row '(1) (2) (3) ...' that official tables have right below the header."""
    if not grid.rows:
        return []
    cells = [tidy(cell).strip("()") for cell in grid.cells(0) if tidy(cell)]
    return [0] if len(cells) >= 3 and cells == [str(n) for n in range(1, len(cells) + 1)] else []
