"""Need and targets to take along: a workbook, and a list of targets for lurah to print and sign."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import streamlit as st

from jamsostek import components, formats, jatah, kebutuhan, metrics, queries
from jamsostek.arah.hasil_laju import Hasil
from jamsostek.ekspor import daftar_sasaran
from jamsostek.ekspor.keterangan import LAMBANG, Keterangan
from jamsostek.figures import laju as gambar
from jamsostek.figures.maps import records
from jamsostek.kebutuhan import Kebutuhan
from jamsostek.kota import kota
from jamsostek.sasaran_manual import Manual
from jamsostek.shell import Konteks
from jamsostek.xlsx import Lembaran


def unduhan(konteks: Konteks, hasil: Hasil, manual: Mapping[str, Manual], catatan: list[str]) -> None:
    """The workbook and the printable list; each is made when its button is pressed."""
    nama = f"sasaran-lurah-{hasil.butuh.tujuan.kode}-{konteks.saringan.bulan:%Y-%m}"
    butir = {**_tentang(konteks, hasil).butir(), **_isi_keterangan(konteks, hasil, catatan), "Lambang": LAMBANG}
    with st.container(horizontal=True):
        components.unduh_xlsx(
            lambda: lembaran(hasil), label="Unduh perlu dan capaian (XLSX)", nama=nama, contoh=konteks.contoh,
            keterangan=butir, key="unduh_laju_xlsx",
        )  # fmt: skip
        components.unduh_berkas(
            lambda: cetakan(konteks, hasil, manual, catatan), label="Unduh daftar sasaran lurah (PDF)",
            nama=f"{nama}.pdf", mime="application/pdf", contoh=konteks.contoh, key="unduh_laju_pdf",
        )  # fmt: skip


def lembaran(hasil: Hasil) -> list[Lembaran]:
    """The tables as sheets; kelurahan with the targets for lurah, whichever way they were set."""
    parts = [("kecamatan", hasil.kecamatan), ("kelurahan", hasil.kelurahan), ("segmen", hasil.segmen)]
    return [gambar.lembaran(rows, level, hasil.butuh.syarat) for level, rows in parts if rows is not None]


def cetakan(konteks: Konteks, hasil: Hasil, manual: Mapping[str, Manual], catatan: list[str]) -> bytes:
    """The list for lurah as a PDF."""
    words = {}
    for row in records(hasil.kelurahan):
        state = gambar.keadaan_capaian(row, 12, hasil.butuh.syarat)
        pace = row["capaian"].rata(12, hasil.butuh.syarat)
        words[row["kode_kelurahan"]] = gambar.rata(pace) if state.ada_nilai else state.simbol
    notes = [f"{hal}: {isi}" for hal, isi in _isi_keterangan(konteks, hasil, catatan).items()]
    if manual:
        by = ", ".join(sorted({f"{one.oleh} ({one.pada[:10]})" for one in manual.values()}))
        notes.insert(0, f"* diisi sendiri oleh {by}. {jatah.selisih_manual(hasil.kelurahan, hasil.butuh.perlu)}")
    isi = daftar_sasaran.Isi([kebutuhan.kalimat(hasil.butuh, kota().nama), _masa(hasil.butuh)], notes)
    return daftar_sasaran.pdf(hasil.kelurahan, words, isi, _tentang(konteks, hasil))


def _masa(butuh: Kebutuhan) -> str:
    first = date(butuh.bulan.year + butuh.bulan.month // 12, butuh.bulan.month % 12 + 1, 1)
    return (
        f"Sasaran setiap bulan, {formats.bulan_panjang(first)} sampai {formats.bulan_panjang(butuh.tujuan.tanggal)}, "
        f"dalam {butuh.satuan}."
    )


def _isi_keterangan(konteks: Konteks, hasil: Hasil, catatan: list[str]) -> dict[str, str]:
    capai, pilih = hasil.butuh.capai, konteks.saringan
    return {
        "Sasaran": f"{hasil.butuh.tujuan.nama}. {hasil.butuh.tujuan.catatan}",
        "Pembagian": jatah.BAGI[pilih.bagi],
        "Luruh menurut data": f"{formats.persen(capai.luruh)} per bulan ({formats.angka(capai.keluar)} keluar dari "
        f"{formats.angka(capai.awal)} peserta awal bulan, {capai.bulan[12]} bulan)",
        "Rumus": catatan[0],
        "Catatan": " ".join(catatan[1:]),
        "Sumber": f"berkas peserta BPJS Ketenagakerjaan dan register tenaga kerja, {konteks.judul_bulan}",
    }


def _tentang(konteks: Konteks, hasil: Hasil) -> Keterangan:
    return Keterangan(
        judul=f"Sasaran lurah {kota().nama} menuju {hasil.butuh.tujuan.nama}",
        periode=konteks.judul_bulan,
        saringan=konteks.keterangan,
        definisi=f"cakupan = peserta aktif dibagi {metrics.LABEL_PENYEBUT[konteks.saringan.penyebut]}",
        sumber="berkas peserta BPJS Ketenagakerjaan dan register tenaga kerja",
        batas=kota().catatan_batas,
        versi=str(queries.kesegaran().iloc[0]["versi"]),
        contoh=konteks.contoh,
        dibuat=datetime.now(UTC),
    )
