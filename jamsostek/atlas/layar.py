"""The map page from top to bottom: search and controls, the chosen way to look, the place, the downloads."""

import streamlit as st

from jamsostek import components, filters
from jamsostek.atlas import satu
from jamsostek.shell import Konteks

CATATAN = (
    "Garis wilayah bersifat indikatif (Kemendagri/BIG melalui cahyadsn/wilayah_boundaries, MIT); utara di atas. "
    "Klik atau Enter pada wilayah untuk masuk ke dalamnya; sekali lagi, Escape, atau jejak di atas peta untuk kembali."
)


def tampil(konteks: Konteks) -> None:
    """Draw the page for the filters; each way to look is a module of this package."""
    pilih = konteks.saringan
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        filters.view_control()
        if pilih.bentuk == "wilayah" and not pilih.kode_kecamatan:
            filters.level_control(konteks.pilihan, labelled=False)
        filters.shape_control()
    filters.metric_control()
    satu.tampil(konteks)
    components.catatan(CATATAN)
