from datetime import date, datetime
from pathlib import Path

import pytest

from jamsostek.intake import Checked, IntakeError, check_file
from tests.intake.files import ROWS, csv_text, nik, rows, table, write_csv, write_xlsx

BULAN = "2023-06"


def check(path: Path, jenis: str = "peserta", **options: str) -> Checked:
    return check_file(path, jenis=jenis, bulan=None if jenis in ("angka_resmi", "target") else BULAN, **options)


def warnings_of(checked: Checked) -> dict[str, int]:
    return {f"{finding.kolom}: {finding.alasan}": finding.jumlah for finding in checked.warnings}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_csv_in_every_usual_form(tmp_path: Path, separator: str, encoding: str) -> None:
    data = rows("pemberi_kerja", {"NPP": "A0001", "NAMA": "Kios Café; murah, ya"}, {"NPP": "A0002"})
    checked = check(write_csv(tmp_path / "a.csv", data, separator=separator, encoding=encoding), "pemberi_kerja")
    assert checked.accepted["nama_pemberi_kerja"].to_pylist() == ["Kios Café; murah, ya", "PT Contoh"]
    assert checked.accepted["nomor_baris"].to_pylist() == [2, 3]
    assert checked.warnings == []


@pytest.mark.parametrize("jenis", list(ROWS))
def test_the_template_row_of_every_kind_is_accepted_without_a_word(tmp_path: Path, jenis: str) -> None:
    data = rows(jenis, {})
    for path in (write_csv(tmp_path / "a.csv", data), write_xlsx(tmp_path / "a.xlsx", table(data))):
        checked = check(path, jenis)
        assert (checked.baris_diterima, checked.rejected, checked.warnings) == (1, [], [])


def test_csv_titles_blank_lines_ragged_rows_and_totals(tmp_path: Path) -> None:
    lines = csv_text(rows("tenaga_kerja", {}, {}, {}), separator=";").splitlines()
    body = ["DAFTAR TENAGA KERJA", '"Kelurahan\nOesapa";;', "", lines[0], lines[1], "", ";;;;;;;;;;;;", lines[2] + ";;",
            lines[3], "Jumlah;3;;", ""]  # fmt: skip
    path = tmp_path / "a.csv"
    path.write_text("\n".join(body), encoding="utf-8", newline="")
    checked = check(path, "tenaga_kerja")
    # Excel counts the quoted line break as one row: the header is row 4.
    assert checked.accepted["nomor_baris"].to_pylist() == [5, 8, 9]
    assert warnings_of(checked) == {"(berkas): baris jumlah atau total dilewati": 1}
    assert checked.baris_masuk == 3


def test_a_row_with_more_cells_than_headers_is_refused(tmp_path: Path) -> None:
    header, first, second = csv_text(rows("peserta", {}, {})).splitlines()
    path = tmp_path / "a.csv"
    path.write_text("\n".join([header, first, second + ",lebih"]), encoding="utf-8")
    checked = check(path)
    assert [(r.nomor_baris, "lebih banyak" in r.alasan) for r in checked.rejected] == [(3, True)]


def test_quotes_that_never_close_refuse_the_file(tmp_path: Path) -> None:
    header, first, second = csv_text(rows("peserta", {}, {})).splitlines()
    path = tmp_path / "a.csv"
    path.write_text("\n".join([header, '"' + first, second]), encoding="utf-8")
    with pytest.raises(IntakeError, match="kutip"):
        check(path)


def test_xlsx_header_below_merged_titles_with_totals_and_blank_rows(tmp_path: Path) -> None:
    data = table(rows("peserta", {}, {}, {}))
    width = len(data[0])
    total = ["Jumlah", 3, *[None] * (width - 2)]
    grid = [["DAFTAR PESERTA"], ["Bulan Juni 2023"], [None], [None], data[0], data[1], [None], data[2], data[3], total,
            [" "], [None, "\u00a0"]]  # fmt: skip
    path = write_xlsx(tmp_path / "a.xlsx", grid, merge=["A1:N1", "A2:N3"])
    checked = check(path)
    assert checked.accepted["nomor_baris"].to_pylist() == [6, 8, 9]
    assert checked.baris_masuk == 3
    assert warnings_of(checked) == {"(berkas): baris jumlah atau total dilewati": 1}


def test_xlsx_header_merged_over_two_rows_and_column_numbers(tmp_path: Path) -> None:
    header, row = table(rows("peserta", {}))
    upper = ["PROGRAM" if name in ("JKK", "JKM", "JHT", "JP", "JKP") else name for name in header]
    lower = [name if name in ("JKK", "JKM", "JHT", "JP", "JKP") else None for name in header]
    numbering = [f"({number})" for number in range(1, len(header) + 1)]
    checked = check(write_xlsx(tmp_path / "a.xlsx", [["Judul"], upper, lower, numbering, row]))
    assert checked.accepted["nomor_baris"].to_pylist() == [5]
    assert warnings_of(checked) == {"(berkas): baris nomor kolom di bawah judul dilewati": 1}


def test_xlsx_nik_stored_as_a_number_is_refused_with_the_reason(tmp_path: Path) -> None:
    data = rows("peserta", {"NIK": 5371011708850001}, {"NIK": "5,37101E+15"}, {"NIK": nik(3), "NO KPJ": 12345678901})
    checked = check(write_xlsx(tmp_path / "a.xlsx", table(data)))
    assert [(r.nomor_baris, r.kolom, r.kelas_nilai) for r in checked.rejected] == [
        (2, "NIK", "angka ilmiah"), (3, "NIK", "angka ilmiah")]  # fmt: skip
    assert all("15 digit" in r.alasan for r in checked.rejected)
    assert checked.accepted["pseudonim_kpj"].null_count == 0


def test_xlsx_dates_as_cells_numbers_and_texts(tmp_path: Path) -> None:
    born = [datetime(1985, 8, 17), date(1985, 8, 17), 31276, 31276.5, "17-08-1985", "17/08/85", "1985-08-17",
            "17 Agustus 1985"]  # fmt: skip
    checked = check(write_xlsx(tmp_path / "a.xlsx", table(rows("peserta", *({"TANGGAL LAHIR": day} for day in born)))))
    assert checked.accepted["bulan_lahir"].to_pylist() == [date(1985, 8, 1)] * len(born)


def test_xlsx_numbers_keep_their_fraction(tmp_path: Path) -> None:
    data = rows("angka_resmi", {"NILAI": 65.125}, {"NILAI": 341234.0}, {"NILAI": 0.5})
    checked = check(write_xlsx(tmp_path / "a.xlsx", table(data)), "angka_resmi")
    assert checked.accepted["nilai"].to_pylist() == [65.125, 341234.0, 0.5]


def test_xlsx_sheets(tmp_path: Path) -> None:
    import openpyxl

    path = write_xlsx(tmp_path / "a.xlsx", table(rows("peserta", {})), sheet="Juni")
    book = openpyxl.load_workbook(path)
    cover, other = book.create_sheet("Sampul", 0), book.create_sheet("Juli")
    cover.append(["Laporan"])
    for row in table(rows("peserta", {}, {})):
        other.append(row)
    book.save(path)
    checked = check(path)
    assert checked.baris_diterima == 1
    assert warnings_of(checked) == {"(berkas): lembar lain dengan kolom yang sama tidak dibaca: Juli": 1}
    assert check(path, lembar="juli").baris_diterima == 2
    with pytest.raises(IntakeError, match="Lembar tidak ditemukan"):
        check(path, lembar="Agustus")


def test_a_missing_required_column_refuses_the_file_by_name(tmp_path: Path) -> None:
    for missing, named in (("SEGMEN", "SEGMEN"), ("KELURAHAN", "KODE KELURAHAN atau KELURAHAN")):
        data = [{name: cell for name, cell in row.items() if name != missing} for row in rows("peserta", {})]
        with pytest.raises(IntakeError, match=f"Kolom wajib tidak ada: {named}"):
            check(write_csv(tmp_path / "a.csv", data))
    both = [{name: cell for name, cell in row.items() if name not in ("NIK", "NO KPJ")} for row in rows("peserta", {})]
    with pytest.raises(IntakeError, match="NIK atau NO KPJ"):
        check(write_csv(tmp_path / "a.csv", both))


def test_a_column_that_stands_twice_refuses_the_file(tmp_path: Path) -> None:
    grid = [[*row, cell] for row, cell in zip(table(rows("peserta", {})), ["No. KTP", nik(1)], strict=True)]
    with pytest.raises(IntakeError, match="lebih dari sekali: NIK"):
        check(write_xlsx(tmp_path / "a.xlsx", grid))


def test_unknown_columns_are_named_and_not_kept(tmp_path: Path) -> None:
    data = [row | {"NAMA LENGKAP": "Maria Goreti", "UPAH": "3000000"} for row in rows("peserta", {})]
    checked = check(write_csv(tmp_path / "a.csv", data))
    assert {finding.kolom for finding in checked.warnings} == {"NAMA LENGKAP", "UPAH"}
    assert "Maria" not in str(checked)
    assert not {"nama_lengkap", "upah"} & set(checked.accepted.column_names)


def test_optional_columns_may_be_missing_and_the_importer_is_told(tmp_path: Path) -> None:
    data = [{name: cell for name, cell in row.items() if name not in ("JP", "NPP")} for row in rows("peserta", {})]
    checked = check(write_csv(tmp_path / "a.csv", data))
    assert {finding.kolom for finding in checked.warnings} == {"JP", "NPP"}
    assert checked.accepted["program_jp"].to_pylist() == [False]
    assert checked.accepted["npp"].to_pylist() == [None]


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "Judul kolom tidak ditemukan"), (b"a,b\n1,2\n", "Judul kolom tidak ditemukan"),
     (b"PK\x03\x04rusak", "rusak"),
     (b"\xd0\xcf\x11\xe0rusak", "rusak"), (b"\x00\x01\x02", "bukan CSV"), (b"\x81\x8d\x00", "bukan CSV")],
)  # fmt: skip
def test_what_is_no_table_is_refused_in_words(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(content)
    with pytest.raises(IntakeError, match=message):
        check(path)


def test_a_header_without_rows_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(csv_text(rows("peserta", {})).splitlines()[0], encoding="utf-8")
    with pytest.raises(IntakeError, match="Tidak ada baris"):
        check(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="tidak ditemukan"):
        check(tmp_path / "tidak-ada.csv")
