"""What personal data a file holds, wherever it stands there, is nowhere in the data folder and in nothing printed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from jamsostek import settings
from tests.intake.files import ROWS, write_xlsx

pytestmark = pytest.mark.ketahanan
NIKS = ("9971014405900017", "9971025106880023", "9971033107790031")
KPJS = ("99000417253", "99000528364")
PHONES = ("081339987654", "0812-9988-7766")
NAMES = ("Wilhelmina Tabunbaki", "Zakarias Mbolikeli", "Theodora Lakapuni")
STREETS = ("Jalan Cendawan Ungu", "Gang Belimbing Wuluh")
PLANTED = (*NIKS, *KPJS, *PHONES, *NAMES, *STREETS, *(word for name in NAMES for word in name.split()))
EXTRA = {"NAMA LENGKAP": NAMES[0], "ALAMAT": f"{STREETS[0]} 77", "NO HP": PHONES[0], "NAMA IBU": NAMES[2]}
TITLES = [[f"Daftar {NAMES[1]}", f"HP {PHONES[1]}"], [f"Petugas {NAMES[2]}, NIK {NIKS[2]}"], []]
MONTHLY = ("peserta", "tenaga_kerja", "pemberi_kerja", "klaim")
FORMATS = ("csv", "xlsx")


def grid(jenis: str) -> list[list[Any]]:
    """Titles, a header with four columns too many, and rows: right, refused in every closed column, shifted."""
    base: dict[str, Any] = {name: value for name, value in ROWS[jenis].items() if name not in ("NIK", "NO KPJ")}
    keys = {"NIK": NIKS, "NO KPJ": KPJS}
    headings = [name for name in keys if name in ROWS[jenis]] + list(base) + list(EXTRA)

    def row(number: int, **changes: Any) -> list[Any]:
        filled = {**base, **EXTRA, **{name: texts[number % len(texts)] for name, texts in keys.items()}, **changes}
        return [filled[name] for name in headings]

    rows = [row(0), row(1)]
    texts = (NAMES[0], f"{STREETS[1]} 5", PHONES[0], NIKS[1], NIKS[1][:15], f"9,97{NIKS[0][3:]}E+15", f"={NAMES[1]}")
    rows += [row(2, **{name: text}) for name in headings if name not in FREE | set(EXTRA) for text in texts]
    # all cells one to the right and one to the left, as when a cell was deleted or put in
    rows += [[NAMES[0], *row(0)[:-1]], [*row(1)[1:], NAMES[1]], [NAMES[2], NIKS[0], PHONES[0], STREETS[0]]]
    return [*TITLES, headings, *rows]


FREE = {"LAPANGAN USAHA", "PEKERJAAN", "MINAT PELATIHAN", "NAMA", "SUMBER KEPESERTAAN", "INDIKATOR", "PERIODE",
        "SATUAN", "PENUTUR", "SUMBER", "TAUTAN", "CATATAN", "PENERBIT"}  # fmt: skip
"""Columns that hold free text about businesses and publications and are kept as they are."""


def written(folder: Path, jenis: str, kind: str) -> Path:
    path = folder / f"{jenis} {NIKS[0]}.{kind}"
    if kind == "xlsx":
        return write_xlsx(path, grid(jenis))
    lines = [";".join(str(cell) for cell in row) for row in grid(jenis)]
    path.write_text("\r\n".join(lines), encoding="utf-8")
    return path


def run(*command: str) -> str:
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False, env=os.environ)
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One data folder for all tests here, with its key beside it."""
    folder = tmp_path_factory.mktemp("bocor")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAMSOSTEK_DATA", str(folder / "data"))
        patch.setenv("JAMSOSTEK_KUNCI", str(folder / "rahasia" / "kunci"))
        yield folder / "data"


@pytest.fixture(scope="module")
def leftovers(data: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Everything there is to read after all kinds were imported in both formats and built: where -> text."""
    folder = tmp_path_factory.mktemp("berkas")
    command = ("-m", "jamsostek.intake")

    def imported(kind: str, jenis: str) -> str:
        month = ["--bulan", f"2023-0{5 + FORMATS.index(kind)}"] if jenis in MONTHLY else []
        return run(*command, str(written(folder, jenis, kind)), "--jenis", jenis, *month)

    pairs = [(kind, jenis) for kind in FORMATS for jenis in ROWS]
    # each is a process of its own and most of its time is spent on starting: two at once
    with ThreadPoolExecutor(2) as pool:
        printed = list(pool.map(imported, *zip(*pairs, strict=True)))
    assert [text for text in printed if "Tersimpan sebagai batch" not in text] == []
    texts = {f"keluaran {jenis} {kind}": text for (kind, jenis), text in zip(pairs, printed, strict=True)}
    for kind in FORMATS:
        texts[f"diperiksa {kind}"] = run(
            *command, str(written(folder, "target", kind)), "--jenis", "target", "--periksa"
        )
    texts["keluaran build"] = run("-m", "jamsostek.build")
    assert "dibangun dalam" in texts["keluaran build"]
    return texts | dict(everything_below(data))


def everything_below(data: Path) -> Iterator[tuple[str, str]]:
    """Every file below the folder as text, in whatever way its bytes may be read."""
    for path in sorted(data.rglob("*")):
        if not path.is_file():
            continue
        raw = path.read_bytes()
        yield f"{path} utf-8", path.name + raw.decode("utf-8", "replace")
        yield f"{path} utf-16", raw.decode("utf-16-le", "replace") + raw[1:].decode("utf-16-le", "replace")
        if path.suffix == ".parquet":
            yield f"{path} kolom", str(pq.read_table(path).to_pydict()) + str(pq.read_schema(path).metadata)
        elif path.suffix == ".duckdb":
            yield from tables_of(path)


def tables_of(path: Path) -> Iterator[tuple[str, str]]:
    with duckdb.connect(":memory:") as con:
        con.execute("ATTACH $file AS berkas (READ_ONLY)", {"file": str(path)})
        con.execute("USE berkas")
        tables = [name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        assert "cakupan_bulanan" in tables
        for name in tables:
            yield f"tabel {name}", str(con.execute(f'FROM "{name}"').fetchall())


def found_in(texts: dict[str, str], words: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(where, word) for where, text in texts.items() for word in words if word.casefold() in text.casefold()]


def test_nothing_personal_is_kept_or_printed(leftovers: dict[str, str], data: Path) -> None:
    found = found_in(leftovers, PLANTED)
    assert not found, "\n".join(map(str, found))
    # the search itself finds what is allowed to stand there
    assert {where for where, _word in found_in(leftovers, ("Oesapa",))}
    numbers = [int(text).to_bytes(8, "little") for text in (*NIKS, *KPJS)]
    for path in data.rglob("*"):
        assert not path.is_file() or not [number for number in numbers if number in path.read_bytes()]


def test_the_key_is_neither_below_the_data_folder_nor_in_it(leftovers: dict[str, str], data: Path) -> None:
    key = settings.key_path()
    assert key.is_file()
    assert data not in key.parents
    text = key.read_text(encoding="ascii").strip()
    assert found_in(leftovers, (text,)) == []
    assert not [path for path in data.rglob("*") if path.is_file() and bytes.fromhex(text) in path.read_bytes()]
