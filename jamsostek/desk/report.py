"""What the check of one file found: verdict, findings with row numbers, spellings to confirm, refused rows."""

import html
from collections.abc import Mapping
from functools import partial

import streamlit as st

from jamsostek import components, formats, xlsx
from jamsostek.desk import jobs, parcel, reader, words
from jamsostek.desk.parcel import Berkas, Setelan
from jamsostek.figures import ledgers, tables
from jamsostek.intake import Checked, IntakeError, spellings
from jamsostek.intake.places import Ejaan, load_places

ASKED = 21
"""So many unknown names are asked about at once."""

BUKAN = ""
"""The choice 'this is no kelurahan of the city'."""


def heading(berkas: Berkas) -> None:
    """The name and size of a file, and what is wrong where it cannot even be opened."""
    components.subjudul(f"{berkas.nama} ({words.size(len(berkas.isi))})")
    if berkas.galat:
        _verdict("gagal", "Berkas ini tidak dapat dibuka.", berkas.galat)


def show(berkas: Berkas, setelan: Setelan, oleh: str) -> None:
    """Check the file with these settings, unless that was done, and show the result."""
    while berkas.diperiksa != setelan.kunci:
        jobs.run(
            f"periksa_{berkas.kode}", f"Memeriksa {words.literal(berkas.nama)}",
            lambda progress: parcel.check(berkas, setelan, progress),
        )  # fmt: skip
    hasil = berkas.hasil
    if hasil is None:
        _verdict("gagal", "Berkas ini tidak dapat diterima.", berkas.ditolak)
        return
    _verdict(*_summary(berkas, hasil))
    components.tabel(
        tables.tabel(
            words.findings(hasil), ledgers.kolom_temuan(), judul=f"Hasil pemeriksaan {berkas.nama}", tinggi=260,
            catatan="Nomor baris menurut berkas Anda. Baris yang gagal tidak ikut; sisanya dapat disimpan.",
        ),
        key=f"temuan_{berkas.kode}",
    )  # fmt: skip
    if hasil.ejaan:
        _spellings(berkas, hasil.ejaan, oleh)
    if hasil.baris_ditolak:
        _rejects(berkas, hasil, setelan)


def _summary(berkas: Berkas, hasil: Checked) -> tuple[str, str, str]:
    where = f"lembar {hasil.lembar}, " if hasil.lembar else ""
    rows = (
        f"{formats.angka(hasil.baris_masuk)} baris dibaca ({where}judul kolom di baris {hasil.baris_judul}): "
        f"{formats.angka(hasil.baris_diterima)} diterima, {formats.angka(hasil.baris_ditolak)} ditolak."
    )
    if berkas.ditolak:
        return "gagal", "Berkas ini tidak dapat diterima.", f"{berkas.ditolak} {rows}"
    if hasil.baris_ditolak:
        return "peringatan", "Sebagian baris tidak ikut.", rows
    if hasil.warnings:
        return "peringatan", "Diterima dengan peringatan.", rows
    return "lulus", "Lulus semua pemeriksaan.", rows


def _verdict(kind: str, headline: str, words_: str) -> None:
    sign = {"gagal": "✕", "peringatan": "!", "lulus": "✓"}[kind]
    role = "alert" if kind == "gagal" else "status"
    st.html(
        f'<div class="putusan putusan-{kind}" role="{role}"><span aria-hidden="true">{sign}</span>'
        f"<p><b>{html.escape(headline)}</b> {html.escape(words_)}</p></div>"
    )


def _spellings(berkas: Berkas, found: tuple[Ejaan, ...], oleh: str) -> None:
    """Ask what unknown names mean; confirmed answers are remembered for every later file."""
    places = load_places()
    everything = sorted((code for code in places.names if code.count(".") == 3), key=places.names.__getitem__)
    components.subjudul("Nama kelurahan yang belum dikenal")
    with st.form(f"ejaan_{berkas.kode}", border=False):
        chosen: dict[str, str] = {}
        grid = st.columns(3)
        for number, ejaan in enumerate(found[:ASKED]):
            likely = [code for code, _name, _score in ejaan.saran]
            options = [BUKAN, *likely, *(code for code in everything if code not in likely)]
            code = grid[number % 3].selectbox(
                f"“{words.literal(ejaan.teks)}” pada {formats.angka(ejaan.jumlah)} baris berarti", options,
                format_func=partial(_meaning, places.names, ejaan),
                key=f"ejaan_{berkas.kode}_{number}_{ejaan.teks}", filter_mode=None,
            )  # fmt: skip
            if code:
                chosen[ejaan.teks] = str(code)
        confirmed = st.form_submit_button("Ingat ejaan ini dan periksa ulang", type="primary")
    if confirmed and chosen:
        try:
            spellings.remember(chosen, oleh or "tidak disebut")
        except IntakeError as error:
            _verdict("gagal", "Ejaan tidak disimpan.", str(error))
            return
        parcel.forget_checks()
        st.rerun()


def _meaning(names: Mapping[str, str], ejaan: Ejaan, code: str) -> str:
    if code == BUKAN:
        return "(pilih kelurahan)"
    score = next((score for suggested, _name, score in ejaan.saran if suggested == code), None)
    return names[code] if score is None else f"{names[code]} (kemiripan {formats.persen(score)})"


def _rejects(berkas: Berkas, hasil: Checked, setelan: Setelan) -> None:
    st.download_button(
        f"Unduh {formats.angka(hasil.baris_ditolak)} baris yang ditolak (XLSX, dengan alasan)",
        lambda: reader.rejects(berkas.isi, hasil, setelan.tata),
        file_name=f"ditolak-{berkas.nama.rsplit('.', 1)[0]}.xlsx", mime=xlsx.MIME, key=f"tolak_{berkas.kode}",
        on_click="ignore",
    )  # fmt: skip
