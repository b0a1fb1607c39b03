"""Templates: what their own drop-downs offer is exactly what the check takes."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow as pa
import pyarrow.compute as pc
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from jamsostek.intake import CONTRACTS, Checked, IntakeError, check_file
from jamsostek.intake.contract import Column
from jamsostek.intake.isian import setempat
from jamsostek.intake.kinds_accounts import JENIS_ANGKA, JENIS_MANFAAT, JENIS_PEMBERI_KERJA, PROGRAM
from jamsostek.intake.kinds_persons import JENIS_KELAMIN, PENDIDIKAN, SEGMEN, STATUS, SUMBER, SUMBER_IURAN
from jamsostek.intake.places import load_places
from jamsostek.intake.recognise import recognise
from jamsostek.intake.templat import templat
from tests.intake.files import write_csv

KEY = bytes(range(32))
CLOSED = {
    "segmen": SEGMEN, "jenis_kelamin": JENIS_KELAMIN, "pendidikan": PENDIDIKAN, "status": STATUS, "sumber": SUMBER,
    "sumber_iuran": SUMBER_IURAN, "jenis_pemberi_kerja": JENIS_PEMBERI_KERJA, "program": PROGRAM,
    "jenis_manfaat": JENIS_MANFAAT, "jenis_angka": JENIS_ANGKA,
}  # fmt: skip
LOCAL = {jenis: setempat(contract, load_places()) for jenis, contract in CONTRACTS.items()}
every_kind = pytest.mark.parametrize("jenis", CONTRACTS)


def opened(jenis: str) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(templat(jenis)))


def rules(book: Workbook) -> dict[str, DataValidation]:
    """The validation of each column of the sheet Data, by the header in row 3."""
    found = {}
    for rule in book["Data"].data_validations.dataValidation:
        for area in rule.sqref.ranges:
            assert (area.min_row, area.min_col) == (4, area.max_col)
            assert area.max_row >= 2_000
            found[book["Data"].cell(3, area.min_col).value] = rule
    return found


def lists(book: Workbook) -> dict[str, list[str]]:
    """The words each drop-down really offers, its range resolved in the file."""
    offered = {}
    for header, rule in rules(book).items():
        if rule.type == "list":
            sheet, _, area = rule.formula1.partition("!")
            offered[header] = [cell.value for (cell,) in book[sheet][area.replace("$", "")]]
            assert None not in offered[header]
    return offered


def check(path: Path, jenis: str) -> Checked:
    return check_file(path, jenis=jenis, bulan="2023-06" if CONTRACTS[jenis].monthly else None, kunci=KEY)


def typed(column: Column, rule: DataValidation | None, number: int) -> Any:
    """A value for a column without a list: the limits of its own validation, numbers of persons all different."""
    if column.type == pa.date32():
        return date(1950 + number % 50, 1 + number % 12, 1 + number % 28)
    if rule is not None and rule.type in ("whole", "decimal"):
        return float(rule.formula2 if number % 2 else rule.formula1)
    if column.name == "pseudonim_nik":
        return f"99710101{number:08d}"
    if column.name in ("pseudonim_kpj", "npp"):
        return f"99{number:09d}" if column.name == "pseudonim_kpj" else f"ZZ{number:06d}"
    return f"{number:03d}" if column.name in ("rt", "rw") else column.contoh


def sensible(row: dict[str, Any], number: int) -> dict[str, Any]:
    """The row with what must fit together made to fit; every value of every list still occurs."""
    if "KELURAHAN" in row:
        places = load_places()
        row["KODE KELURAHAN"] = places.parse_kelurahan(row["KELURAHAN"])
        row["KECAMATAN"] = places.names[str(row["KODE KELURAHAN"])[:8]]
    if "JKK" in row:
        row |= {"JKK": "YT"[number % 2], "JKM": "TY"[number % 2]}
        row |= dict.fromkeys(("JP", "JKP"), "Y" if row["SEGMEN"] == "PU" and number % 3 else "T")
    if "JENIS MANFAAT" in row:
        own = {"santunan_jkm": "JKM", "beasiswa": "JKK"}
        row["PROGRAM"] = own.get(row["JENIS MANFAAT"], row["JENIS MANFAAT"].upper())
    if "JUMLAH PEKERJA" in row:
        row["JUMLAH TERDAFTAR"] = min(row["JUMLAH PEKERJA"], row["JUMLAH TERDAFTAR"])
    if "PERIODE" in row:
        row["PERIODE"] = f"Minggu {number}"
    return row


def filled(jenis: str) -> Iterator[dict[str, Any]]:
    book = opened(jenis)
    offered, limits = lists(book), rules(book)
    for number in range(1, max(map(len, offered.values())) + 1):
        row = {
            column.header: offered[column.header][number % len(offered[column.header])]
            if column.header in offered
            else typed(column, limits.get(column.header), number)
            for column in LOCAL[jenis].columns
        }
        yield sensible(row, number)


def saved(path: Path, jenis: str, rows: list[dict[str, Any]]) -> Path:
    book = opened(jenis)
    for number, row in enumerate(rows, start=4):
        for index, value in enumerate(row.values(), start=1):
            book["Data"].cell(number, index, value)
    book.save(path)
    return path


@every_kind
def test_a_template_filled_from_its_own_lists_is_taken_without_a_word(tmp_path: Path, jenis: str) -> None:
    rows, offered = list(filled(jenis)), lists(opened(jenis))
    assert {name: {row[name] for row in rows} for name in offered} == {n: set(words) for n, words in offered.items()}
    checked = check(saved(tmp_path / "isi.xlsx", jenis, rows), jenis)
    assert (checked.rejected, checked.warnings) == ([], [])
    # The example in row 2 is not among them.
    assert checked.accepted["nomor_baris"].to_pylist() == list(range(4, 4 + len(rows)))
    place = "kode_kelurahan" if "KELURAHAN" in offered else "wilayah"
    codes = [code for code in pc.unique(checked.accepted[place]).to_pylist() if code.count(".") == 3]
    assert len(codes) == 51


@every_kind
def test_an_untouched_template_has_no_data(tmp_path: Path, jenis: str) -> None:
    path = tmp_path / "kosong.xlsx"
    path.write_bytes(templat(jenis))
    with pytest.raises(IntakeError, match="Tidak ada baris data"):
        check(path, jenis)


@every_kind
def test_a_template_is_recognised_as_its_kind_and_suggests_no_month(jenis: str) -> None:
    seen = recognise(templat(jenis), f"templat-{jenis}.xlsx")
    assert (seen.dugaan[0].lembar, seen.dugaan[0].jenis, seen.dugaan[0].kurang) == ("Data", jenis, ())
    assert seen.bulan is None or not CONTRACTS[jenis].monthly
    assert [one.lembar for one in seen.dugaan if one.jenis == jenis and one.header is not None] == ["Data"]


@every_kind
def test_the_example_of_every_column_is_right_and_nobody(tmp_path: Path, jenis: str) -> None:
    columns = LOCAL[jenis].columns
    assert [column.name for column in columns if not (column.arti.endswith(".") and column.contoh)] == []
    row = {column.header: column.contoh for column in columns}
    assert row.get("NIK", "99").startswith("99")
    checked = check(write_csv(tmp_path / "contoh.csv", [row], separator=";"), jenis)
    assert (checked.baris_diterima, checked.warnings) == (1, [])
    example = [cell.value for cell in opened(jenis)["Data"][2]]
    assert example == [f"Contoh: {columns[0].contoh}", *(column.contoh for column in columns[1:])]


@every_kind
def test_the_lists_are_those_of_the_contract(jenis: str) -> None:
    offered = lists(opened(jenis))
    for column in CONTRACTS[jenis].columns:
        if column.vocabulary:
            assert offered[column.header] == list(CLOSED[column.name])
        elif column.type == pa.bool_():
            assert offered[column.header] == ["Y", "T"]
    if "KELURAHAN" in offered:
        codes = [load_places().parse_kelurahan(name) for name in offered["KELURAHAN"]]
        assert offered["KODE KELURAHAN"] == codes
        assert (len(set(codes)), len(set(offered["KECAMATAN"]))) == (51, 6)


@every_kind
def test_headers_are_untouched_frozen_and_printed(jenis: str) -> None:
    sheet, columns = opened(jenis)["Data"], CONTRACTS[jenis].columns
    assert [cell.value for cell in sheet[3]] == [column.header for column in columns]
    assert [column.arti in cell.comment.text for cell, column in zip(sheet[3], columns, strict=True)] == [True] * len(
        columns
    )
    assert sheet["A1"].value.startswith(f"Templat {jenis}: isi mulai baris 4")
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("A4", "$3:$3")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    must = {cell.value for cell in sheet[3] if cell.fill.fgColor.rgb == "FF1B2F62"}
    assert must == {column.header for column in columns if column.required}


@every_kind
def test_digits_and_dates_keep_their_form(jenis: str) -> None:
    book = opened(jenis)
    limits = rules(book)
    for index, column in enumerate(CONTRACTS[jenis].columns, start=1):
        form = book["Data"].column_dimensions[get_column_letter(index)].number_format
        if column.type == pa.date32():
            assert (form, limits[column.header].type) == ("dd-mm-yyyy", "date")
        elif column.type in (pa.int32(), pa.int64()):
            assert (form, limits[column.header].type) == ("#,##0", "whole")
        elif column.type in (pa.string(), pa.bool_()):
            assert form == "@"
        if column.header == "NIK":
            rule = limits["NIK"]
            assert (rule.type, rule.formula1, rule.formula2, rule.errorStyle) == ("textLength", "16", "16", None)
            assert "16 angka" in rule.error


@every_kind
def test_the_explanation_covers_every_column_and_what_is_not_wanted(jenis: str) -> None:
    contract, rows = LOCAL[jenis], list(opened(jenis)["Petunjuk"].iter_rows(values_only=True))
    texts = {row[0]: row[1] for row in rows if row[0]}
    assert "lengkap" in texts["Yang digantikan"] or "tetap" in texts["Yang digantikan"]
    assert "telepon" in texts["Pelindungan data"]
    assert ("samaran" in texts["Pelindungan data"]) == contract.personal
    explained = rows[-len(contract.columns) :]
    for row, column in zip(explained, contract.columns, strict=True):
        assert (row[0], row[2], row[4]) == (column.header, column.arti, f"misalnya {column.contoh}")
        assert all(row)
        codes = CLOSED[column.name] if column.vocabulary else ()
        assert [code for code in codes if f"{code}: " not in row[3]] == []


def test_the_explanation_says_what_must_be_filled() -> None:
    must = {row[0]: row[1] for row in opened("peserta")["Petunjuk"].iter_rows(values_only=True)}
    assert must["NIK"] == must["NO KPJ"] == "salah satu wajib: NIK atau NO KPJ"
    assert must["SEGMEN"] == "wajib"
    assert must["JP"] == "opsional; kosong berarti T"
    assert must["TANGGAL LAHIR"] == "sebaiknya diisi"


def test_an_unknown_kind_has_no_template() -> None:
    with pytest.raises(IntakeError, match="tidak dikenal"):
        templat("upah")
