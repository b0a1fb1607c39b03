"""Withdraw a batch, or let it count again. The batch itself stays as it is; what happened is written beside it."""

import json
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

from jamsostek.intake import memory
from jamsostek.intake.errors import IntakeError
from jamsostek.intake.manifest import (
    HISTORY,
    RESTORED,
    WITHDRAWN,
    Manifest,
    Peristiwa,
    history,
    list_batches,
    locked,
)


def withdraw(batches: Path, id_batch: str, oleh: str) -> Manifest:
    """Mark a batch as withdrawn; it stays where it is and no longer counts. Raises IntakeError if there is none."""
    return _turn(batches, id_batch, oleh, withdrawn=True)


def restore(batches: Path, id_batch: str, oleh: str) -> Manifest:
    """Let a withdrawn batch count again, in its old place in the order. Raises IntakeError if there is none."""
    return _turn(batches, id_batch, oleh, withdrawn=False)


def _turn(batches: Path, id_batch: str, oleh: str, *, withdrawn: bool) -> Manifest:
    try:
        with locked(batches):
            return _marked(batches, id_batch, oleh, withdrawn=withdrawn)
    except OSError as error:
        raise IntakeError("Status batch tidak dapat disimpan; periksa izin folder dan sisa ruang.") from error


def _marked(batches: Path, id_batch: str, oleh: str, *, withdrawn: bool) -> Manifest:
    found = next((manifest for manifest in list_batches(batches) if manifest.id_batch == id_batch), None)
    if found is None:
        raise IntakeError(f"Batch {id_batch} tidak ada.")
    if found.ditarik == withdrawn:
        raise IntakeError(f"Batch {id_batch} {'sudah' if withdrawn else 'tidak sedang'} ditarik.")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    events = [*history(found.folder), Peristiwa(WITHDRAWN if withdrawn else RESTORED, now, oleh)]
    text = json.dumps([asdict(event) for event in events], ensure_ascii=False, indent=1) + "\n"
    memory.write_text(found.folder / HISTORY, text)
    return replace(found, ditarik=withdrawn)
