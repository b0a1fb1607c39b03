"""Areas on the sheet: outlines or tiles, moved from the drawing to the page, with colour, borders and choice."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from jamsostek import theme
from jamsostek.ekspor import svg
from jamsostek.metrics import Keadaan

LAPIS = ("wilayah", "lebih", "batas", "pilihan")
TEBAL_KECAMATAN = 2.5
_PASANGAN = re.compile(r"(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)")
_SISI = 100  # of a tile, in units of the drawing
_TANPA_SEL = {"keadaan": Keadaan.TANPA_DATA.value, "kelas": "", "warna": theme.PUTIH, "warna_teks": theme.TEKS,
              "teks": "", "keterangan": []}  # fmt: skip


@dataclass(frozen=True)
class Bingkai:
    """From units of the drawing to pixels of the page: x * skala + dx, y * skala + dy."""

    skala: float
    dx: float
    dy: float

    @classmethod
    def dalam(cls, kotak: Sequence[float], x: float, y: float, lebar: float, tinggi: float) -> "Bingkai":
        """The largest picture of `kotak` (x, y, width, height) in the middle of a place on the page."""
        kiri, atas, panjang, turun = kotak
        skala = min(lebar / panjang, tinggi / turun)
        tengah_x, tengah_y = x + (lebar - panjang * skala) / 2, y + (tinggi - turun * skala) / 2
        return cls(skala, tengah_x - kiri * skala, tengah_y - atas * skala)

    def titik(self, x: float, y: float) -> tuple[float, float]:
        """A point of the drawing on the page."""
        return x * self.skala + self.dx, y * self.skala + self.dy

    def garis(self, d: str) -> str:
        """Path data on the page: no scaled group, so that lines and patterns keep their pixels."""

        def pindah(pasangan: re.Match[str]) -> str:
            x, y = self.titik(float(pasangan[1]), float(pasangan[2]))
            return f"{x:.2f},{y:.2f}"

        return _PASANGAN.sub(pindah, d)


def sel(peta: Mapping[str, Any], kode: str) -> Mapping[str, Any]:
    """The cell of an area; one without data where the map has none."""
    hasil: Mapping[str, Any] = peta["sel"].get(kode, _TANPA_SEL)
    return hasil


def sebagai_petak(gambar: Mapping[str, Any]) -> dict[str, Any]:
    """The drawing with a tile in place of each outline, same keys; nothing is enlarged beside it."""
    tata = gambar["petak"]
    kelurahan = [_petak(area, *tata["sel"][area["kode"]]) for area in gambar["kelurahan"]]
    kecamatan = [
        {**area, "d": _tepi([k for k in kelurahan if k["induk"] == area["kode"]])} for area in gambar["kecamatan"]
    ]
    kotak = [-4, -4, tata["kolom"] * _SISI + 8, tata["baris"] * _SISI + 8]
    return {**gambar, "kotak": kotak, "kelurahan": kelurahan, "kecamatan": kecamatan, "kecamatan_sisipan": []}


def _petak(area: Mapping[str, Any], kolom: int, baris: int) -> dict[str, Any]:
    x, y = kolom * _SISI, baris * _SISI
    kiri, atas, kanan, bawah = x + 2, y + 2, x + _SISI - 2, y + _SISI - 2
    d = f"M{kiri},{atas}L{kanan},{atas}L{kanan},{bawah}L{kiri},{bawah}Z"
    return {**area, "d": d, "x": x + _SISI / 2, "y": y + _SISI / 2, "r": _SISI / 2, "petak": True}


def _tepi(kelompok: Sequence[Mapping[str, Any]]) -> str:
    """The sides of a group of tiles that no other tile of the group shares."""
    ada = {(area["x"], area["y"]) for area in kelompok}
    tengah = _SISI / 2
    bagian = []
    for x, y in sorted(ada):
        for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            if (x + dx * _SISI, y + dy * _SISI) not in ada:
                ujung_x, ujung_y = x + dx * tengah, y + dy * tengah
                samping_x, samping_y = dy * tengah, dx * tengah
                bagian.append(
                    f"M{ujung_x - samping_x},{ujung_y - samping_y}L{ujung_x + samping_x},{ujung_y + samping_y}"
                )
    return "".join(bagian)


def kotak_dari(area: Mapping[str, Any]) -> list[float]:
    """The box around one area with a little room: x, y, width, height in units of the drawing."""
    titik = [(float(x), float(y)) for x, y in _PASANGAN.findall(area["d"])]
    xs, ys = [x for x, _ in titik], [y for _, y in titik]
    lebar, tinggi = max(xs) - min(xs), max(ys) - min(ys)
    sela = 0.04 * max(lebar, tinggi)
    return [min(xs) - sela, min(ys) - sela, lebar + 2 * sela, tinggi + 2 * sela]


def lukis(
    induk: Element, peta: Mapping[str, Any], gambar: Mapping[str, Any], bingkai: Bingkai, areas: Iterable[Any]
) -> None:
    """The areas with their fills, then what lies over them: above 100 %, kecamatan borders, the chosen one."""
    areas = list(areas)
    lapis = {nama: svg.unsur(induk, "g", class_=nama) for nama in LAPIS}
    for area in areas:
        _daerah(lapis, peta, area, bingkai)
    per_kelurahan = peta["tingkat"] == "kelurahan"
    batas = {area["induk"] for area in areas} if per_kelurahan else set()
    kecamatan = [area for area in gambar["kecamatan"] if area["kode"] in batas]
    for area in kecamatan:
        _garis(lapis["batas"], bingkai.garis(area["d"]), theme.BATAS_KECAMATAN, TEBAL_KECAMATAN)
    bentuk = {area["kode"]: area["d"] for area in (*kecamatan, *areas)}
    fokus, terpilih = peta.get("fokus"), peta.get("terpilih")
    if fokus in bentuk:
        _garis(lapis["pilihan"], bingkai.garis(bentuk[fokus]), theme.BATAS_KECAMATAN, 5)
    if terpilih in bentuk and terpilih != fokus:
        _garis(lapis["pilihan"], bingkai.garis(bentuk[terpilih]), theme.PUTIH, 8)
        _garis(lapis["pilihan"], bingkai.garis(bentuk[terpilih]), theme.PILIHAN, 4)


def _daerah(lapis: Mapping[str, Element], peta: Mapping[str, Any], area: Mapping[str, Any], bingkai: Bingkai) -> None:
    cell = sel(peta, area["kode"])
    d = bingkai.garis(area["d"])
    tepi, tebal = (theme.GARIS_SUMBU if cell["keadaan"] in svg.BERPOLA else theme.BATAS_KELURAHAN), 1.0
    if peta["tingkat"] == "kecamatan":
        tepi, tebal = theme.BATAS_KECAMATAN, TEBAL_KECAMATAN
    bentuk = svg.unsur(
        lapis["wilayah"], "path", d=d, fill=svg.isi(cell["keadaan"], cell["warna"]), stroke=tepi, stroke_width=tebal,
        data_kode=area["kode"], data_keadaan=cell["keadaan"], data_kelas=cell["kelas"],
    )  # fmt: skip
    svg.unsur(bentuk, "title").text = svg.bersih(". ".join(cell["keterangan"]) or area["nama"])
    if cell["keadaan"] == Keadaan.DI_ATAS_100.value:
        _garis(lapis["lebih"], d, theme.DI_ATAS_100_GARIS, 3, stroke_dasharray="6 4")


def _garis(induk: Element, d: str, warna: str, tebal: float, **lain: str) -> None:
    svg.unsur(induk, "path", d=d, fill="none", stroke=warna, stroke_width=tebal, stroke_linejoin="round", **lain)
