"""A trend in the size of a word: SVG as a data address, for an <img> inside a card."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import quote

import pandas as pd

from jamsostek import theme
from jamsostek.figures import TanpaNilai, lines

LEBAR, TINGGI = 150, 46
_TEPI = 5


def tren(df: pd.DataFrame, *, bulan: date, rentang: int = 24) -> str:
    """The coverage of the `rentang` months up to `bulan`, from 0 up to the highest of them, its last value a dot.

    `df` has one row per month with the account columns; months without a value are gaps. Empty text without any value.
    """
    try:
        awal, akhir = lines.jendela(df, rentang, bulan)
    except TanpaNilai:
        return ""
    garis = lines.buat_garis(df, "cakupan", "Cakupan", theme.WARNA_CAKUPAN, awal, akhir)
    if garis.akhir is None:
        return ""
    puncak = max(v for v in garis.nilai if v is not None) or 1.0
    titik = [None if v is None else _titik(i, v / puncak, rentang) for i, v in enumerate(garis.nilai)]
    x, y = _titik(garis.akhir[0] - awal, garis.akhir[1] / puncak, rentang)
    alas = TINGGI - _TEPI
    isi = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEBAR} {TINGGI}" width="{LEBAR}" height="{TINGGI}">'
        f'<path d="M0 {alas}H{LEBAR}" stroke="{theme.GARIS_SUMBU}"/>'
        f'<path d="{_jalur(titik)}" fill="none" stroke="{garis.warna}" stroke-width="2.5" stroke-linecap="round"/>'
        f'<circle cx="{x}" cy="{y}" r="4" fill="{garis.warna}"/></svg>'
    )
    return f"data:image/svg+xml,{quote(isi)}"


def _titik(i: int, tinggi: float, rentang: int) -> tuple[float, float]:
    lebar = LEBAR - 2 * _TEPI
    return round(_TEPI + lebar * i / max(rentang - 1, 1), 1), round(TINGGI - _TEPI - (TINGGI - 2 * _TEPI) * tinggi, 1)


def _jalur(titik: Sequence[tuple[float, float] | None]) -> str:
    """SVG path; a gap lifts the pen. A month alone between gaps becomes a dot through the round line ends."""
    jalur = ""
    for sebelum, kini in zip([None, *titik], titik, strict=False):
        if kini is not None:
            jalur += f"{'L' if sebelum else 'M'}{kini[0]} {kini[1]}" + ("" if sebelum else "h0")
    return jalur
