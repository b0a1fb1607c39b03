"""Hand-made input files: a correct row per kind, and writers for CSV and XLSX."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl

ROWS: dict[str, dict[str, Any]] = {
    "peserta": {
        "NIK": "5371011708850001", "NO KPJ": "12345678901", "SEGMEN": "PU", "JKK": "Y", "JKM": "Y", "JHT": "Y",
        "JP": "T", "JKP": "T", "NPP": "JJ012345", "KELURAHAN": "Oesapa", "KECAMATAN": "Kelapa Lima",
        "TANGGAL LAHIR": "17-08-1985", "JENIS KELAMIN": "L", "SUMBER IURAN": "pemberi_kerja",
    },
    "tenaga_kerja": {
        "NIK": "5371011708850001", "RT": "3", "RW": "1", "KELURAHAN": "Oesapa", "KECAMATAN": "Kelapa Lima",
        "TANGGAL LAHIR": "17-08-1985", "JENIS KELAMIN": "P", "PENDIDIKAN": "sma", "STATUS": "menganggur",
        "LAPANGAN USAHA": "perdagangan", "PEKERJAAN": "penjual ikan", "MINAT PELATIHAN": "menjahit", "SUMBER": "rt_rw",
    },
    "pemberi_kerja": {
        "NPP": "JJ012345", "NAMA": "PT Contoh", "JENIS": "perusahaan", "KELURAHAN": "Alak", "KECAMATAN": "Alak",
        "JUMLAH PEKERJA": "12", "JUMLAH TERDAFTAR": "10",
    },
    "klaim": {
        "PROGRAM": "JKM", "JENIS MANFAAT": "santunan_jkm", "KELURAHAN": "Alak", "KECAMATAN": "Alak",
        "RUPIAH": "42000000", "SUMBER KEPESERTAAN": "non-ASN",
    },
    "angka_resmi": {
        "INDIKATOR": "tpt", "WILAYAH": "53.71", "PERIODE": "Agustus 2021", "TANGGAL": "2021-08-31", "NILAI": "9,76",
        "SATUAN": "persen", "JENIS": "resmi", "PENUTUR": "BPS", "SUMBER": "BRS", "TAUTAN": "https://contoh.id",
        "CATATAN": "",
    },
    "target": {
        "TANGGAL": "2026-12-31", "RASIO CAKUPAN": "0,60", "WILAYAH": "Kota Kupang", "PENERBIT": "Pemkot",
        "SUMBER": "RPJMD", "TAUTAN": "",
    },
}  # fmt: skip


def nik(number: int) -> str:
    """A made-up NIK whose last digit varies."""
    return f"537101170885{number:04d}"


def rows(jenis: str, *changes: Mapping[str, Any]) -> list[dict[str, Any]]:
    """One correct row per change, each with its own NIK, with the change applied."""
    made = []
    for number, change in enumerate(changes, start=1):
        row = dict(ROWS[jenis])
        if "NIK" in row:
            row["NIK"] = nik(number)
        made.append(row | change)
    return made


def csv_text(data: Sequence[Mapping[str, Any]], *, separator: str = ",") -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, list(data[0]), delimiter=separator, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(data)
    return buffer.getvalue()


def write_csv(path: Path, data: Sequence[Mapping[str, Any]], *, separator: str = ",", encoding: str = "utf-8") -> Path:
    path.write_bytes(csv_text(data, separator=separator).encode(encoding))
    return path


def write_xlsx(path: Path, grid: Iterable[Sequence[Any]], *, merge: Sequence[str] = (), sheet: str = "Data") -> Path:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in grid:
        page.append(list(row))
    for area in merge:
        page.merge_cells(area)
    book.save(path)
    return path


def table(data: Sequence[Mapping[str, Any]]) -> list[list[Any]]:
    """Header and rows as a grid for a worksheet."""
    return [list(data[0]), *(list(row.values()) for row in data)]
