"""Who is left behind, as figures: kelurahan under three thresholds, groups, how far they are apart, the two paths."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsostek import formats, metrics, theme
from jamsostek.figures import TanpaNilai, axes, lines, tables
from jamsostek.figures.lembar import Lembar
from jamsostek.pemerataan import Tahun

WARNA_BATAS = {"bawah_25": "#8A4419", "bawah_50": "#B36B10", "bawah_75": theme.NAVY, "tak_diketahui": theme.TEKS_KEDUA}
LABEL_BATAS = {
    "bawah_25": "Di bawah 25%",
    "bawah_50": "Di bawah 50%",
    "bawah_75": "Di bawah 75%",
    "tak_diketahui": "Tanpa nilai",
}
WARNA_JALUR = {"tercepat": theme.WARNA_PEMBANDING[0], "adil": theme.NAVY}
WARNA_SELISIH = ("#325CE5", "#4D1060", "#D53719")


def di_bawah(df: pd.DataFrame) -> go.Figure:
    """Number of kelurahan under each threshold and without a value, month by month (`pemerataan.di_bawah`)."""
    awal, akhir = lines.jendela(df, None)
    garis = []
    for kolom, label in LABEL_BATAS.items():
        nilai = _per_bulan(df, kolom, awal, akhir)
        teks = [f"{_bulan(awal + i)}: {formats.angka(v)}" for i, v in enumerate(nilai)]
        akhir_teks = f"{label} <b>{formats.angka(nilai[-1])}</b>"
        garis.append(lines.Garis(label, _gelap(WARNA_BATAS[kolom]), awal, nilai, teks, akhir_teks))
    return _gambar(garis, awal, akhir, axes.sumbu_hitungan(0, float(df["kelurahan"].max())), "kelurahan")


def _gelap(warna: str) -> str:
    return "#9A5A0B" if warna == "#B36B10" else warna  # the label wears the line's colour: at least 4.5:1


def _bulan(nomor: int) -> str:
    return formats.bulan_pendek(axes.bulan_dari(nomor))


def _per_bulan(df: pd.DataFrame, kolom: str, awal: int, akhir: int) -> list[float | None]:
    isi = {axes.nomor_bulan(b): float(v) for b, v in zip(df["bulan"], df[kolom], strict=True)}
    return [isi.get(nomor) for nomor in range(awal, akhir + 1)]


def _gambar(garis: Sequence[lines.Garis], awal: int, akhir: int, sumbu: dict[str, Any], satuan: str) -> go.Figure:
    if all(g.akhir is None for g in garis):
        raise TanpaNilai("no value to draw")
    fig = Lembar()
    for g in garis:
        lines.gambar(fig, g, satuan)
    lines.label_ujung(fig, garis, akhir, sumbu["range"])
    return lines.rapikan(fig, awal, akhir, sumbu, kanan=lines.RUANG_LABEL)


def kelompok(df: pd.DataFrame, kata: Mapping[str, str], warna: Mapping[str, str]) -> go.Figure:
    """Coverage of each group on one 0-100 % scale. `df`: bulan, kategori and the account; `kata`: category to label."""
    return _bergrup(df, "kategori", "cakupan", kata, warna, "pekerja")


def sumber(df: pd.DataFrame) -> go.Figure:
    """Participants by who pays, from 0. `df`: rows of peserta_per_sumber_iuran; a missing count is a gap.

    A source that never had anybody is left out.
    """
    ada = set(df.loc[df["jumlah_peserta"].fillna(0) > 0, "sumber_iuran"])
    kata = {kunci: label for kunci, label in metrics.LABEL_SUMBER_IURAN.items() if kunci in ada}
    return _bergrup(df, "sumber_iuran", "peserta", kata, theme.PALET_IURAN, "peserta aktif")


def _bergrup(
    df: pd.DataFrame, kolom: str, kunci: str, kata: Mapping[str, str], warna: Mapping[str, str], satuan: str
) -> go.Figure:
    awal, akhir = lines.jendela(df, None)
    garis = [
        lines.buat_garis(df[df[kolom] == grup], kunci, label, warna[grup], awal, akhir) for grup, label in kata.items()
    ]
    tertinggi = max((v for g in garis for v in g.nilai if v is not None), default=0.0)
    rasio = metrics.METRIK[kunci].adalah_rasio
    return _gambar(
        garis, awal, akhir, axes.sumbu_rasio(tertinggi) if rasio else axes.sumbu_hitungan(0, tertinggi), satuan
    )


def selisih(per_dimensi: Mapping[str, pd.DataFrame]) -> go.Figure:
    """Points between the highest and the lowest group, one line per dimension (`pemerataan.selisih`), from 0."""
    semua = pd.concat(per_dimensi.values())
    awal, akhir = lines.jendela(semua, None)
    garis = []
    for (label, df), warna in zip(per_dimensi.items(), WARNA_SELISIH, strict=True):
        titik = {axes.nomor_bulan(b["bulan"]): b for b in df.to_dict("records")}
        isi = [titik.get(nomor) for nomor in range(awal, akhir + 1)]
        nilai = [None if b is None else round(100 * b["selisih"], 2) for b in isi]
        teks = [
            "" if b is None
            else f"{formats.bulan_pendek(b['bulan'])}: {b['tertinggi']} di atas {b['terendah']}, "
            f"{formats.desimal(100 * b['selisih'])}"
            for b in isi
        ]  # fmt: skip
        ada = [v for v in nilai if v is not None]
        akhir_teks = f"{label} <b>{formats.desimal(ada[-1])}</b>" if ada else label
        garis.append(lines.Garis(label, warna, awal, nilai, teks, akhir_teks))
    tertinggi = max((v for g in garis for v in g.nilai if v is not None), default=0.0)
    return _gambar(garis, awal, akhir, axes.sumbu_hitungan(0, tertinggi), "poin")


def jalur(per_jalur: Mapping[str, Sequence[Tahun]], bulan: date) -> go.Figure:
    """Number of kelurahan under half at each year of the two paths; `bulan` is the month of year 0."""
    fig = Lembar()
    banyak = max(len(path) for path in per_jalur.values())
    for nama, path in per_jalur.items():
        fig.add_scatter(
            x0=0, dx=1, y=[t.bawah for t in path], mode="lines+markers", name=f"Jalur {nama}",
            line={"color": WARNA_JALUR[nama], "width": theme.TEBAL_GARIS,
                  "dash": "dot" if nama == "tercepat" else "solid"},
            marker={"size": 9, "symbol": "square" if nama == "tercepat" else "circle"},
            hovertext=[
                f"{_tahun(bulan, t.ke)}: {t.bawah} kelurahan di bawah 50%, terendah {t.nama_terendah} "
                f"{formats.persen(t.terendah)}" for t in path
            ],
            hovertemplate=f"<b>Jalur {nama}</b><br>%{{hovertext}}<extra></extra>",
        )  # fmt: skip
    langkah = next(k for k in (1, 2, 5, 10) if banyak / k <= 8)
    tanda = list(range(0, banyak, langkah))
    tertinggi = max(t.bawah for path in per_jalur.values() for t in path)
    return fig.update_layout(
        theme.layout(
            tinggi=300, showlegend=True, margin={"l": 8, "r": 16, "t": 44, "b": 8},
            legend={"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "itemclick": False,
                    "itemdoubleclick": False},
            xaxis=theme.sumbu(tickvals=tanda, ticktext=[_tahun(bulan, t) for t in tanda], showgrid=False,
                              showline=True, range=[-0.3, banyak - 0.7], automargin=True),
            yaxis=axes.sumbu_hitungan(0, tertinggi),
        )
    )  # fmt: skip


def _tahun(bulan: date, ke: int) -> str:
    return formats.bulan_pendek(date(bulan.year + ke, bulan.month, 1))


def tabel_jalur(per_jalur: Mapping[str, Sequence[Tahun]], bulan: date) -> dict[str, Any]:
    """Both paths year by year as table data."""
    cepat, adil = per_jalur["tercepat"], per_jalur["adil"]
    rows = pd.DataFrame({"cepat": list(cepat), "adil": list(adil)})

    def bawah(judul: str, nama: str) -> tables.Kolom:
        return tables.Kolom(judul, lambda row: (formats.angka(row[nama].bawah), row[nama].bawah, ""))

    def terendah(judul: str, nama: str) -> tables.Kolom:
        def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
            tahun: Tahun = row[nama]
            return f"{tahun.nama_terendah} {formats.persen(tahun.terendah)}", tahun.terendah, ""

        return tables.Kolom(judul, cell)

    kolom = [
        tables.Kolom("Bulan", lambda row: (_tahun(bulan, row["adil"].ke), row["adil"].ke, ""), angka=False),
        tables.Kolom("Didaftarkan", lambda row: (formats.angka(row["adil"].orang), row["adil"].orang, "")),
        tables.Kolom("Cakupan (sama)", lambda row: (formats.persen(row["adil"].cakupan), row["adil"].cakupan, "")),
        bawah("Di bawah 50%, tercepat", "cepat"), bawah("Di bawah 50%, adil", "adil"),
        terendah("Terendah, tercepat", "cepat"), terendah("Terendah, adil", "adil"),
    ]  # fmt: skip
    return tables.tabel(rows, kolom, judul="Dua jalur, tahun demi tahun", tinggi=360, catatan="")


def _kolom(judul: str, kolom: str, tulis: Callable[[Any], str]) -> tables.Kolom:
    """A column whose cell is 'r' where the row's field `rahasia` says so, and 'tad' where a value is missing."""

    def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
        state = metrics.Keadaan.DISEMBUNYIKAN if row["rahasia"] else metrics.Keadaan.TANPA_DATA
        if row["rahasia"] or formats.kosong(row[kolom]):
            return state.simbol, None, state.value
        return tulis(row[kolom]), float(row[kolom]), ""

    return tables.Kolom(judul, cell)


CATATAN_RAHASIA = "r = dirahasiakan (1 sampai 4 orang, atau yang membocorkannya); tad = tidak ada data."


def tabel_sumber(df: pd.DataFrame, bulan: date) -> dict[str, Any]:
    """Participants by who pays in one month as table data.

    `df`: rows of peserta_per_sumber_iuran with `rahasia` (`pemerataan.tersembunyi`).
    """
    kini = df[df["bulan"] == str(bulan)].assign(nama=lambda d: d["sumber_iuran"].map(metrics.LABEL_SUMBER_IURAN))
    kolom = [
        tables.teks("Sumber iuran", "nama"),
        _kolom("Peserta aktif", "jumlah_peserta", formats.angka),
        _kolom("Bagian dari peserta", "rasio_peserta", formats.persen),
    ]
    catatan = (
        "Bagian dari peserta, bukan cakupan: pekerja tidak punya sumber iuran, jadi tidak ada penyebut. Orang dengan "
        f"dua sumber dihitung di keduanya. {CATATAN_RAHASIA}"
    )
    judul = f"Peserta menurut sumber iuran, {formats.bulan_panjang(bulan)}"
    return tables.tabel(kini, kolom, judul=judul, catatan=catatan)


def tabel_segmen(df: pd.DataFrame, bulan: date) -> dict[str, Any]:
    """Participants of the four segments in one month as table data, with coverage where there is a denominator.

    `df`: rows of tren_per_segmen with `rahasia`. JAKON and PMI have no workers in the register, so no coverage.
    """
    kini = df[df["bulan"] == str(bulan)].assign(
        nama=lambda d: d["segmen"].map(metrics.LABEL_SEGMEN), berlaku=lambda d: d["segmen"].isin(["PU", "BPU"])
    )
    cakupan = tables.ukuran("cakupan")
    rahasia = metrics.Keadaan.DISEMBUNYIKAN

    def rasio(row: dict[str, Any]) -> tuple[str, Any, str]:
        hidden = row["rahasia"] and row["berlaku"]
        return (rahasia.simbol, None, rahasia.value) if hidden else cakupan.sel(row)

    kolom = [
        tables.teks("Segmen", "nama"),
        _kolom("Peserta aktif", "jumlah_peserta", formats.angka),
        tables.Kolom(cakupan.judul, rasio),
    ]
    judul = f"Peserta menurut segmen, {formats.bulan_panjang(bulan)}"
    return tables.tabel(kini, kolom, judul=judul, catatan=f"tb = tidak berlaku (tanpa penyebut); {CATATAN_RAHASIA}")
