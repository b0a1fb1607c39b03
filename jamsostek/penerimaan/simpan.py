"""Accept prepared files, withdraw, restore: each changes the batches and then the figures, or neither."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from jamsostek import build, intake, settings
from jamsostek.intake import IntakeError, Manifest, Titipan
from jamsostek.penerimaan.dampak import served_is_current

Progress = Callable[[float, str], None]
_WAIT_SECONDS, _LOOK_SECONDS = 180, 0.5


@dataclass(frozen=True)
class Hasil:
    """The batches concerned and the seconds that the change took."""

    batches: tuple[Manifest, ...]
    detik: float


def simpan(titipan: Sequence[Titipan], oleh: str, progress: Progress) -> Hasil:
    """Make batches of the prepared files and build. Raises IntakeError; then nothing has changed.

    Should the build refuse what the preview had let through (somebody else imported in between), the new batches are
    withdrawn again: they stay on record and do not count.
    """
    start = time.perf_counter()
    progress(0.0, "Menyimpan batch")
    made = intake.publish(titipan, settings.batches_dir())
    _build_or_turn_back(made, lambda one: intake.withdraw(settings.batches_dir(), one.id_batch, oleh), progress)
    return Hasil(tuple(made), time.perf_counter() - start)


def tarik(ids: Sequence[str], oleh: str, progress: Progress) -> Hasil:
    """Withdraw batches and build. Raises IntakeError; then nothing has changed."""
    return _turn(ids, oleh, progress, intake.withdraw, intake.restore)


def kembalikan(ids: Sequence[str], oleh: str, progress: Progress) -> Hasil:
    """Let withdrawn batches count again and build. Raises IntakeError; then nothing has changed."""
    return _turn(ids, oleh, progress, intake.restore, intake.withdraw)


Turn = Callable[[Path, str, str], Manifest]


def _turn(ids: Sequence[str], oleh: str, progress: Progress, there: Turn, back: Turn) -> Hasil:
    start = time.perf_counter()
    progress(0.0, "Mengubah status batch")
    folder, turned = settings.batches_dir(), list[Manifest]()
    try:
        for id_batch in ids:
            turned.append(there(folder, id_batch, oleh))
    except IntakeError:
        for manifest in turned:
            back(folder, manifest.id_batch, oleh)
        raise
    _build_or_turn_back(turned, lambda one: back(folder, one.id_batch, oleh), progress)
    return Hasil(tuple(turned), time.perf_counter() - start)


def _build_or_turn_back(
    changed: Sequence[Manifest], turn_back: Callable[[Manifest], object], progress: Progress
) -> None:
    try:
        bangun(progress)
    except build.BuildError as error:
        for manifest in changed:
            turn_back(manifest)
        raise IntakeError(f"Data tidak dapat dibangun, jadi perubahan ini dibatalkan. {error}") from error


def bangun(progress: Progress) -> None:
    """Build, after waiting for a build of somebody else, unless that has built the same batches.

    Raises build.BuildError, and IntakeError when the other build does not end.
    """
    until = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            build.build(progress=lambda share, words: progress(0.1 + 0.9 * share, words))
            return
        except build.BuildBusy as error:
            if time.monotonic() > until:
                raise IntakeError(
                    "Batch sudah tersimpan, tetapi pembangunan oleh orang lain tidak selesai. Angka menyusul pada "
                    "pembangunan berikutnya: buka Riwayat data, lalu tekan Bangun ulang."
                ) from error
            progress(0.1, "Menunggu pembangunan oleh orang lain")
            time.sleep(_LOOK_SECONDS)
            if served_is_current(intake.list_batches(settings.batches_dir())):
                return
