"""One line of a monthly chart and its end label: what every trend is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsostek import formats, metrics, narasi, theme
from jamsostek.figures import TanpaNilai, axes
from jamsostek.figures.lembar import Lembar

RUANG_LABEL = 150  # px to the right of the plot for 'Kelapa Lima 23,4%'


@dataclass(frozen=True)
class Garis:
    """One line ready to draw: value (or None, a gap) and hover text for each month from position `awal` on."""

    nama: str
    warna: str
    awal: int
    nilai: list[float | None]
    teks: list[str]
    label_akhir: str

    @property
    def akhir(self) -> tuple[int, float] | None:
        """Position and value of the last month that has a value."""
        ada = [(self.awal + i, v) for i, v in enumerate(self.nilai) if v is not None]
        return ada[-1] if ada else None


def jendela(df: pd.DataFrame, rentang: int | None, bulan_terpilih: Any = None) -> tuple[int, int]:
    """First and last month position to show: `rentang` months up to the chosen (else last) month; None shows all.

    Raises ValueError for an empty frame: the component shows its empty state instead of a chart.
    """
    if df.empty:
        raise TanpaNilai("no rows to draw")
    nomor = [axes.nomor_bulan(b) for b in df["bulan"]]
    if rentang is None:
        return min(nomor), max(nomor)
    akhir = max(nomor) if bulan_terpilih is None else axes.nomor_bulan(bulan_terpilih)
    return akhir - rentang + 1, akhir


def buat_garis(df: pd.DataFrame, kunci: str, nama: str, warna: str, awal: int, akhir: int, pendek: str = "") -> Garis:
    """The line of metric `kunci` between two month positions; months without a value that may be shown are gaps.

    `pendek` replaces `nama` in the label at the line's end.
    """
    metrik = metrics.METRIK[kunci]
    baris = {axes.nomor_bulan(b["bulan"]): b for b in df.to_dict("records")}
    nilai: list[float | None] = []
    teks: list[str] = []
    label = nama
    for nomor in range(awal, akhir + 1):
        isi = baris.get(nomor)
        if isi is None or not metrics.keadaan_baris(isi, kunci).ada_nilai:
            nilai.append(None)
            teks.append("")
            continue
        nilai.append(round(float(isi[metrik.kolom]), 4))
        angka = _angka(isi, metrik)
        teks.append(f"{formats.bulan_pendek(isi['bulan'])}: {angka}{_pecahan(isi, metrik)}")
        label = f"{pendek or nama} <b>{angka}</b>"
    return Garis(nama, warna, awal, nilai, teks, label)


def _angka(isi: Mapping[Any, Any], metrik: metrics.Metrik) -> str:
    penyebut = isi[metrik.penyebut] if metrik.adalah_rasio else None
    return narasi.teks_nilai(metrik.kunci, isi[metrik.kolom], metrics.keadaan_baris(isi, metrik.kunci), penyebut)


def _pecahan(isi: Mapping[Any, Any], metrik: metrics.Metrik) -> str:
    if not metrik.adalah_rasio:
        return ""
    return f", {formats.angka(isi[metrik.pembilang])} dari {formats.angka(isi[metrik.penyebut])}"


def gambar(fig: go.Figure | Lembar, garis: Garis, satuan: str, *, redup: bool = False) -> None:
    """Add the line to the figure. `satuan`, equal for all points, stands in the template: a smaller payload."""
    tebal = theme.TEBAL_GARIS
    ukuran = _titik_sendiri(garis.nilai, tebal)
    fig.add_scatter(
        x0=garis.awal,
        dx=1,
        y=garis.nilai,
        mode="lines+markers" if ukuran else "lines",
        marker={"size": ukuran, "color": garis.warna} if ukuran else None,
        line={"color": garis.warna, "width": tebal},
        opacity=0.35 if redup else 1,
        connectgaps=False,
        name=garis.nama,
        hovertext=garis.teks,
        hovertemplate=f"<b>{garis.nama}</b><br>%{{hovertext}} {satuan}<extra></extra>",
    )


def _titik_sendiri(nilai: Sequence[float | None], tebal: int) -> list[int] | None:
    """Marker sizes when some month stands alone between two gaps: a line of one point would be invisible."""
    lebar = [None, *nilai, None]
    ukuran = [
        tebal * 2 if lebar[i] is not None and lebar[i - 1] is None and lebar[i + 1] is None else 0
        for i in range(1, len(lebar) - 1)
    ]
    return ukuran if any(ukuran) else None


def label_ujung(
    fig: go.Figure | Lembar,
    garis: Sequence[Garis],
    akhir: int,
    rentang_y: Sequence[float],
    *,
    terpilih: str | None = None,
) -> None:
    """Write each line's name and last value to the right of the plot, spread so that no two labels overlap.

    A thin leader joins label and line end. `terpilih` (a name) keeps its colour; the others step back.
    """
    ada = [(g, g.akhir) for g in garis]
    bawah, atas = rentang_y
    # The plot is a little lower than the figure; a smaller assumed height only spreads the labels more.
    jarak = (atas - bawah) * (axes.TINGGI_BARIS + 2) / (theme.TINGGI_GRAFIK - 80)
    ujung = [(g, a) for g, a in ada if a is not None]
    tempat = axes.sebar([a[1] for _, a in ujung], jarak, bawah + jarak / 2, atas - jarak / 2)
    for (g, (x, y)), label_y in zip(ujung, tempat, strict=True):
        redup = terpilih is not None and g.nama != terpilih
        fig.add_annotation(
            x=x,
            y=y,
            ax=akhir + 0.45,
            ay=round(label_y, 4),
            axref="x",
            ayref="y",
            text=g.label_akhir,
            xanchor="left",
            align="left",
            showarrow=True,
            arrowhead=0,
            arrowwidth=1,
            arrowcolor=g.warna,
            font={"color": theme.TEKS_KEDUA if redup else g.warna, "size": theme.UKURAN_GRAFIK},
        )


def rapikan(
    fig: go.Figure | Lembar, awal: int, akhir: int, sumbu_y: dict[str, Any], *, kanan: int, atas: int = 16
) -> go.Figure:
    """Apply the common layout with a month axis from `awal` to `akhir`; `kanan` and `atas` are margins in px."""
    margin = {"l": 8, "r": kanan, "t": atas, "b": 8}
    return fig.update_layout(theme.layout(margin=margin, xaxis=axes.sumbu_bulan(awal, akhir), yaxis=sumbu_y))
