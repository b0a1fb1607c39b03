"""Monthly lines: DataFrame in, figure out.

A month without a value that may be shown is a gap, never 0. All texts are made here, on the server.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from jamsostek import formats, metrics, putus, theme
from jamsostek.figures import TanpaNilai, axes, labels, lines, maps, marks, targets
from jamsostek.figures.flows import arus
from jamsostek.figures.lembar import Lembar
from jamsostek.figures.marks import Peristiwa
from jamsostek.kota import kota
from jamsostek.sasaran import Jalur

__all__ = [
    "arus",
    "tren_cakupan",
    "tren_pengangguran",
    "tren_per_kecamatan",
    "tren_per_segmen",
    "tren_tempat",
]

TINGGI_LAIN = 520  # px of the chart with the other issuers' lines: eight labels of two lines


def tren_cakupan(
    df: pd.DataFrame,
    *,
    target: pd.DataFrame | None = None,
    lain: Sequence[Jalur] = (),
    wilayah: str = "",
    peristiwa: Peristiwa = (),
    pin: Sequence[tuple[int, date]] = (),
    bulan_terpilih: date | None = None,
    rentang: int | None = 24,
    kata_penyebut: str = "pekerja",
) -> go.Figure:
    """Monthly coverage (0-100 %) with the path to the target, the events, the breaks and the pins of notes.

    `df`: one row per month with bulan and the account columns; adalah_sementara and basis_wilayah where known.
    `target`: columns tanggal and rasio_cakupan; the dashed path runs from the last value, or through earlier targets,
    to the last, and is cut half a window into the future; above a part of the city, whose code is `wilayah`, it begins
    level at its own ratio. `lain` are other issuers, drawn apart from both lines. `pin`: number and month of each.
    `rentang` months end at `bulan_terpilih`; None shows all months and marks the chosen one. ValueError without values.
    """
    awal, akhir = lines.jendela(df, rentang, bulan_terpilih)
    garis = lines.buat_garis(df, "cakupan", "Cakupan", theme.WARNA_CAKUPAN, awal, akhir)
    if garis.akhir is None:
        raise TanpaNilai("no value to draw")
    sasaran = () if target is None else tuple(zip(target["tanggal"], target["rasio_cakupan"], strict=True))
    jauh = max(akhir + (rentang or 48) // 2, targets.batas_lain(lain, akhir))
    # The path of the city begins at the city's line, not at that of a part of it
    milik_sendiri = wilayah in ("", kota().kode)
    ujung = garis.akhir if milik_sendiri or not sasaran else (garis.akhir[0], min(sasaran)[1])
    jalur = targets.jalur_sasaran(sasaran, ujung, awal, jauh)
    batas = max([akhir, targets.batas_lain(lain, akhir), *(int(x) for x, _ in jalur[-1:])])
    fig = Lembar()
    baris = marks.gambar_peristiwa(fig, peristiwa, awal, batas, putus.cari(df))
    tinggi = TINGGI_LAIN if lain else theme.TINGGI_GRAFIK
    atas = 16 + baris * axes.TINGGI_BARIS
    bidang, sumbu_y = tinggi - atas - 48, axes.sumbu_rasio(_tertinggi([garis]))
    label = targets.gambar_lain(fig, lain, akhir, awal, batas, wilayah)
    utama = targets.gambar_sasaran(fig, jalur, sasaran, "Sasaran" if milik_sendiri else "Sasaran kota")
    lines.gambar(fig, garis, kata_penyebut)
    semua = [*label, *([utama] if utama else [])]
    marks.tandai(fig, garis, bulan_terpilih, formats.persen(garis.akhir[1]), di_bawah=bool(semua))
    marks.gambar_pin(fig, pin, garis, awal, batas, sumbu_y["range"], bidang)
    labels.label_kanan(fig, semua, batas + 0.45, sumbu_y["range"], bidang, baris=2)
    kanan = targets.RUANG_LABEL if lain else lines.RUANG_LABEL if semua else 72
    return lines.rapikan(fig, awal, batas, sumbu_y, kanan=kanan, atas=atas, tinggi=tinggi)


def tren_per_kecamatan(
    df: pd.DataFrame,
    terpilih: str | None = None,
    *,
    rentang: int | None = None,
    bulan_terpilih: date | None = None,
    kata_penyebut: str = "pekerja",
) -> go.Figure:
    """Coverage of each kecamatan on one 0-100 % scale, each line labelled at its end.

    `df`: bulan, kode_kecamatan, nama_kecamatan and the account columns; `terpilih`: the code to emphasise. Participants
    without a place have no workers to compare with and are left out. ValueError when there is nothing to draw.
    """
    daerah = maps.berwilayah(df, "kode_kecamatan")
    awal, akhir = lines.jendela(daerah, rentang, bulan_terpilih)
    warna = theme.warna_kecamatan(daerah["kode_kecamatan"])
    garis = {}
    for kode, bagian in daerah.groupby("kode_kecamatan", sort=True):
        nama = str(bagian["nama_kecamatan"].iloc[0])
        garis[str(kode)] = lines.buat_garis(bagian, "cakupan", nama, warna[str(kode)], awal, akhir)
    return _banyak_garis(garis, awal, akhir, kata_penyebut, axes.sumbu_rasio(_tertinggi(garis.values())), terpilih)


def tren_tempat(
    tempat: Sequence[tuple[str, pd.DataFrame]],
    *,
    rentang: int | None = 24,
    bulan_terpilih: date | None = None,
    kata_penyebut: str = "pekerja",
) -> go.Figure:
    """Coverage of a place beside that of its kecamatan and city on one 0-100 % scale, the place in front.

    `tempat`: short name for the label ('Kelurahan') and monthly account of each, the chosen place first and the city
    last. TanpaNilai when there is nothing to draw.
    """
    awal, akhir = lines.jendela(tempat[-1][1], rentang, bulan_terpilih)
    warna = [theme.WARNA_CAKUPAN, *theme.WARNA_PEMBANDING[3 - len(tempat) :]]
    garis = {
        nama: lines.buat_garis(df, "cakupan", nama, w, awal, akhir) for (nama, df), w in zip(tempat, warna, strict=True)
    }
    sumbu_y = axes.sumbu_rasio(_tertinggi(garis.values()))
    return _banyak_garis(garis, awal, akhir, kata_penyebut, sumbu_y, terpilih=tempat[0][0])


def tren_per_segmen(
    df: pd.DataFrame, kunci: str = "cakupan", *, rentang: int | None = None, bulan_terpilih: date | None = None
) -> go.Figure:
    """One line per segment: coverage (`kunci` 'cakupan') or participants ('peserta', from 0).

    `df`: bulan, segmen, jumlah_peserta, jumlah_penyebut, rasio_cakupan. Segments without a value are named in a note
    instead of being drawn. ValueError when no segment has one.
    """
    awal, akhir = lines.jendela(df, rentang, bulan_terpilih)
    semua = [
        lines.buat_garis(df[df["segmen"] == segmen], kunci, label, theme.PALET_SEGMEN[segmen], awal, akhir, segmen)
        for segmen, label in metrics.LABEL_SEGMEN.items()
    ]
    garis = {g.nama: g for g in semua if g.akhir is not None}
    rasio, tertinggi = metrics.METRIK[kunci].adalah_rasio, _tertinggi(garis.values())
    sumbu_y = axes.sumbu_rasio(tertinggi) if rasio else axes.sumbu_hitungan(0, tertinggi)
    fig = _banyak_garis(garis, awal, akhir, "pekerja" if rasio else "peserta aktif", sumbu_y)
    if tanpa := [g.nama for g in semua if g.nama not in garis]:
        marks.catatan(fig, f"{'<br>'.join(tanpa)}:<br>{'tidak ada penyebut' if rasio else 'tidak ada data'}")
    return fig


def tren_pengangguran(df: pd.DataFrame, *, rentang: int | None = 24, bulan_terpilih: date | None = None) -> go.Figure:
    """Unemployed persons in the register per month, from 0. `df` as for tren_cakupan; ValueError without values."""
    awal, akhir = lines.jendela(df, rentang, bulan_terpilih)
    garis = lines.buat_garis(df, "penganggur", "Register", theme.WARNA_PENGANGGUR, awal, akhir)
    if garis.akhir is None:
        raise TanpaNilai("no value to draw")
    fig = Lembar()
    lines.gambar(fig, garis, "penganggur")
    marks.tandai(fig, garis, bulan_terpilih, formats.angka(garis.akhir[1]), di_bawah=False)
    return lines.rapikan(fig, awal, akhir, axes.sumbu_hitungan(0, _tertinggi([garis])), kanan=72)


def _banyak_garis(
    garis: dict[str, lines.Garis],
    awal: int,
    akhir: int,
    satuan: str,
    sumbu_y: dict[str, Any],
    terpilih: str | None = None,
    kanan: int = lines.RUANG_LABEL,
) -> go.Figure:
    """Several lines with end labels; the chosen one is drawn last, on top of the others."""
    if all(g.akhir is None for g in garis.values()):
        raise TanpaNilai("no value to draw")
    pilihan = garis.get(terpilih) if terpilih is not None else None
    fig = Lembar()
    for g in sorted(garis.values(), key=lambda g: g is pilihan):
        lines.gambar(fig, g, satuan, redup=pilihan is not None and g is not pilihan)
    nama = pilihan.nama if pilihan is not None else None
    lines.label_ujung(fig, list(garis.values()), akhir, sumbu_y["range"], terpilih=nama)
    return lines.rapikan(fig, awal, akhir, sumbu_y, kanan=kanan)


def _tertinggi(garis: Iterable[lines.Garis]) -> float:
    return max((v for g in garis for v in g.nilai if v is not None), default=0.0)
