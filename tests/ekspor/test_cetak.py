"""PDF and PNG of the sheet: exact size, the colours of the classes, real text, the same bytes for the same input."""

import io
import re

import numpy as np
import pypdf
import pytest
import shapely
from PIL import Image

from jamsostek import theme
from jamsostek.ekspor import cetak, lembar_peta
from jamsostek.figures import maps
from tests.ekspor.conftest import JUNI, KETERANGAN, RUANG, baca, daerah


@pytest.fixture
def svg(peta, gambar) -> str:
    return lembar_peta.lembar({**peta, "terpilih": None}, gambar, KETERANGAN)


def titik(d: str) -> np.ndarray:
    return np.array([tuple(map(float, p)) for p in re.findall(r"(-?[\d.]+),(-?[\d.]+)", d)])


def di_dalam(d: str, label: tuple[float, float]) -> shapely.Point | None:
    """A point of the area, away from its border and its label; None where there is no room for one."""
    luas = shapely.make_valid(shapely.Polygon(titik(max(d.split("M"), key=len)))).buffer(-6)
    sisa = luas.difference(shapely.box(label[0] - 48, label[1] - 30, label[0] + 48, label[1] + 30))
    return sisa.representative_point() if sisa.area > 20 else None


def test_the_png_is_twice_the_sheet_and_its_areas_have_their_colours(svg, peta, gambar):
    png = Image.open(io.BytesIO(cetak.lembar(svg, "png", KETERANGAN, peta["alt"]))).convert("RGB")
    akar = baca(svg)
    assert png.size == (2 * int(str(akar.get("width"))), 2 * int(str(akar.get("height"))))
    areas = {area["kode"]: area for area in gambar["kelurahan"]}
    diperiksa = set()
    for kode, path in daerah(akar).items():
        d, isi = str(path.get("d")), str(path.get("fill"))
        (skala, geser), (_, turun) = (np.polyfit(titik(areas[kode]["d"])[:, i], titik(d)[:, i], 1) for i in (0, 1))
        uji = di_dalam(d, (areas[kode]["x"] * skala + geser, areas[kode]["y"] * skala + turun))
        if isi.startswith("#") and uji is not None:
            assert png.getpixel((round(2 * uji.x), round(2 * uji.y))) == tuple(bytes.fromhex(isi[1:])), kode
            diperiksa.add(isi)
    assert len(diperiksa) >= 4


def test_the_pdf_is_one_page_of_a4_with_real_text_and_no_picture(enam, gambar):
    peta = maps.peta(enam, maps.Tampilan("cakupan", "kecamatan", JUNI))
    svg = lembar_peta.lembar(peta, gambar, KETERANGAN)
    isi = pypdf.PdfReader(io.BytesIO(cetak.lembar(svg, "pdf", KETERANGAN, peta["alt"])))
    (halaman,) = isi.pages
    assert (round(halaman.mediabox.width * 25.4 / 72), round(halaman.mediabox.height * 25.4 / 72)) == (297, 210)
    tertulis = " ".join(halaman.extract_text().split())
    for kata in (KETERANGAN.judul, "Periode Juni 2023", KETERANGAN.versi, "DATA CONTOH", "Oebobo", "20% – < 40%"):
        assert kata in tertulis
    assert isi.metadata.title == KETERANGAN.judul
    assert not halaman.images
    huruf = {font.get_object()["/BaseFont"].split("+")[-1] for font in _huruf(halaman)}
    assert huruf == {"DasborKupang-Regular", "DasborKupang-SemiBold"}


def _huruf(halaman) -> list:
    """The fonts of a page and of the forms in it."""
    ditemukan, tunggu = [], [halaman["/Resources"]]
    while tunggu:
        sumber = tunggu.pop().get_object()
        ditemukan += list(sumber.get("/Font", {}).values())
        bentuk = [f.get_object() for f in (*sumber.get("/XObject", {}).values(), *sumber.get("/Pattern", {}).values())]
        tunggu += [f["/Resources"] for f in bentuk if "/Resources" in f]
    return ditemukan


def test_the_same_input_gives_the_same_bytes(svg, peta):
    sekali, lagi = (cetak.lembar(svg, "pdf", KETERANGAN, peta["alt"]) for _ in range(2))
    assert sekali == lagi


def test_what_a_page_is_given_is_data_and_never_markup():
    isi = {"kata": '#text(fill: red)[x] "\\ $1 #panic("a")'}
    sumber = '#set page(width: 400pt, height: 60pt)\n#text(font: "Dasbor Kupang", sys.inputs.kata)'
    pdf = pypdf.PdfReader(io.BytesIO(cetak.halaman(sumber, "pdf", isi, dibuat=KETERANGAN.dibuat)))
    assert isi["kata"] in " ".join(pdf.pages[0].extract_text().split())


def test_a_wrong_source_is_told_and_several_pages_are_no_single_picture():
    with pytest.raises(cetak.CetakError):
        cetak.halaman("#tidak_ada()", "pdf", dibuat=KETERANGAN.dibuat)
    with pytest.raises(cetak.CetakError):
        cetak.halaman("#pagebreak()", "png", dibuat=KETERANGAN.dibuat)


def test_the_svg_to_take_away_carries_its_fonts_and_still_parses(peta, gambar):
    akar = baca(lembar_peta.lembar(peta, gambar, KETERANGAN, gaya=cetak.gaya_huruf()))
    gaya = akar.find(f"{RUANG}style")
    assert gaya is not None
    assert str(gaya.text).count("data:font/ttf;base64,") == 2
    assert theme.HURUF_CETAK in str(akar.get("font-family"))
