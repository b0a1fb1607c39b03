"""What a person confirms about one file: kind, sheet, month, meaning of its places, and which column is which."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import streamlit as st

from jamsostek import components
from jamsostek.desk import words
from jamsostek.desk.parcel import Berkas, Setelan
from jamsostek.intake import CONTRACTS, Tata, isian, layouts
from jamsostek.intake.contract import Column, Contract
from jamsostek.intake.header import SCANNED_ROWS, Header, find_header, missing_required
from jamsostek.intake.places import load_places
from jamsostek.intake.recognise import Kenalan

TANPA, SEMUA_KOSONG = -1, ""
TAHUN_AWAL = 2014


def ask(berkas: Berkas) -> Setelan:
    """The settings of a file as its widgets have them; they begin with what was recognised or remembered."""
    kenalan = berkas.kenalan
    assert kenalan is not None  # noqa: S101 - files that cannot be opened are not asked about
    columns = st.columns([3, 2, 2, 1.4, 2])
    ranked = list(dict.fromkeys(guess.jenis for guess in kenalan.dugaan))
    with columns[0]:
        jenis = _choice("Jenis data", ranked, words.JENIS.__getitem__, f"jenis_{berkas.kode}")
    sheets = [*kenalan.lembar, *kenalan.tersembunyi]
    lembar = next((guess.lembar for guess in kenalan.dugaan if guess.jenis == jenis), None)
    if len(sheets) > 1:
        hidden = set(kenalan.tersembunyi)
        with columns[1]:
            lembar = _choice(
                "Lembar", sheets, lambda name: f"{name} (tersembunyi)" if name in hidden else name,
                f"lembar_{berkas.kode}_{jenis}", sheets.index(lembar) if lembar in sheets else 0,
            )  # fmt: skip
    bulan, basis = None, "domisili"
    if CONTRACTS[jenis].monthly:
        bulan = _month(berkas, columns[2], columns[3])
    if jenis == "peserta":
        with columns[4]:
            basis = _choice("Arti wilayah", list(words.BASIS), words.BASIS.__getitem__, f"basis_{berkas.kode}")
    tata = _layout(berkas, CONTRACTS[jenis], kenalan, lembar)
    return Setelan(jenis, bulan, basis, tata)


def _choice(label: str, options: Sequence[Any], name: Any, key: str, index: int = 0) -> Any:
    return st.selectbox(label, options, index=index, format_func=name, key=key, filter_mode=None)


def _month(berkas: Berkas, left: Any, right: Any) -> date:
    guessed = berkas.kenalan.bulan if berkas.kenalan else None
    today = datetime.now(UTC).date()
    # lists describe the month that has just ended
    start = guessed or (date(today.year, today.month - 1, 1) if today.month > 1 else date(today.year - 1, 12, 1))
    years = list(range(today.year, TAHUN_AWAL - 1, -1))
    with left:
        month = _choice("Bulan", range(1, 13), lambda m: words.BULAN[m - 1], f"bulan_{berkas.kode}", start.month - 1)
    with right:
        index = years.index(start.year) if start.year in years else 0
        year = _choice("Tahun", years, str, f"tahun_{berkas.kode}", index)
    return date(int(year), int(month), 1)


def _layout(berkas: Berkas, contract: Contract, kenalan: Kenalan, lembar: str | None) -> Tata:
    rows = kenalan.atas.get(lembar, [])
    known = layouts.recall(contract.jenis, rows) or Tata()
    adapted = contract.adapted(known.pemetaan, known.isian)
    found = find_header(rows, adapted, known.baris_judul)
    lacking = missing_required(found, adapted) if found else ["judul kolom"]
    name = f"{berkas.kode}_{contract.jenis}_{lembar}"
    title = f"Kolom: {len(found.positions) if found else 0} dikenali"
    title += f", yang kurang: {', '.join(lacking)}" if lacking else ""
    title += " (tata letak yang diingat)" if known.pemetaan or known.isian else ""
    with st.expander(title, expanded=bool(lacking)):
        if not rows:
            components.catatan("Lembar ini kosong.")
            return Tata(lembar=lembar)
        row = _header_row(rows, found, name)
        header = find_header(rows, adapted, row)
        assert header is not None  # noqa: S101 - the row is one of the rows
        chosen = _columns(contract, header, f"{name}_{row}")
        fixed = _fixed(contract, chosen, known, name)
    return Tata(lembar, row, _meanings(contract, header, chosen), fixed)


def _header_row(rows: list[list[str]], found: Header | None, name: str) -> int:
    def label(number: int) -> str:
        cells = [cell.strip() for cell in rows[number - 1] if cell.strip()]
        return f"Baris {number}: {' | '.join(cells)[:90] or '(kosong)'}"

    numbers = range(1, min(len(rows), SCANNED_ROWS) + 1)
    chosen = _choice("Baris judul kolom", numbers, label, f"judul_{name}", found.row if found else 0)
    return int(chosen)


def _columns(contract: Contract, header: Header, name: str) -> dict[str, int]:
    """Which cell of the header each column of the contract is; columns without one are left out."""
    # a heading that stands there twice can be meant once only, so it is offered once
    places = [TANPA, *(i for i, key in enumerate(header.keys) if key and header.keys.index(key) == i)]
    chosen: dict[str, int] = {}
    grid = st.columns(4)
    for number, column in enumerate(contract.columns):
        with grid[number % 4]:
            at = header.positions.get(column.name, TANPA)
            at = header.keys.index(header.keys[at]) if at != TANPA else at
            place = _choice(
                column.header + (" *" if column.required else ""), places,
                lambda i: "(tidak ada)" if i == TANPA else header.texts[i], f"kolom_{name}_{column.name}",
                places.index(at) if at in places else 0,
            )  # fmt: skip
        if place != TANPA:
            chosen[column.name] = int(place)
    return chosen


def _fixed(contract: Contract, chosen: dict[str, int], known: Tata, name: str) -> dict[str, str]:
    """Texts for needed columns that the file lacks, one for all rows: a lurah's own list names no kelurahan."""
    groups = [(column.name,) for column in contract.columns if column.required] + list(contract.any_of)
    lacking = [
        column
        for group in groups
        for column in contract.columns
        if column.name in group and column.name != "kode_kelurahan" and not set(group) & set(chosen)
    ]
    fixed: dict[str, str] = {}
    grid = st.columns(4)
    for number, column in enumerate(lacking):
        choices = [SEMUA_KOSONG, *isian.pilihan(column, load_places())]
        if len(choices) == 1:
            continue
        before = known.isian.get(column.name, SEMUA_KOSONG)
        with grid[number % 4]:
            text = _choice(
                f"{column.header} untuk semua baris", choices, lambda t: t or "(belum dipilih)",
                f"isian_{name}_{column.name}", choices.index(before) if before in choices else 0,
            )  # fmt: skip
        if text:
            fixed[column.name] = str(text)
    return fixed


def _meanings(contract: Contract, header: Header, chosen: dict[str, int]) -> dict[str, str]:
    """What headings mean where that differs from what the contract would take them for."""
    wanted = {header.keys[place]: name for name, place in chosen.items()}
    usual: dict[str, Column] = contract.by_header
    return {
        word: wanted.get(word, "")
        for word in dict.fromkeys(header.keys)
        if word and wanted.get(word, "") != (usual[word].name if word in usual else "")
    }
