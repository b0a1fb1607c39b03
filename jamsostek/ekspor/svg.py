"""SVG as an element tree: nothing is pasted into text, so a name can never become markup."""

import re
import textwrap
from xml.etree.ElementTree import Element, SubElement

from jamsostek import theme

RUANG = "http://www.w3.org/2000/svg"
HURUF = 13
"""Pixels of the smallest text on a sheet; never smaller."""

BERPOLA = frozenset({"tanpa_data", "disembunyikan", "belum_diketahui"})
_BUKAN_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LEBAR_HURUF = 0.46  # of the type size: what a letter takes on average, a little generous so that other fonts fit too


def bersih(teks: object) -> str:
    """The text without the control characters that XML cannot hold."""
    return _BUKAN_XML.sub("", str(teks))


def unsur(induk: Element, nama: str, **atribut: object) -> Element:
    """A child element; `_` in a name stands for `-`, a trailing one is dropped, None leaves the attribute out."""
    given = {kunci.rstrip("_").replace("_", "-"): nilai for kunci, nilai in atribut.items() if nilai is not None}
    return SubElement(induk, nama, {kunci: _nilai(nilai) for kunci, nilai in given.items()})


def _nilai(nilai: object) -> str:
    return f"{nilai:.2f}".rstrip("0").rstrip(".") if isinstance(nilai, float) else bersih(nilai)


def teks(induk: Element, isi: object, x: float, y: float, *, ukuran: float = HURUF, **atribut: object) -> Element:
    """One line of text with its baseline at y."""
    hasil = unsur(induk, "text", **{"x": float(x), "y": float(y), "font_size": ukuran, "fill": theme.TEKS, **atribut})
    hasil.text = bersih(isi)
    return hasil


def bungkus(isi: str, lebar: float, ukuran: float = HURUF) -> list[str]:
    """The text broken into lines of about `lebar` pixels."""
    return textwrap.wrap(bersih(isi), max(8, int(lebar / (ukuran * _LEBAR_HURUF)))) or [""]


def pola(akar: Element) -> None:
    """The patterns of the three states that have no colour: hatch, dots, question marks.

    No pattern is turned: PDF readers break turned ones at the edges of their tiles.
    """
    tempat = unsur(akar, "defs")

    def ubin(nama: str, sisi: int) -> Element:
        hasil = unsur(tempat, "pattern", id=nama, width=sisi, height=sisi, patternUnits="userSpaceOnUse")
        unsur(hasil, "rect", width=sisi, height=sisi, fill=theme.PUTIH)
        return hasil

    arsir = ubin("tanpa_data", 11)
    unsur(arsir, "path", d="M0,11L11,0M-2,2L2,-2M9,13L13,9", stroke=theme.TANPA_DATA_ARSIR, fill="none")
    unsur(ubin("disembunyikan", 8), "circle", cx=4, cy=4, r=1.6, fill=theme.DISEMBUNYIKAN_TITIK)
    tanda = {"text_anchor": "middle", "font_weight": 600, "fill": theme.BELUM_DIKETAHUI_TANDA}
    teks(ubin("belum_diketahui", 13), "?", 6.5, 10.5, ukuran=12, **tanda)


def isi(keadaan: str, warna: str) -> str:
    """The fill of an area or of its row in the legend."""
    return f"url(#{keadaan})" if keadaan in BERPOLA else warna
