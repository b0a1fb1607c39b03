"""Files go through intake side by side and come out in their order; what fails, fails loudly."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from jamsostek import intake, settings
from jamsostek.intake.helper import helpers
from jamsostek.sample import kirim
from jamsostek.sample.berkas import Berkas


def daftar(nama: str, bulan: date, *nik: str) -> Berkas:
    rows = [{"NIK": n, "RT": "1", "KELURAHAN": "TDM", "KECAMATAN": "Oebobo", "STATUS": "menganggur", "SUMBER": "rt_rw"}
            for n in nik]  # fmt: skip
    return Berkas(nama, "tenaga_kerja", bulan, pa.Table.from_pylist(rows))


def klaim(nama: str, bulan: date, rupiah: str) -> Berkas:
    row = {"PROGRAM": "JKM", "JENIS MANFAAT": "santunan_jkm", "KELURAHAN": "Solor", "RUPIAH": rupiah}
    return Berkas(nama, "klaim", bulan, pa.Table.from_pylist([row]))


def test_order_of_batches_is_the_order_of_files_whoever_checks_them(tmp_path: Path) -> None:
    files = [
        klaim("a.csv", date(2023, 1, 1), "42000000"),
        daftar("b.csv", date(2023, 1, 1), "9971041203770001", "9971041203770001"),
        klaim("c.xlsx", date(2023, 2, 1), "24000000"),
        daftar("d.csv", date(2023, 2, 1), "9971041203770001"),
        klaim("e.csv", date(2023, 6, 1), "1"),
    ]
    seen: list[tuple[float, str]] = []
    kirim.send(files, tmp_path / "batches", "contoh", lambda share, message: seen.append((share, message)))
    manifests = intake.list_batches(tmp_path / "batches")
    assert [m.nama_berkas for m in manifests] == ["a.csv", "b.csv", "c.xlsx", "d.csv", "e.csv"]
    assert [m.baris_ditolak for m in manifests] == [0, 1, 0, 0, 0]
    assert all(m.contoh for m in manifests)
    shares = [share for share, _ in seen]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert seen[1][1] == "Mengimpor data contoh: tenaga kerja Januari 2023"
    both = [pq.read_table(m.folder / "data.parquet")["pseudonim_nik"][0].as_py() for m in (manifests[1], manifests[3])]
    assert both[0] == both[1], "helpers must share one pseudonym key"


def test_a_file_that_intake_refuses_stops_everything(tmp_path: Path) -> None:
    files = [klaim("a.csv", date(2023, 1, 1), "42000000"), klaim("b.csv", date(2023, 2, 1), "lunas")]
    with pytest.raises(intake.IntakeError, match="ditolak"):
        kirim.send(files, tmp_path / "batches", "contoh", lambda _share, _message: None)
    assert [m.nama_berkas for m in intake.list_batches(tmp_path / "batches")] == ["a.csv"]


def test_a_dead_helper_is_reported(tmp_path: Path) -> None:
    with helpers(1) as (helper,):
        helper._process.kill()
        helper._process.wait()
        with pytest.raises(intake.IntakeError, match="proses pembaca berhenti"):
            helper.ask("check_file", tmp_path / "apa-saja.csv", jenis="klaim", bulan=date(2023, 1, 1))


def test_command_line_explains_itself_in_indonesian(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "jamsostek.sample", "--help"]
    result = subprocess.run(command, capture_output=True, text=True, cwd=settings.ROOT, env=os.environ, check=True)
    assert "data contoh" in result.stdout
    assert "--benih" in result.stdout
