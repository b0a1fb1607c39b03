"""The smallest workbook of Excel 97-2003, made by hand: no library at hand writes .xls."""

import struct
from collections.abc import Sequence

SECTOR, FREE, END, FAT = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_GLOBALS, _SHEET = 0x0005, 0x0010


def book(
    rows: Sequence[Sequence[str | float]], *, far: tuple[int, int] | None = None,
    announced: tuple[int, int] | None = None, beyond: int = 0,
) -> bytes:  # fmt: skip
    """One sheet 'Data' with these rows.

    `far` adds a cell there, `announced` is the size the sheet claims to have, `beyond` moves where it claims to begin.
    """
    height, width = announced or (len(rows), max(map(len, rows), default=0))
    cells = b"".join(_cell(row, column, value) for row, line in enumerate(rows) for column, value in enumerate(line))
    if far:
        cells += _cell(*far, 1.0)
    size = _record(0x0200, struct.pack("<IIHHH", 0, height, 0, width, 0))
    sheet = _begin(_SHEET) + size + cells + _record(0x000A)
    name = struct.pack("<BBBB", 0, 0, 4, 0) + b"Data"
    start = len(_begin(_GLOBALS)) + 8 + len(name) + 4 + beyond
    whole = _begin(_GLOBALS) + _record(0x0085, struct.pack("<I", start) + name) + _record(0x000A) + sheet
    return container(whole)


def container(stream: bytes, *, loop: bool = False) -> bytes:
    """A compound file with the stream 'Workbook'; with `loop` the directory never ends."""
    sectors = max(-(-len(stream) // SECTOR), 8)  # at least 4,096 bytes, or it would belong to the mini stream
    chain = [FAT, 1 if loop else END, *range(3, sectors + 2), END]
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(SECTOR, b"\xff")
    assert len(table) == SECTOR
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0) + struct.pack("<I", 0).ljust(436, b"\xff")
    directory = _entry("Root Entry", 5, END, 0) + _entry("Workbook", 2, 2, sectors * SECTOR)
    return header + table + directory.ljust(SECTOR, b"\0") + stream.ljust(sectors * SECTOR, b"\0")


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    child = 1 if kind == 5 else FREE
    return (text.ljust(64, b"\0") + struct.pack("<HBBIII", len(text), kind, 1, FREE, FREE, child)
            + bytes(36) + struct.pack("<IQ", start, size))  # fmt: skip


def _record(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _begin(what: int) -> bytes:
    return _record(0x0809, struct.pack("<HHHHII", 0x0600, what, 0x0DBB, 0x07CC, 0, 0x0600))


def _cell(row: int, column: int, value: str | float) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if isinstance(value, float):
        return _record(0x0203, place + struct.pack("<d", value))
    return _record(0x0204, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
