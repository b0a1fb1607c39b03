"""Data folders for tests: by default an empty one, on request the example data set, made once per session."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jamsostek import build, sample

INTEGRATED = ("tests/penerimaan/", "tests/sample/", "tests/test_build", "tests/test_oracle", "tests/test_first_start")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs the example data set, or builds again and again, is no unit test: `-m terpadu`."""
    for item in items:
        example = {"contoh_batches", "contoh_data_dir"} & set(getattr(item, "fixturenames", ()))
        if example or item.nodeid.startswith(INTEGRATED):
            item.add_marker("terpadu")


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pytest.MonkeyPatch]:
    """No test reads or writes the data or the pseudonym key of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("bawaan")
        patch.setenv("JAMSOSTEK_DATA", str(folder / "data"))
        patch.setenv("JAMSOSTEK_KUNCI", str(folder / "kunci" / "kunci-pseudonim"))
        yield patch


@pytest.fixture(scope="session")
def contoh_batches(tmp_path_factory: pytest.TempPathFactory, _own_folders: pytest.MonkeyPatch) -> Path:
    """The batches folder of the example data set, not yet built."""
    data = tmp_path_factory.mktemp("contoh") / "data"
    sample.generate(data)
    return data / "batches"


@pytest.fixture(scope="session")
def contoh_data_dir(contoh_batches: Path, _own_folders: pytest.MonkeyPatch) -> Path:
    """The data folder of the example data set, built; JAMSOSTEK_DATA points to it from here on."""
    data = contoh_batches.parent
    build.build(data)
    _own_folders.setenv("JAMSOSTEK_DATA", str(data))
    return data
