"""The targets that can be chosen: full coverage at a month of one's own, or a row of the table of targets. Pure."""

import re
from dataclasses import dataclass
from datetime import date

import pandas as pd

from jamsostek import formats, sasaran
from jamsostek.kartu import Sasaran
from jamsostek.kota import kota

PENUH = "100"
"""What the menu of targets holds for full coverage at a month of one's own; in an address '100-2028-12'."""

TAHUN_AWAL, TAHUN_TERAKHIR = 2000, 2060
TAHUN_BAWAAN = 5


@dataclass(frozen=True)
class Tujuan(Sasaran):
    """A target to choose: its name in the address, whose place it is for, its source and what is known of its terms."""

    kode: str = ""
    wilayah: str = ""
    milik_kota: bool = False
    sumber: str = ""
    definisi: str = ""

    @property
    def nama(self) -> str:
        """'72% pada Desember 2026'."""
        return f"{persen(self.rasio)} pada {formats.bulan_panjang(self.tanggal)}"

    @property
    def label(self) -> str:
        """The name with who set it and for whom, for the menu."""
        if not self.penerbit:
            return self.nama
        whose = "jalur kota" if self.milik_kota else f"bukan sasaran kota, untuk {self.wilayah}"
        return f"{self.nama} ({whose}): {self.penerbit}"

    @property
    def catatan(self) -> str:
        """Who set it, by which definition, and what it is not."""
        if not self.penerbit:
            return "Sasaran 100% pada bulan pilihan sendiri; bukan sasaran yang ditetapkan."
        if self.contoh:
            return f"Sasaran contoh, belum resmi: {self.sumber.rstrip('.')}."
        whose = "Sasaran kota" if self.milik_kota else f"Sasaran {self.wilayah}, bukan sasaran {kota().nama}"
        return f"{whose}, oleh {self.penerbit} ({self.sumber}). {self.definisi}"


def persen(rasio: float) -> str:
    """A target without a useless decimal: '72%', '52,2%'."""
    return formats.persen(rasio).replace(",0%", "%")


def daftar(target: pd.DataFrame) -> dict[str, Tujuan]:
    """All rows of target_kota by their name in the address: the city's own first, each in the order of its date."""
    names = {kota().kode: kota().nama} | {code: words[0] for code, words in kota().wilayah_luas.items()}
    found = []
    for row in target.to_dict("records"):
        own = row["wilayah"] == kota().kode
        day = pd.Timestamp(row["tanggal"]).date()
        area = "kota" if own else str(row["wilayah"]).lower()
        slug = re.sub("[^a-z0-9]+", "-", str(row["penerbit"]).lower()).strip("-")
        found.append(
            Tujuan(
                day, float(row["rasio_cakupan"]), str(row["penerbit"]), bool(row["adalah_contoh"]),
                f"{area}-{formats.bulan_url(day)}-{slug}", names.get(row["wilayah"], str(row["wilayah"])), own,
                str(row["sumber"]), sasaran.definisi(str(row["penerbit"]), str(row["wilayah"])),
            )
        )  # fmt: skip
    return {one.kode: one for one in sorted(found, key=lambda one: (not one.milik_kota, one.wilayah, one.tanggal))}


def penuh(bulan: date) -> Tujuan:
    """Full coverage at a month of one's own."""
    return Tujuan(bulan, 1.0, "", False, f"{PENUH}-{formats.bulan_url(bulan)}")


def dari_alamat(kode: str) -> Tujuan | None:
    """Full coverage at the month of '100-2028-12'; None for anything else (addresses are untrusted)."""
    first, _, month = kode.partition("-")
    found = formats.parse_bulan_url(month) if first == PENUH else None
    return penuh(found) if found and TAHUN_AWAL <= found.year <= TAHUN_TERAKHIR else None


def dipilih(kode: str | None, semua: dict[str, Tujuan], bulan: date) -> Tujuan:
    """The target of the address where it lies after the month; else the end of the city's own path, else 100%."""
    wanted = (semua.get(kode) or dari_alamat(kode)) if kode else None
    if wanted is not None and wanted.tanggal > _akhir(bulan):
        return wanted
    own = [one for one in mendatang(semua, bulan) if one.milik_kota]
    return max(
        own, key=lambda one: (not one.contoh, one.tanggal), default=penuh(date(bulan.year + TAHUN_BAWAAN, 12, 1))
    )


def mendatang(semua: dict[str, Tujuan], bulan: date) -> list[Tujuan]:
    """The targets that lie after the month, in the order of `daftar`."""
    return [one for one in semua.values() if one.tanggal > _akhir(bulan)]


def _akhir(bulan: date) -> date:
    return (pd.Timestamp(bulan) + pd.offsets.MonthEnd(1)).date()
