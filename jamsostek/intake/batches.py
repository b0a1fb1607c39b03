"""Write, find and withdraw immutable batches. Later batches win; nothing accepted is ever edited."""

import csv
import hashlib
import json
import os
import re
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow.parquet as pq
from filelock import FileLock, Timeout

from jamsostek.intake.checking import Checked, check_file
from jamsostek.intake.errors import BerkasGanda, IntakeError
from jamsostek.intake.manifest import DATA, MANIFEST, REJECTS, WITHDRAWN, Manifest, list_batches

BASIS_WILAYAH = ("domisili", "tempat_kerja", "kantor_cabang")
_LOCK, _WAIT_SECONDS = ".kunci-batch.lock", 60
_PSEUDONYMS = ("pseudonim_nik", "pseudonim_kpj")


def commit(
    checked: Checked, *, batches: Path, oleh: str, basis_wilayah: str = "domisili", contoh: bool = False
) -> Manifest:
    """Write a checked file as the next batch and return its manifest.

    The batch appears all at once (rename) or not at all. Raises BerkasGanda when the same file is already in for this
    jenis and bulan, IntakeError when the batch was made with another pseudonym key or the folder cannot be used.
    """
    if basis_wilayah not in BASIS_WILAYAH:
        raise IntakeError(f"Basis wilayah tidak dikenal. Pilihan: {', '.join(BASIS_WILAYAH)}.")
    folder = batches / f".sementara-{uuid.uuid4().hex}"
    try:
        folder.mkdir(parents=True)
        draft = _draft(checked, _write_data(checked, folder), oleh, basis_wilayah, contoh)
        with _lock(batches):
            return _publish(draft, folder, batches)
    except OSError as error:
        raise IntakeError(f"Batch tidak dapat ditulis ke {batches}; periksa izin folder dan sisa ruang.") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def import_file(
    path: Path | str, *, jenis: str, bulan: date | str | None, batches: Path, oleh: str,
    basis_wilayah: str = "domisili", contoh: bool = False, kunci: bytes | None = None, lembar: str | None = None,
) -> Manifest:  # fmt: skip
    """`check_file` and `commit` in one."""
    checked = check_file(path, jenis=jenis, bulan=bulan, kunci=kunci, lembar=lembar)
    return commit(checked, batches=batches, oleh=oleh, basis_wilayah=basis_wilayah, contoh=contoh)


def withdraw(batches: Path, id_batch: str, oleh: str) -> Manifest:
    """Mark a batch as withdrawn; it stays where it is and no longer counts. Raises IntakeError if there is none."""
    with _lock(batches):
        found = next((manifest for manifest in list_batches(batches) if manifest.id_batch == id_batch), None)
        if found is None:
            raise IntakeError(f"Batch {id_batch} tidak ada.")
        if found.ditarik:
            raise IntakeError(f"Batch {id_batch} sudah ditarik.")
        note = {"ditarik_pada": _now(), "oleh": oleh}
        temporary = found.folder / f".{WITHDRAWN}"
        temporary.write_text(json.dumps(note, ensure_ascii=False) + "\n", encoding="utf-8")
        temporary.replace(found.folder / WITHDRAWN)
    return replace(found, ditarik=True)


@contextmanager
def _lock(batches: Path) -> Iterator[None]:
    batches.mkdir(parents=True, exist_ok=True)
    lock = FileLock(batches / _LOCK)
    try:
        lock.acquire(timeout=_WAIT_SECONDS)
    except Timeout as error:
        raise IntakeError("Impor lain sedang berjalan; coba lagi sebentar lagi.") from error
    try:
        yield
    finally:
        lock.release()


def _write_data(checked: Checked, folder: Path) -> str:
    """Write data.parquet and penolakan.csv; returns the sha256 of the data. Equal rows give equal bytes."""
    names = [name for name in checked.accepted.column_names if name not in (*_PSEUDONYMS, "nomor_baris")]
    pq.write_table(checked.accepted, folder / DATA, compression="zstd", compression_level=1, use_dictionary=names)
    if checked.rejected:
        with (folder / REJECTS).open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(("nomor_baris", "kolom", "kelas_nilai", "alasan"))
            writer.writerows([_harmless(cell) for cell in rejection] for rejection in checked.rejected)
    return hashlib.sha256((folder / DATA).read_bytes()).hexdigest()


def _harmless(cell: object) -> object:
    """A cell that no spreadsheet will take for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in "=+-@" and cell else cell


def _draft(checked: Checked, sha256_data: str, oleh: str, basis_wilayah: str, contoh: bool) -> Manifest:
    return Manifest(
        id_batch="", urutan=0, jenis=checked.jenis, bulan=f"{checked.bulan:%Y-%m}" if checked.bulan else None,
        # A file name can carry somebody's NIK; the fingerprint is what identifies the file.
        nama_berkas=re.sub(r"\d{12,}", "…", checked.nama_berkas), sha256_berkas=checked.sha256_berkas,
        sha256_data=sha256_data, baris_masuk=checked.baris_masuk, baris_diterima=checked.baris_diterima,
        baris_ditolak=checked.baris_ditolak, penolakan=checked.reasons, peringatan=checked.warnings,
        diimpor_pada=_now(), oleh=oleh, basis_wilayah=basis_wilayah, contoh=contoh, sidik_kunci=checked.sidik_kunci,
    )  # fmt: skip


def _publish(draft: Manifest, folder: Path, batches: Path) -> Manifest:
    """Number the batch, write its manifest and move it into place; the caller holds the lock."""
    existing = [manifest for manifest in list_batches(batches) if not manifest.ditarik]
    _refuse_repeat(draft, existing)
    _refuse_other_key(draft, existing)
    # Numbers of damaged folders are not used again: the order must stay total.
    used = [int(name[:6]) for name in os.listdir(batches) if re.match(r"\d{6}-", name)]  # noqa: PTH208 - names only
    urutan = max(used, default=0) + 1
    id_batch = f"{urutan:06d}-{draft.jenis}" + (f"-{draft.bulan}" if draft.bulan else "")
    manifest = replace(draft, id_batch=id_batch, urutan=urutan, folder=batches / id_batch)
    (folder / MANIFEST).write_text(manifest.to_json(), encoding="utf-8")
    if not draft.contoh:
        _to_disk(folder)
    folder.rename(manifest.folder)
    return manifest


def _refuse_repeat(draft: Manifest, existing: list[Manifest]) -> None:
    same = (draft.sha256_berkas, draft.jenis, draft.bulan)
    for manifest in existing:
        if (manifest.sha256_berkas, manifest.jenis, manifest.bulan) == same:
            raise BerkasGanda(f"Berkas ini sudah diimpor sebagai batch {manifest.id_batch}.")


def _refuse_other_key(draft: Manifest, existing: list[Manifest]) -> None:
    """With another key every person would look new: all would leave in one month and enter in the next."""
    if draft.contoh or not draft.sidik_kunci:
        return
    other = [m for m in existing if m.sidik_kunci not in ("", draft.sidik_kunci) and not m.contoh]
    if other:
        raise IntakeError(
            f"Kunci pseudonim berbeda dari kunci batch {other[-1].id_batch}; pulihkan berkas kunci yang lama."
        )


def _to_disk(folder: Path) -> None:
    """Force the files out before the rename, so that a power cut leaves no batch with a manifest and half its data."""
    for file in folder.iterdir():
        with file.open("rb+") as stream:
            os.fsync(stream.fileno())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
