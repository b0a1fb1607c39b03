"""Occupations with their sector, and the training that persons ask for."""

import numpy as np

from jamsostek.sample.penduduk import Ints, Penduduk
from jamsostek.sample.register import MENGANGGUR, PENERIMA_UPAH, Register

# lapangan usaha, pekerjaan, weight among wage earners, weight among own-account workers
PEKERJAAN = (
    ("Pertanian", "Petani", 0, 9),
    ("Pertanian", "Peternak", 0, 4),
    ("Perikanan", "Nelayan", 1, 6),
    ("Industri pengolahan", "Buruh pabrik", 5, 0),
    ("Industri pengolahan", "Penenun", 0, 3),
    ("Industri pengolahan", "Penjahit", 1, 3),
    ("Konstruksi", "Buruh bangunan", 6, 7),
    ("Konstruksi", "Tukang", 2, 5),
    ("Perdagangan", "Pramuniaga", 14, 0),
    ("Perdagangan", "Pedagang kios", 0, 17),
    ("Perdagangan", "Pedagang pasar", 0, 14),
    ("Transportasi", "Sopir angkot", 2, 5),
    ("Transportasi", "Pengemudi ojek", 0, 10),
    ("Transportasi", "Buruh pelabuhan", 3, 2),
    ("Akomodasi dan makan minum", "Pelayan", 7, 0),
    ("Akomodasi dan makan minum", "Pemilik warung", 0, 8),
    ("Jasa pendidikan", "Guru", 13, 0),
    ("Jasa kesehatan", "Perawat", 6, 0),
    ("Administrasi pemerintahan", "Pegawai kantor", 17, 0),
    ("Keuangan", "Pegawai bank atau koperasi", 6, 0),
    ("Jasa lainnya", "Petugas kebersihan", 6, 1),
    ("Jasa lainnya", "Petugas keamanan", 6, 0),
    ("Jasa lainnya", "Asisten rumah tangga", 0, 4),
    ("Jasa lainnya", "Koster", 1, 1),
    ("Jasa lainnya", "Montir", 3, 3),
)
NAMA = tuple(row[1] for row in PEKERJAAN)
NELAYAN = NAMA.index("Nelayan")
BANGUNAN = (NAMA.index("Buruh bangunan"), NAMA.index("Tukang"))

MINAT = (
    "Komputer", "Kewirausahaan", "Menjahit", "Tata boga", "Otomotif", "Barista", "Las",
    "Bahasa Inggris", "Mengemudi", "Tata rias", "Budidaya ikan",
)  # fmt: skip
MINAT_SHARES = np.array([0.2, 0.16, 0.11, 0.12, 0.1, 0.08, 0.06, 0.06, 0.05, 0.04, 0.02])


def draw_pekerjaan(rng: np.random.Generator, penduduk: Penduduk, register: Register) -> Ints:
    """Index into PEKERJAAN per person, after the kind of work in the newest list."""
    weights = np.array([row[2:] for row in PEKERJAAN], dtype=np.float64)
    n = len(penduduk)
    paid, own = (rng.choice(len(PEKERJAAN), n, p=weights[:, i] / weights[:, i].sum()) for i in (0, 1))
    paid_worker = np.where(register.status <= 1, register.status == PENERIMA_UPAH, rng.random(n) < 0.4)
    return np.where(paid_worker, paid, own)


def draw_minat(rng: np.random.Generator, penduduk: Penduduk, register: Register) -> Ints:
    """Index into MINAT per person, or -1: nearly all unemployed name a wish, few of the others do."""
    n = len(penduduk)
    wish = rng.choice(len(MINAT), n, p=MINAT_SHARES)
    return np.where(rng.random(n) < np.where(register.status == MENGANGGUR, 0.9, 0.15), wish, -1)
