"""Sheets of workbooks: RT still missing, the league table, records that differ, and any table of the screen."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from jamsostek import formats, metrics, xlsx
from jamsostek.figures.lists import ALASAN, BELUM_DIKETAHUI, SUMBER
from jamsostek.figures.maps import records

BEDA = {"kelurahan": "kelurahan", "status": "status", "kelurahan_dan_status": "kelurahan dan status"}


def _orang(jumlah: Any) -> object:
    """A count of persons: the number, 'r' for 1 to 4, 'tad' for missing."""
    state = metrics.keadaan_jumlah(jumlah)
    return int(jumlah) if state.ada_nilai else state.simbol


def _ukuran(row: dict[str, Any], kunci: str) -> object:
    """A metric: the number, or the symbol of its state."""
    state = metrics.keadaan_baris(row, kunci)
    return float(row[metrics.METRIK[kunci].kolom]) if state.ada_nilai else state.simbol


def _bilangan(nilai: Any) -> object:
    return formats.TIDAK_ADA_DATA if formats.kosong(nilai) else int(nilai)


def _nomor(nilai: Any) -> str:
    return BELUM_DIKETAHUI if formats.kosong(nilai) else str(nilai)


def rt_belum_melapor(df: pd.DataFrame) -> xlsx.Lembaran:
    """One row per RT of rt_belum_melapor, or per kelurahan where only the count is known."""
    rows: list[Sequence[object]] = [
        (
            row["nama_kelurahan"], row["nama_kecamatan"], _nomor(row["rw"]), _nomor(row["rt"]),
            formats.bulan_panjang(row["bulan_terakhir"]), ALASAN[row["alasan"]], int(row["jumlah_rt"]),
        )
        for row in records(df)
    ]  # fmt: skip
    names = ("Kelurahan", "Kecamatan", "RW", "RT", "Terakhir melapor", "Keadaan", "Jumlah RT")
    return xlsx.Lembaran("RT belum melapor", names, rows)


def peringkat(df: pd.DataFrame) -> xlsx.Lembaran:
    """The league table of `pendataan.peringkat` with the month of the list of each source."""
    names = (
        "Peringkat", "Kelurahan", "Kecamatan", "RT melapor", "Jumlah RT", "Kelengkapan", "Daftar terbaru",
        "Umur (bulan)", *(f"Daftar {label}" for label in SUMBER.values()), "Orang tercatat", "Cocok peserta aktif",
        "Ganda", "Isi berbeda", "Bacaan", "Cakupan",
    )  # fmt: skip
    rows: list[Sequence[object]] = [
        (
            int(row["urutan"]), row["nama_kelurahan"], row["nama_kecamatan"], _bilangan(row["jumlah_rt_melapor"]),
            _bilangan(row["jumlah_rt"]), _ukuran(row, "kelengkapan"), formats.bulan_panjang(row["bulan_daftar"]),
            _bilangan(row["umur_bulan"]), *(formats.bulan_panjang(row[f"bulan_{sumber}"]) for sumber in SUMBER),
            _orang(row["jumlah_orang"]), _orang(row["jumlah_terlindungi"]), _orang(row["jumlah_orang_ganda"]),
            _orang(row["jumlah_orang_konflik"]), str(row["bacaan"]), _ukuran(row, "cakupan"),
        )
        for row in records(df)
    ]  # fmt: skip
    return xlsx.Lembaran("Peringkat pendataan", names, rows, frozenset({"Kelengkapan", "Cakupan"}))


def catatan_berbeda(df: pd.DataFrame) -> xlsx.Lembaran:
    """One row per record of konflik_register: where the one in use stands, where the other, and what differs."""
    names = (
        "Kelurahan (dipakai)", "Sumber (dipakai)", "Berkas (dipakai)", "Baris (dipakai)", "Batch (dipakai)",
        "Kelurahan (lain)", "Sumber (lain)", "Berkas (lain)", "Baris (lain)", "Batch (lain)", "Yang berbeda",
    )  # fmt: skip
    rows: list[Sequence[object]] = [
        (
            row["nama_kelurahan"], SUMBER[row["sumber"]], row["nama_berkas"], int(row["nomor_baris"]), row["id_batch"],
            row["nama_kelurahan_lain"], SUMBER[row["sumber_lain"]], row["nama_berkas_lain"],
            int(row["nomor_baris_lain"]), row["id_batch_lain"], BEDA[row["beda"]],
        )
        for row in records(df)
    ]  # fmt: skip
    return xlsx.Lembaran("Catatan berbeda", names, rows)


def dari_tabel(data: Mapping[str, Any]) -> xlsx.Lembaran:
    """A table of the screen (`tables.tabel`) as a sheet: numbers as numbers, everything else in the words shown.

    Ratios are recognised by their percent sign and stay ratios; differences in points, whose heading ends with
    '(poin)', are written in points. What may not be shown is its symbol, as on the screen.
    """
    heads = [column["judul"] for column in data["kolom"]]
    rows = [
        [_isi_sel(cell, column) for cell, column in zip(row["sel"], data["kolom"], strict=True)]
        for row in data["baris"]
    ]
    ratios = {
        head
        for i, head in enumerate(heads)
        if any(row["sel"][i]["teks"].removesuffix(" !").endswith("%") for row in data["baris"])
    }
    return xlsx.Lembaran("Tabel", heads, rows, frozenset(ratios))


def _isi_sel(cell: Mapping[str, Any], column: Mapping[str, Any]) -> object:
    value = cell["urut"]
    if not column["angka"] or value is None:
        return cell["teks"]
    return round(100 * float(value), 4) if column["judul"].endswith("(poin)") else value
