"""The words of the desk for kinds, months and findings."""

import re
from collections.abc import Sequence
from datetime import date

import pandas as pd

from jamsostek import formats
from jamsostek.intake import Checked, Finding

JENIS = {
    "peserta": "Peserta aktif (BPJS Ketenagakerjaan)",
    "tenaga_kerja": "Tenaga kerja (RT/RW dan sumber lain)",
    "pemberi_kerja": "Pemberi kerja",
    "klaim": "Klaim yang dibayar",
    "angka_resmi": "Angka resmi dan pernyataan",
    "target": "Target cakupan",
}
BASIS = {"domisili": "Domisili (NIK)", "tempat_kerja": "Tempat kerja", "kantor_cabang": "Kantor cabang"}
BULAN = tuple(formats.bulan_panjang(date(2023, month, 1)).split()[0] for month in range(1, 13))
BARIS_DISEBUT = 10
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+.!|~$:-])")


def findings(checked: Checked) -> pd.DataFrame:
    """The check report, one row per finding, failures first: hasil, kolom, alasan, jumlah, baris.

    Columns without any finding share the last line.
    """
    rows = [_row("gagal", one) for one in checked.reasons] + [_row("peringatan", one) for one in checked.warnings]
    said = {row[1] for row in rows}
    clean = [heading for heading in checked.kolom if heading not in said]
    if clean:
        rows.append(("lulus", ", ".join(clean), "semua isian terbaca", checked.baris_diterima, ""))
    return pd.DataFrame(rows, columns=["hasil", "kolom", "alasan", "jumlah", "baris"])


def _row(verdict: str, finding: Finding) -> tuple[str, str, str, int, str]:
    return verdict, finding.kolom, finding.alasan, finding.jumlah, numbers(finding.baris, finding.jumlah)


def numbers(rows: Sequence[int], count: int) -> str:
    """'2, 5, 9' or '2, 5, 9, … (34 baris)'."""
    words = ", ".join(str(row) for row in rows[:BARIS_DISEBUT])
    return f"{words}, …" if rows and count > min(len(rows), BARIS_DISEBUT) else words


def literal(text: str) -> str:
    """Text for a label that Streamlit reads as Markdown: names from files must not become links or pictures."""
    return _MARKDOWN.sub(r"\\\1", text)


def size(count: int) -> str:
    """Bytes as people write them: '1,2 MB'."""
    return f"{formats.desimal(count / 1e6)} MB" if count >= 1e6 else f"{formats.angka(max(1, round(count / 1e3)))} kB"
