"""A note pinned to a month of the trend: written, seen on the line and below it, and taken back."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Server, Visit

pytestmark = pytest.mark.browser


def test_a_note_is_added_seen_on_the_line_and_undone(server: Server, visit: Visit):
    visit.open(server.page("tren", kec="alak", bulan="2023-03"))
    page = visit.page
    page.wait_for_selector(".js-plotly-plot .main-svg")
    pins = page.locator(".js-plotly-plot").first.locator(".textpoint")
    expect(pins).to_have_count(0)
    page.get_by_text("Tambah, ubah, atau hapus catatan").click()
    page.get_by_label("Nama Anda (tercatat di riwayat)").fill("Ani")
    page.get_by_label("Isi catatan untuk Kec. Alak").fill("NIK 5371011212900001 pindah")
    page.get_by_role("button", name="Tambah catatan", exact=True).click()
    expect(page.get_by_text("Catatan tidak boleh memuat data orang")).to_be_visible()
    page.get_by_label("Isi catatan untuk Kec. Alak").fill("<img src=x onerror=alert(1)> daftar baru")
    page.get_by_role("button", name="Tambah catatan", exact=True).click()
    told = "Maret 2023, Kec. Alak: <img src=x onerror=alert(1)> daftar baru (ditulis oleh Ani, "
    expect(page.locator(".catatan-pin li", has_text=told)).to_be_visible()
    expect(pins).to_have_text(["1"])
    page.get_by_role("button", name="Urungkan").click()
    expect(page.locator(".catatan-pin")).to_have_count(0)
    expect(pins).to_have_count(0)
    assert visit.real_complaints() == []
    assert visit.outside == []
