"""No room on the disk: a clear message, nothing lost, nothing half counted, and with room again it simply works."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from jamsostek import build, db, settings
from jamsostek.intake import (
    IntakeError,
    check_file,
    discard,
    list_batches,
    memory,
    prepare,
    publish,
    restore,
    spellings,
    withdraw,
)
from tests.ketahanan import child
from tests.ketahanan.child import Berkas, Langkah, Tugas
from tests.ketahanan.ledger import Ledger

pytestmark = pytest.mark.ketahanan
IMPOR, BANGUN = "periksa izin folder dan sisa ruang", "periksa sisa ruang dan izin folder"


@pytest.fixture
def small_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The data folder on a disk of 24 MB of its own, which holds the served file twice and little more."""
    place = tmp_path / "cakram"
    place.mkdir()
    mounted = sys.platform == "linux" and os.geteuid() == 0 and _mount(place)
    if not mounted:
        if os.environ.get("CI") == "true" and os.geteuid() == 0:
            pytest.fail("A small disk must be mounted here and cannot be.")
        pytest.skip("A small disk can only be mounted by root on Linux.")
    monkeypatch.setenv("JAMSOSTEK_DATA", str(place / "data"))
    monkeypatch.setenv("JAMSOSTEK_KUNCI", str(tmp_path / "rahasia" / "kunci"))
    try:
        yield place / "data"
    finally:
        subprocess.run(["umount", str(place)], check=True)


def _mount(place: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@contextmanager
def only(kilobytes: int, data: Path) -> Iterator[None]:
    """Leave so much room on the disk, by a file that takes the rest."""
    filler, state = data.parent / "isi", os.statvfs(data)
    filler.write_bytes(b"x" * max(0, state.f_bavail * state.f_frsize - kilobytes * 1024))
    try:
        yield
    finally:
        filler.unlink()


@contextmanager
def nothing_changes(data: Path) -> Iterator[None]:
    """The batches, the served file, and what can be read from it stay; nothing half made is left."""
    before, content = list_batches(data / "batches"), (data / "jamsostek.duckdb").read_bytes()
    withdrawn = [one.ditarik for one in before]
    yield
    after = list_batches(data / "batches")
    assert after == before
    assert [one.ditarik for one in after] == withdrawn
    assert (data / "jamsostek.duckdb").read_bytes() == content
    assert db.cursor(data / "jamsostek.duckdb").execute("SELECT COUNT(*) FROM versi_data").fetchall() == [(1,)]
    assert [path.name for path in [*data.glob(".sementara-*"), *data.glob("batches/.sementara-*")]] == []


def filled(data: Path, folder: Path) -> tuple[Ledger, Random]:
    """A data folder with one batch, built."""
    ledger, random = Ledger(data), Random(8)
    bring_in(ledger.hand_in(folder, random), data=data)
    build.build(data)
    return ledger, random


def bring_in(*files: Berkas, data: Path) -> None:
    titipan = []
    try:
        for one in files:
            checked = check_file(one.path, jenis=one.jenis, bulan=one.bulan)
            titipan.append(prepare(checked, batches=data / "batches", oleh="Uji"))
        publish(titipan, data / "batches")
    finally:
        for each in titipan:
            discard(each)


@pytest.mark.parametrize("kilobytes", [0, 4, 8, 12])
def test_an_import_onto_a_full_disk(small_disk: Path, tmp_path: Path, kilobytes: int) -> None:
    ledger, random = filled(small_disk, tmp_path)
    files = [ledger.hand_in(tmp_path, random) for _ in range(3)]
    known = len(list_batches(small_disk / "batches"))
    with only(kilobytes, small_disk), nothing_changes(small_disk), pytest.raises(IntakeError, match=IMPOR):
        bring_in(*files, data=small_disk)
    bring_in(*files, data=small_disk)
    assert len(list_batches(small_disk / "batches")) == known + 3
    assert build.build(small_disk).rows["batch"] == known + 3


@pytest.mark.parametrize("kilobytes", [0, 64, 1024, 3000, 5000])
def test_a_build_onto_a_full_disk(small_disk: Path, tmp_path: Path, kilobytes: int) -> None:
    ledger, random = filled(small_disk, tmp_path)
    bring_in(ledger.hand_in(tmp_path, random), data=small_disk)
    with only(kilobytes, small_disk), nothing_changes(small_disk), pytest.raises(build.BuildError, match=BANGUN):
        build.build(small_disk)
    now = list_batches(small_disk / "batches")
    assert build.build(small_disk).rows["batch"] == len(now)


def test_the_very_first_build_onto_a_full_disk(small_disk: Path) -> None:
    small_disk.mkdir()
    with only(0, small_disk), pytest.raises(build.BuildError, match=IMPOR):
        build.build(small_disk)
    assert list_batches(small_disk / "batches") == []
    assert build.build(small_disk).rows["batch"] == 2


def test_withdrawals_on_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    filled(small_disk, tmp_path)
    batches = small_disk / "batches"
    chosen = list_batches(batches)[0].id_batch
    with only(0, small_disk), nothing_changes(small_disk), pytest.raises(IntakeError, match=IMPOR):
        withdraw(batches, chosen, "Uji")
    withdraw(batches, chosen, "Uji")
    with only(0, small_disk), nothing_changes(small_disk), pytest.raises(IntakeError, match=IMPOR):
        restore(batches, chosen, "Uji")
    restore(batches, chosen, "Uji")
    assert not list_batches(batches)[0].ditarik


def test_what_people_decided_stays_when_the_disk_is_full(small_disk: Path) -> None:
    small_disk.mkdir()
    spellings.remember({"Oesapah": "53.71.03.1010"}, "Uji")
    before = spellings.remembered()
    with only(0, small_disk):
        with pytest.raises(IntakeError, match=IMPOR):
            spellings.remember({"Alakk": "53.71.01.1008"}, "Uji")
        with pytest.raises(IntakeError, match=IMPOR):
            memory.change(spellings.path(), lambda old: old * 2)
        assert spellings.remembered() == before
    assert sorted(path.name for path in small_disk.iterdir() if "ejaan" in path.name) == [
        ".ejaan.json.lock",
        "ejaan.json",
    ]
    spellings.remember({"Alakk": "53.71.01.1008"}, "Uji")
    assert len(spellings.remembered()) == 2


@pytest.mark.parametrize("limit", [1, 1000, 3000])
def test_an_import_that_may_not_write_so_much(data: Path, tmp_path: Path, limit: int) -> None:
    ledger, random = filled(data, tmp_path)
    steps = (Langkah("impor", tuple(ledger.hand_in(tmp_path, random) for _ in range(2))),)
    with nothing_changes(data):
        refused(steps, data, limit, "IntakeError", IMPOR)
    bring_in(*steps[0].berkas, data=data)


@pytest.mark.parametrize("limit", [1, 100_000, 1_000_000, 4_000_000])
def test_a_build_that_may_not_write_so_much(data: Path, tmp_path: Path, limit: int) -> None:
    ledger, random = filled(data, tmp_path)
    bring_in(ledger.hand_in(tmp_path, random), data=data)
    with nothing_changes(data):
        refused((Langkah("bangun"),), data, limit, "BuildError", BANGUN)
    build.build(data)


def refused(steps: tuple[Langkah, ...], data: Path, limit: int, kind: str, message: str) -> None:
    """Run the steps in a child whose files may not grow beyond the limit; it must end with that error."""
    report = data.parent / "laporan"
    process = child.start(Tugas(steps, data, settings.key_path(), report, batas=limit))
    process.join(60)
    assert process.exitcode == 0
    (_begun, ended) = child.said(report)
    assert (ended["apa"], ended["jenis"]) == ("gagal", kind)
    assert message in ended["pesan"]
