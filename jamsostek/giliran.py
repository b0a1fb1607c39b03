"""Whose turn it is: in which order the unprotected workers of the kelurahan are enrolled. Pure.

Each order is one sequence of all of them, so a larger number always holds a smaller one, no kelurahan gets more than
its gap, and everything is in whole persons.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from jamsostek import metrics
from jamsostek.metrics import Keadaan

URUTAN = {
    "kesenjangan": "kesenjangan terbesar dulu",
    "dibawah50": "yang di bawah 50% dulu",
    "rata": "sama banyak di setiap kelurahan",
}
"""The orders offered for a scenario, by their name in the address."""
ADIL = "adil"
"""The order that always enrols in the kelurahan with the lowest coverage."""


@dataclass(frozen=True)
class Kelurahan:
    """One kelurahan whose gap (persons) may be shown; participants and denominator only where coverage may be.

    `lambang` is the symbol of its coverage's state: instead of the value, or '!' after one above 100 %.
    """

    kode: str
    nama: str
    kesenjangan: int
    peserta: int | None
    penyebut: int | None
    lambang: str = ""

    def cakupan(self, tambahan: int = 0) -> float | None:
        """Coverage (ratio) with so many more participants; None where it may not be shown."""
        if self.peserta is None or not self.penyebut:
            return None
        return (self.peserta + tambahan) / self.penyebut

    def melewati_separuh(self, tambahan: int) -> bool:
        """Whether so many more participants lift it from under 50 % to 50 % or more."""
        sebelum, sesudah = self.cakupan(), self.cakupan(tambahan)
        return sebelum is not None and sesudah is not None and sebelum < 0.5 <= sesudah

    def ditutup(self, tambahan: int) -> bool:
        """Whether so many close a gap."""
        return 0 < self.kesenjangan == tambahan


def kelurahan(df: pd.DataFrame) -> tuple[tuple[Kelurahan, ...], dict[Keadaan, list[str]]]:
    """The kelurahan that can be counted, by code, and the names of the others by the state of their gap.

    `df`: one row per kelurahan as cakupan_per_kelurahan gives it, without the row of persons without a place. Who is
    hidden or unknown gets nobody: what is given would tell how many there are. With a hidden one goes the smallest of
    the others, since the place's total less all of these is the hidden number.
    """
    counted: list[Kelurahan] = []
    others: dict[Keadaan, list[str]] = {}
    for row in df.sort_values("kode_kelurahan").to_dict("records"):
        state = metrics.keadaan_pecahan(row, "belum_terlindungi")
        if not state.ada_nilai:
            others.setdefault(state, []).append(str(row["nama_kelurahan"]))
            continue
        own = metrics.keadaan_baris(row, "cakupan")
        peserta, penyebut = (int(row[n]) if own.ada_nilai else None for n in ("jumlah_peserta", "jumlah_penyebut"))
        gap = int(row["jumlah_belum_terlindungi"])
        counted.append(
            Kelurahan(str(row["kode_kelurahan"]), str(row["nama_kelurahan"]), gap, peserta, penyebut, own.simbol)
        )
    if Keadaan.DISEMBUNYIKAN in others and any(k.kesenjangan for k in counted):
        smallest = min((k for k in counted if k.kesenjangan), key=lambda k: (k.kesenjangan, k.kode))
        counted.remove(smallest)
        others[Keadaan.DISEMBUNYIKAN].append(f"{smallest.nama} (pelengkap)")
    return tuple(counted), others


def urut(tempat: Sequence[Kelurahan], urutan: str) -> NDArray[np.intp]:
    """Position in `tempat` of every unprotected worker, in the order of enrolment; as long as all gaps together.

    'kesenjangan': a kelurahan is finished before the next, from the largest gap down. 'dibawah50': first everywhere up
    to half of the workers, from the lowest coverage up, then as before. 'rata': one person each in turn. 'adil': always
    where coverage is lowest. Where coverage may not be shown comes last; ties go by position. KeyError for another one.
    """
    gap = np.array([k.kesenjangan for k in tempat], dtype=np.intp)
    siapa = np.repeat(np.arange(len(tempat)), gap)
    ke = np.arange(len(siapa)) - np.repeat(np.cumsum(gap) - gap, gap)
    peserta = np.array([k.peserta or 0 for k in tempat], dtype=float)
    penyebut = np.array([k.penyebut or 0 for k in tempat], dtype=float)
    with np.errstate(divide="ignore", invalid="ignore"):
        awal = np.where(penyebut > 0, peserta / penyebut, np.inf)
        cakupan = np.where(penyebut[siapa] > 0, (peserta[siapa] + ke) / penyebut[siapa], np.inf)
    bawah = cakupan < 0.5
    besar = _peringkat(-gap)[siapa]
    kunci = {
        "kesenjangan": (besar, besar),
        "dibawah50": (np.where(bawah, _peringkat(awal)[siapa], besar), ~bawah),
        "rata": (ke, ke),
        ADIL: (cakupan, cakupan),
    }[urutan]
    return siapa[np.lexsort((siapa, *kunci))]


def _peringkat(nilai: NDArray[np.generic]) -> NDArray[np.intp]:
    """Rank of each value, ascending; ties by position."""
    return np.argsort(np.argsort(nilai, kind="stable"), kind="stable")


def bagi(tempat: Sequence[Kelurahan], jumlah: int, urutan: str) -> list[int]:
    """Persons enrolled in each kelurahan when `jumlah` (>= 0) are; together the smaller of `jumlah` and all gaps."""
    hitungan = np.bincount(urut(tempat, urutan)[:jumlah], minlength=len(tempat))
    return [int(n) for n in hitungan]
