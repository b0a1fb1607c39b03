"""Who stops when a subsidised group ends: the payers and categories of each such event, small ones joined. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from jamsostek import formats, metrics
from jamsostek.metrics import Keadaan


@dataclass(frozen=True)
class Kelompok:
    """Participants of one category before a subsidised group ended, and those of them who stopped."""

    nama: str
    peserta: int
    berhenti: int

    @property
    def keadaan(self) -> Keadaan:
        """Hidden where participants, those who stopped, or those who stayed are 1 to 4."""
        return metrics.keadaan_sel(self.berhenti, self.peserta)

    @property
    def rasio(self) -> float:
        """Share of those who stopped."""
        return self.berhenti / self.peserta


@dataclass(frozen=True)
class Akhir:
    """One subsidised group that ended: its first month without it, its payer, and all payers' rows of that event."""

    bulan: date
    sumber: str
    baris: pd.DataFrame

    def kelompok(self, dimensi: str, sumber: str | None = None) -> list[Kelompok]:
        """The categories of one dimension, of the ended payer or another; small ones joined."""
        isi = self.baris[
            (self.baris["dimensi"] == dimensi) & (self.baris["sumber_iuran"] == (sumber or self.sumber))
        ].sort_values("kategori")
        kolom = ["kategori", "jumlah_peserta", "jumlah_berhenti"]
        umur = metrics.LABEL_KELOMPOK_UMUR if dimensi == "kelompok_umur" else {}
        baris = isi[kolom].itertuples(index=False, name=None)
        return digabung([Kelompok(umur.get(n, str(n)), int(a), int(b)) for n, a, b in baris])

    def per_sumber(self) -> list[tuple[str, Kelompok]]:
        """Every payer with all its participants, in the order of the labels."""
        ada = set(self.baris["sumber_iuran"])
        return [(s, k) for s in metrics.LABEL_SUMBER_IURAN if s in ada for k in self.kelompok("semua", s)]


def peristiwa(df: pd.DataFrame) -> list[Akhir]:
    """The groups that ended (rows of `queries.akhir_subsidi`), the latest first."""
    kunci = df[["bulan_berakhir", "sumber_iuran_berakhir"]].drop_duplicates().itertuples(index=False, name=None)
    hasil = [
        Akhir(bulan.date(), str(s), df[(df["bulan_berakhir"] == bulan) & (df["sumber_iuran_berakhir"] == s)])
        for bulan, s in kunci
    ]
    return sorted(hasil, key=lambda a: (a.bulan, a.sumber), reverse=True)


def digabung(kelompok: Sequence[Kelompok]) -> list[Kelompok]:
    """The categories with those of hidden counts joined to the smallest others, so that no sum gives them away."""
    satu = [k for k in kelompok if k.keadaan is Keadaan.DISEMBUNYIKAN]
    lain = sorted((k for k in kelompok if k not in satu), key=lambda k: (-k.peserta, k.nama))
    if not satu or len(kelompok) == 1:
        return list(kelompok)
    while lain and (len(satu) < 2 or _jumlah(satu).keadaan is Keadaan.DISEMBUNYIKAN):
        satu.append(lain.pop())
    tetap = [k for k in kelompok if k in lain]
    return [*tetap, _jumlah([k for k in kelompok if k in satu])]


def _jumlah(kelompok: Sequence[Kelompok]) -> Kelompok:
    nama = f"{', '.join(k.nama for k in kelompok)} (digabung)"
    return Kelompok(nama, sum(k.peserta for k in kelompok), sum(k.berhenti for k in kelompok))


def kalimat(akhir: Sequence[Akhir]) -> str:
    """The last group that ended: how many of its participants stopped, beside those who pay themselves."""
    if not akhir:
        return "Belum ada kelompok bersubsidi yang berakhir dan tiga bulannya sudah dapat diamati."
    terakhir = akhir[0]
    isi = dict(terakhir.per_sumber())
    awal = f"Kelompok {metrics.LABEL_SUMBER_IURAN[terakhir.sumber]} berakhir {formats.bulan_panjang(terakhir.bulan)}"
    sendiri = isi.get(terakhir.sumber)
    if sendiri is None or not sendiri.keadaan.ada_nilai:
        return f"{awal}; jumlah yang berhenti di sini dirahasiakan (1 sampai 4 orang) atau tidak ada."
    kata = f"{formats.angka(sendiri.berhenti)} dari {formats.angka(sendiri.peserta)} pesertanya"
    mandiri = isi.get("mandiri")
    banding = ""
    if mandiri is not None and mandiri.keadaan.ada_nilai:
        banding = f"; peserta mandiri pada tiga bulan yang sama {formats.persen(mandiri.rasio, mandiri.peserta)}"
    return f"{awal}: {kata} ({formats.persen(sendiri.rasio, sendiri.peserta)}) berhenti dalam tiga bulan{banding}."
