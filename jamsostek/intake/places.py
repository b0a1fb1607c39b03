"""Places of the city: code, name or a listed other spelling -> Kemendagri code. Nothing is ever guessed.

Other spellings come from the reference table and from what people have confirmed (`spellings`).
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from jamsostek import kota, settings
from jamsostek.intake import spellings
from jamsostek.intake.errors import IntakeError, Refusal
from jamsostek.intake.texts import closest, key, looks_like_nik, nearest, shown_value
from jamsostek.kota import ReferensiRusak
from jamsostek.wilayah import MASA, masa

_KELURAHAN_PREFIX = re.compile(r"^(kelurahan|kel\b\.?)\s*", re.IGNORECASE)
_KECAMATAN_PREFIX = re.compile(r"^(kecamatan|kec\b\.?)\s*", re.IGNORECASE)

ALIKE = 0.6
"""Similarity (0..1) from which an unknown name is worth a question; what resembles no place may be a person's name."""


@dataclass(frozen=True)
class Ejaan:
    """An unknown name of a kelurahan, the rows it stands in, and what it may mean (code, name, similarity 0..1)."""

    teks: str
    jumlah: int
    saran: tuple[tuple[str, str, float], ...]


@dataclass(frozen=True)
class Places:
    """Lookup tables from comparison key to Kemendagri code, for kelurahan, kecamatan and codes themselves.

    `kota` is the name of the city, `wider` looks up the city itself and what it belongs to.
    """

    kelurahan: dict[str, str]
    kecamatan: dict[str, str]
    codes: dict[str, str]
    spellings: dict[str, str]
    names: dict[str, str]
    kota: str = ""
    wider: dict[str, str] = field(default_factory=dict)

    def parse_kelurahan(self, text: str) -> str | Refusal:
        """The kelurahan code of a name or alias; an unknown name is refused, with a suggestion at most."""
        bare = _KELURAHAN_PREFIX.sub("", text)
        code = self.kelurahan.get(key(bare))
        if code is not None:
            return code
        if _KECAMATAN_PREFIX.match(text) or key(bare) in self.kecamatan:
            return Refusal("ini nama kecamatan, bukan kelurahan")
        if self.codes.get(key(bare), "").count(".") == 3:
            return self.parse_code(bare)
        near = closest(bare, self.spellings, 0.75)
        hint = f"; mungkin maksudnya {self.names[self.spellings[near]]}?" if near else ""
        return Refusal(f"kelurahan tidak dikenal{hint}")

    def with_spellings(self, learned: Mapping[str, str]) -> "Places":
        """These places with more spellings (text -> code); what the reference table says is never overruled."""
        known = {spelling: code for spelling, code in learned.items() if code in self.names}
        keys = {key(spelling): code for spelling, code in known.items()}
        return replace(self, kelurahan=keys | self.kelurahan, spellings=known | self.spellings)

    def suggest(self, text: str, count: int) -> Ejaan | None:
        """The kelurahan that an unknown name may mean, best first; None for what resembles none or is a kecamatan."""
        bare = _KELURAHAN_PREFIX.sub("", text)
        if len(text) > 40 or looks_like_nik(text) or any(c.isdigit() for c in bare) or key(bare) in self.kecamatan:
            return None
        best: dict[str, float] = {}
        for spelling, score in nearest(bare, self.spellings, ALIKE, limit=6):
            best.setdefault(self.spellings[spelling], score)
        ranked = tuple((code, self.names[code], score) for code, score in list(best.items())[:3])
        return Ejaan(bare, count, ranked) if ranked else None

    def parse_kecamatan(self, text: str) -> str | Refusal:
        """The kecamatan code of a name (with or without 'Kec.')."""
        code = self.kecamatan.get(key(_KECAMATAN_PREFIX.sub("", text)))
        return code or Refusal(f"kecamatan tidak dikenal di {self.kota}")

    def parse_code(self, text: str) -> str | Refusal:
        """A kelurahan code, dotted or as ten digits."""
        code = self.codes.get(key(text), "")
        if code.count(".") == 3:
            return code
        return Refusal("kode kelurahan tidak ada dalam daftar Kemendagri; kode BPS berbeda urutannya")

    def parse_area(self, text: str) -> str | Refusal:
        """Any area a figure can be about: ID, a province, the city, a kecamatan or a kelurahan, as its code."""
        word = key(text)
        if word in self.wider:
            return self.wider[word]
        if re.fullmatch(r"\d\d(\.\d\d)?", text) or word in self.codes:
            return self.codes.get(word, text)
        if _KECAMATAN_PREFIX.match(text):
            return self.parse_kecamatan(text)
        if not _KELURAHAN_PREFIX.match(text) and word in self.kelurahan and word in self.kecamatan:
            return Refusal("nama kecamatan dan kelurahan sekaligus; tulis 'Kecamatan …' atau 'Kelurahan …'")
        return self.kecamatan[word] if word in self.kecamatan else self.parse_kelurahan(text)

    def shown(self, text: str) -> str:
        """The text for the list of refused rows, where it resembles a place; else its class."""
        return shown_value(text, self.spellings)


def load_places(path: Path | None = None, bulan: date | None = None) -> Places:
    """The places of `data/referensi/wilayah.csv` (or of another file of that form) with confirmed spellings added.

    A name that two kelurahan bore one after the other means the one of `bulan`, or today's without it.
    Raises IntakeError.
    """
    source = path or settings.referensi_dir() / "wilayah.csv"
    try:
        official = _read(source, source.stat().st_mtime_ns, bulan)
        official = replace(official, kota=kota.kota().nama, wider=_wider())
    except OSError as error:
        raise IntakeError("Daftar wilayah (data/referensi/wilayah.csv) tidak dapat dibaca.") from error
    except ReferensiRusak as error:
        raise IntakeError(str(error)) from error
    learned = {entry.ejaan: entry.kode_kelurahan for entry in spellings.remembered()}
    return official.with_spellings(learned) if learned else official


def _wider() -> dict[str, str]:
    """The city and the wider areas by name and by code."""
    city = kota.kota()
    names = {city.kode: (city.nama,), **city.wilayah_luas}
    return {key(word): code for code, words in names.items() for word in (code, *words)}


@lru_cache(maxsize=32)
def _read(path: Path, _changed: int, bulan: date | None) -> Places:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    terms = {row["kode_kelurahan"]: _term(row, number, path) for number, row in enumerate(rows, 2)}
    then = bulan or date.max
    # those of the month first: a name, once given, is kept
    rows.sort(key=lambda row: not terms[row["kode_kelurahan"]][0] <= then <= terms[row["kode_kelurahan"]][1])
    places = Places({}, {}, {}, {}, {})
    for row in rows:
        code, district = row["kode_kelurahan"], row["kode_kecamatan"]
        places.names[code], places.names[district] = row["nama_kelurahan"], row["nama_kecamatan"]
        places.codes[key(code)], places.codes[key(district)] = code, district
        places.kecamatan.setdefault(key(row["nama_kecamatan"]), district)
        for spelling in (row["nama_kelurahan"], *filter(None, row["ejaan_lain"].split("|"))):
            places.spellings.setdefault(spelling, code)
            known = places.kelurahan.setdefault(key(spelling), code)
            if known != code and terms[known][0] <= terms[code][1] and terms[code][0] <= terms[known][1]:
                raise IntakeError(f"Ejaan {spelling} di wilayah.csv menunjuk ke dua kelurahan.")
    return places


def _term(row: Mapping[str, str | None], number: int, path: Path) -> tuple[date, date]:
    """First and last month of a kelurahan."""
    begins, ends = (masa(row.get(name) or "", f"{path.name} baris {number}: {name}") for name in MASA)
    return begins or date.min, ends or date.max
