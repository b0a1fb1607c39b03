"""Every test has its own data folder and key, outside the repository."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def places_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAMSOSTEK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("JAMSOSTEK_KUNCI", str(tmp_path / "rahasia" / "kunci"))


@pytest.fixture
def batches(tmp_path: Path) -> Path:
    return tmp_path / "data" / "batches"
