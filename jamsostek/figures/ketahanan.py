"""Survival of new participants by payer, with the numbers at risk; who stopped when a subsidised group ended."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsostek import formats, metrics, theme
from jamsostek.figures import TanpaNilai, axes, lines, tables
from jamsostek.figures.lembar import Lembar
from jamsostek.figures.tables import Kolom
from jamsostek.metrics import Keadaan
from jamsostek.retensi import TONGGAK, Kurva
from jamsostek.subsidi import Akhir, Kelompok


def bertahan(kurva: Sequence[Kurva]) -> go.Figure:
    """One step line per payer: the share of new participants still there, by months since joining.

    A step that may not be shown keeps the level before it. TanpaNilai without a curve.
    """
    if not kurva:
        raise TanpaNilai("no curve to draw")
    garis = [_garis(k) for k in kurva]
    terlama = max(k.langkah[-1].lama for k in kurva)
    fig = Lembar()
    for g in garis:
        fig.add_scatter(
            x0=0,
            dx=1,
            y=g.nilai,
            mode="lines",
            line={"color": g.warna, "width": theme.TEBAL_GARIS, "shape": "hv"},
            name=g.nama,
            hovertext=g.teks,
            hovertemplate=f"<b>{g.nama}</b><br>%{{hovertext}}<extra></extra>",
        )
    sumbu_y = axes.sumbu_rasio()
    lines.label_ujung(fig, garis, terlama, sumbu_y["range"])
    tanda = list(range(0, terlama + 1, 12 if terlama > 24 else 6))
    sumbu_x = theme.sumbu(
        tickvals=tanda, ticktext=[formats.angka(n) for n in tanda], range=[-0.5, terlama + 0.5], showgrid=False,
        showline=True, ticks="outside", tickcolor=theme.GARIS_SUMBU, automargin=True,
        title={"text": "bulan sejak bergabung", "font": {"size": theme.UKURAN_CATATAN}},
    )  # fmt: skip
    margin = {"l": 8, "r": lines.RUANG_LABEL, "t": 16, "b": 8}
    return fig.update_layout(theme.layout(margin=margin, xaxis=sumbu_x, yaxis=sumbu_y))


def _garis(kurva: Kurva) -> lines.Garis:
    nama = metrics.LABEL_SUMBER_IURAN[kurva.sumber]
    nilai: list[float | None] = [round(s.peluang, 4) for s in kurva.langkah]
    teks = [f"bulan ke-{s.lama}: {formats.persen(s.peluang)}, {formats.angka(s.mulai)} diamati" for s in kurva.langkah]
    akhir = formats.persen(kurva.langkah[-1].peluang)
    return lines.Garis(nama, theme.PALET_IURAN[kurva.sumber], 0, nilai, teks, f"{nama} <b>{akhir}</b>")


def berisiko(kurva: Sequence[Kurva]) -> dict[str, Any]:
    """Under the chart, one row per payer: those who joined, and at each milestone the share left and those observed."""
    df = pd.DataFrame({"kurva": list(kurva)})

    def nama(row: dict[str, Any]) -> tuple[str, Any, str]:
        label = metrics.LABEL_SUMBER_IURAN[row["kurva"].sumber]
        return label, label, ""

    def mulai(row: dict[str, Any]) -> tuple[str, Any, str]:
        return formats.angka(row["kurva"].bergabung), row["kurva"].bergabung, ""

    kolom = [Kolom("Pembayar iuran", nama, angka=False), Kolom("Bergabung", mulai)]
    catatan = (
        "Bertahan menurut Kaplan-Meier; dalam kurung: yang diamati pada bulan itu. tad = belum teramati, atau yang "
        "tersisa atau diamati di bawah lima orang."
    )
    return tables.tabel(
        df, [*kolom, *(_tonggak(n) for n in TONGGAK)], judul="Bertahan setelah sekian bulan", catatan=catatan
    )


def _tonggak(lama: int) -> Kolom:
    def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
        langkah = row["kurva"].pada(lama)
        if langkah is None:
            return formats.TIDAK_ADA_DATA, None, Keadaan.TANPA_DATA.value
        return f"{formats.persen(langkah.peluang)} ({formats.angka(langkah.mulai)})", langkah.peluang, ""

    return Kolom(f"{lama} bulan", cell)


def kelompok(isi: Sequence[Kelompok], judul: str, kepala: str) -> dict[str, Any]:
    """Participants before the end of a subsidised group, by category: persons, those who stopped, their share."""
    df = pd.DataFrame({"nama": [k.nama for k in isi], "kelompok": list(isi)})
    return tables.tabel(df, [tables.teks(kepala, "nama"), *_hitungan()], judul=judul)


def peristiwa(akhir: Sequence[Akhir]) -> dict[str, Any]:
    """Every subsidised group that ended, with all payers' participants at that time."""
    isi = [(a.bulan, metrics.LABEL_SUMBER_IURAN[a.sumber], metrics.LABEL_SUMBER_IURAN[s], k)
           for a in akhir for s, k in a.per_sumber()]  # fmt: skip
    df = pd.DataFrame(isi, columns=["bulan", "berakhir", "sumber", "kelompok"])
    kolom = [tables.bulan("Berakhir", "bulan"), tables.teks("Kelompok", "berakhir"), tables.teks("Pembayar", "sumber")]
    return tables.tabel(
        df, [*kolom, *_hitungan()], judul="Berhenti dalam tiga bulan, menurut pembayar iuran", tinggi=420
    )


def _hitungan() -> list[Kolom]:
    def sel(nilai: Any, tulis: Any) -> Any:
        def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
            k: Kelompok = row["kelompok"]
            if not k.keadaan.ada_nilai:
                return k.keadaan.simbol, None, k.keadaan.value
            return tulis(k), nilai(k), ""

        return cell

    return [
        Kolom("Peserta", sel(lambda k: k.peserta, lambda k: formats.angka(k.peserta))),
        Kolom("Berhenti", sel(lambda k: k.berhenti, lambda k: formats.angka(k.berhenti))),
        Kolom("Bagian", sel(lambda k: k.rasio, lambda k: formats.persen(k.rasio, k.peserta))),
    ]
