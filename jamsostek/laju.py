"""What the way to a target takes each month, and what was achieved. Pure; the formula is `metrics.laju_diperlukan`."""

import math
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pandas as pd

from jamsostek import metrics

RENTANG = (3, 12)
"""Months over which the achieved pace is averaged."""

LURUH_TERTINGGI = 100  # per mille a month
TUMBUH = range(-20, 55, 5)  # per mille a year


class Status(StrEnum):
    """How the achieved pace compares with the need."""

    TERCAPAI = "Sasaran sudah tercapai"
    SESUAI = "Sesuai jalur"
    PERCEPATAN = "Perlu percepatan"
    TERTINGGAL = "Tertinggal"
    MUSTAHIL = "Mustahil dengan laju sekarang"

    @property
    def lambang(self) -> str:
        """A sign of its own, so that nothing hangs on colour."""
        return {"TERCAPAI": "★", "SESUAI": "✔", "PERCEPATAN": "▲", "TERTINGGAL": "▼", "MUSTAHIL": "✖"}[self.name]


@dataclass(frozen=True)
class Syarat:
    """The terms: target (ratio of the workers), months left (>= 1), lapse a month and growth of workers a year."""

    rasio: float
    bulan: int
    luruh: float = 0.0
    tumbuh: float = 0.0

    def pekerja(self, kini: float) -> float:
        """Workers at the target's date from those of today."""
        return float(kini * (1 + self.tumbuh) ** (self.bulan / 12))

    def tujuan(self, pekerja: float) -> float:
        """Participants that the target asks for: T P."""
        return self.rasio * self.pekerja(pekerja)

    def kesenjangan(self, pekerja: float, peserta: float) -> int:
        """Persons missing to the target today, T P - E0, never below 0, rounded up."""
        return max(0, _atas(self.tujuan(pekerja) - peserta))

    def bobot(self, pekerja: float, peserta: float) -> float:
        """Persons missing at the target's date if nobody enrolled from now on: T P - E0 (1-a)^m, never below 0.

        Without lapse that is today's gap; the need of a place is proportional to it whatever the lapse.
        """
        return max(0.0, self.tujuan(pekerja) - peserta * (1 - self.luruh) ** self.bulan)

    def perlu(self, pekerja: float, peserta: float, *, luruh: bool = True) -> int:
        """Enrolments needed each month, rounded up; without lapse it is the net gain that is needed."""
        lapse = self.luruh if luruh else 0.0
        pace = metrics.laju_diperlukan(self.pekerja(pekerja), self.rasio, peserta, self.bulan, lapse)
        return _atas(pace or 0.0)


def _atas(nilai: float) -> int:
    return math.ceil(round(nilai, 6))  # 3830.0000000001 is 3830


@dataclass(frozen=True)
class Capaian:
    """What came and went in the last twelve comparable months and in the last three of them, in persons.

    `masuk` are new and returning persons, `bersih` the change of the participants, `keluar` those who left out of
    `awal`, the participants at the start of each month added up; `terbesar` the largest `keluar` of one month.
    """

    bulan: dict[int, int]
    masuk: dict[int, int]
    bersih: dict[int, int]
    keluar: int = 0
    awal: int = 0
    terbesar: tuple[int, date | None] = (0, None)

    @property
    def luruh(self) -> float | None:
        """Share of the participants that leaves in a month, over twelve months; None without participants."""
        return self.keluar / self.awal if self.awal else None

    def jumlah(self, rentang: int, syarat: Syarat) -> int | None:
        """Persons over the months: those who came where lapse is counted apart, the net change where it is not."""
        if not self.bulan[rentang]:
            return None
        return self.masuk[rentang] if syarat.luruh else self.bersih[rentang]

    def rata(self, rentang: int, syarat: Syarat) -> float | None:
        """The same for one month, on average; None where no month can be compared."""
        total = self.jumlah(rentang, syarat)
        return None if total is None else total / self.bulan[rentang]


def capaian(arus: pd.DataFrame, bulan: date, kolom: str | None = None) -> dict[str, Capaian]:
    """The achieved pace by the code in `kolom`, or of everything together under ''.

    `arus` is a result of arus_per_kelurahan. A kelurahan is compared only over months at whose start it existed.
    """
    if kolom == "kode_kelurahan":
        arus = arus.dropna(subset=["jumlah_peserta_awal"])
    found: dict[str, Capaian] = {}
    for kode, rows in arus.groupby(kolom) if kolom else [("", arus)]:
        found[str(kode)] = _capaian(rows.groupby("bulan").sum(numeric_only=True), bulan)
    return found


def _capaian(months: pd.DataFrame, bulan: date) -> Capaian:
    came = months["jumlah_masuk"] + months["jumlah_kembali"]
    net = came - months["jumlah_keluar"] + months["jumlah_pindah_masuk"] - months["jumlah_pindah_keluar"]
    starts = [pd.Timestamp(month).date() for month in months.index]
    inside = {r: [0 <= metrics.bulan_antara(start, bulan) < r for start in starts] for r in RENTANG}
    left = [int(n) for n in months["jumlah_keluar"]]
    year = [(n, start) for n, start, counts in zip(left, starts, inside[12], strict=True) if counts]
    return Capaian(
        {r: sum(inside[r]) for r in RENTANG},
        {r: int(came[inside[r]].sum()) for r in RENTANG},
        {r: int(net[inside[r]].sum()) for r in RENTANG},
        sum(n for n, _start in year),
        int(months["jumlah_peserta_awal"][inside[12]].sum()),
        max(year, default=(0, None), key=lambda one: one[0]),
    )


def status(perlu: int, capai: float | None, syarat: Syarat, pekerja: float, peserta: float) -> Status | None:
    """How an achieved monthly pace compares with the need of a place; None where no pace is known.

    Impossible means that the target is never reached at this pace, however long: nothing is gained, or the level at
    which as many leave as come (pace / lapse) lies below the target's participants.
    """
    tujuan = syarat.tujuan(pekerja)
    if perlu <= 0 and peserta >= tujuan:
        return Status.TERCAPAI
    if capai is None:
        return None
    if capai >= perlu:
        return Status.SESUAI
    if capai <= 0 or (syarat.luruh and capai / syarat.luruh < tujuan):
        return Status.MUSTAHIL
    return Status.PERCEPATAN if capai / perlu >= 0.5 else Status.TERTINGGAL
