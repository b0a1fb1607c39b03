"""The first start on a machine without data: the example data set, then the build, under one lock."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from jamsostek import build, intake, kota, sample, settings

Progress = Callable[[float, str], None]
PORSI_CONTOH = 0.7
"""Share of the first start's time that goes into making and importing the example, as measured."""


def ensure_database(progress: Progress | None = None) -> None:
    """Make the served file where there is none: from the batches at hand, else from the example data set.

    A city whose example cannot be made gets a file without months, so that people can import theirs.
    Raises build.BuildBusy when another process is at it, build.BuildError when the batches cannot be built or
    the example cannot be made, for instance on a full disk.
    """
    data = settings.data_dir()
    report: Progress = progress or (lambda _share, _text: None)
    try:
        data.mkdir(parents=True, exist_ok=True)
        with FileLock(data / ".persiapan.lock", timeout=0):
            if settings.database_path().exists():
                return
            share = 0.0
            if makes_example():
                share = PORSI_CONTOH
                _example(data, lambda done, text: report(done * PORSI_CONTOH, text))
            build.build(data, progress=lambda done, text: report(share + done * (1 - share), text))
    except Timeout:
        raise build.BuildBusy from None
    except OSError as error:
        raise build.unwritable(data) from error
    except (intake.IntakeError, kota.ReferensiRusak) as error:
        raise build.BuildError(str(error)) from error


def makes_example() -> bool:
    """Whether a first start begins with the example: no batch yet, and a city that the generator knows."""
    return not _has_batches() and kota.kota().data_contoh


def _has_batches() -> bool:
    folder = settings.batches_dir()
    # what an interrupted import left behind has a dot in front and is no batch, with a manifest or without
    return any(entry.is_file() for entry in folder.glob("[!.]*/manifest.json"))


def _example(data: Path, progress: Progress) -> None:
    """Made in a folder beside and moved in whole: an interrupted first start must not leave half an example behind."""
    beside = data / ".contoh-sementara"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir()
    sample.generate(beside, progress=progress)
    place = settings.batches_dir()
    if not _has_batches() and place.exists():
        # Without a batch in it there can be leftovers of an interrupted import; they are put aside, never mixed in.
        place.rename(data / f".batches-tersisa-{time.time_ns()}")
    # Where somebody imported a file while the example was being made, that file counts and no example is needed.
    if not place.exists():
        (beside / "batches").rename(place)
    shutil.rmtree(beside)
