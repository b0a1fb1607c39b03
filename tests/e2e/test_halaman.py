"""What a person can reach, in a real browser on the real server with every other host blocked."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.axe import faults
from tests.e2e.conftest import DESK, Server, Visit, new_visit, serve, watched

pytestmark = pytest.mark.browser
PAGES = ("", "peta", "tren", "jalur", "pengangguran", "pendataan", "masuk", "riwayat", "metodologi")
ENGLISH = re.compile(
    r"\b(Choose|Select|Loading|Running|Download|Search|Upload|Error|Warning|Settings|Rerun|Deploy|options?|No results|"
    r"Show|January|February|March|May|August|October|December|Aug|Oct|Dec)\b"
)
AMERICAN = re.compile(r"\d{1,3},\d{3}\b|\d\.\d+ ?%")


PROJECTORS = ((1024, 768), (1920, 1080), (1366, 768))


@pytest.fixture(scope="module", params=PAGES)
def wide(request: pytest.FixtureRequest, server: Server, profile: Any) -> Iterator[Visit]:
    """One visit of each page at 1366x768; the charts in view are drawn and the late words of the frame have come."""
    visit = watched(profile.new_page())
    visit.open(server.page(request.param))
    if request.param in ("tren", "pengangguran"):
        visit.page.wait_for_selector(".js-plotly-plot .main-svg")
    if request.param == "masuk":
        expect(visit.page.get_by_role("button", name="Pilih berkas", exact=True)).to_be_visible()
    expect(visit.page.locator("html")).to_have_attribute("lang", "id")
    yield visit
    visit.page.close()


@pytest.fixture(scope="module")
def pocket(browser: Any) -> Iterator[Any]:
    """A phone."""
    screen = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    context = browser.new_context(**(DESK | screen))
    yield context
    context.close()


@pytest.fixture(scope="module", params=PAGES)
def phone(request: pytest.FixtureRequest, server: Server, pocket: Any) -> Iterator[Visit]:
    """One visit of each page by a phone."""
    visit = watched(pocket.new_page())
    visit.open(server.page(request.param))
    yield visit
    visit.page.close()


@pytest.fixture(scope="module")
def kelurahan(server: Server, profile: Any) -> Iterator[Visit]:
    """One visit of the map of 51 kelurahan, for whoever only looks."""
    visit = watched(profile.new_page())
    visit.open(server.page("peta", tingkat="kelurahan"))
    expect(visit.areas()).to_have_count(51)
    yield visit
    visit.page.close()


def test_every_page_draws_without_another_host_and_without_a_complaint(wide: Visit):
    expect(wide.page.get_by_text("DATA CONTOH", exact=True)).to_be_visible()
    assert wide.outside == []
    assert wide.real_complaints() == []
    assert [url for url in wide.missing if "/_stcore/" not in url] == []
    assert wide.page.title().startswith("DATA CONTOH · ")
    expect(wide.page.locator(".keadaan-rusak")).to_have_count(0)


def test_no_english_and_no_american_number_is_seen_by_an_american_browser(wide: Visit):
    seen = wide.page.inner_text("body")
    assert ENGLISH.findall(seen) == []
    assert AMERICAN.findall(seen) == []


def test_every_page_can_be_used_by_everybody(wide: Visit):
    assert faults(wide.page) == []


def test_nothing_runs_off_a_small_or_a_large_projector(wide: Visit):
    for width, height in PROJECTORS:
        wide.page.set_viewport_size({"width": width, "height": height})
        # charts and maps follow their place a frame later
        wide.page.wait_for_function(f"innerWidth === {width} && document.documentElement.scrollWidth <= {width}")
        wide.settle()
        cut = wide.page.evaluate(
            """() => [...document.querySelectorAll('.kartu, .kalimat, .pita, .subjudul')]
              .filter((e) => e.scrollWidth > e.clientWidth + 1).map((e) => e.className)"""
        )
        assert cut == []
        assert wide.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_phone_can_use_every_page(phone: Visit):
    assert phone.page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(phone.page.get_by_text("DATA CONTOH", exact=True)).to_be_visible()


def test_every_page_can_be_used_by_everybody_on_a_phone(phone: Visit):
    assert faults(phone.page) == []


def test_accessibility_is_looked_at_inside_the_map_too(server: Server, visit: Visit):
    visit.open(server.page("peta", tingkat="kelurahan"))
    visit.areas().nth(7).evaluate("area => area.removeAttribute('aria-label')")
    visit.page.locator(".peta-judul").evaluate("title => { title.style.color = '#cccccc'; }")
    nameless, pale = sorted(faults(visit.page))
    assert nameless.startswith("aria-command-name: [[")
    assert "path[data-kode" in nameless or "path[data-nilai" in nameless
    assert pale.startswith("color-contrast: [[")
    assert ".peta-judul" in pale


def painted(visit: Visit) -> float:
    """The width in pixels of the narrowest area."""
    widths: list[float] = visit.areas().evaluate_all("all => all.map((a) => a.getBoundingClientRect().width)")
    return min(widths)


def test_all_kecamatan_are_painted(server: Server, visit: Visit):
    visit.open(server.page("peta", tingkat="kecamatan"))
    expect(visit.areas()).to_have_count(6)
    assert painted(visit) > 1


def test_all_kelurahan_are_painted_and_their_states_look_different(kelurahan: Visit):
    assert painted(kelurahan) > 1
    svg = kelurahan.page.locator("svg.peta-utama")
    fills = {
        state: set(
            svg.locator(f"path[data-keadaan={state}]").evaluate_all("all => all.map((p) => p.getAttribute('fill'))")
        )
        for state in ("nilai", "tanpa_data", "di_atas_100")
    }
    assert all("tanpa_data" in fill for fill in fills["tanpa_data"])
    assert fills["tanpa_data"]
    assert fills["di_atas_100"]
    assert not fills["nilai"] & fills["tanpa_data"]
    expect(svg.locator("g.lebih path")).to_have_count(1)


def test_only_the_recording_page_calls_a_kelurahan_unknown(kelurahan: Visit):
    expect(kelurahan.page.locator("path[data-keadaan=belum_diketahui]")).to_have_count(0)
    expect(kelurahan.page.get_by_role("radio", name="Kelengkapan pendataan")).to_have_count(0)


def test_a_segment_without_workers_has_states_of_its_own(server: Server, visit: Visit):
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
    expect(visit.page.locator("svg.peta-utama g.pilihan path:not(.induk)")).to_have_count(2)


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


def test_the_table_sorts_in_the_browser(kelurahan: Visit):
    kelurahan.page.get_by_text("Tabel angka yang sama").click()
    table = kelurahan.page.locator(".st-key-tabel_peta")
    head = table.get_by_role("columnheader", name="Peserta aktif")
    head.get_by_role("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    cells = table.locator("tbody tr td:nth-child(4)").all_inner_texts()
    numbers = [int(text.replace(".", "")) for text in cells if text not in ("tad", "r", "tb")]
    assert numbers == sorted(numbers, reverse=True)
    assert len(cells) == 52


def test_a_download_carries_its_context(kelurahan: Visit):
    kelurahan.page.get_by_role("button", name="Unduh", exact=True).click()
    with kelurahan.page.expect_download() as download:
        kelurahan.page.get_by_role("button", name="Unduh tabel (CSV)").click()
    assert download.value.suggested_filename == "contoh-peta-cakupan-kelurahan-2023-06.csv"
    lines = Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 53
    assert "DATA CONTOH" in lines[1]
    assert "Juni 2023" in lines[1]


def test_two_people_do_not_share_filters(server: Server, visit: Visit, browser: Any):
    two = new_visit(browser)
    visit.open(server.page(kec="alak"))
    two.open(server.page())
    expect(visit.page.locator(".kalimat")).to_contain_text("Kecamatan Alak")
    expect(two.page.locator(".kalimat")).to_contain_text("Kota Kupang")
    two.page.context.close()


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
    assert faults(visit.page) == []
