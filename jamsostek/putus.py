"""Where a monthly series breaks: months that must not be joined by a line, nor used as one history. Pure.

A break lies between two months: the month given is the first of the new piece.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import pandas as pd

from jamsostek import formats, metrics
from jamsostek.metrics import Keadaan

Row = dict[Hashable, Any]

LABEL_BASIS = {"domisili": "domisili", "tempat_kerja": "tempat kerja", "kantor_cabang": "kantor cabang"}


class Sebab(StrEnum):
    """Why a series breaks, in the words of the screen."""

    TANPA_DATA = "tanpa data"
    BASIS = "arti wilayah berganti"
    PENYEBUT = "penyebut bergeser"


@dataclass(frozen=True)
class Putus:
    """One break: the first month after it, why, and the reason in words."""

    bulan: date
    sebab: Sebab
    teks: str


def cari(akun: pd.DataFrame) -> list[Putus]:
    """The breaks of a monthly account, in order.

    `akun`: one row per month with bulan, jumlah_peserta, jumlah_penyebut and, where known, basis_wilayah. A break is a
    month (or more) without numbers between two that have some, a basis other than that of the month before, or a
    denominator that moved by more than metrics.AMBANG_PENYEBUT in one month. Hidden cells are neither compared nor
    called missing, so that no break tells about 1 to 4 persons.
    """
    found: list[Putus] = []
    shown: Row | None = None
    last: date | None = None
    missing: list[Row] = []
    for row in akun.sort_values("bulan").to_dict("records"):
        state = metrics.keadaan_sel(row["jumlah_peserta"], row["jumlah_penyebut"])
        if state is Keadaan.TANPA_DATA:
            missing.append(row)
            continue
        gap = last is not None and (bool(missing) or metrics.bulan_antara(last, row["bulan"]) > 1)
        if state.ada_nilai:
            if shown is not None and (reason := _reason(shown, row, missing, gap=gap)):
                found.append(Putus(date(row["bulan"].year, row["bulan"].month, 1), *reason))
            shown, missing = row, []
        last = row["bulan"]
    return found


def _reason(before: Row, row: Row, missing: list[Row], *, gap: bool) -> tuple[Sebab, str] | None:
    basis, now = _basis(before), _basis(row)
    others = sorted({words for m in missing if (words := _basis(m)) and now and words != now})
    if others:
        return Sebab.BASIS, f"berkas bulan sebelumnya menurut {' dan '.join(others)}, tidak dipakai dalam deret ini"
    if basis and now and basis != now:
        return Sebab.BASIS, f"wilayah menurut {now}, sebelumnya menurut {basis}"
    if gap:
        return Sebab.TANPA_DATA, f"tanpa data sesudah {formats.bulan_panjang(before['bulan'])}"
    old, new = before["jumlah_penyebut"], row["jumlah_penyebut"]
    if metrics.penyebut_bergeser(old, new):
        return Sebab.PENYEBUT, f"penyebut bergeser dari {formats.angka(old)} menjadi {formats.angka(new)}"
    return None


def _basis(row: Row) -> str:
    """What the places of the row mean, in words; empty where that is not known."""
    return LABEL_BASIS.get(str(row.get("basis_wilayah")), "")
