"""The map as one sheet for print: A4 landscape, with everything that says what it shows. Pure: data in, SVG text out.

Everything stands in pixels of the page and no part is scaled as a group, so that outlines, dashes and patterns look as
on the screen and programs that know no `non-scaling-stroke` draw them too.
"""

from collections.abc import Mapping
from typing import Any
from xml.etree.ElementTree import Element, register_namespace, tostring

from jamsostek import formats, theme
from jamsostek.ekspor import bidang, label, legenda, svg
from jamsostek.ekspor.bidang import Bingkai
from jamsostek.ekspor.keterangan import LAMBANG, Keterangan

LEBAR, TINGGI = 1188, 840
"""Pixels: four for each millimetre of A4 landscape."""

_TEPI = 32
_KANAN = 672  # where the column with inset and legend begins
_SISIPAN = (300, 438)
_LEGENDA = _KANAN + _SISIPAN[0] + 16  # where the legend begins beside an inset


def lembar(peta: Mapping[str, Any], gambar: Mapping[str, Any], keterangan: Keterangan, *, gaya: str = "") -> str:
    """The sheet as SVG text.

    `peta`: data of any map of `figures.maps`; `gambar`: the drawing that the browser fetches (outlines of both levels,
    boxes, tiles); `gaya`: a style sheet to carry along, for the font. Raises KeyError where a part is missing.
    """
    akar = _kertas(peta, keterangan, gaya)
    atas = _kepala(akar, keterangan)
    bawah = _kaki(akar, keterangan)
    if peta.get("bentuk") == "petak" and peta["tingkat"] == "kelurahan" and gambar.get("petak"):
        gambar = bidang.sebagai_petak(gambar)
    areas = [{**area, "nomor": i} for i, area in enumerate(gambar[peta["tingkat"]], start=1)]
    fokus = next((area for area in gambar["kecamatan"] if area["kode"] == peta.get("fokus")), None)
    sisipan = _sisipan(peta, gambar, areas) if fokus is None else []
    daftar = _utama(akar, peta, gambar, areas, fokus, {area["kode"] for area in sisipan}, (atas, bawah))
    if sisipan:
        daftar |= _gambar_sisipan(akar, peta, gambar, sisipan, atas)
    if fokus:
        _letak(akar, gambar, fokus, atas)
    ruang = _samping(akar, peta, (atas, bawah), sisipan=bool(sisipan))
    legenda.nomor(akar, daftar, ruang)
    return tostring(akar, encoding="unicode", xml_declaration=False)


def _samping(
    akar: Element, peta: Mapping[str, Any], batas: tuple[float, float], *, sisipan: bool
) -> list[legenda.Ruang]:
    """The legend, and below the inset the square of two measures; returns what room is left for the numbers' list."""
    atas, bawah = batas
    matriks = peta.get("legenda_matriks")
    kiri, lebar = (_LEGENDA, LEBAR - _TEPI - _LEGENDA) if sisipan else (_KANAN, _SISIPAN[0])
    y = legenda.daftar(akar, peta, kiri, atas, lebar)
    samping = (_LEGENDA, y + 12, bawah)
    y = atas + 24 + _SISIPAN[1] if sisipan else y
    if matriks:
        y = legenda.matriks(akar, matriks, _KANAN, y + 8, _SISIPAN[0])
    ruang: list[legenda.Ruang] = [(_KANAN, y + 12, bawah), (_KANAN + 158, y + 12, bawah), samping]
    if not sisipan:
        return ruang
    sudut = (_KANAN - 200.0, bawah - 190, bawah)  # a map of the whole city leaves this corner free
    return [samping, sudut] if matriks else [*ruang, sudut]


def _kertas(peta: Mapping[str, Any], keterangan: Keterangan, gaya: str) -> Element:
    register_namespace("", svg.RUANG)
    ukuran = {"width": str(LEBAR), "height": str(TINGGI), "viewBox": f"0 0 {LEBAR} {TINGGI}"}
    huruf = {"font-family": f"'{theme.HURUF_CETAK}', 'Source Sans 3', Arial, sans-serif"}
    akar = Element("svg", {"xmlns": svg.RUANG, "lang": "id", "role": "img", **ukuran, **huruf})
    svg.unsur(akar, "title").text = svg.bersih(keterangan.judul)
    svg.unsur(akar, "desc").text = svg.bersih(peta["alt"])
    if gaya:
        svg.unsur(akar, "style").text = gaya
    svg.pola(akar)
    svg.unsur(akar, "rect", width=LEBAR, height=TINGGI, fill=theme.PUTIH)
    return akar


def _kepala(akar: Element, keterangan: Keterangan) -> float:
    """Title, period and filters at the top, the badge of example data beside them; returns where the map may begin."""
    y = _TEPI - 4.0
    for baris in svg.bungkus(keterangan.judul, LEBAR - 2 * _TEPI - 210, 26):
        y += 30
        svg.teks(akar, baris, _TEPI, y, ukuran=26, font_weight=600)
    for baris in svg.bungkus(f"Periode {keterangan.periode} · {keterangan.saringan}", LEBAR - 2 * _TEPI, 16):
        y += 22
        svg.teks(akar, baris, _TEPI, y, ukuran=16)
    if keterangan.contoh:
        lencana = {"x": LEBAR - _TEPI - 180, "y": _TEPI - 10, "width": 180, "height": 38, "fill": theme.TEKS}
        svg.unsur(akar, "rect", **lencana)
        tengah = {"text_anchor": "middle", "font_weight": 600, "fill": theme.PUTIH}
        svg.teks(akar, formats.TANDA_CONTOH, LEBAR - _TEPI - 90, _TEPI + 16, ukuran=20, **tengah)
    return y + 14


def _kaki(akar: Element, keterangan: Keterangan) -> float:
    """Definition, source, boundaries and version at the bottom; returns where the map must end."""
    butir = keterangan.butir()
    paragraf = [
        f"Definisi: {butir['Definisi']} {LAMBANG}",
        f"Sumber: {butir['Sumber']} {butir['Batas wilayah']}",
        f"Versi data {butir['Versi data']} · dibuat {butir['Dibuat']} · status: {keterangan.status}",
    ]
    baris = [baris for isi in paragraf for baris in svg.bungkus(isi, LEBAR - 2 * _TEPI)]
    atas = TINGGI - _TEPI + 8 - len(baris) * 17
    svg.unsur(akar, "line", x1=_TEPI, y1=atas, x2=LEBAR - _TEPI, y2=atas, stroke=theme.GARIS_SUMBU)
    for i, isi in enumerate(baris, start=1):
        svg.teks(akar, isi, _TEPI, atas + i * 17)
    return float(atas - 10)


def _sisipan(peta: Mapping[str, Any], gambar: Mapping[str, Any], areas: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The areas that are drawn once more, enlarged: those of the dense centre, on a map of kelurahan."""
    if peta["tingkat"] != "kelurahan" or peta.get("sisipan") is False:
        return []
    return [area for area in areas if area["induk"] in gambar["kecamatan_sisipan"]]


def _utama(
    akar: Element, peta: Mapping[str, Any], gambar: Mapping[str, Any], areas: list[dict[str, Any]],
    fokus: Mapping[str, Any] | None, diperbesar: set[str], ruang: tuple[float, float],
) -> dict[int, str]:  # fmt: skip
    """The map itself, of the city or of one kecamatan (cut off at the edges); returns what its numbers stand for."""
    atas, bawah = ruang
    tempat = (_TEPI, atas, _KANAN - 2 * _TEPI, bawah - atas)
    bingkai = Bingkai.dalam(bidang.kotak_dari(fokus) if fokus else gambar["kotak"], *tempat)
    kelompok = svg.unsur(akar, "g", id="peta-utama", clip_path=_potong(akar, "potong-utama", *tempat))
    bidang.lukis(kelompok, peta, gambar, bingkai, areas)
    jauh = {area["kode"] for area in areas if fokus and area["induk"] != fokus["kode"]}
    berangka = {area["kode"] for area in areas} - diperbesar - jauh
    daftar = label.tulis(kelompok, peta, [a for a in areas if a["kode"] not in jauh], bingkai, berangka)
    if "petak" not in areas[0]:
        legenda.skala_dan_utara(akar, gambar["meter_per_satuan"] / bingkai.skala, _TEPI + 8, atas + 56)
    return daftar


def _gambar_sisipan(
    akar: Element, peta: Mapping[str, Any], gambar: Mapping[str, Any], areas: list[dict[str, Any]], atas: float
) -> dict[int, str]:
    lebar, tinggi = _SISIPAN
    svg.teks(akar, gambar["judul_sisipan"], _KANAN, atas + 17, font_weight=600)
    tempat = (_KANAN, atas + 24, lebar, tinggi)
    kotak = dict(zip(("x", "y", "width", "height"), tempat, strict=True))
    svg.unsur(akar, "rect", **kotak, fill=theme.SEKITAR, stroke=theme.GARIS_BANTU)
    bingkai = Bingkai.dalam(gambar["kotak_sisipan"], *tempat)
    kelompok = svg.unsur(akar, "g", id="peta-sisipan", clip_path=_potong(akar, "potong-sisipan", *tempat))
    bidang.lukis(kelompok, peta, gambar, bingkai, areas)
    return label.tulis(kelompok, peta, areas, bingkai, {area["kode"] for area in areas})


def _letak(akar: Element, gambar: Mapping[str, Any], fokus: Mapping[str, Any], atas: float) -> None:
    """Where in the city the kecamatan lies that fills the frame."""
    svg.teks(akar, "Letak di kota", _LEGENDA, atas + 17, font_weight=600)
    bingkai = Bingkai.dalam(gambar["kotak"], _LEGENDA, atas + 24, LEBAR - _TEPI - _LEGENDA, 170)
    for area in gambar["kecamatan"]:
        warna = theme.TEKS_KEDUA if area["kode"] == fokus["kode"] else theme.SEKITAR
        svg.unsur(akar, "path", d=bingkai.garis(area["d"]), fill=warna, stroke=theme.GARIS_SUMBU)


def _potong(akar: Element, nama: str, x: float, y: float, lebar: float, tinggi: float) -> str:
    svg.unsur(svg.unsur(akar, "clipPath", id=nama), "rect", x=x, y=y, width=lebar, height=tinggi)
    return f"url(#{nama})"
