"""The targets for lurah set by hand: an editable table, checked against the city's need, kept with name and date."""

from collections.abc import Mapping
from datetime import datetime

import pandas as pd
import streamlit as st

from jamsostek import components, formats, jatah, sasaran_manual
from jamsostek.arah.hasil_laju import Hasil
from jamsostek.intake import IntakeError
from jamsostek.kebutuhan import Kebutuhan
from jamsostek.sasaran_manual import Manual
from jamsostek.shell import Konteks

_KEY, _SAID = "sasaran_manual", "_sasaran_manual_kata"
_ISI, _OLEH = "Sasaran per bulan", "sasaran_manual_oleh"


def tersimpan(konteks: Konteks, butuh: Kebutuhan) -> dict[str, Manual]:
    """What was set by hand for the target, by kelurahan, where the division is by hand and over all persons."""
    if konteks.saringan.bagi != "manual" or _tersaring(konteks):
        return {}
    try:
        return sasaran_manual.untuk(butuh.tujuan.kode)
    except IntakeError as error:
        components.tidak_tersedia("Sasaran yang diisi sendiri tidak dapat dibaca.", str(error))
        return {}


def _tersaring(konteks: Konteks) -> bool:
    pilih = konteks.saringan
    return any((pilih.segmen, pilih.jenis_kelamin, pilih.kelompok_umur))


def isian(konteks: Konteks, hasil: Hasil, manual: Mapping[str, Manual]) -> None:
    """The table to edit: one whole number for each kelurahan, checked against the city's need, kept when saved."""
    components.subjudul(f"Sasaran lurah yang diisi sendiri, {hasil.butuh.tujuan.nama}")
    if _tersaring(konteks):
        components.catatan(
            "Sasaran lurah berlaku untuk semua pekerja: lepaskan saringan segmen, jenis kelamin, dan umur."
        )
        return
    if said := st.session_state.pop(_SAID, None):
        done, *words = said
        (components.berhasil if done else components.tidak_tersedia)(*words)
    components.kalimat(jatah.selisih_manual(hasil.kelurahan, hasil.butuh.perlu))
    if manual:
        last = max(manual.values(), key=lambda one: one.pada)
        when = formats.waktu_wita(datetime.fromisoformat(last.pada))
        components.catatan(f"{len(manual)} kelurahan diisi sendiri; terakhir oleh {last.oleh}, {when}.")
    rows = hasil.kelurahan.sort_values("kode_kelurahan").reset_index(drop=True)
    edited = st.data_editor(
        pd.DataFrame(
            {
                "Kelurahan": rows["nama_kelurahan"],
                "Kecamatan": rows["nama_kecamatan"],
                "Hitungan per bulan": [formats.angka(n) for n in rows["jumlah_perlu"]],
                _ISI: rows["jumlah_sasaran"],
            }
        ),
        disabled=["Kelurahan", "Kecamatan", "Hitungan per bulan"],
        column_config={_ISI: st.column_config.NumberColumn(min_value=0, max_value=sasaran_manual.TERBESAR, step=1)},
        hide_index=True, key=f"{_KEY}_{hasil.butuh.tujuan.kode}_{st.session_state.get(_KEY, 0)}",
        height=420, placeholder=formats.TIDAK_ADA_DATA,
    )  # fmt: skip
    changed = _berubah(rows, edited[_ISI])
    if changed:
        now = rows.assign(jumlah_sasaran=edited[_ISI].astype("Int64"))
        components.kalimat(f"{jatah.selisih_manual(now, hasil.butuh.perlu)} {len(changed)} perubahan belum disimpan.")
    _tombol(hasil.butuh.tujuan.kode, changed, manual)


def _berubah(rows: pd.DataFrame, isi: pd.Series) -> dict[str, int | None]:
    """Code to the new number of what was changed; an emptied cell, or the computed number again, takes it back."""
    changed: dict[str, int | None] = {}
    for row, value in zip(rows.to_dict("records"), isi, strict=True):
        new = None if pd.isna(value) else int(value)
        old = None if pd.isna(row["jumlah_sasaran"]) else int(row["jumlah_sasaran"])
        if new != old:
            computed = not pd.isna(row["jumlah_perlu"]) and new == int(row["jumlah_perlu"])
            changed[row["kode_kelurahan"]] = None if computed else new
    return changed


def _tombol(kode: str, changed: Mapping[str, int | None], manual: Mapping[str, Manual]) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("Nama Anda", key=_OLEH, max_chars=60, width=220)
        st.button("Simpan sasaran", type="primary", disabled=not changed, on_click=_simpan, args=(kode, changed))
        st.button("Kembali ke hitungan", disabled=not manual, on_click=_lupakan, args=(kode,))


def _simpan(kode: str, changed: Mapping[str, int | None]) -> None:
    try:
        sasaran_manual.simpan(kode, changed, st.session_state[_OLEH])
    except IntakeError as error:
        st.session_state[_SAID] = (False, "Belum tersimpan.", str(error))
        return
    _baru("Tersimpan.", f"{len(changed)} sasaran kelurahan diperbarui.")


def _lupakan(kode: str) -> None:
    try:
        sasaran_manual.lupakan(kode)
    except IntakeError as error:
        st.session_state[_SAID] = (False, "Belum dikembalikan.", str(error))
        return
    _baru("Dikembalikan.", "Semua kelurahan memakai hasil hitungan lagi.")


def _baru(*words: str) -> None:
    """Say so, and let the table begin anew: what was typed into it is saved or gone."""
    st.session_state[_SAID] = (True, *words)
    st.session_state[_KEY] = st.session_state.get(_KEY, 0) + 1
