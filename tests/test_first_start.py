"""The first start: from nothing to a served file, whole or not at all."""

import shutil
from pathlib import Path

import pytest
from filelock import FileLock

from jamsostek import build, db, first_start, intake, sample, settings
from tests.batches import write


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JAMSOSTEK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("JAMSOSTEK_KUNCI", str(tmp_path / "kunci" / "kunci"))
    return tmp_path / "data"


@pytest.fixture
def small_example(contoh_batches: Path, monkeypatch: pytest.MonkeyPatch):
    """The real example's last batches instead of all of them: the road is the same and takes a second."""

    def generate(folder: Path, *, progress: first_start.Progress) -> None:
        chosen = [b for b in sorted(contoh_batches.glob("0*")) if "peserta-2023-0" in b.name or "target" in b.name]
        for number, batch in enumerate(chosen):
            progress(number / len(chosen), batch.name)
            shutil.copytree(batch, folder / "batches" / batch.name)

    monkeypatch.setattr(sample, "generate", generate)


def test_nothing_becomes_an_example_with_progress(data: Path, small_example: None):
    told: list[float] = []
    first_start.ensure_database(lambda share, _text: told.append(share))
    assert told == sorted(told)
    assert 0 <= told[0] < first_start.PORSI_CONTOH < told[-1] <= 1
    assert db.cursor().execute("SELECT adalah_contoh FROM versi_data").fetchall() == [(True,)]


def test_an_interrupted_start_leaves_nothing_half_done(data: Path, small_example: None):
    (data / ".contoh-sementara" / "batches" / "000001-peserta-2019-01").mkdir(parents=True)
    (data / "batches" / ".sementara-abc").mkdir(parents=True)
    (data / "batches" / ".sementara-abc" / "data.parquet").write_bytes(b"setengah")
    first_start.ensure_database()
    assert not (data / ".contoh-sementara").exists()
    assert not (data / "batches" / ".sementara-abc").exists()
    kept = list(data.glob(".batches-tersisa-*/.sementara-abc/data.parquet"))
    assert [path.read_bytes() for path in kept] == [b"setengah"]


def test_what_a_killed_import_left_is_no_batch(data: Path, small_example: None):
    half = data / "batches" / ".sementara-abc"
    half.mkdir(parents=True)
    (half / "manifest.json").write_text("{}", encoding="utf-8")
    first_start.ensure_database()
    assert db.cursor().execute("SELECT adalah_contoh FROM versi_data").fetchall() == [(True,)]


def test_a_file_imported_while_the_example_is_made_is_not_lost(data: Path, monkeypatch: pytest.MonkeyPatch):
    def generate(folder: Path, *, progress: first_start.Progress) -> None:
        (folder / "batches").mkdir()
        write(data, "peserta", "2023-06", [{"nik": "ani", "kode_kelurahan": "53.71.01.1001"}])

    monkeypatch.setattr(sample, "generate", generate)
    first_start.ensure_database()
    assert db.cursor().execute("SELECT adalah_contoh FROM versi_data").fetchall() == [(False,)]
    assert (data / "batches" / "000001-peserta-2023-06").is_dir()
    assert not [*data.glob(".contoh-*"), *data.glob(".batches-tersisa-*")]


@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), intake.IntakeError("Batch tidak dapat ditulis")]
)
def test_an_example_that_cannot_be_written_is_told(data: Path, monkeypatch: pytest.MonkeyPatch, error: Exception):
    def generate(folder: Path, *, progress: first_start.Progress) -> None:
        raise error

    monkeypatch.setattr(sample, "generate", generate)
    with pytest.raises(build.BuildError, match=r"tidak dapat (dibaca atau )?ditulis"):
        first_start.ensure_database()
    assert not settings.database_path().exists()


def test_batches_at_hand_are_built_and_no_example_is_made(
    data: Path, small_example: None, monkeypatch: pytest.MonkeyPatch
):
    first_start.ensure_database()
    (data / "jamsostek.duckdb").unlink()
    before = {path.name for path in (data / "batches").iterdir()}
    monkeypatch.setattr(sample, "generate", lambda *_args, **_kwargs: pytest.fail("no example is due"))
    first_start.ensure_database()
    assert {path.name for path in (data / "batches").iterdir()} == before


def test_a_second_start_at_the_same_time_is_told_so(data: Path):
    data.mkdir(parents=True)
    with FileLock(data / ".persiapan.lock"), pytest.raises(build.BuildBusy):
        first_start.ensure_database()


def test_a_served_file_is_left_alone(data: Path, small_example: None):
    first_start.ensure_database()
    before = (data / "jamsostek.duckdb").stat().st_mtime_ns
    first_start.ensure_database()
    assert (data / "jamsostek.duckdb").stat().st_mtime_ns == before
