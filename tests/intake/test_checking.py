from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from jamsostek.intake import Checked, IntakeError, check_file
from tests.intake.files import nik, rows, write_csv

KEY = bytes(range(32))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def check(folder: Path, jenis: str, *changes: Mapping[str, Any]) -> Checked:
    bulan = None if jenis in ("angka_resmi", "target") else "2023-06"
    return check_file(write_csv(folder / "a.csv", rows(jenis, *changes)), jenis=jenis, bulan=bulan, kunci=KEY)


def reasons(checked: Checked) -> list[tuple[int, str, str]]:
    return [(r.nomor_baris, r.kolom, r.alasan) for r in checked.rejected]


def warned(checked: Checked) -> dict[tuple[str, str], int]:
    return {(finding.kolom, finding.alasan): finding.jumlah for finding in checked.warnings}


def test_types_of_the_accepted_table(folder: Path) -> None:
    table = check(folder, "peserta", {}).accepted
    assert [f"{field.name} {field.type}" for field in table.schema] == [
        "nomor_baris int32", "bulan date32[day]", "pseudonim_nik string", "pseudonim_kpj string", "segmen string",
        "program_jkk bool", "program_jkm bool", "program_jht bool", "program_jp bool", "program_jkp bool", "npp string",
        "kode_kelurahan string", "bulan_lahir date32[day]", "jenis_kelamin string", "sumber_iuran string",
    ]  # fmt: skip
    row = table.to_pylist()[0]
    assert row["bulan"] == date(2023, 6, 1)
    assert row["bulan_lahir"] == date(1985, 8, 1)
    assert row["kode_kelurahan"] == "53.71.03.1010"
    assert len(row["pseudonim_nik"]) == len(row["pseudonim_kpj"]) == 32


@pytest.mark.parametrize(
    ("jenis", "names"),
    [("tenaga_kerja", "bulan pseudonim_nik rt rw kode_kelurahan bulan_lahir jenis_kelamin pendidikan status "
      "lapangan_usaha pekerjaan minat_pelatihan sumber"),
     ("pemberi_kerja", "bulan npp nama_pemberi_kerja jenis_pemberi_kerja kode_kelurahan jumlah_pekerja "
      "jumlah_terdaftar"),
     ("klaim", "bulan program jenis_manfaat kode_kelurahan rupiah sumber_kepesertaan"),
     ("angka_resmi", "indikator wilayah periode tanggal nilai satuan jenis_angka penutur sumber tautan catatan"),
     ("target", "tanggal rasio_cakupan wilayah penerbit sumber tautan")],
)  # fmt: skip
def test_columns_of_the_other_kinds(folder: Path, jenis: str, names: str) -> None:
    assert check(folder, jenis, {}).accepted.column_names == ["nomor_baris", *names.split()]


def test_a_participant_needs_nik_or_kpj(folder: Path) -> None:
    checked = check(folder, "peserta", {"NIK": ""}, {"NO KPJ": "", "NIK": nik(2)}, {"NIK": " ", "NO KPJ": "-"})
    assert reasons(checked) == [(4, "NIK", "NIK dan nomor KPJ dua-duanya kosong")]
    assert checked.accepted["pseudonim_nik"].null_count == 1


@pytest.mark.parametrize(
    ("born", "reason"),
    [("01-07-2008", "umur di bawah 15 tahun pada bulan berkas"), ("01-07-2023", "tanggal lahir setelah bulan berkas")],
)  # fmt: skip
def test_participants_below_15_are_refused(folder: Path, born: str, reason: str) -> None:
    checked = check(folder, "peserta", {"TANGGAL LAHIR": born}, {"TANGGAL LAHIR": "30-06-2008"})
    assert reasons(checked) == [(2, "TANGGAL LAHIR", reason)]


def test_a_participant_born_in_1900_stays_without_birth_month(folder: Path) -> None:
    checked = check(folder, "peserta", {"TANGGAL LAHIR": "01-01-1900"}, {})
    assert checked.accepted["bulan_lahir"].to_pylist() == [None, date(1985, 8, 1)]
    assert warned(checked) == {("TANGGAL LAHIR", "umur di atas 110 tahun; bulan lahir dikosongkan"): 1}


def test_workers_outside_15_to_110_are_refused(folder: Path) -> None:
    checked = check(folder, "tenaga_kerja", *({"TANGGAL LAHIR": day} for day in (
        "01-07-2008", "01-06-1912", "01-06-1913", "30-06-2008", "")))  # fmt: skip
    assert [row for row, _, _ in reasons(checked)] == [2, 3]
    assert warned(checked) == {("TANGGAL LAHIR", "tanggal lahir kosong"): 1}


def test_unreadable_values_name_row_column_class_and_reason(folder: Path) -> None:
    checked = check(folder, "peserta", {"SEGMEN": "BPUU", "TANGGAL LAHIR": "32-13-1985"}, {"JKK": "mungkin"},
                    {"JENIS KELAMIN": "Maria Goreti"}, {})  # fmt: skip
    assert [(r.nomor_baris, r.kolom, r.kelas_nilai) for r in checked.rejected] == [
        (2, "SEGMEN", "BPUU"), (2, "TANGGAL LAHIR", "tanggal"), (3, "JKK", "teks 7 huruf"),
        (4, "JENIS KELAMIN", "teks 11 huruf")]  # fmt: skip
    assert (checked.baris_masuk, checked.baris_diterima, checked.baris_ditolak) == (4, 1, 3)


def test_places_by_code_name_and_alias_must_agree(folder: Path) -> None:
    checked = check(
        folder, "peserta",
        {"KODE KELURAHAN": "53.71.03.1010"}, {"KODE KELURAHAN": "53.71.03.1011"},
        {"KODE KELURAHAN": "", "KELURAHAN": "TDM", "KECAMATAN": "Kec. Oebobo"},
        {"KODE KELURAHAN": "", "KECAMATAN": "Oebobo"}, {"KODE KELURAHAN": "", "KECAMATAN": "Kupang Timur"},
        {"KODE KELURAHAN": "53.71.03.1010", "KELURAHAN": "", "KECAMATAN": ""},
        {"KODE KELURAHAN": "5371031010", "KELURAHAN": "", "KECAMATAN": ""},
        {"KODE KELURAHAN": "5371031010"},
    )  # fmt: skip
    assert checked.accepted["kode_kelurahan"].to_pylist() == [
        "53.71.03.1010", "53.71.04.1014", "53.71.03.1010", "53.71.03.1010"]  # fmt: skip
    assert [(row, column) for row, column, _ in reasons(checked)] == [
        (3, "KODE KELURAHAN"), (5, "KECAMATAN"), (6, "KECAMATAN"), (8, "KODE KELURAHAN")]  # fmt: skip


def test_an_unknown_kelurahan_is_refused_with_a_suggestion_and_never_taken_over(folder: Path) -> None:
    checked = check(folder, "peserta", {"KELURAHAN": "Manulai I", "KECAMATAN": "Alak"}, {})
    (rejection,) = checked.rejected
    assert rejection == (2, "KELURAHAN", "Manulai I", "kelurahan tidak dikenal; mungkin maksudnya Manulai II?")
    assert checked.accepted["kode_kelurahan"].to_pylist() == ["53.71.03.1010"]


@pytest.mark.parametrize("jenis", ["peserta", "klaim", "pemberi_kerja"])
def test_an_empty_kelurahan_is_accepted_with_a_warning(folder: Path, jenis: str) -> None:
    checked = check(folder, jenis, {"KELURAHAN": "", "KECAMATAN": ""})
    assert checked.accepted["kode_kelurahan"].to_pylist() == [None]
    assert warned(checked) == {("KELURAHAN", "kelurahan kosong; dihitung sebagai tanpa wilayah"): 1}


def test_the_register_refuses_an_empty_kelurahan(folder: Path) -> None:
    checked = check(folder, "tenaga_kerja", {"KELURAHAN": ""}, {})
    assert reasons(checked) == [(2, "KELURAHAN", "kelurahan wajib diisi")]


def test_repeated_memberships_are_refused(folder: Path) -> None:
    same = {"NIK": nik(1)}
    checked = check(folder, "peserta", same, {"NIK": "'" + nik(1)}, same | {"SEGMEN": "BPU"}, same | {"NPP": "XX0001"},
                    {"NIK": ""}, {"NIK": ""})  # fmt: skip
    assert reasons(checked) == [(3, "NIK", "ganda dari baris 2"), (7, "NO KPJ", "ganda dari baris 6")]
    assert [(f.kolom, f.jumlah) for f in checked.reasons] == [("NIK", 1), ("NO KPJ", 1)]


def test_a_refused_row_is_not_what_others_repeat(folder: Path) -> None:
    same = {"NIK": nik(1)}
    checked = check(folder, "peserta", same | {"SEGMEN": "?"}, same, same)
    assert [(row, column) for row, column, _ in reasons(checked)] == [(2, "SEGMEN"), (4, "NIK")]
    assert reasons(checked)[1][2] == "ganda dari baris 3"


def test_a_person_twice_in_a_kelurahan_is_refused_and_in_two_accepted_with_a_warning(folder: Path) -> None:
    same = {"NIK": nik(1)}
    elsewhere = {"KELURAHAN": "Lasiana"}
    checked = check(folder, "tenaga_kerja", same, same, same | elsewhere, {})
    assert reasons(checked) == [(3, "NIK", "ganda dari baris 2")]
    assert warned(checked) == {("NIK", "NIK yang sama tercatat di lebih dari satu kelurahan"): 2}


def test_lists_of_two_sources_may_name_the_same_person(folder: Path) -> None:
    checked = check(folder, "tenaga_kerja", {"NIK": nik(1)}, {"NIK": nik(1), "SUMBER": "umkm"})
    assert checked.rejected == []


def test_repeated_employers_are_refused(folder: Path) -> None:
    checked = check(folder, "pemberi_kerja", {}, {"NAMA": "Lain"}, {"NPP": ""}, {"NPP": ""},
                    {"NPP": "", "KELURAHAN": "Naioni"})  # fmt: skip
    assert reasons(checked) == [(3, "NPP", "ganda dari baris 2"), (5, "NAMA", "ganda dari baris 4")]


def test_more_registered_than_workers_is_a_warning(folder: Path) -> None:
    checked = check(folder, "pemberi_kerja", {"JUMLAH TERDAFTAR": "13"})
    assert warned(checked) == {("JUMLAH TERDAFTAR", "jumlah terdaftar melebihi jumlah pekerja"): 1}


def test_payments(folder: Path) -> None:
    checked = check(folder, "klaim", {"RUPIAH": "Rp 42.000.000"}, {"RUPIAH": "0"}, {"RUPIAH": ""},
                    {"JENIS MANFAAT": "JHT"}, {"JENIS MANFAAT": "beasiswa"})  # fmt: skip
    assert checked.accepted["rupiah"].to_pylist() == [42_000_000] * 3
    assert [row for row, _, _ in reasons(checked)] == [3, 4]
    assert warned(checked) == {("JENIS MANFAAT", "jenis manfaat tidak sesuai program"): 1}


def test_figures_and_targets(folder: Path) -> None:
    checked = check(folder, "target", {}, {"RASIO CAKUPAN": "60"}, {"RASIO CAKUPAN": "60 %"}, {"WILAYAH": "Atlantis"})
    assert checked.accepted["wilayah"].to_pylist() == ["53.71"]
    assert [(row, column) for row, column, _ in reasons(checked)] == [
        (3, "RASIO CAKUPAN"), (4, "TANGGAL"), (5, "WILAYAH")]  # fmt: skip
    figures = check(folder, "angka_resmi", {}, {}, {"NILAI": "8.60"})
    assert reasons(figures) == [(3, "INDIKATOR", "ganda dari baris 2")]
    assert figures.accepted["nilai"].to_pylist() == [9.76, 8.60]


def test_programmes_that_do_not_fit_are_warnings(folder: Path) -> None:
    none = dict.fromkeys(("JKK", "JKM", "JHT", "JP", "JKP"), "")
    checked = check(folder, "peserta", none, {"SEGMEN": "BPU", "JP": "Y"})
    assert set(warned(checked)) == {("JKK", "tidak ada program yang bertanda"),
                                    ("JP", "JP atau JKP pada segmen selain PU")}  # fmt: skip


def test_a_file_whose_every_row_is_refused_is_refused(folder: Path) -> None:
    with pytest.raises(IntakeError, match=r"Semua 2 baris ditolak.*SEGMEN"):
        check(folder, "peserta", {"SEGMEN": "X"}, {"SEGMEN": "Z"})


def test_nik_that_all_end_in_zero_refuse_the_file(folder: Path) -> None:
    with pytest.raises(IntakeError, match="berakhir dengan 0"):
        check(folder, "tenaga_kerja", *({"NIK": nik(10 * number)} for number in range(1, 25)))
    assert check(folder, "tenaga_kerja", *({"NIK": nik(number)} for number in range(1, 25))).baris_diterima == 24


@pytest.mark.parametrize(
    ("jenis", "bulan", "message"),
    [("peserta", None, "memerlukan bulan"), ("peserta", "Juni 2023", "TTTT-BB"), ("peserta", "2023-13", "TTTT-BB"),
     ("peserta", "2009-01", "sebelum 2014"), ("peserta", f"{date.today() + timedelta(days=62):%Y-%m}", "masa depan"),
     ("target", "2023-06", "tidak memakai bulan"), ("upah", "2023-06", "Jenis data tidak dikenal")],
)  # fmt: skip
def test_month_and_kind_of_the_file(folder: Path, jenis: str, bulan: str | None, message: str) -> None:
    path = write_csv(folder / "a.csv", rows("peserta", {}))
    with pytest.raises(IntakeError, match=message):
        check_file(path, jenis=jenis, bulan=bulan, kunci=KEY)


def test_nothing_is_written_by_a_check(folder: Path, batches: Path) -> None:
    check(folder, "peserta", {})
    assert not batches.exists()
    assert sorted(path.name for path in folder.iterdir()) == ["a.csv"]
