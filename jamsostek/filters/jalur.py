"""The controls of the way to a target: which target, when, with how much lapse and growth, divided how."""

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st

from jamsostek import formats, jatah, laju
from jamsostek.filters.widgets import SEMUA, _choice, _menu, _seed
from jamsostek.tujuan import PENUH, TAHUN_BAWAAN, TAHUN_TERAKHIR, Tujuan, penuh

_PILIHAN, _TAHUN, _BULAN = "jalur_pilihan", "jalur_tahun", "jalur_bulan"


def target_control(tujuan: Tujuan, pilihan: Sequence[Tujuan], bulan: date) -> None:
    """The menu of targets, and year and month where full coverage at a month of one's own is chosen.

    Only later months can be chosen. The menus show `tujuan`; a change goes to the filters before the page runs.
    """
    names = {PENUH: "100% pada bulan pilihan sendiri"} | {one.kode: one.label for one in pilihan}
    own = not tujuan.penerbit
    _select("Sasaran", _PILIHAN, list(names), names.__getitem__, PENUH if own else tujuan.kode, _take_target, 380)
    if not own:
        return
    first = bulan.year + (bulan.month == 12)
    years = [str(year) for year in range(first, max(TAHUN_TERAKHIR, tujuan.tanggal.year) + 1)]
    after = bulan.month + 1 if tujuan.tanggal.year == bulan.year else 1
    months = [f"{month:02d}" for month in range(after, 13)]
    _select("Tahun", _TAHUN, years, str, str(tujuan.tanggal.year), _take_month, 110)
    _select("Bulan sasaran", _BULAN, months, _month, f"{tujuan.tanggal.month:02d}", _take_month, 150)


def _select(
    label: str,
    key: str,
    options: list[str],
    words: Callable[[str], str],
    value: str,
    take: Callable[[], None],
    width: int,
) -> None:
    st.session_state[key] = value
    st.selectbox(label, options, key=key, format_func=words, filter_mode=None, on_change=take, width=width)


def _month(number: str) -> str:
    return formats.NAMA_BULAN[int(number) - 1]


def _take_target() -> None:
    """A row of the table as it is; full coverage first in December of the fifth year, which the menus then change."""
    code = str(st.session_state[_PILIHAN])
    if code == PENUH:
        bulan: date = st.session_state["_saringan"].bulan
        code = penuh(date(bulan.year + TAHUN_BAWAAN, 12, 1)).kode
    _seed({"sasaran": code})


def _take_month() -> None:
    """The chosen month; another year may have brought it before the data's own, then the month after that."""
    bulan: date = st.session_state["_saringan"].bulan
    first = date(bulan.year + bulan.month // 12, bulan.month % 12 + 1, 1)
    chosen = date(int(st.session_state[_TAHUN]), int(st.session_state[_BULAN]), 1)
    _seed({"sasaran": penuh(max(chosen, first)).kode})


def lapse_control(menurut_data: str) -> None:
    """Lapse a month, in steps of a tenth of a percent; by default the one of the data, which is given in words."""

    def words(value: object) -> str:
        return f"Menurut data: {menurut_data}" if value == SEMUA else per_mil(int(str(value)))

    _menu("Luruh per bulan", "luruh", [SEMUA, *range(laju.LURUH_TERTINGGI + 1)], words, width=190)


def growth_control() -> None:
    """Growth of the workers a year until the target's date."""
    _menu("Pekerja tumbuh per tahun", "tumbuh", list(laju.TUMBUH), lambda n: per_mil(int(str(n))), width=190)


def division_control() -> str:
    """How the city's need is divided among kelurahan."""
    return _choice("Pembagian ke kelurahan", "bagi", jatah.BAGI)


def per_mil(n: int) -> str:
    """Per mille as a percentage with one decimal: 30 -> '3,0%', 0 -> '0%'."""
    return f"{formats.desimal(n / 10)}%" if n else "0%"
