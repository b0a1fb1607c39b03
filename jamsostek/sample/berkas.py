"""The example source files in the order in which an office would have received them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pyarrow as pa

from jamsostek.sample import kepesertaan as anggota
from jamsostek.sample import klaim, kolom, kota, pekerjaan, pemberi_kerja, register, waktu
from jamsostek.sample.daftar import ListWriter
from jamsostek.sample.kota import Kota
from jamsostek.sample.pemberi_kerja import PemberiKerja
from jamsostek.sample.penduduk import Penduduk, draw
from jamsostek.sample.riwayat import Kepesertaan

JKP_FROM = waktu.bulan(2022, 2)
WITHOUT_PLACE_SHARE = 0.007
KPJ_ONLY_SHARE = 0.01
CITY_TARGET = ((2023, "0.30"), (2024, "0.44"), (2025, "0.58"), (2026, "0.72"), (2027, "0.86"), (2028, "1.00"))

CITY_TARGET_SOURCE = "Contoh untuk memperlihatkan layar: tidak ada target cakupan resmi Kota Kupang yang diterbitkan"


@dataclass(frozen=True)
class Berkas:
    """One source file: what it is called, its kind and month (None for kinds without), its rows as text."""

    nama: str
    jenis: str
    bulan: date | None
    tabel: pa.Table


def files(seed: int) -> Iterator[Berkas]:
    """All example files in order of month; the same seed gives the same files."""
    rng = np.random.default_rng(seed)
    city = kota.load(rng)
    persons = draw(rng, city)
    lists = register.build(rng, city, persons)
    work = pekerjaan.draw_pekerjaan(rng, persons, lists)
    spells = anggota.build(rng, city, persons, lists, work)
    employers = pemberi_kerja.draw(rng, city, spells, len(persons))
    writer = ListWriter(rng, city, persons, lists, work)
    members = _members(rng, city, persons, spells, employers)
    for t in range(min(register.ROUND_1), waktu.MONTHS):
        month = waktu.tanggal(t)
        for name, table in writer.month(t):
            yield Berkas(f"{name}-{month:%Y-%m}.csv", "tenaga_kerja", month, table)
        if t >= 0:
            yield Berkas(f"peserta-{month:%Y-%m}.csv", "peserta", month, _peserta(t, members, spells))
            yield _klaim(rng, city, t, month)
    last = waktu.tanggal(waktu.LAST)
    spoilt = kolom.with_bad_rows(employers.tabel, {}, {"NPP": "9", "JENIS": "yayasan"})
    yield Berkas(f"pemberi-kerja-{last:%Y-%m}.xlsx", "pemberi_kerja", last, spoilt)
    yield Berkas("target-contoh.csv", "target", None, _target())


def _members(
    rng: np.random.Generator, city: Kota, persons: Penduduk, spells: Kepesertaan, employers: PemberiKerja
) -> pa.Table:
    """One row per spell in the columns of a participants' file; a month's file is a selection of these rows."""
    n = len(persons)
    orang = pa.array(spells.orang)
    single = np.bincount(spells.orang, minlength=n) == 1
    without_nik = ((rng.random(n) < KPJ_ONLY_SHARE * 1.4) & single)[spells.orang]
    place = np.where(rng.random(n) < WITHOUT_PLACE_SHARE, -1, persons.kelurahan)[spells.orang]
    place = np.where(employers.di_kantor, city.index(kota.OFFICE_KELURAHAN)[0], place)
    yes_no = ("T", "Y")
    always = np.ones(len(spells.orang), dtype=np.int64)
    return pa.table({
        "NIK": pa.array(kolom.nik(persons).take(orang).to_numpy(zero_copy_only=False), mask=without_nik),
        "NO KPJ": kolom.kpj(spells.orang),
        "SEGMEN": kolom.words(anggota.SEGMEN, spells.segmen),
        "JKK": kolom.words(yes_no, always),
        "JKM": kolom.words(yes_no, always),
        "JHT": kolom.words(yes_no, employers.jht.astype(np.int64)),
        "JP": kolom.words(yes_no, employers.jp.astype(np.int64)),
        "JKP": kolom.words(yes_no, employers.jkp.astype(np.int64)),
        "NPP": pemberi_kerja.npp(employers.per_spell),
        "KELURAHAN": kolom.kelurahan_names(rng, city, place),
        "KECAMATAN": kolom.words(city.nama_kecamatan, place),
        "TANGGAL LAHIR": kolom.birth_dates(persons, "%d-%m-%Y").take(orang),
        "JENIS KELAMIN": kolom.words(("L", "P"), persons.perempuan.astype(np.int64)).take(orang),
        "SUMBER IURAN": kolom.words(anggota.SUMBER_IURAN, spells.sumber),
    })  # fmt: skip


def _peserta(t: int, members: pa.Table, spells: Kepesertaan) -> pa.Table:
    """The active participants of a month, with a few rows that intake has to refuse."""
    active = spells.active(t)
    table = members.take(pa.array(active))
    if t < JKP_FROM:
        at = table.schema.get_field_index("JKP")
        table = table.set_column(at, "JKP", kolom.words(("T",), np.zeros(len(active), dtype=np.int64)))
    spoilt: list[dict[str, Any]] = [{}, {"TANGGAL LAHIR": "31-02-1985", "SEGMEN": "BPU", "NPP": None}]
    if t % 3 == 0:
        spoilt += [{"SEGMEN": "Pekerja"}, {"KELURAHAN": "Oesao", "SEGMEN": "BPU", "NPP": None}]
    return kolom.with_bad_rows(table, *spoilt)


def _klaim(rng: np.random.Generator, city: Kota, t: int, month: date) -> Berkas:
    table = klaim.month(rng, city, t)
    if t % 6 == 2:
        table = kolom.with_bad_rows(table, {"RUPIAH": "lunas"}, {"PROGRAM": "JKX"})
    suffix = "xlsx" if t == waktu.LAST else "csv"
    return Berkas(f"klaim-{month:%Y-%m}.{suffix}", "klaim", month, table)


def _target() -> pa.Table:
    """A path to 100 % at the end of 2028 that says of itself that nobody published it."""
    n = len(CITY_TARGET)
    return pa.table({
        "TANGGAL": [f"{year}-12-31" for year, _ in CITY_TARGET],
        "RASIO CAKUPAN": [ratio for _, ratio in CITY_TARGET],
        "WILAYAH": ["53.71"] * n,
        "PENERBIT": ["Contoh (bukan target resmi)"] * n,
        "SUMBER": [CITY_TARGET_SOURCE] * n,
        "TAUTAN": pa.nulls(n, pa.string()),
    })  # fmt: skip
