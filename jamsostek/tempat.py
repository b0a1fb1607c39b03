"""What the card of the chosen place says: its figures, its rank, and how it compares with kecamatan and city. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from jamsostek import formats, kartu, metrics, narasi, pendataan
from jamsostek.ikhtisar import Pokok, both_shown
from jamsostek.kartu import Kartu
from jamsostek.metrics import Bacaan, Keadaan

Baris = Mapping[str, Any]

UKURAN = {
    "cakupan": "Cakupan",
    "belum_terlindungi": "Belum terlindungi",
    "tpt": "TPT",
    "kelengkapan": "RT melapor",
}
"""The measures that places are compared by, with the short heading each has in the card."""

_AKUN = (
    "jumlah_peserta", "jumlah_penyebut", "rasio_cakupan", "jumlah_pekerja", "jumlah_belum_terlindungi",
    "jumlah_penganggur", "jumlah_angkatan_kerja", "rasio_tpt",
)  # fmt: skip
_TIDAK_DIPERINGKAT = {
    Keadaan.TANPA_DATA: "tanpa data",
    Keadaan.DISEMBUNYIKAN: "dirahasiakan",
    Keadaan.TIDAK_BERLAKU: "tidak berlaku",
    Keadaan.BELUM_DIKETAHUI: "belum diketahui",
    Keadaan.DI_ATAS_100: "di atas 100%",
}


_PERIKSA = {Keadaan.DI_ATAS_100: ", periksa penyebut"}


@dataclass(frozen=True)
class Bandingan:
    """One measure for place, kecamatan and city: texts with their states, and the difference in words."""

    label: str
    sel: tuple[tuple[str, Keadaan], ...]
    kata: str


@dataclass(frozen=True)
class Urutan:
    """Rank of a place (1 = highest value) among `dari` that have a value; `sama` others share it."""

    nomor: int
    sama: int
    dari: int


def baris(pokok: Pokok, ringkas: Mapping[Any, Any]) -> dict[str, Any]:
    """The account of the month and the row of pendataan_ringkas as one row; an account without data is empty."""
    akun = pokok.baris() or dict.fromkeys(_AKUN) | {"berlaku": pokok.berlaku}
    return {**akun, **{str(name): value for name, value in ringkas.items()}}


def kartu_tempat(pokok: Pokok, ringkas: Mapping[Any, Any]) -> list[Kartu]:
    """The cards: cakupan with its source; belum terlindungi, penganggur and RT melapor in short."""
    utama, *lain = [*kartu.kartu_akun(pokok), pendataan.kartu_rt(ringkas, pokok.bulan)]
    return [utama, *(replace(k, perubahan=(), sumber="") for k in lain)]


def banding(tempat: Sequence[tuple[str, Baris]]) -> list[Bandingan]:
    """Each measure of UKURAN for the places: the first is the chosen one, the last the city, each with its word."""
    return [_bandingan(kunci, label, tempat) for kunci, label in UKURAN.items()]


def _bandingan(kunci: str, label: str, tempat: Sequence[tuple[str, Baris]]) -> Bandingan:
    metrik = metrics.METRIK[kunci]
    sel = []
    for _kata, isi in tempat:
        keadaan = metrics.keadaan_pecahan(isi, kunci)
        penyebut = isi[metrik.penyebut] if metrik.adalah_rasio else None
        sel.append((narasi.teks_nilai(kunci, isi[metrik.kolom], keadaan, penyebut), keadaan))
    beda = _bagian_kota(tempat) if kunci == "belum_terlindungi" else _jarak(kunci, tempat)
    return Bandingan(label, tuple(sel), beda)


def _jarak(kunci: str, tempat: Sequence[tuple[str, Baris]]) -> str:
    """The differences in points; left out where either value is not shown."""
    (_, sini), *lain = tempat
    kolom = metrics.METRIK[kunci].kolom
    shown = [(kata, isi) for kata, isi in lain if both_shown(dict(sini), dict(isi), kunci)]
    return "; ".join(formats.jarak_poin(float(sini[kolom]) - float(isi[kolom]), kata) for kata, isi in shown)


def _bagian_kota(tempat: Sequence[tuple[str, Baris]]) -> str:
    """The place's part of the city's gap; nothing for the city itself or where either count is not shown."""
    sini, kota = tempat[0][1], tempat[-1][1]
    keadaan = [metrics.keadaan_pecahan(isi, "belum_terlindungi") for isi in (sini, kota)]
    if len(tempat) < 2 or not all(k.ada_nilai for k in keadaan):
        return ""
    seluruh = int(kota["jumlah_belum_terlindungi"])
    bagian = int(sini["jumlah_belum_terlindungi"]) / seluruh if seluruh else None
    return f"{formats.persen(bagian)} dari kesenjangan kota" if bagian is not None else ""


def urutan(df: pd.DataFrame, tingkat: metrics.Tingkat, kode: str) -> Urutan | None:
    """Rank of the area by coverage; None where it has no value to rank. Above 100 % the denominator is in doubt."""
    nilai = {
        str(isi[f"kode_{tingkat}"]): round(float(isi["rasio_cakupan"]), 9)
        for isi in df.to_dict("records")
        if metrics.keadaan_baris(isi, "cakupan") is Keadaan.NILAI
    }
    if kode not in nilai:
        return None
    lebih = sum(lain > nilai[kode] for lain in nilai.values())
    sama = sum(lain == nilai[kode] for lain in nilai.values()) - 1
    return Urutan(lebih + 1, sama, len(nilai))


def kalimat_urutan(df: pd.DataFrame, tingkat: metrics.Tingkat, kode: str) -> str:
    """The rank in words, with who shares it and who is not ranked; `df` holds the areas of the level."""
    keadaan = metrics.keadaan(df, "cakupan")
    luar = Counter(k for k in keadaan if k is not Keadaan.NILAI)
    rinci = ", ".join(f"{n} {_TIDAK_DIPERINGKAT[k]}" for k, n in sorted(luar.items()))
    ekor = f"; {sum(luar.values())} tidak diperingkat ({rinci})" if luar else ""
    tempat = urutan(df, tingkat, kode)
    if tempat is None:
        sini = keadaan[(df[f"kode_{tingkat}"] == kode).to_numpy()]
        sebab = _TIDAK_DIPERINGKAT[sini.iloc[0]] if len(sini) else "tanpa data"
        return f"Tidak diperingkat: cakupannya {sebab}."
    nomor = f"{tempat.nomor}" + (f"–{tempat.nomor + tempat.sama}" if tempat.sama else "")
    bersama = f", sama dengan {tempat.sama} lainnya" if tempat.sama else ""
    return f"Cakupan tertinggi ke-{nomor} dari {tempat.dari} {tingkat}{bersama}{ekor}."


def catatan(tempat: Sequence[tuple[str, Baris]], kelurahan: pd.DataFrame | None = None) -> list[str]:
    """Notes under the card: how far its recording can be trusted, and the symbols in the comparison.

    `kelurahan` is the row of cakupan_per_kelurahan of the one kelurahan that the card is about.
    """
    kata = []
    if kelurahan is not None:
        umur = kelurahan["umur_bulan"].iloc[0] if len(kelurahan) else None
        kata += _pendataan(tempat[0][1], umur)
    keadaan = {k for baris in banding(tempat) for _teks, k in baris.sel if k is not Keadaan.NILAI}
    return kata + [f"{k.simbol} = {k.label.lower()}{_PERIKSA.get(k, '')}." for k in sorted(keadaan)]


def _pendataan(isi: Baris, umur_bulan: Any) -> list[str]:
    bacaan = metrics.bacaan_pendataan(isi["rasio_rt_melapor"], umur_bulan)
    if bacaan is Bacaan.BELUM_MELAPOR:
        return ["Belum ada daftar tenaga kerja, jadi pekerja dan cakupannya belum dapat dihitung."]
    if bacaan is not Bacaan.BELUM_DIKETAHUI:
        return []
    return [
        f"Pendataan belum memadai, baca cakupannya dengan hati-hati: {narasi.alasan_belum_diketahui(isi)}; "
        f"daftar terbaru berumur {umur_bulan} bulan."
    ]
