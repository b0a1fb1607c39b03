"""Imports and builds in processes of their own, which tests kill, run at once, or starve.

A child comes from a fork server that knows no threads and has the heavy modules loaded, so that it starts in
milliseconds. What it has finished it says in a file: whatever stands there was acknowledged before the kill.
"""

import json
import multiprocessing
import os
import resource
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Barrier
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from jamsostek import build
from jamsostek.intake import check_file, commit, discard, prepare, publish, restore, withdraw

CONTEXT = multiprocessing.get_context("forkserver")
CONTEXT.set_forkserver_preload(["tests.ketahanan.child"])
_FILE_STEPS = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir")


@dataclass(frozen=True)
class Berkas:
    """One file to hand in, for a kind and a month."""

    path: Path
    jenis: str
    bulan: str


@dataclass(frozen=True)
class Langkah:
    """One step: 'impor' (one or more files, all or none), 'tarik' or 'kembali' (a batch), or 'bangun'."""

    apa: str
    berkas: tuple[Berkas, ...] = ()
    id_batch: str = ""


@dataclass(frozen=True)
class Tugas:
    """What one child is to do, where, and what is to happen to it meanwhile.

    `mati_di` kills it before that many file steps below the data folder (0: never); `batas` is the size in bytes that
    no file of its can exceed (0: none); `mulai` lets several children begin at the same moment.
    """

    langkah: tuple[Langkah, ...]
    data: Path
    kunci: Path
    laporan: Path
    mati_di: int = 0
    batas: int = 0
    mulai: Barrier | None = None


def start(task: Tugas) -> BaseProcess:
    """The running child."""
    process = CONTEXT.Process(target=run, args=(task,))
    # A child would run the main module again, and a page test may have left the whole app in that place.
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "__main__", ModuleType("__main__"))
        process.start()
    return process


def run(task: Tugas) -> None:
    """The child itself: its steps one after the other; an error ends the step, not the child."""
    os.environ |= {"JAMSOSTEK_DATA": str(task.data), "JAMSOSTEK_KUNCI": str(task.kunci)}
    if task.mulai:
        task.mulai.wait(60)
    if task.mati_di:
        _die_before(task.mati_di, str(task.data))
    for number, step in enumerate(task.langkah):
        _say(task, number, "mulai")
        try:
            with _limited(task.batas):
                _DO[step.apa](task.data, step)
        except Exception as error:
            _say(task, number, "gagal", jenis=type(error).__name__, pesan=str(error))
        else:
            _say(task, number, "selesai")


def said(report: Path) -> list[dict[str, Any]]:
    """What a child said so far: `langkah` (number), `apa` ('mulai', 'selesai', 'gagal'), for errors type and text."""
    return [json.loads(line) for line in report.read_text().splitlines()] if report.exists() else []


@contextmanager
def _limited(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size or soft, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def _say(task: Tugas, number: int, what: str, **more: str) -> None:
    line = json.dumps({"langkah": number, "apa": what, **more}) + "\n"
    handle = os.open(task.laporan, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(handle, line.encode())
    os.close(handle)


def _import(data: Path, step: Langkah) -> None:
    batches = data / "batches"
    if len(step.berkas) == 1:
        (one,) = step.berkas
        commit(check_file(one.path, jenis=one.jenis, bulan=one.bulan), batches=batches, oleh="Uji")
        return
    titipan = []
    try:
        for one in step.berkas:
            checked = check_file(one.path, jenis=one.jenis, bulan=one.bulan)
            titipan.append(prepare(checked, batches=batches, oleh="Uji"))
        publish(titipan, batches)
    finally:
        for each in titipan:
            discard(each)


def _build(data: Path, _step: Langkah) -> None:
    build.build(data)


_DO: dict[str, Callable[[Path, Langkah], object]] = {
    "impor": _import,
    "tarik": lambda data, step: withdraw(data / "batches", step.id_batch, "Uji"),
    "kembali": lambda data, step: restore(data / "batches", step.id_batch, "Uji"),
    "bangun": _build,
}


def _die_before(number: int, below: str) -> None:
    """Kill this process before its file step of that number; only Python's own steps are seen, not DuckDB's."""
    left = number

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if event in _FILE_STEPS and str(arguments[0]).startswith(below) and _changes(event, arguments):
            left -= 1
            if not left:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def _changes(event: str, arguments: Sequence[Any]) -> bool:
    return event != "open" or bool(arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
