"""The ledger: every batch that was ever accepted, as it lies in the folder, with its state in the served data."""

import csv
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from jamsostek import formats
from jamsostek.build import effect
from jamsostek.intake import Manifest

KOLOM = [
    "id_batch", "jenis", "bulan", "status", "nama_berkas", "oleh", "tanggal_impor", "jumlah_baris_masuk",
    "jumlah_baris_diterima", "jumlah_baris_ditolak", "dampak", "sidik", "contoh",
]  # fmt: skip


def buku(batches: Sequence[Manifest], served: pd.DataFrame) -> pd.DataFrame:
    """One row per batch, newest first (columns KOLOM); `served` is the answer of the question daftar_batch."""
    known = {row["id_batch"]: row for row in served.to_dict("records")}
    real = any(not row["adalah_contoh"] and row["dipakai"] for row in known.values())
    rows = [_row(manifest, known.get(manifest.id_batch), real) for manifest in reversed(batches)]
    return pd.DataFrame(rows, columns=KOLOM)


def status(manifest: Manifest, served: Any, real: bool) -> str:
    """aktif, digantikan, ditarik, contoh (beside real data) or menunggu (not yet so in the served data)."""
    if served is None or bool(served["ditarik"]) != manifest.ditarik:
        return "menunggu"
    if manifest.ditarik:
        return "ditarik"
    if served["dipakai"]:
        return "aktif"
    return "contoh" if manifest.contoh and real else "digantikan"


def _row(manifest: Manifest, served: Any, real: bool) -> dict[str, Any]:
    return {
        "id_batch": manifest.id_batch,
        "jenis": manifest.jenis,
        "bulan": manifest.bulan,
        "status": status(manifest, served, real),
        "nama_berkas": manifest.nama_berkas,
        "oleh": manifest.oleh,
        "tanggal_impor": datetime.fromisoformat(manifest.diimpor_pada),
        "jumlah_baris_masuk": manifest.baris_masuk,
        "jumlah_baris_diterima": manifest.baris_diterima,
        "jumlah_baris_ditolak": manifest.baris_ditolak,
        "dampak": dampak(manifest),
        "sidik": manifest.sha256_berkas[:12],
        "contoh": manifest.contoh,
    }


def dampak(manifest: Manifest) -> str:
    """What the batch did to the city's coverage when it first counted ('Jun 2023: 22,9% → 23,1%'), or why not told."""
    if manifest.contoh:
        return "data contoh"
    if manifest.jenis not in ("peserta", "tenaga_kerja"):
        return "tidak mengubah cakupan"
    found = effect.read(manifest.folder)
    if found is None:
        return "tidak dicatat"
    was = _ratio(found.peserta_sebelum, found.penyebut_sebelum)
    now = _ratio(found.peserta_sesudah, found.penyebut_sesudah)
    together = f" (bersama {found.bersama} batch lain)" if found.bersama else ""
    change = now if was == now else f"{was} → {now}"
    month = formats.bulan_pendek(date.fromisoformat(f"{found.bulan}-01"))
    return f"{month}: {'tetap ' if was == now else ''}{change}{together}"


def _ratio(peserta: int | None, penyebut: int | None) -> str:
    if peserta is None or not penyebut:
        return formats.TIDAK_ADA_DATA
    return formats.persen(peserta / penyebut, penyebut)


def penolakan(folder: Path) -> pd.DataFrame:
    """The refused cells of an accepted batch: nomor_baris, kolom, kelas_nilai, alasan; no row where there are none."""
    names = ["nomor_baris", "kolom", "kelas_nilai", "alasan"]
    try:
        with (folder / "penolakan.csv").open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
    except OSError:
        rows = []
    return pd.DataFrame(rows, columns=names).astype({"nomor_baris": "int64"})
