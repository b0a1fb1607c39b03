"""What a cell of a column may hold, in the terms of a spreadsheet: a list, limits, a number format.

Choices are found by asking the column's own reader, so a list offers nothing that the check would refuse.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa

from jamsostek import kota
from jamsostek.intake.contract import Column, Context, Contract
from jamsostek.intake.errors import Noted, Refusal
from jamsostek.intake.numbers import LARGEST_COUNT, LARGEST_RUPIAH
from jamsostek.intake.places import Places

_TEXT = "@"  # keeps leading zeros and all sixteen digits, and 'Agustus 2021' from becoming a date
_FORMATS = {pa.bool_(): _TEXT, pa.string(): _TEXT, pa.date32(): "dd-mm-yyyy", pa.int32(): "#,##0", pa.int64(): "#,##0"}
_LENGTHS = {
    "pseudonim_nik": (16, 16, "NIK terdiri atas 16 angka, ditulis sebagai teks."),
    "pseudonim_kpj": (8, 15, "Nomor KPJ terdiri atas 8 sampai 15 angka, biasanya 11."),
    "npp": (4, 15, "NPP terdiri atas 4 sampai 15 huruf atau angka."),
    "rt": (1, 3, "Isi 1 sampai 3 angka, misalnya 003."),
    "rw": (1, 3, "Isi 1 sampai 3 angka, misalnya 001."),
}
_LIMITS = {
    pa.int32(): ("integer", 0, LARGEST_COUNT, "Isi bilangan bulat, 0 sampai 1.000.000."),
    pa.int64(): ("integer", 1, LARGEST_RUPIAH, "Isi rupiah penuh tanpa pecahan, lebih dari nol."),
}
_RATIO = ("decimal", 0, 1, "Isi angka antara 0 dan 1, misalnya 0,60 untuk 60 persen.")
_DECIMAL = ("decimal", -1e12, 1e12, "Isi angka, misalnya 9,76.")
_DATE = "Isi tanggal: hari-bulan-tahun, misalnya 17-08-1985. Bila tidak diterima, tulis 1985-08-17."


def _kelurahan(places: Places) -> list[str]:
    """Codes of the kelurahan by name, so that names and codes stand side by side."""
    return sorted((code for code in places.names if code.count(".") == 3), key=places.names.__getitem__)


def _areas(places: Places) -> list[str]:
    kecamatan = [f"Kecamatan {places.names[code]}" for code in dict.fromkeys(places.kecamatan.values())]
    wider = [words[0] for words in kota.kota().wilayah_luas.values()]
    return [places.kota, *wider, *kecamatan, *(f"Kelurahan {places.names[code]}" for code in _kelurahan(places))]


_PLACES: Mapping[str, Callable[[Places], list[str]]] = {
    "kode_kelurahan": _kelurahan,
    "kelurahan": lambda places: [places.names[code] for code in _kelurahan(places)],
    "kecamatan": lambda places: [places.names[code] for code in dict.fromkeys(places.kecamatan.values())],
    "wilayah": _areas,
}


def setempat(contract: Contract, places: Places) -> Contract:
    """The contract with examples from this city in its columns of places, all of them about one kelurahan."""
    code = _kelurahan(places)[0]
    examples = {"kode_kelurahan": code, "kelurahan": places.names[code], "kecamatan": places.names[code[:8]],
                "wilayah": places.kota}  # fmt: skip
    columns = (replace(column, contoh=examples.get(column.name, column.contoh)) for column in contract.columns)
    return replace(contract, columns=tuple(columns))


def pilihan(column: Column, places: Places) -> dict[str, list[str]]:
    """What can be chosen in a column, each with its other spellings; empty where anything may be written."""
    if column.type == pa.bool_():
        return {"Y": ["ya", "1", "x"], "T": ["tidak", "0"]}
    if column.name in _PLACES:
        return {word: [] for word in _PLACES[column.name](places)}
    read = column.bind(Context(None, places, b"")) if column.vocabulary else {}
    choices: dict[str, list[str]] = {}
    for word in column.vocabulary:
        choices.setdefault(str(read[word]), []).append(word)
    return {code: [word for word in words if word != code] for code, words in choices.items()}


def format_angka(column: Column) -> str:
    """The number format of the cells of a column."""
    return _FORMATS.get(column.type, "0.00##" if column.name.startswith("rasio_") else "General")


def validasi(column: Column, daftar: str | None) -> dict[str, Any] | None:
    """The data validation of a column for xlsxwriter, None where anything goes; `daftar` is the range of its list."""
    if daftar is not None:
        # Figures may be about other provinces too; every other list is closed.
        kind = "warning" if column.name == "wilayah" else "stop"
        return {"validate": "list", "source": daftar, "error_type": kind} | _refusal(column, "Pilih dari daftar.")
    if column.type == pa.date32():
        latest: date | str = "=TODAY()" if column.name == "bulan_lahir" else date(2100, 12, 31)
        return _between("date", date(1900, 1, 1), latest) | _refusal(column, _DATE)
    if column.name in _LENGTHS:
        shortest, longest, message = _LENGTHS[column.name]
        return _between("length", shortest, longest) | _refusal(column, message)
    if column.type in _LIMITS or column.type == pa.float64():
        kind, low, high, message = _LIMITS.get(column.type, _RATIO if column.name.startswith("rasio_") else _DECIMAL)
        return _between(kind, low, high) | _refusal(column, message)
    return None


def cara_isi(column: Column, choices: Mapping[str, list[str]]) -> str:
    """How to fill a column, for people: its choices with three other spellings each, or its format."""
    if column.name in _PLACES:
        return f"pilih dari daftar ({len(choices)} pilihan); ejaan lain yang lazim dikenali"
    if choices:
        return "\n".join(f"{code}: {', '.join(words[:3])}" for code, words in choices.items())
    rule = validasi(column, None)
    return str(rule["error_message"]) if rule else "teks pendek"


def keharusan(column: Column, contract: Contract) -> str:
    """Whether a column must be filled, in words."""
    for group in contract.any_of:
        if column.name in group:
            return "salah satu wajib: " + " atau ".join(contract.column(name).header for name in group)
    if column.type == pa.bool_():
        return "kolom wajib ada; kosong berarti T" if column.required else "opsional; kosong berarti T"
    if isinstance(column.blank, Refusal):
        return "wajib"
    return "sebaiknya diisi" if isinstance(column.blank, Noted) else "opsional"


def _between(kind: str, low: object, high: object) -> dict[str, Any]:
    return {"validate": kind, "criteria": "between", "minimum": low, "maximum": high}


def _refusal(column: Column, message: str) -> dict[str, Any]:
    return {"error_title": column.header, "error_message": message}
