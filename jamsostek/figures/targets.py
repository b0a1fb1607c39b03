"""Target paths on a trend: the city's own, and those of other issuers, each a line of its own."""

import html
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import plotly.graph_objects as go

from jamsostek import formats, theme
from jamsostek.figures import axes
from jamsostek.figures.labels import Label
from jamsostek.figures.lembar import Lembar
from jamsostek.sasaran import Jalur

Sasaran = Sequence[tuple[date, float]]
Titik = tuple[float, float]

JANGKAUAN = 96  # months after the last value: 2045 in one view with the last years would press them flat
POLA = ("dot", "dashdot", "longdash", "longdashdot", "2px,6px", "14px,4px", "8px,3px,2px,3px,2px,3px")
HURUF_NAMA = 24  # letters of an issuer's name in its label; more stand in the table
RUANG_LABEL = 240  # px to the right of the plot for 'BPJS Ketenagakerjaan NTT 60% 2025'


def jalur_sasaran(target: Sasaran, ujung: tuple[int, float], awal: int, batas: int) -> list[Titik]:
    """The target path as (month position, ratio) points between `awal` and `batas`; empty without a target.

    It runs straight from the last actual value `ujung` to the coming targets; where an earlier target is known the path
    goes through the published points alone, and after the last of them it stays level.
    """
    titik = sorted((float(axes.nomor_bulan(hari)), rasio) for hari, rasio in target)
    if not titik:
        return []
    if titik[0][0] > ujung[0]:
        titik.insert(0, (float(ujung[0]), ujung[1]))
    akhir = min(float(batas), max(titik[-1][0], float(ujung[0])))
    mulai = max(float(awal), titik[0][0])
    tengah = [t for t in titik if mulai < t[0] < akhir]
    return [(mulai, _pada(titik, mulai)), *tengah, (akhir, _pada(titik, akhir))]


def _pada(titik: Sequence[Titik], x: float) -> float:
    """Height of the path at x: linear between points, level outside them."""
    if x <= titik[0][0]:
        return titik[0][1]
    for (x0, y0), (x1, y1) in pairwise(titik):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0) if x1 > x0 else y1
    return titik[-1][1]


def gambar_sasaran(fig: go.Figure | Lembar, jalur: Sequence[Titik], target: Sasaran, nama: str) -> Label | None:
    """Dashed target path; returns its label, `nama` and the next goal, or None where there is no path."""
    if not jalur:
        return None
    berikut = min((t for t in target if axes.nomor_bulan(t[0]) >= jalur[-1][0]), default=max(target))
    _garis(fig, jalur, nama, theme.TEBAL_SASARAN, "dash", theme.WARNA_SASARAN)
    teks = f"<b>{nama}</b> {persen(berikut[1])}<br>{formats.bulan_pendek(berikut[0])}"
    return Label(*jalur[-1], teks, theme.WARNA_SASARAN, theme.WARNA_SASARAN)


def gambar_lain(
    fig: go.Figure | Lembar, lain: Sequence[Jalur], akhir: int, awal: int, batas: int, wilayah: str
) -> list[Label]:
    """The line of each other issuer, with a pattern of its own; returns their labels.

    None begins at the actual line or at another issuer's: up to its first target it is level at that ratio. `wilayah`
    is the code of the place whose line is shown.
    """
    label = []
    for nomor, one in enumerate(lain):
        jalur = jalur_sasaran(one.titik, (akhir, one.titik[0][1]), awal, batas)
        nama = html.escape(one.penerbit, quote=False)
        _garis(fig, jalur, nama, 2, POLA[nomor % len(POLA)], theme.TEKS_KEDUA, dasar(one, wilayah))
        berikut = min((t for t in one.titik if axes.nomor_bulan(t[0]) >= jalur[-1][0]), default=one.titik[-1])
        pendek = one.penerbit if len(one.penerbit) <= HURUF_NAMA else f"{one.penerbit[: HURUF_NAMA - 1]}…"
        teks = f"{html.escape(pendek, quote=False)} <b>{persen(berikut[1])}</b> {_kapan(berikut[0])}"
        label.append(Label(*jalur[-1], f"{teks}<br>{dasar(one, wilayah)}", theme.TEKS_KEDUA, theme.GARIS_SUMBU))
    return label


def batas_lain(lain: Sequence[Jalur], akhir: int) -> int:
    """The last month position that the other issuers ask for, at most JANGKAUAN after the last value."""
    hari = [axes.nomor_bulan(one.titik[-1][0]) for one in lain]
    return min(max(hari, default=akhir), akhir + JANGKAUAN)


def dasar(jalur: Jalur, wilayah: str) -> str:
    """How the basis of an issuer's target differs from the shown line: 'Indonesia, penyebut lain'."""
    return "penyebut menurut penerbit" if jalur.wilayah == wilayah else f"{jalur.nama_wilayah}, penyebut lain"


def _garis(
    fig: go.Figure | Lembar, jalur: Sequence[Titik], nama: str, tebal: int, pola: str, warna: str, catatan: str = ""
) -> None:
    akhiran = f"<br>{catatan}" if catatan else ""
    fig.add_scatter(
        x=[x for x, _ in jalur],
        y=[round(y, 4) for _, y in jalur],
        mode="lines",
        line={"color": warna, "width": tebal, "dash": pola},
        name=nama,
        hovertext=[f"{formats.bulan_pendek(axes.bulan_dari(int(x)))}: {formats.persen(y)}" for x, y in jalur],
        hovertemplate=f"<b>{nama}</b><br>%{{hovertext}}{akhiran}<extra></extra>",
    )


def persen(rasio: float) -> str:
    """A target without a useless decimal: '60%', '52,2%'."""
    return formats.persen(rasio).replace(",0%", "%")


def _kapan(hari: date) -> str:
    """The year of a target that is due at its end, else month and year."""
    return str(hari.year) if hari.month == 12 else formats.bulan_pendek(hari)
