"""One map: drill from the city to a kecamatan to a kelurahan, month by month, with the same cells as a table."""

from hashlib import sha256
from typing import Any

import pandas as pd
import streamlit as st

from jamsostek import components, db, filters, metrics, queries
from jamsostek.atlas import unduhan
from jamsostek.figures import frames, maps, tables
from jamsostek.kota import kota
from jamsostek.shell import Konteks

_DIMINTA = "_bingkai_diminta"


def tampil(konteks: Konteks) -> None:
    """The map and its table, for the filters and the chosen place."""
    tampilan = tampilan_peta(konteks)
    wilayah = per_wilayah(konteks, tampilan.tingkat)
    data = maps.peta(wilayah, tampilan, sebelumnya(konteks, tampilan.tingkat))
    components.peta(
        data | {"jejak": jejak(konteks), "label_jejak": "Letak pada peta", "waktu": _waktu(konteks, tampilan)},
        key="peta_besar",
        on_choose=filters.choose_area,
        on_month=filters.choose_month,
        on_ask=_asked,
    )
    tabel(konteks, wilayah, tampilan)
    unduhan.unduhan(konteks, data, wilayah, tampilan.tingkat, tampilan.metrik)


def tabel(konteks: Konteks, wilayah: pd.DataFrame, tampilan: maps.Tampilan) -> None:
    """The same cells as a table, sent only while it is unfolded."""
    folded = st.expander("Tabel angka yang sama", key="tabel_peta_terbuka", on_change="rerun")
    if not folded.open:
        return
    with folded:
        components.tabel(
            tables.tabel(
                wilayah,
                tables.kolom_wilayah(tampilan.tingkat, tampilan.kata_penyebut),
                judul=f"{konteks.judul_bulan} per {tampilan.tingkat}",
                kode=f"kode_{tampilan.tingkat}",
                terpilih=konteks.saringan.kode_terpilih(),
                tinggi=520,
            ),
            key="tabel_peta",
        )


def tampilan_peta(konteks: Konteks, tinggi: int = 470) -> maps.Tampilan:
    """How the map is drawn for the filters; a chosen kecamatan fills the frame and shows its kelurahan."""
    pilih = konteks.saringan
    tiled = pilih.bentuk == "petak"
    return maps.Tampilan(
        pilih.metrik,
        "kelurahan" if pilih.kode_kecamatan or tiled or pilih.tingkat == "kelurahan" else "kecamatan",
        pilih.bulan,
        terpilih=pilih.kode_terpilih(),
        tinggi=tinggi,
        kata_penyebut=metrics.LABEL_PENYEBUT[pilih.penyebut],
        fokus=None if tiled else pilih.kode_kecamatan,
        bentuk=pilih.bentuk,
    )


def per_wilayah(konteks: Konteks, tingkat: metrics.Tingkat, **lain: Any) -> pd.DataFrame:
    """The account of every area of the level for the filters; `lain` replaces parameters, such as the month."""
    question = queries.cakupan_per_kelurahan if tingkat == "kelurahan" else queries.cakupan_per_kecamatan
    return question(**({"bulan": konteks.saringan.bulan} | konteks.siapa | lain))


def sebelumnya(konteks: Konteks, tingkat: metrics.Tingkat) -> pd.DataFrame | None:
    """The same account one month earlier; None in the first month."""
    earlier = [month for month in konteks.pilihan.bulan if month < konteks.saringan.bulan]
    return per_wilayah(konteks, tingkat, bulan=earlier[-1]) if earlier else None


def jejak(konteks: Konteks) -> list[dict[str, str]]:
    """The breadcrumb from the city down to the chosen place: code ('' for the city) and name."""
    pilih, pilihan = konteks.saringan, konteks.pilihan
    steps = [{"kode": "", "nama": kota().nama}]
    chosen = (pilih.kode_kecamatan, pilih.kode_kelurahan)
    return steps + [{"kode": kode, "nama": pilihan.nama(kode)} for kode in chosen if kode]


def _asked(kunci: str) -> None:
    st.session_state[_DIMINTA] = kunci


def _waktu(konteks: Konteks, tampilan: maps.Tampilan) -> dict[str, Any]:
    """The player's data; the frames go along once, in the run that was asked for them."""
    terms = {"versi": db.version(), "tingkat": tampilan.tingkat, "metrik": tampilan.metrik, **konteks.siapa}
    kunci = sha256(repr(terms).encode()).hexdigest()[:12]
    player = frames.waktu(konteks.pilihan.bulan, konteks.saringan.bulan, kunci)
    if st.session_state.pop(_DIMINTA, None) == kunci:
        player["bingkai"] = _bingkai(kunci, konteks, tampilan)
    return player


@st.cache_resource(max_entries=8, show_spinner=False)
def _bingkai(kunci: str, _konteks: Konteks, _tampilan: maps.Tampilan) -> dict[str, Any]:  # noqa: ARG001 - cache key
    question = queries.akun_per_kelurahan if _tampilan.tingkat == "kelurahan" else queries.tren_per_kecamatan
    return frames.bingkai(question(**_konteks.siapa), _tampilan)
