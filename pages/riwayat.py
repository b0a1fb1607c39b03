"""Riwayat data: every batch with its manifest, effect and state; withdraw and restore; where a number comes from."""

import streamlit as st

from jamsostek import components, shell
from jamsostek.desk import ledger, trace, upload

contoh = shell.mulai_meja(__file__)
components.kepala(
    "Riwayat data", "Setiap angka dibangun dari berkas di bawah ini. Berkas yang keliru dapat ditarik dan dikembalikan."
)
ledger.finish()
found = ledger.batches()
daftar, buka, asal, ejaan = st.tabs(
    ["Semua batch", "Buka satu batch", "Angka ini dari mana?", "Ejaan yang diingat"], key="tab_riwayat"
)
with daftar:
    ledger.table(found, contoh=contoh)
with buka:
    ledger.detail(found, upload.person("riwayat"))
with asal:
    trace.trace()
with ejaan:
    trace.taught()
