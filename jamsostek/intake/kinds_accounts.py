"""Contracts of the kinds whose rows are employers, payments, published figures and targets."""

import pyarrow as pa

from jamsostek.intake import duplicates, numbers, parsers, place_rules, rules
from jamsostek.intake.births import any_date
from jamsostek.intake.contract import REQUIRED, Column, Contract, placed, plain
from jamsostek.intake.kinds_persons import PLACE, PLACE_HEADER, closed, words
from jamsostek.intake.parsers import Parser
from jamsostek.intake.places import Places

JENIS_PEMBERI_KERJA = {
    "perusahaan": "badan usaha|PT|CV|swasta|BUMN|BUMD",
    "umkm": "UKM|usaha mikro|usaha kecil|usaha menengah|perorangan",
    "ritel": "toko|retail|minimarket|swalayan",
    "rumah_ibadah": "gereja|masjid|pura|vihara|rumah ibadat|tempat ibadah",
    "instansi": "instansi pemerintah|pemerintah|dinas|OPD|sekolah",
}
PROGRAM = {
    "JKK": "Jaminan Kecelakaan Kerja",
    "JKM": "Jaminan Kematian",
    "JHT": "Jaminan Hari Tua",
    "JP": "Jaminan Pensiun",
    "JKP": "Jaminan Kehilangan Pekerjaan",
}
JENIS_MANFAAT = {
    "santunan_jkm": "JKM|santunan kematian|santunan JKM|klaim JKM",
    "beasiswa": "beasiswa anak|beasiswa pendidikan",
    "jht": "klaim JHT|manfaat JHT|jaminan hari tua",
    "jkk": "klaim JKK|manfaat JKK|santunan JKK|jaminan kecelakaan kerja",
    "jp": "klaim JP|manfaat JP|jaminan pensiun",
    "jkp": "klaim JKP|manfaat JKP|jaminan kehilangan pekerjaan",
}
JENIS_ANGKA = {
    "resmi": "angka resmi|publikasi resmi",
    "pernyataan": "pernyataan pejabat|statement",
    "register": "administrasi|data administrasi|register administrasi",
}


def needed(name: str, header: str, parse: Parser, *, aliases: str = "", type_: pa.DataType | None = None) -> Column:
    """A column whose cells must all be filled."""
    return Column(name, header, plain(parse), aliases, required=True, blank=REQUIRED, type=type_ or pa.string())


def optional(name: str, header: str, parse: Parser, aliases: str = "") -> Column:
    """A text column that may be empty or missing."""
    return Column(name, header, plain(parse), aliases)


def area() -> Column:
    """The place a published figure is about, as a code: ID, 53, 53.71, 53.71.04, 53.71.04.1001."""
    return Column("wilayah", "WILAYAH", placed(Places.parse_area), "KODE WILAYAH|DAERAH", required=True, blank=REQUIRED,
                  shows_places=True)  # fmt: skip


PEMBERI_KERJA = Contract(
    "pemberi_kerja",
    (
        Column("npp", "NPP", plain(parsers.parse_npp), "NO NPP|NOMOR NPP"),
        needed("nama_pemberi_kerja", "NAMA", parsers.parse_name,
               aliases="NAMA PEMBERI KERJA|NAMA PERUSAHAAN|NAMA BADAN USAHA|NAMA USAHA"),
        closed("jenis_pemberi_kerja", "JENIS", JENIS_PEMBERI_KERJA, aliases="JENIS PEMBERI KERJA|JENIS USAHA",
               blank=REQUIRED),
        *PLACE,
        needed("jumlah_pekerja", "JUMLAH PEKERJA", numbers.parse_count, aliases="JUMLAH TENAGA KERJA|JML PEKERJA",
               type_=pa.int32()),
        needed("jumlah_terdaftar", "JUMLAH TERDAFTAR", numbers.parse_count,
               aliases="JUMLAH PEKERJA TERDAFTAR|JML TERDAFTAR|JUMLAH PESERTA", type_=pa.int32()),
    ),
    monthly=True,
    any_of=(PLACE_HEADER,),
    rules=(place_rules.place_or_none, duplicates.unique_employer, rules.registered_within_workers),
)  # fmt: skip

KLAIM = Contract(
    "klaim",
    (
        closed("program", "PROGRAM", PROGRAM, aliases="KODE PROGRAM|JAMINAN", blank=REQUIRED),
        closed("jenis_manfaat", "JENIS MANFAAT", JENIS_MANFAAT, aliases="MANFAAT|JENIS KLAIM", blank=REQUIRED),
        *PLACE,
        needed("rupiah", "RUPIAH", numbers.parse_rupiah, aliases="NOMINAL|JUMLAH RUPIAH|NILAI KLAIM|JUMLAH DIBAYAR",
               type_=pa.int64()),
        words("sumber_kepesertaan", "SUMBER KEPESERTAAN", "KELOMPOK PESERTA|KEPESERTAAN"),
    ),
    monthly=True,
    any_of=(PLACE_HEADER,),
    rules=(place_rules.place_or_none, rules.benefit_of_programme),
)  # fmt: skip

ANGKA_RESMI = Contract(
    "angka_resmi",
    (
        needed("indikator", "INDIKATOR", parsers.parse_code),
        area(),
        needed("periode", "PERIODE", parsers.parse_citation),
        needed("tanggal", "TANGGAL", any_date, aliases="TGL", type_=pa.date32()),
        needed("nilai", "NILAI", numbers.parse_decimal, aliases="ANGKA", type_=pa.float64()),
        needed("satuan", "SATUAN", parsers.parse_citation),
        closed("jenis_angka", "JENIS", JENIS_ANGKA, aliases="JENIS ANGKA", blank=REQUIRED),
        optional("penutur", "PENUTUR", parsers.parse_citation, "PENERBIT"),
        needed("sumber", "SUMBER", parsers.parse_citation, aliases="JUDUL SUMBER"),
        optional("tautan", "TAUTAN", parsers.parse_citation, "ALAMAT WEB|URL|LINK"),
        optional("catatan", "CATATAN", parsers.parse_citation, "KETERANGAN"),
    ),
    monthly=False,
    rules=(duplicates.unique_row,),
)

TARGET = Contract(
    "target",
    (
        needed("tanggal", "TANGGAL", any_date, aliases="TGL", type_=pa.date32()),
        needed("rasio_cakupan", "RASIO CAKUPAN", numbers.parse_ratio, aliases="TARGET|TARGET CAKUPAN|RASIO",
               type_=pa.float64()),
        area(),
        needed("penerbit", "PENERBIT", parsers.parse_citation),
        needed("sumber", "SUMBER", parsers.parse_citation, aliases="JUDUL SUMBER"),
        optional("tautan", "TAUTAN", parsers.parse_citation, "ALAMAT WEB|URL|LINK"),
    ),
    monthly=False,
    rules=(duplicates.unique_row,),
)  # fmt: skip
