"""Every test has its own data folder and key; `serve` builds it and `ask` prepares a file from rows by hand."""

from collections.abc import Callable
from pathlib import Path

import pytest

from jamsostek import intake
from jamsostek.intake import Titipan
from tests.intake.files import rows, write_csv

Ask = Callable[..., Titipan]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JAMSOSTEK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("JAMSOSTEK_KUNCI", str(tmp_path / "rahasia" / "kunci"))
    return tmp_path / "data"


@pytest.fixture
def ask(data: Path, tmp_path: Path) -> Ask:
    def prepare(jenis: str, bulan: str | None, *changes: dict[str, str], nama: str = "berkas.csv") -> Titipan:
        path = write_csv(tmp_path / nama, rows(jenis, *changes))
        checked = intake.check_file(path, jenis=jenis, bulan=bulan)
        return intake.prepare(checked, batches=data / "batches", oleh="uji")

    return prepare
