"""What both readers hand over: the header and, below it, cells as text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from jamsostek.intake.header import Header


@dataclass(frozen=True)
class Grid:
    """Cells below the header. `first_row` is Excel's number of the first of them.

    `column(i)` is a whole column as text, `cells(i)` a whole row; `too_wide` lists rows with more cells than headers.
    """

    header: Header
    rows: int
    first_row: int
    column: Callable[[int], pa.Array]
    cells: Callable[[int], Sequence[str]]
    notes: list[tuple[str, str, int]] = field(default_factory=list)
    too_wide: list[int] = field(default_factory=list)
    lembar: str | None = None
