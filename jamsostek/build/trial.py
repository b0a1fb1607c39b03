"""A build for looking only: the figures as they would be with other batches, in a file that nobody is served."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from jamsostek.build import warehouse
from jamsostek.intake import Manifest

Progress = Callable[[float, str], None]


@contextmanager
def trial(batches: Sequence[Manifest], progress: Progress) -> Iterator[Path]:
    """The file built from exactly these batches; gone afterwards.

    Raises BuildError as the real build would: a damaged batch or a failed blocking check.
    """
    with tempfile.TemporaryDirectory(prefix="jamsostek-coba-") as folder:
        file = Path(folder) / "coba.duckdb"
        ordered = sorted(batches, key=lambda manifest: manifest.urutan)
        warehouse.fill(file, ordered, Path(folder) / "tumpahan", progress)
        yield file
