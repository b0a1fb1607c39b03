"""The manifest of a batch, and the list of batches in a folder."""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from jamsostek.intake.errors import IntakeError
from jamsostek.intake.sheet import Finding

VERSI_KONTRAK = 1
MANIFEST, DATA, REJECTS, WITHDRAWN = "manifest.json", "data.parquet", "penolakan.csv", "ditarik.json"


@dataclass(frozen=True)
class Manifest:
    """What a batch holds and where it came from. `folder` and `ditarik` describe its place, not its content."""

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
    folder: Path = field(default_factory=Path, compare=False)
    ditarik: bool = field(default=False, compare=False)

    def to_json(self) -> str:
        """The text of manifest.json."""
        content = {name: value for name, value in asdict(self).items() if name not in ("folder", "ditarik")}
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


# A batch never changes, so a manifest is parsed once per process; the file's identity guards against a new folder
# of the same name.
_parsed: dict[tuple[str, int, int], Manifest] = {}


def list_batches(batches: Path) -> list[Manifest]:
    """All complete batches in order of `urutan`, withdrawn ones too (`ditarik`).

    Folders without a manifest or with a leading dot are not batches. Raises IntakeError on an unreadable manifest.
    """
    return sorted(_read_all(batches), key=lambda manifest: manifest.urutan)


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
        name = (folder, state.st_ino, state.st_mtime_ns)
        manifest = _parsed.get(name)
        if manifest is None or os.path.exists(f"{folder}/{WITHDRAWN}") != manifest.ditarik:  # noqa: PTH110
            manifest = _parsed[name] = _read(Path(folder))
        yield manifest


def _read(folder: Path) -> Manifest:
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        for name in ("penolakan", "peringatan"):
            content[name] = [Finding(**entry) for entry in content[name]]
        return Manifest(**content, folder=folder, ditarik=(folder / WITHDRAWN).exists())
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise IntakeError(f"Manifest batch {folder.name} rusak.") from error
