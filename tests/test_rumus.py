"""The formulas of the methods page: complete, escaped, and about code that exists."""

import re

import pytest

from jamsostek import settings
from jamsostek.arah import rumus

SEMUA = rumus.semua()


def test_indices_and_powers_stand_in_place_and_nothing_else_is_markup():
    assert rumus.tulis("E_{0} (1 − a)^{m}") == "E<sub>0</sub> (1 − a)<sup>m</sup>"
    assert rumus.tulis("1 < k & x_{<b>}") == "1 &lt; k &amp; x<sub>&lt;b&gt;</sub>"


@pytest.mark.parametrize("satu", SEMUA, ids=lambda satu: satu.judul)
def test_every_section_has_formulas_symbols_with_units_source_and_place(satu):
    assert satu.rumus
    assert satu.lambang
    assert all(part.strip() for row in satu.lambang for part in row)
    assert satu.keterangan.endswith(".")
    assert satu.sumber
    assert satu.tempat
    assert "{" not in rumus.bagian(satu)


def test_the_page_speaks_of_every_figure_it_must():
    judul = " ".join(satu.judul for satu in SEMUA).lower()
    for kata in ("cakupan", "kesenjangan", "laju", "pembagian", "berubah", "proyeksi", "pita", "bertahan", "skenario",
                 "kerahasiaan", "kelengkapan"):  # fmt: skip
        assert kata in judul


def test_files_and_modules_that_are_named_exist():
    disebut = {
        nama for satu in SEMUA for nama in re.findall(r"[\w/]+\.(?:py|sql|csv)", satu.tempat + " " + satu.sumber)
    }
    assert {"projection/bands.py", "queries/macros/akun.sql"} <= disebut
    for nama in disebut:
        assert (settings.ROOT / nama).exists() or (settings.ROOT / "jamsostek" / nama).exists(), nama
