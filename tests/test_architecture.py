"""The shape of the project, as tests: thin pages, true documents, one name per question."""

import ast
import csv
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import jamsostek
from jamsostek import queries, settings, shell

PAGES = sorted(path for path in (settings.ROOT / "pages").glob("*.py") if path.name != "__init__.py")
QUESTIONS = sorted(path.stem for path in settings.queries_dir().glob("*.sql"))
MODULES = sorted(module.name for module in pkgutil.walk_packages(jamsostek.__path__, "jamsostek."))
README = (settings.ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_a_page_is_a_thin_straight_script(path: Path):
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert len(source.splitlines()) <= 60
    assert not [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.ClassDef | ast.While)]
    assert "shell.mulai(__file__)" in source or "shell.mulai_meja(__file__)" in source


def test_the_router_only_routes():
    assert len((settings.ROOT / "dashboard.py").read_text(encoding="utf-8").splitlines()) <= 30


def test_every_page_is_in_the_menu_and_the_other_way_round():
    assert {path.stem for path in PAGES} == set(shell.HALAMAN)


@pytest.mark.parametrize("name", [m for m in MODULES if not m.endswith("__main__")])
def test_every_module_imports(name: str):
    assert importlib.import_module(name).__doc__


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_question_has_a_function_and_a_line_in_the_readme(name: str):
    assert callable(getattr(queries, name))
    assert f"`{name}`" in README


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.stem)
def test_the_readme_names_every_page(path: Path):
    assert f"`pages/{path.name}`" in README


def test_the_readme_map_names_every_module():
    inside = {name.split(".")[1] for name in MODULES}
    missing = [name for name in inside if not re.search(rf"`(jamsostek/)?{name}(\.py|/)?`", README)]
    assert missing == []


def _columns() -> set[str]:
    pattern = re.compile(
        r"^\s{4}((?:kode|nama|jumlah|rasio|bulan|tanggal|rupiah|umur|jenis|status|segmen|sumber|kelompok|pendidikan|program|penyebut)\w*)\s",
        re.M,
    )
    return {
        name
        for path in (settings.queries_dir() / "schema").glob("*.sql")
        for name in pattern.findall(path.read_text(encoding="utf-8"))
    }


def test_the_glossary_holds_every_column_of_the_marts():
    glossary = README.split("## Definisi dan istilah")[1].split("\n## ")[0]
    assert sorted(name for name in _columns() if f"`{name}`" not in glossary) == []


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-dev.txt"])
def test_every_dependency_is_pinned_exactly_and_the_chosen_ones_earn_their_place(file: str):
    pattern = re.compile(r"^([A-Za-z0-9_.-]+)==[\w.]+$")
    chosen, _, brought = (settings.ROOT / file).read_text(encoding="utf-8").partition("# Dibawa")
    for line in [*chosen.splitlines(), *brought.splitlines()[1:]]:
        if line and not line.startswith(("#", "-r")):
            found = pattern.match(line)
            assert found, line
            assert line not in chosen or found[1] in README, line


def test_no_file_of_the_product_speaks_of_where_it_was_made():
    words = re.compile("/" + "work/|sub" + "agent|\\bissue \\d|closing" + " note", re.I)
    tracked = [
        p
        for p in settings.ROOT.rglob("*")
        if p.suffix in {".py", ".sql", ".md", ".js", ".css", ".toml", ".csv", ".txt"}
    ]
    own = [p for p in tracked if not {".git", ".venv", "batches"} & set(p.parts)]
    assert [str(p) for p in own if words.search(p.read_text(encoding="utf-8", errors="ignore"))] == []


def test_every_published_figure_has_a_source():
    for name in ("angka_resmi", "target"):
        with (settings.referensi_dir() / f"{name}.csv").open(encoding="utf-8") as handle:
            rows = list(csv.DictReader(handle))
        assert rows
        assert all(row["SUMBER"] for row in rows)
