"""Names and values on the areas, by the rule of the screen: what fits is written, what does not gets a number."""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from jamsostek import theme
from jamsostek.ekspor import svg
from jamsostek.ekspor.bidang import Bingkai, sel

_BARIS = 1.12  # of the type size, from line to line


def tulis(
    induk: Element, peta: Mapping[str, Any], areas: Iterable[Mapping[str, Any]], bingkai: Bingkai, berangka: set[str]
) -> dict[int, str]:
    """Write the labels of `areas`; returns number to name and value of those (only codes in `berangka`) without room.

    The number of an area is its place in the order of all areas of its level, so it is the same in both frames. Unlike
    on the screen it is written even where it leaves its area: paper has no hover text to say what stands there.
    """
    kelompok = svg.unsur(induk, "g", class_="label")
    daftar: dict[int, str] = {}
    for area in areas:
        nilai = str(sel(peta, area["kode"])["teks"])
        nomor = f"({area['nomor']})"
        baris = [str(area["nama"]), nilai]
        if peta["tingkat"] == "kelurahan":
            baris = _baris(area, nilai, bingkai.skala, nomor if area["kode"] in berangka else "")
        if baris and baris[0] == nomor:
            daftar[area["nomor"]] = f"{area['nama']} {nilai}"
        if baris:
            _letakkan(kelompok, peta, area, bingkai, baris)
    return daftar


def _baris(area: Mapping[str, Any], nilai: str, skala: float, nomor: str) -> list[str]:
    nama = str(area["nama"])
    pilihan = [[nama, nilai], [*nama.split(" "), nilai], [nomor, nilai] if nomor else [nilai]]
    return next((baris for baris in pilihan if _muat(area, baris, skala)), [nomor] if nomor else [])


def _muat(area: Mapping[str, Any], baris: Sequence[str], skala: float) -> bool:
    """Whether the lines fit into the area's largest circle, or into its tile."""
    lebar = max(map(len, baris)) * svg.HURUF * 0.5 / 2
    tinggi = len(baris) * svg.HURUF * 1.1 / 2
    ruang: float = area["r"] * skala
    return max(lebar, tinggi) <= ruang - 4 if area.get("petak") else math.hypot(lebar, tinggi) <= ruang * 1.18


def _letakkan(
    induk: Element, peta: Mapping[str, Any], area: Mapping[str, Any], bingkai: Bingkai, baris: Sequence[str]
) -> None:
    cell = sel(peta, area["kode"])
    luar = area.get("luar")
    x, y = bingkai.titik(*(luar or (area["x"], area["y"])))
    if luar:
        dari = bingkai.titik(area["x"], area["y"])
        ujung = {"x1": dari[0], "y1": dari[1], "x2": x, "y2": y + 1.3 * svg.HURUF}
        svg.unsur(induk, "line", stroke=theme.TEKS, stroke_width=1, **ujung)
    polos = luar or cell["keadaan"] in svg.BERPOLA
    warna = (
        {"fill": theme.TEKS, "stroke": theme.PUTIH} if polos else {"fill": cell["warna_teks"], "stroke": cell["warna"]}
    )
    atas = y - (len(baris) - 1) * _BARIS * svg.HURUF / 2 + 0.36 * svg.HURUF
    for i, isi in enumerate(baris):
        svg.teks(
            induk, isi, x, atas + i * _BARIS * svg.HURUF, text_anchor="middle", font_weight=600, stroke_width=3,
            stroke_linejoin="round", paint_order="stroke", **warna,
        )  # fmt: skip
