"""A file while it is being checked: raw cells, parsed columns, and what has been found wrong so far."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from jamsostek.intake.contract import Column, Context, Contract
from jamsostek.intake.errors import Noted, Refusal
from jamsostek.intake.parsers import Memo
from jamsostek.intake.pseudonym import PersonIndex
from jamsostek.intake.reading import RawTable

Positions = npt.NDArray[np.intp]
Mask = npt.NDArray[np.bool_]
Told = Callable[[str], None]
"""Is told the heading of each column before it is read."""


ROWS_NAMED = 20
"""So many row numbers are kept per reason; the list of refused rows has them all."""

_SPECIAL = frozenset({type(None), Refusal, Noted})


class Rejection(NamedTuple):
    """Why one row was refused; `kelas_nilai` never holds a personal value."""

    nomor_baris: int
    kolom: str
    kelas_nilai: str
    alasan: str


@dataclass(frozen=True)
class Finding:
    """How many rows share a reason, with the numbers of the first of them (none where it is about the file)."""

    kolom: str
    alasan: str
    jumlah: int
    baris: tuple[int, ...] = ()


def as_mask(values: pa.Array) -> Mask:
    """An Arrow comparison as a NumPy mask; unknown counts as false."""
    mask: Mask = pc.fill_null(values, False).to_numpy(zero_copy_only=False)
    return mask


class Sheet:
    """Parsed columns by name (`values`, one entry per row) and the findings of parsers and rules."""

    def __init__(self, raw: RawTable, contract: Contract, context: Context, told: Told = lambda _name: None) -> None:
        self.raw, self.contract, self.context = raw, contract, context
        self.nomor_baris = raw.nomor_baris
        self.refused: Mask = np.zeros(len(raw.nomor_baris), dtype=bool)
        self.rejections: list[Rejection] = []
        self._reasons: dict[tuple[str, str], list[Positions]] = {}
        self._notes: list[tuple[str, str, Positions]] = []
        self.values: dict[str, pa.Array] = {}
        for column in contract.columns:
            told(column.header)
            self.values[column.name] = self._parse(column)
        self.refuse(
            raw.too_wide, contract.columns[0], "isian lebih banyak daripada judul kolom; periksa pemisah di dalam isian"
        )

    def refuse(self, where: Mask | Positions, column: Column, reason: str, details: list[str] | None = None) -> None:
        """Refuse the rows of a mask or of positions. `details` lengthen the reason per row, not in the counts."""
        positions = np.flatnonzero(where) if where.dtype == bool else where
        cells = self.raw.columns.get(column.name)
        texts = [""] * len(positions) if cells is None else cells.take(pa.array(positions)).to_pylist()
        shown = Memo(lambda text: column.shown(text, self.context))
        for index, (position, text) in enumerate(zip(positions.tolist(), texts, strict=True)):
            detail = reason if details is None else details[index]
            number = int(self.nomor_baris[position])
            self.rejections.append(Rejection(number, column.header, str(shown[text] or "kosong"), detail))
        self.refused[positions] = True
        if len(positions):
            self._reasons.setdefault((column.header, reason), []).append(positions.astype(np.intp))

    def note(self, where: Mask | Positions, column: Column, reason: str) -> None:
        """Warn about rows that stay accepted (rows refused for another reason are not counted)."""
        positions = np.flatnonzero(where) if where.dtype == bool else where
        self._notes.append((column.header, reason, positions.astype(np.intp)))

    def reasons(self) -> list[Finding]:
        """Why rows were refused, most frequent first."""
        return self._findings(self._reasons)

    def warnings(self) -> list[Finding]:
        """Warnings about accepted rows, those about the file as a whole first, then most frequent first."""
        kept: dict[tuple[str, str], list[Positions]] = {}
        for header, reason, positions in self._notes:
            kept.setdefault((header, reason), []).append(positions[~self.refused[positions]])
        file_level = [Finding(header, reason, count) for header, reason, count in self.raw.notes]
        return file_level + self._findings(kept)

    def _findings(self, found: dict[tuple[str, str], list[Positions]]) -> list[Finding]:
        together = {name: np.concatenate(parts) for name, parts in found.items()}
        ranked = sorted(together.items(), key=lambda item: -len(item[1]))
        return [
            Finding(*name, len(rows), tuple(np.sort(self.nomor_baris[rows])[:ROWS_NAMED].tolist()))
            for name, rows in ranked
            if len(rows)
        ]

    def codes(self, name: str) -> npt.NDArray[np.int64]:
        """Equal numbers for equal parsed values of a column; -1 where there is none."""
        indices = self.values[name].dictionary_encode().indices
        numbers: npt.NDArray[np.int64] = indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
        return numbers

    def missing(self, name: str) -> Mask:
        """Rows in which the column holds no value."""
        mask: Mask = self.values[name].is_null().to_numpy(zero_copy_only=False)
        return mask

    def _parse(self, column: Column) -> pa.Array:
        """Parse each distinct cell text once, then spread the results over the rows."""
        cells = self.raw.columns.get(column.name)
        if cells is None:
            value = column.blank if isinstance(column.blank, bool) else None
            return pa.array([value] * len(self.nomor_baris), column.type)
        memo = column.bind(self.context)
        if not isinstance(memo, PersonIndex):
            return self._spread(column, memo, cells, None)
        known = memo.known(cells)
        others = known.is_null()
        if not known.null_count:
            return known
        rows = np.flatnonzero(others.to_numpy(zero_copy_only=False))
        return pc.replace_with_mask(known, others, self._spread(column, memo, cells.take(pa.array(rows)), rows))

    def _spread(self, column: Column, memo: Memo, cells: pa.Array, rows: Positions | None) -> pa.Array:
        """Parse each distinct text of the cells (those of `rows`, or of all rows) and give each cell its result."""
        encoded = cells.dictionary_encode()
        # to_pylist is five times faster here than to_numpy; the set of types spares most columns a second pass.
        results = list(map(memo.__getitem__, encoded.dictionary.to_pylist()))
        if not _SPECIAL.isdisjoint(map(type, results)):
            codes = encoded.indices.to_numpy(zero_copy_only=False)
            if remarks := _settle(results, column.blank):
                self._report(column, codes, remarks, rows)
        return pa.array(results, column.type).take(encoded.indices)

    def _report(
        self,
        column: Column,
        codes: npt.NDArray[np.int32],
        remarks: dict[int, Refusal | Noted],
        rows: Positions | None,
    ) -> None:
        """Turn remarks on distinct texts into findings on rows, one per reason, in order of the first row."""
        reasons = list(dict.fromkeys(remarks.values()))
        lookup = np.full(int(codes.max()) + 1, -1, dtype=np.int32)
        for code, remark in remarks.items():
            lookup[code] = reasons.index(remark)
        of_row = lookup[codes]
        for number, remark in enumerate(reasons):
            found = np.flatnonzero(of_row == number)
            found = found if rows is None else rows[found]
            if isinstance(remark, Refusal):
                self.refuse(found, column, remark.alasan)
            else:
                self.note(found, column, remark.alasan)


def _settle(results: list[object], blank: object) -> dict[int, Refusal | Noted]:
    """Replace what is blank, refused or noted by the value to keep, in place; returns the remarks by index."""
    remarks: dict[int, Refusal | Noted] = {}
    for index, found in enumerate(results):
        if type(found) not in _SPECIAL:
            continue
        result = blank if found is None else found
        if isinstance(result, Refusal | Noted):
            remarks[index] = result
        results[index] = result.nilai if isinstance(result, Noted) else None if isinstance(result, Refusal) else result
    return remarks
