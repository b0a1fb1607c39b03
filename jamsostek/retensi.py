"""How long new participants stay: the Kaplan-Meier curve of each payer, from counts. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from jamsostek import formats, metrics
from jamsostek.metrics import AMBANG_RAHASIA

TONGGAK = (3, 6, 12, 24, 36, 48)
"""Months since joining that the table shows."""
PATOKAN = 12


@dataclass(frozen=True)
class Langkah:
    """`lama` months after joining: those at risk, those of them still there, and the chance to have stayed until then.

    `tampil` is False where the step would tell of 1 to 4 persons: the chance shown stays that of the step before.
    """

    lama: int
    mulai: int
    bertahan: int
    peluang: float
    tampil: bool = True


@dataclass(frozen=True)
class Kurva:
    """The survival of one payer's new participants; `langkah` begins with the month of joining."""

    sumber: str
    langkah: tuple[Langkah, ...]

    @property
    def bergabung(self) -> int:
        """Persons who joined."""
        return self.langkah[0].mulai

    def pada(self, lama: int) -> Langkah | None:
        """The step of that many months; None where the curve has ended before, unless nobody was left then."""
        akhir = self.langkah[-1]
        if lama > akhir.lama and not akhir.bertahan:
            return Langkah(lama, 0, 0, 0.0)
        return next((s for s in self.langkah if s.lama == lama), None)

    def separuh(self) -> int | None:
        """The first month in which no more than half are left, as far as shown; None where it was not reached."""
        return next((s.lama for s in self.langkah if s.tampil and s.peluang <= 0.5), None)


def kaplan_meier(df: pd.DataFrame) -> list[Langkah]:
    """The product of jumlah_bertahan / jumlah_mulai over the months since joining (column lama_bulan), from 1 on.

    Whoever is not observed to the end leaves the persons at risk without counting as gone (censoring).
    """
    hasil: list[Langkah] = []
    peluang = 1.0
    for lama, mulai, bertahan in _angka(df):
        peluang *= bertahan / mulai if lama else 1.0
        hasil.append(Langkah(lama, mulai, bertahan, peluang))
    return hasil


def _angka(df: pd.DataFrame) -> list[tuple[int, int, int]]:
    isi = df.sort_values("lama_bulan")[["lama_bulan", "jumlah_mulai", "jumlah_bertahan"]]
    return [(int(a), int(b), int(c)) for a, b, c in isi.itertuples(index=False, name=None)]


def aman(langkah: Sequence[Langkah]) -> tuple[Langkah, ...]:
    """The steps that may be shown: up to the first with 1 to 4 persons at risk or left.

    A month in which 1 to 4 stopped is joined with the following ones until they are five or more: its step keeps the
    chance shown last.
    """
    hasil: list[Langkah] = []
    tertunda = 0
    terakhir = 1.0
    for s in langkah:
        if any(1 <= n < AMBANG_RAHASIA for n in (s.mulai, s.bertahan)):
            break
        tertunda += s.mulai - s.bertahan
        tampil = not 1 <= tertunda < AMBANG_RAHASIA
        if tampil:
            tertunda, terakhir = 0, s.peluang
        hasil.append(Langkah(s.lama, s.mulai, s.bertahan, terakhir, tampil))
    return tuple(hasil)


def kurva(df: pd.DataFrame) -> list[Kurva]:
    """The curve of each payer (`df`: rows of `queries.retensi`) in the order of the labels; none under five."""
    semua = [
        Kurva(sumber, aman(kaplan_meier(df[df["sumber_iuran"] == sumber]))) for sumber in metrics.LABEL_SUMBER_IURAN
    ]
    return [k for k in semua if k.langkah]


def kalimat(kurva: Sequence[Kurva], siapa: str) -> str:
    """What is left of each payer's new participants after a year, the most first, and when half are gone."""
    bernilai = [(k, s) for k in kurva if (s := k.pada(PATOKAN)) is not None]
    if not bernilai:
        return f"Peserta baru {siapa} belum dapat diamati selama {PATOKAN} bulan, atau jumlahnya di bawah lima."
    bagian = []
    for k, s in sorted(bernilai, key=lambda pasangan: -pasangan[1].peluang):
        separuh = k.separuh()
        habis = f" (separuhnya berhenti sampai bulan ke-{separuh})" if separuh else ""
        bagian.append(f"{metrics.LABEL_SUMBER_IURAN[k.sumber]} {formats.persen(s.peluang)}{habis}")
    return f"Peserta baru {siapa} yang masih bertahan setelah {PATOKAN} bulan: {'; '.join(bagian)}."
