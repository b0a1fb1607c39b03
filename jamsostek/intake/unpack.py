"""What a workbook would become in memory, found out before anything is unpacked for good.

The reader allocates every cell of the rectangle that a sheet spans: a file of 5 kB with one cell in XFD1048576 asks for
512 GB and takes the whole process down. So the rectangle is measured first, on the streamed text of the sheet.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import IO

from jamsostek.intake import legacy
from jamsostek.intake.errors import IntakeError
from jamsostek.intake.extent import Extent, parsed_extent, scanned_extent

LARGEST_UNPACKED = 2 * 1024**3
LARGEST_RATIO = 150
# A full sheet of a million rows and 57 columns; each cell takes 24 bytes in the reader alone. Sheets that are nearly
# empty are rarely meant to be so large: a stray cell in the last row of 20 columns still passes.
MOST_CELLS, MOST_CELLS_IF_SPARSE, SPARSE = 60_000_000, 21_000_000, 20
BROKEN = "Berkas Excel rusak, berkata sandi, atau bukan berkas Excel."
_TOO_LARGE = "Berkas Excel terlalu besar setelah dibuka; bagi menjadi beberapa berkas atau simpan sebagai CSV."
_ANOTHER_KIND = "Bentuk buku kerja ini tidak dibaca; simpan sebagai .xlsx (Buku Kerja Excel) atau .csv."
_SHEET_DATA = re.compile(rb"<(?:[\w.-]+:)?sheetData")
_CHUNK, _LONGEST_TAG, _OVERLAP = 8 * 1024**2, 1024**2, 300


def measure(content: bytes) -> None:
    """Raises IntakeError when a workbook (.xlsx or .xls) is none, is damaged, or would take too much memory."""
    try:
        if content.startswith(legacy.MAGIC):
            _within_memory(legacy.extent(content))
            return
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _measure(archive, len(content))
    except IntakeError:
        raise
    except Exception as error:  # zipfile, zlib, lzma, struct and expat each raise exceptions of their own
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
        _within_memory(total)


def _within_memory(extent: Extent) -> None:
    if extent.rectangle > (MOST_CELLS_IF_SPARSE if extent.rectangle > SPARSE * extent.cells else MOST_CELLS):
        raise IntakeError(_TOO_LARGE)


def _extent(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Extent:
    """The extent of any entry, not only of those in xl/worksheets: the workbook says which of them is a sheet."""
    declared = entry.file_size
    # The reader unpacks to the end whatever size is declared, so the end is looked at here as well.
    entry.file_size = LARGEST_UNPACKED
    if not entry.filename.lower().endswith(".xml"):
        with archive.open(entry) as stream:
            return _no_sheet(_chunks(stream, declared))
    with archive.open(entry) as stream:
        extent = scanned_extent(_whole_tags(_chunks(stream, declared)))
    if extent is not None:
        return extent
    with archive.open(entry) as stream:
        return parsed_extent(_chunks(stream, declared))


def _chunks(stream: IO[bytes], declared: int) -> Iterator[bytes]:
    seen = 0
    while chunk := stream.read(_CHUNK):
        seen += len(chunk)
        if seen > declared:
            raise IntakeError(BROKEN)
        yield chunk


def _whole_tags(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, cut before a tag instead of within it."""
    rest = b""
    for chunk in chunks:
        piece = rest + chunk
        begin = piece.rfind(b"<")
        cut = begin if begin >= 0 and piece.find(b">", begin) < 0 else len(piece)
        rest = piece[cut:]
        if len(rest) > _LONGEST_TAG:
            raise IntakeError(BROKEN)
        yield piece[:cut]
    yield rest


def _no_sheet(chunks: Iterable[bytes]) -> Extent:
    """Raises IntakeError where a sheet stands under a name that none would have (an image, a printer's settings)."""
    tail = b""
    for chunk in chunks:
        if _SHEET_DATA.search(tail + chunk):
            raise IntakeError(_ANOTHER_KIND)
        tail = chunk[-_OVERLAP:]
    return Extent()
