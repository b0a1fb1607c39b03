"""The frame around every page: page list, guard for deep links, first start, filter bar, header strip, footer."""

import logging
import time
from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from jamsostek import (
    build,
    components,
    db,
    filters,
    first_start,
    formats,
    ikhtisar,
    metrics,
    queries,
    sasaran,
    settings,
    sql,
    tujuan,
)
from jamsostek.kota import ReferensiRusak, kota

HALAMAN = {
    "ringkasan": ("Ringkasan", ":material/dashboard:"),
    "peta": ("Peta", ":material/map:"),
    "tren": ("Tren", ":material/trending_up:"),
    "jalur": ("Menuju 100%", ":material/flag:"),
    "pengangguran": ("Pengangguran", ":material/work_off:"),
    "pendataan": ("Pendataan", ":material/fact_check:"),
    "masuk": ("Data masuk", ":material/upload_file:"),
    "riwayat": ("Riwayat data", ":material/history:"),
    "metodologi": ("Metodologi", ":material/functions:"),
}
"""Page file name (without .py) to title and icon, in the order of the menu; the first is the start page."""

NAMA_DISEBUT = 4
"""So many silent kelurahan are named in the strip; of more, only the number is told."""

JEDA_KEMAJUAN = 0.25
"""Seconds between two words of progress: more would only keep the browser busy on the cores that do the work."""

_log = logging.getLogger(__name__)
_routed: ContextVar[bool] = ContextVar("routed", default=False)


@dataclass(frozen=True)
class Konteks:
    """What a page gets from the frame: the filters and the state of the data."""

    saringan: filters.Filters
    pilihan: filters.Pilihan
    contoh: bool
    nama_wilayah: str

    @property
    def siapa(self) -> dict[str, Any]:
        """Parameters of the chosen persons and denominator, for the questions about the account."""
        return {"segmen": self.saringan.segmen, **self.saringan.orang(), "penyebut": self.saringan.penyebut}

    @property
    def kelompok(self) -> str | None:
        """The chosen sex and age in words."""
        return ikhtisar.kelompok(self.saringan.jenis_kelamin, self.saringan.kelompok_umur)

    @property
    def nama_pilihan(self) -> str:
        """The chosen place, segment and group in words, for sentences and text alternatives."""
        return ikhtisar.pilihan(self.nama_wilayah, self.saringan.segmen, self.kelompok)

    @property
    def judul_bulan(self) -> str:
        """The month in words, for headings."""
        return formats.bulan_panjang(self.saringan.bulan)

    @property
    def keterangan(self) -> str:
        """What a downloaded table says about itself: month, place, filters and denominator."""
        chosen = self.saringan
        parts = [self.judul_bulan, self.nama_wilayah, f"penyebut {metrics.LABEL_PENYEBUT[chosen.penyebut]}"]
        parts += [part for part in (chosen.segmen, chosen.jenis_kelamin, chosen.kelompok_umur) if part]
        return "; ".join(parts)


def run() -> None:
    """The router: build the menu and run the chosen page."""
    icon = str(settings.static_dir() / "ikon.png")
    try:
        st.set_page_config(page_title=_name(), page_icon=icon, layout="wide")
    except ReferensiRusak as error:
        st.set_page_config(page_title="Cakupan BPJS Ketenagakerjaan", page_icon=icon, layout="wide")
        components.tidak_tersedia("Pengaturan kota tidak dapat dibaca.", str(error))
        return
    pages = {
        name: st.Page(f"pages/{name}.py", title=title, icon=icon, url_path=name, default=name == next(iter(HALAMAN)))
        for name, (title, icon) in HALAMAN.items()
    }
    chosen = st.navigation(list(pages.values()), position="top")
    token = _routed.set(True)
    try:
        chosen.run()
    except Exception:
        # Streamlit's own message is English and speaks of its cloud; the traceback belongs into the log.
        _log.exception("page %s failed", chosen.url_path)
        components.tidak_tersedia(
            "Halaman ini tidak dapat ditampilkan.",
            f"Terjadi kesalahan pada {formats.waktu_wita(datetime.now(UTC))}; rinciannya ada di catatan server. "
            "Ubah pilihan, atau muat ulang halaman.",
        )
    finally:
        _routed.reset(token)


def _name() -> str:
    return f"Cakupan BPJS Ketenagakerjaan {kota().nama}"


def ensure(_file: str) -> None:
    """Guard at the top of a page: after a server start the first deep link runs the page without the router.

    The router is then run from here. Switching to it would lose the address and what the menus hold.
    """
    if _routed.get():
        return
    run()
    st.stop()


def _begin(file: str) -> tuple[str, Any, bool]:
    """What every page begins with: guard, data, browser title, base styles.

    Returns the page's title, the answer of kesegaran, and whether the figures served are the example's.
    """
    ensure(file)
    title, _icon = HALAMAN[Path(file).stem]
    _ready()
    segar = queries.kesegaran().iloc[0]
    contoh = bool(segar["adalah_contoh"])
    st.set_page_config(page_title=" · ".join([components.TANDA_CONTOH] * contoh + [title, _name()]))
    components.frame(contoh=contoh)
    return title, segar, contoh


def mulai(file: str) -> Konteks:
    """Start a page: guard, data, title, filter bar and header strip; stops the run where there is nothing to show."""
    title, segar, contoh = _begin(file)
    pilihan = _choices()
    if not pilihan.bulan:
        components.kosong("Belum ada berkas peserta yang dihitung.", "Unggah berkas peserta di halaman Data masuk.")
        st.stop()
    chosen = filters.current(pilihan, title)
    with st.sidebar:
        filters.sidebar(chosen, pilihan.pada(chosen.bulan))
    filters.remember(chosen, pilihan)
    pilihan = pilihan.pada(chosen.bulan)
    components.pita(_strip(segar, contoh=contoh))
    return Konteks(chosen, pilihan, contoh, _place(chosen, pilihan))


def mulai_meja(file: str) -> bool:
    """Start a page of the desk, which has no filter bar and works without any month: guard, data, title, strip.

    Returns whether the figures served are the example's.
    """
    _title, segar, contoh = _begin(file)
    components.pita(_strip(segar, contoh=contoh))
    return contoh


def _choices() -> filters.Pilihan:
    return _choices_of(db.version())


@st.cache_resource(max_entries=2, show_spinner=False)
def _choices_of(version: str) -> filters.Pilihan:  # noqa: ARG001 - the cache key; Pilihan is frozen, so shared as it is
    wilayah = queries.wilayah_pilihan()
    names = list(filters.Wilayah.__dataclass_fields__)
    rows = wilayah[names].itertuples(index=False, name=None)
    return filters.Pilihan(
        bulan=tuple(stamp.date() for stamp in queries.bulan_tersedia()["bulan"]),
        wilayah=tuple(filters.Wilayah(*row[:-2], *map(_day, row[-2:])) for row in rows),
        ada_potensi=bool((queries.angka_cakupan()["indikator"] == "potensi_peserta").any()),
        sasaran=tuple(tujuan.daftar(queries.target_kota())),
        penerbit_lain=tuple((one.kunci, one.penerbit) for one in sasaran.lain(sasaran.semua(queries.target_kota()))),
    )


def _day(stamp: Any) -> date | None:
    return None if pd.isna(stamp) else stamp.date()


def _place(chosen: filters.Filters, pilihan: filters.Pilihan) -> str:
    kode = chosen.kode_terpilih()
    return pilihan.nama(kode) if kode else kota().nama


def _strip(segar: Any, *, contoh: bool) -> Sequence[tuple[str, str]]:
    items = [(components.TANDA_CONTOH, "contoh")] if contoh else []
    if pd.isna(segar["bulan_akhir"]):
        return [*items, ("Belum ada berkas peserta yang dihitung", "awas")]
    items.append((f"Data sampai {formats.bulan_panjang(segar['bulan_akhir'])}", "biasa"))
    items.append((f"diimpor {formats.waktu_wita(segar['tanggal_impor_terakhir'])}", "biasa"))
    lists = queries.pendataan_per_kelurahan(bulan=segar["bulan_akhir"].date())
    silent = lists["nama_kelurahan"][lists["bulan_daftar"].isna()].tolist()
    if silent:
        names = f": {', '.join(silent)}" if len(silent) <= NAMA_DISEBUT else ""
        items.append((f"{len(silent)} dari {len(lists)} kelurahan belum melapor{names}", "awas"))
    items.extend(
        (f"Tautan memuat pilihan yang tidak dikenal dan diabaikan: {part}", "awas") for part in filters.ignored()
    )
    return items


def _ready() -> None:
    """Data to read, or the way to it: the first start, a damaged file, another session that is still building."""
    try:
        db.cursor()
    except db.DataTidakAda:
        _prepare("Menyiapkan data untuk pertama kali")
    except db.DataRusak as error:
        components.tidak_tersedia("Berkas data tidak dapat dibaca.", str(error))
        if not st.button("Bangun ulang dari batch", type="primary"):
            st.stop()
        settings.database_path().unlink(missing_ok=True)
        _prepare("Membangun ulang data")


def _prepare(title: str) -> None:
    components.pembuka(title, contoh=first_start.makes_example())
    bar = st.progress(0.0, text=title)

    told = 0.0

    def show(share: float, text: str) -> None:
        nonlocal told
        if time.monotonic() - told > JEDA_KEMAJUAN:
            told = time.monotonic()
            bar.progress(min(share, 1.0), text=f"{title}: {text}")

    try:
        first_start.ensure_database(show)
    except build.BuildBusy:
        _wait(bar)
    except build.BuildError as error:
        components.tidak_tersedia("Data belum dapat dibangun.", str(error))
        st.stop()
    st.rerun()


def _wait(bar: Any) -> None:
    """Another session builds: say so and look again each second; the time limit turns silence into a message."""
    for second in range(180):
        if settings.database_path().exists():
            return
        bar.progress(min(second / 60, 0.95), text="Data sedang disiapkan oleh sesi lain. Mohon tunggu.")
        time.sleep(1)
    components.tidak_tersedia("Data belum siap.", "Penyiapan oleh sesi lain tidak selesai. Muat ulang halaman ini.")
    st.stop()


def akhir_meja(pertanyaan: Sequence[str]) -> None:
    """End a page of the desk: definitions of the queries behind it."""
    definisi = st.expander("Definisi dan cara hitung", key="definisi_terbuka", on_change="rerun")
    if definisi.open:
        with definisi:
            components.definisi({name: sql.load(name).doc for name in pertanyaan})


def akhir(konteks: Konteks, pertanyaan: Sequence[str]) -> None:
    """End a page: definitions of the queries behind it and the batches behind its numbers."""
    # Tracked, so that what is folded away is neither asked for nor sent with every change of a filter
    sumber = st.expander("Sumber, definisi, dan cara hitung", key="sumber_terbuka", on_change="rerun")
    if not sumber.open:
        return
    with sumber:
        components.definisi({name: sql.load(name).doc for name in pertanyaan})
        chosen = konteks.saringan
        batches = queries.jejak_angka(bulan=chosen.bulan, **chosen.wilayah())
        components.daftar_batch(batches)
