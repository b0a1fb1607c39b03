"""What the data show when the funding of a group ends: the share that stops; and the ordinary lapse. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from jamsostek import formats, metrics
from jamsostek.andai import SUMBER
from jamsostek.subsidi import Akhir

KEHILANGAN_BAWAAN = 1.0
"""Share that leaves where the data hold no example: the cautious assumption."""


@dataclass(frozen=True)
class Teramati:
    """The latest publicly paid group that ended: its first month without it, payer, persons, and those who stopped."""

    bulan: date
    sumber: str
    peserta: int
    berhenti: int

    @property
    def bagian(self) -> float:
        """Share (0..1) that stopped within three months."""
        return self.berhenti / self.peserta


def teramati(akhir: Sequence[Akhir]) -> Teramati | None:
    """The first of `akhir` (`subsidi.peristiwa`, the latest first) that public money paid and that may be told."""
    for satu in akhir:
        for kelompok in satu.kelompok("semua") if satu.sumber in SUMBER.values() else []:
            if kelompok.keadaan.ada_nilai:
                return Teramati(satu.bulan, satu.sumber, kelompok.peserta, kelompok.berhenti)
    return None


def luruh_bulanan(peserta: pd.DataFrame, arus: pd.DataFrame, bulan: date) -> float | None:
    """Median over the last twelve months of exits divided by the participants of the month before; None without data.

    `peserta`: bulan, jumlah_peserta; `arus`: bulan, jumlah_keluar. A median: an ended group must not count as lapse.
    """
    jumlah = dict(peserta[["bulan", "jumlah_peserta"]].dropna().itertuples(index=False, name=None))
    akhir = pd.Timestamp(bulan)
    rasio = [
        keluar / jumlah[saat - pd.DateOffset(months=1)]
        for saat, keluar in arus[["bulan", "jumlah_keluar"]].itertuples(index=False, name=None)
        if akhir - pd.DateOffset(months=12) < saat <= akhir and jumlah.get(saat - pd.DateOffset(months=1))
    ]
    return float(pd.Series(rasio).median()) if rasio else None


def kalimat(contoh: Teramati | None) -> str:
    """Where the share that leaves comes from, with its numbers."""
    if contoh is None:
        return (
            f"Keluar ketika pendanaan berakhir: {formats.persen(KEHILANGAN_BAWAAN)}, anggapan hati-hati; data belum "
            "memuat kelompok APBD atau dana desa yang berakhir."
        )
    peserta, berhenti = formats.angka(contoh.peserta), formats.angka(contoh.berhenti)
    nama, bulan = metrics.LABEL_SUMBER_IURAN[contoh.sumber], formats.bulan_panjang(contoh.bulan)
    return (
        f"Keluar ketika pendanaan berakhir, menurut data: kelompok {nama} berakhir {bulan}, dan {berhenti} dari "
        f"{peserta} pesertanya berhenti dalam tiga bulan ({berhenti} / {peserta} = {formats.persen(contoh.bagian)}). "
        "Di sini mereka dianggap keluar sekaligus."
    )
