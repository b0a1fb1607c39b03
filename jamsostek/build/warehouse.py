"""Fills a new DuckDB file from the batches and checks it. All logic is SQL; this only runs it in order."""

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import duckdb

from jamsostek import settings, sql
from jamsostek.build import inputs
from jamsostek.build.errors import BuildError, unwritable
from jamsostek.intake import Manifest
from jamsostek.kota import BERKAS, ReferensiRusak, kota

Progress = Callable[[float, str], None]

# schema, views and marts in the order they depend on each other; a test holds these lists against the folders
SCHEMA = (
    "kota", "wilayah", "rt_rw", "versi_data", "batch", "bulan_data", "cakupan_bulanan", "pekerja_bulanan",
    "pekerja_ringkas",
    "arus_bulanan", "retensi_bulanan", "akhir_subsidi",
    "pendataan", "pendataan_bulanan", "daftar_tenaga_kerja", "rt_riwayat", "register_konflik",
    "pemberi_kerja_status", "klaim_bulanan", "angka_resmi", "target", "jejak", "pemeriksaan",
)  # fmt: skip
REFERENCE = ("marts/wilayah", "marts/rt_rw", "views/kamus")
LOADS = {
    "peserta": "views/muat_peserta",
    "tenaga_kerja": "views/muat_tenaga_kerja",
    "pemberi_kerja": "views/muat_pemberi_kerja",
    "klaim": "views/muat_klaim",
    "angka_resmi": "views/muat_angka_resmi",
    "target": "views/muat_target",
}
STEPS = (
    "views/kalender", "marts/bulan_data", "views/tautan_kpj", "views/peserta_baris", "views/peserta_orang",
    "views/peserta_ganda", "views/masa_peserta", "views/daftar", "views/pekerja_baris", "views/pekerja_jamak",
    "views/pekerja_orang", "marts/cakupan_bulanan",
    "marts/pekerja_bulanan", "marts/pekerja_ringkas", "marts/arus_bulanan",
    "marts/retensi_bulanan", "marts/akhir_subsidi", "marts/pendataan",
    "marts/pendataan_bulanan", "marts/daftar_tenaga_kerja", "marts/rt_riwayat", "marts/register_konflik",
    "marts/pemberi_kerja_status", "marts/klaim_bulanan", "marts/angka_resmi",
    "marts/target", "marts/jejak", "marts/batch",
)  # fmt: skip
CITY = ("kode_kota", "nama_kota", "kode_provinsi", "nama_provinsi")
INSERT_WARNING = "INSERT INTO pemeriksaan VALUES (?, ?)"
INSERT_MANIFEST = "INSERT INTO manifest VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
CHOSEN = "SELECT id_batch FROM batch_terpilih WHERE jenis = $jenis ORDER BY nomor_berkas"
USED = "SELECT id_batch FROM batch WHERE dipakai ORDER BY urutan"


@dataclass(frozen=True)
class Filled:
    """Result of filling: version, used batches, rows per mart, warnings (check, rows)."""

    versi: str
    batches: tuple[str, ...]
    rows: dict[str, int]
    warnings: tuple[tuple[str, int], ...]


def fill(path: Path, batches: list[Manifest], spill: Path, progress: Progress) -> Filled:
    """Create the file at `path` with all marts, run the checks, commit, and detach from it.

    Rows about persons live in temporary tables of an in-memory database (spilling to `spill` when memory is short)
    and never touch the file.

    Raises:
        BuildError: damaged batch, missing reference table, failed blocking check, or no room on the disk.
    """
    con = duckdb.connect(":memory:")
    try:
        con.execute("SET temp_directory = $spill", {"spill": str(spill)})
        versi, used = stage(con, path, batches, progress)
        warnings = _check(con, progress)
        if warnings:
            con.executemany(INSERT_WARNING, warnings)
        rows = {table: len(con.table(table)) for table in SCHEMA}
        progress(0.95, "Menulis berkas")
        con.execute("COMMIT")
        con.execute("USE memory")
        con.execute("DETACH gudang")
        return Filled(versi, used, rows, warnings)
    except duckdb.Error as error:
        # a full disk shows here: before COMMIT nearly everything is in memory, and DETACH writes the file
        raise unwritable(path.parent) from error
    finally:
        con.close()


def stage(
    con: duckdb.DuckDBPyConnection, path: Path, batches: list[Manifest], progress: Progress
) -> tuple[str, tuple[str, ...]]:
    """Fill all tables in an open transaction on the new file; returns the version and the batches used.

    Raises:
        BuildError: damaged batch, missing reference table, or rows that the schema refuses.
    """
    con.execute("ATTACH $path AS gudang", {"path": str(path)})
    con.execute("USE gudang")
    # one transaction: committing (and syncing) each of some two hundred statements takes longer than the small tables
    con.execute("BEGIN")
    _load(con, batches, progress)
    for done, name in enumerate(STEPS):
        progress(0.3 + 0.5 * done / len(STEPS), f"Menyusun {name.partition('/')[2]}")
        _execute(con, name)
    used = tuple(id_batch for (id_batch,) in con.execute(USED).fetchall())
    versi = _versi([manifest for manifest in batches if manifest.id_batch in used])
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)
    _execute(con, "marts/versi_data", {"versi": versi, "tanggal_dibangun": now})
    return versi, used


def _load(con: duckdb.DuckDBPyConnection, batches: list[Manifest], progress: Progress) -> None:
    for table in SCHEMA:
        _execute(con, f"schema/{table}")
    _execute(con, "views/masukan")
    if batches:
        con.executemany(INSERT_MANIFEST, [inputs.row(manifest) for manifest in batches])
    by_id = {manifest.id_batch: manifest for manifest in batches}
    _execute(con, "views/batch_terpilih")
    _execute(con, "marts/kota", _city())
    for name in REFERENCE:
        csv = settings.referensi_dir() / f"{name.partition('/')[2]}.csv"
        _execute(con, name, {f"berkas_{csv.stem}": str(csv)} if name.startswith("marts/") else None)
    for done, (jenis, name) in enumerate(LOADS.items()):
        progress(0.02 + 0.28 * done / len(LOADS), f"Memuat batch {jenis}")
        chosen = con.execute(CHOSEN, {"jenis": jenis}).fetchall()
        files = [str(inputs.data(by_id[id_batch])) for (id_batch,) in chosen]
        if files:
            _execute(con, name, {"berkas": files})


def _city() -> dict[str, object]:
    try:
        return {name: getattr(kota(), name.removesuffix("_kota")) for name in CITY}
    except ReferensiRusak as error:
        raise BuildError(str(error)) from error


def _execute(con: duckdb.DuckDBPyConnection, name: str, params: dict[str, object] | None = None) -> None:
    text = (settings.queries_dir() / f"{name}.sql").read_text(encoding="utf-8")
    try:
        con.execute(text, params)
    except duckdb.Error as error:
        raise BuildError(f"Langkah {name} gagal: {error}") from error


def _check(con: duckdb.DuckDBPyConnection, progress: Progress) -> tuple[tuple[str, int], ...]:
    broken: dict[str, list[tuple[str, int]]] = {"Pemblokir": [], "Peringatan": []}
    names = sql.names("checks")
    for done, name in enumerate(names):
        query, short = sql.load(name), name.partition("/")[2]
        progress(0.8 + 0.15 * done / len(names), f"Memeriksa {short}")
        rows = len(con.execute(query.sql).fetchall())
        if rows:
            broken[query.doc.partition(".")[0]].append((short, rows))
    if broken["Pemblokir"]:
        failed = ", ".join(f"{name} ({rows} baris)" for name, rows in broken["Pemblokir"])
        rules = " ".join(sql.load(f"checks/{name}").doc.partition(". ")[2] for name, _rows in broken["Pemblokir"])
        raise BuildError(f"Pemeriksaan gagal: {failed}. Berkas lama tetap dipakai. Aturannya: {rules}")
    return tuple(broken["Peringatan"])


def _versi(used: list[Manifest]) -> str:
    digest = hashlib.sha256()
    for manifest in used:
        digest.update(f"{manifest.id_batch} {manifest.sha256_data}\n".encode())
    reference = [settings.referensi_dir() / name for name in (BERKAS, "wilayah.csv", "rt_rw.csv")]
    for file in [*sorted(settings.queries_dir().rglob("*.sql")), *reference]:
        digest.update(f"{file.name}\n".encode() + file.read_bytes())
    return digest.hexdigest()[:16]
