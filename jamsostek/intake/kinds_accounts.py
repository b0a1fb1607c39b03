"""Contracts of the kinds whose rows are employers, payments, published figures and targets."""

import pyarrow as pa

from jamsostek.intake import duplicates, numbers, parsers, place_rules, rules
from jamsostek.intake.births import any_date
from jamsostek.intake.contract import REQUIRED, Column, Contract, placed, plain
from jamsostek.intake.kinds_persons import PLACE, PLACE_HEADER, PROGRAM, closed, words
from jamsostek.intake.parsers import Parser
from jamsostek.intake.places import Places

JENIS_PEMBERI_KERJA = {
    "perusahaan": "badan usaha|PT|CV|swasta|BUMN|BUMD",
    "umkm": "UKM|usaha mikro|usaha kecil|usaha menengah|perorangan",
    "ritel": "toko|retail|minimarket|swalayan",
    "rumah_ibadah": "gereja|masjid|pura|vihara|rumah ibadat|tempat ibadah",
    "instansi": "instansi pemerintah|pemerintah|dinas|OPD|sekolah",
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


def needed(
    name: str, header: str, parse: Parser, *, aliases: str = "", type_: pa.DataType | None = None, arti: str = "",
    contoh: str = "",
) -> Column:  # fmt: skip
    """A column whose cells must all be filled."""
    return Column(name, header, plain(parse), aliases, required=True, blank=REQUIRED, type=type_ or pa.string(),
                  arti=arti, contoh=contoh)  # fmt: skip


def optional(
    name: str, header: str, parse: Parser, aliases: str = "", *, arti: str = "", contoh: str = ""
) -> Column:  # fmt: skip
    """A text column that may be empty or missing."""
    return Column(name, header, plain(parse), aliases, arti=arti, contoh=contoh)


def area() -> Column:
    """The place a published figure is about, as a code: of the country, a province, the city or a part of it."""
    return Column("wilayah", "WILAYAH", placed(Places.parse_area), "KODE WILAYAH|DAERAH", required=True, blank=REQUIRED,
                  shows_places=True,
                  arti="Wilayah yang dimaksud: Indonesia, provinsi, kota, kecamatan, kelurahan.")  # fmt: skip


PEMBERI_KERJA = Contract(
    "pemberi_kerja",
    (
        Column("npp", "NPP", plain(parsers.parse_npp), "NO NPP|NOMOR NPP", contoh="ZZ000001",
               arti="Nomor Pendaftaran Perusahaan; kosong bila belum terdaftar."),
        needed("nama_pemberi_kerja", "NAMA", parsers.parse_name,
               aliases="NAMA PEMBERI KERJA|NAMA PERUSAHAAN|NAMA BADAN USAHA|NAMA USAHA",
               arti="Nama badan usaha atau tempat usaha, bukan nama orang.", contoh="Toko Contoh"),
        closed("jenis_pemberi_kerja", "JENIS", JENIS_PEMBERI_KERJA, aliases="JENIS PEMBERI KERJA|JENIS USAHA",
               blank=REQUIRED, arti="Golongan pemberi kerja.", contoh="ritel"),
        *PLACE,
        needed("jumlah_pekerja", "JUMLAH PEKERJA", numbers.parse_count, aliases="JUMLAH TENAGA KERJA|JML PEKERJA",
               type_=pa.int32(), arti="Banyaknya orang yang bekerja di sana.", contoh="12"),
        needed("jumlah_terdaftar", "JUMLAH TERDAFTAR", numbers.parse_count,
               aliases="JUMLAH PEKERJA TERDAFTAR|JML TERDAFTAR|JUMLAH PESERTA", type_=pa.int32(),
               arti="Di antaranya yang terdaftar di BPJS Ketenagakerjaan; tidak melebihi jumlah pekerja.", contoh="10"),
    ),
    monthly=True,
    any_of=(PLACE_HEADER,),
    rules=(place_rules.place_or_none, duplicates.unique_employer, rules.registered_within_workers),
)  # fmt: skip

KLAIM = Contract(
    "klaim",
    (
        closed("program", "PROGRAM", PROGRAM, aliases="KODE PROGRAM|JAMINAN", blank=REQUIRED, contoh="JKM",
               arti="Program yang membayar."),
        closed("jenis_manfaat", "JENIS MANFAAT", JENIS_MANFAAT, aliases="MANFAAT|JENIS KLAIM", blank=REQUIRED,
               arti="Manfaat yang dibayar; sesuai programnya, beasiswa untuk JKK atau JKM.", contoh="santunan_jkm"),
        *PLACE,
        needed("rupiah", "RUPIAH", numbers.parse_rupiah, aliases="NOMINAL|JUMLAH RUPIAH|NILAI KLAIM|JUMLAH DIBAYAR",
               type_=pa.int64(), arti="Jumlah yang dibayarkan, dalam rupiah tanpa pecahan.", contoh="42000000"),
        words("sumber_kepesertaan", "SUMBER KEPESERTAAN", "KELOMPOK PESERTA|KEPESERTAAN",
              arti="Kelompok asal kepesertaannya.", contoh="non-ASN"),
    ),
    monthly=True,
    any_of=(PLACE_HEADER,),
    rules=(place_rules.place_or_none, rules.benefit_of_programme),
)  # fmt: skip

ANGKA_RESMI = Contract(
    "angka_resmi",
    (
        needed("indikator", "INDIKATOR", parsers.parse_code, contoh="tpt",
               arti="Apa yang diukur, misalnya tpt, penganggur, cakupan, angkatan_kerja, potensi_peserta."),
        area(),
        needed("periode", "PERIODE", parsers.parse_citation, arti="Periode seperti tertulis di sumber.",
               contoh="Agustus 2022"),
        needed("tanggal", "TANGGAL", any_date, aliases="TGL", type_=pa.date32(), contoh="31-08-2022",
               arti="Tanggal acuan angka itu, biasanya hari terakhir periodenya."),
        needed("nilai", "NILAI", numbers.parse_decimal, aliases="ANGKA", type_=pa.float64(), contoh="9,76",
               arti="Angkanya, dalam satuan di kolom SATUAN."),
        needed("satuan", "SATUAN", parsers.parse_citation, arti="Satuan angka: persen, orang, atau satuan lain.",
               contoh="persen"),
        closed("jenis_angka", "JENIS", JENIS_ANGKA, aliases="JENIS ANGKA", blank=REQUIRED, contoh="resmi",
               arti="Resmi (statistik), pernyataan (ucapan pejabat, media), atau register (hitungan administrasi)."),
        optional("penutur", "PENUTUR", parsers.parse_citation, "PENERBIT", contoh="BPS (Sakernas)",
                 arti="Lembaga atau jabatan yang menerbitkan atau mengucapkan."),
        needed("sumber", "SUMBER", parsers.parse_citation, aliases="JUDUL SUMBER", contoh="Contoh judul terbitan",
               arti="Judul dan tanggal terbitan atau berita."),
        optional("tautan", "TAUTAN", parsers.parse_citation, "ALAMAT WEB|URL|LINK", arti="Alamat web sumber.",
                 contoh="https://contoh.id/terbitan"),
        optional("catatan", "CATATAN", parsers.parse_citation, "KETERANGAN", contoh="Angka sementara",
                 arti="Hal yang perlu diketahui pembaca angka itu."),
    ),
    monthly=False,
    replaces=False,
    rules=(duplicates.unique_row,),
)  # fmt: skip

TARGET = Contract(
    "target",
    (
        needed("tanggal", "TANGGAL", any_date, aliases="TGL", type_=pa.date32(), contoh="31-12-2026",
               arti="Tanggal sasaran itu harus tercapai."),
        needed("rasio_cakupan", "RASIO CAKUPAN", numbers.parse_ratio, aliases="TARGET|TARGET CAKUPAN|RASIO",
               type_=pa.float64(), arti="Sasaran cakupan sebagai bagian dari satu: 0,60 berarti 60 persen.",
               contoh="0,60"),
        area(),
        needed("penerbit", "PENERBIT", parsers.parse_citation, arti="Siapa yang menetapkan sasaran.",
               contoh="Pemerintah Kota"),
        needed("sumber", "SUMBER", parsers.parse_citation, aliases="JUDUL SUMBER", contoh="Contoh judul peraturan",
               arti="Peraturan, rencana, atau berita yang memuatnya."),
        optional("tautan", "TAUTAN", parsers.parse_citation, "ALAMAT WEB|URL|LINK", arti="Alamat web sumber.",
                 contoh="https://contoh.id/rencana"),
    ),
    monthly=False,
    replaces=False,
    rules=(duplicates.unique_row,),
)  # fmt: skip
