"""A helper process that checks example files for `kirim`: requests come in on stdin, results go out on stdout.

Not multiprocessing: under Streamlit the main module is the dashboard script, and each spawned worker would run it.
Both ends of the pipe are this product, which is what makes pickle acceptable here.
"""

import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from jamsostek import intake, settings

Request = tuple[Path, str, date | None]


class Pemeriksa:
    """One helper process; `check` blocks until the answer is there."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "jamsostek.sample.pemeriksa"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=settings.ROOT,
        )  # fmt: skip

    def check(self, request: Request) -> intake.Checked:
        """`intake.check_file` in the helper. Raises IntakeError, also when the helper is gone."""
        assert self._process.stdin is not None  # noqa: S101 - both are pipes
        assert self._process.stdout is not None  # noqa: S101
        try:
            pickle.dump(request, self._process.stdin)
            self._process.stdin.flush()
            answer = pickle.load(self._process.stdout)  # noqa: S301
        except (OSError, EOFError) as error:
            raise intake.IntakeError("Proses pemeriksa berkas contoh berhenti sebelum selesai.") from error
        if isinstance(answer, intake.Checked):
            return answer
        raise intake.IntakeError(str(answer))

    def close(self) -> None:
        """End the helper by closing its input."""
        self._process.communicate()


@contextmanager
def helpers(count: int) -> Iterator[list[Pemeriksa]]:
    """So many helpers, ended in any case."""
    started: list[Pemeriksa] = []
    try:
        started += [Pemeriksa() for _ in range(count)]
        yield started
    finally:
        for helper in started:
            helper.close()


def main() -> None:
    """Answer requests until the input ends."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    while True:
        try:
            path, jenis, bulan = pickle.load(requests)  # noqa: S301
        except EOFError:
            return
        try:
            answer: object = intake.check_file(path, jenis=jenis, bulan=bulan)
        except intake.IntakeError as error:
            answer = str(error)
        pickle.dump(answer, answers, protocol=pickle.HIGHEST_PROTOCOL)
        answers.flush()


if __name__ == "__main__":
    main()
