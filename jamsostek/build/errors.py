"""What can go wrong in a build."""

from pathlib import Path


class BuildError(Exception):
    """The build stopped; the old file goes on serving. The Indonesian message names the batch or the check."""


def unwritable(folder: Path) -> BuildError:
    """The error for a disk that is full or a folder that may not be used."""
    text = f"Folder {folder} tidak dapat dibaca atau ditulis; periksa sisa ruang dan izin folder."
    return BuildError(f"{text} Berkas lama tetap dipakai.")


class BuildBusy(Exception):
    """Another build is running on the same data folder."""
