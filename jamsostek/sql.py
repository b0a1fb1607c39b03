"""Reads queries/*.sql and runs them. The header comment of a file is its documentation, shown to people."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import duckdb
import pandas as pd

from jamsostek import db, settings


class QueryError(ValueError):
    """A query file or its parameters are not as they must be; a programming error, never a user's."""


@dataclass(frozen=True)
class Query:
    """One SQL file: name (path below queries/ without .sql), Indonesian header, statement, named parameters."""

    name: str
    doc: str
    sql: str
    params: frozenset[str]


def names(folder: str = "") -> list[str]:
    """Names of all query files directly in queries/ or in one of its folders, sorted."""
    prefix = f"{folder}/" if folder else ""
    return sorted(prefix + path.stem for path in (settings.queries_dir() / folder).glob("*.sql"))


@cache
def load(name: str) -> Query:
    """The query in queries/<name>.sql.

    Raises:
        QueryError: no such file, no header comment, or not exactly one statement.
    """
    path = settings.queries_dir() / f"{name}.sql"
    if not path.is_file():
        raise QueryError(f"queries/{name}.sql tidak ada")
    text = path.read_text(encoding="utf-8")
    header = []
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        header.append(line.removeprefix("--").strip())
    if not header:
        raise QueryError(f"queries/{name}.sql tidak punya kepala komentar")
    statements = duckdb.extract_statements(text)
    if len(statements) != 1:
        raise QueryError(f"queries/{name}.sql harus berisi tepat satu pernyataan, bukan {len(statements)}")
    return Query(name, "\n".join(header), text, frozenset(statements[0].named_parameters))


def run(
    query: Query, params: Mapping[str, object] | None = None, cursor: duckdb.DuckDBPyConnection | None = None
) -> pd.DataFrame:
    """Rows of the query on the served data (or on `cursor`).

    Whole numbers are always Int64 (missing = pd.NA), ratios float64 (missing = NaN), dates datetime64, so that the
    type of a column does not depend on whether some row happens to lack a value.

    Raises:
        QueryError: parameters missing or not known to the query.
    """
    given = dict(params or {})
    if given.keys() != query.params:
        missing, extra = sorted(query.params - given.keys()), sorted(given.keys() - query.params)
        raise QueryError(f"{query.name}: parameter kurang {missing}, parameter tak dikenal {extra}")
    frame: pd.DataFrame = (cursor or db.cursor()).execute(query.sql, given).df()
    whole = [column for column in frame if pd.api.types.is_integer_dtype(frame[column])]
    return frame.astype(dict.fromkeys(whole, "Int64"))
