"""The change of coverage as a waterfall: from one month's coverage, part by part, to the other's; and as a table."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsostek import campuran, formats, theme
from jamsostek.figures import tables
from jamsostek.figures.lembar import Lembar
from jamsostek.figures.tables import Kolom
from jamsostek.urai import Suku, Titik, bulatkan

TINGGI_BATANG = 36
_WARNA = {
    "masuk": theme.WARNA_MASUK,
    "kembali": theme.WARNA_KEMBALI,
    "keluar": theme.WARNA_KELUAR,
    "pindah": theme.WARNA_PINDAH,
    "koreksi": theme.WARNA_LAIN,
    "pekerja": theme.KELAS_GAP[4].isi,
}
_WARNA_UJUNG = theme.KELAS_PESERTA[1].isi
_POTONG = 26  # letters of a label on one line


def jenjang(bulan: tuple[date, date], titik: tuple[Titik, Titik], suku: Sequence[Suku]) -> go.Figure:
    """Bars from top to bottom: the earlier coverage, each part from where the one before ended, the later coverage.

    The axis begins at 0; values stand beside the bars, the parts' in points, rounded so that they add up.
    """
    awal, akhir = (t.rasio for t in titik)
    nilai = bulatkan([s.nilai for s in suku])
    dasar, panjang, tempat = [0.0], [awal], awal
    for s in suku:
        dasar.append(min(tempat, tempat + s.nilai))
        panjang.append(abs(s.nilai))
        tempat += s.nilai
    ujung = [formats.persen(t.rasio, t.pekerja) for t in titik]
    teks = [ujung[0], *(formats.selisih_poin(n) for n in nilai), ujung[1]]
    label = [formats.bulan_panjang(bulan[0]), *(s.label.capitalize() for s in suku), formats.bulan_panjang(bulan[1])]
    rinci = [_pecahan(titik[0]), *map(_orang, suku), _pecahan(titik[1])]
    fig = Lembar()
    fig.add_bar(
        x=[round(n, 5) for n in (*panjang, akhir)], base=[round(n, 5) for n in (*dasar, 0.0)], y0=0, dy=1,
        orientation="h", width=0.66,
        marker={
            "color": [_WARNA_UJUNG, *(_warna(s) for s in suku), _WARNA_UJUNG],
            "line": {"color": theme.TEKS, "width": 1},
        },
        hovertext=[f"<b>{n}</b>: {t}<br>{r}" for n, t, r in zip(label, teks, rinci, strict=True)],
        hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip
    _tulis(fig, dasar, panjang, teks, akhir)
    _sambung(fig, awal, suku)
    tinggi = max(akhir, *(d + p for d, p in zip(dasar, panjang, strict=True)))
    return fig.update_layout(_layout([_lipat(kata) for kata in label], tinggi))


def _warna(suku: Suku) -> str:
    return _WARNA[suku.kunci[0]] if len(suku.kunci) == 1 else theme.WARNA_LAIN


def _pecahan(titik: Titik) -> str:
    return f"{formats.angka(titik.peserta)} peserta dari {formats.angka(titik.pekerja)} pekerja"


def _orang(suku: Suku) -> str:
    return f"{formats.selisih(suku.orang)} {'pekerja' if suku.kunci == ('pekerja',) else 'peserta'}"


def _tulis(fig: Lembar, dasar: list[float], panjang: list[float], teks: list[str], akhir: float) -> None:
    """The value to the right of each bar; with bases of their own Plotly would put some of them on the wrong side."""
    for nomor, (a, b) in enumerate(zip([*dasar, 0.0], [*panjang, akhir], strict=True)):
        fig.add_annotation(
            x=round(a + b, 5), y=nomor, text=f"<b>{teks[nomor]}</b>", showarrow=False, xanchor="left", xshift=6,
            font={"size": theme.UKURAN_GRAFIK, "color": theme.TEKS},
        )  # fmt: skip


def _sambung(fig: Lembar, awal: float, suku: Sequence[Suku]) -> None:
    """A thin line from where each bar ends to the next."""
    tempat = awal
    for nomor in range(len(suku) + 1):
        x = round(tempat, 5)
        garis = {"color": theme.GARIS_SUMBU, "width": 1}
        fig.add_shape(type="line", x0=x, x1=x, y0=nomor + 0.33, y1=nomor + 0.67, line=garis)
        if nomor < len(suku):
            tempat += suku[nomor].nilai


def _lipat(kata: str) -> str:
    """The label on several lines where it is long: a phone is narrow."""
    baris = [""]
    for potong in kata.split():
        baris = [*baris[:-1], f"{baris[-1]} {potong}".strip()] if len(baris[-1]) < _POTONG - 8 else [*baris, potong]
    return "<br>".join(baris)


def _layout(label: list[str], tertinggi: float) -> dict[str, Any]:
    return theme.layout(
        tinggi=TINGGI_BATANG * len(label) + 16,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        xaxis=theme.sumbu(range=[0, (tertinggi or 1) * 1.2], showticklabels=False, showgrid=False),
        yaxis=theme.sumbu(
            range=[len(label) - 0.5, -0.5], tickvals=list(range(len(label))), ticktext=label, showgrid=False,
            tickfont={"size": theme.UKURAN_GRAFIK, "color": theme.TEKS}, showline=True, automargin=True,
        ),
    )  # fmt: skip


def baris(suku: Sequence[Suku]) -> pd.DataFrame:
    """The parts as rows for the table and the download: bagian, selisih_orang, selisih_poin (points) and their sum."""
    nilai = bulatkan([s.nilai for s in suku])
    isi = [(s.label.capitalize(), s.orang, n * 100) for s, n in zip(suku, nilai, strict=True)]
    jumlah = ("Jumlah: perubahan cakupan", None, sum(nilai) * 100)
    df = pd.DataFrame([*isi, jumlah], columns=["bagian", "selisih_orang", "selisih_poin"])
    return df.astype({"selisih_orang": "Int64"}).assign(selisih_poin=df["selisih_poin"].round(1))


def tabel(df: pd.DataFrame, judul: str) -> dict[str, Any]:
    """The rows of `baris` as table data."""
    return tables.tabel(
        df, [tables.teks("Bagian", "bagian"), _selisih_orang(), _poin("selisih_poin", "Poin")], judul=judul
    )


def _selisih_orang() -> Kolom:
    def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
        n = row["selisih_orang"]
        return ("", None, "") if formats.kosong(n) else (formats.selisih(n), int(n), "")

    return Kolom("Orang", cell)


def _poin(kolom: str, judul: str) -> Kolom:
    def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
        return formats.selisih_poin(row[kolom] / 100), float(row[kolom]), ""

    return Kolom(judul, cell)


def baris_wilayah(
    disebut: Sequence[campuran.Sumbangan], lain: Sequence[campuran.Sumbangan], satuan: str
) -> pd.DataFrame:
    """The named contributions and the others' sum: nama, and the three kinds in points with their sum.

    Two decimals: most places contribute less than a tenth of a point.
    """
    isi = [(s.isi.nama, s.di_dalam, s.pergeseran, s.lain) for s in disebut]
    if lain:
        isi.append((f"{len(lain)} {satuan} lain, dijumlah", *_jumlah(lain)))
    isi.append(("Jumlah", *_jumlah([*disebut, *lain])))
    df = pd.DataFrame(isi, columns=["nama", "di_dalam", "pergeseran", "lain"])
    df["jumlah"] = df["di_dalam"] + df["pergeseran"] + df["lain"]
    angka = ["di_dalam", "pergeseran", "lain", "jumlah"]
    return df.assign(**{k: (df[k] * 100).round(2) for k in angka})


def _jumlah(sumbangan: Sequence[campuran.Sumbangan]) -> tuple[float, float, float]:
    return sum(s.di_dalam for s in sumbangan), sum(s.pergeseran for s in sumbangan), sum(s.lain for s in sumbangan)


def tabel_wilayah(df: pd.DataFrame, judul: str, satuan: str) -> dict[str, Any]:
    """The rows of `baris_wilayah` as table data."""
    kolom = [
        tables.teks(satuan.capitalize(), "nama"), _dua("jumlah", "Sumbangan (poin)"), _dua("di_dalam", "Di dalam"),
        _dua("pergeseran", "Pergeseran"), _dua("lain", "Tanpa cakupan sendiri"),
    ]  # fmt: skip
    return tables.tabel(df, kolom, judul=judul)


def _dua(kolom: str, judul: str) -> Kolom:
    def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
        teks = formats.desimal(row[kolom], 2)
        return f"+{teks}" if row[kolom] > 0 else teks, float(row[kolom]), ""

    return Kolom(judul, cell)
