"""Columns of the recording page's tables: the league of kelurahan, lists by source, RT in the list, RT missing."""

from typing import Any

import pandas as pd

from jamsostek import formats
from jamsostek.figures import tables
from jamsostek.figures.tables import Kolom
from jamsostek.metrics import Keadaan

SUMBER = {
    "rt_rw": "RT/RW",
    "perusahaan": "Perusahaan",
    "umkm": "UMKM",
    "ritel": "Ritel",
    "rumah_ibadah": "Rumah ibadah",
}
ALASAN = {
    "pernah_melapor": "pernah melapor, tidak ada dalam daftar yang berlaku",
    "nomor_belum_diketahui": "nomor belum diketahui",
}
BELUM_DIKETAHUI = "belum diketahui"
CATATAN = f"{tables.LEGENDA_SIMBOL.removesuffix('.')}; bd = belum diketahui, pendataan belum memadai."


def bilangan(judul: str, kolom: str) -> Kolom:
    """A column of counts that are not persons (RT, months): nothing is hidden."""

    def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
        if pd.isna(row[kolom]):
            return formats.TIDAK_ADA_DATA, None, Keadaan.TANPA_DATA.value
        return formats.angka(row[kolom]), int(row[kolom]), ""

    return Kolom(judul, cell)


def bulan_singkat(judul: str, kolom: str) -> Kolom:
    """A narrow column of months on one line: 'Feb 2023'."""

    def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
        if pd.isna(row[kolom]):
            return formats.TIDAK_ADA_DATA, None, Keadaan.TANPA_DATA.value
        return _satu_baris(formats.bulan_pendek(row[kolom])), pd.Timestamp(row[kolom]).strftime("%Y-%m"), ""

    return Kolom(judul, cell, angka=False)


def _satu_baris(teks: str) -> str:
    return teks.replace(" ", "\N{NO-BREAK SPACE}")


def peringkat(df: pd.DataFrame, tempat: str, terpilih: str | None) -> dict[str, Any]:
    """The league table of `pendataan.peringkat` as table data; `tempat` is place and month in words."""
    judul = f"Peringkat pendataan, {tempat}"
    return tables.tabel(
        df, kolom_peringkat(), judul=judul, kode="kode_kelurahan", terpilih=terpilih, tinggi=520, catatan=CATATAN
    )


def sumber(df: pd.DataFrame, tempat: str) -> dict[str, Any]:
    """The lists in force by source as table data."""
    return tables.tabel(df, kolom_sumber(), judul=f"Bulan daftar yang berlaku menurut sumber, {tempat}", tinggi=520)


def rt(df: pd.DataFrame) -> dict[str, Any]:
    """The latest RT/RW list of one kelurahan as table data."""
    return tables.tabel(df, kolom_rt(), judul="RT dalam daftar RT/RW terbaru", tinggi=420)


def rt_kurang(df: pd.DataFrame) -> dict[str, Any]:
    """The RT missing from that list as table data."""
    return tables.tabel(df, kolom_rt_kurang(), judul="RT yang tidak ada dalam daftar itu", tinggi=420)


def kolom_peringkat() -> list[Kolom]:
    """The league table: rank, RT, share, newest list, persons, matched, doubles, reading, coverage in its light."""

    def rt(row: dict[str, Any]) -> tuple[str, Any, str]:
        words = f"{formats.angka(row['jumlah_rt_melapor'])} dari {formats.angka(row['jumlah_rt'])}"
        return _satu_baris(words), int(row["jumlah_rt_melapor"]), ""

    return [
        tables.teks("Kelurahan", "nama_kelurahan"),
        tables.teks("Kecamatan", "nama_kecamatan"),
        bilangan("Peringkat", "urutan"),
        Kolom("RT melapor", rt),
        tables.ukuran("kelengkapan", "Kelengkapan"),
        bulan_singkat("Daftar terbaru", "bulan_daftar"),
        bilangan("Umur (bulan)", "umur_bulan"),
        tables.jumlah("Orang tercatat", "jumlah_orang"),
        tables.jumlah("Cocok peserta aktif", "jumlah_terlindungi"),
        tables.jumlah("Ganda", "jumlah_orang_ganda"),
        tables.jumlah("Isi berbeda", "jumlah_orang_konflik"),
        tables.teks("Bacaan", "bacaan"),
        tables.ukuran("cakupan"),
    ]


def kolom_sumber() -> list[Kolom]:
    """Which sources handed in a list that is in force, each with its month."""
    months = [bulan_singkat(label, f"bulan_{sumber}") for sumber, label in SUMBER.items()]
    names = [tables.teks("Kelurahan", "nama_kelurahan"), tables.teks("Kecamatan", "nama_kecamatan")]
    return [*names, *months, bilangan("Umur terbaru (bulan)", "umur_bulan")]


def kolom_rt() -> list[Kolom]:
    """The latest RT/RW list of one kelurahan by RW and RT."""
    return [
        tables.teks("RW", "rw"),
        tables.teks("RT", "rt"),
        tables.jumlah("Baris", "jumlah_baris"),
        tables.jumlah("Orang", "jumlah_orang"),
        tables.jumlah("Ganda (baris)", "jumlah_ganda"),
        tables.jumlah("Cocok peserta aktif", "jumlah_terlindungi"),
    ]


def kolom_rt_kurang() -> list[Kolom]:
    """RT missing from the latest list: known by number, or only by count."""

    def nomor(judul: str, kolom: str) -> Kolom:
        def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
            known = not formats.kosong(row[kolom])
            return (str(row[kolom]), str(row[kolom]), "") if known else (BELUM_DIKETAHUI, None, "")

        return Kolom(judul, cell, angka=False)

    def alasan(row: dict[str, Any]) -> tuple[str, Any, str]:
        return ALASAN[row["alasan"]], row["alasan"], ""

    return [
        nomor("RW", "rw"),
        nomor("RT", "rt"),
        tables.bulan("Terakhir melapor", "bulan_terakhir"),
        Kolom("Keadaan", alasan, angka=False),
        bilangan("Jumlah RT", "jumlah_rt"),
    ]
