"""The map in a real browser: drill and the way back, the player without the server, legend, numbers, tiles."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Server, Visit

pytestmark = pytest.mark.browser
FILLS = "areas => areas.map((a) => [a.dataset.kode, a.getAttribute('fill')])"


def fills(visit: Visit) -> dict[str, str]:
    """Colour of every area; patterns without the part of their name that changes with each drawing."""
    return {kode: re.sub(r"url\(#peta\w+?s?-", "url(", fill) for kode, fill in visit.areas().evaluate_all(FILLS)}


def test_drill_down_and_every_way_back(server: Server, visit: Visit):
    page = visit.page
    visit.open(server.page("peta"))
    trail, box = page.locator(".peta-jejak"), page.locator("svg.peta-utama")
    whole = box.get_attribute("viewBox")
    expect(trail).to_have_text("Kota Kupang")
    page.locator("svg.peta-utama path[data-kode='53.71.04']").click()
    expect(trail).to_have_text("Kota Kupang›Kecamatan Oebobo")
    expect(page).to_have_url(re.compile("kec=oebobo"))
    expect(visit.areas()).to_have_count(51)
    expect(page.locator("svg.peta-utama .pilihan path.induk")).to_have_count(1)
    expect(page.get_by_text("Letak di kota")).to_be_visible()
    assert box.get_attribute("viewBox") != whole
    visit.settle()
    page.locator("svg.peta-utama path[data-kode='53.71.04.1001']").click()
    expect(page).to_have_url(re.compile("kec=oebobo&kel="))
    expect(trail.locator("b")).to_contain_text("Kelurahan")
    expect(page.locator("svg.peta-utama .pilihan path")).to_have_count(3)
    visit.settle()
    page.go_back()
    expect(trail).to_have_text("Kota Kupang›Kecamatan Oebobo")
    visit.settle()
    page.locator("svg.peta-utama path.daerah[tabindex='0']").focus()
    page.keyboard.press("Escape")
    expect(trail).to_have_text("Kota Kupang")
    expect(visit.areas()).to_have_count(6)
    visit.settle()
    visit.choose("Kelurahan", "Airnona")
    expect(trail).to_have_text("Kota Kupang›Kecamatan Kota Raja›Kelurahan Airnona")
    visit.settle()
    trail.get_by_role("button", name="Kota Kupang").click()
    expect(trail).to_have_text("Kota Kupang")
    expect(box).to_have_attribute("viewBox", str(whole))
    assert visit.real_complaints() == []


def test_the_player_steps_without_the_server_and_the_page_follows_when_it_rests(server: Server, visit: Visit):
    page, sent = visit.page, []
    page.on("websocket", lambda socket: socket.on("framesent", lambda payload: sent.append(payload)))
    visit.open(server.page("peta", tingkat="kelurahan", bulan="2023-01"))
    month, slider = page.locator(".peta-bulan"), page.get_by_role("slider", name="Bulan pada peta")
    expect(month).to_have_text("Januari 2023")
    slider.focus()
    page.wait_for_function("() => !document.querySelector('[data-stale=true]')")
    visit.settle()
    page.keyboard.press("ArrowLeft")
    expect(month).to_have_text("Desember 2022")
    expect(page).to_have_url(re.compile("bulan=2022-12"))
    visit.settle()
    by_server = fills(visit)
    expect(page.get_by_role("combobox", name="Bulan")).to_have_value("Desember 2022")

    page.get_by_role("button", name="Putar").click()
    expect(month).to_have_text("Januari 2023")
    quiet = len(sent)
    expect(month).to_have_text("Maret 2023")
    assert len(sent) == quiet
    page.get_by_role("button", name="Jeda").click()
    expect(page).to_have_url(re.compile("bulan=2023-0[34]"))
    visit.settle()

    slider.focus()
    while month.inner_text() != "Desember 2022":
        page.keyboard.press("ArrowLeft")
    assert fills(visit) == by_server
    expect(page.locator(".peta-judul")).to_have_text("Cakupan per kelurahan, Desember 2022")


def test_legend_numbers_tiles_and_the_same_colours_in_every_shape(server: Server, visit: Visit):
    page = visit.page
    visit.open(server.page("peta", tingkat="kelurahan"))
    expect(visit.areas()).to_have_count(51)
    counts = page.locator(".peta-legenda li b").all_inner_texts()
    assert sum(int(number) for number in counts) == 51
    row = page.locator(".peta-legenda li button").nth(1)
    row.focus()
    page.keyboard.press("Enter")
    expect(row).to_have_attribute("aria-pressed", "true")
    expect(page.locator("svg.peta-utama path.daerah:not(.redup)")).to_have_count(int(counts[1]))
    page.keyboard.press("Enter")
    expect(page.locator("svg.peta-utama path.daerah.redup")).to_have_count(0)
    listed = page.locator(".peta-nomor li").all_inner_texts()
    written = " ".join(page.locator("svg .label text").all_text_contents())
    assert listed
    assert all(item.split(" ")[0] in written for item in listed)

    outlines = fills(visit)
    page.get_by_role("radio", name="Petak sama luas").click()
    expect(page.locator(".peta[data-bentuk=petak]")).to_be_visible()
    visit.settle()
    assert fills(visit) == outlines
    sizes: Any = visit.areas().evaluate_all("a => a.map((p) => Math.round(p.getBBox().width * p.getBBox().height))")
    assert len(set(sizes)) == 1
    names = page.locator("svg.peta-utama .label text").evaluate_all("t => t.map((x) => x.childElementCount)")
    assert min(names) >= 1
