"""Coverage read together with a second measure: each area's place in a square of three by three, and the finding. Pure.

The square's rows run from the highest class of the second measure down, its columns from the lowest coverage up.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from jamsostek import formats, metrics, narasi
from jamsostek.figures import maps
from jamsostek.metrics import Keadaan, Metrik

Baris = Mapping[str, Any]
TINGKATAN = ("rendah", "sedang", "tinggi")
NAMA_DISEBUT = 4
# What the corner 'low coverage, second measure high' means.
TEMUAN = {
    "tpt": "bercakupan rendah ({cakupan}) sekaligus ber-TPT tinggi ({kedua})",
    "kelengkapan": "benar-benar bercakupan rendah: {cakupan} dengan pendataan lengkap ({kedua} RT melapor)",
}


@dataclass(frozen=True)
class Pasangan:
    """One area under both measures; `baris` and `kolom` (0..2): its place in the square, None without both values."""

    kode: str
    nama: str
    isi: Baris
    keadaan: Keadaan
    baris: int | None
    kolom: int | None

    @property
    def kelas(self) -> int | None:
        """Number of the square, 0 (top left) to 8, row by row."""
        return None if self.baris is None or self.kolom is None else 3 * self.baris + self.kolom


def pasangan(df: pd.DataFrame, kedua: str, tingkat: metrics.Tingkat) -> list[Pasangan]:
    """Every area once: coverage and the measure `kedua` of one query result that has the columns of both."""
    rows = maps.records(maps.berwilayah(df, f"kode_{tingkat}"))
    return [_pasangan(row, metrics.METRIK[kedua], tingkat) for row in rows]


def _pasangan(row: Baris, kedua: Metrik, tingkat: metrics.Tingkat) -> Pasangan:
    state = metrics.keadaan_gabungan(*(metrics.keadaan_baris(row, kunci) for kunci in ("cakupan", kedua.kunci)))
    kolom, tingkatan = None, None
    if state.ada_nilai:
        kolom = metrics.kelas_of(row["rasio_cakupan"], metrics.BATAS_BERDUA["cakupan"])
        tingkatan = metrics.kelas_of(row[kedua.kolom], metrics.BATAS_BERDUA[kedua.kunci])
    baris = None if tingkatan is None else 2 - tingkatan
    return Pasangan(row[f"kode_{tingkat}"], row[f"nama_{tingkat}"], row, state, baris, kolom)


def label(kunci: str) -> list[str]:
    """The three classes of a measure in words, lowest first: '< 20%', '20% – < 40%', '≥ 40%'."""
    words = narasi.label_kelas(kunci, metrics.BATAS_BERDUA[kunci])
    return [text.removesuffix(" (sasaran)") for text in words]


def kata(kedua: Metrik) -> str:
    """The second measure inside a sentence; an abbreviation keeps its capitals."""
    return kedua.singkat if kedua.singkat.isupper() else kedua.singkat.lower()


def bacaan(p: Pasangan, kedua: Metrik) -> str:
    """The square in words: 'Cakupan rendah, TPT tinggi', or the state."""
    if p.baris is None or p.kolom is None:
        return p.keadaan.label
    return f"Cakupan {TINGKATAN[p.kolom]}, {kata(kedua)} {TINGKATAN[2 - p.baris]}"


def kalimat(found: Sequence[Pasangan], kedua: str, tampilan: maps.Tampilan, tempat: str = "") -> str:
    """The finding: the areas in the corner of low coverage and a high second measure, and how many cannot be read.

    `tempat` names the place that `found` was narrowed to.
    """
    names = [p.nama for p in found if p.kelas == 0]
    listed = ", ".join(names[:NAMA_DISEBUT]) + (f", dan {len(names) - NAMA_DISEBUT} lagi" * (len(names) > NAMA_DISEBUT))
    words = TEMUAN[kedua].format(cakupan=label("cakupan")[0], kedua=label(kedua)[2])
    inside = f" di {tempat}" if tempat else ""
    of_all = f"{formats.angka(len(names))} dari {formats.angka(len(found))} {tampilan.tingkat}{inside} {words}"
    parts = [f"{formats.bulan_panjang(tampilan.bulan)}: {of_all}" + (f" ({listed})." if names else ".")]
    unread = sum(p.kelas is None for p in found)
    poor = sum(p.baris == 2 and p.kolom == 0 for p in found) if kedua == "kelengkapan" else 0
    if poor:
        share = label(kedua)[0].removeprefix("< ")
        parts.append(f"{formats.angka(poor)} lagi tampak rendah, tetapi kurang dari {share} RT-nya melapor.")
    if unread:
        parts.append(f"{formats.angka(unread)} tidak dapat dibaca bersama.")
    return " ".join(parts)
