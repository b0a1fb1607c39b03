"""Send example files through intake: checked side by side, committed one after another in their order."""

import tempfile
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import openpyxl
import pyarrow as pa
from pyarrow import csv as arrow_csv

from jamsostek import formats, intake
from jamsostek.intake.helper import Helper, helpers
from jamsostek.sample import waktu
from jamsostek.sample.berkas import Berkas

AHEAD = 30
"""Files written and not yet committed: enough to keep both helpers busy, some 80 MB on disk."""

JENIS = {"peserta": "peserta", "tenaga_kerja": "tenaga kerja", "pemberi_kerja": "pemberi kerja", "klaim": "klaim",
         "target": "target"}  # fmt: skip

Progress = Callable[[float, str], None]
Pending = deque[tuple[Berkas, Path, Future[intake.Checked]]]


def send(files: Iterable[Berkas], batches: Path, oleh: str, progress: Progress) -> None:
    """Write each file to a temporary folder, import it as an example, delete it. Raises IntakeError."""
    pending: Pending = deque()
    with (
        tempfile.TemporaryDirectory(prefix="contoh-") as folder,
        helpers(2) as (for_lists, for_rest),
        ThreadPoolExecutor(1) as lists,
        ThreadPoolExecutor(1) as rest,
    ):
        for berkas in files:
            path = Path(folder) / berkas.nama
            write(berkas.tabel, path)
            # One helper for the lists, the other for participants: few persons are then pseudonymised in both.
            lane, helper = (lists, for_lists) if berkas.jenis == "tenaga_kerja" else (rest, for_rest)
            pending.append((berkas, path, lane.submit(_check, helper, path, berkas)))
            while len(pending) > AHEAD:
                _commit(pending, batches, oleh, progress)
        while pending:
            _commit(pending, batches, oleh, progress)


def _check(helper: Helper, path: Path, berkas: Berkas) -> intake.Checked:
    checked: intake.Checked = helper.ask("check_file", path, jenis=berkas.jenis, bulan=berkas.bulan)
    return checked


def write(table: pa.Table, path: Path) -> None:
    """Write a table of texts as CSV, or as a workbook with title rows above the header as offices make them."""
    if path.suffix == ".csv":
        arrow_csv.write_csv(table, path)
        return
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Data")
    sheet.append(["DATA CONTOH - SEMUA ISI SINTETIS"])
    sheet.append([])
    sheet.append(table.column_names)
    for row in zip(*(column.to_pylist() for column in table.columns), strict=True):
        sheet.append(row)
    book.save(path)


def _commit(pending: Pending, batches: Path, oleh: str, progress: Progress) -> None:
    berkas, path, future = pending.popleft()
    intake.commit(future.result(), batches=batches, oleh=oleh, contoh=True)
    path.unlink()
    progress(_share(berkas), f"Mengimpor data contoh: {_label(berkas)}")


def _share(berkas: Berkas) -> float:
    """Files come in order of month, so the month says how far it is."""
    if berkas.bulan is None:
        return 1.0
    return (waktu.bulan(berkas.bulan.year, berkas.bulan.month) + 3) / (waktu.LAST + 3)


def _label(berkas: Berkas) -> str:
    name = JENIS[berkas.jenis]
    return name if berkas.bulan is None else f"{name} {formats.bulan_panjang(berkas.bulan)}"
