"""Which months a projection may learn from: the unbroken run up to the chosen one, or why there is none."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from jamsostek import formats, metrics, putus
from jamsostek.metrics import Keadaan

Larik = NDArray[np.float64]
Bulan = NDArray[np.int64]
"""Months ahead: 1, 2, ..."""

BULAN_MINIMUM = 12
"""Fewest usable months: eight to learn from and four tested outcomes, with which an 80 % band begins to exist."""


@dataclass(frozen=True)
class Deret:
    """Consecutive comparable months, oldest first: participants and denominator (persons).

    `sejak` says in words why the months before the first are not used; empty where there are none.
    """

    bulan: tuple[date, ...]
    peserta: Larik
    penyebut: Larik
    sejak: str = ""

    @property
    def rasio(self) -> Larik:
        """Coverage of each month, with the denominator of that month."""
        return np.asarray(self.peserta / self.penyebut)


@dataclass(frozen=True)
class Ditolak:
    """No projection can be made, and why, in words for the screen."""

    alasan: str


def siapkan(akun: pd.DataFrame, bulan: date) -> Deret | Ditolak:
    """The usable months up to `bulan` of an account: bulan, jumlah_peserta, jumlah_penyebut and, where known,
    basis_wilayah.

    Going back from `bulan`, the run ends at a break of `putus.cari` (missing month, another basis, a denominator that
    moved by more than metrics.AMBANG_PENYEBUT: another definition, no enrolment) and at a month that may not be shown.
    """
    baris = {pd.Timestamp(row["bulan"]).date(): row for row in akun.to_dict("records")}
    if tolak := _tertolak(baris.get(bulan), bulan):
        return Ditolak(tolak)
    awal = {p.bulan: f"{p.teks[0].upper()}{p.teks[1:]} ({formats.bulan_panjang(p.bulan)})." for p in putus.cari(akun)}
    pakai = [bulan]
    while (alasan := awal.get(pakai[-1])) is None:
        sebelum = _sebelum(pakai[-1])
        if sebelum < min(baris):
            break
        if not _keadaan(baris.get(sebelum)).ada_nilai:
            alasan = f"Cakupan {formats.bulan_panjang(sebelum)} {_sebab(_keadaan(baris.get(sebelum)))}."
            break
        pakai.append(sebelum)
    if len(pakai) < BULAN_MINIMUM:
        mulai = alasan or f"Data mulai pada {formats.bulan_panjang(pakai[-1])}."
        return Ditolak(f"Hanya {len(pakai)} bulan yang dapat dipakai; sedikitnya {BULAN_MINIMUM} diperlukan. {mulai}")
    pakai.reverse()
    orang = [[float(baris[b][kolom]) for b in pakai] for kolom in ("jumlah_peserta", "jumlah_penyebut")]
    return Deret(tuple(pakai), np.array(orang[0]), np.array(orang[1]), alasan or "")


def _tertolak(row: dict[Any, Any] | None, bulan: date) -> str:
    keadaan = _keadaan(row)
    if keadaan is Keadaan.DI_ATAS_100:
        return (
            f"Peserta melebihi penyebut pada {formats.bulan_panjang(bulan)}: penyebutnya diragukan, dan arah menuju "
            "100% tidak berarti sebelum daftar tenaga kerjanya diperbarui."
        )
    if keadaan is not Keadaan.NILAI:
        return f"Cakupan {formats.bulan_panjang(bulan)} {_sebab(keadaan)}."
    return ""


def _sebab(keadaan: Keadaan) -> str:
    return f"tidak dapat ditampilkan ({keadaan.label.lower()})"


def _keadaan(row: dict[Any, Any] | None) -> Keadaan:
    return Keadaan.TANPA_DATA if row is None else metrics.keadaan_baris(row, "cakupan")


def _sebelum(bulan: date) -> date:
    return (pd.Timestamp(bulan) - pd.DateOffset(months=1)).date()
