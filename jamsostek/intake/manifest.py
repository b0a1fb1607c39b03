"""The manifest of a batch, and the list of batches in a folder."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from jamsostek.intake import memory
from jamsostek.intake.errors import IntakeError
from jamsostek.intake.sheet import Finding

VERSI_KONTRAK = 1
WITHDRAWN, RESTORED = "ditarik", "dikembalikan"
# Earlier versions marked a withdrawn batch with this file alone.
_EARLIER_MARK = "ditarik.json"
_LOCK, _WAIT_SECONDS = ".kunci-batch.lock", 60
MANIFEST, DATA, REJECTS, HISTORY = "manifest.json", "data.parquet", "penolakan.csv", "riwayat.json"


@dataclass(frozen=True)
class Manifest:
    """What a batch holds and where it came from. `folder` and `ditarik` describe its place, not its content.

    `paket` names the batches that were accepted together, of which there are `paket_jumlah`: all count or none.
    """

    id_batch: str
    urutan: int
    jenis: str
    bulan: str | None
    nama_berkas: str
    sha256_berkas: str
    sha256_data: str
    baris_masuk: int
    baris_diterima: int
    baris_ditolak: int
    penolakan: list[Finding]
    peringatan: list[Finding]
    diimpor_pada: str
    oleh: str
    basis_wilayah: str
    contoh: bool
    sidik_kunci: str = ""
    versi_kontrak: int = VERSI_KONTRAK
    paket: str = ""
    paket_jumlah: int = 1
    folder: Path = field(default_factory=Path, compare=False)
    ditarik: bool = field(default=False, compare=False)

    def to_json(self) -> str:
        """The text of manifest.json."""
        content = {name: value for name, value in asdict(self).items() if name not in ("folder", "ditarik")}
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True)
class Peristiwa:
    """One line of a batch's history after it was accepted: withdrawn ('ditarik') or taken back in ('dikembalikan')."""

    tindakan: str
    pada: str
    oleh: str


def history(folder: Path) -> list[Peristiwa]:
    """What has happened to a batch since it was accepted, oldest first. Raises IntakeError when that is damaged."""
    try:
        events = [Peristiwa(**entry) for entry in memory.read(folder / HISTORY)]
        if not events and (folder / _EARLIER_MARK).exists():
            note = json.loads((folder / _EARLIER_MARK).read_text(encoding="utf-8"))
            events = [Peristiwa(WITHDRAWN, note["ditarik_pada"], note["oleh"])]
        return events
    except (TypeError, KeyError, ValueError) as error:
        raise IntakeError(f"Riwayat batch {folder.name} rusak.") from error


@contextmanager
def locked(batches: Path) -> Iterator[None]:
    """Alone with the folder of batches: imports and withdrawals wait for one another. Raises IntakeError."""
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


# A batch never changes, so a manifest is parsed once per process; the identity of its files guards against a new
# folder of the same name and against a withdrawal by somebody else.
_parsed: dict[tuple[str, int, int, int], Manifest] = {}


def list_batches(batches: Path) -> list[Manifest]:
    """All complete batches in order of `urutan`, withdrawn ones too (`ditarik`).

    Folders without a manifest or with a leading dot are not batches, nor are those of a package that lacks a member (a
    process was killed between two of them). Raises IntakeError on an unreadable manifest.
    """
    found = sorted(_read_all(batches), key=lambda manifest: manifest.urutan)
    members = Counter(manifest.paket for manifest in found)
    return [manifest for manifest in found if not manifest.paket or members[manifest.paket] == manifest.paket_jumlah]


def _read_all(batches: Path) -> Iterator[Manifest]:
    if not batches.is_dir():
        return
    with os.scandir(batches) as entries:
        folders = [entry.path for entry in entries if not entry.name.startswith(".") and entry.is_dir()]
    for folder in folders:
        try:
            # Thousands of batches are listed at each commit: plain os calls take a third of the time of pathlib's.
            state = os.stat(f"{folder}/{MANIFEST}")  # noqa: PTH116
        except FileNotFoundError:
            continue
        name = (folder, state.st_ino, state.st_mtime_ns, _length(f"{folder}/{HISTORY}"))
        manifest = _parsed.get(name)
        if manifest is None:
            manifest = _parsed[name] = _read(Path(folder))
        yield manifest


def _length(history_file: str) -> int:
    """A history only grows; two changes within one tick of the file system's clock would share a time."""
    try:
        return os.stat(history_file).st_size  # noqa: PTH116
    except FileNotFoundError:
        return 0


def _read(folder: Path) -> Manifest:
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        for name in ("penolakan", "peringatan"):
            content[name] = [Finding(**entry | {"baris": tuple(entry.get("baris", ()))}) for entry in content[name]]
        events = history(folder)
        return Manifest(**content, folder=folder, ditarik=bool(events) and events[-1].tindakan == WITHDRAWN)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise IntakeError(f"Manifest batch {folder.name} rusak.") from error
