"""Workbooks of Excel 97-2003 (.xls), looked at before the reader sees them.

The reader follows chains of sectors without counting, so a chain that bites its own tail never ends, and it allocates
the rectangle that a sheet spans, whatever columns the file names. Layout: [MS-CFB] and [MS-XLS].
"""

import struct
from collections.abc import Iterator

from jamsostek.intake.extent import Extent

MAGIC = b"\xd0\xcf\x11\xe0"
_HEADER, _ENTRY, _DIFAT_IN_HEADER = 512, 128, 109
_LAST_SECTOR = 0xFFFFFFFA  # numbers from here on are marks, such as the end of a chain
_BEGIN, _DIMENSIONS, _MANY = 0x0809, 0x0200, (0x00BD, 0x00BE)
_CELLS = frozenset({0x0006, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, *_MANY})
_ROWS, _COLUMNS = 65_536, 256


def extent(content: bytes) -> Extent:
    """The extent of all sheets. Raises ValueError, IndexError or struct.error when the file is damaged."""
    cells = rectangle = last = widest = 0
    for kind, data in _records(_workbook(content)):
        if kind == _BEGIN:
            rectangle, last, widest = rectangle + last * widest, 0, 0
        elif kind == _DIMENSIONS:
            # The reader makes room for what this record announces; before Excel 97 rows had two bytes.
            first, rows, left, columns = struct.unpack_from("<IIHH" if len(data) >= 12 else "<HHHH", data)
            if first > rows or left > columns:
                raise ValueError("less than nothing announced")
            _within(rows, columns)
        elif kind in _CELLS:
            row, column = struct.unpack_from("<HH", data)
            column = struct.unpack_from("<H", data, len(data) - 2)[0] if kind in _MANY else column
            _within(row + 1, column + 1)
            cells, last, widest = cells + 1, max(last, row + 1), max(widest, column + 1)
    return Extent(cells, rectangle + last * widest)


def _within(rows: int, columns: int) -> None:
    if rows > _ROWS or columns > _COLUMNS:
        raise ValueError("beyond the last row or column of the format")


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _workbook(content: bytes) -> bytes:
    """The stream that holds the workbook."""
    shift, mini_shift = struct.unpack_from("<HH", content, 30)
    directory, cutoff, first_mini = struct.unpack_from("<I4xII", content, 48)
    if shift not in (9, 12) or mini_shift != 6:
        raise ValueError("unusual sectors")
    size = 1 << shift
    # Sector 0 follows the header, which fills a whole sector.
    body = content[max(_HEADER, size) :]
    fat = _numbers(b"".join(body[number * size :][:size] for number in _fat_sectors(content, body, size)))
    entries = _stream(body, size, fat, directory)
    if len(entries) % _ENTRY:
        raise ValueError("directory cut off")
    root, found = entries[:_ENTRY], None
    for at in range(0, len(entries), _ENTRY):
        entry = entries[at : at + _ENTRY]
        name = entry[: max(struct.unpack_from("<H", entry, 64)[0] - 2, 0)].decode("utf-16-le", "replace")
        if name == "Workbook" or (name == "Book" and found is None):
            found = entry
    mini_fat = _numbers(_stream(body, size, fat, first_mini))
    mini = _stream(body, size, fat, struct.unpack_from("<I", root, 116)[0])
    if found is None:
        raise ValueError("no workbook")
    start, length = struct.unpack_from("<II", found, 116)
    whole = _stream(mini, 1 << mini_shift, mini_fat, start) if length < cutoff else _stream(body, size, fat, start)
    return whole[:length]


def _fat_sectors(content: bytes, body: bytes, size: int) -> list[int]:
    numbers = list(struct.unpack_from(f"<{_DIFAT_IN_HEADER}I", content, 76))
    following, seen = struct.unpack_from("<I", content, 68)[0], 0
    while following < _LAST_SECTOR:
        seen += 1
        if seen > len(body) // size:
            raise ValueError("endless chain")
        *more, following = _numbers(body[following * size :][:size])
        numbers += more
    used = [number for number in numbers if number < _LAST_SECTOR]
    if any((number + 1) * size > len(body) for number in used):
        raise ValueError("sector outside the file")
    return used


def _stream(body: bytes, size: int, fat: tuple[int, ...], start: int) -> bytes:
    """The sectors of one chain."""
    parts: list[bytes] = []
    while start < _LAST_SECTOR:
        if len(parts) > len(fat):
            raise ValueError("endless chain")
        parts.append(body[start * size :][:size])
        start = fat[start]
    return b"".join(parts)


def _numbers(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])
