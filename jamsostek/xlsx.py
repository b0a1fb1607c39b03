"""Workbooks for people: finished sheets with a header that stays and prints, and a sheet that says what they hold.

Texts are written as texts, never as formulas, links or numbers: a NIK keeps its digits, '=HYPERLINK(…)' stays harmless.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_WIDEST = 60
KETERANGAN = "Keterangan"
MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Lembaran:
    """One sheet: its name (at most 31 characters), its headings, its rows.

    A cell is a text, a number, a date, a truth value (written Y or T) or None (left empty). `persen` names the columns
    that hold ratios.
    """

    nama: str
    kolom: Sequence[str]
    baris: Iterable[Sequence[object]]
    persen: frozenset[str] = frozenset()


def buku(lembaran: Sequence[Lembaran], keterangan: Mapping[str, str]) -> bytes:
    """The workbook as bytes: the sheets, then a sheet of what they are about (title, month, place, source, status)."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, OPTIONS) as book:
        formats = {
            "judul": book.add_format(
                {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#F2F2F2"}
            ),
            "tanggal": book.add_format({"num_format": "dd-mm-yyyy", "align": "left"}),
            "jumlah": book.add_format({"num_format": "#,##0"}),
            "pecahan": book.add_format({"num_format": "#,##0.00"}),
            "persen": book.add_format({"num_format": "0.0%"}),
        }
        for lembar in lembaran:
            _sheet(book.add_worksheet(lembar.nama[:31]), lembar, formats)
        notes = Lembaran(KETERANGAN, ("Hal", "Isi"), keterangan.items())
        _sheet(book.add_worksheet(KETERANGAN), notes, formats)
    return target.getvalue()


def _sheet(sheet: Worksheet, lembar: Lembaran, formats: Mapping[str, Format]) -> None:
    widths = [len(name) for name in lembar.kolom]
    sheet.write_row(0, 0, lembar.kolom, formats["judul"])
    last = 0
    for last, row in enumerate(lembar.baris, start=1):
        for index, value in enumerate(row):
            _cell(sheet, last, index, value, formats, ratio=lembar.kolom[index] in lembar.persen)
            widths[index] = max(widths[index], len(str(value or "")))
    for index, width in enumerate(widths):
        sheet.set_column(index, index, min(width, _WIDEST) + 2)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(lembar.kolom) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _cell(
    sheet: Worksheet, row: int, column: int, value: object, formats: Mapping[str, Format], *, ratio: bool
) -> None:
    if value is None or value != value:  # NaN differs from itself
        return
    if isinstance(value, bool):
        sheet.write_string(row, column, "Y" if value else "T")
    elif isinstance(value, int | float):
        whole = isinstance(value, int) or value.is_integer()
        sheet.write_number(row, column, value, formats["persen" if ratio else "jumlah" if whole else "pecahan"])
    elif isinstance(value, datetime):
        sheet.write_string(row, column, value.isoformat(sep=" ", timespec="minutes"))
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value, formats["tanggal"])
    else:
        sheet.write_string(row, column, str(value))
