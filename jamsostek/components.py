"""The pieces every page is made of: figure cards, map, table, chart, source note, the three states, downloads.

On screen there are exactly three states: a result, empty (with how to change it) and unavailable (what, since when).
"""

import html
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import pandas as pd
import plotly
import plotly.graph_objects as go
import plotly.io as pio
import streamlit as st

from jamsostek import formats, settings, theme, xlsx
from jamsostek.figures import TanpaNilai
from jamsostek.kartu import Kartu

TANDA_CONTOH = "DATA CONTOH"


_LOADER = """
const code = import(new URL("%s", document.baseURI).href);
export default function(component) { code.then((m) => m.draw(component)); }
"""


@cache
def static_url(name: str) -> str:
    """Address of a static file with its content's hash, so that a browser keeps it until it changes."""
    digest = sha256((settings.static_dir() / name).read_bytes()).hexdigest()[:12]
    return f"app/static/{name}?v={digest}"


@cache
def _mount(name: str, place: str, *, isolate: bool = True) -> Any:
    """The component of a static script; its stylesheet, where there is one, stays inside the shadow root."""
    sheet = settings.static_dir() / f"{name}.css"
    return st.components.v2.component(
        f"kupang_{name}",
        isolate_styles=isolate,
        html=f'<div class="{place}"></div>',
        css=sheet.read_text(encoding="utf-8") if sheet.exists() else None,
        js=_LOADER % static_url(f"{name}.js"),
    )


def frame(*, contoh: bool) -> None:
    """Page language and base styles: once per page, before anything else."""
    st.html(f"<style>{_css()}</style>")
    _mount("bingkai", "bingkai-tempat")(data={"contoh": contoh}, key="bingkai", height=1)


@cache
def _css() -> str:
    return (settings.static_dir() / "dasbor.css").read_text(encoding="utf-8")


def unggah(label: str, jenis: Sequence[str], *, key: str) -> list[Any]:
    """The field for files to upload, several at once; Streamlit's own, with its words in Indonesian."""
    uploaded = st.file_uploader(label, type=list(jenis), accept_multiple_files=True, key=key)
    _mount("unggah", "unggah-tempat")(key=f"bahasa_{key}", data={"berkas": len(uploaded)}, height=1)
    return list(uploaded)


def peta(data: Mapping[str, Any], *, key: str, on_choose: Callable[[str], None]) -> None:
    """The map of `figures.maps.peta`; a click or Enter on an area calls on_choose with its code, '' to let go."""

    def chosen() -> None:
        kode = st.session_state[key].get("pilih")
        if kode is not None:
            on_choose(kode)

    _mount("peta", "peta-tempat")(
        key=key, data={**data, "url": static_url("peta.json")}, on_pilih_change=chosen, height="content"
    )


def tabel(data: Mapping[str, Any], *, key: str) -> None:
    """The sortable table of `figures.tables`."""
    _mount("tabel", "tabel-tempat")(key=key, data=dict(data), height="content")


def grafik(draw: Callable[[], go.Figure], *, key: str, alt: str) -> None:
    """A Plotly chart with its text alternative, drawn in the browser when it comes into view.

    `draw` makes the figure; on TanpaNilai the data hold nothing to draw and the empty state stands there. Streamlit's
    own chart element would build every chart again on each change, and load Plotly before the map is painted.
    """
    try:
        figure = draw()
    except TanpaNilai:
        kosong("Grafik ini tidak punya nilai.", "Pilih bulan, wilayah, segmen, atau penyebut lain.")
        return
    data = {
        "gambar": pio.to_json(figure, validate=False),
        "config": theme.CONFIG,
        "alt": alt,
        "tinggi": figure.layout.height,
        "plotly": plotly_url(),
        "gagal": "Grafik tidak dapat dimuat. Nilainya ada di tabel; muat ulang halaman untuk mencoba lagi.",
    }
    _mount("grafik", "grafik-tempat", isolate=False)(key=key, data=data, height="content")


@cache
def plotly_url() -> str:
    """Address of the Plotly library that comes with the Python package, copied once to where the app serves files."""
    source = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    name = f"plotly-{plotly.__version__}.min.js"
    target = settings.static_dir() / name
    if not target.exists() or target.stat().st_size != source.stat().st_size:
        beside = target.with_suffix(f".{os.getpid()}")
        shutil.copyfile(source, beside)
        beside.replace(target)
    return static_url(name)


def kepala(judul: str, kalimat: str, kartu: Sequence[Kartu] = ()) -> None:
    """The page's head: title (for screen readers), the sentence, the figure cards; one element for speed."""
    cards = "".join(_card(k) for k in kartu)
    row = f'<div class="kartu-baris">{cards}</div>' if cards else ""
    st.html(f'<h1 class="judul">{html.escape(judul)}</h1><p class="kalimat">{html.escape(kalimat)}</p>{row}')


def _card(kartu: Kartu) -> str:
    changes = "".join(
        f'<span class="ubah ubah-{meaning}">{html.escape(text)}</span>' for text, meaning in kartu.perubahan
    )
    return (
        f'<section class="kartu kartu-{kartu.keadaan}"><h2>{html.escape(kartu.label)}</h2>'
        f'<p class="angka-besar">{html.escape(kartu.nilai)}</p><p class="rincian">{html.escape(kartu.rincian)}</p>'
        f'<p class="perubahan">{changes}</p><p class="sumber">{html.escape(kartu.sumber)}</p></section>'
    )


def pita(butir: Sequence[tuple[str, str]]) -> None:
    """A strip of short facts: pairs of text and kind ('biasa', 'awas', 'contoh')."""
    spans = "".join(f'<span class="pita-{kind}">{html.escape(text)}</span>' for text, kind in butir)
    st.html(f'<div class="pita">{spans}</div>')


def subjudul(teks: str) -> None:
    """A heading above a chart."""
    st.html(f'<h2 class="subjudul">{html.escape(teks)}</h2>')


def catatan(teks: str) -> None:
    """A source or method note under a chart."""
    st.html(f'<p class="catatan">{html.escape(teks)}</p>')


def pembuka(judul: str) -> None:
    """What stands above the progress bar of the first start, so that nobody waits without knowing for what."""
    st.html(
        f"<style>{_css()}</style>"
        f'<p class="kalimat">{html.escape(judul)}</p><p class="catatan">Belum ada berkas data di komputer ini. '
        "Tanpa batch yang diimpor, data contoh (orang rekaan) dibuat dan diperiksa lewat jalan yang sama dengan berkas "
        "asli, lalu dibangun. Ini hanya sekali, kurang dari satu menit, dan tidak memerlukan jaringan.</p>"
    )


def kosong(apa: str, saran: str) -> None:
    """The empty state: what has no data, and how to change the choice."""
    st.html(
        f'<div class="keadaan" role="status"><b>Tidak ada data untuk pilihan ini.</b> {html.escape(apa)} '
        f"{html.escape(saran)}</div>"
    )


def tidak_tersedia(apa: str, alasan: str) -> None:
    """The unavailable state: what cannot be shown and why."""
    st.html(f'<div class="keadaan keadaan-rusak" role="alert"><b>{html.escape(apa)}</b> {html.escape(alasan)}</div>')


def berhasil(apa: str, rincian: str) -> None:
    """Something was done: what, and what follows from it."""
    st.html(f'<div class="keadaan keadaan-baik" role="status"><b>{html.escape(apa)}</b> {html.escape(rincian)}</div>')


def unduh_csv(frame: pd.DataFrame, *, nama: str, contoh: bool, keterangan: str, key: str) -> None:
    """A CSV download (ISO dates, dot decimals) that carries its own context in the last two columns."""

    def content() -> bytes:
        status = TANDA_CONTOH if contoh else "data resmi yang diimpor"
        return frame.assign(status_data=status, keterangan=keterangan).to_csv(index=False).encode("utf-8-sig")

    name = f"{'contoh-' if contoh else ''}{nama}.csv"
    st.download_button("Unduh tabel (CSV)", content, file_name=name, mime="text/csv", key=key, on_click="ignore")


def unduh_xlsx(
    lembaran: Callable[[], Sequence[xlsx.Lembaran]],
    *,
    label: str,
    nama: str,
    contoh: bool,
    keterangan: Mapping[str, str],
    key: str,
) -> None:
    """A workbook download, made when asked for; its last sheet says what it holds and whether it is example data."""

    def content() -> bytes:
        status = f"{TANDA_CONTOH}: orang rekaan" if contoh else "data resmi yang diimpor"
        return xlsx.buku(lembaran(), {**keterangan, "Status data": status})

    name = f"{f'{TANDA_CONTOH} ' if contoh else ''}{nama}.xlsx"
    st.download_button(label, content, file_name=name, mime=xlsx.MIME, key=key, on_click="ignore")


def definisi(docs: Mapping[str, str]) -> None:
    """The headers of the queries behind a page: question, grain, denominator, source, caveats."""
    parts = [f"<h3>{html.escape(name)}</h3><p>{html.escape(doc)}</p>" for name, doc in docs.items()]
    st.html(f'<div class="definisi">{"".join(parts)}</div>')


def daftar_batch(batches: pd.DataFrame) -> None:
    """The batches behind the shown numbers, as a plain table, each with the way to its manifest."""
    head = "".join(f"<th>{t}</th>" for t in ("Batch", "Berkas", "Diimpor", "Diterima", "Ditolak", "SHA-256"))
    lines = []
    for row in batches.to_dict("records"):
        name = html.escape(str(row["id_batch"]))
        cells = (
            row["nama_berkas"] + (f" ({TANDA_CONTOH})" if row["adalah_contoh"] else ""),
            formats.waktu_wita(row["tanggal_impor"]),
            formats.angka(row["jumlah_baris_diterima"]),
            formats.angka(row["jumlah_baris_ditolak"]),
            str(row["sha256_berkas"])[:16],
        )
        link = f'<td><a href="riwayat?batch={name}" target="_self">{name}</a></td>'
        lines.append(f"<tr>{link}" + "".join(f"<td>{html.escape(str(c))}</td>" for c in cells) + "</tr>")
    st.html(f'<table class="batch"><thead><tr>{head}</tr></thead><tbody>{"".join(lines)}</tbody></table>')
