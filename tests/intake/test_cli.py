import subprocess
import sys
from pathlib import Path

import pytest

from jamsostek.intake import list_batches
from jamsostek.intake.__main__ import main
from tests.intake.files import rows, write_csv

Output = pytest.CaptureFixture[str]


def test_a_clean_file_ends_with_zero(tmp_path: Path, batches: Path) -> None:
    path = write_csv(tmp_path / "a.csv", rows("peserta", {}))
    command = [
        sys.executable,
        "-W",
        "error",
        "-m",
        "jamsostek.intake",
        str(path),
        "--jenis",
        "peserta",
        "--bulan",
        "2023-06",
    ]
    done = subprocess.run([*command, "--oleh", "Ani"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Tersimpan sebagai batch 000001-peserta-2023-06" in done.stdout
    assert list_batches(batches)[0].oleh == "Ani"


def test_refused_rows_end_with_three_and_say_why_and_where(tmp_path: Path, batches: Path, capsys: Output) -> None:
    data = rows("peserta", {}, {"NIK": "53710117088512"}, {"NIK": "5371011708851234", "SEGMEN": "?"})
    path = write_csv(tmp_path / "a.csv", [row | {"NAMA": "Maria Goreti"} for row in data])
    assert main([str(path), "--jenis", "peserta", "--bulan", "2023-06"]) == 3
    shown = capsys.readouterr().out
    assert "Baris masuk    : 3" in shown
    assert "Baris ditolak  : 2" in shown
    assert "NIK harus 16 digit, ini 14 digit" in shown
    assert str(batches / "000001-peserta-2023-06" / "penolakan.csv") in shown
    assert "53710117" not in shown
    assert "Maria" not in shown


def test_a_refused_file_ends_with_four(tmp_path: Path, batches: Path, capsys: Output) -> None:
    path = write_csv(tmp_path / "a.csv", rows("peserta", {"SEGMEN": "?"}))
    assert main([str(path), "--jenis", "peserta", "--bulan", "2023-06"]) == 4
    assert "Berkas ditolak: Semua 1 baris ditolak." in capsys.readouterr().err
    assert list_batches(batches) == []


def test_a_check_stores_nothing(tmp_path: Path, batches: Path, capsys: Output) -> None:
    path = write_csv(tmp_path / "a.csv", rows("peserta", {}))
    assert main([str(path), "--jenis", "peserta", "--bulan", "2023-06", "--periksa"]) == 0
    assert "tidak ada yang disimpan" in capsys.readouterr().out
    assert not batches.exists()


def test_a_batch_can_be_withdrawn(tmp_path: Path, batches: Path, capsys: Output) -> None:
    path = write_csv(tmp_path / "a.csv", rows("target", {}))
    assert main([str(path), "--jenis", "target"]) == 0
    assert main(["--tarik", "000001-target"]) == 0
    assert list_batches(batches)[0].ditarik
    assert main(["--tarik", "000001-target"]) == 4
    assert "sudah ditarik" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [[], ["a.csv"], ["a.csv", "--jenis", "upah"], ["a.csv", "--jenis", "peserta"], ["a.csv", "--apa"], ["--jenis"],
     ["a.csv", "--jenis", "peserta", "--bulan", "2023-06", "--basis", "rumah"]],
)  # fmt: skip
def test_wrong_usage_ends_with_two_in_indonesian(arguments: list[str], capsys: Output) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    shown = capsys.readouterr().err
    assert "--help" in shown
    assert "error" not in shown
    assert "argument" not in shown.replace("Argumen", "")


def test_help_is_indonesian(capsys: Output) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    shown = capsys.readouterr().out
    assert "cara pakai:" in shown
    assert "kode keluar:" in shown
    for english in ("usage", "options", "optional", "show this"):
        assert english not in shown
