"""What must be in a data folder after any interruption, computed from the files handed in and from nothing else."""

import csv
import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import duckdb

from jamsostek.intake import Manifest, list_batches
from tests.intake.files import rows, write_csv
from tests.ketahanan.child import Berkas, Langkah

KELURAHAN = {"Alak": "53.71.01.1008", "Naioni": "53.71.01.1011", "Liliba": "53.71.04.1010", "Fatululi": "53.71.04.1011"}
MONTHS = ("2023-03", "2023-04", "2023-05", "2023-06")
REFERENCE = "tabel rujukan"

Counts = dict[tuple[str, ...], int]


@dataclass(frozen=True)
class Disajikan:
    """The served file in short: its version, its batches (name, withdrawn) and two figures."""

    versi: str
    batch: tuple[tuple[str, bool], ...]
    peserta: Counts
    pekerja: Counts


@dataclass
class Ledger:
    """The files handed in, and what was in the folder when it was last looked at."""

    data: Path
    files: dict[str, Berkas] = field(default_factory=dict)
    known: list[Manifest] = field(default_factory=list)
    served: Disajikan | None = None

    @property
    def batches(self) -> Path:
        """The folder of batches."""
        return self.data / "batches"

    def hand_in(self, folder: Path, random: Random) -> Berkas:
        """A new small list of participants or workers; one person has one home, so the count is not in doubt."""
        jenis, number = random.choice(("peserta", "peserta", "tenaga_kerja")), len(self.files)
        people = [(person, list(KELURAHAN)[person % len(KELURAHAN)]) for person in random.sample(range(1, 40), 8)]
        changes: list[dict[str, Any]] = [
            {
                "NIK": f"997101010185{person:04d}",
                "KELURAHAN": place,
                "KECAMATAN": "",
                "NO KPJ": "",
                "NOMOR BERKAS": number,
            }
            for person, place in people
        ]
        if jenis == "peserta":
            # some have two memberships and are still one person
            changes += [change | {"SEGMEN": "BPU", "NPP": "", "JP": "T"} for change in changes[: random.randrange(4)]]
        path = write_csv(folder / f"{number}.csv", rows(jenis, *changes))
        one = Berkas(path, jenis, random.choice(MONTHS))
        self.files[hashlib.sha256(path.read_bytes()).hexdigest()] = one
        return one

    def check(self, steps: Sequence[Langkah], said: Sequence[dict[str, Any]]) -> None:
        """Hold the folder against what a child was to do and said it had done; what is there is then known."""
        assert not [line for line in said if line["apa"] == "gagal"], said
        done = {line["langkah"] for line in said if line["apa"] == "selesai"}
        begun = {line["langkah"] for line in said if line["apa"] == "mulai"} - done
        now = list_batches(self.batches)
        assert now[: len(self.known)] == self.known
        acknowledged = [steps[number] for number in sorted(done)]
        in_flight = [steps[number] for number in begun]
        self._check_new(now[len(self.known) :], acknowledged, in_flight)
        self._check_withdrawn(now, acknowledged, in_flight)
        self._check_content(now)
        self._check_served(now, acknowledged, in_flight)
        self.known = now

    def _check_new(self, new: list[Manifest], done: list[Langkah], in_flight: list[Langkah]) -> None:
        found = [self.files[manifest.sha256_berkas] for manifest in new if manifest.oleh != REFERENCE]
        expected = [berkas for step in done for berkas in step.berkas]
        assert found in (expected, expected + [berkas for step in in_flight for berkas in step.berkas])

    def _check_withdrawn(self, now: list[Manifest], done: list[Langkah], in_flight: list[Langkah]) -> None:
        expected = _withdrawn({manifest.id_batch for manifest in self.known if manifest.ditarik}, done)
        found = {manifest.id_batch for manifest in now if manifest.ditarik}
        assert found in (expected, _withdrawn(expected, in_flight))

    def _check_content(self, now: list[Manifest]) -> None:
        for manifest in now:
            data = (manifest.folder / "data.parquet").read_bytes()
            assert hashlib.sha256(data).hexdigest() == manifest.sha256_data
            if manifest.oleh != REFERENCE:
                assert manifest.baris_diterima == len(_rows(self.files[manifest.sha256_berkas]))
        assert all(count == 1 for count in Counter(manifest.urutan for manifest in now).values())
        assert sum(manifest.oleh == REFERENCE for manifest in now) <= 2

    def _check_served(self, now: list[Manifest], done: list[Langkah], in_flight: list[Langkah]) -> None:
        file = self.data / "jamsostek.duckdb"
        found = served(file) if file.exists() else None
        built = any(step.apa == "bangun" for step in done)
        if found == self.served and not built:
            return
        assert built or any(step.apa == "bangun" for step in in_flight)
        assert found is not None
        assert found.batch == tuple((manifest.id_batch, manifest.ditarik) for manifest in now)
        assert (found.peserta, found.pekerja) == (self.participants(now), self.workers(now))
        self.served = found

    def participants(self, batches: list[Manifest]) -> Counts:
        """(month, kelurahan) -> distinct persons of the month's newest list."""
        newest = {manifest.bulan: manifest for manifest in batches if _counts(manifest, "peserta")}
        persons: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for month, manifest in newest.items():
            for row in _rows(self.files[manifest.sha256_berkas]):
                persons[str(month), KELURAHAN[row["KELURAHAN"]]].add(row["NIK"])
        return {where: len(who) for where, who in persons.items()}

    def workers(self, batches: list[Manifest]) -> Counts:
        """(month, kelurahan) -> persons of the newest list that the kelurahan has handed in."""
        lists: dict[str, tuple[str, int]] = {}
        for manifest in sorted(batches, key=lambda one: (str(one.bulan), one.urutan)):
            if _counts(manifest, "tenaga_kerja"):
                places = Counter(KELURAHAN[row["KELURAHAN"]] for row in _rows(self.files[manifest.sha256_berkas]))
                lists |= {place: (str(manifest.bulan), count) for place, count in places.items()}
        return {(month, place): count for place, (month, count) in lists.items()}


def served(file: Path) -> Disajikan:
    """Read the served file as it is on disk."""
    con = duckdb.connect(":memory:")
    try:
        con.execute("ATTACH $file AS berkas (READ_ONLY)", {"file": str(file)})
        con.execute("USE berkas")
        ((versi,),) = con.execute("SELECT versi FROM versi_data").fetchall()
        return Disajikan(
            versi,
            tuple(con.execute("SELECT id_batch, ditarik FROM batch ORDER BY urutan").fetchall()),
            _counted(con, "SELECT strftime(bulan, '%Y-%m'), kode_kelurahan, SUM(jumlah_peserta) FROM cakupan_bulanan"
                          " WHERE segmen = 'SEMUA' AND sumber_iuran = 'SEMUA' GROUP BY ALL"),
            _counted(con, "SELECT strftime(bulan_daftar, '%Y-%m'), kode_kelurahan, SUM(jumlah_orang) FROM pendataan"
                          " GROUP BY ALL"),
        )  # fmt: skip
    finally:
        con.close()


def _counted(con: duckdb.DuckDBPyConnection, query: str) -> Counts:
    return {(month, place): int(count) for month, place, count in con.execute(query).fetchall()}


def _counts(manifest: Manifest, jenis: str) -> bool:
    return manifest.jenis == jenis and not manifest.ditarik


def _rows(berkas: Berkas) -> list[dict[str, str]]:
    with berkas.path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _withdrawn(before: set[str], steps: list[Langkah]) -> set[str]:
    after = set(before)
    for step in steps:
        if step.apa == "tarik":
            after.add(step.id_batch)
        elif step.apa == "kembali":
            after.discard(step.id_batch)
    return after
