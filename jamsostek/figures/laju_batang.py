"""Need a month beside what was achieved, as bars with marks."""

import pandas as pd
import plotly.graph_objects as go

from jamsostek import formats, theme
from jamsostek.figures import TanpaNilai
from jamsostek.figures.laju import keadaan_capaian, rata
from jamsostek.figures.lembar import Lembar
from jamsostek.figures.maps import records
from jamsostek.laju import Syarat

TINGGI_BARIS = 30


def batang(df: pd.DataFrame, tingkat: str, syarat: Syarat, *, terpilih: str | None = None) -> go.Figure:
    """Need a month as bars from the largest down, with the pace of twelve months as a mark on each.

    `df`: rows of `jatah.dengan_capaian`; rows without a need are left out. Raises TanpaNilai where none is left.
    """
    rows = [row for row in records(df) if not formats.kosong(row["jumlah_perlu"])]
    if not rows:
        raise TanpaNilai("no rows to draw")
    paces = [row["capaian"].rata(12, syarat) if keadaan_capaian(row, 12, syarat).ada_nilai else None for row in rows]
    names = [str(row[f"nama_{tingkat}"]) for row in rows]
    shown = [f"<b>{n}</b>" if row[f"kode_{tingkat}"] == terpilih else n for n, row in zip(names, rows, strict=True)]
    words = [formats.TIDAK_ADA_DATA if pace is None else rata(pace) for pace in paces]
    sheet = Lembar()
    sheet.add_bar(
        x=[int(row["jumlah_perlu"]) for row in rows], y0=0, dy=1, orientation="h", width=0.66, name="Perlu per bulan",
        marker={"color": theme.WARNA_KEMBALI}, text=[formats.angka(row["jumlah_perlu"]) for row in rows],
        textposition="outside", textfont={"size": theme.UKURAN_GRAFIK, "color": theme.TEKS}, cliponaxis=False,
        hovertext=[
            f"<b>{name}</b><br>perlu {formats.angka(row['jumlah_perlu'])}, capaian {word} per bulan"
            for name, row, word in zip(names, rows, words, strict=True)
        ],
        hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip
    sheet.add_scatter(
        x=paces, y0=0, dy=1, mode="markers", name="Capaian rata-rata 12 bulan", hoverinfo="skip",
        marker={"symbol": "line-ns", "size": 20, "line": {"width": 4, "color": theme.TEKS}},
    )  # fmt: skip
    longest = max(1, *(int(row["jumlah_perlu"]) for row in rows), *(pace for pace in paces if pace is not None))
    return sheet.update_layout(
        theme.layout(
            tinggi=TINGGI_BARIS * len(rows) + 60,
            margin={"l": 8, "r": 8, "t": 36, "b": 8},
            showlegend=True,
            legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "font": {"size": theme.UKURAN_GRAFIK}},
            xaxis=theme.sumbu(
                range=[min(0, *(pace or 0 for pace in paces)), longest * 1.15], showticklabels=False, showgrid=False
            ),
            yaxis=theme.sumbu(
                range=[len(rows) - 0.5, -0.5], tickvals=list(range(len(rows))), ticktext=shown,
                tickfont={"size": theme.UKURAN_GRAFIK, "color": theme.TEKS}, showgrid=False, automargin=True,
            ),
        )
    )  # fmt: skip
