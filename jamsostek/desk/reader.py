"""The helper process that looks at uploaded files: one per server, started when needed, again when it has died.

It ends after some idle minutes: its memory holds the last file.
"""

import threading
from typing import Any

from jamsostek import settings
from jamsostek.intake import Checked, Kenalan, Tata
from jamsostek.intake.helper import Helper, Progress

IDLE_SECONDS = 300

_lock = threading.Lock()
_helper: dict[tuple[str, str], Helper] = {}
_timers: list[threading.Timer] = []


def recognise(content: bytes, nama: str) -> Kenalan:
    """`intake.recognise` in the helper. Raises IntakeError."""
    found: Kenalan = _ask("recognise", content, nama)
    return found


def check(content: bytes, nama: str, jenis: str, bulan: Any, tata: Tata, progress: Progress) -> Checked:
    """`intake.check_content` in the helper. Raises IntakeError."""
    found: Checked = _ask("check_content", content, nama, jenis=jenis, bulan=bulan, tata=tata, progress=progress)
    return found


def rejects(content: bytes, checked: Checked, tata: Tata) -> bytes:
    """The workbook of refused rows, made in the helper. Raises IntakeError."""
    made: bytes = _ask("rejects", content, checked, tata)
    return made


def _ask(work: str, *args: Any, progress: Progress | None = None, **kwargs: Any) -> Any:
    # the helper took its folders from the environment when it started
    place = (str(settings.data_dir()), str(settings.key_path()))
    with _lock:
        helper = _helper.get(place)
        if helper is None or not helper.alive:
            _close()
            helper = _helper[place] = Helper()
        try:
            return helper.ask(work, *args, progress=progress, **kwargs)
        finally:
            _end_later()


def _end_later() -> None:
    for timer in _timers:
        timer.cancel()
    timer = threading.Timer(IDLE_SECONDS, _end)
    timer.daemon = True
    _timers[:] = [timer]
    timer.start()


def _end() -> None:
    with _lock:
        _close()


def _close() -> None:
    for helper in _helper.values():
        helper.close()
    _helper.clear()
