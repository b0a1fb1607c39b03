"""The printed list for lurah: a page for each kecamatan with all its kelurahan, the targets and the notes."""

import io

import pypdf

from jamsostek import jatah
from jamsostek.ekspor import daftar_sasaran
from jamsostek.laju import Syarat
from tests.ekspor.conftest import KETERANGAN
from tests.test_laju import kelurahan, kota


def test_one_page_for_each_kecamatan_with_targets_sum_signature_and_notes():
    df = kelurahan((1_000, 100), (500, 200), (None, 50))
    syarat = Syarat(1.0, 10)
    parts = jatah.bagian(df, kota(df), syarat, "kesenjangan", {df["kode_kelurahan"][1]: 1_234})
    parts["manual"] = parts["kode_kelurahan"].isin([df["kode_kelurahan"][1]])
    rows = jatah.dengan_capaian(parts, {}, "kode_kelurahan", syarat)
    isi = daftar_sasaran.Isi(["Kota perlu 115 # $x$ *peserta*."], ["* diisi sendiri oleh Ani (2026-11-24)."])
    pdf = daftar_sasaran.pdf(rows, dict.fromkeys(df["kode_kelurahan"], "7,5"), isi, KETERANGAN)
    first, second = (" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    for words in (
        "Kecamatan 1", "DATA CONTOH", KETERANGAN.judul, "Halaman 1 / 2", "Kota perlu 115 # $x$ *peserta*.",
        "1 Kelurahan 0 1.000 100 900 86 7,5", "2 Kelurahan 1 500 200 300 1.234 * 7,5", "Jumlah kecamatan 1.320",
        "tanda tangan", "* diisi sendiri oleh Ani (2026-11-24).", "Versi data",
    ):  # fmt: skip
        assert words in first, words
    assert "1 Kelurahan 2 tad tad tad tad 7,5" in second
    assert pdf == daftar_sasaran.pdf(rows, dict.fromkeys(df["kode_kelurahan"], "7,5"), isi, KETERANGAN)
