"""The head of the intake page: templates, who is importing, and the field for files."""

from functools import partial

import streamlit as st

from jamsostek import components, xlsx
from jamsostek.desk import parcel, words
from jamsostek.desk.parcel import Berkas
from jamsostek.intake.templat import templat

_NAME, _COUNTER = "_nama_petugas", "_unggah_ke"
TYPES = ["xlsx", "xlsm", "xls", "csv", "txt"]


def templates() -> None:
    """One template per kind of file, made when it is asked for."""
    with st.expander("Templat Excel dengan pilihan kelurahan dan kode"):
        components.catatan(
            "Isi lembar Data mulai di bawah judul kolom; lembar Petunjuk menjelaskan setiap kolom. Berkas dengan "
            "bentuk lain juga dapat diunggah: kolomnya dipetakan di bawah."
        )
        for column, (jenis, label) in zip(st.columns(len(words.JENIS)), words.JENIS.items(), strict=True):
            with column:
                st.download_button(
                    label, partial(templat, jenis), file_name=f"templat-{jenis.replace('_', '-')}.xlsx",
                    mime=xlsx.MIME, key=f"templat_{jenis}", on_click="ignore", width="stretch",
                )  # fmt: skip


def person(key: str) -> str:
    """Who is at the desk: asked once a session, written into every batch and withdrawal."""
    state = st.session_state
    asked = st.text_input(
        "Nama Anda (tercatat di riwayat)", value=state.get(_NAME, ""), max_chars=60, key=f"nama_{key}"
    )
    state[_NAME] = name = str(asked or "").strip()
    return name


def files() -> list[Berkas]:
    """The files in the upload field, looked at; empty at first and after each import."""
    count = st.session_state.get(_COUNTER, 0)
    label = "Berkas Excel atau CSV, satu atau beberapa sekaligus"
    return parcel.receive(components.unggah(label, TYPES, key=f"unggah_{count}"))


def empty() -> None:
    """Make the field empty again."""
    st.session_state[_COUNTER] = st.session_state.get(_COUNTER, 0) + 1
