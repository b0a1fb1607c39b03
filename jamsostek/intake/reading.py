"""From the bytes of a file to text columns by name, without empty rows, totals and column numbers."""

import re
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from jamsostek.intake.contract import Contract
from jamsostek.intake.csvfile import read_csv
from jamsostek.intake.errors import Refusal
from jamsostek.intake.grid import Grid
from jamsostek.intake.texts import tidy
from jamsostek.intake.workbook import read_workbook

_TOTAL = re.compile(
    r"(sub|grand)?\s*-?(jumlah|total)(\s+(keseluruhan|seluruhnya|semua|akhir|data|baris|peserta|orang|pekerja))?\s*[:=]?",
    re.IGNORECASE,
)
_EXCEL = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
WHOLE_FILE = "(berkas)"


@dataclass(frozen=True)
class RawTable:
    """Text columns by contract name, Excel's row numbers, remarks (column, reason, count), rows with too many cells."""

    columns: dict[str, pa.Array]
    nomor_baris: npt.NDArray[np.int32]
    notes: list[tuple[str, str, int]] = field(default_factory=list)
    too_wide: npt.NDArray[np.intp] = field(default_factory=lambda: np.empty(0, dtype=np.intp))


def read_table(content: bytes, contract: Contract, lembar: str | None = None) -> RawTable:
    """Read a CSV or Excel file, told apart by its first bytes. Raises IntakeError when it cannot be taken."""
    grid = read_workbook(content, contract, lembar) if content.startswith(_EXCEL) else read_csv(content, contract)
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
    return RawTable(columns, (rows + grid.first_row).astype(np.int32), notes, too_wide)


def _header_notes(grid: Grid, contract: Contract) -> list[tuple[str, str, int]]:
    absent = [c.header for c in contract.columns if c.name not in grid.header.positions and c.name != "kode_kelurahan"]
    notes = [(header, "kolom tidak ada di berkas; dianggap kosong", 1) for header in absent]
    return notes + [(header, "kolom tidak dikenal dan tidak disimpan", 1) for header in grid.header.ignored]


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
