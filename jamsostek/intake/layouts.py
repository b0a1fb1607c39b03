"""What people said about a layout, remembered for the next file with the same headings.

Only headings and columns are kept, nothing of the rows; and nothing about places, for next month's file with the same
headings may come from another kelurahan.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from jamsostek import settings
from jamsostek.intake import memory
from jamsostek.intake.checking import Tata
from jamsostek.intake.texts import key

_OF_PLACES = ("kode_kelurahan", "kelurahan", "kecamatan", "rt", "rw")


def path() -> Path:
    """The file of remembered layouts."""
    return settings.data_dir() / "tata-letak.json"


def remember(jenis: str, headings: Sequence[str], tata: Tata, oleh: str) -> None:
    """Keep the mapping for files of this kind with these headings (comparison keys of the header row).

    Headings full of digits are cells of a person rather than headings, so such a layout is not kept.
    """
    if any(sum(c.isdigit() for c in word) > 4 for word in headings):
        return
    fixed = {name: text for name, text in tata.isian.items() if name not in _OF_PLACES}
    if not tata.pemetaan and not fixed:
        return
    entry = {
        "sidik": _mark(jenis, headings), "jenis": jenis, "pemetaan": dict(tata.pemetaan), "isian": fixed, "oleh": oleh,
        "pada": datetime.now(UTC).isoformat(timespec="seconds"),
    }  # fmt: skip
    memory.change(path(), lambda old: [one for one in old if one["sidik"] != entry["sidik"]] + [entry])


def recall(jenis: str, rows: Sequence[Sequence[str]]) -> Tata | None:
    """What was remembered for the first of the top rows that is the header of a known layout of this kind."""
    known: dict[str, Mapping[str, dict[str, str]]] = {entry["sidik"]: entry for entry in memory.read(path())}
    for number, row in enumerate(rows, start=1):
        entry = known.get(_mark(jenis, [key(cell) for cell in row]))
        if entry is not None:
            return Tata(baris_judul=number, pemetaan=entry["pemetaan"], isian=entry["isian"])
    return None


def _mark(jenis: str, headings: Sequence[str]) -> str:
    words = list(headings)
    while words and not words[-1]:
        words.pop()
    return hashlib.sha256("|".join([jenis, *words]).encode()).hexdigest()[:32]
