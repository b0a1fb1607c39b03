"""'Kelurahan saya?': the search in a real browser, by keyboard and mouse, and the card with the query's numbers."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from jamsostek import cari, formats, queries
from jamsostek.intake.places import load_places
from tests.e2e.conftest import Server, Visit

pytestmark = pytest.mark.browser
JUNI = dt.date(2023, 6, 1)
CASES = json.loads((Path(__file__).parents[1] / "kasus_cari.json").read_text(encoding="utf-8"))
# What is typed, and the place that comes first
FIRST = [
    ["LLBK", "53.71.06.1002"],
    ["l.l.b.k.", "53.71.06.1002"],
    ["Lahilai Bissi Kopan", "53.71.06.1002"],
    ["kopan", "53.71.06.1002"],
    ["bakunase 2", "53.71.05.1002"],
    ["Bakunase II", "53.71.05.1002"],
    ["bakunasedua", "53.71.05.1002"],
    ["bakunase", "53.71.05.1001"],
    ["oespaa", "53.71.03.1010"],
    ["lilliba", "53.71.04.1010"],
    ["naimata", "53.71.02.1004"],
    ["airmata", "53.71.06.1001"],
    ["manulai i", "53.71.01.1010"],
    ["tdm", "53.71.04.1014"],
    ["alak", "53.71.01.1008"],
    ["kec alak", "53.71.01"],
    ["kelapa lina", "53.71.03.1001"],
    ["xyzzy", None],
    ["...", None],
]
IN_THE_BROWSER = """async ([cases, index, wanted]) => {
  const code = await import(new URL("app/static/cari.js", document.baseURI).href);
  const keys = cases.filter(([text, key]) => code.normal(text) !== key);
  const firsts = wanted.map(([text]) => [text, code.find(index, text)[0]?.kode ?? null]);
  return { keys, firsts, short: code.find(index, "oeb").map((place) => place.nama) };
}"""


def test_a_place_is_found_however_it_is_written_and_its_card_opens(server: Server, visit: Visit):
    visit.open(server.page("peta"))
    page, field = visit.page, visit.page.get_by_role("combobox", name="Cari kelurahan")
    status, options = page.locator(".cari-tempat [role=status]"), page.locator(".cari-tempat [role=option]")
    card = page.locator("article.tempat")
    expect(card.locator("h2").first).to_have_text("Kota Kupang")

    seen = page.evaluate(IN_THE_BROWSER, [CASES, cari.indeks(load_places()), FIRST])
    assert seen["keys"] == []
    assert seen["firsts"] == FIRST
    # Three letters are written as typed or not at all: a typing error in them could mean anything
    assert seen["short"] == ["Oeba", "Oebobo", "Oebufu", "Oebobo"]

    # Keyboard only, from the page: the shortcut, arrows, Escape, Enter
    page.keyboard.press("/")
    expect(field).to_be_focused()
    assert (box := field.bounding_box())
    assert box["height"] >= 44
    page.keyboard.type("bakunase")
    expect(options).to_have_count(2)
    expect(status).to_contain_text("2 wilayah ditemukan")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    second = options.nth(1)
    expect(second).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", str(second.get_attribute("id")))
    expect(second).to_contain_text("Kecamatan Kota Raja")
    page.keyboard.press("Escape")
    expect(options.first).not_to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("ArrowDown")
    page.keyboard.type(" 2")
    expect(options).to_have_count(1)
    page.keyboard.press("Enter")
    expect(card.locator("h2").first).to_have_text("Kelurahan Bakunase Dua")
    expect(page).to_have_url(re.compile("kel=bakunase-dua"))
    expect(status).to_have_text("Bakunase Dua dipilih.")

    # A slash typed into the field stays there; what is not found says what to try
    page.keyboard.type("/")
    expect(field).to_have_value("/")
    field.fill("xyzzy")
    expect(page.locator(".cari-tempat .tiada")).to_contain_text("Coba sebagian namanya")
    expect(options).to_have_count(0)

    # The mouse, and a typing error
    field.fill("lahilai bisi kopam")
    options.first.click()
    expect(card.locator("h2").first).to_have_text("Kelurahan Lai Lai Bisi Kopan")
    table = queries.cakupan_per_kelurahan(bulan=JUNI).set_index("nama_kelurahan")
    known = table.loc["Lai Lai Bisi Kopan"]
    recorded = queries.pendataan_ringkas(bulan=JUNI, kode_kelurahan="53.71.06.1002").iloc[0]
    for words in (
        f"{formats.persen(known['rasio_cakupan'])} !",
        f"{formats.angka(known['jumlah_peserta'])} dari {formats.angka(known['jumlah_penyebut'])} penduduk bekerja",
        formats.angka(known["jumlah_belum_terlindungi"]),
        f"TPT {formats.persen(known['rasio_tpt'])}",
        f"dari {formats.angka(recorded['jumlah_rt'])} RT",
        "Tidak diperingkat: cakupannya di atas 100%",
    ):
        expect(card).to_contain_text(words)

    # The rest of the page follows; the RW and RT are sent once their fold is opened
    expect(page.get_by_role("heading", name="Penganggur dalam register, Kelurahan Lai Lai Bisi Kopan")).to_be_visible()
    expect(page.locator(".st-key-rt_tempat")).to_have_count(0)
    page.get_by_text("RW dan RT, Kelurahan Lai Lai Bisi Kopan").click()
    listed = queries.pendataan_per_rt(kode_kelurahan="53.71.06.1002")
    expect(page.locator(".st-key-rt_tempat tbody tr")).to_have_count(len(listed))
    page.get_by_text("Semua kelurahan menurut kesenjangan").click()
    expect(page.locator(".st-key-pareto .js-plotly-plot .main-svg").first).to_be_visible()
    assert visit.real_complaints() == []
    assert visit.outside == []
