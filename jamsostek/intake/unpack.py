"""What a workbook would become in memory, found out before anything is unpacked for good.

The reader allocates every cell of the rectangle that a sheet spans: a file of 5 kB with one cell in XFD1048576 asks for
512 GB and takes the whole process down. So the rectangle is measured first, on the streamed text of the sheet.
"""

import io
import re
import zipfile
from typing import IO

from jamsostek.intake.errors import IntakeError

LARGEST_UNPACKED = 2 * 1024**3
LARGEST_RATIO = 150
# A full sheet of a million rows and 57 columns; each cell takes 24 bytes in the reader alone.
MOST_CELLS = 60_000_000
_CHUNK, _OVERLAP = 8 * 1024**2, 64
_CELL = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_TOO_LARGE = "Berkas Excel terlalu besar setelah dibuka; bagi menjadi beberapa berkas atau simpan sebagai CSV."
_BROKEN = "Berkas Excel rusak, berkata sandi, atau bukan berkas Excel."
_ANOTHER_KIND = "Bentuk buku kerja ini tidak dibaca; simpan sebagai .xlsx (Buku Kerja Excel) atau .csv."


def measure(content: bytes) -> None:
    """Raises IntakeError when a zipped workbook is none, is damaged, or would take too much memory."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if "xl/workbook.xml" not in archive.namelist():
                raise IntakeError(_ANOTHER_KIND)
            unpacked = sum(entry.file_size for entry in entries)
            if unpacked > LARGEST_UNPACKED or unpacked > LARGEST_RATIO * max(len(content), 300_000):
                raise IntakeError(_TOO_LARGE)
            for entry in entries:
                if entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml"):
                    with archive.open(entry) as sheet:
                        _measure_sheet(sheet)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError, OSError, ValueError) as error:
        raise IntakeError(_BROKEN) from error


def _measure_sheet(sheet: IO[bytes]) -> None:
    columns: set[bytes] = set()
    last, tail = 0, b""
    while chunk := sheet.read(_CHUNK):
        found = _CELL.findall(tail + chunk)
        columns.update({letters for letters, _number in found})
        last = max([last, *(int(number) for _letters, number in found)])
        if last * max(map(_column_number, columns), default=0) > MOST_CELLS:
            raise IntakeError(_TOO_LARGE)
        tail = chunk[-_OVERLAP:]


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
