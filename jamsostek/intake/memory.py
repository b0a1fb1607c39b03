"""Small tables that people's decisions build up in the data folder: rewritten whole, under a lock, in one step."""

import json
import os
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from jamsostek.intake.errors import IntakeError

Entries = list[dict[str, Any]]


def read(path: Path) -> Entries:
    """The entries of the file; none where it does not exist. Raises IntakeError when it is damaged."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        raise IntakeError(f"Berkas {path.name} rusak; pindahkan atau perbaiki berkas itu.") from error
    if not isinstance(content, list) or not all(isinstance(entry, dict) for entry in content):
        raise IntakeError(f"Berkas {path.name} rusak; pindahkan atau perbaiki berkas itu.")
    return content


def change(path: Path, how: Callable[[Entries], Entries]) -> None:
    """Replace the entries by what `how` makes of them; two people at once wait for each other. Raises IntakeError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name(f".{path.name}.lock"), timeout=20):
            write_text(path, json.dumps(how(read(path)), ensure_ascii=False, indent=1) + "\n")
    except Timeout as error:
        raise IntakeError("Orang lain sedang menyimpan; coba lagi sebentar lagi.") from error
    except OSError as error:
        raise IntakeError(f"{path.name} tidak dapat disimpan; periksa izin folder dan sisa ruang.") from error


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder outlast a power cut, where the system lets a folder be synced (Windows does not).

    Failing is not told: the rename has happened.
    """
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all, also when the power fails."""
    beside = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}")
    try:
        with beside.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        sync_folder(path.parent)
    finally:
        beside.unlink(missing_ok=True)
