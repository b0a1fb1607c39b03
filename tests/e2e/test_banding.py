"""Comparisons and small multiples in a real browser: every way to look draws what the queries say."""

import datetime as dt
import re
from typing import Any

import pytest
from playwright.sync_api import expect

from jamsostek import formats, queries, theme
from tests.e2e.axe import faults
from tests.e2e.conftest import Server, Visit, new_visit
from tests.e2e.test_halaman import AMERICAN, ENGLISH

pytestmark = pytest.mark.browser
JUNI23, JUNI22 = dt.date(2023, 6, 1), dt.date(2022, 6, 1)
LIHAT = "Cara lihat"


def areas(visit: Visit, key: str) -> Any:
    return visit.page.locator(f".st-key-{key} svg.peta-utama path.daerah")


def fills(visit: Visit, key: str) -> dict[str, list[str]]:
    """Code to fill, text and state of every area of a map."""
    expect(areas(visit, key)).to_have_count(51)
    read = "a => a.map((p) => [p.dataset.kode, p.getAttribute('fill'), p.dataset.nilai, p.dataset.keadaan])"
    return {kode: rest for kode, *rest in areas(visit, key).evaluate_all(read)}


def look(visit: Visit, name: str, heading: str) -> None:
    visit.choose(LIHAT, name)
    expect(visit.page.locator(".st-key-atlas_peta")).to_contain_text(heading)
    visit.settle()


def test_every_way_to_compare_draws_what_the_queries_say(server: Server, visit: Visit):
    visit.open(server.page("peta", lihat="dua-bulan", tingkat="kelurahan"))
    before, now = (queries.cakupan_per_kelurahan(bulan=b).set_index("kode_kelurahan") for b in (JUNI22, JUNI23))
    left, right = fills(visit, "peta_kiri"), fills(visit, "peta_kanan")
    page = visit.page
    expect(page.locator(".st-key-peta_kiri .peta-judul")).to_have_text("Cakupan per kelurahan, Juni 2022")
    expect(page.locator(".st-key-peta_kanan .peta-judul")).to_have_text("Cakupan per kelurahan, Juni 2023")
    classes = [kelas.isi for kelas in theme.KELAS_CAKUPAN]
    for side, account in ((left, before), (right, now)):
        for kode, (fill, _text, state) in side.items():
            if state == "nilai":
                ratio = float(account.loc[kode, "rasio_cakupan"])
                assert fill == classes[sum(ratio >= step for step in (0.1, 0.2, 0.4, 0.7, 1.0))]

    look(visit, "Selisih dua bulan", "Selisih Cakupan per kelurahan, Juni 2022 ke Juni 2023")
    for kode, (fill, text, state) in fills(visit, "peta_banding").items():
        if state == "nilai":
            delta = float(now.loc[kode, "rasio_cakupan"]) - float(before.loc[kode, "rasio_cakupan"])
            assert text == formats.selisih_poin(delta)
            assert fill in {kelas.isi for kelas in theme.KELAS_SELISIH[4 if delta >= 0.005 else 0 :]}
    expect(page.locator(".st-key-peta_banding .peta-legenda li")).to_have_count(9)
    expect(page.locator(".st-key-tabel_banding tbody tr")).to_have_count(51)
    expect(page).to_have_url(re.compile("lihat=selisih"))
    visit.choose("Bulan pembanding", "Dibanding Januari 2023")
    expect(page.locator(".st-key-peta_banding .peta-judul")).to_contain_text("Januari 2023 ke Juni 2023")
    expect(page).to_have_url(re.compile("bulan2=2023-01"))

    for name, heading in (
        ("Cakupan dan pengangguran", "Cakupan dan TPT per kelurahan, Juni 2023"),
        ("Cakupan dan pendataan", "Cakupan dan kelengkapan pendataan per kelurahan, Juni 2023"),
    ):
        look(visit, name, heading)
        drawn = fills(visit, "peta_banding")
        square = {hue.isi for row in theme.KELAS_BERDUA for hue in row}
        assert all(fill in square for fill, _text, state in drawn.values() if state == "nilai")
        numbers = page.locator(".st-key-peta_banding .peta-matriks button").all_inner_texts()
        assert len(numbers) == 9
        assert sum(map(int, numbers)) == sum(state == "nilai" for _f, _t, state in drawn.values())
    assert sum(state == "belum_diketahui" for _f, _t, state in drawn.values()) == 8
    assert faults(page) == []

    look(visit, "Dua ukuran berdampingan", "Tingkat pengangguran terbuka (TPT) per kelurahan, Juni 2023")
    again = fills(visit, "peta_kiri")
    assert {kode: drawn[1:] for kode, drawn in again.items()} == {kode: drawn[1:] for kode, drawn in right.items()}
    assert {state for _f, _t, state in fills(visit, "peta_kanan").values()} == {"nilai", "tanpa_data"}

    look(visit, "Dua wilayah berdampingan", "Kota Kupang dan Kelurahan Fatukoa, Juni 2023")
    expect(page.locator(".st-key-tabel_banding tbody tr")).to_have_count(5)
    areas(visit, "peta_kanan").and_(page.locator("[data-kode='53.71.01.1001']")).first.click()
    expect(page.locator(".st-key-tabel_banding caption")).to_have_text("Kota Kupang dan Kelurahan Namosain, Juni 2023")
    expect(page).to_have_url(re.compile("wilayah2=kel-namosain"))
    visit.settle()
    assert visit.outside == []
    assert visit.real_complaints() == []
    seen = page.inner_text("body")
    assert ENGLISH.findall(seen) == []
    assert AMERICAN.findall(seen) == []


def test_small_multiples_show_every_area_once_and_work_by_keyboard_on_a_phone(server: Server, browser: Any):
    visit = new_visit(browser, viewport={"width": 390, "height": 844})
    page = visit.page
    visit.open(server.page("peta", lihat="dua-belas-bulan"))
    maps = page.locator(".st-key-kecil_bulan figure")
    expect(maps).to_have_count(12)
    expect(maps.last).to_have_class("kini")
    expect(page.locator(".st-key-kecil_bulan path.daerah")).to_have_count(12 * 51)
    expect(page.locator(".st-key-kecil_bulan path[tabindex]")).to_have_count(0)
    now = queries.cakupan_per_kelurahan(bulan=JUNI23)
    words = str(maps.last.locator("svg").get_attribute("aria-label"))
    for row in now[now["kode_kelurahan"] != "53.71.00.0000"].to_dict("records"):
        value = formats.persen(row["rasio_cakupan"], row["jumlah_penyebut"]).replace("tad", "Tidak ada data")
        assert f"{row['nama_kelurahan']} {value}" in words

    look(visit, "Setiap kecamatan diperbesar", "satu skala untuk semua peta")
    expect(page.locator(".st-key-kecil_kecamatan figure")).to_have_count(6)
    expect(page.locator(".st-key-kecil_kecamatan path.daerah")).to_have_count(51)

    look(visit, "Tren setiap kelurahan", "urut menurut pekerja yang belum terlindungi")
    cells = page.locator(".st-key-kecil_tren .tren-kisi button")
    expect(cells).to_have_count(51)
    gaps = now.sort_values("jumlah_belum_terlindungi", ascending=False)["kode_kelurahan"].tolist()
    assert cells.evaluate_all("b => b.map((x) => x.dataset.kode)")[:10] == gaps[:10]
    assert len(set(cells.evaluate_all("b => b.map((x) => x.offsetLeft)"))) == 2
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(page.locator(".st-key-kecil_tren button[tabindex='0']")).to_have_count(1)
    assert faults(page) == []
    cells.first.focus()
    for key in ("ArrowDown", "ArrowRight", "Enter"):
        page.keyboard.press(key)
    expect(cells.nth(3)).to_have_attribute("aria-pressed", "true")
    slug = {w.kode_kelurahan: w.slug_kelurahan for w in queries.wilayah_pilihan().itertuples()}[gaps[3]]
    expect(page).to_have_url(re.compile(f"kel={slug}"))
    assert visit.outside == []
    assert visit.real_complaints() == []
    page.context.close()
