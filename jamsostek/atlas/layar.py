"""The map page from top to bottom: search and controls, the chosen way to look, the place, the downloads."""

import streamlit as st

from jamsostek import components, filters
from jamsostek.atlas import banding, kecil, satu, tempat
from jamsostek.kota import kota
from jamsostek.shell import Konteks

_LAYAR = {
    "peta": satu.tampil,
    **dict.fromkeys(("dua-bulan", "selisih", "dua-ukuran", "dua-wilayah", "pengangguran", "pendataan"), banding.tampil),
    **dict.fromkeys(("kecamatan", "dua-belas-bulan", "tren"), kecil.tampil),
}
TANPA_UKURAN = {"dua-wilayah", "pengangguran", "pendataan", "tren"}
"""Ways to look that are about coverage alone, or about every measure."""

TANPA_BENTUK = {"kecamatan", "dua-belas-bulan", "tren"}
"""Small multiples: each is drawn in one way."""

PETUNJUK = (
    "Utara di atas. Klik atau Enter pada wilayah untuk masuk ke dalamnya; sekali lagi, Escape, atau jejak di atas peta "
    "untuk kembali."
)


def tampil(konteks: Konteks) -> None:
    """Draw the page for the filters; each way to look is a module of this package."""
    pilih = konteks.saringan
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="atlas_kendali"):
        tempat.cari(konteks)
        filters.view_control()
        if pilih.lihat not in TANPA_BENTUK:
            if pilih.bentuk == "wilayah" and not pilih.kode_kecamatan:
                filters.level_control(konteks.pilihan, labelled=False)
            filters.shape_control()
        if pilih.lihat not in TANPA_UKURAN:
            filters.metric_control()
    with st.container(horizontal=True, gap="medium", key=f"atlas_{'tempat' if pilih.kode_terpilih() else 'kota'}"):
        with st.container(key="atlas_peta"):
            _LAYAR[pilih.lihat](konteks)
            components.catatan(f"{kota().catatan_batas} {PETUNJUK}")
        with st.container(key="atlas_kartu"):
            tempat.kartu(konteks)
    tempat.lanjutan(konteks)
