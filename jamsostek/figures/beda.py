"""What changed between two months: each area in both, its difference in points or persons, and the finding. Pure.

A difference exists only where both months may be shown; otherwise the area has the worse of its two states, so that
no difference gives a hidden count away.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from jamsostek import formats, metrics
from jamsostek.figures import maps
from jamsostek.metrics import Keadaan, Metrik

Baris = Mapping[str, Any]
ARTI = {True: "membaik", None: "tetap", False: "memburuk"}
GESER = f"lebih dari {formats.persen(metrics.AMBANG_PENYEBUT).replace(',0%', '%')}"


@dataclass(frozen=True)
class Beda:
    """One area in both months. `delta` (ratio or persons) and `kelas` (0..6) are None where nothing may be shown."""

    metrik: Metrik
    kode: str
    nama: str
    awal: Baris
    akhir: Baris
    keadaan: Keadaan
    delta: float | None
    kelas: int | None

    @property
    def arti(self) -> str:
        """'membaik', 'memburuk' or, inside the neutral band, 'tetap'; without a difference the words of the state."""
        if self.kelas is None:
            return self.keadaan.label.lower()
        return ARTI[metrics.arah_baik(self.metrik.kunci, self.kelas - metrics.KELAS_TETAP)]

    @property
    def teks(self) -> str:
        """The difference with its sign, '!' where a month is above 100 %, or the symbol of the state."""
        return teks(self.metrik, self.keadaan, self.delta)

    @property
    def bergeser(self) -> bool:
        """Whether the denominator itself moved by more than a tenth; never told of a hidden cell."""
        kolom, months = self.metrik.penyebut, (self.awal, self.akhir)
        open_ = kolom and all(metrics.keadaan_pecahan(row, self.metrik.kunci).ada_nilai for row in months)
        return bool(open_) and metrics.penyebut_bergeser(*(row[kolom] for row in months))


def beda(awal: pd.DataFrame, akhir: pd.DataFrame, kunci: str, tingkat: metrics.Tingkat) -> list[Beda]:
    """Every area of `akhir` once, compared with `awal` (two results of cakupan_per_kecamatan or _kelurahan).

    Rows without a place are left out. An area that the earlier month does not know has no data there.
    """
    kode = f"kode_{tingkat}"
    before = {row[kode]: row for row in maps.records(maps.berwilayah(awal, kode))}
    rows = maps.records(maps.berwilayah(akhir, kode))
    return [_beda(before.get(row[kode]) or tanpa_data(row), row, metrics.METRIK[kunci], tingkat) for row in rows]


def tanpa_data(row: Baris) -> dict[str, Any]:
    """The row of an area in a month that does not know it, as after a change of the boundaries."""
    return {name: value if name.startswith(("kode_", "nama_", "berlaku")) else None for name, value in row.items()}


def _beda(awal: Baris, akhir: Baris, metrik: Metrik, tingkat: metrics.Tingkat) -> Beda:
    state, delta = selisih(awal, akhir, metrik)
    kelas = None if delta is None else metrics.kelas_selisih(delta, metrics.langkah_selisih(metrik.kunci, tingkat))
    return Beda(metrik, akhir[f"kode_{tingkat}"], akhir[f"nama_{tingkat}"], awal, akhir, state, delta, kelas)


def selisih(awal: Baris, akhir: Baris, metrik: Metrik) -> tuple[Keadaan, float | None]:
    """State of both rows together, and `akhir` less `awal` (ratio or persons) where both may be shown."""
    state = metrics.keadaan_gabungan(*(metrics.keadaan_baris(row, metrik.kunci) for row in (awal, akhir)))
    return state, float(akhir[metrik.kolom]) - float(awal[metrik.kolom]) if state.ada_nilai else None


def teks(metrik: Metrik, keadaan: Keadaan, delta: float | None) -> str:
    """A difference with its sign ('+1,2', '−105'), with '!' where one value is above 100 %, or the state's symbol."""
    if delta is None:
        return keadaan.simbol
    text = formats.selisih_poin(delta) if metrik.adalah_rasio else formats.selisih(delta)
    return f"{text} !" if keadaan is Keadaan.DI_ATAS_100 else text


def perubahan(b: Beda) -> str:
    """The difference in words: 'naik 1,2 poin (membaik)', 'turun 105 orang (memburuk)', or the state."""
    if b.delta is None:
        return f"tidak ada selisih ({b.arti})"
    if b.metrik.adalah_rasio:
        return f"{formats.poin(b.delta)} ({b.arti})"
    words = formats.naik_turun(b.delta)
    return f"{words}{'' if words == 'tetap' else ' orang'} ({b.arti})"


def rentang(awal: date, akhir: date) -> str:
    """The two months in words."""
    return f"{formats.bulan_panjang(awal)} ke {formats.bulan_panjang(akhir)}"


def kalimat(found: Sequence[Beda], bulan_awal: date, tampilan: maps.Tampilan, tempat: str = "") -> str:
    """The finding: how many areas improved, stayed and worsened, the largest rise and fall, moved denominators.

    `tempat` names the place that `found` was narrowed to.
    """
    metrik = metrics.METRIK[tampilan.metrik]
    shown = [b for b in found if b.delta is not None]
    inside = f" di {tempat}" if tempat else ""
    head = f"{metrik.label} per {tampilan.tingkat}{inside}, {rentang(bulan_awal, tampilan.bulan)}"
    if not shown:
        return f"{head}: tidak ada wilayah yang kedua bulannya bernilai."
    counts = Counter(b.arti for b in shown)
    parts = [f"{formats.angka(counts[word])} {word}" for word in ARTI.values()]
    if len(found) > len(shown):
        parts.append(f"{len(found) - len(shown)} tanpa selisih")
    ends = [
        _ujung(max(shown, key=_delta), "Kenaikan terbesar", 1),
        _ujung(min(shown, key=_delta), "Penurunan terbesar", -1),
    ]
    moved = sum(b.bergeser for b in found)
    if moved:
        ends.append(f"Penyebut bergeser {GESER} di {formats.angka(moved)} wilayah.")
    return " ".join([f"{head}: {', '.join(parts)}.", *filter(None, ends)])


def _delta(b: Beda) -> float:
    return b.delta or 0.0


def _ujung(b: Beda, kata: str, tanda: int) -> str:
    return f"{kata}: {b.nama}, {perubahan(b)}." if tanda * _delta(b) > 0 else ""
