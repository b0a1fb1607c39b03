"""The loader of query files."""

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from jamsostek import settings, sql


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(settings, "queries_dir", lambda: tmp_path)
    sql.load.cache_clear()
    yield tmp_path
    sql.load.cache_clear()


def test_the_header_is_the_documentation(folder: Path) -> None:
    text = "-- Pertanyaan: berapa?\n-- Satu baris: satu.\nSELECT $a + $b AS jumlah -- bukan kepala\nORDER BY jumlah;\n"
    (folder / "tambah.sql").write_text(text, encoding="utf-8")
    query = sql.load("tambah")
    assert query == sql.Query("tambah", "Pertanyaan: berapa?\nSatu baris: satu.", text, frozenset({"a", "b"}))
    frame = sql.run(query, {"a": 1, "b": 2}, duckdb.connect())
    assert frame["jumlah"].tolist() == [3]


@pytest.mark.parametrize("given", [{}, {"a": 1}, {"a": 1, "b": 2, "c": 3}])
def test_wrong_parameters_are_loud(folder: Path, given: dict[str, int]) -> None:
    (folder / "tambah.sql").write_text("-- Tambah\nSELECT $a + $b AS jumlah;", encoding="utf-8")
    with pytest.raises(sql.QueryError, match="tambah: parameter"):
        sql.run(sql.load("tambah"), given, duckdb.connect())


@pytest.mark.parametrize("text", ["SELECT 1;", "-- Dua\nSELECT 1;\nSELECT 2;", "-- Kosong\n"])
def test_a_file_is_one_statement_with_a_header(folder: Path, text: str) -> None:
    (folder / "salah.sql").write_text(text, encoding="utf-8")
    with pytest.raises(sql.QueryError, match=r"salah\.sql"):
        sql.load("salah")


def test_a_missing_file_is_loud() -> None:
    with pytest.raises(sql.QueryError, match="tidak ada"):
        sql.load("tidak_ada")


def test_whole_numbers_have_one_type_with_and_without_gaps() -> None:
    query = sql.Query("uji", "Uji", "SELECT * FROM (VALUES (1, NULL), (2, 3)) AS t (penuh, kosong)", frozenset())
    frame = sql.run(query, cursor=duckdb.connect())
    assert [str(dtype) for dtype in frame.dtypes] == ["Int64", "Int64"]
    assert frame["kosong"].isna().tolist() == [True, False]
    assert isinstance(frame, pd.DataFrame)
