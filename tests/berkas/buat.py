"""Make the messy files of this folder again: `python -m tests.berkas.buat`. All persons are invented (province 99)."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

from tests.berkas import xls

FOLDER = Path(__file__).parent
_MADE = datetime(2023, 7, 1)
REGISTER = ["NIK", "NAMA", "RT", "RW", "KELURAHAN", "TANGGAL LAHIR", "JENIS KELAMIN", "STATUS", "SUMBER"]
MEMBERS = ["NIK", "NO KPJ", "SEGMEN", "JKK", "JKM", "KELURAHAN", "TANGGAL LAHIR", "JENIS KELAMIN"]
_NAMES = ("Yosina Contoh", "Melkianus Rekaan", "Adriana Misal", "Yeremias Umpama", "Dorkas Andai", "Apolos Semu")


def nik(number: int) -> str:
    """A number in the shape of a NIK that nobody has: there is no province 99."""
    return f"997101010185{number:04d}"


def worker(number: int, **changes: Any) -> list[Any]:
    """A correct row of the register, with changes by heading (a blank in the heading written as _)."""
    row = {
        "NIK": nik(number), "NAMA": _NAMES[number % len(_NAMES)], "RT": "003", "RW": "001", "KELURAHAN": "Oesapa",
        "TANGGAL LAHIR": "17-08-1985", "JENIS KELAMIN": "P", "STATUS": "menganggur", "SUMBER": "rt_rw",
    }  # fmt: skip
    return list((row | _spaced(changes)).values())


def member(number: int, **changes: Any) -> list[Any]:
    """A correct row of participants, with changes as in `worker`."""
    row = {
        "NIK": nik(number), "NO KPJ": f"9900000{number:04d}", "SEGMEN": "BPU", "JKK": "Y", "JKM": "Y",
        "KELURAHAN": "Liliba", "TANGGAL LAHIR": "17-08-1985", "JENIS KELAMIN": "L",
    }  # fmt: skip
    return list((row | _spaced(changes)).values())


def _spaced(changes: dict[str, Any]) -> dict[str, Any]:
    return {name.replace("_", " "): value for name, value in changes.items()}


def workbook(fill: Callable[[Any], None]) -> bytes:
    """A workbook as xlsxwriter makes it; `fill` adds the sheets."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"created": _MADE})
        fill(book)
    return target.getvalue()


def grid(rows: Sequence[Sequence[Any]], *, sheet: str = "Data", merge: Sequence[str] = ()) -> bytes:
    """A workbook of one sheet."""

    def fill(book: Any) -> None:
        put(book, book.add_worksheet(sheet), rows, merge)

    return workbook(fill)


def put(book: Any, page: Any, rows: Sequence[Sequence[Any]], merge: Sequence[str] = ()) -> None:
    """Write rows; dates become real date cells, pairs (formula, cached value) become formulas."""
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for area in merge:
        page.merge_range(area, "")
    for number, row in enumerate(rows):
        for index, cell in enumerate(row):
            if isinstance(cell, tuple):
                page.write_formula(number, index, cell[0], None, cell[1])
            elif isinstance(cell, date):
                page.write_datetime(number, index, datetime(cell.year, cell.month, cell.day), day)
            elif cell is not None:
                page.write(number, index, cell)


def text(rows: Sequence[Sequence[Any]], encoding: str, separator: str = ";") -> bytes:
    """A CSV file with Windows line ends."""
    return "".join(separator.join(map(str, row)) + "\r\n" for row in rows).encode(encoding)


def judul_gabung() -> bytes:
    """Merged titles, header in row 5, column numbers below it, an empty row, a subtotal and a total."""
    rows = [["DAFTAR TENAGA KERJA KELURAHAN OESAPA"], ["Keadaan bulan Juni 2023"], [], [], REGISTER,
            [f"({number})" for number in range(1, 10)], worker(1), worker(2), ["Jumlah", 2], [], worker(3),
            [None, "Total", None, None, None, None, 3], [" ", "\u00a0"]]  # fmt: skip
    return grid(rows, sheet="Juni", merge=["A1:I1", "A2:I3"])


def program_dua_baris() -> bytes:
    """Participants with a group heading PROGRAM above five columns and all other headings merged over two rows."""
    upper = ["NO", "NIK", "NO KPJ", "SEGMEN", "PROGRAM", None, None, None, None, "KELURAHAN"]
    lower = [None, None, None, None, "JKK", "JKM", "JHT", "JP", "JKP", None]
    body = [[number, nik(number), f"9900000{number:04d}", "PU", "v", "v", "v", "", "-", "Kel. Fontein"]
            for number in (1, 2)]  # fmt: skip
    return grid([["PESERTA AKTIF JUNI 2023"], upper, lower, *body], merge=["A1:J1", "E2:I2", "A2:A3", "B2:B3"])


def alamat_dua_baris() -> bytes:
    """The register with ALAMAT above KELURAHAN, RT, RW; NO KK is merged over both rows like the rest."""
    upper = ["NO KK", "NIK", "NAMA", "ALAMAT", None, None, "TGL LAHIR", "L/P", "STATUS", "SUMBER"]
    lower = [None, None, None, "KELURAHAN", "RT", "RW", None, None, None, None]
    body = [[nik(9000), nik(number), _NAMES[number], "LASIANA", number, 2, "1 Peb 90", "P", "mencari kerja", "RT/RW"]
            for number in (1, 2)]  # fmt: skip
    return grid([upper, lower, *body], merge=["D1:F1", "A1:A2", "B1:B2", "C1:C2"])


def nik_berantakan() -> bytes:
    """NIK in every state in which it arrives; the last rows hold another person's number in a kept text column."""
    written = [nik(1), f"'{nik(2)}", f" {nik(3)} ", "9971.0101.0185.0004", "9971 0101 0185 0005", f'"{nik(6)}"',
               float(nik(7)), "9,97101E+15", "9.97101E+15", "997101010185010", "99710101018500011", "997101010185000A",
               "1111111111111111", "", f"\u200b{nik(15)}\u00a0", int(nik(16)[:15]), "9971/0101/0185/0017"]  # fmt: skip
    header = [*REGISTER, "PEKERJAAN"]
    rows = [[*worker(number, NIK=cell), "petani"] for number, cell in enumerate(written, start=1)]
    rows += [[*worker(18), f"istri {nik(99)}"], [*worker(19), "sopir 0812-3456-7890"],
             [*worker(20), "9971/0101/0185/0098"]]  # fmt: skip
    return grid([header, *rows])


def tanggal_dan_kelamin() -> bytes:
    """Dates and sexes in every usual writing; the last five rows cannot be taken."""
    born = ["17-08-1985", "17/08/85", "17.8.1985", "1985-08-17", 31276, date(1985, 8, 17), "17 Agustus 1985",
            "17 Agt 85", "1 Peb 90", "31276", "", "08/17/1985", "31-02-1985", "17-08-1785", "1985",
            "30-06-2010"]  # fmt: skip
    sexes = ["L", "P", "Laki-laki", "PEREMPUAN", 1, 2, "laki laki", "Pr", "LK", "wanita", "", "L", "P", "L", "P", "L"]
    rows = [worker(number, TANGGAL_LAHIR=day, JENIS_KELAMIN=sex)
            for number, (day, sex) in enumerate(zip(born, sexes, strict=True), start=1)]  # fmt: skip
    return grid([REGISTER, *rows, worker(17, JENIS_KELAMIN="3")])


def klaim_rupiah() -> bytes:
    """Payments with the amounts as people type them, as CSV with semicolons."""
    amounts = ["42000000", "42.000.000", "Rp 42.000.000,-", "Rp42.000.000,00", "42,000,000", "1.250.000,50", "42,5",
               "42,000", "nol", "0", "-5"]  # fmt: skip
    header = ["PROGRAM", "JENIS MANFAAT", "KELURAHAN", "RUPIAH"]
    return text([["KLAIM JUNI 2023"], header, *(["JKM", "santunan_jkm", "Alak", cell] for cell in amounts)], "utf-8")


def pemberi_kerja_cp1252() -> bytes:
    """Employers in Windows-1252, with an accent and counts with thousands dots."""
    header = ["NPP", "NAMA", "JENIS", "KELURAHAN", "JUMLAH PEKERJA", "JUMLAH TERDAFTAR"]
    rows = [["ZZ000001", "Kedai Café Rekaan", "umkm", "Merdeka", "12", "10"],
            ["ZZ000002", "PT Contoh Ñusa", "perusahaan", "Solor", "1.200", "1.250"],
            ["", "Gereja Misal", "gereja", "Oeba", "3,0", "tiga"]]  # fmt: skip
    return text([header, *rows], "cp1252")


def register_utf16() -> bytes:
    """The register as Excel's 'Unicode Text': UTF-16 with tabs."""
    return text([REGISTER, worker(1), worker(2, NAMA="Renée Contoh")], "utf-16", "\t")


def register_bom() -> bytes:
    """The register as 'CSV UTF-8', with spaces of every kind around and inside the cells."""
    messy = worker(1, KELURAHAN=" \u00a0Tuak  Daun\u00a0Merah\u200b ", STATUS="Menganggur\u00a0", SUMBER=" RT / RW ",
                   JENIS_KELAMIN="\ufeffP", TANGGAL_LAHIR="17-08-1985 ")  # fmt: skip
    return text([REGISTER, messy, worker(2, RT="\u00a0", KELURAHAN="\u00a0")], "utf-8-sig", ",")


def lembar_tersembunyi() -> bytes:
    """A cover, the sheet with the data, a hidden sheet of the same form and a hidden list for drop-downs."""

    def fill(book: Any) -> None:
        put(book, book.add_worksheet("Sampul"), [["LAPORAN"], ["Kelurahan Oesapa"]])
        put(book, book.add_worksheet("Mei 2023"), [REGISTER, worker(1)])
        for name, rows in (("Arsip", [REGISTER, worker(2)]), ("Pilihan", [["SUMBER"], ["rt_rw"], ["umkm"]])):
            page = book.add_worksheet(name)
            put(book, page, rows)
            page.hide()

    return workbook(fill)


def rumus() -> bytes:
    """Formulas with cached values, error cells, a link to another workbook and a DDE formula."""
    rows = [worker(1, KELURAHAN=('="Oe"&"sapa"', "Oesapa")), worker(2, STATUS=("=NA()", "#N/A")),
            worker(3, KELURAHAN=("=Lama!A1", "#REF!")), worker(4, KELURAHAN=("='[lain.xlsx]Data'!A1", "Lasiana")),
            worker(5, STATUS=("=cmd|'/c calc'!A1", "menganggur")), worker(6, JENIS_KELAMIN=("=1/0", "#DIV/0!")),
            worker(7, RT=("=NA()", "#N/A"))]  # fmt: skip
    return grid([REGISTER, *rows])


def rumus_tanpa_nilai() -> bytes:
    """Formulas that no program has calculated yet: the cells have no value."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "Data"
    for row in (REGISTER, worker(1), worker(2, STATUS='="menganggur"'), worker(3, RT="=1+1")):
        page.append(row)
    target = io.BytesIO()
    book.save(target)
    return undated(target.getvalue())


def undated(content: bytes) -> bytes:
    """The same workbook with fixed times, which openpyxl takes from the clock."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2023-07-01T00:00:00Z", old.read(name)))
    return target.getvalue()


def orang_ganda() -> bytes:
    """One person twice, on two lists, and in two kelurahan."""
    rows = [worker(1), worker(2), worker(1, NAMA="Yosina C."), worker(1, SUMBER="gereja"),
            worker(2, KELURAHAN="Kel. Lasiana"), worker(3)]  # fmt: skip
    return grid([REGISTER, *rows])


def ejaan_kelurahan() -> bytes:
    """Listed spellings, slips, a kecamatan for a kelurahan, a person's name, a kelurahan under the wrong kecamatan."""
    pairs = [("Kel. Oesapa", "Kelapa Lima"), ("KELURAHAN  LASIANA", "KEC. KELAPA LIMA"), ("tdm", "oebobo"),
             ("LLBK", "Kota Lama"), ("Naikoten  II", "Kota  Raja"), ("5371031010", ""), ("Oesappa", "Kelapa Lima"),
             ("Oesappa", "Kelapa Lima"), ("Manulai I", "Alak"), ("Kota Raja", "Kota Raja"), ("Yosina Contoh", ""),
             ("Oesapa", "Oebobo"), ("Lai Lai Bisi Kopan 9971 0101 0185 0097", "")]  # fmt: skip
    rows = [[*member(number, KELURAHAN=place), district] for number, (place, district) in enumerate(pairs, start=1)]
    return text([[*MEMBERS, "KECAMATAN"], *rows], "utf-8")


def rt_rw_satu_kolom() -> bytes:
    """RT and RW in one column, in every usual writing, beside an RW column that disagrees in one row."""
    written: list[tuple[Any, Any]] = [
        ("003/01", ""), ("RT 3 RW 1", ""), ("RW 01/RT 03", ""), ("3-1", ""), ("RT.003/RW.001", "1"), ("3/1", "001"),
        ("003/01", "2"), (date(2026, 1, 3), ""), ("03-Jan", ""), ("3", "1"), ("", ""), ("1234", "1"),
    ]  # fmt: skip
    header = ["RT/RW" if name == "RT" else name for name in REGISTER]
    return grid([header, *(worker(n, RT=rt, RW=rw) for n, (rt, rw) in enumerate(written, start=1))])


def judul_asing() -> bytes:
    """Headings nobody could know, a header in row 3 below a row that looks like one; no SUMBER, no KELURAHAN."""
    odd = {"NIK": "Nomor Identitas", "STATUS": "Kegiatan Utama", "RT": "Rukun Tetangga", "RW": "Rukun Warga"}
    kept = [index for index, name in enumerate(REGISTER) if name not in ("KELURAHAN", "SUMBER")]
    rows = [[odd.get(name, name) for name in REGISTER], worker(1), worker(2, STATUS="karyawan")]
    lead = [["Isian wajib:", "NIK", "TANGGAL LAHIR", "JENIS KELAMIN", "STATUS"], []]
    return grid([*lead, *([row[index] for index in kept] for row in rows)])


def daftar_lama() -> bytes:
    """A workbook of Excel 97-2003 with a NIK as text and one as a number."""
    rows = [row[:1] + row[2:] for row in (REGISTER, worker(1), worker(2), worker(3, NIK=float(nik(3))))]
    return xls.book([["DAFTAR MEI 2023"], *rows])


FILES: dict[str, Callable[[], bytes]] = {
    "daftar_judul_gabung.xlsx": judul_gabung,
    "peserta_program_dua_baris.xlsx": program_dua_baris,
    "daftar_alamat_dua_baris.xlsx": alamat_dua_baris,
    "daftar_nik_berantakan.xlsx": nik_berantakan,
    "daftar_tanggal_dan_kelamin.xlsx": tanggal_dan_kelamin,
    "klaim_rupiah.csv": klaim_rupiah,
    "pemberi_kerja_cp1252.csv": pemberi_kerja_cp1252,
    "daftar_utf16.csv": register_utf16,
    "daftar_bom.csv": register_bom,
    "daftar_lembar_tersembunyi.xlsx": lembar_tersembunyi,
    "daftar_rumus.xlsx": rumus,
    "daftar_rumus_tanpa_nilai.xlsx": rumus_tanpa_nilai,
    "daftar_orang_ganda.xlsx": orang_ganda,
    "peserta_ejaan.csv": ejaan_kelurahan,
    "daftar_rt_rw.xlsx": rt_rw_satu_kolom,
    "daftar_judul_asing.xlsx": judul_asing,
    "daftar_lama.xls": daftar_lama,
}

if __name__ == "__main__":
    for name, make in FILES.items():
        (FOLDER / name).write_bytes(make())
