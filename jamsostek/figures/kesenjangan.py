"""The gap as ranked bars: the few kelurahan that hold most of it in the strong colour."""

from collections.abc import Collection

import plotly.graph_objects as go

from jamsostek import formats, theme
from jamsostek.figures import TanpaNilai
from jamsostek.figures.lembar import Lembar
from jamsostek.pareto import Kesenjangan, Pareto

TINGGI_BATANG = 22
KALI = 1.9  # room beside the longest bar for its text
KUAT, LEMAH = theme.KELAS_GAP[4].isi, theme.KELAS_GAP[1].isi


def batang(pareto: Pareto, *, terpilih: Collection[str] = ()) -> go.Figure:
    """One bar per counted kelurahan from the largest gap down; beside the last strong one stands what they add up to.

    The kelurahan with a code in `terpilih` have an outline and a bold name. customdata holds the code. TanpaNilai
    where no kelurahan is counted.
    """
    if not pareto.urut:
        raise TanpaNilai("no rows to draw")
    pilih = [baris.kode in terpilih for baris in pareto.urut]
    fig = Lembar()
    fig.add_bar(
        x=[baris.jumlah for baris in pareto.urut],
        y0=0,
        dy=1,
        orientation="h",
        width=0.74,
        marker={
            "color": [KUAT if i < pareto.banyak else LEMAH for i in range(len(pareto.urut))],
            "line": {
                "color": [theme.PILIHAN if ya else theme.GARIS_SUMBU for ya in pilih],
                "width": [3 if ya else 1 for ya in pilih],
            },
        },
        text=[_teks(pareto, i) for i in range(len(pareto.urut))],
        textposition="outside",
        textfont={"size": theme.UKURAN_CATATAN, "color": theme.TEKS},
        cliponaxis=False,
        customdata=[baris.kode for baris in pareto.urut],
        hovertext=[_rinci(i, baris) for i, baris in enumerate(pareto.urut)],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    if 0 < pareto.banyak < len(pareto.urut):
        batas = pareto.banyak - 0.5
        garis = {"color": theme.TEKS, "width": 1, "dash": "dot"}
        fig.add_shape(type="line", x0=0, x1=1, xref="paper", y0=batas, y1=batas, line=garis)
    nama = [f"<b>{baris.nama}</b>" if ya else baris.nama for baris, ya in zip(pareto.urut, pilih, strict=True)]
    return fig.update_layout(_layout(nama, pareto.urut[0].jumlah))


def _teks(pareto: Pareto, i: int) -> str:
    baris = pareto.urut[i]
    jumlah = formats.angka(baris.jumlah)
    if i != pareto.banyak - 1:
        return jumlah
    return f"{jumlah}  <b>{pareto.banyak} kelurahan: {formats.persen(baris.sampai)}</b>"


def _rinci(i: int, baris: Kesenjangan) -> str:
    return (
        f"<b>{i + 1}. {baris.nama}</b><br>{formats.angka(baris.jumlah)} belum terlindungi<br>"
        f"sampai di sini {formats.persen(baris.sampai)}"
    )


def _layout(nama: list[str], terpanjang: int) -> dict[str, object]:
    return theme.layout(
        tinggi=TINGGI_BATANG * len(nama) + 16,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        xaxis=theme.sumbu(range=[0, (terpanjang or 1) * KALI], showticklabels=False, showgrid=False),
        yaxis=theme.sumbu(
            range=[len(nama) - 0.5, -0.5], tickvals=list(range(len(nama))), ticktext=nama, showgrid=False,
            showline=True, automargin=True,
        ),
    )  # fmt: skip
