"""The pieces every page is made of: figure cards, map, table, chart, source note, the three states, downloads.

On screen there are exactly three states: a result, empty (with how to change it) and unavailable (what, since when).
"""

import html
import json
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

from jamsostek import batas, formats, settings, theme, xlsx
from jamsostek.figures import TanpaNilai, maps
from jamsostek.kartu import Kartu
from jamsostek.tempat import Bandingan

TANDA_CONTOH = formats.TANDA_CONTOH


# Script and styles come by URL and stay in the browser: what a component carries inline would travel again with
# every change of its data. Styles are adopted by the component's shadow root before the first drawing.
_LOADER = """
const at = (address) => new URL(address, document.baseURI).href;
const code = import(at("%s"));
const read = (r) => r.text().then((text) => new CSSStyleSheet().replace(text));
const sheets = Promise.all(%s.map((address) => fetch(at(address)).then(read)));
export default function(component) {
  Promise.all([code, sheets]).then(([module, styles]) => {
    if (styles.length) component.parentElement.getRootNode().adoptedStyleSheets = styles;
    module.draw(component);
  });
}
"""


@cache
def static_url(name: str) -> str:
    """Address of a static file with its content's hash, so that a browser keeps it until it changes.

    Scripts share one hash over all of them: a script asks for its modules with the hash it was asked for with.
    """
    scripts = sorted(path for path in settings.static_dir().glob("*.js") if not path.name.startswith("plotly"))
    files = scripts if settings.static_dir() / name in scripts else [settings.static_dir() / name]
    digest = sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:12]
    return f"app/static/{name}?v={digest}"


@cache
def _mount(name: str, place: str, *, isolate: bool = True, base: str = "") -> Any:
    """The component of a static script; its stylesheet, where there is one, stays inside the shadow root.

    `base` names a component whose stylesheet comes before its own.
    """
    sheets = [static_url(f"{stem}.css") for stem in (base, name) if (settings.static_dir() / f"{stem}.css").exists()]
    return st.components.v2.component(
        f"kupang_{name}",
        isolate_styles=isolate,
        html=f'<div class="{place}"></div>',
        js=_LOADER % (static_url(f"{name}.js"), json.dumps(sheets)),
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


def peta(
    data: Mapping[str, Any],
    *,
    key: str,
    on_choose: Callable[[str], None],
    on_month: Callable[[str], None] | None = None,
    on_ask: Callable[[str], None] | None = None,
) -> None:
    """The map of `figures.maps.peta`; a click or Enter on an area calls on_choose with its code, '' to let go.

    A map with a time player also calls on_month with the month it came to rest on ('2023-06'), and on_ask with the key
    of the frames that it does not have yet. `berkas` in the data names the drawing, else it has the newest borders.
    """
    drawing = data.get("berkas") or batas.berkas_gambar()
    if not (settings.static_dir() / drawing).exists():
        tidak_tersedia("Gambar peta belum dibuat.", f"static/{drawing} tidak ada; jalankan: python -m jamsostek.geo")
        return

    sent: dict[str, Any] = {**maps.padat(data), "url": static_url(drawing)}
    if data.get("waktu"):
        dated = [[start, static_url(file)] for start, file in data["waktu"]["gambar"]]
        sent["waktu"] = {**data["waktu"], "gambar": dated}

    def chosen() -> None:
        told = st.session_state[key].get("pilih") or {}
        if told.get("bulan") and on_month:
            on_month(told["bulan"])
        if told.get("kode") is not None:
            on_choose(told["kode"])

    def asked() -> None:
        if on_ask and (wanted := st.session_state[key].get("minta")):
            on_ask(wanted)

    _mount("peta", "peta-tempat")(
        key=key,
        data=sent,
        on_pilih_change=chosen,
        on_minta_change=asked,
        height="content",
    )


def peta_kecil(data: Mapping[str, Any], *, key: str, on_choose: Callable[[str], None]) -> None:
    """The small maps of `figures.kecil`; a click on an area calls on_choose with its code, '' to let go."""
    component = _mount("peta_kecil", "peta_kecil-tempat", base="peta")
    _choosing(component, {**data, "url": static_url(data.get("berkas") or batas.berkas_gambar())}, key, on_choose)


def tren_kecil(data: Mapping[str, Any], *, key: str, on_choose: Callable[[str], None]) -> None:
    """The grid of `figures.kecil.tren`; a click or Enter on a cell calls on_choose with its code, '' to let go."""
    _choosing(_mount("tren_kecil", "tren_kecil-tempat"), dict(data), key, on_choose)


def _choosing(component: Any, data: dict[str, Any], key: str, on_choose: Callable[[str], None]) -> None:
    def chosen() -> None:
        kode = st.session_state[key].get("pilih")
        if kode is not None:
            on_choose(kode)

    component(key=key, data=data, on_pilih_change=chosen, height="content")


_TEKS_CARI = {
    "label": "Cari kelurahan",
    "contoh": "Cari kelurahan atau kecamatan",
    "pintasan": "Ctrl K",
    "ditemukan": "{n} wilayah ditemukan. Panah untuk memilih, Enter untuk membuka.",
    "tiada": "Tidak ada wilayah yang cocok. Coba sebagian namanya, singkatannya (LLBK), atau angkanya (Bakunase 2).",
    "dipilih": "{nama} dipilih.",
}


def cari(indeks: Sequence[Mapping[str, str]], *, key: str, on_choose: Callable[[str], None]) -> None:
    """The search box over the places of `cari.indeks`; on_choose is called with the code of the one taken.

    The search itself runs in the browser. The data do not change with a filter, and Streamlit sends an unchanged
    message of this length only once.
    """

    def chosen() -> None:
        if kode := st.session_state[key].get("pilih"):
            on_choose(kode)

    _mount("cari", "cari-tempat")(
        key=key, data={"indeks": list(indeks), "teks": _TEKS_CARI}, on_pilih_change=chosen, height="content"
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


def kartu_tempat(
    judul: Sequence[str],
    kartu: Sequence[Kartu],
    *,
    mini: tuple[str, str],
    kalimat: Sequence[str],
    banding: Sequence[Bandingan],
    kepala: Sequence[str],
    catatan: Sequence[str],
) -> None:
    """The card of a place: name and what it lies in, its figures, its small trend, sentences, comparison, notes.

    `mini` is the address of an image and its text alternative; `kepala` the headings of the compared places, none
    where there is nothing to compare with.
    """
    nama, *letak = [html.escape(teks) for teks in judul]
    utama, *lain = [_card(k) for k in kartu]
    gambar = f'<img class="mini" src="{html.escape(mini[0])}" alt="{html.escape(mini[1])}">' if mini[0] else ""
    st.html(
        f'<article class="tempat"><h2>{nama}</h2>'
        f'<p class="letak">{" · ".join(letak)}</p><div class="tempat-utama">{utama}{gambar}</div>'
        f'<div class="tempat-lain">{"".join(lain)}</div>'
        + "".join(f'<p class="tempat-kalimat">{html.escape(teks)}</p>' for teks in kalimat)
        + _banding(banding, kepala)
        + "".join(f'<p class="catatan">{html.escape(teks)}</p>' for teks in catatan)
        + "</article>"
    )


def _banding(banding: Sequence[Bandingan], kepala: Sequence[str]) -> str:
    if not kepala:
        return ""
    head = "".join(f'<th scope="col">{html.escape(teks)}</th>' for teks in ("Ukuran", *kepala))
    body = ""
    for baris in banding:
        cells = "".join(f'<td data-keadaan="{state}">{html.escape(teks)}</td>' for teks, state in baris.sel)
        body += f'<tr><th scope="row">{html.escape(baris.label)}</th>{cells}</tr>'
        words = html.escape(baris.kata)
        body += f'<tr class="kata"><td colspan="{len(kepala) + 1}">{words}</td></tr>' if words else ""
    return f'<table class="banding"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def pita(butir: Sequence[tuple[str, str]]) -> None:
    """A strip of short facts: pairs of text and kind ('biasa', 'awas', 'contoh')."""
    spans = "".join(f'<span class="pita-{kind}">{html.escape(text)}</span>' for text, kind in butir)
    st.html(f'<div class="pita">{spans}</div>')


def subjudul(teks: str) -> None:
    """A heading above a chart."""
    st.html(f'<h2 class="subjudul">{html.escape(teks)}</h2>')


def kalimat(teks: str) -> None:
    """A finding in one sentence, above the chart that shows it."""
    st.html(f'<p class="tempat-kalimat">{html.escape(teks)}</p>')


def catatan(teks: str) -> None:
    """A source or method note under a chart."""
    st.html(f'<p class="catatan">{html.escape(teks)}</p>')


def pembuka(judul: str, *, contoh: bool) -> None:
    """What stands above the progress bar of the first start, so that nobody waits without knowing for what."""
    how = (
        "Tanpa batch yang diimpor, data contoh (orang rekaan) dibuat dan diperiksa lewat jalan yang sama dengan berkas "
        "asli, lalu dibangun."
        if contoh
        else "Berkas itu dibangun dari batch yang diimpor."
    )
    st.html(
        f"<style>{_css()}</style>"
        f'<p class="kalimat">{html.escape(judul)}</p><p class="catatan">Belum ada berkas data di komputer ini. {how} '
        "Ini hanya sekali, kurang dari satu menit, dan tidak memerlukan jaringan.</p>"
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

    unduh_berkas(content, label=label, nama=f"{nama}.xlsx", mime=xlsx.MIME, contoh=contoh, key=key)


def unduh_berkas(isi: Callable[[], bytes], *, label: str, nama: str, mime: str, contoh: bool, key: str) -> None:
    """A download made when asked for; the name of the file says whether it holds example data."""
    name = f"{TANDA_CONTOH} {nama}" if contoh else nama
    st.download_button(label, isi, file_name=name, mime=mime, key=key, on_click="ignore")


def definisi(docs: Mapping[str, str]) -> None:
    """The headers of the queries behind a page: question, grain, denominator, source, caveats."""
    parts = [f"<h3>{html.escape(name)}</h3><p>{html.escape(doc)}</p>" for name, doc in docs.items()]
    st.html(f'<div class="definisi">{"".join(parts)}</div>')


def daftar_sumber(kepala: Sequence[str], baris: Sequence[tuple[Sequence[str], str]]) -> None:
    """A plain table of what somebody published; the last cell of a row leads to its address, where that is one."""
    head = "".join(f'<th scope="col">{html.escape(text)}</th>' for text in kepala)
    lines = []
    for cells, address in baris:
        *most, last = (html.escape(str(cell)) for cell in cells)
        if address.startswith(("https://", "http://")):  # an imported address is untrusted: no javascript:
            last = f'<a href="{html.escape(address)}" target="_blank" rel="noopener noreferrer">{last}</a>'
        lines.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in (*most, last)) + "</tr>")
    st.html(f'<table class="batch"><thead><tr>{head}</tr></thead><tbody>{"".join(lines)}</tbody></table>')


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
