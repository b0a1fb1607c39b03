"""What a workbook would become in memory, found out before anything is unpacked for good.

The reader allocates every cell of the rectangle that a sheet spans: a file of 5 kB with one cell in XFD1048576 asks for
512 GB and takes the whole process down. So the rectangle is measured first, on the streamed text of the sheet.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import IO

from jamsostek.intake.errors import IntakeError
from jamsostek.intake.extent import Extent, IrregularSheet, parsed_extent, scanned_extent

LARGEST_UNPACKED = 2 * 1024**3
LARGEST_RATIO = 150
# A full sheet of a million rows and 57 columns; each cell takes 24 bytes in the reader alone. A sheet that is nearly
# empty is rarely meant to be so large: one stray cell at the very bottom of 20 columns still passes.
MOST_CELLS, MOST_CELLS_WHEN_SPARSE, SPARSE = 60_000_000, 21_000_000, 20
_TOO_LARGE = "Berkas Excel terlalu besar setelah dibuka; bagi menjadi beberapa berkas atau simpan sebagai CSV."
BROKEN = "Berkas Excel rusak, berkata sandi, atau bukan berkas Excel."
_ANOTHER_KIND = "Bentuk buku kerja ini tidak dibaca; simpan sebagai .xlsx (Buku Kerja Excel) atau .csv."
_SHEET_DATA = re.compile(rb"<(?:[\w.-]+:)?sheetData\b")
_CHUNK, _LONGEST_TAG = 8 * 1024**2, 64 * 1024


def measure(content: bytes) -> None:
    """Raises IntakeError when a zipped workbook is none, is damaged, or would take too much memory."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _measure(archive, len(content))
    except IntakeError:
        raise
    except Exception as error:  # zipfile, zlib, lzma, struct and expat each have exceptions of their own
        raise IntakeError(BROKEN) from error


def _measure(archive: zipfile.ZipFile, size: int) -> None:
    entries = archive.infolist()
    if "xl/workbook.xml" not in archive.namelist():
        raise IntakeError(_ANOTHER_KIND)
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > LARGEST_UNPACKED or unpacked > LARGEST_RATIO * max(size, 300_000):
        raise IntakeError(_TOO_LARGE)
    total = Extent()
    for entry in entries:
        total += _extent(archive, entry)
        sparse = total.rectangle > SPARSE * total.cells
        if total.rectangle > (MOST_CELLS_WHEN_SPARSE if sparse else MOST_CELLS):
            raise IntakeError(_TOO_LARGE)


def _extent(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Extent:
    """The extent of an entry, whatever its name says: the workbook may call any entry a sheet."""
    declared = entry.file_size
    # The reader unpacks to the end whatever size is declared, so the end must be seen here as well.
    entry.file_size = LARGEST_UNPACKED
    is_xml = entry.filename.lower().endswith(".xml")
    try:
        with archive.open(entry) as stream:
            return scanned_extent(_tags(stream, declared, is_xml=is_xml)) if is_xml else _read_through(stream, declared)
    except IrregularSheet:
        with archive.open(entry) as stream:
            return parsed_extent(stream)


def _chunks(stream: IO[bytes], declared: int) -> Iterator[bytes]:
    seen = 0
    while chunk := stream.read(_CHUNK):
        seen += len(chunk)
        if seen > declared:
            raise IntakeError(BROKEN)
        yield chunk
