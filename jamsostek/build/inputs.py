"""What goes into a build: the batches, their integrity, and the reference figures that come with the product."""

import datetime as dt
import hashlib
from pathlib import Path

from jamsostek import settings
from jamsostek.build.errors import BuildError
from jamsostek.intake import IntakeError, Manifest, import_file, list_batches

# kinds whose published rows ship in data/referensi and enter every build as ordinary batches
REFERENCE_KINDS = ("angka_resmi", "target")

Row = tuple[object, ...]


def read(folder: Path) -> list[Manifest]:
    """All batches in order of urutan, after taking in reference figures that are not among them yet.

    Raises:
        BuildError: an unreadable manifest, or a reference file that intake refuses.
    """
    try:
        known = {manifest.sha256_berkas for manifest in list_batches(folder)}
        for jenis in REFERENCE_KINDS:
            path = settings.referensi_dir() / f"{jenis}.csv"
            # a city may come without published figures of its own
            if path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() not in known:
                import_file(path, jenis=jenis, bulan=None, batches=folder, oleh="tabel rujukan")
        return list_batches(folder)
    except IntakeError as error:
        raise BuildError(str(error)) from error
    except OSError as error:
        raise BuildError("Folder batch atau berkas rujukan tidak dapat dibaca.") from error


def data(manifest: Manifest) -> Path:
    """The Parquet file of a batch, after comparing it with its manifest.

    Raises:
        BuildError: missing, or changed since it was accepted.
    """
    path = manifest.folder / "data.parquet"
    if not path.is_file():
        raise BuildError(f"Batch {manifest.id_batch} rusak: data.parquet tidak ada.")
    with path.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != manifest.sha256_data:
            raise BuildError(f"Batch {manifest.id_batch} rusak: data.parquet tidak cocok dengan sidik di manifesnya.")
    return path


def row(manifest: Manifest) -> Row:
    """Values for the temporary table manifest, in the order of its columns."""
    bulan = f"{manifest.bulan}-01" if manifest.bulan else None
    imported = dt.datetime.fromisoformat(manifest.diimpor_pada).astimezone(dt.UTC).replace(tzinfo=None)
    return (
        manifest.urutan, manifest.id_batch, manifest.jenis, bulan, manifest.nama_berkas, manifest.sha256_berkas,
        manifest.baris_masuk, manifest.baris_diterima, manifest.baris_ditolak, imported, manifest.oleh,
        manifest.basis_wilayah, manifest.contoh, manifest.ditarik,
    )  # fmt: skip
