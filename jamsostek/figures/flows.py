"""Enrolment flow per month: who came in, came back and left."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from jamsostek import formats, metrics, theme
from jamsostek.figures import axes, lines

Bagian = tuple[str, str, str, int]  # column, name, colour, sign

_BAGIAN: tuple[Bagian, ...] = (
    ("jumlah_masuk", "Masuk baru", theme.WARNA_MASUK, 1),
    ("jumlah_kembali", "Kembali aktif", theme.WARNA_KEMBALI, 1),
    ("jumlah_keluar", "Keluar", theme.WARNA_KELUAR, -1),
)
_PINDAH: tuple[Bagian, ...] = (
    ("jumlah_pindah_masuk", "Pindah masuk", theme.WARNA_PINDAH, 1),
    ("jumlah_pindah_keluar", "Pindah keluar", theme.WARNA_PINDAH, -1),
)


def arus(df: pd.DataFrame, *, rentang: int | None = None, bulan_terpilih: date | None = None) -> go.Figure:
    """Flow of participants per month: entries up, exits down, the balance as diamonds.

    `df`: bulan and jumlah_masuk, jumlah_kembali, jumlah_keluar, jumlah_pindah_masuk, jumlah_pindah_keluar (persons).
    Moves are drawn only where they do not cancel out, as they do for the whole city. Counts of 1 to 4 are gaps, and the
    balance with them. ValueError for an empty frame.
    """
    awal, akhir = lines.jendela(df, rentang, bulan_terpilih)
    pindah = (df["jumlah_pindah_masuk"].fillna(0) != df["jumlah_pindah_keluar"].fillna(0)).any()
    bagian = _BAGIAN + (_PINDAH if pindah else ())
    nilai = [_hitungan(df, kolom, tanda, awal, akhir) for kolom, _, _, tanda in bagian]
    fig = go.Figure()
    for (_, nama, warna, _), isi in zip(bagian, nilai, strict=True):
        fig.add_bar(
            x0=awal, dx=1, y=isi, name=nama, marker={"color": warna},
            hovertext=[_teks(awal + i, None if v is None else formats.angka(abs(v))) for i, v in enumerate(isi)],
            hovertemplate=f"<b>{nama}</b><br>%{{hovertext}} orang<extra></extra>",
        )  # fmt: skip
    _gambar_bersih(fig, nilai, awal)
    tumpuk = [[v for v in t if v is not None] for t in zip(*nilai, strict=True)]
    naik = max(sum(v for v in t if v > 0) for t in tumpuk)
    turun = min(sum(v for v in t if v < 0) for t in tumpuk)
    lines.rapikan(fig, awal, akhir, axes.sumbu_hitungan(turun, naik), kanan=16, atas=56)
    return fig.update_layout(
        barmode="relative", bargap=0.25, showlegend=True,
        legend={
            "orientation": "h", "x": 0, "y": 1.01, "yanchor": "bottom", "itemclick": False, "itemdoubleclick": False,
        },
        yaxis={"zeroline": True, "zerolinecolor": theme.TEKS, "zerolinewidth": 1},
    )  # fmt: skip


def _gambar_bersih(fig: go.Figure, nilai: Sequence[Sequence[int | None]], awal: int) -> None:
    bersih: list[int | None] = []
    for tumpuk in zip(*nilai, strict=True):
        ada = [v for v in tumpuk if v is not None]
        bersih.append(sum(ada) if len(ada) == len(tumpuk) else None)
    fig.add_scatter(
        x0=awal, dx=1, y=bersih, name="Bersih", mode="markers",
        marker={"symbol": "diamond", "size": 10, "color": theme.TEKS, "line": {"color": theme.PUTIH, "width": 1}},
        hovertext=[_teks(awal + i, None if v is None else formats.selisih(v)) for i, v in enumerate(bersih)],
        hovertemplate="<b>Bersih</b><br>%{hovertext} orang<extra></extra>",
    )  # fmt: skip


def _hitungan(df: pd.DataFrame, kolom: str, tanda: int, awal: int, akhir: int) -> list[int | None]:
    """Signed count of each month; None where there is none or it must stay hidden."""
    baris = {axes.nomor_bulan(b): n for b, n in zip(df["bulan"], df[kolom], strict=True)}
    isi = [baris.get(nomor) for nomor in range(awal, akhir + 1)]
    return [tanda * int(n) if n is not None and metrics.keadaan_jumlah(n).ada_nilai else None for n in isi]


def _teks(nomor: int, angka: str | None) -> str:
    return "" if angka is None else f"{formats.bulan_pendek(axes.bulan_dari(nomor))}: {angka}"
