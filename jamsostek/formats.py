"""Indonesian numbers, percentages, money, months and times as text.

Formatted on the server: the browser's locale, Plotly's and Streamlit's all default to US English, and one screen
would then show two styles. Rules follow PUEBI and Babel's id_ID: dot for thousands, comma for decimals, no space
before % or after Rp, a true minus sign. Rounding is half up, as in the spreadsheets people compare with.
A missing value (None, NaN, NaT, pandas.NA) is always written "tad", never "nan" and never 0.
"""

import math
import re
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

MINUS = "−"
TIDAK_ADA_DATA = "tad"
DIRAHASIAKAN = "r"
TIDAK_BERLAKU = "tb"
SEMENTARA = "s"
BELUM_DIKETAHUI = "bd"

TANDA_CONTOH = "DATA CONTOH"

SIMBOL: dict[str, str] = {
    TIDAK_ADA_DATA: "tidak ada data",
    DIRAHASIAKAN: "dirahasiakan karena menyangkut 1 sampai 4 orang",
    TIDAK_BERLAKU: "tidak berlaku",
    SEMENTARA: "sementara",
    BELUM_DIKETAHUI: "belum diketahui karena pendataan belum memadai",
}

NAMA_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
NAMA_BULAN_PENDEK = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")

PENYEBUT_KECIL = (
    200  # below this one person moves the rate by more than half a point: decimals would be false precision
)

# Central Indonesia has no summer time, so a fixed offset is exact; zoneinfo would need a tz database on Windows.
WITA = timezone(timedelta(hours=8), "WITA")

_BULAN_URL = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


def kosong(nilai: Any) -> bool:
    """True for None, NaN, NaT, pandas.NA and infinities: values that no figure may show as a number."""
    if nilai is None:
        return True
    try:
        if bool(nilai != nilai):
            return True
    except TypeError:  # pandas.NA refuses to be compared
        return True
    return isinstance(nilai, float) and math.isinf(nilai)


def _bulatkan(nilai: Any, tempat: int) -> Decimal:
    """Round half up at `tempat` decimals, through the shortest text of the float (0.15 is 0.15, not 0.1499...)."""
    return Decimal(str(nilai)).quantize(Decimal(1).scaleb(-tempat), rounding=ROUND_HALF_UP)


def _tulis(bulat: Decimal, tempat: int) -> str:
    teks = f"{abs(bulat):,.{tempat}f}".translate(str.maketrans(",.", ".,"))
    return f"{MINUS}{teks}" if bulat < 0 else teks


def desimal(nilai: Any, tempat: int = 1) -> str:
    """A number with `tempat` decimals: 1234567.89 -> '1.234.567,9'."""
    if kosong(nilai):
        return TIDAK_ADA_DATA
    return _tulis(_bulatkan(nilai, tempat), tempat)


def angka(nilai: Any) -> str:
    """A whole number: 19000 -> '19.000', -1234 -> '−1.234'."""
    return desimal(nilai, 0)


def persen(rasio: Any, penyebut: Any = None) -> str:
    """A ratio (0..1, may exceed 1) as a percentage: 0.234 -> '23,4%'.

    One decimal; whole percent when `penyebut` (number of persons under the ratio) is below 200. Exact zero is '0%'.
    What would round to nothing or to everything without being it is written '< 0,1%' and '> 99,9%'.
    """
    if kosong(rasio):
        return TIDAK_ADA_DATA
    if rasio == 0:
        return "0%"
    tempat = 0 if not kosong(penyebut) and penyebut < PENYEBUT_KECIL else 1
    tepat = Decimal(str(rasio)) * 100
    bulat = _bulatkan(tepat, tempat)
    langkah = Decimal(1).scaleb(-tempat)
    if bulat == 0:
        return f"< {_tulis(langkah, tempat)}%" if tepat > 0 else f"> {_tulis(-langkah, tempat)}%"
    if bulat == 100 and tepat < 100:
        return f"> {_tulis(100 - langkah, tempat)}%"
    return f"{_tulis(bulat, tempat)}%"


def poin(delta: Any) -> str:
    """Difference of two ratios in percentage points: 0.006 -> 'naik 0,6 poin'; below 0.05 points 'tetap'."""
    if kosong(delta):
        return TIDAK_ADA_DATA
    bulat = _bulatkan(Decimal(str(delta)) * 100, 1)
    if bulat == 0:
        return "tetap"
    return f"{'naik' if bulat > 0 else 'turun'} {_tulis(abs(bulat), 1)} poin"


def selisih_poin(delta: Any) -> str:
    """Difference of two ratios in points with its sign: 0.012 -> '+1,2', -0.003 -> '−0,3', below 0.05 points '0'."""
    if kosong(delta):
        return TIDAK_ADA_DATA
    bulat = _bulatkan(Decimal(str(delta)) * 100, 1)
    if bulat == 0:
        return "0"
    return f"+{_tulis(bulat, 1)}" if bulat > 0 else _tulis(bulat, 1)


def jarak_poin(delta: Any, dari: str) -> str:
    """How far a ratio lies from another one: -0.041, 'kota' -> '4,1 poin di bawah kota'; below 0.05 'setara kota'."""
    if kosong(delta):
        return TIDAK_ADA_DATA
    bulat = _bulatkan(Decimal(str(delta)) * 100, 1)
    if bulat == 0:
        return f"setara {dari}"
    return f"{_tulis(abs(bulat), 1)} poin di {'atas' if bulat > 0 else 'bawah'} {dari}"


def selisih(nilai: Any) -> str:
    """Difference of two counts with its sign: 1234 -> '+1.234', -1234 -> '−1.234', 0 -> '0'."""
    if kosong(nilai):
        return TIDAK_ADA_DATA
    bulat = _bulatkan(nilai, 0)
    return f"+{_tulis(bulat, 0)}" if bulat > 0 else _tulis(bulat, 0)


def naik_turun(nilai: Any) -> str:
    """Difference of two counts in words: 1234 -> 'naik 1.234', -5 -> 'turun 5', 0 -> 'tetap'."""
    if kosong(nilai):
        return TIDAK_ADA_DATA
    bulat = _bulatkan(nilai, 0)
    if bulat == 0:
        return "tetap"
    return f"{'naik' if bulat > 0 else 'turun'} {_tulis(abs(bulat), 0)}"


def ringkas(nilai: Any) -> str:
    """A count in short words: 1200000 -> '1,2 juta', 19000 -> '19 ribu'; below ten thousand exact.

    For titles and speech only; tables keep the exact number.
    """
    if kosong(nilai):
        return TIDAK_ADA_DATA
    besar = abs(Decimal(str(nilai)))
    if besar < 10_000:
        return angka(nilai)
    # The lower bound of each unit is the value that would round up to 1.000 of the unit below it.
    for bawah, satuan, tempat, kata in (
        (Decimal("999_950_000_000"), 10**12, 1, "triliun"),
        (Decimal("999_950_000"), 10**9, 1, "miliar"),
        (Decimal("999_500"), 10**6, 1, "juta"),
        (Decimal(0), 10**3, 0, "ribu"),
    ):
        if besar >= bawah:
            return f"{_tulis(_bulatkan(Decimal(str(nilai)) / satuan, tempat), tempat)} {kata}"
    raise AssertionError("the last unit has no lower bound")


def _dengan_rp(teks: str) -> str:
    return f"{MINUS}Rp{teks.removeprefix(MINUS)}" if teks.startswith(MINUS) else f"Rp{teks}"


def rupiah(nilai: Any) -> str:
    """Whole rupiah: 42000000 -> 'Rp42.000.000'."""
    return TIDAK_ADA_DATA if kosong(nilai) else _dengan_rp(angka(nilai))


def rupiah_ringkas(nilai: Any) -> str:
    """Rupiah in short words: 3000000000 -> 'Rp3,0 miliar'."""
    return TIDAK_ADA_DATA if kosong(nilai) else _dengan_rp(ringkas(nilai))


def tanggal(hari: date | None) -> str:
    """A day: '17 Agustus 2026'."""
    return TIDAK_ADA_DATA if kosong(hari) or hari is None else f"{hari.day} {bulan_panjang(hari)}"


def bulan_panjang(bulan: date | None) -> str:
    """A month in full: 'Juni 2023'."""
    return TIDAK_ADA_DATA if kosong(bulan) or bulan is None else f"{NAMA_BULAN[bulan.month - 1]} {bulan.year}"


def bulan_pendek(bulan: date | None) -> str:
    """A month on an axis: 'Jun 2023'."""
    return TIDAK_ADA_DATA if kosong(bulan) or bulan is None else f"{NAMA_BULAN_PENDEK[bulan.month - 1]} {bulan.year}"


def bulan_url(bulan: date) -> str:
    """A month in an address: '2023-06'."""
    return f"{bulan.year:04d}-{bulan.month:02d}"


def parse_bulan_url(teks: Any) -> date | None:
    """The first day of the month written by bulan_url; None for anything else (addresses are untrusted)."""
    cocok = _BULAN_URL.fullmatch(teks) if isinstance(teks, str) else None
    if cocok is None or int(cocok[1]) == 0:
        return None
    return date(int(cocok[1]), int(cocok[2]), 1)


def waktu_wita(waktu: datetime | None) -> str:
    """A UTC moment (aware, or naive and then taken as UTC) in Kupang's time: '3 Jun 2023 14.20 WITA'."""
    if kosong(waktu) or waktu is None:
        return TIDAK_ADA_DATA
    setempat = (waktu.replace(tzinfo=UTC) if waktu.tzinfo is None else waktu).astimezone(WITA)
    return f"{setempat.day} {bulan_pendek(setempat)} {setempat.hour:02d}.{setempat.minute:02d} WITA"
