"""Employers of all kinds: some enrol everybody, some a part of their workers, some nobody."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from jamsostek.sample import kepesertaan as anggota
from jamsostek.sample import waktu
from jamsostek.sample.kota import OFFICE_KELURAHAN, Kota
from jamsostek.sample.penduduk import Bools, Ints, pick
from jamsostek.sample.riwayat import Kepesertaan

ENROLLED, TOTAL = 1_250, 2_000
PEMKOT, OFFICE = 0, 1
OFFICE_WORKERS = 310
JENIS = ("perusahaan", "umkm", "ritel", "rumah_ibadah", "instansi")
# Of the small ones, and of those with more than LARGE workers: who has many is rarely a stall or a congregation.
JENIS_SHARES = np.array([[0.22, 0.50, 0.19, 0.07, 0.02], [0.76, 0.05, 0.08, 0.01, 0.10]])
LARGE = 15
CONTRACTORS = 60
NAMA = {"perusahaan": "CV Contoh", "umkm": "Usaha Contoh", "ritel": "Toko Contoh",
        "rumah_ibadah": "Rumah Ibadah Contoh", "instansi": "Instansi Contoh"}  # fmt: skip


@dataclass(frozen=True)
class PemberiKerja:
    """Per spell the employer (-1: none) and the programmes beyond JKK and JKM; per employer the register entry."""

    per_spell: Ints
    di_kantor: Bools
    jht: Bools
    jp: Bools
    jkp: Bools
    tabel: pa.Table


def npp(nomor: Ints) -> pa.Array:
    """Employer numbers that no real employer has; null for -1."""
    return pa.array([f"99{n:06d}" if n >= 0 else None for n in nomor], pa.string())


def draw(rng: np.random.Generator, kota: Kota, spells: Kepesertaan, orang: int) -> PemberiKerja:
    """Give every wage earner an employer, and every employer its size and programmes."""
    size = rng.lognormal(1.6, 1.3, ENROLLED)
    size[[PEMKOT, OFFICE]] = 0
    employer_of = rng.choice(ENROLLED, orang, p=size / size.sum())
    private = (spells.segmen == anggota.PU) & (spells.sumber == anggota.PEMBERI_KERJA)
    at_office = np.zeros(orang, dtype=np.bool_)
    now = np.flatnonzero(private & (spells.selesai > waktu.LAST))
    at_office[rng.choice(spells.orang[now], OFFICE_WORKERS, replace=False)] = True
    per_spell = np.where(private, np.where(at_office[spells.orang], OFFICE, employer_of[spells.orang]), -1)
    per_spell[(spells.segmen == anggota.PU) & ~private] = PEMKOT
    projects = spells.segmen == anggota.JAKON
    per_spell[projects] = 2 + spells.mulai[projects] * 7 % CONTRACTORS
    large = size > np.quantile(size, 0.78)
    large[OFFICE] = True
    jht = (rng.random(ENROLLED) < 0.93) & (np.arange(ENROLLED) != PEMKOT)
    alone = (spells.segmen == anggota.BPU) & (spells.sumber == anggota.MANDIRI)
    own_jht = alone & (rng.random(orang) < 0.12)[spells.orang]
    return PemberiKerja(
        per_spell=per_spell,
        di_kantor=private & at_office[spells.orang],
        jht=(private & jht[per_spell]) | own_jht,
        jp=private & (large & jht)[per_spell],
        jkp=private & (large & jht & (rng.random(ENROLLED) < 0.6))[per_spell],
        tabel=_table(rng, kota, np.bincount(per_spell[now], minlength=ENROLLED)),
    )


def _table(rng: np.random.Generator, kota: Kota, terdaftar: Ints) -> pa.Table:
    """The employers' list of June 2023: three fifths of the enrolled ones enrol everybody."""
    registered = np.r_[np.maximum(terdaftar, 1), np.zeros(TOTAL - ENROLLED, dtype=np.int64)]
    hidden = np.ceil(registered * rng.uniform(0.1, 1.5, TOTAL)).astype(np.int64)
    workers = np.where(rng.random(TOTAL) < 0.6, registered, registered + hidden)
    workers[ENROLLED:] = np.ceil(rng.lognormal(1.1, 0.9, TOTAL - ENROLLED)).astype(np.int64)
    jenis = pick(rng, JENIS_SHARES, (workers > LARGE).astype(np.int64))
    jenis[2 : 2 + CONTRACTORS] = JENIS.index("perusahaan")
    jenis[PEMKOT], jenis[OFFICE] = JENIS.index("instansi"), JENIS.index("perusahaan")
    registered[PEMKOT] = workers[PEMKOT] = anggota.NON_ASN
    tempat = rng.choice(len(kota.nama), TOTAL, p=kota.bobot)
    tempat[OFFICE] = kota.index(OFFICE_KELURAHAN)[0]
    return pa.table({
        "NPP": npp(np.where(np.arange(TOTAL) < ENROLLED, np.arange(TOTAL), -1)),
        "NAMA": [f"{NAMA[JENIS[j]]} {n:04d}" for n, j in enumerate(jenis)],
        "JENIS": pa.array(JENIS).take(pa.array(jenis)),
        "KELURAHAN": pa.array(kota.nama).take(pa.array(tempat)),
        "KECAMATAN": pa.array(kota.nama_kecamatan).take(pa.array(tempat)),
        "JUMLAH PEKERJA": workers,
        "JUMLAH TERDAFTAR": registered,
    })  # fmt: skip
