"""Empty workbooks to fill in, one per kind of file, made from its contract so that template and check agree."""

import io
from collections.abc import Mapping

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from jamsostek import theme, xlsx
from jamsostek.intake.contract import Column, Contract
from jamsostek.intake.isian import format_angka, keharusan, pilihan, setempat, validasi
from jamsostek.intake.kinds import contract_for
from jamsostek.intake.petunjuk import tulis_petunjuk
from jamsostek.intake.places import load_places

DATA, DAFTAR = "Data", "Daftar"
# 0-based rows of the sheet Data. The example stands above the header, where nothing is ever imported.
_TITLE, _EXAMPLE, _HEADER, _FIRST = 0, 1, 2, 3
_LAST = 99_999  # more rows than the city has participants; validations are ranges, so this costs nothing
_NARROWEST, _WIDEST = 10, 40

Choices = Mapping[str, Mapping[str, list[str]]]


def templat(jenis: str) -> bytes:
    """The template of one kind of file as an XLSX workbook: sheets Data, Petunjuk, and Daftar (the lists).

    Raises IntakeError for an unknown kind.
    """
    places = load_places()
    contract = setempat(contract_for(jenis), places)
    choices = {column.name: pilihan(column, places) for column in contract.columns}
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, xlsx.OPTIONS) as book:
        book.set_properties({"title": f"Templat {jenis}"})
        data = book.add_worksheet(DATA)
        tulis_petunjuk(book, contract, choices)
        ranges = _write_lists(book, contract, choices)
        _write_data(book, data, contract, ranges)
    return target.getvalue()


def _write_lists(book: Workbook, contract: Contract, choices: Choices) -> dict[str, str]:
    """One column per list, shared by columns with the same choices; returns the range of each column's list."""
    sheet = book.add_worksheet(DAFTAR)
    heading = book.add_format({"bold": True, "bottom": 1})
    headers: dict[tuple[str, ...], list[Column]] = {}
    for column in contract.columns:
        if choices[column.name]:
            headers.setdefault(tuple(choices[column.name]), []).append(column)
    ranges: dict[str, str] = {}
    for index, (words, columns) in enumerate(headers.items()):
        # Not the bare header: a row of headers would look like a sheet of data.
        title = f"Pilihan {', '.join(column.header for column in columns)}"
        sheet.write_string(0, index, title, heading)
        for row, word in enumerate(words, start=1):
            sheet.write_string(row, index, word)
        sheet.set_column(index, index, max(len(title), *map(len, words)) + 2)
        area = f"={DAFTAR}!{xl_range_abs(1, index, len(words), index)}"
        ranges |= {column.name: area for column in columns}
    sheet.freeze_panes(1, 0)
    return ranges


def _write_data(book: Workbook, sheet: Worksheet, contract: Contract, ranges: Mapping[str, str]) -> None:
    _write_title(book, sheet, contract)
    example = book.add_format({"italic": True, "font_color": theme.TEKS_KEDUA, "num_format": "@"})
    heads = _header_formats(book)
    for index, column in enumerate(contract.columns):
        width = min(max(len(column.header), len(column.contoh), _NARROWEST), _WIDEST) + 2
        cells = book.add_format({"num_format": format_angka(column)})
        sheet.set_column(index, index, width + (0 if index else len("Contoh: ")), cells)
        sheet.write_string(_EXAMPLE, index, column.contoh if index else f"Contoh: {column.contoh}", example)
        must = keharusan(column, contract)
        sheet.write_string(_HEADER, index, column.header, heads[_rank(column, contract)])
        sheet.write_comment(_HEADER, index, f"{must[:1].upper()}{must[1:]}. {column.arti}", {"x_scale": 2})
        if rule := validasi(column, ranges.get(column.name)):
            sheet.data_validation(_FIRST, index, _LAST, index, rule)
    _set_up(sheet)


def _write_title(book: Workbook, sheet: Worksheet, contract: Contract) -> None:
    """One merged row that says where to write and what the colours of the header mean."""
    either = "biru muda salah satu wajib, " if contract.any_of else ""
    title = (
        f"Templat {contract.jenis}: isi mulai baris 4. Baris 2 hanya contoh dan tidak dibaca. "
        f"Judul biru tua wajib, {either}abu-abu boleh kosong; keterangannya di lembar Petunjuk."
    )
    form = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter"})
    sheet.merge_range(_TITLE, 0, _TITLE, len(contract.columns) - 1, title, form)
    sheet.set_row(_TITLE, 36)


def _header_formats(book: Workbook) -> dict[str, Format]:
    base = {"bold": True, "border": 1, "border_color": theme.GARIS_SUMBU, "num_format": "@"}
    return {
        "wajib": book.add_format(base | {"bg_color": theme.NAVY, "font_color": theme.PUTIH}),
        "salah_satu": book.add_format(base | {"bg_color": theme.KELAS_PESERTA[1].isi}),
        "opsional": book.add_format(base | {"bg_color": theme.SEKITAR}),
    }


def _rank(column: Column, contract: Contract) -> str:
    if any(column.name in group for group in contract.any_of):
        return "salah_satu"
    return "wajib" if column.required else "opsional"


def _set_up(sheet: Worksheet) -> None:
    sheet.freeze_panes(_FIRST, 0)
    sheet.repeat_rows(_HEADER)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
