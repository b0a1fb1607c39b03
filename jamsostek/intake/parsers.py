"""Small pure parsers: tidy, non-blank text in; a value, a `Noted` value or a `Refusal` out."""

import re
from collections.abc import Callable, Mapping

from jamsostek.intake.errors import Noted, Refusal
from jamsostek.intake.texts import is_blank, is_scientific, key, looks_like_nik, tidy

Parser = Callable[[str], object]

_QUOTES = str.maketrans("", "", " '\"`’‘“”.-")
_RT_RW = re.compile(
    r"(?:RT\b\.?\s*)?0*(?P<rt>\d{1,3})\s*(?:[/,;-]|\s)\s*(?:RW\b\.?\s*)?0*(?P<rw>\d{1,3})"
    r"|RW\b\.?\s*0*(?P<rw2>\d{1,3})\s*[/,;-]?\s*RT\b\.?\s*0*(?P<rt2>\d{1,3})",
    re.IGNORECASE,
)
# What '3-1' becomes: a date cell in a workbook; '03-Jan', 'Jan-03' or '03/01/2026' when that is saved as CSV.
_DATE = re.compile(
    r"\d{4}-\d\d-\d\d([T ].*)?|\d{1,2}-[a-z]{3,9}(-\d{2,4})?|[a-z]{3,9}-\d{2,4}|\d{1,2}[-/]\d{1,2}[-/]\d{4}",
    re.IGNORECASE,
)
_MANY_DIGITS = re.compile(r"(?:\d[\W_]{0,3}){8,}")
_YES = frozenset({"y", "ya", "1", "x", "v", "true", "benar", "aktif", "ikut", "✓", "✔", "√", "yes"})
_NO = frozenset({"t", "tidak", "0", "n", "no", "false", "salah", "tidak aktif", "nonaktif", "tidak ikut"})
PLACEHOLDERS = frozenset({"1234567890123456", "0123456789012345", *(d * 16 for d in "0123456789")})
MAYBE_NIK = Refusal("berisi 16 digit yang mungkin NIK; NIK hanya boleh ada di kolom NIK")
_STORED_AS_NUMBER = (
    "tersimpan sebagai angka: Excel hanya menyimpan 15 digit, digit terakhir hilang; isi ulang sebagai teks"
)


def parse_nik(text: str) -> str | Refusal:
    """The 16 digits of a NIK, freed of spaces, quotes and dots."""
    if is_scientific(text) or re.fullmatch(r"\d{16}[.,]0+", text):
        return Refusal(f"NIK {_STORED_AS_NUMBER}")
    digits = text.translate(_QUOTES)
    if not (digits.isascii() and digits.isdigit()):
        return Refusal("NIK hanya boleh berisi angka")
    if len(digits) != 16:
        return Refusal(f"NIK harus 16 digit, ini {len(digits)} digit")
    return Refusal("NIK isian tiruan, bukan NIK seseorang") if digits in PLACEHOLDERS else digits


def parse_kpj(text: str) -> str | Refusal:
    """A KPJ number, left-padded to its official 11 digits because spreadsheets drop leading zeros."""
    if is_scientific(text):
        return Refusal(f"nomor KPJ {_STORED_AS_NUMBER}")
    digits = re.sub(r"[.,]0$", "", text).translate(_QUOTES)
    if not (digits.isascii() and digits.isdigit()):
        return Refusal("nomor KPJ hanya boleh berisi angka")
    if len(digits) == 16:
        return MAYBE_NIK
    if not 8 <= len(digits) <= 15:
        return Refusal(f"nomor KPJ harus 8 sampai 15 digit, ini {len(digits)} digit")
    return digits.zfill(11) if digits.strip("0") else Refusal("nomor KPJ isian tiruan")


def parse_npp(text: str) -> str | Noted | Refusal:
    """An employer number: 4 to 15 letters and digits. It is kept as it is, so numbers of persons must not get in here:
    sixteen digits would be somebody's NIK, ten or more a telephone number, a KPJ or most of a NIK.
    """
    code = text.translate(_QUOTES).replace("/", "").upper()
    if re.search(r"\d{10}", code) and not looks_like_nik(code):
        return Noted(None, "isian berisi deretan angka panjang dan dikosongkan")
    if code.isascii() and code.isalnum() and 4 <= len(code) <= 15:
        return code
    return Refusal("NPP harus 4 sampai 15 huruf atau angka")


def parse_flag(text: str) -> bool | Refusal:
    """Y/T, Ya/Tidak, 1/0, x: whether a programme applies."""
    word = text.casefold()
    if word in _YES:
        return True
    return False if word in _NO else Refusal("isi Y atau T")


def parse_rt_rw(text: str) -> str | Refusal | None:
    """A neighbourhood number as three digits: '3', 'RT 03' and '003' all become '003'; 0 means none."""
    match = re.fullmatch(r"(?:R[TW]\.?\s*)?0*(\d{1,3})(?:[.,]0)?", text, re.IGNORECASE)
    if not match:
        return Refusal("nomor RT atau RW harus 1 sampai 3 angka")
    return match[1].zfill(3) if int(match[1]) else None


def parse_rt(text: str) -> str | Refusal | None:
    """As `parse_rt_rw`; where the cell holds both ('003/01', 'RT 3 RW 1', 'RW 01/RT 03'), 'RT/RW' as '003/001'."""
    if _DATE.fullmatch(text):
        return Refusal("RT/RW berubah menjadi tanggal di Excel; isi ulang sebagai teks, misalnya 003/01")
    match = _RT_RW.fullmatch(text)
    if match is None:
        return parse_rt_rw(text)
    rt, rw = (match["rt"], match["rw"]) if match["rt"] else (match["rt2"], match["rw2"])
    return f"{rt.zfill(3)}/{rw.zfill(3)}" if int(rt) and int(rw) else Refusal("nomor RT atau RW nol")


def parse_words(text: str) -> str | Noted:
    """Short free text. Long digit runs (a NIK, a telephone number) are not kept."""
    if _MANY_DIGITS.search(text):
        return Noted(None, "isian berisi deretan angka panjang dan dikosongkan")
    return text if len(text) <= 80 else Noted(text[:80].rstrip(), "isian dipotong menjadi 80 karakter")


def parse_name(text: str) -> str | Refusal:
    """The name of an employer, at most 120 characters, without long digit runs."""
    if _MANY_DIGITS.search(text):
        return Refusal("nama berisi deretan angka panjang")
    return text if len(text) <= 120 else Refusal("nama lebih dari 120 karakter")


def parse_citation(text: str) -> str | Refusal:
    """Text of a published source, kept as it is, at most 1,000 characters."""
    return text if len(text) <= 1000 else Refusal("teks lebih dari 1.000 karakter")


def parse_code(text: str) -> str | Refusal:
    """An indicator name: lower case words joined by underscores."""
    code = "_".join(re.findall(r"[a-z0-9]+", text.casefold()))
    return code or Refusal("kode tidak terbaca")


def guarded(parse: Parser) -> Parser:
    """The parser of a column that has no NIK: whatever may be one is refused before the parser sees it."""
    return lambda text: MAYBE_NIK if looks_like_nik(text) else parse(text)


def choice(column: str, allowed: Mapping[str, str]) -> Parser:
    """A parser for a closed list: `allowed` maps each code to its other spellings, separated by '|'."""
    table = {key(word): code for code, words in allowed.items() for word in (code, *words.split("|")) if word}
    refusal = Refusal(f"{column} tidak dikenal; isi salah satu dari: {', '.join(allowed)}")
    return lambda text: table.get(key(text), refusal)


class Memo(dict[str, object]):
    """A parser that works once per distinct text. Blank texts give None; `parse` sees tidied text only."""

    def __init__(self, parse: Parser) -> None:
        super().__init__()
        self._parse = parse

    def __missing__(self, text: str) -> object:
        clean = tidy(text)
        value = self[text] = None if is_blank(clean) else self._parse(clean)
        return value
