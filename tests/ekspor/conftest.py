"""A city of 51 kelurahan in which every state of a cell occurs, its map, and the drawing of the app."""

import json
from datetime import UTC, date, datetime
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pandas as pd
import pytest

from jamsostek import batas, settings
from jamsostek.ekspor.keterangan import Keterangan
from jamsostek.figures import maps

JUNI = date(2023, 6, 1)
TANPA_DATA, NOL, SEDIKIT, SISA, LEBIH = (f"53.71.01.{nomor}" for nomor in (1001, 1005, 1006, 1008, 1009))
KETERANGAN = Keterangan(
    judul="Cakupan per kelurahan, Juni 2023",
    periode="Juni 2023",
    saringan="Kota Kupang; segmen Penerima Upah; penyebut penduduk bekerja",
    definisi="Cakupan = peserta aktif dibagi penduduk bekerja.",
    sumber="berkas peserta; daftar tenaga kerja",
    batas="Batas indikatif.",
    versi="7be956e9fc0db43d",
    contoh=True,
    dibuat=datetime(2026, 11, 24, 8, 30, 15, 999, tzinfo=UTC),
)


RUANG = "{http://www.w3.org/2000/svg}"


def baca(svg: str) -> Element:
    """The sheet as a tree; it parses, or the test fails."""
    return fromstring(svg)  # noqa: S314 - our own text


def daerah(akar: Element, nama: str = "peta-utama") -> dict[str, Element]:
    """Code to path of the areas in one frame, each there once."""
    bingkai = next(g for g in akar.iter(f"{RUANG}g") if g.get("id") == nama)
    paths = [p for p in bingkai.iter(f"{RUANG}path") if p.get("data-kode")]
    assert len({p.get("data-kode") for p in paths}) == len(paths)
    return {str(p.get("data-kode")): p for p in paths}


def baris(area: dict[str, Any], nama_kecamatan: str, peserta: int | None, pekerja: int | None) -> dict[str, Any]:
    """One row as cakupan_per_kelurahan gives it."""
    return {
        "kode_kelurahan": area["kode"],
        "nama_kelurahan": area["nama"],
        "kode_kecamatan": area["induk"],
        "nama_kecamatan": nama_kecamatan,
        "jumlah_peserta": peserta,
        "jumlah_penyebut": pekerja,
        "rasio_cakupan": None if peserta is None or not pekerja else peserta / pekerja,
        "jumlah_pekerja": pekerja,
        "jumlah_belum_terlindungi": None if pekerja is None else max(pekerja - (peserta or 0), 0),
        "jumlah_penganggur": None if pekerja is None else 40,
        "jumlah_angkatan_kerja": None if pekerja is None else pekerja + 40,
        "rasio_tpt": None if pekerja is None else 40 / (pekerja + 40),
        "berlaku": True,
        "bulan_daftar": None if pekerja is None else pd.Timestamp(2023, 2, 1),
        "umur_bulan": None if pekerja is None else 4,
    }


@pytest.fixture(scope="session")
def gambar() -> dict[str, Any]:
    isi: dict[str, Any] = json.loads((settings.static_dir() / batas.berkas_gambar()).read_text(encoding="utf-8"))
    return isi


@pytest.fixture(scope="session")
def wilayah(gambar: dict[str, Any]) -> pd.DataFrame:
    """51 kelurahan, one without a register, one at 0 %, two that hide a handful, one above 100 %; and no place."""
    khusus = {TANPA_DATA: (59, None), NOL: (0, 900), SEDIKIT: (3, 900), SISA: (898, 900), LEBIH: (950, 900)}
    induk = {area["kode"]: area["nama"] for area in gambar["kecamatan"]}
    rows = [
        baris(area, induk[area["induk"]], *khusus.get(area["kode"], (19 * i, 1_000)))
        for i, area in enumerate(gambar["kelurahan"], start=1)
    ]
    luar = {"kode": "53.71.00.0000", "nama": "Tanpa wilayah", "induk": "53.71.00"}
    df = pd.DataFrame([*rows, baris(luar, "Tanpa wilayah", 293, None)])
    return df.astype(dict.fromkeys([c for c in df if c.startswith(("jumlah_", "umur_"))], "Int64"))


@pytest.fixture(scope="session")
def enam(wilayah: pd.DataFrame) -> pd.DataFrame:
    """Six rows as cakupan_per_kecamatan gives them, and one without a place."""
    return wilayah.drop_duplicates("kode_kecamatan", ignore_index=True)


@pytest.fixture
def peta(wilayah: pd.DataFrame) -> dict[str, Any]:
    return maps.peta(wilayah, maps.Tampilan("cakupan", "kelurahan", JUNI, terpilih="53.71.04"))
