"""A process of its own for looking at files: requests come in on stdin, progress and results go out on stdout.

A file that makes the reader abort (memory, a damaged workbook) then ends this process and not the server, and reading a
hundred thousand rows does not hold up everybody else who looks at the dashboard. Not multiprocessing: under Streamlit
the main module is the dashboard script, and each spawned worker would run it. Both ends of the pipe are this product,
which is what makes pickle acceptable here.
"""

import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from jamsostek import intake, settings
from jamsostek.intake import rejects

Progress = Callable[[float, str], None]
LARGEST_MEMORY = 6 * 1024**3
"""Bytes of address space, where the system can limit it: a laptop must not start to swap because of one file."""

_WORK: dict[str, Callable[..., Any]] = {
    "check_file": intake.check_file,
    "check_content": intake.check_content,
    "recognise": intake.recognise,
    "rejects": rejects.workbook,
}
_WITH_PROGRESS = frozenset({"check_content"})
_GONE = "Berkas tidak dapat dibaca: proses pembaca berhenti. Berkas rusak, atau terlalu besar setelah dibuka."


class Helper:
    """One helper process; `ask` blocks until the answer is there."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "jamsostek.intake.helper"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=settings.ROOT,
        )  # fmt: skip

    @property
    def alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def ask(self, work: str, *args: Any, progress: Progress | None = None, **kwargs: Any) -> Any:
        """Have one of the known functions run there. Raises IntakeError, also when the helper is gone."""
        assert self._process.stdin is not None  # noqa: S101 - both are pipes
        assert self._process.stdout is not None  # noqa: S101
        try:
            pickle.dump((work, args, kwargs), self._process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
            while True:
                kind, answer = pickle.load(self._process.stdout)  # noqa: S301
                if kind != "kemajuan":
                    break
                if progress is not None:
                    progress(*answer)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self.close()
            raise intake.IntakeError(_GONE) from error
        if kind == "galat":
            raise answer
        return answer

    def close(self) -> None:
        """End the helper."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was still to be written has nobody to read it
                    continue


@contextmanager
def helpers(count: int) -> Iterator[list[Helper]]:
    """So many helpers, ended in any case."""
    started: list[Helper] = []
    try:
        started += [Helper() for _ in range(count)]
        yield started
    finally:
        for helper in started:
            helper.close()


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = LARGEST_MEMORY if hard == resource.RLIM_INFINITY else min(LARGEST_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def main() -> None:
    """Answer requests until the input ends."""
    _limit_memory()
    requests, answers = sys.stdin.buffer, sys.stdout.buffer

    def say(kind: str, answer: object) -> None:
        pickle.dump((kind, answer), answers, protocol=pickle.HIGHEST_PROTOCOL)
        answers.flush()

    while True:
        try:
            work, args, kwargs = pickle.load(requests)  # noqa: S301
        except EOFError:
            return
        if work in _WITH_PROGRESS:
            kwargs["progress"] = lambda share, words: say("kemajuan", (share, words))
        try:
            say("hasil", _WORK[work](*args, **kwargs))
        except intake.IntakeError as error:
            say("galat", error)
        except MemoryError:
            say("galat", intake.IntakeError(_GONE))


if __name__ == "__main__":
    main()
