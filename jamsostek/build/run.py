"""The build as a whole: lock, inputs, warehouse, swap."""

import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from jamsostek import settings
from jamsostek.build import effect, inputs, warehouse
from jamsostek.build.errors import BuildBusy, unwritable
from jamsostek.intake import memory

Progress = Callable[[float, str], None]


@dataclass(frozen=True)
class BuildReport:
    """What a build made: the file, its version, used batches, rows per mart, warnings (check, rows), seconds."""

    path: Path
    versi: str
    batches: tuple[str, ...]
    rows: dict[str, int]
    warnings: tuple[tuple[str, int], ...]
    seconds: float


def build(data_dir: Path | None = None, progress: Progress | None = None) -> BuildReport:
    """Build the served file from the batches below `data_dir` and swap it in; readers of the old one go on.

    `progress` is called with a fraction (0..1) and an Indonesian message. Equal batches give equal figures and an
    equal `versi`.

    Raises:
        BuildBusy: another build holds the lock (at once, without waiting).
        BuildError: a damaged batch, a failed blocking check or no room on the disk; nothing was replaced.
    """
    folder = data_dir or settings.data_dir()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".kunci-build", timeout=0):
            return _build(folder, progress or (lambda _fraction, _message: None))
    except Timeout:
        raise BuildBusy("Pembangunan data lain sedang berjalan. Tunggu sampai selesai, lalu coba lagi.") from None
    except OSError as error:
        raise unwritable(folder) from error


def _build(folder: Path, progress: Progress) -> BuildReport:
    start = time.perf_counter()
    # under the lock every temporary file belongs to a dead build
    for stale in folder.glob(".sementara-*"):
        _remove(stale)
    new, spill, target = folder / ".sementara-baru.duckdb", folder / ".sementara-tumpahan", folder / "jamsostek.duckdb"
    progress(0.0, "Membaca daftar batch")
    batches = inputs.read(folder / "batches")
    try:
        result = warehouse.fill(new, batches, spill, progress)
        progress(0.98, "Mengganti berkas data")
        with new.open("rb+") as file:
            os.fsync(file.fileno())
        if target.exists():
            effect.record(target, new, batches)
        # written beside the old file: a rename is atomic only within one file system
        new.replace(target)
        memory.sync_folder(folder)
    finally:
        for left in folder.glob(".sementara-*"):
            # what cannot be removed now is removed by the next build; the result of this one stands
            with suppress(OSError):
                _remove(left)
    progress(1.0, "Data siap")
    seconds = time.perf_counter() - start
    return BuildReport(target, result.versi, result.batches, result.rows, result.warnings, seconds)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
