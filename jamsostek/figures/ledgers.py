"""Tables of the desk: what a check found, what an import would change, which batches there are.

Staff see exact counts here, small ones too: they are counts of rows they hold in their hands.
"""

from typing import Any

import pandas as pd

from jamsostek import formats
from jamsostek.figures.tables import Kolom, teks

STATUS_BATCH = {
    "aktif": "aktif",
    "digantikan": "digantikan",
    "ditarik": "ditarik",
    "contoh": "contoh, tidak dihitung",
    "menunggu": "menunggu pembangunan",
}
"""State of a batch: counted, replaced by a later one, withdrawn, example beside real data, not built yet."""

# non-breaking spaces: the sign stays with its word in a narrow column
_TANDA = {"gagal": "✕\u00a0Gagal", "peringatan": "!\u00a0Peringatan", "lulus": "✓\u00a0Lulus"}


def bilangan(judul: str, kolom: str) -> Kolom:
    """A column of exact counts; missing is 'tad'."""

    def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
        if pd.isna(row[kolom]):
            return formats.TIDAK_ADA_DATA, None, "tanpa_data"
        return formats.angka(row[kolom]), int(row[kolom]), ""

    return Kolom(judul, cell)


def dari_ke(judul: str, kolom: str, *, penyebut: str = "") -> Kolom:
    """A column 'before → after' of `kolom`_sebelum and `kolom`_sesudah, sorted by the change.

    A ratio names its denominator: of few workers no decimal is shown.
    """

    def word(row: dict[str, Any], when: str) -> str:
        value = row[f"{kolom}_{when}"]
        if pd.isna(value):
            return formats.TIDAK_ADA_DATA
        return formats.persen(value, row[f"{penyebut}_{when}"]) if penyebut else formats.angka(value)

    def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
        was, now = word(row, "sebelum"), word(row, "sesudah")
        before, after = row[f"{kolom}_sebelum"], row[f"{kolom}_sesudah"]
        change = None if pd.isna(before) or pd.isna(after) else float(after) - float(before)
        return (now, change, "") if was == now else (f"{was} → {now}", change, "berubah")

    return Kolom(judul, cell)


def waktu(judul: str, kolom: str) -> Kolom:
    """A column of moments (UTC), written in WITA."""

    def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
        stamp = pd.Timestamp(row[kolom])
        return formats.waktu_wita(stamp.to_pydatetime()), stamp.isoformat(), ""

    return Kolom(judul, cell, angka=False)


def kolom_temuan() -> list[Kolom]:
    """The columns of the check report: verdict, column, reason, rows and the first row numbers."""

    def verdict(row: dict[str, Any]) -> tuple[str, Any, str]:
        return _TANDA[row["hasil"]], {"gagal": 0, "peringatan": 1, "lulus": 2}[row["hasil"]], f"temuan-{row['hasil']}"

    return [
        Kolom("Hasil", verdict, angka=False),
        teks("Kolom", "kolom"),
        teks("Alasan", "alasan"),
        bilangan("Baris", "jumlah"),
        teks("Nomor baris di berkas", "baris"),
    ]


def kolom_dampak() -> list[Kolom]:
    """The columns of the preview per kelurahan of one month."""
    return [
        teks("Kelurahan", "nama_kelurahan"),
        teks("Kecamatan", "nama_kecamatan"),
        dari_ke("Baris", "jumlah_baris"),
        dari_ke("Peserta aktif", "jumlah_peserta"),
        dari_ke("Pekerja", "jumlah_pekerja"),
        dari_ke("Penganggur", "jumlah_penganggur"),
        dari_ke("Cakupan", "rasio_cakupan", penyebut="jumlah_pekerja"),
        bilangan("Orang baru", "jumlah_baru"),
        bilangan("Hilang", "jumlah_hilang"),
        bilangan("Pindah masuk", "jumlah_pindah_masuk"),
        bilangan("Pindah keluar", "jumlah_pindah_keluar"),
    ]


def kolom_dampak_kota() -> list[Kolom]:
    """The columns of the preview of the city, month by month."""
    return [
        teks("Bulan", "nama_bulan"),
        dari_ke("Peserta aktif", "jumlah_peserta"),
        dari_ke("Pekerja", "jumlah_pekerja"),
        dari_ke("Penganggur", "jumlah_penganggur"),
        dari_ke("Cakupan", "rasio_cakupan", penyebut="jumlah_pekerja"),
    ]


def kolom_batch() -> list[Kolom]:
    """The columns of the ledger."""

    def state(row: dict[str, Any]) -> tuple[str, Any, str]:
        return STATUS_BATCH[row["status"]], row["status"], f"status-{row['status']}"

    return [
        teks("Batch", "id_batch"),
        Kolom("Status", state, angka=False),
        teks("Berkas", "nama_berkas"),
        teks("Oleh", "oleh"),
        waktu("Diterima", "tanggal_impor"),
        bilangan("Masuk", "jumlah_baris_masuk"),
        bilangan("Diterima", "jumlah_baris_diterima"),
        bilangan("Ditolak", "jumlah_baris_ditolak"),
        teks("Pengaruh pada cakupan kota", "dampak"),
        teks("SHA-256", "sidik"),
    ]


def kolom_penolakan() -> list[Kolom]:
    """The columns of the refused rows of an accepted batch: classes of values, never values."""
    return [
        bilangan("Baris", "nomor_baris"),
        teks("Kolom", "kolom"),
        teks("Isi (kelas nilai)", "kelas_nilai"),
        teks("Alasan", "alasan"),
    ]
