"""Where coverage is heading: the projection with its bands, and what its method's past errors were."""

from collections.abc import Sequence
from datetime import date

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from jamsostek import components, db, metrics, queries, sasaran
from jamsostek.figures import forecasts
from jamsostek.projection import outlook, series, words
from jamsostek.projection.outlook import Proyeksi
from jamsostek.projection.series import Ditolak
from jamsostek.shell import Konteks

EKOR = "Garis abu-abu tipis: ramalan yang akan tampil di sini dulu, masing-masing dua belas bulan ke depan."


def tempat() -> DeltaGenerator:
    """Room for the section, to be filled by `tampil` once the rest of the page stands: the fits are the slow part."""
    return st.container()


def tampil(konteks: Konteks, tempat: DeltaGenerator) -> None:
    """The section, in its room: finding, chart, error, and folded away the methods, their record and the months."""
    with tempat:
        components.subjudul(f"Ke mana arahnya: proyeksi cakupan, {konteks.nama_pilihan}")
        akun = akun_berbasis(konteks)
        hasil = hitung(konteks, akun)
        if isinstance(hasil, Ditolak):
            components.tidak_tersedia("Proyeksi tidak dibuat.", hasil.alasan)
            return
        _isi(konteks, akun, hasil)


def akun_berbasis(konteks: Konteks) -> pd.DataFrame:
    """The account of the choice with the state of its months, those with another basis among them."""
    akun = queries.akun_bulanan(**(konteks.saringan.wilayah() | konteks.siapa))
    return akun.merge(queries.keadaan_bulan(), on="bulan", how="outer")


def hitung(konteks: Konteks, akun: pd.DataFrame) -> Proyeksi | Ditolak:
    """The projection from the chosen month, made once per data version and choice."""
    pilih = konteks.saringan
    return _hitung(repr((db.version(), pilih.bulan, pilih.wilayah(), konteks.siapa)), akun, pilih.bulan)


# Shared as it is: nothing changes a projection
@st.cache_resource(max_entries=300, show_spinner=False)
def _hitung(kunci: str, _akun: pd.DataFrame, _bulan: date) -> Proyeksi | Ditolak:  # noqa: ARG001 - the cache key
    deret = series.siapkan(_akun, _bulan)
    return deret if isinstance(deret, Ditolak) else outlook.proyeksikan(deret)


def _isi(konteks: Konteks, akun: pd.DataFrame, hasil: Proyeksi) -> None:
    jalur = sasaran.utama(sasaran.semua(queries.target_kota()))
    titik = jalur.titik if jalur else ()
    depan = [t for t in titik if metrics.bulan_antara(hasil.bulan, t[0]) > 0]
    kalimat = words.kalimat(hasil, konteks.nama_pilihan, max(depan, default=None))
    components.kalimat(kalimat)
    components.grafik(
        lambda: forecasts.proyeksi(
            akun,
            hasil,
            sasaran=titik if depan else (),
            wilayah=konteks.saringan.kode_terpilih() or "",
            kata_penyebut=metrics.LABEL_PENYEBUT[konteks.saringan.penyebut],
        ),
        key="proyeksi",
        alt=f"{kalimat} {words.kalimat_galat(hasil)} Nilai per bulan ada di rincian di bawah.",
    )
    components.kalimat(f"{words.kalimat_galat(hasil)} {words.kalimat_metode(hasil)}")
    components.catatan(f"{words.catatan(hasil)} {EKOR}" + (_penerbit(jalur) if jalur and depan else ""))
    _rincian(konteks, hasil, depan)


def _penerbit(jalur: sasaran.Jalur) -> str:
    return " Jalur putus-putus: sasaran " + ("contoh, belum resmi." if jalur.contoh else f"{jalur.penerbit}.")


def _rincian(konteks: Konteks, hasil: Proyeksi, depan: Sequence[tuple[date, float]]) -> None:
    lipatan = st.expander(
        "Rincian proyeksi: metode, galat, dan nilai per bulan", key="proyeksi_rinci", on_change="rerun"
    )
    if not lipatan.open:
        return
    with lipatan:
        catatan_uji(hasil, konteks.nama_pilihan, "tren")
        components.tabel(forecasts.tabel_bulan(hasil, depan, konteks.nama_pilihan), key="proyeksi_bulan")


def catatan_uji(hasil: Proyeksi, nama: str, kunci: str) -> None:
    """The two tables of the record: methods with their errors, and the 80 % band of the past."""
    components.tabel(forecasts.tabel_metode(hasil, nama), key=f"proyeksi_metode_{kunci}")
    components.tabel(forecasts.tabel_rekaman(hasil, nama), key=f"proyeksi_rekaman_{kunci}")
