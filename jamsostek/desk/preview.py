"""What would change if the checked files were accepted."""

import html
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from jamsostek import build, components, formats, intake, kota, penerimaan, settings, xlsx
from jamsostek.desk import accept, jobs
from jamsostek.desk.parcel import Berkas
from jamsostek.figures import ledgers, tables
from jamsostek.intake import IntakeError, Titipan
from jamsostek.penerimaan import Dampak, uraian

_PREVIEW = "_pratinjau"


@dataclass(frozen=True)
class Pratinjau:
    """A computed preview: of which files with which settings, what was prepared, what would change."""

    kunci: object
    titipan: list[Titipan]
    dampak: Dampak


def offer(files: Sequence[Berkas], oleh: str) -> None:
    """The button for the preview, the preview, and the button that accepts."""
    ready = [berkas for berkas in files if berkas.layak]
    rows = sum(berkas.hasil.baris_diterima for berkas in ready if berkas.hasil)
    components.subjudul("Dampak sebelum disimpan")
    if len(ready) < len(files):
        components.catatan(f"{len(files) - len(ready)} berkas tidak ikut karena tidak dapat diterima.")
    if not ready:
        return
    kunci = tuple((berkas.kode, berkas.diperiksa) for berkas in ready)
    shown: Pratinjau | None = st.session_state.get(_PREVIEW)
    if shown is not None and shown.kunci != kunci:
        forget()
        shown = None
    if shown is None:
        label = f"Lihat dampak {len(ready)} berkas ({formats.angka(rows)} baris)"
        if st.button(label, type="primary") or jobs.running("dampak"):
            _compute(ready, kunci)
        return
    show(shown.dampak)
    accept.offer(shown.titipan, shown.dampak, ready, oleh, forget)


def forget() -> None:
    """Drop a preview and what was prepared for it."""
    shown: Pratinjau | None = st.session_state.pop(_PREVIEW, None)
    for one in shown.titipan if shown else ():
        intake.discard(one)


def _compute(ready: Sequence[Berkas], kunci: object) -> None:
    def work(progress: jobs.Progress) -> Pratinjau:
        prepared: list[Titipan] = []
        try:
            for berkas in ready:
                assert berkas.hasil is not None  # noqa: S101 - `layak` says so
                assert berkas.setelan is not None  # noqa: S101
                progress(0.0, f"Menyiapkan {berkas.nama}")
                basis = berkas.setelan.basis_wilayah
                prepared.append(
                    intake.prepare(berkas.hasil, batches=settings.batches_dir(), oleh="", basis_wilayah=basis)
                )
            return Pratinjau(kunci, prepared, penerimaan.dampak_titipan(prepared, settings.batches_dir(), progress))
        except BaseException:
            for one in prepared:
                intake.discard(one)
            raise

    try:
        st.session_state[_PREVIEW] = jobs.run("dampak", "Menghitung dampak", work)
    except (IntakeError, build.BuildError) as error:
        components.tidak_tersedia("Dampak tidak dapat dihitung; tidak ada yang disimpan.", str(error))
        return
    st.rerun()


def show(dampak: Dampak) -> None:
    """The preview: sentences, the places that change in a month, the city month by month."""
    for kind, text in uraian.findings(dampak):
        st.html(f'<p class="putusan putusan-{kind}">{html.escape(text)}</p>')
    frame = uraian.per_place(dampak)
    months = sorted(frame["bulan"].dropna().unique(), reverse=True)
    if months:
        wanted = [pd.Timestamp(f"{one.bulan}-01") for one in dampak.pergantian if one.bulan]
        start = next((months.index(month) for month in wanted if month in months), 0)
        left, right = st.columns([1, 4])
        with left:
            month = st.selectbox(
                "Bulan", months, index=start, format_func=lambda m: formats.bulan_panjang(pd.Timestamp(m)),
                key="bulan_dampak", filter_mode=None,
            )  # fmt: skip
        with right:
            components.catatan(f"{len(months)} bulan berubah. Yang tampil: kelurahan yang berubah pada bulan terpilih.")
        frame = frame[frame["bulan"] == month]
    components.tabel(
        tables.tabel(frame, ledgers.kolom_dampak(), judul="Perubahan per kelurahan: sebelum → sesudah", tinggi=380),
        key="tabel_dampak",
    )
    city = dampak.kota.assign(nama_bulan=dampak.kota["bulan"].map(formats.bulan_panjang)).iloc[::-1]
    if len(city):
        with st.expander(f"Seluruh kota, {len(city)} bulan"):
            components.tabel(
                tables.tabel(
                    city, ledgers.kolom_dampak_kota(), judul=f"{kota.kota().nama}: sebelum → sesudah", tinggi=380
                ),
                key="tabel_dampak_kota",
            )
    st.download_button(
        "Unduh dampak (XLSX)", lambda: uraian.workbook(dampak), file_name="dampak-impor.xlsx", mime=xlsx.MIME,
        key="unduh_dampak", on_click="ignore",
    )  # fmt: skip
