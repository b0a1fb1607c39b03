"""The served DuckDB file, read-only: an in-memory copy per version of the file, and one cursor per query."""

import atexit
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from jamsostek import settings


class DataTidakAda(Exception):
    """There is no served file yet."""


class DataRusak(Exception):
    """The served file is not a readable database or lacks tables."""


Connection = duckdb.DuckDBPyConnection
"""What a question can be put to."""

_TABLES = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'berkas'"
_CURE = "Bangun ulang dengan: python -m jamsostek.build"
_lock = threading.Lock()
_loaded: dict[Path, tuple[str, duckdb.DuckDBPyConnection]] = {}
# a connection that outlives the interpreter makes duckdb print pages about leaks
atexit.register(_loaded.clear)


def version(path: Path | None = None) -> str:
    """Cheap identity of the file on disk (inode, size, mtime in ns); changes whenever a build replaces it.

    Raises:
        DataTidakAda: no such file.
    """
    file = path or settings.database_path()
    try:
        stat = file.stat()
    except FileNotFoundError:
        raise DataTidakAda(f"Berkas data {file.name} belum ada. Bangun dengan: python -m jamsostek.build") from None
    return f"{stat.st_ino}-{stat.st_size}-{stat.st_mtime_ns}"


def cursor(path: Path | None = None) -> duckdb.DuckDBPyConnection:
    """A cursor on the newest version of the file; a new file is picked up on the next call.

    Cursors of an older version stay valid until dropped. Thread-safe: the first caller copies, the others wait.

    Raises:
        DataTidakAda: no such file.
        DataRusak: not a DuckDB file, or tables are missing.
    """
    file = (path or settings.database_path()).absolute()
    # read before copying: a file swapped in between is then seen as new on the next call, never missed
    current = version(file)
    with _lock:
        known = _loaded.get(file)
        if known is None or known[0] != current:
            known = _loaded[file] = (current, _copy(file))
        return known[1].cursor()


@contextmanager
def copy(file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A copy of any built file for as long as it is needed, with the counting rules; not kept for later.

    Raises:
        DataRusak: not a DuckDB file, or tables are missing.
    """
    con = _copy(file)
    try:
        yield con
    finally:
        con.close()


@contextmanager
def scratch() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty database in memory, for questions to the files of batches."""
    con = duckdb.connect(":memory:")
    try:
        yield con
    finally:
        con.close()


def _copy(file: Path) -> duckdb.DuckDBPyConnection:
    # Copied, not attached for good: an open handle would block the swap on Windows, and duckdb.connect(path) is one
    # shared instance per process that would go on showing the old file.
    con = duckdb.connect(":memory:")
    try:
        con.execute("ATTACH $file AS berkas (READ_ONLY)", {"file": str(file)})
        found = {name for (name,) in con.execute(_TABLES).fetchall()}
        missing = sorted({path.stem for path in (settings.queries_dir() / "schema").glob("*.sql")} - found)
        if missing:
            raise DataRusak(f"Berkas data {file.name} tidak lengkap: tabel {', '.join(missing)} tidak ada. {_CURE}")
        for table in sorted(found):
            con.execute(f'CREATE TABLE "{table}" AS FROM berkas."{table}"')
        con.execute("DETACH berkas")
        # not part of the built file: a changed counting rule holds at once, like the queries that use it
        for macro in sorted((settings.queries_dir() / "macros").glob("*.sql")):
            con.execute(macro.read_text(encoding="utf-8"))
        con.execute("SET enable_external_access = false")
        con.execute("SET lock_configuration = true")
    except duckdb.Error as error:
        con.close()
        raise DataRusak(f"Berkas data {file.name} tidak dapat dibaca. {_CURE}") from error
    except DataRusak:
        con.close()
        raise
    return con
