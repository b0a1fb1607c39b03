"""Numbers as typed in Indonesia: dot for thousands, comma for decimals, and what exports make of them.

Spreadsheet cells that hold a fraction reach these functions with a decimal comma (see workbook.py), so a
dot followed by three digits is always something a person typed.
"""

import re

from jamsostek.intake.errors import Noted, Refusal

# The most that one row can plausibly hold: persons at one employer, rupiah in one payment.
LARGEST_COUNT, LARGEST_RUPIAH = 1_000_000, 10**12
_PLAIN = re.compile(r"[-+]?\d+")
_ZERO_FRACTION = re.compile(r"([-+]?\d+)[.,]0{1,2}")
_DOT_GROUPS = re.compile(r"[-+]?[1-9]\d{0,2}(\.\d{3})+(,\d+)?")
_COMMA_GROUPS = re.compile(r"[-+]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?")
_DECIMAL = re.compile(r"[-+]?\d+([.,]\d+)?")
_AMBIGUOUS = Refusal("titik dapat berarti ribuan atau desimal; tulis 65125 atau 65,125")
_NOT_A_NUMBER = Refusal("bukan angka")


def parse_decimal(text: str) -> float | Refusal:
    """A number from '9,76', '9.76', '1.234.567,8'. '65.125' is refused: it could be either."""
    clean = text.replace(" ", "")
    if len(clean) > 30:
        return _NOT_A_NUMBER
    if _DOT_GROUPS.fullmatch(clean):
        if clean.count(".") == 1 and "," not in clean:
            return _AMBIGUOUS
        return float(clean.replace(".", "").replace(",", "."))
    if _COMMA_GROUPS.fullmatch(clean) and (clean.count(",") > 1 or "." in clean):
        return float(clean.replace(",", ""))
    if _DECIMAL.fullmatch(clean):
        return float(clean.replace(",", "."))
    return _NOT_A_NUMBER


def parse_count(text: str) -> int | Refusal:
    """A whole number of people, zero or more, from '1200', '1.200' or '1200.0'."""
    clean = text.replace(" ", "")
    if _DOT_GROUPS.fullmatch(clean) and "," not in clean:
        clean = clean.replace(".", "")
    elif match := _ZERO_FRACTION.fullmatch(clean):
        clean = match[1]
    if not _PLAIN.fullmatch(clean) or len(clean) > 30:
        return Refusal("bukan bilangan bulat")
    number = int(clean)
    return number if 0 <= number <= LARGEST_COUNT else Refusal("jumlah di luar 0 sampai 1.000.000")


def parse_rupiah(text: str) -> int | Noted | Refusal:
    """Whole rupiah, more than zero, from '42000000', 'Rp 42.000.000,00' or '42,000,000'."""
    clean = re.sub(r"(?i)^rp\.?|,-$|\s", "", text.strip())
    if _DOT_GROUPS.fullmatch(clean) and len(clean) <= 30:
        amount = float(clean.replace(".", "").replace(",", "."))
    elif re.fullmatch(r"\d{1,3},\d{3}", clean):
        return Refusal("koma dapat berarti ribuan atau desimal; tulis tanpa pemisah")
    else:
        parsed = parse_decimal(clean)
        if isinstance(parsed, Refusal):
            return parsed
        amount = parsed
    whole = round(amount)
    if whole <= 0:
        return Refusal("rupiah harus lebih dari nol")
    if whole > LARGEST_RUPIAH:
        return Refusal("rupiah lebih dari satu triliun untuk satu pembayaran")
    return whole if whole == amount else Noted(whole, "pecahan rupiah dibulatkan")


def parse_ratio(text: str) -> float | Refusal:
    """A share between 0 and 1; '32,15 %' is accepted because the sign leaves no doubt."""
    clean = text.replace(" ", "")
    percent = clean.endswith("%")
    number = parse_decimal(clean.rstrip("%"))
    if isinstance(number, Refusal):
        return number
    ratio = number / 100 if percent else number
    return ratio if 0 <= ratio <= 1 else Refusal("rasio harus antara 0 dan 1 (misalnya 0,23 untuk 23 persen)")
