"""Accepting what was previewed, and taking it back."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

import streamlit as st

from jamsostek import components, formats, penerimaan
from jamsostek.desk import jobs, upload
from jamsostek.desk.parcel import Berkas
from jamsostek.intake import IntakeError, Titipan, layouts
from jamsostek.intake.texts import key
from jamsostek.penerimaan import Dampak, Hasil

_ACCEPTED, _SAVE, _UNDO = "_diterima", "simpan", "batalkan"


def offer(
    titipan: Sequence[Titipan], dampak: Dampak, files: Sequence[Berkas], oleh: str, forget: Callable[[], None]
) -> None:
    """The buttons that accept or drop a preview."""
    careful = any(one.menyusut for one in dampak.pergantian)
    agreed = not careful or st.checkbox("Saya yakin berkas yang lebih kecil ini memang menggantikan seluruh data lama")
    if not oleh:
        components.catatan("Isi nama Anda di atas untuk menyimpan.")
    rows = formats.angka(sum(one.draft.baris_diterima for one in titipan))
    left, right, _rest = st.columns([2, 1, 3])
    with left:
        st.button(f"Simpan {len(titipan)} berkas ({rows} baris)", type="primary", disabled=not (oleh and agreed),
                  width="stretch", on_click=_save, args=(titipan, files, oleh))  # fmt: skip
    with right:
        if st.button("Batal", width="stretch"):
            forget()
            upload.empty()
            st.rerun()


def _save(titipan: Sequence[Titipan], files: Sequence[Berkas], oleh: str) -> None:
    """Begin saving. A callback, for it comes before the page: a click elsewhere right after finds the work begun."""
    signed = [Titipan(replace(one.draft, oleh=oleh)) for one in titipan]

    def work(progress: jobs.Progress) -> Hasil:
        saved = penerimaan.simpan(signed, oleh, progress)
        for berkas in files:
            # what is saved is saved, whether or not its layout can be remembered
            with suppress(IntakeError):
                _remember_layout(berkas, oleh)
        return saved

    jobs.start(_SAVE, "Menyimpan", work)


def finish(forget: Callable[[], None]) -> None:
    """Wait for accepting or undoing that is under way, then show what came of it, with the way back."""
    if jobs.running(_SAVE):
        try:
            st.session_state[_ACCEPTED] = jobs.run(_SAVE)
        except IntakeError as error:
            components.tidak_tersedia("Tidak disimpan.", str(error))
            return
        forget()
        upload.empty()
        st.rerun()
    if jobs.running(_UNDO):
        try:
            jobs.run(_UNDO)
        except IntakeError as error:
            components.tidak_tersedia("Tidak ditarik.", str(error))
        else:
            st.session_state.pop(_ACCEPTED, None)
            components.berhasil(
                "Impor ditarik.", "Angka kembali seperti sebelumnya. Batch tetap tercatat di Riwayat data."
            )
    accepted: Hasil | None = st.session_state.get(_ACCEPTED)
    if accepted is not None:
        _accepted(accepted)


def _accepted(hasil: Hasil) -> None:
    names = ", ".join(f"{one.nama_berkas} (batch {one.id_batch})" for one in hasil.batches)
    effects = "; ".join(dict.fromkeys(penerimaan.pengaruh(one) for one in hasil.batches))
    components.berhasil(
        f"Tersimpan dalam {formats.desimal(hasil.detik)} detik.",
        f"{names}. Cakupan kota {effects}. Semua halaman memakai angka baru mulai klik berikutnya.",
    )
    left, right, _rest = st.columns([2, 1, 3])
    with left:
        st.button("Batalkan impor ini (tarik)", width="stretch", on_click=_undo, args=(hasil,))
    with right:
        if st.button("Tutup", width="stretch"):
            st.session_state.pop(_ACCEPTED, None)
            st.rerun()


def _undo(hasil: Hasil) -> None:
    ids, oleh = [one.id_batch for one in hasil.batches], hasil.batches[0].oleh
    jobs.start(_UNDO, "Menarik", lambda progress: penerimaan.tarik(ids, oleh, progress))


def _remember_layout(berkas: Berkas, oleh: str) -> None:
    assert berkas.kenalan is not None  # noqa: S101 - checked files were recognised
    assert berkas.setelan is not None  # noqa: S101
    tata = berkas.setelan.tata
    rows = berkas.kenalan.atas.get(tata.lembar, [])
    if tata.baris_judul is not None and tata.baris_judul <= len(rows):
        headings = [key(cell) for cell in rows[tata.baris_judul - 1]]
        layouts.remember(berkas.setelan.jenis, headings, tata, oleh)
