"""What enrolling vulnerable workers with public money would bring and cost, month by month, and when it ends. Pure.

With N persons, tariff r (rupiah per person and month), m months, denominator P and participants E0 (both held at the
month of the data), share k that leaves when the funding ends and monthly lapse a of those who stay:

    cost = N r m,    E(t) = E0 + N for 1 <= t <= m,    E(t) = E0 + N (1 - k) (1 - a)^(t - m - 1) for t > m.
"""

import re
from dataclasses import dataclass
from datetime import date

from jamsostek import formats, giliran
from jamsostek.giliran import Kelurahan

PEMBAYAR = {"kota": "APBD kota", "provinsi": "APBD provinsi", "kelurahan": "dana kelurahan atau desa"}
SUMBER = {"kota": "apbd_kota", "provinsi": "apbd_provinsi", "kelurahan": "dana_desa"}
"""Who pays, by the name in the address: in words, and as sumber_iuran has it."""
JUTA = 1_000_000
SESUDAH = 6
"""Months shown after the funding ends."""
TEBING = 3
"""Months after the end over which the fall is told."""
_BENTUK = re.compile(
    r"(?:n(?P<n>[1-9][0-9]{0,5})|rp(?P<rp>[1-9][0-9]{0,5})jt|semua)-t(?P<t>[1-9][0-9]{2,6})-b(?P<b>[1-9][0-9]?)"
    rf"-(?P<dari>{'|'.join(PEMBAYAR)})-(?P<urut>{'|'.join(giliran.URUTAN)})(?:-k(?P<k>0|[1-9][0-9]|[1-9]|100))?"
)


@dataclass(frozen=True)
class Skenario:
    """The choices: `orang` persons or `anggaran` million rupiah, neither meaning all who are unprotected.

    `tarif` in rupiah per person and month, `bulan` months paid, `pembayar` of PEMBAYAR, `urutan` of giliran.URUTAN,
    `keluar` percent who leave when the funding ends, None for what the data show.
    """

    orang: int | None = 5_000
    anggaran: int | None = None
    tarif: int = 16_800
    bulan: int = 12
    pembayar: str = "kota"
    urutan: str = "kesenjangan"
    keluar: int | None = None

    @property
    def banyak(self) -> str:
        """How many, as the address has it: 'n5000', 'rp500jt' or 'semua'."""
        if self.orang is not None:
            return f"n{self.orang}"
        return "semua" if self.anggaran is None else f"rp{self.anggaran}jt"

    def diminta(self, seluruh: int) -> int:
        """Persons asked for where `seluruh` are unprotected; a budget pays whole persons for all months."""
        if self.anggaran is not None:
            return self.anggaran * JUTA // (self.tarif * self.bulan)
        return seluruh if self.orang is None else self.orang


def tulis(skenario: Skenario) -> str:
    """The scenario as it stands in the address: 'n5000-t16800-b12-kota-kesenjangan', with '-k90' where chosen."""
    akhir = "" if skenario.keluar is None else f"-k{skenario.keluar}"
    pilih = f"t{skenario.tarif}-b{skenario.bulan}-{skenario.pembayar}-{skenario.urutan}"
    return f"{skenario.banyak}-{pilih}{akhir}"


def baca(teks: str) -> Skenario | None:
    """The scenario of `tulis`; None for anything else: addresses are untrusted."""
    cocok = _BENTUK.fullmatch(teks)
    if cocok is None:
        return None
    n, rp, t, b, dari, urutan, k = cocok.group("n", "rp", "t", "b", "dari", "urut", "k")
    orang, anggaran, keluar = (None if isi is None else int(isi) for isi in (n, rp, k))
    return Skenario(orang, anggaran, int(t), int(b), dari, urutan, keluar)


def baku(teks: str) -> str | None:
    """The text where it is a scenario, else None."""
    return None if baca(teks) is None else teks


@dataclass(frozen=True)
class Keadaan:
    """What a scenario starts from: participants and denominator of the place, its kelurahan, and how people leave.

    `kehilangan`: share that leaves when funding ends; `luruh`: monthly lapse of those who stay; both 0..1.
    """

    bulan: date
    peserta: int
    penyebut: int
    tempat: tuple[Kelurahan, ...]
    kehilangan: float
    luruh: float


@dataclass(frozen=True)
class Hasil:
    """A scenario worked out. Ratios are 0..1; `tambahan` has the persons of each kelurahan in the order of `tempat`."""

    skenario: Skenario
    awal: Keadaan
    diminta: int
    tambahan: tuple[int, ...]

    @property
    def jumlah(self) -> int:
        """Persons enrolled: as many as asked for, at most the gap."""
        return sum(self.tambahan)

    @property
    def rupiah_sebulan(self) -> int:
        """Rupiah per month of funding."""
        return self.jumlah * self.skenario.tarif

    @property
    def rupiah(self) -> int:
        """Rupiah in all."""
        return self.rupiah_sebulan * self.skenario.bulan

    @property
    def kenaikan(self) -> float:
        """Coverage gained while funded."""
        return self.jumlah / self.awal.penyebut

    @property
    def rupiah_per_poin(self) -> float | None:
        """Rupiah in all per point of coverage gained; None where nobody is enrolled."""
        return self.skenario.tarif * self.skenario.bulan * self.awal.penyebut / 100 if self.jumlah else None

    @property
    def kehilangan(self) -> float:
        """Share that leaves when the funding ends: chosen, or as the data show."""
        return self.awal.kehilangan if self.skenario.keluar is None else self.skenario.keluar / 100

    @property
    def ditutup(self) -> list[Kelurahan]:
        """Kelurahan whose gap is closed."""
        return [k for k, n in self.baris() if k.ditutup(n)]

    @property
    def melewati_separuh(self) -> list[Kelurahan]:
        """Kelurahan lifted from under 50 % to 50 % or more."""
        return [k for k, n in self.baris() if k.melewati_separuh(n)]

    def baris(self) -> list[tuple[Kelurahan, int]]:
        """Each kelurahan with its persons."""
        return list(zip(self.awal.tempat, self.tambahan, strict=True))

    def masih(self, ke: int) -> float:
        """Persons of the scenario still active `ke` months after the month of the data."""
        if ke < 1:
            return 0.0
        lewat = ke - self.skenario.bulan
        if lewat <= 0:
            return float(self.jumlah)
        return float(self.jumlah * (1 - self.kehilangan) * (1 - self.awal.luruh) ** (lewat - 1))

    def cakupan(self, ke: int) -> float:
        """Coverage of the place `ke` months after the month of the data."""
        return (self.awal.peserta + self.masih(ke)) / self.awal.penyebut

    @property
    def tebing(self) -> float:
        """Fall of coverage from the last funded month to TEBING months later."""
        akhir = self.skenario.bulan
        return self.cakupan(akhir) - self.cakupan(akhir + TEBING)


def hitung(skenario: Skenario, awal: Keadaan) -> Hasil:
    """Work the scenario out from the state of the place."""
    diminta = skenario.diminta(sum(k.kesenjangan for k in awal.tempat))
    return Hasil(skenario, awal, diminta, tuple(giliran.bagi(awal.tempat, diminta, skenario.urutan)))


def kalimat(h: Hasil, nama: str) -> str:
    """The finding in one sentence: persons, months, rupiah, points, and the fall when the funding ends."""
    if not h.jumlah:
        return (
            "Skenario ini tidak mendaftarkan seorang pun: anggarannya kurang, atau tidak ada kesenjangan yang dihitung."
        )
    kurang = (
        f" ({formats.angka(h.diminta)} diminta, hanya itu kesenjangan yang dihitung)" if h.jumlah < h.diminta else ""
    )
    akhir = h.cakupan(h.skenario.bulan)
    naik = f"naik {formats.desimal(100 * h.kenaikan)} poin menjadi {formats.persen(akhir)}"
    turun = f"turun {formats.desimal(100 * h.tebing)} poin dalam {TEBING} bulan"
    return (
        f"Dengan {formats.angka(h.jumlah)} pekerja{kurang} selama {h.skenario.bulan} bulan dari "
        f"{PEMBAYAR[h.skenario.pembayar]}, {formats.rupiah_ringkas(h.rupiah)}, cakupan {nama} {naik}; "
        f"setelah pendanaan berakhir {turun} (tebing subsidi)."
    )
