"""The messy files of tests/berkas: what is recognised, accepted, refused and warned about, cell by cell."""

import csv
import io
import zipfile
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jamsostek import settings
from jamsostek.intake import (
    BerkasGanda,
    Checked,
    IntakeError,
    SemuaDitolak,
    Tata,
    check_content,
    commit,
    recognise,
    refuse_unfit,
    spellings,
)
from jamsostek.intake.texts import key, nearest
from tests.berkas import buat

KEY = bytes(range(32))
PLAIN = Tata()
NUMBER = "NIK tersimpan sebagai angka: Excel hanya menyimpan 15 digit, digit terakhir hilang; isi ulang sebagai teks"
MAYBE_NIK = "berisi 16 digit yang mungkin NIK; NIK hanya boleh ada di kolom NIK"
TWICE = "ganda dari baris 2"
TOTALS = ("(berkas)", "baris jumlah atau total dilewati", 2)
DATED = "RT/RW berubah menjadi tanggal di Excel; isi ulang sebagai teks, misalnya 003/01"
UNKNOWN = "kolom tidak dikenal dan tidak disimpan"
NAME = ("NAMA", UNKNOWN, 1)
with (settings.referensi_dir() / "wilayah.csv").open(encoding="utf-8-sig", newline="") as file:
    WILAYAH = list(csv.DictReader(file))
NAMES = [row["nama_kelurahan"] for row in WILAYAH]


@dataclass
class Harapan:
    """What one file must give; row numbers are Excel's, warnings about absent columns are left out."""

    berkas: str
    jenis: str
    diterima: list[int]
    ditolak: list[tuple[int, str, str]] = field(default_factory=list)
    peringatan: list[tuple[str, str, int]] = field(default_factory=list)
    lembar: str | None = "Data"
    baris_judul: int = 1
    bulan: date | None = None


BERKAS = [
    Harapan("daftar_judul_gabung.xlsx", "tenaga_kerja", [7, 8, 11], lembar="Juni", baris_judul=5,
            bulan=date(2023, 6, 1),
            peringatan=[NAME, TOTALS, ("(berkas)", "baris nomor kolom di bawah judul dilewati", 1)]),
    Harapan("peserta_program_dua_baris.xlsx", "peserta", [4, 5], peringatan=[("NO", UNKNOWN, 1)], baris_judul=3,
            bulan=date(2023, 6, 1)),
    Harapan("daftar_alamat_dua_baris.xlsx", "tenaga_kerja", [3, 4], peringatan=[("NO KK", UNKNOWN, 1), NAME],
            baris_judul=2),
    Harapan("daftar_nik_berantakan.xlsx", "tenaga_kerja", [2, 3, 4, 5, 6, 7, 16, 20],
            [(8, "NIK", NUMBER), (9, "NIK", NUMBER), (10, "NIK", NUMBER),
             (11, "NIK", "NIK harus 16 digit, ini 15 digit"), (12, "NIK", "NIK harus 16 digit, ini 17 digit"),
             (13, "NIK", "NIK hanya boleh berisi angka"), (14, "NIK", "NIK isian tiruan, bukan NIK seseorang"),
             (15, "NIK", "wajib diisi"), (17, "NIK", "NIK harus 16 digit, ini 15 digit"),
             (18, "NIK", "NIK hanya boleh berisi angka"), (19, "PEKERJAAN", MAYBE_NIK), (21, "PEKERJAAN", MAYBE_NIK)],
            [NAME, ("PEKERJAAN", "isian berisi deretan angka panjang dan dikosongkan", 1)]),
    Harapan("daftar_tanggal_dan_kelamin.xlsx", "tenaga_kerja", list(range(2, 13)),
            [(13, "TANGGAL LAHIR", "bulan di luar 1 sampai 12; urutan yang dipakai adalah hari-bulan-tahun"),
             (14, "TANGGAL LAHIR", "tanggal itu tidak ada dalam kalender"),
             (15, "TANGGAL LAHIR", "tahun di luar 1900 sampai 2100"),
             (16, "TANGGAL LAHIR", "tanggal tidak terbaca; tulis hari-bulan-tahun, misalnya 17-08-1985"),
             (17, "TANGGAL LAHIR", "umur di bawah 15 tahun pada bulan berkas"),
             (18, "JENIS KELAMIN", "jenis kelamin tidak dikenal; isi salah satu dari: L, P")],
            [NAME, ("TANGGAL LAHIR", "tanggal lahir kosong", 1)]),
    Harapan("klaim_rupiah.csv", "klaim", list(range(3, 10)),
            [(10, "RUPIAH", "koma dapat berarti ribuan atau desimal; tulis tanpa pemisah"),
             (11, "RUPIAH", "bukan angka"), (12, "RUPIAH", "rupiah harus lebih dari nol"),
             (13, "RUPIAH", "rupiah harus lebih dari nol")],
            [("RUPIAH", "pecahan rupiah dibulatkan", 2)], lembar=None, baris_judul=2, bulan=date(2023, 6, 1)),
    Harapan("pemberi_kerja_cp1252.csv", "pemberi_kerja", [2, 3], [(4, "JUMLAH TERDAFTAR", "bukan bilangan bulat")],
            [("JUMLAH TERDAFTAR", "jumlah terdaftar melebihi jumlah pekerja", 1)], lembar=None),
    Harapan("daftar_utf16.csv", "tenaga_kerja", [2, 3], peringatan=[NAME], lembar=None),
    Harapan("daftar_bom.csv", "tenaga_kerja", [2], [(3, "KELURAHAN", "kelurahan wajib diisi")], [NAME], lembar=None),
    Harapan("daftar_lembar_tersembunyi.xlsx", "tenaga_kerja", [2], lembar="Mei 2023", bulan=date(2023, 5, 1),
            peringatan=[NAME, ("(berkas)", "lembar tersembunyi tidak dibaca: Arsip", 1)]),
    # An error has no value: where one is needed the row is refused, elsewhere the cell counts as empty.
    Harapan("daftar_rumus.xlsx", "tenaga_kerja", [2, 5, 6, 7, 8],
            [(3, "STATUS", "wajib diisi"), (4, "KELURAHAN", "kelurahan wajib diisi")],
            [NAME, ("RT", "nomor RT kosong pada daftar RT/RW", 1)]),
    Harapan("daftar_rumus_tanpa_nilai.xlsx", "tenaga_kerja", [2, 4], [(3, "STATUS", "wajib diisi")],
            [NAME, ("RT", "nomor RT kosong pada daftar RT/RW", 1)]),
    Harapan("daftar_orang_ganda.xlsx", "tenaga_kerja", [2, 3, 5, 6, 7], [(4, "NIK", TWICE)],
            [NAME, ("NIK", "NIK yang sama tercatat di lebih dari satu kelurahan", 2)]),
    Harapan("peserta_ejaan.csv", "peserta", list(range(2, 8)),
            [(8, "KELURAHAN", "kelurahan tidak dikenal; mungkin maksudnya Oesapa?"),
             (9, "KELURAHAN", "kelurahan tidak dikenal; mungkin maksudnya Oesapa?"),
             (10, "KELURAHAN", "kelurahan tidak dikenal; mungkin maksudnya Manulai II?"),
             (11, "KELURAHAN", "ini nama kecamatan, bukan kelurahan"), (12, "KELURAHAN", "kelurahan tidak dikenal"),
             (13, "KECAMATAN", "kelurahan ini tidak berada di kecamatan yang tertulis"), (14, "KELURAHAN", MAYBE_NIK)],
            lembar=None),
    Harapan("daftar_lama.xls", "tenaga_kerja", [3, 4], [(5, "NIK", NUMBER)], baris_judul=2, bulan=date(2023, 5, 1)),
    Harapan("daftar_rt_rw.xlsx", "tenaga_kerja", [2, 3, 4, 5, 6, 7, 11, 12],
            [(8, "RT", "nomor RW di kolom RT/RW berbeda dari kolom RW"), (9, "RT", DATED), (10, "RT", DATED),
             (13, "RT", "nomor RT atau RW harus 1 sampai 3 angka")],
            [NAME, ("RT", "nomor RT kosong pada daftar RT/RW", 1)]),
]  # fmt: skip


def content(berkas: str) -> bytes:
    return (buat.FOLDER / berkas).read_bytes()


def check(berkas: str, jenis: str = "tenaga_kerja", tata: Tata = PLAIN) -> Checked:
    return check_content(content(berkas), berkas, jenis=jenis, bulan="2023-06", kunci=KEY, tata=tata)


def register(rows: list[list[Any]], header: list[str] = buat.REGISTER, nama: str = "daftar.xlsx") -> Checked:
    return check_content(buat.grid([header, *rows]), nama, jenis="tenaga_kerja", bulan="2023-06", kunci=KEY)


def refused(checked: Checked) -> list[tuple[int, str, str]]:
    return [(one.nomor_baris, one.kolom, one.alasan) for one in checked.rejected]


def warned(checked: Checked) -> list[tuple[str, str, int]]:
    return [(one.kolom, one.alasan, one.jumlah) for one in checked.warnings
            if not one.alasan.startswith("kolom tidak ada")]  # fmt: skip


@pytest.mark.parametrize("harapan", BERKAS, ids=lambda harapan: harapan.berkas)
def test_a_messy_file_gives_exactly_this(harapan: Harapan) -> None:
    checked = check(harapan.berkas, harapan.jenis)
    assert checked.accepted["nomor_baris"].to_pylist() == harapan.diterima
    assert refused(checked) == harapan.ditolak
    assert warned(checked) == harapan.peringatan
    assert (checked.lembar, checked.baris_judul) == (harapan.lembar, harapan.baris_judul)


@pytest.mark.parametrize("harapan", BERKAS, ids=lambda harapan: harapan.berkas)
def test_a_messy_file_is_recognised(harapan: Harapan) -> None:
    kenalan = recognise(content(harapan.berkas), harapan.berkas)
    best = kenalan.dugaan[0]
    assert best.header is not None
    assert (best.jenis, best.lembar, best.kurang, best.header.row + 1) == (
        harapan.jenis, harapan.lembar, (), harapan.baris_judul)  # fmt: skip
    assert kenalan.bulan == harapan.bulan


@pytest.mark.parametrize("berkas", list(buat.FILES))
def test_the_files_are_what_the_script_makes(berkas: str) -> None:
    assert _parts(buat.FILES[berkas]()) == _parts(content(berkas))


def _parts(made: bytes) -> object:
    """Unpacked, because another zlib packs the same bytes differently."""
    if not made.startswith(b"PK"):
        return made
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_every_writing_of_a_nik_is_the_same_person() -> None:
    plain = register([buat.worker(number) for number in range(1, 7)]).accepted["pseudonim_nik"].to_pylist()
    assert check("daftar_nik_berantakan.xlsx").accepted["pseudonim_nik"].to_pylist()[:6] == plain


def test_every_writing_of_a_date_and_a_sex_is_read() -> None:
    table = check("daftar_tanggal_dan_kelamin.xlsx").accepted
    august = date(1985, 8, 1)
    assert table["bulan_lahir"].to_pylist() == [*[august] * 8, date(1990, 2, 1), august, None]
    assert table["jenis_kelamin"].to_pylist() == ["L", "P", "L", "P", "L", "P", "L", "P", "L", "P", None]


def test_amounts_counts_and_accents_are_read() -> None:
    assert check("klaim_rupiah.csv", "klaim").accepted["rupiah"].to_pylist() == [*[42_000_000] * 5, 1_250_000, 42]
    employers = check("pemberi_kerja_cp1252.csv", "pemberi_kerja").accepted
    assert employers["nama_pemberi_kerja"].to_pylist() == ["Kedai Café Rekaan", "PT Contoh Ñusa"]
    assert employers["jumlah_pekerja"].to_pylist() == [12, 1200]


def test_values_behind_spaces_formulas_and_group_headings_are_read() -> None:
    assert check("daftar_bom.csv").accepted["kode_kelurahan"].to_pylist() == ["53.71.04.1014"]
    formulas = check("daftar_rumus.xlsx").accepted
    assert formulas["kode_kelurahan"].to_pylist()[:2] == ["53.71.03.1010", "53.71.03.1011"]
    assert formulas["rt"].to_pylist()[-1] is None
    flags = check("peserta_program_dua_baris.xlsx", "peserta").accepted
    assert [flags[f"program_{name}"].to_pylist()[0] for name in ("jkk", "jkm", "jht", "jp", "jkp")] == [
        True, True, True, False, False]  # fmt: skip
    row = check("daftar_alamat_dua_baris.xlsx").accepted.to_pylist()[0]
    assert (row["rt"], row["rw"], row["kode_kelurahan"], row["bulan_lahir"], row["status"], row["sumber"]) == (
        "001", "002", "53.71.03.1011", date(1990, 2, 1), "menganggur", "rt_rw")  # fmt: skip


def test_rt_and_rw_in_one_column_are_split() -> None:
    table = check("daftar_rt_rw.xlsx").accepted
    pairs = list(zip(table["rt"].to_pylist(), table["rw"].to_pylist(), strict=True))
    assert pairs == [*[("003", "001")] * 7, (None, None)]


def test_headings_header_row_and_missing_columns_can_be_said() -> None:
    with pytest.raises(IntakeError, match="Kolom wajib tidak ada: SUMBER, KODE KELURAHAN atau KELURAHAN"):
        check("daftar_judul_asing.xlsx")
    with pytest.raises(IntakeError, match=r"NIK, STATUS, SUMBER.*dibaca di baris 3"):
        check("daftar_judul_asing.xlsx", tata=Tata(baris_judul=3))
    said = Tata(
        lembar="data", baris_judul=3, isian={"sumber": "umkm", "kelurahan": "Kel. Bello"},
        pemetaan={"nomoridentitas": "pseudonim_nik", "kegiatanutama": "status", "rukuntetangga": "rt",
                  "rukunwarga": ""},
    )  # fmt: skip
    checked = check("daftar_judul_asing.xlsx", tata=said)
    rows = checked.accepted.to_pylist()
    assert [(row["nomor_baris"], row["rt"], row["rw"], row["kode_kelurahan"], row["status"], row["sumber"])
            for row in rows] == [(4, "003", None, "53.71.02.1005", "menganggur", "umkm"),
                                 (5, "003", None, "53.71.02.1005", "penerima_upah", "umkm")]  # fmt: skip
    assert warned(checked) == [NAME, ("Rukun Warga", UNKNOWN, 1)]
    assert checked.judul["status"] == "Kegiatan Utama"
    with pytest.raises(IntakeError, match="kolom yang tidak ada pada jenis tenaga_kerja"):
        check("daftar_judul_asing.xlsx", tata=Tata(pemetaan={"nomoridentitas": "npp"}))


def test_a_hundred_thousand_rows() -> None:
    rows = [buat.worker(1) for _ in range(100_000)]
    for number, row in enumerate(rows):
        row[0] = f"9971{number + 1:06d}850001"
    rows[99_998][0] = rows[0][0]
    checked = check_content(buat.text([buat.REGISTER, *rows], "utf-8"), "besar.csv", jenis="tenaga_kerja",
                            bulan="2023-06", kunci=KEY)  # fmt: skip
    assert (checked.baris_masuk, checked.baris_diterima) == (100_000, 99_999)
    assert refused(checked) == [(100_000, "NIK", TWICE)]


def test_the_same_file_twice_is_said_before_and_refused_after(batches: Path) -> None:
    first = commit(check("daftar_orang_ganda.xlsx"), batches=batches, oleh="Uji")
    again = check("daftar_orang_ganda.xlsx")
    for attempt in (lambda: refuse_unfit(again, batches),
                    lambda: commit(again, batches=batches, oleh="Uji")):  # fmt: skip
        with pytest.raises(BerkasGanda, match=first.id_batch):
            attempt()


FORMS = ["{}", "Kel. {}", "KELURAHAN {}", "kel {}", " {} "]


def test_every_listed_spelling_of_every_kelurahan_is_read() -> None:
    written = [(form.format(change(spelling)), row["kode_kelurahan"])
               for row in WILAYAH for spelling in (row["nama_kelurahan"], *filter(None, row["ejaan_lain"].split("|")))
               for form in FORMS for change in (str, str.upper, lambda text: text.replace(" ", "  "))]  # fmt: skip
    rows = [buat.member(number, KELURAHAN=place) for number, (place, _) in enumerate(written, start=1)]
    checked = check_content(buat.grid([buat.MEMBERS, *rows]), "a.xlsx", jenis="peserta", bulan="2023-06", kunci=KEY)
    assert checked.rejected == []
    assert checked.accepted["kode_kelurahan"].to_pylist() == [code for _, code in written]


def slips(name: str) -> list[str]:
    """One letter left out, doubled, or replaced, where no listed spelling and no second kelurahan is as near."""
    made = {name[:at] + middle + name[at + 1 :] for at in range(1, len(name)) if name[at].isalpha()
            for middle in ("", name[at] * 2, "q")}  # fmt: skip
    known = {key(word) for row in WILAYAH for word in (row["nama_kelurahan"], *row["ejaan_lain"].split("|")) if word}
    clear = []
    for text in sorted(made):
        two = nearest(text, NAMES, 0.0, limit=2)
        if key(text) not in known and two[0][0] == name and two[0][1] > two[1][1]:
            clear.append(text)
    return clear


@pytest.mark.parametrize("row", WILAYAH, ids=NAMES)
def test_a_slip_of_one_letter_is_refused_and_the_right_kelurahan_offered_first(row: dict[str, str]) -> None:
    written = slips(row["nama_kelurahan"])
    assert written
    rows = [buat.member(number, KELURAHAN=text) for number, text in enumerate(written, start=1)]
    with pytest.raises(SemuaDitolak) as all_refused:
        check_content(buat.grid([buat.MEMBERS, *rows]), "a.xlsx", jenis="peserta", bulan="2023-06", kunci=KEY)
    checked = all_refused.value.checked
    assert isinstance(checked, Checked)
    offered = {spelling.teks: spelling.saran[0][0] for spelling in checked.ejaan}
    assert offered == dict.fromkeys(written, row["kode_kelurahan"])


def test_a_confirmed_spelling_is_read_from_then_on_until_it_is_forgotten() -> None:
    before = check("peserta_ejaan.csv", "peserta")
    assert [(one.teks, one.jumlah, one.saran[0][1]) for one in before.ejaan] == [
        ("Oesappa", 2, "Oesapa"), ("Manulai I", 1, "Manulai II")]  # fmt: skip
    spellings.remember({before.ejaan[0].teks: before.ejaan[0].saran[0][0]}, "Uji")
    after = check("peserta_ejaan.csv", "peserta")
    assert after.accepted["nomor_baris"].to_pylist() == [*range(2, 8), 8, 9]
    assert after.accepted["kode_kelurahan"].to_pylist()[-2:] == ["53.71.03.1010"] * 2
    assert [one.teks for one in after.ejaan] == ["Manulai I"]
    spellings.forget("OESAPPA")
    assert check("peserta_ejaan.csv", "peserta").accepted["nomor_baris"].to_pylist() == list(range(2, 8))


def test_a_confirmed_spelling_never_overrules_the_official_ones() -> None:
    spellings.remember({"Oesapa": "53.71.01.1001", "TDM": "53.71.01.1001", "Fontain": "53.71.99.1001"}, "Uji")
    rows = [buat.member(number, KELURAHAN=text) for number, text in enumerate(("Oesapa", "tdm", "Fontain"), start=1)]
    checked = check_content(buat.grid([buat.MEMBERS, *rows]), "a.xlsx", jenis="peserta", bulan="2023-06", kunci=KEY)
    assert checked.accepted["kode_kelurahan"].to_pylist() == ["53.71.03.1010", "53.71.04.1014", "53.71.05.1008"]


@pytest.mark.parametrize("text", [buat.nik(1), "Oesapa 9971 0101", "RT 3", "x", "a" * 41, "!!"])
def test_what_cannot_be_the_name_of_a_place_is_not_remembered(text: str) -> None:
    with pytest.raises(IntakeError, match="2 sampai 40 huruf"):
        spellings.remember({text: "53.71.03.1010"}, "Uji")
    assert spellings.remembered() == []


def test_a_sixteen_digit_number_in_an_unknown_column_refuses_the_file() -> None:
    rows = [[*buat.worker(1), "x"], [*buat.worker(2), buat.nik(77)]]
    with pytest.raises(IntakeError, match=r"^Kolom KETERANGAN LAIN \(baris 3\) berisi nomor 16 digit") as error:
        register(rows, [*buat.REGISTER, "KETERANGAN LAIN"])
    assert buat.nik(77) not in str(error.value)
    with pytest.raises(IntakeError, match=r"^Kolom ke-10 \(baris 3\)"):
        register(rows, [*buat.REGISTER, ""])


@pytest.mark.parametrize("heading", ["NO KK", "No. Kartu Keluarga", "Nomor KK", "NO. REKENING"])
def test_known_columns_of_long_numbers_are_dropped_with_a_word(heading: str) -> None:
    checked = register([[*buat.worker(1), buat.nik(88)]], [*buat.REGISTER, heading])
    assert warned(checked) == [NAME, (heading, UNKNOWN, 1)]


def test_a_nik_in_a_column_of_member_numbers_refuses_the_row() -> None:
    rows = [buat.member(1, NO_KPJ=buat.nik(66)), buat.member(2)]
    checked = check_content(buat.grid([buat.MEMBERS, *rows]), "a.xlsx", jenis="peserta", bulan="2023-06", kunci=KEY)
    assert refused(checked) == [(2, "NO KPJ", MAYBE_NIK)]


@pytest.mark.parametrize(
    "text", ["0812-3456-7890", "sopir 0812 / 3456 / 7890", "lahir 17_08_1985", "+62 (812) 345-678"]
)
def test_long_numbers_in_kept_texts_are_emptied_whatever_stands_between(text: str) -> None:
    checked = register([[*buat.worker(1), text]], [*buat.REGISTER, "PEKERJAAN"])
    assert checked.accepted["pekerjaan"].to_pylist() == [None]
    assert warned(checked)[-1] == ("PEKERJAAN", "isian berisi deretan angka panjang dan dikosongkan", 1)


@pytest.mark.parametrize("text", ["01/01/2023-05/12/2023", "01-01-2023 05-12-2023", "2019-2023,2024-2028"])
def test_dates_side_by_side_are_not_taken_for_a_nik(text: str) -> None:
    assert register([[*buat.worker(1), text]], [*buat.REGISTER, "MASA KERJA"]).baris_diterima == 1


@pytest.mark.parametrize(
    "start", ["<html>", "\r\n<!DOCTYPE html>", '<?xml version="1.0"?><Workbook>', "<TABLE border=1>"]
)
def test_a_page_that_is_called_a_workbook_is_refused_with_what_to_do(start: str) -> None:
    page = f"{start}<tr><td>NIK</td><td>RT</td><td>STATUS</td></tr>".encode()
    with pytest.raises(IntakeError, match=r"halaman web.*simpan sebagai \.xlsx"):
        recognise(page, "daftar.xls")
    with pytest.raises(IntakeError, match=r"halaman web.*simpan sebagai \.xlsx"):
        check_content(page, "daftar.xls", jenis="tenaga_kerja", bulan="2023-06", kunci=KEY)


def test_a_nik_in_titles_and_in_the_names_of_file_and_sheet_goes_no_further(batches: Path) -> None:
    secret = buat.nik(4321)
    rows = [[f"DAFTAR {secret}"], [secret], ["", "", secret], buat.REGISTER, buat.worker(1), buat.worker(2, STATUS="?")]
    made = buat.grid(rows, sheet=secret)
    checked = check_content(made, f"daftar {secret}.xlsx", jenis="tenaga_kerja", bulan="2023-06", kunci=KEY)
    manifest = commit(checked, batches=batches, oleh="Uji")
    assert manifest.nama_berkas == "daftar ….xlsx"
    assert checked.lembar == "…"
    for stored in manifest.folder.iterdir():
        assert secret.encode() not in stored.read_bytes()
    with pytest.raises(IntakeError) as error:
        check_content(made, secret, jenis="tenaga_kerja", bulan="2023-06", kunci=KEY, tata=Tata(lembar="Mei"))
    assert str(error.value) == "Lembar tidak ditemukan. Lembar yang ada: …."
