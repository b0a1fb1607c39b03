"""The workbook of refused rows: the original cells, harmless, with reasons; repaired, it can be handed in again."""

import io
from typing import Any, cast

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from jamsostek.intake import Checked, SemuaDitolak, Tata, check_content, rejects
from tests.berkas import buat

KEY = bytes(range(32))
PLAIN = Tata()
TRICKS = ['=HYPERLINK("http://x")', "+1", "@cmd", "-1+1", "\t=1", "https://contoh.id", "007", "1.5"]
REASONS = ["ALASAN PENOLAKAN", "BARIS ASLI"]


def checked_of(content: bytes, jenis: str = "tenaga_kerja", tata: Tata = PLAIN) -> Checked:
    try:
        return check_content(content, "daftar.xlsx", jenis=jenis, bulan="2023-06", kunci=KEY, tata=tata)
    except SemuaDitolak as error:
        return cast("Checked", error.checked)


def read_back(made: bytes) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_name("Ditolak").to_python()  # type: ignore[return-value]


def csv_of(rows: list[list[Any]]) -> bytes:
    """With quotes, so that any text can stand in a cell."""
    quoted = [[f'"{str(cell).replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows]
    return buat.text(quoted, "utf-8")


@pytest.mark.parametrize("form", [csv_of, buat.grid], ids=["csv", "xlsx"])
def test_cells_come_back_as_they_were_with_reasons_and_row_numbers(form: Any) -> None:
    rows = [buat.worker(number, NAMA=trick, STATUS="?") for number, trick in enumerate(TRICKS, start=1)]
    rows[1][0], rows[2][0] = "0071010101850002", "=A1"
    content = form([buat.REGISTER, buat.worker(90), *rows])
    checked = checked_of(content)
    assert checked.baris_diterima == 1
    made = rejects.workbook(content, checked, Tata())
    header, *body = read_back(made)
    assert header == [*buat.REGISTER, *REASONS]
    assert [row[:9] for row in body] == rows
    assert [row[10] for row in body] == list(range(3, 11))
    assert all(row[9].startswith("STATUS: status tidak dikenal") or "; STATUS: status tidak dikenal" in row[9]
               for row in body)  # fmt: skip
    assert body[2][9].startswith("NIK: NIK hanya boleh berisi angka; STATUS:")


def test_no_cell_of_the_workbook_is_a_formula_or_a_link() -> None:
    rows = [buat.worker(number, NAMA=trick, STATUS=trick) for number, trick in enumerate(TRICKS, start=1)]
    content = csv_of([[*buat.REGISTER, "=1+1"], *([*row, ""] for row in rows)])
    book = openpyxl.load_workbook(io.BytesIO(rejects.workbook(content, checked_of(content), Tata())))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    kinds = {cell.data_type for cell in cells}
    assert kinds == {"s", "n"}
    assert {cell.column for cell in cells if cell.data_type == "n"} == {len(buat.REGISTER) + 3}
    assert not any(cell.hyperlink for cell in cells)
    assert "=1+1" in {cell.value for cell in book["Ditolak"][1]}


def test_a_repaired_list_is_taken_without_a_word_about_the_added_columns() -> None:
    content = buat.grid([["DAFTAR"], buat.REGISTER, buat.worker(1, KELURAHAN="Oesappa"), buat.worker(2)])
    made = rejects.workbook(content, checked_of(content), Tata())
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert [row[-1].value for row in book["Ditolak"].iter_rows(min_row=2)] == [3]
    book["Ditolak"]["E2"] = "Oesapa"
    target = io.BytesIO()
    book.save(target)
    repaired = checked_of(target.getvalue())
    assert (repaired.baris_diterima, repaired.rejected, repaired.lembar) == (1, [], "Ditolak")
    unknown = [one.kolom for one in repaired.warnings if "tidak dikenal" in one.alasan]
    assert unknown == ["NAMA"]


def test_what_a_person_said_about_the_layout_holds_for_the_list_as_well() -> None:
    content = (buat.FOLDER / "daftar_judul_asing.xlsx").read_bytes()
    said = Tata(baris_judul=3, isian={"sumber": "umkm", "kelurahan": "Oesappa"},
                pemetaan={"nomoridentitas": "pseudonim_nik", "kegiatanutama": "status"})  # fmt: skip
    checked = checked_of(content, tata=said)
    header, *body = read_back(rejects.workbook(content, checked, said))
    assert header[0] == "Nomor Identitas"
    assert [(row[0], row[-1]) for row in body] == [(buat.nik(1), 4), (buat.nik(2), 5)]


def test_a_two_row_header_and_numbers_and_dates_survive() -> None:
    content = (buat.FOLDER / "daftar_rt_rw.xlsx").read_bytes()
    header, *body = read_back(rejects.workbook(content, checked_of(content), Tata()))
    assert header[2] == "RT/RW"
    assert [(row[2], row[-1]) for row in body] == [("003/01", 8), ("2026-01-03", 9), ("03-Jan", 10), ("1234", 13)]
    content = (buat.FOLDER / "daftar_alamat_dua_baris.xlsx").read_bytes()
    said = Tata(isian={"segmen": "BPU", "program_jkk": "Y", "program_jkm": "mungkin"})
    header, *body = read_back(rejects.workbook(content, checked_of(content, "peserta", said), said))
    assert header == ["NO KK", "NIK", "NAMA", "KELURAHAN", "RT", "RW", "TGL LAHIR", "L/P", "STATUS", "SUMBER", *REASONS]
    assert body[0][:7] == [buat.nik(9000), buat.nik(1), "Melkianus Rekaan", "LASIANA", "1", "2", "1 Peb 90"]
