"""The city served, from `data/referensi/kota.toml`: its code and name, and what else is true of this city alone."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from jamsostek import settings

BERKAS = "kota.toml"


class ReferensiRusak(Exception):
    """A reference file is missing or not as it must be; the Indonesian message names file, place and cure."""


@dataclass(frozen=True)
class Kota:
    """One city. Codes are Kemendagri's, with dots.

    `proyeksi` is a projected CRS in metres, `wilayah_luas` maps the code of each wider area to its spellings (the first
    is its name), `kecamatan_sisipan` are drawn once more, enlarged, under `judul_sisipan`; `data_contoh` says
    that the generator of example data knows this city.
    """

    kode: str
    nama: str
    proyeksi: str
    wilayah_luas: Mapping[str, tuple[str, ...]]
    kecamatan_sisipan: tuple[str, ...] = ()
    judul_sisipan: str = ""
    catatan_batas: str = ""
    data_contoh: bool = False

    @property
    def kode_provinsi(self) -> str:
        """Code of the province: the first part of the city's."""
        return self.kode[:2]

    @property
    def nama_provinsi(self) -> str:
        """Name of the province."""
        return self.wilayah_luas[self.kode_provinsi][0]

    @property
    def kode_tanpa_wilayah(self) -> str:
        """The kelurahan code of persons of the city whose kelurahan is unknown; no real code has 00 there."""
        return f"{self.kode}.00.0000"


def kota() -> Kota:
    """The city of the reference folder in use; read again when the file changes. Raises ReferensiRusak."""
    path = settings.referensi_dir() / BERKAS
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise ReferensiRusak(f"Pengaturan kota ({path}) tidak ada atau tidak dapat dibaca.") from error


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> Kota:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ReferensiRusak(f"{path.name} bukan TOML yang benar: {error}") from error
    text = {name: _text(values, name, path) for name in ("kode", "nama", "proyeksi")}
    wider = _lists(values.get("wilayah_luas", {}), "wilayah_luas", path)
    if not re.fullmatch(r"\d\d\.\d\d", text["kode"]):
        raise _wrong(path, "kode", 'kode Kemendagri kota, misalnya "53.71"')
    if text["kode"][:2] not in wider:
        raise _wrong(path, "wilayah_luas", f'nama provinsi "{text["kode"][:2]}"')
    inset = _lists({"": values.get("kecamatan_sisipan", [])}, "kecamatan_sisipan", path, empty=True)[""]
    if any(not code.startswith(f"{text['kode']}.") for code in inset):
        raise _wrong(path, "kecamatan_sisipan", "kode kecamatan kota ini")
    return Kota(
        **text,
        wilayah_luas=wider,
        kecamatan_sisipan=inset,
        judul_sisipan=str(values.get("judul_sisipan", "")),
        catatan_batas=str(values.get("catatan_batas", "")),
        data_contoh=values.get("data_contoh") is True,
    )


def _wrong(path: Path, name: str, wanted: str) -> ReferensiRusak:
    return ReferensiRusak(f"{path.name}: {name} harus berisi {wanted}.")


def _text(values: Mapping[str, Any], name: str, path: Path) -> str:
    value = values.get(name)
    if not isinstance(value, str) or not value.strip():
        raise _wrong(path, name, "teks")
    return value


def _lists(values: Any, name: str, path: Path, *, empty: bool = False) -> dict[str, tuple[str, ...]]:
    lists = values.values() if isinstance(values, dict) else [None]
    for words in lists:
        if not isinstance(words, list) or not (words or empty) or not all(isinstance(w, str) and w for w in words):
            raise _wrong(path, name, "daftar teks")
    return {code: tuple(words) for code, words in values.items()}


def bulan(teks: str) -> date:
    """First day of a month written 'YYYY-MM', as in all reference tables. Raises ValueError."""
    if not re.fullmatch(r"\d{4}-\d\d", teks):
        raise ValueError(teks)
    return date.fromisoformat(f"{teks}-01")
