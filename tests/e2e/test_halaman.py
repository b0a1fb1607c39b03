"""What a person can reach, in a real browser on the real server with every other host blocked."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Server, Visit, new_visit, serve

pytestmark = pytest.mark.browser
PAGES = ("", "peta", "tren", "pengangguran", "pendataan", "masuk", "riwayat")
ENGLISH = re.compile(
    r"\b(Choose|Select|Loading|Running|Download|Search|Upload|Error|Warning|Settings|Rerun|Deploy|options?|No results|"
    r"Show|January|February|March|May|August|October|December|Aug|Oct|Dec)\b"
)
AMERICAN = re.compile(r"\d{1,3},\d{3}\b|\d\.\d+ ?%")


@pytest.mark.parametrize("path", PAGES)
def test_every_page_draws_without_another_host_and_without_a_complaint(server: Server, visit: Visit, path: str):
    visit.open(server.page(path))
    expect(visit.page.get_by_text("DATA CONTOH", exact=True)).to_be_visible()
    assert visit.outside == []
    assert visit.real_complaints() == []
    assert [url for url in visit.missing if "/_stcore/" not in url] == []
    assert visit.page.title().startswith("DATA CONTOH · ")
    expect(visit.page.locator("html")).to_have_attribute("lang", "id")
    expect(visit.page.locator(".keadaan-rusak")).to_have_count(0)


@pytest.mark.parametrize("path", PAGES)
def test_no_english_and_no_american_number_is_seen_by_an_american_browser(server: Server, visit: Visit, path: str):
    visit.open(server.page(path))
    if path in ("tren", "pengangguran"):
        visit.page.wait_for_selector(".js-plotly-plot .main-svg")
    if path == "masuk":
        expect(visit.page.get_by_role("button", name="Pilih berkas", exact=True)).to_be_visible()
    expect(visit.page.locator("html")).to_have_attribute("lang", "id")
    seen = visit.page.inner_text("body")
    assert ENGLISH.findall(seen) == []
    assert AMERICAN.findall(seen) == []


@pytest.mark.parametrize(("level", "count"), [("kecamatan", 6), ("kelurahan", 51)])
def test_all_areas_are_painted(server: Server, visit: Visit, level: str, count: int):
    visit.open(server.page("peta", tingkat=level))
    expect(visit.areas()).to_have_count(count)
    boxes = visit.areas().evaluate_all("areas => areas.map((a) => a.getBoundingClientRect().width)")
    assert min(boxes) > 1


def test_the_states_of_a_cell_look_different(server: Server, visit: Visit):
    visit.open(server.page("peta", tingkat="kelurahan"))
    expect(visit.areas()).to_have_count(51)
    fills = {
        state: set(
            visit.page.locator(f"svg.peta-utama path[data-keadaan={state}]").evaluate_all(
                "a => a.map((p) => p.getAttribute('fill'))"
            )
        )
        for state in ("nilai", "tanpa_data", "di_atas_100")
    }
    assert all("tanpa_data" in fill for fill in fills["tanpa_data"])
    assert fills["tanpa_data"]
    assert fills["di_atas_100"]
    assert not fills["nilai"] & fills["tanpa_data"]
    expect(visit.page.locator("svg.peta-utama g.lebih path")).to_have_count(1)
    visit.open(server.page("peta", tingkat="kelurahan", seg="pmi"))
    expect(visit.page.locator("svg.peta-utama path[data-keadaan=tidak_berlaku]")).to_have_count(51)
    visit.open(server.page("peta", tingkat="kelurahan", seg="pmi", metrik="peserta"))
    expect(visit.page.locator("svg.peta-utama path[data-keadaan=disembunyikan]").first).to_be_visible()


def test_a_filter_changes_map_number_and_address_together(server: Server, visit: Visit):
    visit.open(server.page())
    before = visit.figure("Cakupan"), visit.areas().first.get_attribute("data-nilai")
    visit.choose("Bulan", "Februari 2023")
    expect(visit.page).to_have_url(re.compile("bulan=2023-02"))
    visit.settle()
    expect(visit.page.locator(".kalimat")).to_contain_text("Februari 2023")
    expect(visit.page.locator(".peta-judul")).to_contain_text("Februari 2023")
    after = visit.figure("Cakupan"), visit.areas().first.get_attribute("data-nilai")
    assert before[0] != after[0]
    assert before[1] != after[1]


def test_a_click_on_the_map_filters_and_a_second_lets_go(server: Server, visit: Visit):
    visit.open(server.page())
    visit.page.locator("svg.peta-utama path[data-kode='53.71.04']").click()
    expect(visit.page.locator(".kalimat")).to_contain_text("Kecamatan Oebobo")
    expect(visit.page).to_have_url(re.compile("kec=oebobo"))
    visit.page.locator("svg.peta-utama path[data-kode='53.71.04']").click()
    expect(visit.page.locator(".kalimat")).to_contain_text("Kota Kupang")


def test_the_map_works_with_the_keyboard_alone(server: Server, visit: Visit):
    visit.open(server.page("peta", tingkat="kelurahan"))
    visit.areas().first.focus()
    visit.page.keyboard.press("ArrowRight")
    visit.page.keyboard.press("ArrowRight")
    visit.page.keyboard.press("Enter")
    expect(visit.page).to_have_url(re.compile("kel=nunbaun-delha"))
    expect(visit.page.locator("svg.peta-utama g.pilihan path")).to_have_count(2)


def test_reload_sharing_and_page_change_keep_the_filters(server: Server, visit: Visit, browser: Any):
    visit.open(server.page("peta", bulan="2022-12", kec="alak", seg="bpu"))
    visit.page.reload()
    visit.settle()
    expect(visit.page).to_have_url(re.compile(r"bulan=2022-12&kec=alak&seg=bpu"))
    visit.page.get_by_role("link", name="Tren").click()
    expect(visit.page).to_have_url(re.compile(r"/tren\?bulan=2022-12&kec=alak&seg=bpu"))
    expect(visit.page.locator(".kalimat")).to_contain_text("Kecamatan Alak")
    expect(visit.page.get_by_role("combobox", name="Kecamatan")).to_have_value("Alak")
    visit.choose("Segmen", "Semua segmen")
    expect(visit.page).to_have_url(re.compile(r"/tren\?bulan=2022-12&kec=alak$"))
    shared = new_visit(browser)
    shared.open(visit.page.url)
    expect(shared.page.locator(".kalimat")).to_contain_text("Kecamatan Alak")
    shared.page.context.close()


def test_back_returns_to_the_filters_before(server: Server, visit: Visit):
    visit.open(server.page())
    visit.choose("Kecamatan", "Oebobo")
    expect(visit.page.locator(".kalimat")).to_contain_text("Kecamatan Oebobo")
    visit.page.go_back()
    expect(visit.page.locator(".kalimat")).to_contain_text("Kota Kupang")


def test_an_unknown_address_is_said_and_the_app_goes_on(server: Server, visit: Visit):
    visit.open(server.page(bulan="2099-01", kec="atlantis"))
    expect(visit.page.locator(".pita")).to_contain_text("kec=atlantis")
    expect(visit.page.locator(".pita")).to_contain_text("bulan=2099-01")
    expect(visit.page.locator(".kalimat")).to_contain_text("Juni 2023")


def test_a_fresh_server_answers_a_deep_link_with_frame_and_filters(contoh_data_dir: Path, tmp_path: Path, visit: Visit):
    with serve(contoh_data_dir, tmp_path / "log.txt") as fresh:
        visit.open(fresh.page("pengangguran", bulan="2021-06", kec="oebobo"))
        expect(visit.page.locator(".kalimat")).to_contain_text("Juni 2021")
        expect(visit.page.locator(".kalimat")).to_contain_text("Kecamatan Oebobo")
        expect(visit.page.get_by_role("link", name="Ringkasan")).to_be_visible()
        assert visit.outside == []


def test_headline_figures_and_map_fit_a_small_projector(server: Server, visit: Visit):
    visit.open(server.page())
    for selector in (".kalimat", ".kartu-baris", "svg.peta-utama"):
        box = visit.page.locator(selector).bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 768, selector


@pytest.mark.parametrize("path", PAGES)
def test_a_phone_can_use_every_page(server: Server, browser: Any, path: str):
    phone = new_visit(browser, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    phone.open(server.page(path))
    wide = phone.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 390
    expect(phone.page.get_by_text("DATA CONTOH", exact=True)).to_be_visible()
    phone.page.context.close()


def test_the_table_sorts_in_the_browser(server: Server, visit: Visit):
    visit.open(server.page("peta", tingkat="kelurahan"))
    visit.page.get_by_role("tab", name="Tabel").click()
    head = visit.page.get_by_role("columnheader", name="Peserta aktif")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    cells = visit.page.locator(".tabel-tempat tbody tr td:nth-child(4)").all_inner_texts()
    numbers = [int(text.replace(".", "")) for text in cells if text not in ("tad", "r", "tb")]
    assert numbers == sorted(numbers, reverse=True)
    assert len(cells) == 52


def test_a_download_carries_its_context(server: Server, visit: Visit):
    visit.open(server.page("peta", tingkat="kelurahan"))
    visit.page.get_by_role("tab", name="Tabel").click()
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name="Unduh tabel (CSV)").click()
    assert download.value.suggested_filename == "contoh-peta-kelurahan-2023-06.csv"
    lines = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 53
    assert "DATA CONTOH" in lines[1]
    assert "Juni 2023" in lines[1]


def test_two_people_do_not_share_filters(server: Server, browser: Any):
    one, two = new_visit(browser), new_visit(browser)
    one.open(server.page(kec="alak"))
    two.open(server.page())
    expect(one.page.locator(".kalimat")).to_contain_text("Kecamatan Alak")
    expect(two.page.locator(".kalimat")).to_contain_text("Kota Kupang")
    for tab in (one, two):
        tab.page.context.close()


def test_a_chart_is_drawn_when_it_comes_into_view_and_follows_the_filters(server: Server, visit: Visit):
    visit.open(server.page())
    chart = visit.page.locator(".grafik-tempat")
    expect(chart).to_have_attribute("aria-label", re.compile("Cakupan Kota Kupang"))
    expect(chart.locator(".main-svg").first).not_to_be_visible()
    chart.scroll_into_view_if_needed()
    expect(chart.locator(".main-svg").first).to_be_visible()
    expect(chart).to_contain_text("23,1%")
    visit.choose("Kecamatan", "Oebobo")
    expect(chart).not_to_contain_text("23,1%")
    assert visit.outside == []


def test_sources_definitions_and_batches_stand_under_every_page(server: Server, visit: Visit):
    visit.open(server.page("peta", kec="alak"))
    visit.page.get_by_text("Sumber, definisi, dan cara hitung").click()
    expect(visit.page.locator(".definisi")).to_contain_text("Penyebut: penduduk_bekerja")
    rows = visit.page.locator(".batch tbody tr")
    expect(rows.first).to_contain_text("DATA CONTOH")
    assert any("peserta-2023-06" in text for text in rows.all_inner_texts())


@pytest.mark.parametrize("path", PAGES)
def test_nothing_runs_off_a_small_or_a_large_projector(server: Server, browser: Any, path: str):
    for width, height in ((1024, 768), (1366, 768), (1920, 1080)):
        visit = new_visit(browser, viewport={"width": width, "height": height})
        visit.open(server.page(path))
        cut = visit.page.evaluate(
            """() => [...document.querySelectorAll('.kartu, .kalimat, .pita, .subjudul')]
              .filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.className)"""
        )
        assert cut == []
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= width
        visit.page.context.close()
