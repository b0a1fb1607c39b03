"""Whatever comes in: a result or an IntakeError in Indonesian without a long number; nothing printed or killed."""

import contextlib
import io
import json
import pickle
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from jamsostek import settings as places
from jamsostek.intake import CONTRACTS, Checked, IntakeError, SemuaDitolak, Tata, check_content, recognise
from tests.berkas import buat
from tests.intake import nasty
from tests.intake.files import ROWS

KEY = bytes(range(32))
MESSAGE = re.compile(r"(Berkas|Kolom|Judul|Lembar|Semua|Tidak|Buku|Bentuk|Tanda|Hampir|Pemetaan)\b.*[.?]$", re.DOTALL)
quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def look(
    content: bytes, jenis: str = "peserta", nama: str = "a.xlsx", tata: Tata = Tata()  # noqa: B008 - frozen
) -> list[Checked | IntakeError]:  # fmt: skip
    """What recognising and checking give; anything but a result or an IntakeError escapes."""
    found: list[Checked | IntakeError] = []
    with contextlib.redirect_stdout(io.StringIO()) as printed, contextlib.redirect_stderr(printed):
        try:
            recognise(content, nama)
        except IntakeError as error:
            found.append(error)
        try:
            bulan = "2023-06" if CONTRACTS[jenis].monthly else None
            found.append(check_content(content, nama, jenis=jenis, bulan=bulan, kunci=KEY, tata=tata))
        except IntakeError as error:
            found.append(error)
    assert printed.getvalue() == ""
    for one in found:
        if isinstance(one, IntakeError):
            assert MESSAGE.match(str(one)), str(one)
            assert re.search(r"\d{6,}", str(one)) is None
    return found


@quick
@given(st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"<html>"]), st.binary(max_size=2000))
def test_any_bytes(start: bytes, rest: bytes) -> None:
    look(start + rest)


CELLS = st.one_of(st.text(max_size=30), st.text("0123456789.,-/ '\"RpE+%", max_size=30),
                  st.sampled_from([cell for row in ROWS.values() for cell in row.values()]))  # fmt: skip
GRIDS = st.lists(st.lists(CELLS, max_size=16), max_size=6)


@quick
@given(st.sampled_from(list(CONTRACTS)), st.booleans(), GRIDS, st.sampled_from(",;\t|: "),
       st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "utf-32", "cp037"]),
       st.sampled_from(["\r\n", "\n", "\r"]))  # fmt: skip
def test_any_text_grid(jenis: str, headed: bool, grid: list[list[str]], sign: str, encoding: str, end: str) -> None:
    rows = [list(ROWS[jenis]), *grid] if headed else grid
    look(end.join(sign.join(row) for row in rows).encode(encoding, "ignore"), jenis)


VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-(10**18), 10**18), st.floats(allow_nan=False, allow_infinity=False),
    st.dates(min_value=date(1900, 1, 1), max_value=date(9999, 12, 31)), st.text(max_size=40),
    st.text("\x00\x01\x0b\x1f\u200b\u202e\ufeff0123456789", max_size=20), st.just("9" * 32_000),
)  # fmt: skip


@quick
@given(st.sampled_from(["peserta", "tenaga_kerja", "klaim"]), st.lists(st.lists(VALUES, max_size=15), max_size=5))
@example("peserta", [[True, datetime(1900, 1, 1), -1.5]])
def test_any_cell_values_in_a_workbook(jenis: str, rows: list[list[Any]]) -> None:
    look(buat.grid([list(ROWS[jenis]), *rows]), jenis)


GOOD = nasty.good()
PARTS = (nasty.SHEET, nasty.STRINGS, nasty.BOOK, nasty.RELS, "xl/styles.xml", "[Content_Types].xml")


@quick
@given(st.integers(0, len(GOOD)), st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=8))
def test_a_workbook_cut_off_or_with_flipped_bytes(end: int, flips: list[tuple[int, int]]) -> None:
    broken = bytearray(GOOD)
    for place, value in flips:
        broken[place] = value
    look(bytes(broken))
    look(bytes(broken[:end]))


@quick
@given(st.sampled_from(PARTS), st.randoms(use_true_random=False), st.integers(1, 4))
def test_a_workbook_with_shuffled_xml(part: str, chance: Any, changes: int) -> None:
    def shuffled(old: bytes) -> bytes:
        tokens = re.split(rb"(<[^>]*>|\d+)", old)
        for _ in range(changes):
            at, other = chance.randrange(len(tokens)), chance.randrange(len(tokens))
            odd = [tokens[other], b"", b"-1", b"99999999999999999999", b"1e308", b"\xff", tokens[at] * 2]
            tokens[at] = chance.choice(odd)
        return b"".join(tokens)

    look(nasty.patched(GOOD, {part: shuffled}))


TATA = st.builds(
    Tata, st.one_of(st.none(), st.just("data"), st.text(max_size=5)), st.one_of(st.none(), st.integers(-3, 40)),
    st.dictionaries(st.sampled_from(["nik", "rt", "nama", ""]), st.sampled_from(["pseudonim_nik", "rw", "", "x"])),
    st.dictionaries(st.sampled_from(["sumber", "kelurahan", "rt", "tidak ada"]), CELLS),
)  # fmt: skip


@quick
@given(st.sampled_from(["daftar_judul_asing.xlsx", "daftar_rt_rw.xlsx", "daftar_bom.csv", "daftar_lama.xls"]), TATA)
def test_any_layout_that_a_person_could_name(berkas: str, tata: Tata) -> None:
    look((buat.FOLDER / berkas).read_bytes(), "tenaga_kerja", berkas, tata)


def test_the_nastiest_files_do_not_take_the_process_down() -> None:
    command = [sys.executable, "-m", "tests.intake.nasty"]
    run = subprocess.run(command, capture_output=True, cwd=places.ROOT, timeout=120)
    assert run.returncode == 0, run.stderr[-500:]
    found = json.loads(run.stdout)
    refused, harmless = list(nasty.refused()), list(nasty.harmless())
    assert list(found) == refused + harmless
    assert {name: found[name] for name in harmless} == dict.fromkeys(harmless, "diterima 3")
    assert all(MESSAGE.match(found[name]) for name in refused), found
    large = [
        message for name, message in found.items() if name.startswith(("far cell,", "row without", "column without"))
    ]
    assert len(large) == 10
    assert all("terlalu besar" in message for message in large)


def test_linked_workbooks_and_dde_are_not_followed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/lain.xlsx".encode()
        link = (b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                b'externalLinkPath" Target="%s" TargetMode="External"/></Relationships>' % address)  # fmt: skip
        book = (b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                b'<ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>')  # fmt: skip
        formula = f"='{address.decode()}'!A1"
        rows = [buat.member(1, KELURAHAN=(formula, "Oesapa")), buat.member(2, KELURAHAN=("=cmd|'/c calc'!A1", "Alak"))]
        folder = "xl/externalLinks"
        parts = {f"{folder}/externalLink1.xml": book, f"{folder}/_rels/externalLink1.xml.rels": link}
        linked = nasty.patched(buat.grid([buat.MEMBERS, *rows]), {}, parts)
        (checked,) = look(linked)
        with pytest.raises(BlockingIOError):
            server.accept()
    assert isinstance(checked, Checked)
    assert checked.accepted["kode_kelurahan"].to_pylist() == ["53.71.03.1010", "53.71.01.1008"]


SECRET = "9971014101854321"


def grouped(number: str, sign: str, *sizes: int) -> str:
    ends = [sum(sizes[: at + 1]) for at in range(len(sizes))]
    return sign.join(number[end - size : end] for end, size in zip(ends, sizes, strict=True))


FULL_WIDTH = {48 + digit: 0xFF10 + digit for digit in range(10)}
SHAPES: Sequence[Callable[[str], Any]] = (
    str, float, lambda n: f"'{n}", lambda n: f"istri {n} (kedua)", lambda n: f"x{n}y", lambda n: f"Oesapa {n}",
    lambda n: grouped(n, " ", 4, 4, 4, 4), lambda n: grouped(n, ".", 6, 6, 4), lambda n: grouped(n, "/", 4, 4, 4, 4),
    lambda n: grouped(n, "\u00a0", 6, 6, 4), lambda n: grouped(n, "\u200b", 8, 8), lambda n: n.translate(FULL_WIDTH),
    lambda n: f"Lai Lai Bisi Kopan {grouped(n, ' ', 4, 4, 4, 4)}", lambda n: f"{float(n):.5E}".replace(".", ","),
)  # fmt: skip


def hidden(text: str) -> bool:
    """Whether no trace of the number is left: the first twelve digits, whatever stands between them."""
    plain = text.translate({wide: narrow for narrow, wide in FULL_WIDTH.items()})
    return SECRET[:12] not in re.sub(r"[\s.,'’/_–\u200b-]", "", plain)


def assert_hidden(found: list[Checked | IntakeError]) -> None:
    for one in found:
        assert hidden(str(one))
        checked = one.checked if isinstance(one, SemuaDitolak) else one
        if isinstance(checked, Checked):
            assert hidden(pickle.dumps(checked).decode("latin-1"))
            assert hidden(repr(checked))
            assert hidden(str(checked.accepted.to_pylist()))
            assert hidden(str([checked.rejected, checked.reasons, checked.warnings, checked.judul, checked.ejaan]))


ANY_COLUMN = [(jenis, index) for jenis in CONTRACTS for index in range(len(ROWS[jenis]) + 1)]


@settings(max_examples=250, deadline=None)
@given(st.sampled_from(ANY_COLUMN), st.sampled_from(range(len(SHAPES))), st.booleans())
def test_a_planted_nik_never_stays_in_any_column(place: tuple[str, int], shape: int, as_csv: bool) -> None:
    jenis, index = place
    header, first, second = [*ROWS[jenis], "LAIN"], [*ROWS[jenis].values(), ""], [*ROWS[jenis].values(), ""]
    second[index] = SHAPES[shape](SECRET)
    rows = [header, first, second]
    assert_hidden(look(buat.text(rows, "utf-8", "\t") if as_csv else buat.grid(rows), jenis))


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(list(CONTRACTS)), st.integers(0, 16), st.sampled_from(range(len(SHAPES))), st.integers(1, 3))
def test_a_planted_nik_never_stays_in_a_title_or_a_heading(jenis: str, index: int, shape: int, above: int) -> None:
    width = len(ROWS[jenis]) + 2
    rows: list[list[Any]] = [[""] * width for _ in range(above)]
    rows += [[*ROWS[jenis], "", ""], [*ROWS[jenis].values(), "x", ""]]
    index = min(index, width - 1)
    rows[0][index] = SHAPES[shape](SECRET)
    if index >= len(ROWS[jenis]):
        rows[above][index] = SHAPES[shape](SECRET)
    assert_hidden(look(buat.grid(rows), jenis, nama=f"{SECRET}.xlsx"))


def choices() -> SearchStrategy[str]:
    return st.sampled_from([str(shape(SECRET)) for shape in SHAPES])


@quick
@given(st.lists(choices(), min_size=1, max_size=3))
def test_a_sheet_named_after_a_nik_is_not_named_in_words(names: list[str]) -> None:
    safe = {re.sub(r"[\[\]:*?/\\']", " ", name)[:31].strip() for name in names}
    distinct = {name.casefold(): name for name in safe}.values()

    def fill(book: Any) -> None:
        for name in distinct:
            buat.put(book, book.add_worksheet(name), [buat.MEMBERS, buat.member(1)])

    assert_hidden(look(buat.workbook(fill)))
