"""Check one file: read, parse, apply the rules. Nothing is written."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jamsostek.intake.contract import Context, Contract
from jamsostek.intake.dates import month_number
from jamsostek.intake.errors import IntakeError, Refusal, SemuaDitolak
from jamsostek.intake.kinds import contract_for
from jamsostek.intake.places import Ejaan, load_places
from jamsostek.intake.pseudonym import fingerprint, load_key
from jamsostek.intake.reading import read_table
from jamsostek.intake.sheet import Finding, Rejection, Sheet
from jamsostek.intake.texts import is_blank, tidy, without_numbers

Progress = Callable[[float, str], None]

# Large enough for a province, small enough that a wrong file does not eat the memory of a laptop.
LARGEST_FILE = 400 * 1024 * 1024


@dataclass(frozen=True)
class Tata:
    """How one file is laid out, as far as a person had to say it: sheet, header row (as Excel counts), what headings
    mean (comparison key -> column, '' for none), and the text of columns that are the same in every row."""

    lembar: str | None = None
    baris_judul: int | None = None
    pemetaan: Mapping[str, str] = field(default_factory=dict)
    isian: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Checked:
    """A checked file: the accepted rows, and why the others are not among them.

    `rejected` has one entry per refused cell, so a row with two errors stands there twice; `baris_ditolak` counts
    rows. `reasons` and `warnings` are counts per column and reason. `judul` has the heading read for each column,
    `ejaan` the unknown names of kelurahan that resemble a known one, `kolom` the contract's headings that were read.
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
    baris_judul: int = 1
    judul: Mapping[str, str] = field(default_factory=dict)
    lembar: str | None = None
    ejaan: tuple[Ejaan, ...] = ()
    kolom: tuple[str, ...] = ()

    @property
    def baris_diterima(self) -> int:
        """Number of accepted rows."""
        return int(self.accepted.num_rows)


def check_file(
    path: Path | str, *, jenis: str, bulan: date | str | None = None, kunci: bytes | None = None,
    lembar: str | None = None,
) -> Checked:  # fmt: skip
    """`check_content` of a file on disk."""
    source = Path(path)
    return check_content(_content(source), source.name, jenis=jenis, bulan=bulan, kunci=kunci, tata=Tata(lembar=lembar))


def check_content(
    content: bytes, nama: str, *, jenis: str, bulan: date | str | None = None, kunci: bytes | None = None,
    tata: Tata = Tata(), progress: Progress | None = None,
) -> Checked:  # fmt: skip
    """Check a CSV or XLSX file of one kind for one month (a date or 'YYYY-MM'); nothing is written.

    `kunci` is the pseudonym key (default: the key file), `progress` is called with a share (0..1) and Indonesian words.
    Raises IntakeError when the file as a whole cannot be taken, SemuaDitolak when it can be read and no row is taken.
    """
    tell: Progress = progress or (lambda _share, _words: None)
    contract = contract_for(jenis).adapted(tata.pemetaan, tata.isian)
    month = _month(bulan, contract)
    key = (kunci or load_key()) if contract.personal else b""
    tell(0.05, "Membuka berkas")
    raw = read_table(content, contract, tata.lembar, tata.baris_judul)
    share = iter(np.linspace(0.4, 0.85, len(contract.columns)).tolist())
    sheet = Sheet(raw, contract, Context(month, load_places(bulan=month), key),
                  lambda heading: tell(next(share), f"Membaca kolom {heading}"))  # fmt: skip
    tell(0.85, "Membandingkan baris")
    for rule in contract.rules:
        rule(sheet)
    tell(0.95, "Menyusun hasil")
    checked = Checked(
        # A file name can carry somebody's NIK; the fingerprint is what identifies the file.
        jenis, month, without_numbers(nama), hashlib.sha256(content).hexdigest(), _accepted(sheet, month),
        sorted(sheet.rejections), sheet.reasons(), sheet.warnings(), len(sheet.refused), int(sheet.refused.sum()),
        fingerprint(key) if key else "", raw.baris_judul, raw.judul, raw.lembar, _spellings(sheet),
        tuple(column.header for column in contract.columns if column.name in raw.columns),
    )  # fmt: skip
    if not len(sheet.refused):
        raise IntakeError("Tidak ada baris data di bawah judul kolom.")
    if sheet.refused.all():
        raise SemuaDitolak(_all_refused(checked), checked)
    return checked


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


def _spellings(sheet: Sheet) -> tuple[Ejaan, ...]:
    """Unknown names of kelurahan with what they may mean, most frequent first."""
    cells = sheet.raw.columns.get("kelurahan")
    if cells is None:
        return ()
    counted = pc.value_counts(cells).to_pylist()
    places = sheet.context.places
    unknown = [(tidy(entry["values"]), entry["counts"]) for entry in counted]
    found = [
        places.suggest(text, count)
        for text, count in unknown
        if not is_blank(text) and isinstance(places.parse_kelurahan(text), Refusal)
    ]
    return tuple(sorted((spelling for spelling in found if spelling), key=lambda spelling: -spelling.jumlah))


def _all_refused(checked: Checked) -> str:
    finding = checked.reasons[0]
    return f"Semua {checked.baris_masuk} baris ditolak. Alasan terbanyak, kolom {finding.kolom}: {finding.alasan}."
