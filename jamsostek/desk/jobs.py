"""Long work in a thread of its own, with a progress bar.

A click elsewhere ends a running Streamlit script wherever it is. Work that changes data must not be cut in half by
that, so it runs beside the script; the next run of the page finds it and goes on showing how far it is.
"""

import threading
import time
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import streamlit as st

from jamsostek.desk.words import literal

T = TypeVar("T")
Progress = Callable[[float, str], None]
_LOOK_SECONDS = 0.15
_RUNNING = "_pekerjaan"


class Job(Generic[T]):
    """Work under way: how far it is, and in the end its result or what went wrong."""

    def __init__(self, title: str, work: Callable[[Progress], T]) -> None:
        self.title, self.share, self.words = title, 0.0, ""
        self.result: T | None = None
        self.error: BaseException | None = None
        self._work = work
        self._thread = threading.Thread(target=self._run, daemon=False)
        self._thread.start()

    def _run(self) -> None:
        try:
            self.result = self._work(self._tell)
        except BaseException as error:  # handed to whoever waits
            self.error = error

    def _tell(self, share: float, words: str) -> None:
        self.share, self.words = share, words

    @property
    def done(self) -> bool:
        """Whether the work has ended."""
        return not self._thread.is_alive()

    def wait(self) -> T:
        """Show progress until the end; returns the result or raises what went wrong."""
        bar = st.progress(0.0, text=self.title)
        while not self.done:
            bar.progress(
                min(self.share, 1.0), text=f"{self.title}: {literal(self.words)}" if self.words else self.title
            )
            time.sleep(_LOOK_SECONDS)
        bar.empty()
        if self.error is not None:
            raise self.error
        return self.result  # type: ignore[return-value]


def start(name: str, title: str, work: Callable[[Progress], T]) -> None:
    """Begin work and leave waiting for it to the next run of the page."""
    if name not in _jobs():
        _jobs()[name] = Job(title, work)


def run(name: str, title: str = "", work: Callable[[Progress], T] | None = None) -> T:
    """Wait for the work of this name: begun before, left behind by an interrupted run, or begun now.

    Returns its result or raises what went wrong; KeyError where there is no such work and none is given.
    """
    if work is not None:
        start(name, title, work)
    job: Job[T] = _jobs()[name]
    try:
        return job.wait()
    finally:
        # an interrupted wait leaves the work to the next run
        if job.done:
            _jobs().pop(name, None)


def running(name: str) -> bool:
    """Whether work of this name was left behind by an interrupted run."""
    return name in _jobs()


def _jobs() -> dict[str, Job[Any]]:
    jobs: dict[str, Job[Any]] = st.session_state.setdefault(_RUNNING, {})
    return jobs
