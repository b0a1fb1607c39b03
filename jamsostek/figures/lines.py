"""One line of a monthly chart and its end label: what every trend is made of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsostek import formats, metrics, narasi, putus, theme
from jamsostek.figures import TanpaNilai, axes, labels
from jamsostek.figures.lembar import Lembar

RUANG_LABEL = 150  # px to the right of the plot for 'Kelapa Lima 23,4%'


@dataclass(frozen=True)
class Garis:
    """One line ready to draw: value (or None, a gap) and hover text for each month from position `awal` on.

    `putus` are the positions that are not joined with the month before; from `sementara` on the months are provisional.
    """

    nama: str
    warna: str
    awal: int
    nilai: list[float | None]
    teks: list[str]
    label_akhir: str
    putus: tuple[int, ...] = ()
    sementara: int | None = None

    @property
    def akhir_sementara(self) -> bool:
        """Whether the last value is a provisional one."""
        return self.akhir is not None and self.sementara is not None and self.akhir[0] >= self.sementara

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

    `pendek` replaces `nama` in the label at the line's end. Coverage is cut at the breaks of `putus.cari`; months that
    `df` calls adalah_sementara, the last ones of the window, are provisional.
    """
    metrik = metrics.METRIK[kunci]
    batas = putus.cari(df) if metrik.penyebut == "jumlah_penyebut" else []
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
    mundur = takewhile(lambda n: _sementara(baris.get(n)), range(akhir, awal - 1, -1))
    sementara = min(mundur, default=None)
    garis = Garis(nama, warna, awal, nilai, teks, label, tuple(axes.nomor_bulan(one.bulan) for one in batas), sementara)
    return replace(garis, label_akhir=f"{label} {formats.SEMENTARA}") if garis.akhir_sementara else garis


def _sementara(isi: Mapping[Any, Any] | None) -> bool:
    nilai = None if isi is None else isi.get("adalah_sementara")
    return not formats.kosong(nilai) and bool(nilai)


def _angka(isi: Mapping[Any, Any], metrik: metrics.Metrik) -> str:
    penyebut = isi[metrik.penyebut] if metrik.adalah_rasio else None
    return narasi.teks_nilai(metrik.kunci, isi[metrik.kolom], metrics.keadaan_baris(isi, metrik.kunci), penyebut)


def _pecahan(isi: Mapping[Any, Any], metrik: metrics.Metrik) -> str:
    if not metrik.adalah_rasio:
        return ""
    return f", {formats.angka(isi[metrik.pembilang])} dari {formats.angka(isi[metrik.penyebut])}"


def gambar(fig: go.Figure | Lembar, garis: Garis, satuan: str, *, redup: bool = False) -> None:
    """Add the line to the figure. `satuan`, equal for all points, stands in the template: a smaller payload.

    Provisional months are a dotted piece of their own with hollow markers.
    """
    tegas = len(garis.nilai) if garis.sementara is None else garis.sementara - garis.awal
    letak = _letak(garis, tegas)
    ukuran = _titik_sendiri(letak["y"], theme.TEBAL_GARIS)
    sama = {"opacity": 0.35 if redup else 1, "connectgaps": False, "name": garis.nama}
    fig.add_scatter(
        **letak,
        mode="lines+markers" if ukuran else "lines",
        marker={"size": ukuran, "color": garis.warna} if ukuran else None,
        line={"color": garis.warna, "width": theme.TEBAL_GARIS},
        hovertemplate=f"<b>{garis.nama}</b><br>%{{hovertext}} {satuan}<extra></extra>",
        **sama,
    )
    if garis.sementara is None:
        return
    sambung = garis.sementara not in garis.putus and tegas > 0
    dari = tegas - sambung
    fig.add_scatter(
        x0=garis.awal + dari,
        dx=1,
        y=garis.nilai[dari:],
        hovertext=[""] * sambung + garis.teks[tegas:],
        mode="lines+markers",
        marker={
            "size": [0] * sambung + [9] * (len(garis.nilai) - tegas),
            "color": theme.PUTIH,
            "line": {"color": garis.warna, "width": 2},
        },
        line={"color": garis.warna, "width": theme.TEBAL_GARIS, "dash": "dot"},
        hovertemplate=f"<b>{garis.nama}</b> (sementara)<br>%{{hovertext}} {satuan}<extra></extra>",
        **sama,
    )


def _letak(garis: Garis, tegas: int) -> dict[str, Any]:
    """Positions, values and hover texts of the first `tegas` months.

    A start and a step, unless a break lies between two months that both have a value: then an empty point stands there.
    """
    nilai, teks = list(garis.nilai[:tegas]), garis.teks[:tegas]
    sela = [n - garis.awal for n in garis.putus if 0 < n - garis.awal < tegas and nilai[n - garis.awal - 1] is not None]
    if not sela:
        return {"x0": garis.awal, "dx": 1, "y": nilai, "hovertext": teks}
    x: list[float] = [garis.awal + i for i in range(tegas)]
    for i in reversed(sela):
        x.insert(i, garis.awal + i - 0.5)
        nilai.insert(i, None)
        teks.insert(i, "")
    return {"x": x, "y": nilai, "hovertext": teks}


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
    """Write each line's name and last value to the right of the plot.

    `terpilih` (a name) keeps its colour; the others step back.
    """
    ujung = [(g, a) for g in garis if (a := g.akhir) is not None]
    redup = theme.TEKS_KEDUA
    label = [
        labels.Label(*a, g.label_akhir, g.warna if terpilih in (None, g.nama) else redup, g.warna) for g, a in ujung
    ]
    # The plot is a little lower than the figure; a smaller assumed height only spreads the labels more.
    labels.label_kanan(fig, label, akhir + 0.45, rentang_y, theme.TINGGI_GRAFIK - 80)


def rapikan(
    fig: go.Figure | Lembar,
    awal: int,
    akhir: int,
    sumbu_y: dict[str, Any],
    *,
    kanan: int,
    atas: int = 16,
    tinggi: int = theme.TINGGI_GRAFIK,
) -> go.Figure:
    """Apply the common layout with a month axis from `awal` to `akhir`; margins and height are in px."""
    margin = {"l": 8, "r": kanan, "t": atas, "b": 8}
    return fig.update_layout(theme.layout(tinggi, margin=margin, xaxis=axes.sumbu_bulan(awal, akhir), yaxis=sumbu_y))
