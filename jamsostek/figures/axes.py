"""Axes and labels shared by the charts: month axis, ratio and count axes, labels that do not overlap.

Months are drawn as whole numbers (year * 12 + month - 1) with tick texts made here. On a date axis Plotly would
format months itself, in English, and each line would carry its own list of dates.
"""

import math
from collections.abc import Sequence
from datetime import date
from typing import Any

from jamsostek import formats, theme

TINGGI_BARIS = 18  # px of one line of label text at UKURAN_GRAFIK
LEBAR_HURUF = 7  # px of an average letter at UKURAN_GRAFIK


def nomor_bulan(bulan: date) -> int:
    """Position of a month on the axis: consecutive months differ by 1."""
    return bulan.year * 12 + bulan.month - 1


def bulan_dari(nomor: int) -> date:
    """First day of the month at a position; inverse of nomor_bulan."""
    return date(nomor // 12, nomor % 12 + 1, 1)


def sumbu_bulan(awal: int, akhir: int, maks_label: int = 7) -> dict[str, Any]:
    """X axis from month `awal` to `akhir` (positions) with at most `maks_label` labels like 'Jun 2023'."""
    langkah = next(k for k in (1, 2, 3, 6, 12, 24, 60, 120) if (akhir - awal) // k + 1 <= maks_label)
    tanda = [n for n in range(awal, akhir + 1) if n % langkah == 0] or [awal]
    return theme.sumbu(
        tickvals=tanda,
        ticktext=[formats.bulan_pendek(bulan_dari(n)) for n in tanda],
        range=[awal - 0.5, akhir + 0.5],
        showgrid=False,
        showline=True,
        ticks="outside",
        tickcolor=theme.GARIS_SUMBU,
        automargin=True,
    )


def sumbu_rasio(tertinggi: float = 1.0) -> dict[str, Any]:
    """Y axis 0-100 % with five gridlines; grows only when a value exceeds 100 %, so that no line leaves the chart."""
    tanda = [0, 0.25, 0.5, 0.75, 1]
    return theme.sumbu(
        tickvals=tanda,
        ticktext=["0%", *(formats.persen(t).replace(",0%", "%") for t in tanda[1:])],
        range=[0, 1.02 if tertinggi <= 1 else tertinggi * 1.05],
        automargin=True,
    )


def sumbu_hitungan(terendah: float, tertinggi: float) -> dict[str, Any]:
    """Y axis of counts that includes 0, with at most five gridlines and labels like '12.000' or '−500'."""
    terendah, tertinggi = min(0.0, terendah), max(0.0, tertinggi)
    langkah = _langkah_bulat((tertinggi - terendah) or 1.0)
    awal = math.floor(terendah / langkah) * langkah
    akhir = max(math.ceil(tertinggi / langkah) * langkah, awal + langkah)
    tanda = [awal + langkah * i for i in range(round((akhir - awal) / langkah) + 1)]
    return theme.sumbu(
        tickvals=tanda,
        ticktext=[formats.angka(t) for t in tanda],
        range=[awal, akhir * 1.02 if akhir > 0 else akhir],
        automargin=True,
    )


def _langkah_bulat(rentang: float) -> int:
    """Smallest step of 1, 2, 2.5 or 5 times a power of ten, at least 1, that divides the span into at most 3 parts.

    Three parts, because rounding both ends outward adds up to one more: five lines at most.
    """
    dasar: int = 10 ** math.floor(math.log10(max(rentang / 3, 1)))
    return next(round(k * dasar) for k in (1, 2, 2.5, 5, 10) if k * dasar >= rentang / 3 and (k * dasar) % 1 == 0)


def sebar(posisi: Sequence[float], jarak: float, bawah: float, atas: float) -> list[float]:
    """Positions moved as little as needed so that any two are at least `jarak` apart, inside [bawah, atas].

    Same order as given. When there is no room for all, they share the room evenly.
    """
    if not posisi:
        return []
    jarak = min(jarak, (atas - bawah) / max(1, len(posisi) - 1))
    urutan = sorted(range(len(posisi)), key=lambda i: posisi[i])
    # Pool neighbours that touch and centre each pool on the mean wish of its members (least squares).
    kelompok: list[tuple[float, int]] = []
    for i in urutan:
        tengah, n = posisi[i], 1
        while kelompok and tengah - (n - 1) * jarak / 2 < kelompok[-1][0] + (kelompok[-1][1] + 1) * jarak / 2:
            lama, m = kelompok.pop()
            tengah, n = (tengah * n + lama * m) / (n + m), n + m
        kelompok.append((tengah, n))
    rapat = [tengah + (k - (n - 1) / 2) * jarak for tengah, n in kelompok for k in range(n)]
    for k in range(len(rapat)):  # push up from the floor, then down from the ceiling
        rapat[k] = max(rapat[k], bawah + k * jarak)
    for k in range(len(rapat)):
        rapat[-1 - k] = min(rapat[-1 - k], atas - k * jarak)
    hasil = [0.0] * len(posisi)
    for tempat, i in enumerate(urutan):
        hasil[i] = rapat[tempat]
    return hasil
