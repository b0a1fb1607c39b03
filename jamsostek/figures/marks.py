"""What stands on a trend beside its lines: target path, events, the marked month, a note."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

import plotly.graph_objects as go

from jamsostek import formats, theme
from jamsostek.figures import TanpaNilai, axes
from jamsostek.figures.lembar import Lembar
from jamsostek.figures.lines import Garis

Peristiwa = Sequence[tuple[date, str]]
Sasaran = Sequence[tuple[date, float]]
Titik = tuple[float, float]

LEBAR_ANGGAPAN = 200  # px of plot assumed when event labels are stacked: a phone is the hard case


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


def gambar_sasaran(fig: go.Figure | Lembar, jalur: Sequence[Titik], target: Sasaran) -> None:
    """Dashed target path with the word 'Sasaran' and the next goal at its end."""
    if not jalur:
        return
    berikut = min((t for t in target if axes.nomor_bulan(t[0]) >= jalur[-1][0]), default=max(target))
    label = f"{formats.persen(berikut[1]).replace(',0%', '%')}<br>{formats.bulan_pendek(berikut[0])}"
    fig.add_scatter(
        x=[x for x, _ in jalur],
        y=[round(y, 4) for _, y in jalur],
        mode="lines",
        line={"color": theme.WARNA_SASARAN, "width": theme.TEBAL_SASARAN, "dash": "dash"},
        name="Sasaran",
        hovertext=[f"{formats.bulan_pendek(axes.bulan_dari(int(x)))}: {formats.persen(y)}" for x, y in jalur],
        hovertemplate="<b>Sasaran</b><br>%{hovertext}<extra></extra>",
    )
    fig.add_annotation(
        x=jalur[-1][0], y=round(jalur[-1][1], 4), text=f"<b>Sasaran</b> {label}", showarrow=False,
        xanchor="left", xshift=8, align="left", font={"color": theme.WARNA_SASARAN, "size": theme.UKURAN_GRAFIK},
    )  # fmt: skip


def tandai(fig: go.Figure | Lembar, garis: Garis, bulan: date | None, label: str, *, di_bawah: bool) -> None:
    """Dot and label on the last value, and a dot on the chosen month when that is another one.

    `di_bawah` puts the label under the point, where a target path goes on to the right of it.
    """
    if garis.akhir is None:
        raise TanpaNilai("no value to draw")
    x_akhir, y_akhir = garis.akhir
    titik = {x_akhir: y_akhir}
    nomor = None if bulan is None else axes.nomor_bulan(bulan) - garis.awal
    if nomor is not None and 0 <= nomor < len(garis.nilai) and (nilai := garis.nilai[nomor]) is not None:
        titik[garis.awal + nomor] = nilai
    fig.add_scatter(
        x=list(titik), y=list(titik.values()), mode="markers", hoverinfo="skip", name="",
        marker={"size": 11, "color": garis.warna, "line": {"color": theme.PUTIH, "width": 2}},
    )  # fmt: skip
    geser = {"yanchor": "top", "yshift": -10, "xanchor": "center"} if di_bawah else {"xanchor": "left", "xshift": 10}
    fig.add_annotation(
        x=x_akhir, y=y_akhir, text=f"<b>{label}</b>", showarrow=False,
        font={"color": garis.warna, "size": theme.UKURAN_TEKS}, **geser,
    )  # fmt: skip


def gambar_peristiwa(fig: go.Figure | Lembar, peristiwa: Peristiwa, awal: int, akhir: int) -> int:
    """Thin vertical lines with labels above the plot, stacked so that none overlap; returns the number of rows."""
    dalam = sorted((axes.nomor_bulan(h), teks) for h, teks in peristiwa if awal <= axes.nomor_bulan(h) <= akhir)
    px = LEBAR_ANGGAPAN / (akhir - awal + 1)
    ujung_baris: list[float] = []
    for x, teks in dalam:
        lebar = len(teks) * axes.LEBAR_HURUF + 12
        kanan = (x - awal) * px + lebar <= LEBAR_ANGGAPAN
        kiri_px = (x - awal) * px - (0 if kanan else lebar)
        baris = next((i for i, ujung in enumerate(ujung_baris) if ujung <= kiri_px), len(ujung_baris))
        ujung_baris[baris : baris + 1] = [kiri_px + lebar]
        fig.add_shape(
            type="line", x0=x, x1=x, y0=0, y1=1, yref="paper", layer="below",
            line={"color": theme.GARIS_SUMBU, "width": 1},
        )  # fmt: skip
        fig.add_annotation(
            x=x, y=1, yref="paper", text=teks, showarrow=False, yanchor="bottom", yshift=baris * axes.TINGGI_BARIS,
            xanchor="left" if kanan else "right", font={"size": theme.UKURAN_CATATAN, "color": theme.TEKS_KEDUA},
        )  # fmt: skip
    return len(ujung_baris)


def catatan(fig: go.Figure | Lembar, teks: str) -> None:
    """A note inside the top left of the plot, about what the chart leaves out."""
    fig.add_annotation(
        x=0, y=1, xref="paper", yref="paper", text=teks, showarrow=False, xanchor="left", yanchor="top", align="left",
        font={"size": theme.UKURAN_CATATAN, "color": theme.TEKS_KEDUA},
    )  # fmt: skip
