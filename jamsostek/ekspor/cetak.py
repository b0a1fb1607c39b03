"""From an SVG or a Typst source to finished pages: PDF with real text and lines, PNG with exact pixels.

Typst does it in this process, without a browser and without a network; it sees the fonts of `data/huruf` and no others,
so that a page looks the same on every computer.
"""

import base64
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Literal

import typst

from jamsostek import settings, theme
from jamsostek.ekspor import lembar_peta
from jamsostek.ekspor.keterangan import Keterangan

Bentuk = Literal["pdf", "png"]
_TEBAL = {"Regular": 400, "SemiBold": 600}
_TITIK_PER_INCI = 72

_SATU_SVG = """
#set document(title: sys.inputs.judul, date: auto)
#set page(width: 297mm, height: 210mm, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, height: 100%, alt: sys.inputs.alt)
"""


class CetakError(RuntimeError):
    """A page could not be set: the source is wrong, never what it was given to show."""


@cache
def _huruf() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(settings.huruf_dir())])


def halaman(
    sumber: str, bentuk: Bentuk, isi: Mapping[str, str] | None = None, *, dibuat: datetime, piksel_per_inci: float = 144
) -> bytes:
    """The pages of a Typst source: one PDF, or the PNG of its only page.

    `isi` reaches the source as `sys.inputs`, as data and never as markup. `dibuat` (with a zone) is the file's date, so
    that the same input gives the same bytes. Raises CetakError for a source that does not compile.
    """
    try:
        hasil = typst.compile(
            sumber.encode(), format=bentuk, font_paths=_huruf(), sys_inputs=dict(isi or {}), ppi=piksel_per_inci,
            timestamp=int(dibuat.timestamp()),
        )  # fmt: skip
    except typst.TypstError as error:
        raise CetakError(str(error)) from error
    if not isinstance(hasil, bytes):
        raise CetakError(f"satu halaman diminta, {len(hasil or [])} halaman dihasilkan")
    return hasil


def lembar(svg: str, bentuk: Bentuk, keterangan: Keterangan, alt: str) -> bytes:
    """The sheet of `lembar_peta.lembar` as a PDF page of A4, or as a PNG of twice its pixels."""
    inci = 297 / 25.4
    isi = {"svg": svg, "judul": keterangan.judul, "alt": alt}
    piksel = 2 * lembar_peta.LEBAR / inci
    return halaman(_SATU_SVG, bentuk, isi, dibuat=keterangan.dibuat, piksel_per_inci=piksel)


@cache
def gaya_huruf() -> str:
    """A style sheet with the fonts inside, for an SVG that is opened on a computer without them."""
    aturan = []
    for nama, tebal in _TEBAL.items():
        isi = base64.b64encode((settings.huruf_dir() / f"DasborKupang-{nama}.ttf").read_bytes()).decode()
        sumber = f"url(data:font/ttf;base64,{isi})"
        aturan.append(f'@font-face{{font-family:"{theme.HURUF_CETAK}";font-weight:{tebal};src:{sumber}}}')
    return "".join(aturan)
