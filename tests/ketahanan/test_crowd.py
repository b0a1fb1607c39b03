"""Several people at once: every file lands once, the order stays total, the last build is complete."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from jamsostek import build, settings
from jamsostek.intake import list_batches
from tests.ketahanan import child
from tests.ketahanan.child import Langkah, Tugas
from tests.ketahanan.ledger import REFERENCE, Ledger, served

pytestmark = pytest.mark.ketahanan
PEOPLE, FILES = 4, 6


def at_once(data: Path, plans: Sequence[tuple[Langkah, ...]]) -> list[list[tuple[str, str]]]:
    """Run the plans at the same moment; per plan and step what became of it: ('selesai', '') or the error's type."""
    together = child.CONTEXT.Barrier(len(plans))
    reports = [data.parent / f"laporan-{number}" for number in range(len(plans))]
    running = [
        child.start(Tugas(steps, data, settings.key_path(), report, mulai=together))
        for steps, report in zip(plans, reports, strict=True)
    ]
    for process in running:
        process.join(120)
        assert process.exitcode == 0
    return [
        [(line["apa"], line.get("jenis", "")) for line in child.said(report) if line["apa"] != "mulai"]
        for report in reports
    ]


def test_people_importing_at_once_all_get_in(data: Path, tmp_path: Path) -> None:
    random, ledger = Random(3), Ledger(data)
    shared = Langkah("impor", (ledger.hand_in(tmp_path, random),))
    own = [[Langkah("impor", (ledger.hand_in(tmp_path, random),)) for _ in range(FILES)] for _ in range(PEOPLE)]
    package = [Langkah("impor", tuple(ledger.hand_in(tmp_path, random) for _ in range(3))) for _ in range(PEOPLE)]
    plans = [(shared, *mine, together) for mine, together in zip(own, package, strict=True)]
    results = at_once(data, plans)
    of_shared = Counter(result[0] for result in results)
    assert of_shared == {("selesai", ""): 1, ("gagal", "BerkasGanda"): PEOPLE - 1}
    assert all(result[1:] == [("selesai", "")] * (FILES + 1) for result in results)
    found = list_batches(data / "batches")
    assert sorted(one.sha256_berkas for one in found) == sorted(ledger.files)
    assert [one.urutan for one in found] == list(range(1, len(found) + 1))
    # the members of a package stand next to one another: nobody gets between them
    for name in {one.paket for one in found if one.paket}:
        members = [one.urutan for one in found if one.paket == name]
        assert members == list(range(members[0], members[0] + 3))


def test_builds_and_imports_at_once_end_complete(data: Path, tmp_path: Path) -> None:
    random, ledger = Random(4), Ledger(data)
    imports = [[Langkah("impor", (ledger.hand_in(tmp_path, random),)) for _ in range(4)] for _ in range(2)]
    builds = [(Langkah("bangun"),) * 2] * 3
    results = at_once(data, [*(tuple(steps) for steps in imports), *builds])
    assert results[:2] == [[("selesai", "")] * 4] * 2
    outcomes = {one for result in results[2:] for one in result}
    assert ("selesai", "") in outcomes
    assert outcomes <= {("selesai", ""), ("gagal", "BuildBusy")}
    build.build(data)
    now = list_batches(data / "batches")
    found = served(data / "jamsostek.duckdb")
    assert found.batch == tuple((one.id_batch, False) for one in now)
    assert len([one for one in now if one.oleh != REFERENCE]) == 8
    assert len(now) == 10
    assert (found.peserta, found.pekerja) == (ledger.participants(now), ledger.workers(now))


def test_two_people_withdraw_the_same_batch_and_one_is_told(data: Path, tmp_path: Path) -> None:
    ledger = Ledger(data)
    first = Langkah("impor", (ledger.hand_in(tmp_path, Random(5)),))
    assert at_once(data, [(first,)]) == [[("selesai", "")]]
    (made,) = list_batches(data / "batches")
    for report in tmp_path.glob("laporan-*"):
        report.unlink()
    results = at_once(data, [(Langkah("tarik", id_batch=made.id_batch),)] * 3)
    assert Counter(result[0] for result in results) == {("selesai", ""): 1, ("gagal", "IntakeError"): 2}
    assert [one.ditarik for one in list_batches(data / "batches")] == [True]
