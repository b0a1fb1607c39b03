"""Check one file: read, parse, apply the rules. Nothing is written."""

import hashlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pyarrow as pa

from jamsostek.intake.contract import Context, Contract
from jamsostek.intake.dates import month_number
from jamsostek.intake.errors import IntakeError
from jamsostek.intake.kinds import contract_for
from jamsostek.intake.places import load_places
from jamsostek.intake.pseudonym import fingerprint, load_key
from jamsostek.intake.reading import read_table
from jamsostek.intake.sheet import Finding, Rejection, Sheet

# Large enough for a province, small enough that a wrong file does not eat the memory of a laptop.
LARGEST_FILE = 400 * 1024 * 1024


@dataclass(frozen=True)
class Checked:
    """A checked file: the accepted rows, and why the others are not among them.

    `rejected` has one entry per refused cell, so a row with two errors stands there twice; `baris_ditolak` counts
    rows. `reasons` and `warnings` are counts per column and reason.
    """

    jenis: str
    bulan: date | None
    nama_berkas: str
    sha256_berkas: str
    accepted: pa.Table
    rejected: list[Rejection]
    reasons: list[Finding]
    warnings: list[Finding]
    baris_masuk: int
    baris_ditolak: int
    sidik_kunci: str = field(default="", repr=False)

    @property
    def baris_diterima(self) -> int:
        """Number of accepted rows."""
        return int(self.accepted.num_rows)


def check_file(
    path: Path | str, *, jenis: str, bulan: date | str | None = None, kunci: bytes | None = None,
    lembar: str | None = None,
) -> Checked:  # fmt: skip
    """Check a CSV or XLSX file of one kind for one month (a date or 'YYYY-MM'); nothing is written.

    `kunci` is the pseudonym key (default: the key file), `lembar` the name of the worksheet (default: the one whose
    header fits best). Raises IntakeError when the file as a whole cannot be taken.
    """
    contract = contract_for(jenis)
    month = _month(bulan, contract)
    source = Path(path)
    content = _content(source)
    key = (kunci or load_key()) if contract.personal else b""
    raw = read_table(content, contract, lembar)
    sheet = Sheet(raw, contract, Context(month, load_places(), key))
    for rule in contract.rules:
        rule(sheet)
    if sheet.refused.all():
        raise IntakeError(_all_refused(sheet))
    return Checked(
        jenis, month, source.name, hashlib.sha256(content).hexdigest(), _accepted(sheet, month),
        sorted(sheet.rejections), [Finding(*name, jumlah=n) for name, n in sheet.reasons.most_common()],
        sheet.warnings(), len(sheet.refused), int(sheet.refused.sum()), fingerprint(key) if key else "",
    )  # fmt: skip


def parse_month(text: str) -> date:
    """The first day of 'YYYY-MM'. Raises IntakeError."""
    try:
        year, month = text.split("-")
        return date(int(year), int(month), 1)
    except ValueError as error:
        raise IntakeError("Bulan harus ditulis TTTT-BB, misalnya 2023-06.") from error


def _month(bulan: date | str | None, contract: Contract) -> date | None:
    if not contract.monthly:
        if bulan is not None:
            raise IntakeError(f"Jenis {contract.jenis} tidak memakai bulan: tanggalnya ada di setiap baris.")
        return None
    if bulan is None:
        raise IntakeError(f"Jenis {contract.jenis} memerlukan bulan, misalnya 2023-06.")
    month = parse_month(bulan) if isinstance(bulan, str) else date(bulan.year, bulan.month, 1)
    if month.year < 2014:
        raise IntakeError("Bulan sebelum 2014: BPJS Ketenagakerjaan belum ada.")
    if month_number(month) > month_number(date.today()):
        raise IntakeError("Bulan berada di masa depan.")
    return month


def _content(source: Path) -> bytes:
    try:
        if source.stat().st_size > LARGEST_FILE:
            raise IntakeError("Berkas lebih dari 400 MB; bagi menjadi beberapa berkas.")
        return source.read_bytes()
    except OSError as error:
        raise IntakeError(f"Berkas tidak ditemukan atau tidak dapat dibaca: {source.name}") from error


def _accepted(sheet: Sheet, month: date | None) -> pa.Table:
    rows = len(sheet.refused)
    columns: dict[str, pa.Array] = {"nomor_baris": pa.array(sheet.nomor_baris, pa.int32())}
    if month is not None:
        columns["bulan"] = pa.repeat(pa.scalar(month, pa.date32()), rows)
    columns |= {column.name: sheet.values[column.name] for column in sheet.contract.columns if column.kept}
    table = pa.table(columns)
    return table.filter(pa.array(~sheet.refused)) if sheet.refused.any() else table


def _all_refused(sheet: Sheet) -> str:
    if not len(sheet.refused):
        return "Tidak ada baris data di bawah judul kolom."
    (kolom, alasan), _count = sheet.reasons.most_common(1)[0]
    return f"Semua {len(sheet.refused)} baris ditolak. Alasan terbanyak, kolom {kolom}: {alasan}."
