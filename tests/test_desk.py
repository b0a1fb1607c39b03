"""The pure parts of the desk: words for people, and the state of work under way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsostek.desk import words
from jamsostek.intake import check_content
from tests.intake.files import csv_text, rows


@given(st.text())
def test_a_text_from_a_file_is_no_markdown_in_a_label(text: str) -> None:
    """Every sign that means something stands behind a backslash of its own, and nothing else has changed."""
    shown, plain = words.literal(text), []
    signs = iter(shown)
    for sign in signs:
        plain.append(next(signs) if sign == "\\" else sign)
        assert sign not in "`*_[]()<>#!"
    assert "".join(plain) == text


def test_a_picture_in_a_name_stays_text() -> None:
    assert words.literal("Oesapa![](//x.y/z)") == "Oesapa\\!\\[\\]\\(//x\\.y/z\\)"


@pytest.mark.parametrize(
    ("rows", "count", "shown"),
    [((), 1, ""), ((2, 5), 2, "2, 5"), (tuple(range(2, 22)), 20, "2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …")],
)
def test_row_numbers_say_when_there_are_more(rows: tuple[int, ...], count: int, shown: str) -> None:
    assert words.numbers(rows, count) == shown


@pytest.mark.parametrize(("count", "shown"), [(10, "1 kB"), (27_300, "27 kB"), (5_800_000, "5,8 MB")])
def test_sizes_in_indonesian(count: int, shown: str) -> None:
    assert words.size(count) == shown


def test_the_report_puts_failures_first_and_names_what_is_clean() -> None:
    data = rows("tenaga_kerja", {}, {"STATUS": "raja"}, {"TANGGAL LAHIR": ""})
    checked = check_content(csv_text(data).encode(), "a.csv", jenis="tenaga_kerja", bulan="2023-06", kunci=b"k" * 32)
    report = words.findings(checked)
    assert report["hasil"].tolist() == ["gagal", "peringatan", "lulus"]
    assert report["baris"].tolist() == ["3", "4", ""]
    assert "NIK" in report["kolom"].iloc[-1]
    assert "STATUS" not in report["kolom"].iloc[-1]
