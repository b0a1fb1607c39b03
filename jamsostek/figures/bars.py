"""Horizontal bars: ranked areas, and groups of persons in their natural order."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsostek import formats, metrics, narasi, theme
from jamsostek.figures import TanpaNilai

Baris = Mapping[Hashable, Any]


@dataclass(frozen=True)
class Ruang:
    """Room of the bars: px per bar, what separates value and persons, axis length as a multiple of the longest bar."""

    tinggi: int
    pemisah: str
    kali: float


SEBARIS = Ruang(30, "  ", 2.0)
DUA_BARIS = Ruang(44, "<br>", 2.4)  # few bars, or a third of the page's width
# Coverage is read against 100 %, whatever the highest bar: this room stands beside a bar of 100 %.
KALI_CAKUPAN = 1.6


def peringkat(
    df: pd.DataFrame,
    kunci: str,
    *,
    tingkat: metrics.Tingkat = "kecamatan",
    target: float = 1.0,
    terpilih: str | None = None,
    batas: int | None = None,
) -> go.Figure:
    """Areas ranked by the metric `kunci`, highest on top, the value and the persons under it beside each bar.

    `df`: one row per area of `tingkat` with name, code and the account columns; colours are the classes of the map.
    Areas without a value stand below, with the symbol and words of their state instead of a bar. `terpilih` (a code)
    gets a dark outline; `batas` keeps the first rows only. customdata holds the code. ValueError for an empty frame.
    """
    if df.empty:
        raise TanpaNilai("no rows to draw")
    nama, kode = f"nama_{tingkat}", f"kode_{tingkat}"
    baris = _urutkan(df, kunci)[:batas]
    kelas = metrics.batas_kelas(kunci, tingkat, target)
    palet = theme.kelas_warna(kunci, len(kelas) + 1)
    warna = [palet[metrics.kelas_of(b[metrics.METRIK[kunci].kolom], kelas) or 0].isi for b in baris]
    label = [f"<b>{b[nama]}</b>" if b[kode] == terpilih else str(b[nama]) for b in baris]
    garis = [theme.PILIHAN if b[kode] == terpilih else theme.GARIS_SUMBU for b in baris]
    tebal = [3 if b[kode] == terpilih else 1 for b in baris]
    fig = _batang(baris, kunci, label, warna, DUA_BARIS if len(baris) <= 10 else SEBARIS)
    fig.update_traces(marker={"line": {"color": garis, "width": tebal}}, customdata=[str(b[kode]) for b in baris])
    return fig


def kelompok(df: pd.DataFrame, dimensi: str, kunci: str = "tpt") -> go.Figure:
    """Unemployment by sex, age or education, in natural order. `kunci`: 'tpt' or 'penganggur'.

    `df`: dimensi, kategori, jumlah_penganggur, jumlah_angkatan_kerja, rasio_tpt; `dimensi`: 'jenis_kelamin',
    'kelompok_umur' or 'pendidikan'. Categories absent from the data are left out. ValueError when none is there.
    """
    kata = metrics.LABEL_KATEGORI[dimensi]
    isi = {str(b["kategori"]): b for b in df[df["dimensi"] == dimensi].to_dict("records")}
    baris: list[Baris] = [isi[k] for k in kata if k in isi]
    if not baris:
        raise TanpaNilai("no rows to draw")
    return _batang(
        baris, kunci, [kata[str(b["kategori"])] for b in baris], [theme.WARNA_PENGANGGUR] * len(baris), DUA_BARIS
    )


def _urutkan(df: pd.DataFrame, kunci: str) -> list[Baris]:
    """Rows from the highest value down; those without a value last, in the order given."""
    kolom = metrics.METRIK[kunci].kolom
    baris: list[Baris] = list(df.to_dict("records"))
    ada = [b for b in baris if metrics.keadaan_baris(b, kunci).ada_nilai]
    tanpa = [b for b in baris if not metrics.keadaan_baris(b, kunci).ada_nilai]
    return sorted(ada, key=lambda b: float(b[kolom]), reverse=True) + tanpa


def _batang(baris: list[Baris], kunci: str, label: list[str], warna: list[str], ruang: Ruang) -> go.Figure:
    """Bars from top to bottom in the order given; y positions are row numbers, so that equal names stay apart."""
    metrik = metrics.METRIK[kunci]
    keadaan = [metrics.keadaan_baris(b, kunci) for b in baris]
    nilai = [round(float(b[metrik.kolom]), 4) if k.ada_nilai else None for b, k in zip(baris, keadaan, strict=True)]
    teks = [
        _di_samping(b, metrik, k, ruang.pemisah) if k.ada_nilai else "" for b, k in zip(baris, keadaan, strict=True)
    ]
    rinci = [
        f"<b>{n}</b><br>{metrik.label}: {narasi.teks_rinci(kunci, b, k)}"
        for n, b, k in zip(label, baris, keadaan, strict=True)
    ]
    fig = go.Figure()
    fig.add_bar(
        x=nilai, y0=0, dy=1, orientation="h", marker={"color": warna}, width=0.72, text=teks, textposition="outside",
        textfont={"size": theme.UKURAN_GRAFIK, "color": theme.TEKS}, cliponaxis=False,
        hovertext=rinci, hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip
    for nomor, k in enumerate(keadaan):
        if not k.ada_nilai:
            _tulis_keadaan(fig, nomor, k)
    return fig.update_layout(_layout(label, nilai, metrik, ruang))


def _di_samping(baris: Baris, metrik: metrics.Metrik, keadaan: metrics.Keadaan, pemisah: str) -> str:
    penyebut = baris.get(metrik.penyebut)
    angka = narasi.teks_nilai(metrik.kunci, baris[metrik.kolom], keadaan, penyebut)
    if metrik.adalah_rasio:
        return f"<b>{angka}</b>{pemisah}{formats.angka(baris[metrik.pembilang])} dari {formats.angka(penyebut)}"
    return f"<b>{angka}</b>" + ("" if formats.kosong(penyebut) else f"{pemisah}dari {formats.angka(penyebut)}")


def _tulis_keadaan(fig: go.Figure, nomor: int, keadaan: metrics.Keadaan) -> None:
    singkat = keadaan.label.partition(" (")[0]  # a phone has no room for the reason; tables explain the symbol
    fig.add_annotation(
        x=0, y=nomor, text=f"<b>{keadaan.simbol}</b>  {singkat}", showarrow=False, xanchor="left", xshift=4,
        font={"size": theme.UKURAN_CATATAN, "color": theme.TEKS_KEDUA},
    )  # fmt: skip


def _layout(label: list[str], nilai: list[float | None], metrik: metrics.Metrik, ruang: Ruang) -> dict[str, Any]:
    terpanjang = max((v for v in nilai if v is not None), default=0.0) or 1.0
    batas = max(1.0, terpanjang) * KALI_CAKUPAN if metrik.kunci == "cakupan" else terpanjang * ruang.kali
    return theme.layout(
        tinggi=ruang.tinggi * len(label) + 16,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        xaxis=theme.sumbu(range=[0, batas], showticklabels=False, showgrid=False),
        yaxis=theme.sumbu(
            range=[len(label) - 0.5, -0.5],
            tickvals=list(range(len(label))),
            ticktext=label,
            tickfont={"size": theme.UKURAN_GRAFIK, "color": theme.TEKS},
            showgrid=False,
            showline=True,
            automargin=True,
        ),
    )
