"""A process killed at any point loses nothing that was acknowledged and leaves nothing that half counts."""

import shutil
import time
from pathlib import Path
from random import Random

import pytest
from streamlit.testing.v1 import AppTest

from jamsostek import build, settings
from jamsostek.intake import Manifest
from tests import effort
from tests.ketahanan import child
from tests.ketahanan.child import Langkah, Tugas
from tests.ketahanan.ledger import Disajikan, Ledger, served
from tests.test_build import content
from tests.test_pages import text_of

pytestmark = pytest.mark.ketahanan
BUILD = Langkah("bangun")
SERIES, ROUNDS, FULL_BUILD_EVERY = 2, 18, 9


def plan(ledger: Ledger, files: Path, random: Random) -> tuple[Langkah, ...]:
    """One or two changes and a build."""
    steps = [_change(ledger, files, random)]
    if random.random() < 0.4:
        steps.append(Langkah("impor", (ledger.hand_in(files, random),)))
    return (*steps, BUILD)


def _change(ledger: Ledger, files: Path, random: Random) -> Langkah:
    ours = [manifest for manifest in ledger.known if manifest.sha256_berkas in ledger.files]
    if ours and random.random() < 0.25:
        chosen = random.choice(ours)
        return Langkah("kembali" if chosen.ditarik else "tarik", id_batch=chosen.id_batch)
    return Langkah("impor", tuple(ledger.hand_in(files, random) for _ in range(random.randint(1, 3))))


class Folder:
    """A data folder, the ledger about it, and the children that work in it."""

    def __init__(self, data: Path) -> None:
        self.ledger, self.files, self._number = Ledger(data), data.parent / "berkas", 0
        self.files.mkdir()

    def task(self, steps: tuple[Langkah, ...], mati_di: int = 0) -> Tugas:
        self._number += 1
        report = self.files / f"laporan-{self._number}"
        return Tugas(steps, self.ledger.data, settings.key_path(), report, mati_di)

    def run(self, task: Tugas, seconds: float | None = None) -> bool:
        """Run a child, kill it that long after its first step began, look; returns whether it was killed."""
        process = child.start(task)
        while seconds is not None and not task.laporan.exists() and process.is_alive():
            time.sleep(0.0005)
        process.join(seconds)
        process.kill()
        process.join()
        killed = process.exitcode != 0
        process.close()
        self.ledger.check(task.langkah, child.said(task.laporan))
        return killed

    def durations(self, random: Random) -> tuple[float, float]:
        """Seconds until the build begins and until all is done, in an undisturbed round."""
        task = self.task((Langkah("impor", tuple(self.ledger.hand_in(self.files, random) for _ in "abc")), BUILD))
        process, begin, build_began = child.start(task), 0.0, 0.0
        while process.is_alive():
            lines = len(child.said(task.laporan)) if task.laporan.exists() else 0
            begin = begin or (time.monotonic() if lines else 0.0)
            build_began = build_began or (time.monotonic() if lines > 2 else 0.0)
            time.sleep(0.001)
        end = time.monotonic()
        process.join()
        self.ledger.check(task.langkah, child.said(task.laporan))
        return build_began - begin, end - begin

    def renew(self, copy: Path | None, known: list[Manifest], served: Disajikan | None) -> None:
        """Put the data folder back to what it was, from a copy of it or to nothing."""
        shutil.rmtree(self.ledger.data, ignore_errors=True)
        if copy:
            shutil.copytree(copy, self.ledger.data)
        self.ledger.known, self.ledger.served = known, served


@pytest.mark.parametrize("seed", effort.seeds(SERIES))
def test_kills_at_random_moments(data: Path, seed: int) -> None:
    random, folder = Random(seed), Folder(data)
    killed = 0
    for number in range(ROUNDS):
        if number % FULL_BUILD_EVERY == 0:
            until_build, until_end = folder.durations(random)
        # as many kills in the short time of the import as in the long time of the build
        first, last = (0.0, until_build) if random.random() < 0.5 else (until_build, until_end)
        task = folder.task(plan(folder.ledger, folder.files, random))
        killed += folder.run(task, random.uniform(first, last))
    assert killed
    folder.run(folder.task((BUILD,)))
    the_same_from_the_batches_alone(data)
    the_app_starts()


def test_a_kill_before_every_single_file_step(data: Path, tmp_path: Path) -> None:
    random, folder = Random(11), Folder(data)
    folder.durations(random)
    target = folder.ledger.known[0].id_batch
    package = Langkah("impor", tuple(folder.ledger.hand_in(folder.files, random) for _ in range(2)))
    steps = (package, Langkah("tarik", id_batch=target), Langkah("kembali", id_batch=target), BUILD)
    shutil.copytree(data, tmp_path / "awal")
    known, before = folder.ledger.known, folder.ledger.served
    number, killed = 0, True
    while killed:
        number += 1
        folder.renew(tmp_path / "awal", known, before)
        killed = folder.run(folder.task(steps, mati_di=number))
        if len(folder.ledger.known) == len(known):
            # nothing has to be repaired before the package can be handed in again
            folder.run(folder.task((package,)))
    assert number > 20
    folder.run(folder.task((BUILD,)))


def test_a_kill_before_every_file_step_of_the_very_first_import(data: Path) -> None:
    random, folder = Random(12), Folder(data)
    steps = (Langkah("impor", tuple(folder.ledger.hand_in(folder.files, random) for _ in range(2))), BUILD)
    number, killed = 0, True
    while killed:
        number += 1
        folder.renew(None, [], None)
        killed = folder.run(folder.task(steps, mati_di=number))
    assert number > 10


def test_the_served_file_is_swapped_and_never_written_to(data: Path) -> None:
    """No kill is quick enough to be sure of this one: the old file, still open, keeps its bytes through a build."""
    random, folder = Random(13), Folder(data)
    folder.durations(random)
    before = settings.database_path().read_bytes()
    with settings.database_path().open("rb") as old:
        folder.durations(random)
        assert old.read() == before
    assert settings.database_path().read_bytes() != before


def the_same_from_the_batches_alone(data: Path) -> None:
    """What is served is what the batches say, whatever happened on the way."""
    shutil.copytree(data / "batches", data.parent / "salinan" / "batches")
    build.build(data.parent / "salinan")
    copy = data.parent / "salinan" / settings.database_path().name
    assert served(copy) == served(data / copy.name)
    assert content(copy) == content(data / copy.name)


def the_app_starts() -> None:
    app = AppTest.from_file(str(settings.ROOT / "dashboard.py"), default_timeout=60).run()
    assert not app.exception
    text = text_of(app)
    assert "tidak dapat ditampilkan" not in text
    assert "Data sampai" in text
    assert "DATA CONTOH" not in text
