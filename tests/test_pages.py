"""Every page through the router on the built example: the figures on screen are the queries' figures."""

import datetime as dt
import html
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from jamsostek import catatan, formats, queries, settings, shell
from jamsostek.filters.state import LIHAT

JUNI = dt.date(2023, 6, 1)
PAGES = list(shell.HALAMAN)


@pytest.fixture(autouse=True)
def _data(contoh_data_dir: Path):
    return contoh_data_dir


def opened(page: str, **params: str) -> AppTest:
    app = AppTest.from_file(str(settings.ROOT / "dashboard.py"), default_timeout=60)
    for key, value in params.items():
        app.query_params[key] = value
    app.run()
    return app if page == PAGES[0] else app.switch_page(f"pages/{page}.py").run()


def text_of(app: AppTest) -> str:
    """All words that the page wrote as HTML."""
    parts = [str(element.proto.body) for element in app.get("html")]
    return html.unescape(re.sub(r"<[^>]+>", "\n", "\n".join(parts)))


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_without_an_exception(page):
    app = opened(page)
    assert not app.exception
    assert "Halaman ini tidak dapat ditampilkan" not in text_of(app)
    assert "DATA CONTOH" in text_of(app)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "params",
    [
        {"kec": "kota-lama", "kel": "airmata"},
        {"seg": "pmi"},
        {"seg": "bpu", "jk": "perempuan", "umur": "65-ke-atas", "bulan": "2020-08"},
        {"penyebut": "angkatan-kerja", "seg": "pu"},
        {"bulan": "2019-01"},
        {"kel": "naioni"},
        {"kec": "<script>alert(1)</script>", "bulan": "0000-00"},
    ],
    ids=lambda p: "-".join(p.values()),
)
def test_every_page_opens_for_unusual_choices(page, params):
    app = opened(page, **params)
    assert not app.exception
    assert "Halaman ini tidak dapat ditampilkan" not in text_of(app)
    assert "nan" not in text_of(app).lower().split()
    assert "<script>alert" not in "".join(str(e.proto.body) for e in app.get("html"))


def test_the_cards_say_what_the_query_says():
    text = text_of(opened("ringkasan"))
    account = queries.akun_bulanan()
    row = account[account["bulan"] == "2023-06-01"].iloc[0]
    for expected in (
        formats.persen(row["rasio_cakupan"]),
        f"{formats.angka(row['jumlah_peserta'])} dari {formats.angka(row['jumlah_penyebut'])} penduduk bekerja",
        formats.angka(row["jumlah_belum_terlindungi"]),
        formats.angka(row["jumlah_penganggur"]),
    ):
        assert expected in text


def test_the_filters_of_the_address_reach_the_widgets_and_the_figures():
    app = opened("ringkasan", bulan="2022-12", kec="alak", seg="bpu")
    assert app.selectbox(key="saringan_bulan").value == dt.date(2022, 12, 1)
    assert app.selectbox(key="saringan_kode_kecamatan").value == "53.71.01"
    assert app.selectbox(key="saringan_segmen").value == "BPU"
    account = queries.akun_bulanan(kode_kecamatan="53.71.01", segmen="BPU")
    row = account[account["bulan"] == "2022-12-01"].iloc[0]
    assert formats.persen(row["rasio_cakupan"]) in text_of(app)


def test_a_widget_changes_figures_and_is_kept_on_the_next_page():
    app = opened("ringkasan")
    app.selectbox(key="saringan_kode_kecamatan").set_value("53.71.03").run()
    assert "Kecamatan Kelapa Lima" in text_of(app)
    app.switch_page("pages/tren.py").run()
    assert app.selectbox(key="saringan_kode_kecamatan").value == "53.71.03"
    assert "Kecamatan Kelapa Lima" in text_of(app)


def test_another_kecamatan_lets_a_foreign_kelurahan_go():
    app = opened("peta", kel="airmata")
    assert app.selectbox(key="saringan_kode_kelurahan").value == "53.71.06.1001"
    app.selectbox(key="saringan_kode_kecamatan").set_value("53.71.01").run()
    assert not app.exception
    assert app.selectbox(key="saringan_kode_kelurahan").value == ""


def test_reset_clears_everything_but_the_month():
    app = opened("ringkasan", bulan="2021-06", kec="alak", jk="perempuan")
    app.button[0].click().run()
    assert app.selectbox(key="saringan_bulan").value == dt.date(2021, 6, 1)
    assert app.selectbox(key="saringan_kode_kecamatan").value == ""
    assert app.selectbox(key="saringan_jenis_kelamin").value == ""


def test_the_same_place_filters_leave_the_map_whole():
    everywhere = queries.cakupan_per_kelurahan(bulan=JUNI)
    assert len(everywhere) == 52
    assert everywhere["kode_kelurahan"].is_unique


def test_the_recording_page_says_what_its_query_says():
    text = text_of(opened("pendataan", kec="oebobo"))
    row = queries.pendataan_ringkas(bulan=JUNI, kode_kecamatan="53.71.04").iloc[0]
    records = queries.konflik_register(kode_kecamatan="53.71.04")
    for expected in (
        f"{formats.angka(row['jumlah_rt_melapor'])} dari {formats.angka(row['jumlah_rt'])} RT di Kecamatan Oebobo",
        f"dari {formats.angka(row['jumlah_kelurahan'])} kelurahan",
        f"{formats.angka(row['jumlah_terlindungi'])} di antaranya peserta aktif",
        f"dari {formats.angka(row['jumlah_orang'])} orang; {formats.angka(row['jumlah_orang_konflik'])} isinya berbeda",
        f"Pada bulan terakhir ada {formats.angka(len(records))} catatan yang berbeda",
    ):
        assert expected in text


@pytest.mark.parametrize("lihat", list(LIHAT))
def test_every_way_to_look_at_the_map_states_its_finding_for_hidden_cells_and_the_first_month(lihat):
    params = {"seg": "bpu", "jk": "perempuan", "umur": "65-ke-atas", "bulan": "2019-01", "tingkat": "kelurahan"}
    app = opened("peta", lihat=lihat, **params)
    text = text_of(app)
    assert not app.exception
    assert "Halaman ini tidak dapat ditampilkan" not in text
    assert "nan" not in text.lower().split()
    assert lihat == "peta" or "Januari 2019" in text


def test_the_trend_shows_targets_apart_events_with_sources_and_notes_of_the_place():
    note = catatan.tambah(bulan=dt.date(2023, 3, 1), wilayah="53.71.01.1001", teks="<b>RT didata ulang</b>", oleh="Ani")
    try:
        app = opened("tren", kec="alak", penerbit="semua")
        text = text_of(app)
        assert app.selectbox(key="saringan_penerbit").value == "semua"
        assert "Maret 2023, Kel. Namosain: <b>RT didata ulang</b> (ditulis oleh Ani, " in text
        assert "memakai wilayah dan penyebutnya sendiri" in text
        assert "Keppres 11/2020" not in text
        app.session_state["daftar_sasaran"] = True
        text = text_of(app.run())
        assert "Keppres 11/2020" in text
        assert "Rakortekrenbang NTT" in text
        assert "1.054.194 pekerja menurut sumbernya" in text
        assert "ditulis oleh Ani" not in text_of(opened("tren", kec="maulafa"))
    finally:
        catatan.hapus(note.id)
