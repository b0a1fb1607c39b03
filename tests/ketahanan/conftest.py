"""Every test has its own data folder and key."""

from pathlib import Path

import pytest


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that does not exist yet, and a key beside it."""
    monkeypatch.setenv("JAMSOSTEK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("JAMSOSTEK_KUNCI", str(tmp_path / "rahasia" / "kunci"))
    return tmp_path / "data"
