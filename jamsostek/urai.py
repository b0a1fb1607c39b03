"""Why a coverage ratio changed between two months, in parts that add up exactly. Pure.

With E participants and P workers, R = E / P. The first reading splits the change into what participants and what
workers contribute, symmetric in the two months and therefore exact:

    dR = dE * mean(1/P) + mean(E) * d(1/P)

dE is split further by the flows between the months; what they do not explain is the correction. All values are ratios
(0.01 = one point), counts are persons. `campuran` has the second reading, by places or segments.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pandas as pd

from jamsostek import formats, metrics

LABEL = {
    "masuk": "masuk baru",
    "kembali": "kembali aktif",
    "keluar": "keluar",
    "pindah": "pindah (bersih)",
    "koreksi": "koreksi",
    "pekerja": "jumlah pekerja",
}
"""The parts by key, in the order of the chart, each in words."""

_GABUNGAN = "perubahan peserta"


@dataclass(frozen=True)
class Titik:
    """Participants and workers (denominator) of one place at one month end."""

    peserta: int
    pekerja: int

    @property
    def rasio(self) -> float:
        """The coverage; ZeroDivisionError without workers."""
        return self.peserta / self.pekerja


@dataclass(frozen=True)
class Arus:
    """Flows of persons summed over months; `tanpa_pembanding` counts the months that have none to be summed."""

    masuk: int = 0
    kembali: int = 0
    keluar: int = 0
    pindah_masuk: int = 0
    pindah_keluar: int = 0
    tanpa_pembanding: int = 0


@dataclass(frozen=True)
class Suku:
    """One part: the keys that it holds (several where small counts were joined), signed persons, and ratio."""

    kunci: tuple[str, ...]
    orang: int
    nilai: float

    @property
    def label(self) -> str:
        """The part in words: 'keluar', or 'masuk baru dan kembali aktif (digabung)'."""
        if len(self.kunci) == 1:
            return LABEL[self.kunci[0]]
        if self.kunci == tuple(LABEL)[:-1]:
            return f"{_GABUNGAN} (digabung)"
        return f"{_daftar([LABEL[k] for k in self.kunci])} (digabung)"


def _daftar(kata: Sequence[str]) -> str:
    """Words as a list in a sentence: 'a', 'a dan b', 'a, b, dan c'."""
    if len(kata) < 3:
        return " dan ".join(kata)
    return f"{', '.join(kata[:-1])}, dan {kata[-1]}"


def arus_antara(df: pd.DataFrame, awal: date, akhir: date) -> Arus:
    """The flows of arus_per_bulan from the end of month `awal` to the end of `akhir`; the later month may come first.

    Going back in time turns every flow round: its counts are negative.
    """
    if awal > akhir:
        maju = arus_antara(df, akhir, awal)
        kolom = ("masuk", "kembali", "keluar", "pindah_masuk", "pindah_keluar")
        return Arus(**{k: -getattr(maju, k) for k in kolom}, tanpa_pembanding=maju.tanpa_pembanding)
    isi = df[(df["bulan"] > pd.Timestamp(awal)) & (df["bulan"] <= pd.Timestamp(akhir))]
    jumlah = {k: int(isi[f"jumlah_{k}"].sum()) for k in ("masuk", "kembali", "keluar", "pindah_masuk", "pindah_keluar")}
    return Arus(**jumlah, tanpa_pembanding=metrics.bulan_antara(awal, akhir) - len(isi))


def urai(awal: Titik, akhir: Titik, arus: Arus) -> tuple[Suku, ...]:
    """The change of the ratio from `awal` to `akhir` in parts; their values add up to it, part by part exactly.

    The numerator's parts stand in the order of LABEL, those without anybody left out, those of 1 to 4 persons joined
    with a neighbour; then the workers'. ZeroDivisionError where one month has no workers.
    """
    per_orang = (1 / awal.pekerja + 1 / akhir.pekerja) / 2
    bersih = {
        "masuk": arus.masuk,
        "kembali": arus.kembali,
        "keluar": -arus.keluar,
        "pindah": arus.pindah_masuk - arus.pindah_keluar,
    }
    bersih["koreksi"] = akhir.peserta - awal.peserta - sum(bersih.values())
    kotor = {k: abs(n) for k, n in bersih.items()} | {"pindah": abs(arus.pindah_masuk) + abs(arus.pindah_keluar)}
    suku = [Suku(k, sum(bersih[n] for n in k), sum(bersih[n] for n in k) * per_orang) for k in _gabung(kotor)]
    beda = (awal.peserta + akhir.peserta) / 2 * (1 / akhir.pekerja - 1 / awal.pekerja)
    tampil = [s for s in suku if len(s.kunci) > 1 or s.orang]
    return (*tampil, Suku(("pekerja",), akhir.pekerja - awal.pekerja, beda))


def _gabung(kotor: dict[str, int]) -> list[tuple[str, ...]]:
    """Keys in groups that hold nobody or at least five persons; a smaller one joins its neighbour that has somebody.

    Where all persons together are fewer, they stand as one group: its balance is the change of the participants, which
    is shown anyway, and says nothing about the flows.
    """
    kelompok: list[tuple[tuple[str, ...], int]] = [((k,), n) for k, n in kotor.items() if n]
    while True:
        kecil = next((i for i, (_, n) in enumerate(kelompok) if n < metrics.AMBANG_RAHASIA), None)
        if kecil is None:
            return [k for k, _ in kelompok]
        if len(kelompok) == 1:
            return [tuple(kotor)]
        kiri = kecil if kecil + 1 < len(kelompok) else kecil - 1
        (a, m), (b, n) = kelompok[kiri : kiri + 2]
        kelompok[kiri : kiri + 2] = [((*a, *b), m + n)]


def bulatkan(nilai: Sequence[float]) -> list[float]:
    """The values rounded to a tenth of a point so that they still add up to their sum, itself rounded half up.

    Each is rounded down, then those with the largest remainders go up: none is off by a tenth or more.
    """
    tepat = [round(n * 1000, 6) for n in nilai]
    jumlah = int(Decimal(str(round(sum(nilai) * 1000, 6))).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    bawah = [math.floor(n) for n in tepat]
    sisa = sorted(range(len(nilai)), key=lambda i: bawah[i] - tepat[i])
    for i in sisa[: jumlah - sum(bawah)]:
        bawah[i] += 1
    return [n / 1000 for n in bawah]


def kalimat(nama: str, bulan: tuple[date, date], titik: tuple[Titik, Titik], suku: Sequence[Suku], daftar: int) -> str:
    """The change and its parts in a sentence, and what coverage would be with the first month's workers.

    `daftar`: number of kelurahan whose list of workers was replaced between the months.
    """
    awal, akhir = titik
    beda = akhir.rasio - awal.rasio
    ubah = formats.poin(beda)
    nilai = bulatkan([s.nilai for s in suku])
    rinci = [f"{formats.selisih_poin(n)} dari {s.label}" for s, n in zip(suku, nilai, strict=True) if n]
    pindah = [
        f"{formats.persen(t.rasio, t.pekerja)} ({formats.bulan_panjang(b)})" for t, b in zip(titik, bulan, strict=True)
    ]
    inti = f"Cakupan {nama} {ubah}, dari {pindah[0]} menjadi {pindah[1]}" + (f": {', '.join(rinci)}" if rinci else "")
    if awal.pekerja == akhir.pekerja:
        return f"{inti}. Jumlah pekerja tidak berubah."
    tetap = formats.persen(akhir.peserta / awal.pekerja, awal.pekerja)
    baru = f" (daftar tenaga kerja baru di {daftar} kelurahan)" if daftar else ""
    pekerja = f"{formats.angka(awal.pekerja)} menjadi {formats.angka(akhir.pekerja)}"
    return f"{inti}. Pekerja dari {pekerja}{baru}; tanpa perubahan itu cakupan menjadi {tetap}."


def catatan(arus: Arus, suku: Sequence[Suku]) -> str:
    """The formula in words, and what the correction and the joined parts are where there are any."""
    kata = [
        "Cara hitung: sumbangan peserta = perubahan jumlah peserta × rata-rata 1/pekerja kedua bulan; sumbangan "
        "pekerja = rata-rata peserta kedua bulan × perubahan 1/pekerja. Jumlahnya persis sama dengan perubahan "
        "cakupan; angka yang tertulis dibulatkan ke 0,1 poin sehingga jumlahnya tetap sama."
    ]
    if arus.tanpa_pembanding:
        kata.append(
            f"{arus.tanpa_pembanding} bulan di antaranya tanpa pembanding (bulan itu atau bulan sebelumnya tanpa "
            "berkas): perubahannya masuk koreksi."
        )
    if any(len(s.kunci) > 1 for s in suku):
        kata.append("Digabung: bagian yang menyangkut 1 sampai 4 orang tidak ditampilkan sendiri.")
    return " ".join(kata)
