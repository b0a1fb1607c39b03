"""Pure helpers on cell text: blanks, comparison keys, value classes."""

import re
import unicodedata
from collections.abc import Iterable

from rapidfuzz import fuzz, process

# Zero-width marks and byte-order marks survive str.strip(); they come along with text copied from web pages.
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
_BLANKS = frozenset({"", "-", "--", "—", "null", "nan", "none", "n/a", "#n/a", "(kosong)", "kosong"})
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")
_SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?e[+-]?\d+", re.IGNORECASE)
_DATE_LIKE = re.compile(r"\d{1,4}[-/. ]\w{1,9}[-/. ]\d{1,4}([T ].*)?")
_NUMBER = re.compile(r"[-+]?[\d.,]*\d[\d.,]*")
_SIXTEEN = re.compile(r"(?<!\d)(?:\d[\s.,'’/_–-]?){15}\d(?!\d)")
_TWO_DATES = re.compile(r"(?:\d\d[-./]\d\d[-./](?:19|20)\d\d.?){2}")
_SIXTEEN_STORED = re.compile(r"\d[.,]\d+E\+15", re.IGNORECASE)
_LONG_RUN = re.compile(r"\d(?:[\s.,'’/_–-]?\d){11,}")


def tidy(text: str) -> str:
    """The text without outer spaces (non-breaking ones too), invisible marks and doubled inner spaces."""
    if text.isascii() and text.isalnum():
        return text
    if not text.isascii():
        # NFC, not NFKC: the latter would turn a superscript into a digit and so one NIK into another.
        text = unicodedata.normalize("NFC", text.translate(_INVISIBLE))
    return " ".join(text.split())


def is_blank(clean: str) -> bool:
    """True for an empty (tidied) text and for the usual ways to write 'nothing'."""
    return len(clean) <= 8 and clean.casefold() in _BLANKS


def key(text: str) -> str:
    """What two spellings must share to count as the same: letters and digits only, case folded."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return _NOT_ALPHANUMERIC.sub("", plain.casefold())


def is_scientific(text: str) -> bool:
    """True for 1.23E+15 and 1,23E+15: a long number that a spreadsheet has already shortened."""
    return _SCIENTIFIC.fullmatch(text.strip()) is not None


def looks_like_nik(text: str) -> bool:
    """Whether sixteen digits stand in the text that may be somebody's NIK: in one run, or grouped in a NIK's shape.

    The shape (day 1-31 or, for women, 41-71; month 1-12 in places 7-10) keeps '2019-2023,2024-2028' out.
    """
    if len(text) < 16:
        return _SIXTEEN_STORED.search(text) is not None
    for match in _SIXTEEN.finditer(text):
        digits = "".join(c for c in match[0] if c.isdigit())
        day, month = int(digits[6:8]), int(digits[8:10])
        in_shape = 1 <= day % 40 <= 31 and 1 <= month <= 12 and not _TWO_DATES.fullmatch(match[0])
        if match[0] == digits or in_shape:
            return True
    return _SIXTEEN_STORED.search(text) is not None


def without_numbers(text: str) -> str:
    """The text with every long run of digits replaced: names of files and sheets can carry somebody's NIK."""
    return _LONG_RUN.sub("…", text)


def value_class(text: str) -> str:
    """What kind of thing stands in a cell, without saying what: 'kosong', '15 digit', 'teks 12 huruf', ..."""
    clean = tidy(text)
    if not clean:
        return "kosong"
    if is_scientific(clean):
        return "angka ilmiah"
    if clean.isdigit():
        return f"{len(clean)} digit"
    if _NUMBER.fullmatch(clean):
        return "angka"
    if _DATE_LIKE.fullmatch(clean):
        return "tanggal"
    if not any(c.isdigit() for c in clean):
        return f"teks {sum(c.isalpha() for c in clean)} huruf"
    return f"campuran {len(clean)} karakter"


def shown_value(text: str, vocabulary: Iterable[str]) -> str:
    """The text itself where it resembles an allowed word, else its class.

    Shifted columns put names and NIK into code columns, so a text far from every allowed word stays hidden.
    """
    clean = tidy(text)
    # Digits are counted, not looked for in one run: a NIK can stand in groups behind the name of a place.
    digits = sum(c.isdigit() for c in clean)
    if clean and len(clean) <= 40 and digits <= 4 and closest(clean, vocabulary, 0.6):
        return clean
    return value_class(text)


def nearest(text: str, vocabulary: Iterable[str], cutoff: float, limit: int = 3) -> list[tuple[str, float]]:
    """The most similar words of the vocabulary with their similarity (0..1, at least `cutoff`), best first.

    Ties go to the word whose length differs least, so that 'Manulai I' offers 'Manulai II' before 'Maulafa'.
    """
    words = {key(word): word for word in vocabulary}
    wanted = key(text)
    found = process.extract(wanted, list(words), scorer=fuzz.ratio, score_cutoff=cutoff * 100, limit=limit + 5)
    ranked = sorted(found, key=lambda hit: (-hit[1], abs(len(hit[0]) - len(wanted)), hit[0]))
    return [(words[word], score / 100) for word, score, _index in ranked[:limit]]


def closest(text: str, vocabulary: Iterable[str], cutoff: float) -> str | None:
    """The most similar word of the vocabulary, or None."""
    return next((word for word, _score in nearest(text, vocabulary, cutoff, limit=1)), None)
