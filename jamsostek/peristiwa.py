"""Known turning points of the series, from `data/referensi/peristiwa.csv`: month, words, place and source. Pure."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from jamsostek import settings
from jamsostek.kota import ReferensiRusak, bulan, kota

BERKAS = "peristiwa.csv"
NEGARA = "ID"


@dataclass(frozen=True)
class Peristiwa:
    """One event: first day of its month, a few words for the chart, the code of its place, and where it is told.

    `contoh` marks an event of the example's made-up groups: drawn over real data it would be a false statement.
    """

    bulan: date
    teks: str
    wilayah: str
    sumber: str
    tautan: str
    contoh: bool


def semua() -> tuple[Peristiwa, ...]:
    """All events by month, read again when the file changes; none where the city has no such file.

    Raises ReferensiRusak for a row that cannot be read.
    """
    path = settings.referensi_dir() / BERKAS
    return _read(path, path.stat().st_mtime_ns) if path.exists() else ()


def untuk(kode: str | None, *, contoh: bool) -> tuple[Peristiwa, ...]:
    """The events of a place (None: the city), of what contains it and of its parts; those of the example if asked."""
    place = kode or kota().kode
    return tuple(
        event
        for event in semua()
        if (contoh or not event.contoh) and (di_dalam(place, event.wilayah) or di_dalam(event.wilayah, place))
    )


def di_dalam(kode: str, luas: str) -> bool:
    """Whether the place `kode` is `luas` or lies in it, by their codes ('53.71.01' in '53.71'); all lie in 'ID'."""
    return luas == NEGARA or kode == luas or kode.startswith(f"{luas}.")


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> tuple[Peristiwa, ...]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    events = []
    for number, row in enumerate(rows, start=2):
        try:
            events.append(
                Peristiwa(
                    bulan(row["bulan"]), row["teks"].strip(), row["wilayah"], row["sumber"], row["tautan"],
                    row["contoh"] == "ya",
                )
            )  # fmt: skip
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            wanted = "bulan (TTTT-BB), teks, wilayah, sumber, tautan, contoh (ya atau tidak)"
            raise ReferensiRusak(f"{path.name}, baris {number}: harus berisi {wanted}.") from error
    return tuple(sorted(events, key=lambda event: event.bulan))
