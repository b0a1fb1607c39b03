"""Taking a batch back gives exactly the figures from before it, and putting it in again exactly those from after."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from jamsostek import build, db
from jamsostek.build import warehouse
from jamsostek.intake import Manifest, import_file, restore, withdraw
from tests import effort
from tests.intake.files import rows, write_csv
from tests.ketahanan.ledger import KELURAHAN

pytestmark = pytest.mark.ketahanan
MARTS = [table for table in warehouse.SCHEMA if table not in ("batch", "versi_data")]
Change = dict[str, Any]

PERSON = st.integers(1, 12).map(lambda number: f"997101010185{number:04d}")
PLACE = st.sampled_from([{"KELURAHAN": name, "KECAMATAN": ""} for name in KELURAHAN])
SEX = st.sampled_from(["L", "P", ""])
BIRTH = st.sampled_from(["17-08-1985", "01-01-2003", "30-06-1961", ""])
PARTICIPANT = st.fixed_dictionaries(
    {"NIK": PERSON, "JENIS KELAMIN": SEX, "TANGGAL LAHIR": BIRTH, "SEGMEN": st.sampled_from(["PU", "BPU", "JAKON"]),
     "NPP": st.sampled_from(["", "ZZ000001"]), "JHT": st.sampled_from("YT"), "NO KPJ": st.just(""),
     "SUMBER IURAN": st.sampled_from(["mandiri", "apbd_kota", ""])},
)  # fmt: skip
WORKER = st.fixed_dictionaries(
    {"NIK": PERSON, "JENIS KELAMIN": SEX, "TANGGAL LAHIR": BIRTH, "RT": st.sampled_from(["1", "2", ""]),
     "STATUS": st.sampled_from(["penerima_upah", "menganggur", "bukan_angkatan_kerja"]),
     "PENDIDIKAN": st.sampled_from(["sma", "sarjana", ""]), "SUMBER": st.sampled_from(["rt_rw", "umkm"])},
)  # fmt: skip


def lists(person: st.SearchStrategy[Change]) -> st.SearchStrategy[list[Change]]:
    """One to ten rows; repeats are refused by intake, which is as good here."""
    row = st.tuples(person, PLACE).map(lambda parts: parts[0] | parts[1])
    return st.lists(row, min_size=1, max_size=10)


def state(data: Path) -> tuple[str, dict[str, list[tuple[Any, ...]]]]:
    """The version, and every row of every mart."""
    report = build.build(data)
    with db.copy(report.path) as con:
        tables = {table: con.execute(f"FROM {table} ORDER BY ALL").fetchall() for table in MARTS}
        tables["versi_data"] = con.execute(
            "SELECT versi, adalah_contoh, bulan_awal, bulan_akhir FROM versi_data"
        ).fetchall()
    return report.versi, tables


def taken_back(jenis: str, before: list[Change], wrong: list[Change], month: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"

        def bring_in(kind: str, content: list[Change], bulan: str) -> Manifest:
            path = write_csv(Path(folder) / "berkas.csv", rows(kind, *content))
            return import_file(path, jenis=kind, bulan=bulan, batches=data / "batches", oleh="Uji", kunci=bytes(32))

        other = "tenaga_kerja" if jenis == "peserta" else "peserta"
        bring_in(other, [{"NIK": "9971010101850001"}], "2023-05")
        bring_in(jenis, before, "2023-05")
        one = state(data)
        # one person more than the first list can hold, so that it is never the same file again
        made = bring_in(jenis, [*wrong, {"NIK": "9971010101850099"}], month)
        two = state(data)
        assert two != one
        withdraw(data / "batches", made.id_batch, "Uji")
        assert state(data) == one
        restore(data / "batches", made.id_batch, "Uji")
        assert state(data) == two


# no shrinking: an example takes a second, and the rows are few as they are
few = settings(
    max_examples=effort.times(3), deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
)


@few
@given(lists(PARTICIPANT), lists(PARTICIPANT), st.sampled_from(["2023-05", "2023-06"]))
def test_participants(before: list[Change], wrong: list[Change], month: str) -> None:
    taken_back("peserta", before, wrong, month)


@few
@given(lists(WORKER), lists(WORKER), st.sampled_from(["2023-05", "2023-06"]))
def test_workers(before: list[Change], wrong: list[Change], month: str) -> None:
    taken_back("tenaga_kerja", before, wrong, month)
