"""The what-if scenarios as figures: coverage month by month with its cliff, and the persons of each kelurahan."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from jamsostek import formats, theme
from jamsostek.andai import SESUDAH
from jamsostek.figures import TanpaNilai, axes, lines, marks
from jamsostek.figures.lembar import Lembar
from jamsostek.figures.skenario import Sisi, persen
from jamsostek.giliran import Kelurahan

WARNA = {"A": theme.NAVY, "B": theme.WARNA_PEMBANDING[0]}
"""Line and bar colour of a scenario."""
TANPA = "Tanpa skenario"
POTONG = "sumbu dipotong"


def tebing(hasil: Sisi, kata_penyebut: str) -> go.Figure:
    """Coverage month by month of each scenario and without one, the ends of the funding marked; the axis is cut."""
    awal = next(iter(hasil.values())).awal
    mulai = axes.nomor_bulan(awal.bulan)
    akhir = mulai + max(h.skenario.bulan for h in hasil.values()) + SESUDAH
    dasar = awal.peserta / awal.penyebut
    garis = [_garis(TANPA, theme.TEKS_KEDUA, mulai, [dasar] * (akhir - mulai + 1), "")]
    for huruf, h in hasil.items():
        nilai = [h.cakupan(ke) for ke in range(akhir - mulai + 1)]
        garis.append(_garis(f"Skenario {huruf}", WARNA[huruf], mulai, nilai, f" {formats.persen(max(nilai))}"))
    fig = Lembar()
    henti = [(axes.bulan_dari(mulai + h.skenario.bulan), f"Pendanaan {huruf} berakhir") for huruf, h in hasil.items()]
    baris = marks.gambar_peristiwa(fig, henti, mulai, akhir)
    for g in garis:
        lines.gambar(fig, g, kata_penyebut)
    sumbu = _sumbu_potong([v for g in garis for v in g.nilai if v is not None])
    lines.label_ujung(fig, garis, akhir, sumbu["range"])
    marks.catatan(fig, POTONG)
    return lines.rapikan(fig, mulai, akhir, sumbu, kanan=lines.RUANG_LABEL, atas=16 + baris * axes.TINGGI_BARIS)


def _garis(nama: str, warna: str, mulai: int, nilai: Sequence[float], puncak: str) -> lines.Garis:
    teks = [f"{formats.bulan_pendek(axes.bulan_dari(mulai + i))}: {formats.persen(v)}" for i, v in enumerate(nilai)]
    akhir = f"{nama.removeprefix('Skenario ')} <b>{formats.persen(nilai[-1])}</b>" if puncak else nama
    return lines.Garis(nama, warna, mulai, [round(v, 5) for v in nilai], teks, akhir)


def _sumbu_potong(nilai: Sequence[float]) -> dict[str, Any]:
    """A ratio axis around the values, whole steps of a point, with room above for the note that it is cut."""
    bawah, atas = min(nilai), max(nilai)
    langkah = next(k for k in (0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5) if (atas - bawah) / k <= 4)
    mulai = int(bawah / langkah)
    tanda = [langkah * i for i in range(mulai, int(atas / langkah) + 2)]
    return theme.sumbu(
        tickvals=tanda,
        ticktext=[f"{formats.desimal(100 * t, 2 if langkah < 0.005 else 1)}%" for t in tanda],
        range=[tanda[0], tanda[-1] + langkah],
        automargin=True,
    )


def tambahan(hasil: Sisi) -> go.Figure:
    """Persons enrolled in each kelurahan that gets any, most first; TanpaNilai where nobody is enrolled."""
    tempat = next(iter(hasil.values())).awal.tempat
    dapat = [i for i in range(len(tempat)) if any(h.tambahan[i] for h in hasil.values())]
    if not dapat:
        raise TanpaNilai("nobody is enrolled")
    dapat.sort(key=lambda i: [-h.tambahan[i] for h in hasil.values()])
    fig = Lembar()
    for huruf, h in hasil.items():
        orang = [h.tambahan[i] for i in dapat]
        fig.add_bar(
            x=orang, y0=0, dy=1, orientation="h", name=f"Skenario {huruf}", marker={"color": WARNA[huruf]},
            text=[formats.angka(n) if n else "" for n in orang], textposition="outside", cliponaxis=False,
            textfont={"size": theme.UKURAN_CATATAN, "color": theme.TEKS},
            hovertext=[f"<b>{tempat[i].nama}</b><br>{_rinci(tempat[i], h.tambahan[i])}" for i in dapat],
            hovertemplate="%{hovertext}<extra></extra>",
        )  # fmt: skip
    terpanjang = max(max(h.tambahan) for h in hasil.values())
    nama = [tempat[i].nama for i in dapat]
    return fig.update_layout(
        theme.layout(
            tinggi=(22 if len(hasil) == 1 else 40) * len(nama) + 64,
            margin={"l": 8, "r": 8, "t": 40, "b": 8}, barmode="group", bargap=0.26, showlegend=len(hasil) > 1,
            legend={"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "itemclick": False,
                    "itemdoubleclick": False, "traceorder": "normal"},
            xaxis=theme.sumbu(range=[0, terpanjang * 1.25], showticklabels=False, showgrid=False),
            yaxis=theme.sumbu(range=[len(nama) - 0.5, -0.5], tickvals=list(range(len(nama))), ticktext=nama,
                              showgrid=False, showline=True, automargin=True),
        )
    )  # fmt: skip


def _rinci(tempat: Kelurahan, orang: int) -> str:
    sisa = f"{formats.angka(orang)} dari {formats.angka(tempat.kesenjangan)} yang belum terlindungi"
    return f"{sisa}<br>cakupan {persen(tempat, 0)} menjadi {persen(tempat, orang)}"
