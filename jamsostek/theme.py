"""Colours, type sizes and the Plotly layout every figure starts from.

The coverage palette was chosen by random search for the largest minimum CIEDE2000 between neighbours under normal,
deutan, protan and tritan vision with falling lightness; it turns from amber-brown to navy exactly at the target.
Red and green are never used as a pair. Colours are drawn at full opacity, in map and legend alike.
"""

from collections.abc import Iterable
from itertools import zip_longest
from typing import Any, NamedTuple

TEKS = "#1A1A1A"
TEKS_KEDUA = "#595959"  # the lightest grey allowed for text: 7:1 on white
PUTIH = "#FFFFFF"
GARIS_BANTU = "#D9D9D9"
GARIS_SUMBU = "#8C8C8C"
NAVY = "#1B2F62"


class Warna(NamedTuple):
    """A fill and the text colour that is readable on it."""

    isi: str
    teks: str


KELAS_CAKUPAN = (
    Warna("#FDF5DB", TEKS),
    Warna("#EAC685", TEKS),
    Warna("#DA9522", TEKS),
    Warna("#B36B10", PUTIH),  # 4.2:1 only: text on it must be bold and at least 24 px, or stand beside the area
    Warna("#8A4419", PUTIH),
    Warna(NAVY, PUTIH),
)
# Persons without protection: one purple hue, so that nobody reads it as coverage.
KELAS_GAP = (
    Warna("#F6F0FA", TEKS),
    Warna("#D9C2E9", TEKS),
    Warna("#B893D6", TEKS),
    Warna("#945DBC", PUTIH),
    Warna("#6A3494", PUTIH),
    Warna("#42126A", PUTIH),
)
# Unemployment: one blue-grey hue, told apart from both ramps above.
KELAS_PENGANGGUR = (
    Warna("#F0F5F6", TEKS),
    Warna("#BFD0D5", TEKS),
    Warna("#8FAEB7", TEKS),
    Warna("#638F9B", TEKS),
    Warna("#33636F", PUTIH),
    Warna("#0F3F4A", PUTIH),
)
# Participants (a count, more is better): one blue hue ending in the navy of the coverage line.
KELAS_PESERTA = (
    Warna("#EFF3FB", TEKS),
    Warna("#BDCBEA", TEKS),
    Warna("#92A9DA", TEKS),
    Warna("#6584C6", TEKS),
    Warna("#3A5AA0", PUTIH),
    Warna(NAVY, PUTIH),
)
# Completeness of the recording: one rose hue, since it stands beside the coverage map and must not be read as coverage.
KELAS_KELENGKAPAN = (
    Warna("#FBF3F7", TEKS),
    Warna("#EAC1D5", TEKS),
    Warna("#D78FB3", TEKS),
    Warna("#C06592", TEKS),
    Warna("#9F356A", PUTIH),
    Warna("#65123B", PUTIH),
)
_KELAS_METRIK = {
    "cakupan": KELAS_CAKUPAN,
    "belum_terlindungi": KELAS_GAP,
    "peserta": KELAS_PESERTA,
    "penganggur": KELAS_PENGANGGUR,
    "tpt": KELAS_PENGANGGUR,
    "kelengkapan": KELAS_KELENGKAPAN,
}

# Differences, from the worst worsening to the best improvement: orange, a neutral middle, purple.
KELAS_SELISIH = (
    Warna("#8F4300", PUTIH),
    Warna("#DB7F22", TEKS),
    Warna("#FBCB90", TEKS),
    Warna("#F4F4F4", TEKS),
    Warna("#C9C6EC", TEKS),
    Warna("#8F86CC", TEKS),
    Warna("#48278A", PUTIH),
)
# Two measures at once: rows from the highest class of the second measure down, columns from the lowest coverage up.
# Blue grows with coverage, orange with the other measure, and both together darken.
KELAS_BERDUA = (
    (Warna("#E0862A", TEKS), Warna("#A0603F", PUTIH), Warna("#3B2030", PUTIH)),
    (Warna("#F0BE86", TEKS), Warna("#A893A0", TEKS), Warna("#343C6E", PUTIH)),
    (Warna("#F3F0EA", TEKS), Warna("#A9C3DE", TEKS), Warna("#3F78B5", PUTIH)),
)

# States other than a value.
TANPA_DATA = Warna(PUTIH, TEKS)
TANPA_DATA_ARSIR = "#8C8C8C"  # 45 degree lines, 1 px, 8 px apart
DISEMBUNYIKAN = Warna(PUTIH, TEKS)
DISEMBUNYIKAN_TITIK = "#595959"  # dots of 2 px
TIDAK_BERLAKU = Warna("#E7E7E7", TEKS)
BELUM_DIKETAHUI = Warna(PUTIH, TEKS)
BELUM_DIKETAHUI_TANDA = "#595959"  # question marks
DI_ATAS_100_GARIS = "#B3261E"  # 3 px dashed outline around the class colour, with "!"

BATAS_KELURAHAN = PUTIH
BATAS_KECAMATAN = "#333333"
PILIHAN = TEKS
SEKITAR = "#F2F2F2"  # coast and neighbours

# Lines told apart under the three kinds of colour blindness and at least 4.5:1 on white, because the label at the end
# of each line wears its colour. By the place of a kecamatan among the city's, so that it keeps its colour everywhere.
PALET_KECAMATAN = ("#113B25", "#BC2EC5", "#4D1060", "#D53719", "#2D19E0", "#3B7C81")
PALET_SEGMEN = {"PU": "#325CE5", "BPU": "#D53719", "JAKON": "#4D1060", "PMI": "#B35971"}
# Who pays, under the same rules: mandiri in the navy of coverage, the subsidised ones in loud colours
PALET_IURAN = {
    "mandiri": NAVY, "pemberi_kerja": "#3B7C81", "apbd_kota": "#BC2EC5", "apbd_provinsi": "#D53719",
    "dana_desa": "#4D1060", "lembaga": "#113B25", "tidak diketahui": TEKS_KEDUA,
}  # fmt: skip
WARNA_LAIN = TEKS_KEDUA
WARNA_CAKUPAN = NAVY
WARNA_PEMBANDING = ("#8A4419", TEKS_KEDUA)  # the kecamatan and the city behind a place
WARNA_SASARAN = TEKS
WARNA_PENGANGGUR = "#33636F"
WARNA_MASUK = NAVY
WARNA_KEMBALI = "#6584C6"
WARNA_KELUAR = "#B36B10"
WARNA_PINDAH = "#8C8C8C"
WARNA_REDUP = "#A6A6A6"  # lines in the background of a selection; never text
# Better and worse on change figures: blue and brown, never green and red.
WARNA_MEMBAIK = NAVY
WARNA_MEMBURUK = "#8A4419"

HURUF = '"Source Sans", sans-serif'  # bundled by Streamlit: no request to another host
HURUF_CETAK = "Dasbor Kupang"  # the same letters in data/huruf, under the name that their licence asks for
UKURAN_TEKS = 16
UKURAN_TABEL = 15
UKURAN_GRAFIK = 14
UKURAN_CATATAN = 13  # never smaller
UKURAN_KPI = 40
TEBAL_GARIS = 4
TEBAL_SASARAN = 3
TINGGI_GRAFIK = 360

CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}


def kelas_warna(kunci: str, jumlah_kelas: int = 6) -> tuple[Warna, ...]:
    """`jumlah_kelas` (2..6) colours of a metric, from its first class to its last.

    Fewer than six happens when the target lies below a coverage break: the darkest steps before the last are left out,
    so a colour keeps its meaning and the last still says "target reached". Raises KeyError, ValueError.
    """
    semua = _KELAS_METRIK[kunci]
    if not 2 <= jumlah_kelas <= len(semua):
        raise ValueError(f"between 2 and {len(semua)} classes, got {jumlah_kelas}")
    return (*semua[: jumlah_kelas - 1], semua[-1])


def kelas_selisih(*, naik_membaik: bool) -> tuple[Warna, ...]:
    """Colours from the largest fall to the largest rise; purple where that is an improvement."""
    return KELAS_SELISIH if naik_membaik else KELAS_SELISIH[::-1]


def warna_kecamatan(kode: Iterable[str]) -> dict[str, str]:
    """Line colour of each kecamatan from the codes of all of the city's; grey where the palette has no more."""
    codes = sorted(set(kode))
    return dict(zip_longest(codes, PALET_KECAMATAN[: len(codes)], fillvalue=WARNA_LAIN))


def sumbu(**lain: Any) -> dict[str, Any]:
    """Axis settings: light gridlines, no zero line, no zooming by mistake; `lain` overrides."""
    return {
        "gridcolor": GARIS_BANTU,
        "gridwidth": 1,
        "zeroline": False,
        "linecolor": GARIS_SUMBU,
        "tickfont": {"size": UKURAN_CATATAN, "color": TEKS},
        "fixedrange": True,
        **lain,
    }


def layout(tinggi: int = TINGGI_GRAFIK, **lain: Any) -> dict[str, Any]:
    """Layout every figure starts from; pass to Figure.update_layout. `lain` overrides single keys.

    template None: Plotly's default one adds 6 kB and English-locale styling to each figure.
    """
    return {
        "template": None,
        "separators": ",.",
        "height": tinggi,
        "font": {"family": HURUF, "size": UKURAN_GRAFIK, "color": TEKS},
        "paper_bgcolor": PUTIH,
        "plot_bgcolor": PUTIH,
        "margin": {"l": 8, "r": 16, "t": 16, "b": 8},
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": PUTIH,
            "bordercolor": TEKS,
            "align": "left",
            "font": {"family": HURUF, "size": UKURAN_GRAFIK, "color": TEKS},
        },
        "showlegend": False,
        "dragmode": False,
        "modebar": {"remove": ["zoom", "pan", "select", "lasso2d", "autoScale2d", "resetScale2d", "toImage"]},
        **lain,
    }
