"""Domain rules: which state a cell is in, which way is better, which class a value falls in, what pace is needed.

Ratios are computed in SQL, once, from sums; nothing here divides two columns to make a figure that people see.
"""

import math
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Literal

import pandas as pd

AMBANG_RAHASIA = 5  # counts 1..4 are hidden: small enough that a neighbour could name the persons
# Below these the register says too little about a kelurahan: with four in ten RT unheard, or two years of moving,
# births and job changes, the count of workers may be off by more than the classes of the coverage map are apart.
AMBANG_RT_MELAPOR = 0.60
AMBANG_UMUR_DAFTAR = 24  # months; a list of exactly this age still counts
AMBANG_LENGKAP = 0.95  # not 1: the number of RT per kelurahan is an estimate
AMBANG_PENYEBUT = 0.10  # a denominator that moved by more between two months explains much of the change itself

Tingkat = Literal["kecamatan", "kelurahan"]


class Keadaan(StrEnum):
    """The six states of a cell; each has its own look in map, legend and table. Zero is a value."""

    NILAI = "nilai"
    TANPA_DATA = "tanpa_data"
    DISEMBUNYIKAN = "disembunyikan"
    TIDAK_BERLAKU = "tidak_berlaku"
    DI_ATAS_100 = "di_atas_100"
    BELUM_DIKETAHUI = "belum_diketahui"

    @property
    def label(self) -> str:
        """Words for the legend."""
        return _LABEL_KEADAAN[self]

    @property
    def simbol(self) -> str:
        """What stands in a table cell instead of, or after, the number; empty for an ordinary value."""
        return _SIMBOL_KEADAAN[self]

    @property
    def ada_nilai(self) -> bool:
        """True where the number itself may be shown."""
        return self in (Keadaan.NILAI, Keadaan.DI_ATAS_100)


_LABEL_KEADAAN = {
    Keadaan.NILAI: "Ada nilai",
    Keadaan.TANPA_DATA: "Tidak ada data",
    Keadaan.DISEMBUNYIKAN: "Dirahasiakan (1 sampai 4 orang)",
    Keadaan.TIDAK_BERLAKU: "Tidak berlaku",
    Keadaan.DI_ATAS_100: "Di atas 100%",
    Keadaan.BELUM_DIKETAHUI: "Belum diketahui (pendataan belum memadai)",
}
_SIMBOL_KEADAAN = {
    Keadaan.NILAI: "",
    Keadaan.TANPA_DATA: "tad",
    Keadaan.DISEMBUNYIKAN: "r",
    Keadaan.TIDAK_BERLAKU: "tb",
    Keadaan.DI_ATAS_100: "!",
    Keadaan.BELUM_DIKETAHUI: "bd",
}


class Bacaan(StrEnum):
    """How far the recording of a kelurahan can be trusted."""

    LENGKAP = "lengkap"
    SEBAGIAN = "sebagian"
    BELUM_DIKETAHUI = "belum diketahui"
    BELUM_MELAPOR = "belum melapor"


@dataclass(frozen=True)
class Metrik:
    """One measure of the account columns.

    `kolom` holds its value; `pembilang` and `penyebut` name the counts under it ('' where there is none).
    `bergantung_berlaku` marks measures that a segment can make not applicable (column `berlaku` of the area queries),
    `bergantung_register` those that poor recording makes unknown (column `pendataan_memadai`, where a page has it),
    `tentang_orang` those whose counts are persons, so that 1 to 4 are hidden.
    """

    kunci: str
    label: str
    satuan: str
    kolom: str
    pembilang: str
    penyebut: str
    higher_is_better: bool
    adalah_rasio: bool
    bergantung_berlaku: bool
    kata_pembilang: str
    kata_penyebut: str
    bergantung_register: bool = True
    tentang_orang: bool = True

    @property
    def singkat(self) -> str:
        """The label where room is short: the abbreviation that stands in it, if there is one."""
        return self.label[self.label.index("(") + 1 : -1] if self.label.endswith(")") else self.label


METRIK: dict[str, Metrik] = {
    m.kunci: m
    for m in (
        Metrik("cakupan", "Cakupan", "%", "rasio_cakupan", "jumlah_peserta", "jumlah_penyebut",
               True, True, True, "peserta aktif", "pekerja"),
        Metrik("belum_terlindungi", "Belum terlindungi", "orang", "jumlah_belum_terlindungi",
               "jumlah_belum_terlindungi", "jumlah_pekerja", False, False, True, "belum terlindungi", "pekerja"),
        Metrik("peserta", "Peserta aktif", "orang", "jumlah_peserta", "jumlah_peserta", "",
               True, False, False, "peserta aktif", "", bergantung_register=False),
        Metrik("penganggur", "Penganggur", "orang", "jumlah_penganggur", "jumlah_penganggur", "jumlah_angkatan_kerja",
               False, False, False, "penganggur", "angkatan kerja"),
        Metrik("tpt", "Tingkat pengangguran terbuka (TPT)", "%", "rasio_tpt", "jumlah_penganggur",
               "jumlah_angkatan_kerja", False, True, False, "penganggur", "angkatan kerja"),
        Metrik("kelengkapan", "Kelengkapan pendataan", "%", "rasio_rt_melapor", "jumlah_rt_melapor", "jumlah_rt",
               True, True, False, "RT melapor", "RT", bergantung_register=False, tentang_orang=False),
    )
}  # fmt: skip
METRIK_AKUN = tuple(kunci for kunci in METRIK if kunci != "kelengkapan")
"""The measures that every area query of the account has; completeness belongs to the recording page alone."""

LABEL_SEGMEN = {
    "PU": "Penerima Upah",
    "BPU": "Bukan Penerima Upah",
    "JAKON": "Jasa Konstruksi",
    "PMI": "Pekerja Migran Indonesia",
}
LABEL_SUMBER_IURAN = {
    "mandiri": "Mandiri",
    "pemberi_kerja": "Pemberi kerja",
    "apbd_kota": "APBD kota",
    "apbd_provinsi": "APBD provinsi",
    "dana_desa": "Dana desa",
    "lembaga": "Lembaga",
    "tidak diketahui": "Tidak diketahui",
}
LABEL_PENYEBUT = {
    "penduduk_bekerja": "penduduk bekerja",
    "angkatan_kerja": "angkatan kerja",
    "potensi": "potensi peserta",
}
LABEL_JENIS_KELAMIN = {"L": "Laki-laki", "P": "Perempuan", "?": "Tidak diketahui"}
KELOMPOK_UMUR = ("15-24", "25-34", "35-44", "45-54", "55-64", "65+", "tidak diketahui")
LABEL_KELOMPOK_UMUR = {
    k: k.replace("-", "–") + " tahun" if k != "tidak diketahui" else "Tidak diketahui" for k in KELOMPOK_UMUR
}
LABEL_PENDIDIKAN = {
    "tidak_tamat_sd": "Tidak tamat SD",
    "sd": "SD",
    "smp": "SMP",
    "sma": "SMA",
    "smk": "SMK",
    "diploma": "Diploma",
    "sarjana": "Sarjana",
    "tidak diketahui": "Tidak diketahui",
}
LABEL_DIMENSI = {"jenis_kelamin": "Jenis kelamin", "kelompok_umur": "Kelompok umur", "pendidikan": "Pendidikan"}
LABEL_KATEGORI: dict[str, dict[str, str]] = {
    "jenis_kelamin": LABEL_JENIS_KELAMIN,
    "kelompok_umur": LABEL_KELOMPOK_UMUR,
    "pendidikan": LABEL_PENDIDIKAN,
}

# Fixed on purpose: breaks taken from the data would repaint every area when a filter changes.
BATAS_CAKUPAN = (0.10, 0.20, 0.40, 0.70)
_BATAS: dict[tuple[str, Tingkat], tuple[float, ...]] = {
    ("belum_terlindungi", "kelurahan"): (500, 1_000, 2_000, 4_000, 8_000),
    ("belum_terlindungi", "kecamatan"): (5_000, 10_000, 20_000, 30_000, 40_000),
    ("peserta", "kelurahan"): (250, 500, 1_000, 2_000, 4_000),
    ("peserta", "kecamatan"): (2_500, 5_000, 10_000, 20_000, 40_000),
    ("penganggur", "kelurahan"): (100, 200, 400, 800, 1_600),
    ("penganggur", "kecamatan"): (1_000, 2_000, 3_000, 4_000, 6_000),
    ("tpt", "kelurahan"): (0.03, 0.06, 0.09, 0.12, 0.15),
    ("tpt", "kecamatan"): (0.03, 0.06, 0.09, 0.12, 0.15),
    ("kelengkapan", "kelurahan"): (0.20, 0.40, AMBANG_RT_MELAPOR, 0.80, AMBANG_LENGKAP),
    ("kelengkapan", "kecamatan"): (0.20, 0.40, AMBANG_RT_MELAPOR, 0.80, AMBANG_LENGKAP),
}


def batas_kelas(kunci: str, tingkat: Tingkat = "kelurahan", target: float = 1.0) -> tuple[float, ...]:
    """Ascending class breaks of a metric; a value equal to a break belongs to the class above it.

    Coverage: 0.10, 0.20, 0.40, 0.70 as far as they lie below `target`, then `target` itself (0 < target <= 1), so the
    last class always means "target reached". Raises KeyError for an unknown metric, ValueError for a bad target.
    """
    if kunci == "cakupan":
        if not 0 < target <= 1:
            raise ValueError(f"target must lie in (0, 1], got {target}")
        return (*(b for b in BATAS_CAKUPAN if b < target), target)
    return _BATAS[kunci, tingkat]


KELAS: dict[str, dict[Tingkat, tuple[float, ...]]] = {
    kunci: {"kecamatan": batas_kelas(kunci, "kecamatan"), "kelurahan": batas_kelas(kunci, "kelurahan")}
    for kunci in METRIK
}


# A change below the first step is neutral: half a point is what one late list moves. Counts have steps per level.
KELAS_TETAP = 3
_LANGKAH_RASIO = (0.005, 0.02, 0.05)
_LANGKAH_JUMLAH: dict[tuple[str, Tingkat], tuple[int, int, int]] = {
    ("belum_terlindungi", "kelurahan"): (25, 100, 250),
    ("belum_terlindungi", "kecamatan"): (100, 500, 1_000),
    ("peserta", "kelurahan"): (25, 100, 250),
    ("peserta", "kecamatan"): (100, 500, 1_000),
    ("penganggur", "kelurahan"): (10, 50, 150),
    ("penganggur", "kecamatan"): (50, 150, 300),
}


def langkah_selisih(kunci: str, tingkat: Tingkat = "kelurahan") -> tuple[float, float, float]:
    """The three steps (all > 0) of a difference, the first being the edge of the neutral band.

    A ratio: 0.005, 0.02 and 0.05, that is half a point, 2 and 5 points. Raises KeyError for an unknown metric.
    """
    return _LANGKAH_RASIO if METRIK[kunci].adalah_rasio else _LANGKAH_JUMLAH[kunci, tingkat]


def batas_selisih(langkah: tuple[float, float, float]) -> tuple[float, ...]:
    """The six breaks of a difference, ascending: the steps below zero and above it."""
    return (*(-step for step in reversed(langkah)), *langkah)


def kelas_selisih(delta: float, langkah: tuple[float, float, float]) -> int:
    """Class 0..6 of a difference, from the largest fall to the largest rise; KELAS_TETAP is the neutral band.

    Unlike `kelas_of` the same on both sides of zero: a fall or rise of exactly a step belongs to the class beyond it.
    Rounded to a billionth first: 0.305 - 0.300 is a whole half point, not a little more or less.
    """
    besar = bisect_right(langkah, round(abs(delta), 9))
    return KELAS_TETAP + (besar if delta > 0 else -besar)


def penyebut_bergeser(awal: Any, akhir: Any) -> bool:
    """Whether a denominator moved by more than AMBANG_PENYEBUT of its earlier value; False where one is missing."""
    if pd.isna(awal) or pd.isna(akhir):
        return False
    return bool(abs(akhir - awal) > AMBANG_PENYEBUT * awal)


BATAS_BERDUA: dict[str, tuple[float, float]] = {
    "cakupan": (0.20, 0.40),
    "tpt": (0.06, 0.09),
    "kelengkapan": (AMBANG_RT_MELAPOR, AMBANG_LENGKAP),
}
"""The two breaks of each measure that a map of two measures at once can show."""


def kelas_of(nilai: Any, batas: tuple[float, ...]) -> int | None:
    """Index (0..len(batas)) of the class that holds `nilai`; None for a missing value."""
    if nilai is None or pd.isna(nilai):
        return None
    return bisect_right(batas, float(nilai))


def keadaan_sel(
    jumlah_peserta: Any, jumlah_penyebut: Any, berlaku: bool = True, ambang: int = AMBANG_RAHASIA
) -> Keadaan:
    """State of one ratio cell from its numerator and denominator (persons).

    Hidden when the numerator, the rest (denominator - numerator) or the denominator is 1..ambang-1: any of them would
    tell about a handful of persons. A denominator of 0 makes the ratio not applicable; a missing count is no data.
    """
    if not berlaku:
        return Keadaan.TIDAK_BERLAKU
    if pd.isna(jumlah_peserta) or pd.isna(jumlah_penyebut):
        return Keadaan.TANPA_DATA
    if jumlah_penyebut == 0:
        return Keadaan.TIDAK_BERLAKU
    if any(1 <= n < ambang for n in (jumlah_peserta, jumlah_penyebut, jumlah_penyebut - jumlah_peserta)):
        return Keadaan.DISEMBUNYIKAN
    return Keadaan.DI_ATAS_100 if jumlah_peserta > jumlah_penyebut else Keadaan.NILAI


def keadaan_jumlah(jumlah: Any, berlaku: bool = True, ambang: int = AMBANG_RAHASIA) -> Keadaan:
    """State of one count: hidden at 1..ambang-1; missing means no data, or not applicable where `berlaku` is false."""
    if pd.isna(jumlah):
        return Keadaan.TANPA_DATA if berlaku else Keadaan.TIDAK_BERLAKU
    return Keadaan.DISEMBUNYIKAN if 1 <= jumlah < ambang else Keadaan.NILAI


def keadaan_baris(baris: Mapping[Any, Any], kunci: str, ambang: int = AMBANG_RAHASIA) -> Keadaan:
    """State of one row of a query result for the metric `kunci`.

    Reads the metric's columns and, where the row has them, `berlaku` for measures that a segment can rule out and
    `pendataan_memadai` for measures that poor recording makes unknown: their value then gives way to that state.
    """
    metrik = METRIK[kunci]
    berlaku = bool(baris.get("berlaku", True)) if metrik.bergantung_berlaku else True
    batas = ambang if metrik.tentang_orang else 0
    if metrik.adalah_rasio:
        hasil = keadaan_sel(baris[metrik.pembilang], baris[metrik.penyebut], berlaku, batas)
    else:
        hasil = keadaan_jumlah(baris[metrik.kolom], berlaku, batas)
    if hasil.ada_nilai and metrik.bergantung_register and not baris.get("pendataan_memadai", True):
        return Keadaan.BELUM_DIKETAHUI
    return hasil


def keadaan(df: pd.DataFrame, kunci: str, ambang: int = AMBANG_RAHASIA) -> pd.Series:
    """`keadaan_baris` of every row: Series of Keadaan, same index as `df`."""
    hasil = [keadaan_baris(baris, kunci, ambang) for baris in df.to_dict("records")]
    # dtype object: pandas would otherwise turn the members into plain text and lose label and simbol.
    return pd.Series(hasil, index=df.index, dtype=object)


# What can never have a value, then what has none yet, then what is kept back, then what is doubted.
_URUTAN_TERBURUK = (
    Keadaan.TIDAK_BERLAKU,
    Keadaan.TANPA_DATA,
    Keadaan.DISEMBUNYIKAN,
    Keadaan.BELUM_DIKETAHUI,
    Keadaan.DI_ATAS_100,
    Keadaan.NILAI,
)


def keadaan_gabungan(*keadaan_sel: Keadaan) -> Keadaan:
    """State of what is made of several cells: the worst of theirs; a value only where each of them may be shown."""
    return min(keadaan_sel, key=_URUTAN_TERBURUK.index)


def keadaan_pecahan(baris: Mapping[Any, Any], kunci: str) -> Keadaan:
    """State of a metric's numerator and denominator side by side: a count's own, or worse where the rest is hidden."""
    metrik = METRIK[kunci]
    own = keadaan_baris(baris, kunci)
    if metrik.adalah_rasio or not metrik.penyebut:
        return own
    return keadaan_gabungan(own, keadaan_sel(baris[metrik.pembilang], baris[metrik.penyebut]))


def bacaan_pendataan(rasio_rt_melapor: Any, umur_bulan: Any) -> Bacaan:
    """How far the recording of one kelurahan can be trusted.

    `rasio_rt_melapor`: RT in the RT/RW list in force / RT of the reference (may exceed 1, missing without reference);
    `umur_bulan`: age in months of the newest list in force, of any source, missing where no list ever came. Unknown
    below AMBANG_RT_MELAPOR, without a share, or above AMBANG_UMUR_DAFTAR; complete from AMBANG_LENGKAP on.
    """
    if umur_bulan is None or pd.isna(umur_bulan):
        return Bacaan.BELUM_MELAPOR
    if rasio_rt_melapor is None or pd.isna(rasio_rt_melapor):
        return Bacaan.BELUM_DIKETAHUI
    if rasio_rt_melapor < AMBANG_RT_MELAPOR or umur_bulan > AMBANG_UMUR_DAFTAR:
        return Bacaan.BELUM_DIKETAHUI
    return Bacaan.LENGKAP if rasio_rt_melapor >= AMBANG_LENGKAP else Bacaan.SEBAGIAN


def laju_diperlukan(pekerja: float, target: float, peserta: float, bulan: int, luruh: float = 0.0) -> float | None:
    """New participants needed each month to reach `target` (ratio) of `pekerja` after `bulan` months.

    With P workers, target T, E0 participants now, m months and monthly lapse a, each month's participants are
    E' = (1 - a) E + n, so that E_m = E0 (1-a)^m + n (1 - (1-a)^m) / a, and

        n = a (T P - E0 (1-a)^m) / (1 - (1-a)^m),        n = (T P - E0) / m   for a = 0.

    Persons per month, not rounded (round up to show), never below 0. None when no month is left and the target is not
    reached. Raises ValueError for negative counts or a lapse outside [0, 1].
    """
    if min(pekerja, target, peserta) < 0 or not 0 <= luruh <= 1:
        raise ValueError("counts and target must not be negative and the lapse must lie in [0, 1]")
    if bulan < 1:
        return 0.0 if peserta >= target * pekerja else None
    if luruh < 1e-12:  # below this the formula loses more digits than the lapse is worth
        return max(0.0, (target * pekerja - peserta) / bulan)
    # expm1 and log1p keep 1 - (1-a)^m exact for small lapses.
    hilang = 1.0 if luruh == 1 else -math.expm1(bulan * math.log1p(-luruh))
    return max(0.0, luruh * (target * pekerja - peserta * (1 - hilang)) / hilang)


def bulan_antara(awal: date, akhir: date) -> int:
    """Calendar months from `awal` to `akhir` (days ignored); negative when `akhir` is earlier."""
    return (akhir.year - awal.year) * 12 + akhir.month - awal.month


def arah_baik(kunci: str, delta: float | None) -> bool | None:
    """True when a change of the metric is an improvement, False when a worsening, None without change or data."""
    if delta is None or pd.isna(delta) or delta == 0:
        return None
    return (delta > 0) == METRIK[kunci].higher_is_better
