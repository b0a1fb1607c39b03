"""The city's need a month beside what was achieved: the facts, the sentence, the cards and the notes. Pure."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from jamsostek import formats, laju
from jamsostek.kartu import Kartu
from jamsostek.laju import Capaian, Status, Syarat
from jamsostek.tujuan import Tujuan, persen

SEBULAN_MENONJOL = 0.2
"""A month with more than this share of a year's exits is named: the lapse is then no steady one."""


@dataclass(frozen=True)
class Kebutuhan:
    """The city's need: terms and counts of its month, and what was achieved; `dari_data` tells whose the lapse is."""

    bulan: date
    tujuan: Tujuan
    syarat: Syarat
    pekerja: int
    peserta: int
    capai: Capaian
    kata_penyebut: str
    dari_data: bool

    @cached_property
    def perlu(self) -> int:
        """Enrolments a month."""
        return self.syarat.perlu(self.pekerja, self.peserta)

    @cached_property
    def tanpa_luruh(self) -> int:
        """Net gain a month that would do if nobody left."""
        return self.syarat.perlu(self.pekerja, self.peserta, luruh=False)

    @property
    def status(self) -> Status | None:
        """How the last twelve months compare with the need."""
        return laju.status(self.perlu, self.capai.rata(12, self.syarat), self.syarat, self.pekerja, self.peserta)

    @property
    def satuan(self) -> str:
        """What is counted: those who come, or the net gain where no lapse is counted."""
        return "peserta masuk atau kembali" if self.syarat.luruh else "peserta bersih"


def kalimat(butuh: Kebutuhan, nama: str) -> str:
    """'Kota Kupang perlu 5.617 peserta masuk atau kembali setiap bulan …: mustahil dengan laju sekarang.'"""
    if butuh.status is Status.TERCAPAI:
        return f"{nama} sudah mencapai {butuh.tujuan.nama}."
    pace = butuh.capai.rata(12, butuh.syarat)
    how = "" if butuh.status is None else f": {butuh.status.lower()}"
    return (
        f"{nama} perlu {formats.angka(butuh.perlu)} {butuh.satuan} setiap bulan selama {butuh.syarat.bulan} bulan "
        f"untuk {butuh.tujuan.nama}; rata-rata 12 bulan terakhir {formats.angka(pace)}{how}."
    )


def kartu(butuh: Kebutuhan) -> list[Kartu]:
    """Four cards: need a month, achieved pace, their ratio, and the lapse."""
    syarat, capai = butuh.syarat, butuh.capai
    year, quarter = capai.rata(12, syarat), capai.rata(3, syarat)
    goal = f"{persen(butuh.tujuan.rasio)} dari {formats.angka(syarat.pekerja(butuh.pekerja))} {butuh.kata_penyebut}"
    who = "sasaran contoh, belum resmi" if butuh.tujuan.contoh else butuh.tujuan.penerbit or "bulan pilihan sendiri"
    ratio = year / butuh.perlu if year is not None and butuh.perlu else None
    status = butuh.status
    return [
        Kartu(
            "Perlu per bulan", formats.angka(butuh.perlu),
            f"{butuh.satuan}, dengan luruh {formats.persen(syarat.luruh)}",
            [(_lawan(butuh), "netral")],
            f"{goal}, {formats.bulan_pendek(butuh.tujuan.tanggal)}; {who}",
        ),
        Kartu(
            "Capaian per bulan", formats.angka(year), f"{butuh.satuan}, rata-rata {capai.bulan[12]} bulan terakhir",
            [(f"{capai.bulan[3]} bulan terakhir: {formats.angka(quarter)}", "netral"),
             *([(f"bersih: {formats.selisih(capai.rata(12, Syarat(1, 1)))}", "netral")] if syarat.luruh else [])],
            f"BPJS Ketenagakerjaan, sampai {formats.bulan_pendek(butuh.bulan)}",
        ),
        Kartu(
            "Rasio capaian", formats.persen(ratio),
            f"{formats.angka(year)} dari {formats.angka(butuh.perlu)} per bulan",
            [(f"{status.lambang} {status}", "netral")] if status else [], "capaian 12 bulan dibagi yang diperlukan",
        ),
        Kartu(
            "Luruh per bulan", formats.persen(capai.luruh), f"{formats.angka(capai.keluar)} keluar dari "
            f"{formats.angka(capai.awal)} peserta awal bulan", [("menurut data" if butuh.dari_data else
            f"dipakai: {formats.persen(syarat.luruh)}, pilihan", "netral")],
            f"jumlah {capai.bulan[12]} bulan sampai {formats.bulan_pendek(butuh.bulan)}",
        ),
    ]  # fmt: skip


def _lawan(butuh: Kebutuhan) -> str:
    """The need with and without lapse beside one another, whichever of them is the card's own."""
    if butuh.syarat.luruh:
        return f"tanpa luruh: {formats.angka(butuh.tanpa_luruh)} bersih"
    lapse = round(butuh.capai.luruh or 0.0, 3)
    need = replace(butuh.syarat, luruh=lapse).perlu(butuh.pekerja, butuh.peserta)
    return f"dengan luruh {formats.persen(lapse)}: {formats.angka(need)} masuk"


def catatan_luruh(capai: Capaian) -> str:
    """Names the month that alone makes much of the lapse; '' where there is none."""
    worst, month = capai.terbesar
    if month is None or not capai.keluar or worst / capai.keluar <= SEBULAN_MENONJOL:
        return ""
    return (
        f"{formats.bulan_panjang(month)} memuat {formats.angka(worst)} dari {formats.angka(capai.keluar)} yang keluar "
        f"({formats.persen(worst / capai.keluar)}): luruh ini tidak tetap dari bulan ke bulan; "
        "bandingkan dengan angka lain."
    )


def rumus(butuh: Kebutuhan) -> str:
    """The formula with its symbols and the values used."""
    syarat = butuh.syarat
    workers = f"{formats.angka(butuh.pekerja)} {butuh.kata_penyebut} (register {formats.bulan_panjang(butuh.bulan)}"
    grown = (
        f", tumbuh {formats.persen(syarat.tumbuh)} per tahun menjadi {formats.angka(syarat.pekerja(butuh.pekerja))})"
    )
    return (
        "n = a (T·P − E0 (1−a)^m) / (1 − (1−a)^m); untuk a = 0: n = (T·P − E0) / m. "
        f"T = {persen(butuh.tujuan.rasio)}; P = {workers}{grown if syarat.tumbuh else ', tetap)'}; "
        f"E0 = {formats.angka(butuh.peserta)} peserta aktif; m = {syarat.bulan} bulan; "
        f"a = {formats.persen(syarat.luruh)} per bulan. Dibulatkan ke atas."
    )
