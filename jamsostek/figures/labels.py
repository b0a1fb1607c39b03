"""Texts beside the plot that do not overlap, each joined to what it names by a thin leader."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from jamsostek import theme
from jamsostek.figures import axes
from jamsostek.figures.lembar import Lembar


@dataclass(frozen=True)
class Label:
    """A text to the right of the plot for what ends at (x, y), with its colour and that of the leader to it."""

    x: float
    y: float
    teks: str
    warna: str
    penghubung: str


def label_kanan(
    fig: go.Figure | Lembar,
    label: Sequence[Label],
    tepi: float,
    rentang_y: Sequence[float],
    tinggi: float,
    *,
    baris: int = 1,
) -> None:
    """Texts of `baris` lines from `tepi` (a month position) on, spread so that no two overlap in `tinggi` px of plot.

    A thin leader joins label and line end.
    """
    bawah, atas = rentang_y
    jarak = (atas - bawah) * (baris * axes.TINGGI_BARIS + 2) / tinggi
    tempat = axes.sebar([one.y for one in label], jarak, bawah + jarak / 2, atas - jarak / 2)
    for one, label_y in zip(label, tempat, strict=True):
        fig.add_annotation(
            x=one.x,
            y=round(one.y, 4),
            ax=tepi,
            ay=round(label_y, 4),
            axref="x",
            ayref="y",
            text=one.teks,
            xanchor="left",
            align="left",
            showarrow=True,
            arrowhead=0,
            arrowwidth=1,
            arrowcolor=one.penghubung,
            font={"color": one.warna, "size": theme.UKURAN_GRAFIK},
        )
