"""What stands on a trend beside its lines: events, breaks, the marked month, pins of notes, a note."""

import html
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import plotly.graph_objects as go

from jamsostek import theme
from jamsostek.figures import TanpaNilai, axes
from jamsostek.figures.lembar import Lembar
from jamsostek.figures.lines import Garis
from jamsostek.putus import Putus

Peristiwa = Sequence[tuple[date, str]]

UKURAN_PIN = 20  # px
LEBAR_ANGGAPAN = 200  # px of plot assumed when event labels are stacked: a phone is the hard case


def tandai(fig: go.Figure | Lembar, garis: Garis, bulan: date | None, label: str, *, di_bawah: bool) -> None:
    """Dot and label on the last value, and a dot on the chosen month when that is another one.

    `di_bawah` puts the label under the point, where a target path goes on to the right of it, or above it where there
    is no room down to the axis. The dot of a provisional
    value is hollow, and its label says so.
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
        marker={"size": 11, "color": _isi(garis, titik), "line": {"color": _tepi(garis, titik), "width": 2}},
    )  # fmt: skip
    keterangan = "<br>sementara" if garis.akhir_sementara else ""
    geser: dict[str, Any] = {"xanchor": "left", "xshift": 10}
    if di_bawah:
        tempat = {"yanchor": "bottom", "yshift": 10} if _rendah(garis) else {"yanchor": "top", "yshift": -10}
        geser = {"xanchor": "right", **tempat}
    fig.add_annotation(
        x=x_akhir, y=y_akhir, text=f"<b>{label}</b>{keterangan}", showarrow=False,
        font={"color": garis.warna, "size": theme.UKURAN_TEKS}, **geser,
    )  # fmt: skip


def _rendah(garis: Garis) -> bool:
    """Whether the label of the last value has no room between the line and the axis: one line of text, or two."""
    return garis.akhir is not None and garis.akhir[1] < (0.25 if garis.akhir_sementara else 0.15)


def _isi(garis: Garis, titik: Iterable[int]) -> str | list[str]:
    """Fill of the dots: white where the month is provisional; one colour for all where none is."""
    if garis.sementara is None:
        return garis.warna
    return [theme.PUTIH if x >= garis.sementara else garis.warna for x in titik]


def _tepi(garis: Garis, titik: Iterable[int]) -> str | list[str]:
    if garis.sementara is None:
        return theme.PUTIH
    return [garis.warna if x >= garis.sementara else theme.PUTIH for x in titik]


def gambar_peristiwa(
    fig: go.Figure | Lembar, peristiwa: Peristiwa, awal: int, akhir: int, putus: Sequence[Putus] = ()
) -> int:
    """Thin vertical lines with labels above the plot, stacked so that none overlap; returns the number of rows.

    A break stands half a month before its first month, with a dotted line, and says why.
    """
    semua = [(float(axes.nomor_bulan(h)), teks, "solid") for h, teks in peristiwa]
    semua += [(axes.nomor_bulan(one.bulan) - 0.5, one.sebab.value, "dot") for one in putus]
    dalam = sorted(one for one in semua if awal <= one[0] <= akhir)
    px = LEBAR_ANGGAPAN / (akhir - awal + 1)
    ujung_baris: list[float] = []
    for x, teks, pola in dalam:
        lebar = len(teks) * axes.LEBAR_HURUF + 12
        kanan = (x - awal) * px + lebar <= LEBAR_ANGGAPAN
        kiri_px = (x - awal) * px - (0 if kanan else lebar)
        baris = next((i for i, ujung in enumerate(ujung_baris) if ujung <= kiri_px), len(ujung_baris))
        ujung_baris[baris : baris + 1] = [kiri_px + lebar]
        fig.add_shape(
            type="line", x0=x, x1=x, y0=0, y1=1, yref="paper", layer="below",
            line={"color": theme.GARIS_SUMBU, "width": 1, **({} if pola == "solid" else {"dash": pola})},
        )  # fmt: skip
        fig.add_annotation(
            x=x, y=1, yref="paper", text=html.escape(teks, quote=False), showarrow=False, yanchor="bottom",
            yshift=baris * axes.TINGGI_BARIS, xanchor="left" if kanan else "right",
            font={"size": theme.UKURAN_CATATAN, "color": theme.TEKS_KEDUA},
        )  # fmt: skip
    return len(ujung_baris)


def gambar_pin(
    fig: go.Figure | Lembar, pin: Sequence[tuple[int, date]], garis: Garis, awal: int, akhir: int,
    rentang_y: Sequence[float], tinggi: float,
) -> None:  # fmt: skip
    """Numbered discs above the line at their months; none covers another where the plot (`tinggi` px) has the room.

    Where the label of the last value stands above the line, they begin above that.
    """
    dalam = [(nomor, axes.nomor_bulan(hari)) for nomor, hari in pin if awal <= axes.nomor_bulan(hari) <= akhir]
    if not dalam:
        return
    bawah, atas = rentang_y
    px_x, px_y = LEBAR_ANGGAPAN / (akhir - awal + 1), tinggi / (atas - bawah)
    nilai = [_nilai_pada(garis, x) for _, x in dalam]
    angkat = 2 * axes.TINGGI_BARIS + 8 if _rendah(garis) else 0
    titik = [((x - awal) * px_x, (y - bawah) * px_y + angkat) for (_, x), y in zip(dalam, nilai, strict=True)]
    letak = susun_pin(titik, tinggi)
    fig.add_scatter(
        x=[x for _, x in dalam], y=[round(bawah + y / px_y, 4) for y in letak], text=[str(n) for n, _ in dalam],
        mode="markers+text", hoverinfo="skip", name="Catatan",
        textfont={"size": theme.UKURAN_CATATAN, "color": theme.TEKS},
        marker={"size": UKURAN_PIN, "color": theme.PUTIH, "line": {"color": theme.TEKS, "width": 1}},
    )  # fmt: skip


def _nilai_pada(garis: Garis, x: int) -> float:
    i = x - garis.awal
    ada = garis.nilai[i] if 0 <= i < len(garis.nilai) else None
    return 0.0 if ada is None else ada


def susun_pin(titik: Sequence[tuple[float, float]], tinggi: float) -> list[float]:
    """Height (px) of each pin over its point (x, y in px): just above it, moved up, or else down, past those before."""
    langkah, jarak = UKURAN_PIN + 4, UKURAN_PIN + 1
    letak: list[tuple[float, float]] = []
    for x, y in titik:
        naik = [y + langkah * k for k in range(1, 40) if y + langkah * k <= tinggi - langkah / 2]
        turun = [y - langkah * k for k in range(1, 40) if y - langkah * k >= langkah / 2]
        bebas = (v for v in naik + turun if all(abs(x - a) >= jarak or abs(v - b) >= jarak for a, b in letak))
        letak.append((x, next(bebas, min(y + langkah, tinggi - langkah / 2))))
    return [y for _, y in letak]


def catatan(fig: go.Figure | Lembar, teks: str) -> None:
    """A note inside the top left of the plot, about what the chart leaves out."""
    fig.add_annotation(
        x=0, y=1, xref="paper", yref="paper", text=teks, showarrow=False, xanchor="left", yanchor="top", align="left",
        font={"size": theme.UKURAN_CATATAN, "color": theme.TEKS_KEDUA},
    )  # fmt: skip
