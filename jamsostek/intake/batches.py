"""Write immutable batches. Later batches win; nothing accepted is ever edited."""

import csv
import hashlib
import os
import re
import shutil
import time
import uuid
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from jamsostek.intake import memory
from jamsostek.intake.checking import Checked, check_file
from jamsostek.intake.errors import BerkasGanda, IntakeError
from jamsostek.intake.manifest import DATA, MANIFEST, REJECTS, Manifest, list_batches, locked

BASIS_WILAYAH = ("domisili", "tempat_kerja", "kantor_cabang")
_TEMPORARY, _LEFTOVER_SECONDS = ".sementara-", 24 * 3600
_PSEUDONYMS = ("pseudonim_nik", "pseudonim_kpj")


@dataclass(frozen=True)
class Titipan:
    """A checked file written to a folder of its own beside the batches, ready to become one; it counts for nothing."""

    draft: Manifest

    @property
    def folder(self) -> Path:
        """Where its rows lie."""
        return self.draft.folder


def prepare(
    checked: Checked, *, batches: Path, oleh: str, basis_wilayah: str = "domisili", contoh: bool = False
) -> Titipan:
    """Write the accepted rows to a temporary folder. Raises IntakeError when that cannot be done."""
    if basis_wilayah not in BASIS_WILAYAH:
        raise IntakeError(f"Basis wilayah tidak dikenal. Pilihan: {', '.join(BASIS_WILAYAH)}.")
    folder = batches / f"{_TEMPORARY}{uuid.uuid4().hex}"
    try:
        folder.mkdir(parents=True)
        draft = _draft(checked, _write_data(checked, folder), oleh, basis_wilayah, contoh)
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise _unwritable(batches) from error
    return Titipan(replace(draft, folder=folder))


def discard(titipan: Titipan) -> None:
    """Remove what `prepare` wrote; nothing happens where it has become a batch."""
    shutil.rmtree(titipan.folder, ignore_errors=True)


def publish(titipan: Sequence[Titipan], batches: Path) -> list[Manifest]:
    """Make batches of prepared files: all of them or, when one is refused or the process is killed, none.

    Raises BerkasGanda when the same file is already in for its jenis and bulan, IntakeError when a batch was made with
    another pseudonym key or the folder cannot be used.
    """
    try:
        with locked(batches):
            _clear_leftovers(batches)
            return _publish([one.draft for one in titipan], batches)
    except OSError as error:
        raise _unwritable(batches) from error


def commit(
    checked: Checked, *, batches: Path, oleh: str, basis_wilayah: str = "domisili", contoh: bool = False
) -> Manifest:
    """Write a checked file as the next batch and return its manifest: `prepare` and `publish` in one."""
    titipan = prepare(checked, batches=batches, oleh=oleh, basis_wilayah=basis_wilayah, contoh=contoh)
    try:
        return publish([titipan], batches)[0]
    finally:
        discard(titipan)


def import_file(
    path: Path | str, *, jenis: str, bulan: date | str | None, batches: Path, oleh: str,
    basis_wilayah: str = "domisili", contoh: bool = False, kunci: bytes | None = None, lembar: str | None = None,
) -> Manifest:  # fmt: skip
    """`check_file` and `commit` in one."""
    checked = check_file(path, jenis=jenis, bulan=bulan, kunci=kunci, lembar=lembar)
    return commit(checked, batches=batches, oleh=oleh, basis_wilayah=basis_wilayah, contoh=contoh)


def refuse_unfit(checked: Checked, batches: Path) -> None:
    """Say before anything is written what `publish` would say. Raises BerkasGanda or IntakeError."""
    existing = [manifest for manifest in list_batches(batches) if not manifest.ditarik]
    draft = _draft(checked, "", "", BASIS_WILAYAH[0], contoh=False)
    _refuse_repeat(draft, existing)
    _refuse_other_key(draft, existing)


def _unwritable(batches: Path) -> IntakeError:
    return IntakeError(f"Batch tidak dapat ditulis ke {batches}; periksa izin folder dan sisa ruang.")


def _clear_leftovers(batches: Path) -> None:
    """Remove what killed processes left; a folder younger than a day may be somebody's open preview."""
    for folder in batches.glob(f"{_TEMPORARY}*"):
        # somebody else may be discarding his preview at this moment
        with suppress(FileNotFoundError):
            if time.time() - folder.stat().st_mtime > _LEFTOVER_SECONDS:
                shutil.rmtree(folder, ignore_errors=True)


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
        nama_berkas=checked.nama_berkas, sha256_berkas=checked.sha256_berkas,
        sha256_data=sha256_data, baris_masuk=checked.baris_masuk, baris_diterima=checked.baris_diterima,
        baris_ditolak=checked.baris_ditolak, penolakan=checked.reasons, peringatan=checked.warnings,
        diimpor_pada=_now(), oleh=oleh, basis_wilayah=basis_wilayah, contoh=contoh, sidik_kunci=checked.sidik_kunci,
    )  # fmt: skip


def _publish(drafts: Sequence[Manifest], batches: Path) -> list[Manifest]:
    """Number the batches, write their manifests and move them into place; the caller holds the lock."""
    existing = [manifest for manifest in list_batches(batches) if not manifest.ditarik]
    for draft in drafts:
        _refuse_repeat(draft, existing)
        _refuse_other_key(draft, existing)
        existing.append(draft)
    # Numbers of damaged folders are not used again: the order must stay total.
    used = [int(name[:6]) for name in os.listdir(batches) if re.match(r"\d{6}-", name)]  # noqa: PTH208 - names only
    paket = {"paket": uuid.uuid4().hex, "paket_jumlah": len(drafts)} if len(drafts) > 1 else {}
    first = max(used, default=0) + 1
    manifests = [numbered(draft, number, batches, paket) for number, draft in enumerate(drafts, first)]
    for draft, manifest in zip(drafts, manifests, strict=True):
        (draft.folder / MANIFEST).write_text(manifest.to_json(), encoding="utf-8")
        if not draft.contoh:
            _to_disk(draft.folder)
    for draft, manifest in zip(drafts, manifests, strict=True):
        draft.folder.rename(manifest.folder)
    if not all(draft.contoh for draft in drafts):
        memory.sync_folder(batches)
    return manifests


def numbered(draft: Manifest, urutan: int, batches: Path, paket: Mapping[str, Any]) -> Manifest:
    """The draft as batch number `urutan` of the folder `batches`."""
    id_batch = f"{urutan:06d}-{draft.jenis}" + (f"-{draft.bulan}" if draft.bulan else "")
    return replace(draft, id_batch=id_batch, urutan=urutan, folder=batches / id_batch, **paket)


def _refuse_repeat(draft: Manifest, existing: list[Manifest]) -> None:
    same = (draft.sha256_berkas, draft.jenis, draft.bulan)
    for manifest in existing:
        if (manifest.sha256_berkas, manifest.jenis, manifest.bulan) == same:
            if not manifest.id_batch:
                raise BerkasGanda("Berkas yang sama ada dua kali dalam kiriman ini.")
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
