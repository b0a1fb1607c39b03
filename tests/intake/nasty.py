"""Files made to hurt the reader. `python -m tests.intake.nasty` reads them all and prints one line for each."""

import io
import json
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping

from jamsostek.intake import IntakeError, check_content, recognise
from tests.berkas import buat, xls

SHEET, STRINGS, BOOK, RELS = (
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
)  # fmt: skip
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MEMORY = 4 * 1024**3
_MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_A1 = b'<row r="1"><c r="A1"><v>1</v></c></row>'
_ENTITIES = [b'<!ENTITY %c "%s">' % (at, b"&%c;" % (at - 1) * 20) for at in range(ord("b"), ord("k"))]
_LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha">' + b"".join(_ENTITIES) + b"]>"

Change = Callable[[bytes], bytes]


def good() -> bytes:
    """A workbook of three correct participants."""
    return buat.grid([buat.MEMBERS, *(buat.member(number) for number in (1, 2, 3))])


def patched(content: bytes, changes: Mapping[str, Change], extra: Mapping[str, bytes] = {}) -> bytes:
    """The workbook with some of its parts changed and others added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, changes.get(name, bytes)(old.read(name)))
        for name, part in extra.items():
            new.writestr(name, part)
    return target.getvalue()


def archive(parts: Mapping[str, bytes]) -> bytes:
    """A zip file of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return target.getvalue()


def sheet(rows: bytes, before: bytes = b"") -> bytes:
    """A workbook whose sheet holds these rows."""
    return patched(good(), {SHEET: lambda _old: _worksheet(rows, before)})


def _worksheet(rows: bytes, before: bytes = b"") -> bytes:
    return (
        b'<?xml version="1.0"?>'
        + before
        + b"<worksheet "
        + _MAIN
        + b"><sheetData>"
        + rows
        + b"</sheetData></worksheet>"
    )


def lying(name: str, tail: bytes) -> bytes:
    """A workbook one of whose parts goes on after the size (and for the checksum that) it declares."""
    content = patched(good(), {})
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        whole = old.read(name)
    longer = bytearray(patched(content, {name: lambda part: part + tail}))
    real, false = struct.pack("<II", zlib.crc32(whole + tail), 0), struct.pack("<II", zlib.crc32(whole), 0)
    size, declared = struct.pack("<I", len(whole + tail)), struct.pack("<I", len(whole))
    made = longer.replace(real[:4], false[:4]).replace(size, declared)
    assert made != longer
    return bytes(made)


def _large_sheets() -> Iterator[tuple[str, bytes]]:
    last = b'<row r="1048576">%s</row>'
    for name, cell in {
        "quotes": b"<c r='XFD1048576'><v>1</v></c>", "double quotes": b'<c r="XFD1048576"><v>1</v></c>',
        "spaces": b'<c r = "XFD1048576"><v>1</v></c>', "small letters": b'<c r="xfd1048576"><v>1</v></c>',
        "another attribute first": b'<c s="0" r="XFD1048576"><v>1</v></c>', "no place": b"<c><v>1</v></c>" * 16384,
        "a sign in an attribute": b'<c t=">" r="XFD1048576"><v>1</v></c>',
    }.items():  # fmt: skip
        yield f"far cell, {name}", sheet(_A1 + last % cell)
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    prefixed = re.sub(rb"<(/?)(?=[a-z])", rb"<\1x:", _worksheet(_A1 + far)).replace(b"xmlns=", b"xmlns:x=")
    yield "far cell, prefix", patched(good(), {SHEET: lambda _old: prefixed})
    yield "row without end", sheet(_A1 + b'<row r="4294967295"><c r="A4294967295"><v>1</v></c></row>')
    yield "column without end", sheet(_A1 + b'<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>')
    hidden = patched(good(), {RELS: lambda old: old.replace(b"worksheets/sheet1.xml", b"media/image1.png")},
                     {"xl/media/image1.png": _worksheet(_A1 + far)})  # fmt: skip
    yield "sheet named as a picture", hidden
    yield "sheet in another folder", patched(
        good(), {RELS: lambda old: old.replace(b"worksheets/sheet1.xml", b"sheet.xml")},
        {"xl/sheet.xml": _worksheet(_A1 + far)})  # fmt: skip
    yield "far cell behind the declared size", lying(SHEET, b" " * 9_000_000 + far)


def _bombs() -> Iterator[tuple[str, bytes]]:
    yield "ratio", patched(good(), {STRINGS: lambda old: old + b" " * 120_000_000})
    yield "strings behind the declared size", lying(STRINGS, b" " * 120_000_000)
    yield (
        "declared larger than it is",
        patched(good(), {}).replace(
            struct.pack("<I", len(zipfile.ZipFile(io.BytesIO(good())).read(SHEET))), struct.pack("<I", 2**31)
        ),
    )
    nine = {name: lambda old: old.replace(b"<sst", _LAUGHS + b"<sst").replace(b"</t>", b"&j;</t>", 3)
            for name in (STRINGS,)}  # fmt: skip
    yield "laughs in strings", patched(good(), nine)
    yield (
        "laughs in the workbook",
        patched(
            good(), {BOOK: lambda old: old.replace(b"<workbook", _LAUGHS + b"<workbook").replace(b'"Data"', b'"&j;"')}
        ),
    )
    yield "laughs in the sheet", sheet(b'<row><c t="inlineStr"><is><t>&j;</t></is></c></row>', _LAUGHS)
    yield "deep nesting", sheet(b"<row><c>" + b"<a>" * 200_000 + b"</a>" * 200_000 + b"</c></row>")
    yield "tag without end", sheet(b'<row r="1"><c r="' + b"A" * 3_000_000)


def _strange() -> Iterator[tuple[str, bytes]]:
    yield "docx", archive({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"})
    yield "ods", archive({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<x/>"})
    yield "xlsb", archive({"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b"\x83\x01\x00"})
    yield "jar", archive({"META-INF/MANIFEST.MF": b"Manifest-Version: 1.0\n", "A.class": b"\xca\xfe\xba\xbe"})
    yield "zip within a zip", archive({"daftar.xlsx": good()})
    yield "empty zip", b"PK\x05\x06" + bytes(18)
    yield "no sheets", patched(good(), {BOOK: lambda old: re.sub(rb"<sheets>.*</sheets>", b"<sheets/>", old)})
    yield "string that is not there", sheet(b'<row r="1"><c r="A1" t="s"><v>4294967295</v></c></row>')
    yield "numbers out of range", sheet(b'<row r="1"><c r="A1"><v>1e999</v></c><c r="B1" t="d"><v>9-9-9</v></c></row>')
    chance = random.Random(7)
    table = [buat.MEMBERS, buat.member(1)]
    yield "far cell in .xls", xls.book(table, far=(65_535, 65_535))
    yield "huge size announced in .xls", xls.book(table, announced=(2**32 - 1, 65_535))
    yield "endless directory in .xls", xls.container(b"", loop=True)
    yield "a sheet of .xls beyond the end", xls.book(table, beyond=100_000)
    yield ".xls cut off", xls.book(table)[:2000]
    for number in range(30):
        yield f"garbage as .xls {number}", OLE + chance.randbytes(3000)
    yield "one field without end", b'"' + b"a;" * 2_000_000
    yield "a million cells in a row", b";" * 1_000_000 + b"\n1;2"
    yield "a page named .xls", b"<html><table><tr><td>NIK</td><td>STATUS</td></tr></table></html>"
    yield "binary", bytes(range(256)) * 100


def refused() -> dict[str, bytes]:
    """Every nasty file that must be refused, by name."""
    return dict([*_large_sheets(), *_bombs(), *_strange()])


def harmless() -> dict[str, bytes]:
    """Strange files that hold three correct rows all the same."""
    linked = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    many = {f"xl/media/{number}.txt": b"x" for number in range(20_000)}
    unplaced = patched(good(), {SHEET: lambda old: re.sub(rb'<(c|row) r="\w+"', rb"<\1", old)})
    return {"many parts": patched(good(), {}, many), "relations": patched(good(), {}, {"xl/x.rels": linked}),
            "cells without places": unplaced}  # fmt: skip


def outcome(content: bytes) -> str:
    """'diterima' or the message; whatever else happens is the caller's to see."""
    try:
        recognise(content, "a.xlsx")
        return f"diterima {check_content(content, 'a.xlsx', jenis='peserta', bulan='2023-06').baris_diterima}"
    except IntakeError as error:
        return str(error)


if __name__ == "__main__":
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    found = {name: outcome(content) for name, content in (refused() | harmless()).items()}
    print(json.dumps(found))  # noqa: T201
