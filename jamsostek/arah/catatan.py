"""The notes under the trend: the list that its pins point to, and a fold to add, change or take one away."""

import html
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial

import streamlit as st

from jamsostek import catatan, components, formats
from jamsostek.catatan import Catatan
from jamsostek.desk import upload
from jamsostek.intake import IntakeError
from jamsostek.kota import kota
from jamsostek.shell import Konteks

TAMPIL = {0: "Selamanya", 90: "Tiga bulan", 365: "Satu tahun"}
_TEKS, _BULAN, _SAMPAI, _PILIH, _BARU = (f"catatan_{name}" for name in ("teks", "bulan", "sampai", "pilih", "ubah"))
_PESAN, _URUNG = "catatan_pesan", "catatan_urung"


def untuk(konteks: Konteks, kode: str) -> tuple[list[tuple[int, date]], list[Catatan]]:
    """Number and month of each pin (one for all notes of a month), and the notes of the place in that order."""
    try:
        notes = catatan.untuk(kode, datetime.now(formats.WITA).date())
    except IntakeError as error:
        components.tidak_tersedia("Catatan tidak dapat dibaca.", str(error))
        return [], []
    known = set(konteks.pilihan.bulan)
    shown = [note for note in notes if note.hari_bulan in known]
    return list(enumerate(sorted({note.hari_bulan for note in shown}), start=1)), shown


def tampil(konteks: Konteks, kode: str, notes: list[Catatan]) -> None:
    """The list, and the fold for those who write."""
    if notes:
        numbers = {month: n for n, month in enumerate(sorted({note.hari_bulan for note in notes}), start=1)}
        items = "".join(
            f'<li value="{numbers[note.hari_bulan]}">{html.escape(kalimat(note, _tempat(konteks, note.wilayah)))}</li>'
            for note in notes
        )
        st.html(f'<ol class="catatan-pin" aria-label="Catatan pada grafik">{items}</ol>')
    folded = st.expander("Tambah, ubah, atau hapus catatan", key="catatan_terbuka", on_change="rerun")
    if folded.open:
        with folded:
            _meja(konteks, kode, notes)


def kalimat(note: Catatan, tempat: str) -> str:
    """'Maret 2023, Kel. Oesapa: ... (ditulis oleh Ani, 3 Apr 2023)'."""
    day = datetime.fromisoformat(note.pada).astimezone(formats.WITA)
    written = f"ditulis oleh {note.oleh}, {day.day} {formats.bulan_pendek(day)}"
    return f"{formats.bulan_panjang(note.hari_bulan)}, {tempat}: {note.teks} ({written})"


def _tempat(konteks: Konteks, kode: str) -> str:
    if kode == kota().kode:
        return kota().nama
    names = {code: f"Kec. {name}" for code, name in konteks.pilihan.kecamatan().items()}
    names |= {code: f"Kel. {name}" for code, name in konteks.pilihan.kelurahan(None).items()}
    return names.get(kode, kode)


def _meja(konteks: Konteks, kode: str, notes: list[Catatan]) -> None:
    if message := st.session_state.pop(_PESAN, None):
        (components.berhasil if message[0] else components.tidak_tersedia)(*message[1])
    if undo := st.session_state.get(_URUNG):
        st.button("Urungkan", key="catatan_urungkan", on_click=_do, args=(undo, "Diurungkan.", None))
    oleh = upload.person("catatan")
    st.selectbox(
        "Bulan catatan", konteks.pilihan.bulan[::-1], key=_BULAN, format_func=formats.bulan_panjang, filter_mode=None,
        index=konteks.pilihan.bulan[::-1].index(konteks.saringan.bulan),
    )  # fmt: skip
    st.text_input(f"Isi catatan untuk {_tempat(konteks, kode)}", key=_TEKS, max_chars=catatan.PANJANG_TEKS)
    st.selectbox("Ditampilkan", list(TAMPIL), key=_SAMPAI, format_func=TAMPIL.__getitem__, filter_mode=None)
    st.button("Tambah catatan", key="catatan_tambah", type="primary", on_click=_add, args=(kode, oleh))
    components.catatan("Teks biasa, paling panjang 140 huruf; jangan menulis data orang. Semua pemakai melihatnya.")
    if notes:
        _perbaiki(konteks, notes, oleh)


def _perbaiki(konteks: Konteks, notes: list[Catatan], oleh: str) -> None:
    by_id = {note.id: note for note in notes}
    chosen = st.selectbox(
        "Catatan yang diubah atau dihapus", list(by_id), key=_PILIH, filter_mode=None,
        format_func=lambda id_: kalimat(by_id[id_], _tempat(konteks, by_id[id_].wilayah)),
    )  # fmt: skip
    note = by_id[chosen]
    # The key changes with the note, so that another choice brings its own text along
    key = f"{_BARU}_{note.id}_{note.pada}"
    st.text_input("Isi baru", note.teks, key=key, max_chars=catatan.PANJANG_TEKS)
    left, right, _rest = st.columns([2, 2, 3])
    with left:
        st.button("Simpan perubahan", key="catatan_simpan", on_click=_change, args=(note, key, oleh), width="stretch")
    with right:
        away, back = partial(catatan.hapus, note.id), partial(catatan.kembalikan, note)
        st.button(
            "Hapus catatan", key="catatan_hapus", on_click=_do, args=(away, "Catatan dihapus.", back), width="stretch"
        )


def _add(kode: str, oleh: str) -> None:
    state = st.session_state
    days = state[_SAMPAI]
    until = datetime.now(formats.WITA).date() + timedelta(days=days) if days else None
    added: list[Catatan] = []

    def add() -> None:
        added.append(catatan.tambah(bulan=state[_BULAN], wilayah=kode, teks=state[_TEKS], oleh=oleh, sampai=until))
        state[_TEKS] = ""

    _do(add, "Catatan ditambahkan.", lambda: catatan.hapus(added[0].id))


def _change(note: Catatan, key: str, oleh: str) -> None:
    change = partial(catatan.ubah, note, teks=st.session_state[key], oleh=oleh)
    _do(change, "Catatan diubah.", partial(catatan.kembalikan, note))


def _do(work: Callable[[], object], done: str, undo: Callable[[], object] | None) -> None:
    """Do it and keep what to say and how to take it back, for the run that follows the click."""
    state = st.session_state
    try:
        work()
    except IntakeError as error:
        state[_PESAN] = (False, ("Catatan tidak disimpan.", str(error)))
        return
    state[_PESAN] = (True, (done, ""))
    state[_URUNG] = undo
