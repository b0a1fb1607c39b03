"""Beside the map on the sheet: classes with their numbers of areas, the square of two measures, scale and north."""

from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from jamsostek import formats, theme
from jamsostek.ekspor import svg
from jamsostek.metrics import Keadaan

Ruang = tuple[float, float, float]
"""A column of the sheet: x, top, bottom."""

_TINGGI = 17
_UKURAN_SKALA = (10_000, 5_000, 2_000, 1_000, 500, 200, 100)


def daftar(induk: Element, peta: Mapping[str, Any], x: float, y: float, lebar: float) -> float:
    """The rows of the legend from y downwards; returns where they end. A square of nine replaces the value rows."""
    kelompok = svg.unsur(induk, "g", class_="legenda")
    for baris in svg.bungkus(peta["judul_legenda"], lebar):
        y += _TINGGI
        svg.teks(kelompok, baris, x, y, font_weight=600)
    y += _TINGGI
    svg.teks(kelompok, "Jumlah wilayah", x + lebar, y, text_anchor="end", fill=theme.TEKS_KEDUA)
    y += 8
    for item in peta["legenda"]:
        if not (peta.get("legenda_matriks") and item["keadaan"] == Keadaan.NILAI.value):
            y = _baris(kelompok, item, x, y, lebar)
    return y


def _baris(induk: Element, item: Mapping[str, Any], x: float, y: float, lebar: float) -> float:
    if item["sasaran"]:
        svg.unsur(induk, "line", x1=x, y1=y + 2, x2=x + lebar, y2=y + 2, stroke=theme.TEKS, stroke_width=3)
        y += 6
    # Moved as a group, so that a pattern begins at the sample's own corner.
    tempat = svg.unsur(induk, "g", transform=f"translate({x + 1:.2f},{y + 3:.2f})")
    contoh = {"width": 26, "height": 16}
    isi = svg.isi(item["keadaan"], item["warna"])
    svg.unsur(tempat, "rect", **contoh, fill=isi, stroke=theme.TEKS_KEDUA)
    if item["keadaan"] == Keadaan.DI_ATAS_100.value:
        putus = {"stroke": theme.DI_ATAS_100_GARIS, "stroke_width": 3, "stroke_dasharray": "6 4"}
        svg.unsur(tempat, "rect", **contoh, fill="none", **putus)
    svg.teks(induk, item["jumlah"], x + lebar, y + 16, text_anchor="end", font_weight=600)
    baris = svg.bungkus(item["teks"], lebar - 64)
    for i, teks in enumerate(baris):
        svg.teks(induk, teks, x + 34, y + 16 + i * _TINGGI)
    return y + 6 + len(baris) * _TINGGI


def matriks(induk: Element, isi: Mapping[str, Any], x: float, y: float, lebar: float) -> float:
    """The square of a map of two measures: colours with their numbers of areas, rows from the top; returns its end."""
    kelompok = svg.unsur(induk, "g", class_="legenda-matriks")
    kiri = 90
    sisi, tinggi = (lebar - kiri) / len(isi["kolom"]), 30
    y += _TINGGI
    svg.teks(kelompok, f"↑ {isi['judul_baris']}", x, y, font_weight=600)
    y += 6
    for judul, warna, jumlah in zip(isi["baris"], isi["warna"], isi["jumlah"], strict=True):
        svg.teks(kelompok, judul, x + kiri - 8, y + 20, text_anchor="end")
        for j, (isian, angka) in enumerate(zip(warna, jumlah, strict=True)):
            sel = {"x": x + kiri + j * sisi, "y": y, "width": sisi - 2, "height": tinggi - 2}
            svg.unsur(kelompok, "rect", **sel, fill=isian, stroke=theme.TEKS_KEDUA)
            tanda: dict[str, Any] = {
                "text_anchor": "middle",
                "font_weight": 600,
                "stroke": theme.PUTIH,
                "stroke_width": 4,
            }
            svg.teks(kelompok, angka, x + kiri + (j + 0.5) * sisi, y + 20, paint_order="stroke", **tanda)
        y += tinggi
    for j, judul in enumerate(isi["kolom"]):
        svg.teks(kelompok, judul, x + kiri + (j + 0.5) * sisi, y + 16, text_anchor="middle")
    svg.teks(kelompok, f"{isi['judul_kolom']} →", x + lebar, y + 16 + _TINGGI, text_anchor="end", font_weight=600)
    return y + 16 + _TINGGI


def nomor(induk: Element, isi: Mapping[int, str], ruang: Sequence[Ruang]) -> None:
    """What the numbers on the map stand for, column by column; what finds no room is told as a number."""
    kelompok = svg.unsur(induk, "g", class_="nomor")
    tempat = [(x, atas + i * _TINGGI) for x, atas, bawah in ruang for i in range(1, int((bawah - atas) // _TINGGI) + 1)]
    baris = [f"({angka}) {teks}" for angka, teks in sorted(isi.items())]
    if len(baris) > len(tempat):
        sisa = len(baris) - len(tempat) + 1
        baris = [*baris[: len(tempat) - 1], f"dan {sisa} lagi, lihat tabel"]
    for (x, y), teks in zip(tempat, baris, strict=False):
        svg.teks(kelompok, teks, x, y)


def skala_dan_utara(induk: Element, meter_per_piksel: float, x: float, y: float) -> None:
    """A scale bar of a round length (at most 170 px) and an arrow to the north, which is up."""
    kelompok = svg.unsur(induk, "g", class_="skala", stroke=theme.TEKS, stroke_width=2, fill="none")
    meter = next((m for m in _UKURAN_SKALA if m / meter_per_piksel <= 170), _UKURAN_SKALA[-1])
    panjang = meter / meter_per_piksel
    kata = f"{formats.angka(meter // 1000)} km" if meter >= 1000 else f"{meter} m"
    svg.unsur(kelompok, "path", d=f"M{x:.1f},{y - 8:.1f}v8h{panjang:.1f}v-8")
    svg.teks(kelompok, "0", x, y - 14, text_anchor="middle", stroke="none")
    svg.teks(kelompok, kata, x + panjang, y - 14, text_anchor="middle", stroke="none")
    utara = x + panjang + 46
    svg.unsur(kelompok, "path", d=f"M{utara:.1f},{y:.1f}v-28m-6,10l6,-10l6,10")
    svg.teks(kelompok, "U", utara, y - 33, text_anchor="middle", font_weight=600, stroke="none")
