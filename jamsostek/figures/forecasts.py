"""The projection: what was, where it is heading with its bands, what was said before, and the path to the target."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsostek import formats, putus, theme
from jamsostek.figures import TanpaNilai, axes, labels, lines, marks, tables, targets
from jamsostek.figures.lembar import Lembar
from jamsostek.figures.tables import Kolom
from jamsostek.kota import kota
from jamsostek.projection import backtest, outlook, words
from jamsostek.projection.outlook import Proyeksi

PITA = ((0.8, 0.18), (0.5, 0.35))
"""Level and opacity of the bands, the wider first: the narrower lies on it."""
TEBAL_MEDIAN = 2
TEBAL_EKOR = 1.5
SUMBU_TERJAUH = 120
"""Months ahead that the chart shows at most; a target further away is told in words."""


def proyeksi(
    akun: pd.DataFrame,
    hasil: Proyeksi,
    *,
    sasaran: Sequence[tuple[date, float]] = (),
    wilayah: str = "",
    kata_penyebut: str = "pekerja",
) -> go.Figure:
    """Coverage (0-100 %) up to the projection's start, then the median with its 50 % and 80 % bands up to the target.

    `akun`: bulan and the account columns, adalah_sementara and basis_wilayah where known. `sasaran`: date and ratio of
    the city's path, drawn dashed as in the trend; `wilayah` is the code of the place, empty for the city.
    """
    mulai = axes.nomor_bulan(hasil.bulan)
    lalu = akun[akun["bulan"] <= pd.Timestamp(hasil.bulan)]
    awal, _ = lines.jendela(lalu, None)
    garis = lines.buat_garis(lalu, "cakupan", "Cakupan", theme.WARNA_CAKUPAN, awal, mulai)
    if garis.akhir is None:
        raise TanpaNilai("no value to draw")
    ke = min(SUMBU_TERJAUH, words.jarak(hasil, max(sasaran, default=None)))
    fig = Lembar()
    baris = marks.gambar_peristiwa(fig, (), awal, mulai + ke, putus.cari(lalu))
    _pita(fig, hasil, ke)
    _ekor(fig, hasil)
    label = [_jalur(fig, garis.akhir, sasaran, wilayah, mulai + ke), _median(fig, hasil, ke)]
    lines.gambar(fig, garis, kata_penyebut)
    marks.tandai(fig, garis, None, formats.persen(garis.akhir[1]), di_bawah=True)
    sumbu_y = axes.sumbu_rasio(max(n for n in garis.nilai if n is not None))
    atas = 16 + baris * axes.TINGGI_BARIS
    bidang = theme.TINGGI_GRAFIK - atas - 48
    labels.label_kanan(fig, [one for one in label if one], mulai + ke + 0.45, sumbu_y["range"], bidang, baris=2)
    return lines.rapikan(fig, awal, mulai + ke, sumbu_y, kanan=lines.RUANG_LABEL, atas=atas)


def _jalur(
    fig: Lembar, ujung: tuple[int, float], sasaran: Sequence[tuple[date, float]], wilayah: str, akhir: int
) -> labels.Label | None:
    """The city's path from now on; above a part of the city it begins at its own ratio, as in the trend."""
    milik_kota = wilayah in ("", kota().kode)
    mulai = ujung if milik_kota or not sasaran else (ujung[0], min(sasaran)[1])
    jalur = targets.jalur_sasaran(sasaran, mulai, ujung[0], akhir)
    return targets.gambar_sasaran(fig, jalur, sasaran, "Sasaran" if milik_kota else "Sasaran kota")


def _pita(fig: Lembar, hasil: Proyeksi, ke: int) -> None:
    """Each band as one closed shape that opens from the last actual value."""
    mulai, nilai = axes.nomor_bulan(hasil.bulan), float(hasil.deret.rasio[-1])
    x = list(range(mulai, mulai + ke + 1))
    for tingkat, alfa in PITA:
        rendah, tinggi = ([nilai, *map(float, sisi[:ke])] for sisi in hasil.pita_semua(tingkat))
        fig.add_scatter(
            x=x + x[::-1],
            y=[round(y, 4) for y in tinggi + rendah[::-1]],
            mode="lines",
            line={"width": 0},
            fill="toself",
            fillcolor=_warna(alfa),
            hoverinfo="skip",
            name=f"Pita {tingkat:.0%}",
        )


def _warna(alfa: float) -> str:
    r, g, b = (int(theme.WARNA_CAKUPAN[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({r},{g},{b},{alfa})"


def _ekor(fig: Lembar, hasil: Proyeksi) -> None:
    """The past forecasts in one trace, parted by gaps; months after the start are left to the present projection."""
    x: list[float | None] = []
    y: list[float | None] = []
    teks: list[str | None] = []
    for ekor in hasil.ekor:
        nomor = axes.nomor_bulan(ekor.bulan)
        x += [*range(nomor, nomor + len(ekor.nilai)), None]
        y += [*(round(float(n), 4) for n in ekor.nilai), None]
        teks += [f"dari {formats.bulan_pendek(ekor.bulan)}: {formats.persen(float(n))}" for n in ekor.nilai] + [None]
    if x:
        fig.add_scatter(
            x=x, y=y, mode="lines", line={"color": theme.WARNA_REDUP, "width": TEBAL_EKOR}, connectgaps=False,
            name="Ramalan lalu", hovertext=teks, hovertemplate="<b>Ramalan</b> %{hovertext}<extra></extra>",
        )  # fmt: skip


def _median(fig: Lembar, hasil: Proyeksi, ke: int) -> labels.Label:
    """The median; returns its label with value and 80 % band at the end."""
    mulai = axes.nomor_bulan(hasil.bulan)
    fig.add_scatter(
        x0=mulai,
        dx=1,
        y=[round(float(hasil.deret.rasio[-1]), 4), *(round(hasil.tengah(n), 4) for n in range(1, ke + 1))],
        mode="lines",
        line={"color": theme.WARNA_CAKUPAN, "width": TEBAL_MEDIAN},
        name="Proyeksi",
        hovertext=["", *(_rinci(hasil, n) for n in range(1, ke + 1))],
        hovertemplate="<b>Proyeksi</b> %{hovertext}<extra></extra>",
    )
    y, (rendah, tinggi) = hasil.tengah(ke), hasil.batas(ke, 0.8)
    teks = f"Proyeksi <b>{formats.persen(y)}</b><br>80%: {formats.persen(rendah)}–{formats.persen(tinggi)}"
    return labels.Label(mulai + ke, y, teks, theme.WARNA_CAKUPAN, theme.WARNA_CAKUPAN)


def _rinci(hasil: Proyeksi, ke: int) -> str:
    pita = "; ".join(
        f"{tingkat:.0%}: {formats.persen(rendah)} sampai {formats.persen(tinggi)}"
        for tingkat, (rendah, tinggi) in ((t, hasil.batas(ke, t)) for t in (0.5, 0.8))
    )
    bulan = formats.bulan_pendek(outlook.bulan_ke(hasil.bulan, ke))
    return f"{bulan}: {formats.persen(hasil.tengah(ke))}<br>pita {pita}"


def tabel_metode(hasil: Proyeksi, nama: str) -> dict[str, Any]:
    """The methods with their mean absolute errors per horizon, the chosen one marked, as table data."""
    kolom = [
        tables.teks("Metode", "metode"),
        tables.teks("Anggapan", "anggapan"),
        *(_poin(f"Galat {h} bulan (poin)", f"mae_{h}") for h in backtest.CAKRAWALA),
        _poin("Terhadap naif", "skor", 2),
    ]
    judul = f"Metode yang dibandingkan, {nama}"
    return tables.tabel(
        words.baris_metode(hasil), kolom, judul=judul, kode="kunci", terpilih=hasil.pilihan.metode,
        catatan="Galat: rata-rata selisih mutlak ramalan dan hasil. Terhadap naif: rata-rata galat dibagi galat naif; "
        "di bawah 1 lebih tepat. tad = galat yang diketahui belum cukup, atau metode tidak berlaku.",
    )  # fmt: skip


def tabel_rekaman(hasil: Proyeksi, nama: str) -> dict[str, Any]:
    """How often outcomes fell in the 80 % band of their time, per horizon, as table data."""
    kolom = [
        _bilangan("Jangka (bulan)", "cakrawala"),
        _bilangan("Hasil yang diuji", "hasil"),
        _bilangan("Di dalam pita 80%", "dalam"),
        _bilangan("Galat yang dipakai kini", "galat"),
    ]
    return tables.tabel(words.baris_rekaman(hasil), kolom, judul=f"Pita 80% pada masa lalu, {nama}", catatan="")


def tabel_bulan(hasil: Proyeksi, sasaran: Sequence[tuple[date, float]], nama: str) -> dict[str, Any]:
    """The projected months with both bands, and at the targets the chance to reach them, as table data."""
    ke = min(SUMBU_TERJAUH, words.jarak(hasil, max(sasaran, default=None)))
    kolom = [
        tables.bulan("Bulan", "bulan"),
        *(
            _rasio(judul, kunci)
            for judul, kunci in (
                ("Median", "tengah"), ("50% bawah", "rendah_50"), ("50% atas", "tinggi_50"), ("80% bawah", "rendah_80"),
                ("80% atas", "tinggi_80"), ("Sasaran", "sasaran"),
            )
        ),
        Kolom("Peluang tercapai", lambda row: _peluang(hasil, row["peluang"])),
    ]  # fmt: skip
    return tables.tabel(
        words.baris_bulan(hasil, ke, sasaran), kolom, judul=f"Proyeksi per bulan, {nama}", tinggi=420, catatan=""
    )


def _poin(judul: str, kolom: str, tempat: int = 1) -> Kolom:
    return Kolom(judul, lambda row: _sel(row[kolom], formats.desimal(row[kolom], tempat)))


def _rasio(judul: str, kolom: str) -> Kolom:
    return Kolom(judul, lambda row: _sel(row[kolom], "" if formats.kosong(row[kolom]) else formats.persen(row[kolom])))


def _bilangan(judul: str, kolom: str) -> Kolom:
    return Kolom(judul, lambda row: _sel(row[kolom], formats.angka(row[kolom])))


def _peluang(hasil: Proyeksi, nilai: float) -> tuple[str, Any, str]:
    return ("", None, "") if formats.kosong(nilai) else (words.peluang(hasil, nilai), float(nilai), "")


def _sel(nilai: Any, teks: str) -> tuple[str, Any, str]:
    return teks, None if formats.kosong(nilai) else float(nilai), ""
