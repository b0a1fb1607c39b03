"""The recording page in a real browser: two maps, the state of its own, the league that prints whole, the downloads."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from jamsostek import queries
from tests.e2e.conftest import Server, Visit, watched

pytestmark = pytest.mark.browser
JUNI = dt.date(2023, 6, 1)
COMPLETENESS, COVERAGE = (f".st-key-peta_{name} svg.peta-utama" for name in ("kelengkapan", "cakupan"))


def workbook(visit: Visit, button: str) -> tuple[str, CalamineWorkbook]:
    """The name and content of the download behind a button."""
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, CalamineWorkbook.from_path(str(Path(download.value.path())))


def sheet(book: CalamineWorkbook, name: str) -> list[dict[str, Any]]:
    head, *body = book.get_sheet_by_name(name).to_python()
    return [dict(zip(head, row, strict=True)) for row in body]


@pytest.fixture(scope="module")
def whole(server: Server, profile: Any) -> Iterator[Visit]:
    """One visit of the page for the whole city, for whoever only looks or downloads."""
    visit = watched(profile.new_page())
    visit.open(server.page("pendataan"))
    for svg in (COMPLETENESS, COVERAGE):
        expect(visit.page.locator(f"{svg} path.daerah")).to_have_count(51)
    yield visit
    visit.page.close()


def test_the_page_says_how_many_rt_have_reported(whole: Visit):
    expect(whole.page.locator(".kalimat")).to_contain_text("dari 1.316 RT di Kota Kupang")


def test_poor_recording_is_drawn_as_unknown_and_not_as_worst(whole: Visit):
    areas = whole.page.locator(f"{COVERAGE} path.daerah")
    looks = areas.evaluate_all("a => a.map((p) => [p.dataset.kode, p.dataset.keadaan, p.getAttribute('fill')])")
    table = queries.pendataan_per_kelurahan(bulan=JUNI).set_index("kode_kelurahan")
    poor = set(
        table.index[(table["umur_bulan"].fillna(0) > 24) | (table["rasio_rt_melapor"].between(1e-9, 0.6 - 1e-9))]
    )
    assert {kode for kode, state, _fill in looks if state == "belum_diketahui"} == poor
    assert len(poor) == 8
    fills = {state: {fill for _kode, s, fill in looks if s == state} for _kode, state, _fill in looks}
    assert len(fills["belum_diketahui"]) == 1
    assert not fills["belum_diketahui"] & (fills["tanpa_data"] | fills["nilai"] | fills["di_atas_100"])
    unknown = whole.page.locator(f"{COVERAGE} path[data-keadaan=belum_diketahui]").first
    assert "belum diketahui" in str(unknown.get_attribute("aria-label"))
    expect(whole.page.locator(".st-key-peta_cakupan .peta-legenda")).to_contain_text("Belum diketahui")
    expect(whole.page.locator(f"{COMPLETENESS} path[data-keadaan=belum_diketahui]")).to_have_count(0)
    cells = whole.page.locator(".st-key-tabel_peringkat td[data-keadaan=belum_diketahui]")
    expect(cells).to_have_count(8)
    assert set(cells.all_inner_texts()) == {"bd"}


def test_a_click_opens_the_rt_of_that_kelurahan(server: Server, visit: Visit):
    visit.open(server.page("pendataan"))
    visit.page.locator(f"{COMPLETENESS} path[data-kode='53.71.01.1001']").click()
    expect(visit.page.locator(".kalimat")).to_contain_text("Kelurahan Namosain")
    expect(visit.page).to_have_url(re.compile("kel=namosain"))
    listed = queries.pendataan_per_rt(kode_kelurahan="53.71.01.1001")
    expect(visit.page.locator(".st-key-tabel_rt tbody tr")).to_have_count(len(listed))
    missing = queries.rt_belum_melapor(kode_kelurahan="53.71.01.1001")
    expect(visit.page.locator(".st-key-tabel_rt_kurang tbody tr")).to_have_count(len(missing))


def test_the_downloaded_workbook_says_what_the_queries_say(server: Server, visit: Visit):
    visit.open(server.page("pendataan", kec="alak"))
    name, book = workbook(visit, "Unduh RT yang belum melapor (XLSX)")
    assert name == "DATA CONTOH pendataan-kecamatan-alak-2023-06.xlsx"
    assert book.sheet_names == ["RT belum melapor", "Peringkat pendataan", "Keterangan"]
    notes = {row[0]: row[1] for row in book.get_sheet_by_name("Keterangan").to_python()}
    assert "DATA CONTOH" in notes["Status data"]
    assert "Juni 2023; Kecamatan Alak" in notes["Pilihan"]
    missing = queries.rt_belum_melapor(kode_kecamatan="53.71.01")
    assert sum(row["Jumlah RT"] for row in sheet(book, "RT belum melapor")) == missing["jumlah_rt"].sum() > 0
    table = queries.pendataan_per_kelurahan(bulan=JUNI).set_index("nama_kelurahan")
    league = sheet(book, "Peringkat pendataan")
    assert len(league) == 12
    for row in league:
        known = table.loc[row["Kelurahan"]]
        assert row["RT melapor"] == known["jumlah_rt_melapor"]
        assert row["Jumlah RT"] == known["jumlah_rt"]
        if row["Bacaan"] != "belum melapor":
            assert row["Orang tercatat"] == known["jumlah_orang"]
            assert row["Cocok peserta aktif"] == known["jumlah_terlindungi"]


def test_the_records_that_differ_can_be_looked_up(whole: Visit):
    name, book = workbook(whole, "Unduh catatan yang berbeda (XLSX)")
    assert name == "DATA CONTOH catatan-berbeda-kota-kupang-2023-06.xlsx"
    records = queries.konflik_register()
    found = [(row["Berkas (dipakai)"], row["Baris (dipakai)"], row["Berkas (lain)"], row["Baris (lain)"])
             for row in sheet(book, "Catatan berbeda")]  # fmt: skip
    columns = ["nama_berkas", "nomor_baris", "nama_berkas_lain", "nomor_baris_lain"]
    assert found == list(records[columns].itertuples(index=False, name=None))
    assert len(found) > 100


def test_the_league_prints_whole(whole: Visit):
    box = whole.page.locator(".st-key-tabel_peringkat .tabel-gulir")
    hidden = "(e) => e.scrollHeight - e.clientHeight"
    assert box.evaluate(hidden) > 0
    whole.page.emulate_media(media="print")
    assert box.evaluate(hidden) <= 0
    expect(whole.page.locator(".st-key-tabel_peringkat tbody tr")).to_have_count(51)
    expect(whole.page.locator("[data-testid=stSidebar]")).not_to_be_visible()
    whole.page.emulate_media(media="screen")
