"""The served file: missing, damaged, swapped, shared between threads, locked."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from jamsostek import build, db, sql
from tests.batches import write


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("satu")
    write(folder, "peserta", "2023-05", [{"nik": "ani"}])
    return build.build(folder).path


@pytest.fixture
def file(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path / "jamsostek.duckdb"))


def test_no_file(tmp_path: Path) -> None:
    for ask in (db.version, db.cursor):
        with pytest.raises(db.DataTidakAda, match="belum ada"):
            ask(tmp_path / "jamsostek.duckdb")


def test_the_default_is_the_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAMSOSTEK_DATA", str(tmp_path))
    with pytest.raises(db.DataTidakAda):
        db.cursor()


@pytest.mark.parametrize("content", [b"", b"bukan basis data", bytes(20000)])
def test_damaged_file(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "jamsostek.duckdb"
    file.write_bytes(content)
    with pytest.raises(db.DataRusak, match="Bangun ulang"):
        db.cursor(file)


def test_truncated_file(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 3])
    with pytest.raises(db.DataRusak):
        db.cursor(file)


def test_missing_table_is_named(file: Path) -> None:
    with duckdb.connect(str(file)) as con:
        con.execute("DROP TABLE jejak")
    with pytest.raises(db.DataRusak, match="jejak"):
        db.cursor(file)


def test_a_repaired_file_is_picked_up(built: Path, tmp_path: Path) -> None:
    file = tmp_path / "jamsostek.duckdb"
    file.write_bytes(b"rusak")
    with pytest.raises(db.DataRusak):
        db.cursor(file)
    shutil.copy(built, file)
    assert db.cursor(file).execute("SELECT COUNT(*) FROM bulan_data").fetchall() == [(1,)]


def test_a_new_file_is_a_new_version(file: Path, tmp_path: Path) -> None:
    before = db.version(file)
    old = db.cursor(file)
    beside = tmp_path / "baru.duckdb"
    shutil.copy(file, beside)
    with duckdb.connect(str(beside)) as con:
        con.execute("INSERT INTO bulan_data VALUES (DATE '2023-06-01', TRUE)")
    beside.replace(file)
    assert db.version(file) != before
    assert old.execute("SELECT COUNT(*) FROM bulan_data").fetchall() == [(1,)]
    assert db.cursor(file).execute("SELECT COUNT(*) FROM bulan_data").fetchall() == [(2,)]


def test_one_copy_serves_many_threads(file: Path) -> None:
    def ask(_number: int) -> int:
        return int(db.cursor(file).execute("SELECT COUNT(*) FROM wilayah").fetchall()[0][0])

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(40))) == [52] * 40


def test_every_macro_of_the_queries_is_there(file: Path) -> None:
    found = db.cursor(file).execute("SELECT function_name FROM duckdb_functions() WHERE NOT internal").fetchall()
    assert sorted(f"macros/{name}" for (name,) in found) == sql.names("macros") == ["macros/akun"]


def test_no_handle_stays_on_the_file(file: Path) -> None:
    cursor = db.cursor(file)
    assert not [link for link in Path("/proc/self/fd").iterdir() if link.is_symlink() and link.resolve() == file]
    assert cursor.execute(
        "SELECT COUNT(*) FROM duckdb_databases() WHERE path = $file", {"file": str(file)}
    ).fetchall() == [(0,)]


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM read_csv('/etc/hostname')",
        "SET enable_external_access = true",
        "ATTACH 'lain.duckdb'",
        "COPY wilayah TO 'bocor.csv'",
    ],
)
def test_the_connection_is_locked(file: Path, statement: str) -> None:
    with pytest.raises(duckdb.Error):
        db.cursor(file).execute(statement)
