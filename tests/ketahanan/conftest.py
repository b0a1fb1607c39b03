"""Every test has its own data folder and key."""

import sys
from pathlib import Path

import pytest

# The fork server, SIGKILL and limits on files are Unix'; what they hold against runs on Windows too.
collect_ignore_glob = ["test_*.py"] if sys.platform == "win32" else []


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder that does not exist yet, and a key beside it."""
    monkeypatch.setenv("JAMSOSTEK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("JAMSOSTEK_KUNCI", str(tmp_path / "rahasia" / "kunci"))
    return tmp_path / "data"
