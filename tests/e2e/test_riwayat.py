"""The ledger: from a number to its file, and a wrong file taken back."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Server, Visit
from tests.e2e.test_masuk import Desk, _server, desk, participants, pick, preview, save, sign, upload

__all__ = ["_server", "desk"]
pytestmark = pytest.mark.browser


def test_every_batch_stands_in_the_ledger_and_behind_the_numbers(server: Server, visit: Visit, contoh_data_dir: Path):
    visit.open(server.page("riwayat"))
    count = len(list((contoh_data_dir / "batches").glob("0*")))
    expect(visit.page.get_by_text(f"{count} batch, terbaru lebih dulu")).to_be_visible()
    pick(visit, "Jenis", "Klaim yang dibayar")
    expect(visit.page.get_by_text("54 batch, terbaru lebih dulu")).to_be_visible()
    expect(visit.page.get_by_role("rowheader", name="klaim-2023-06")).to_be_visible()
    # from a number to the files behind it
    visit.page.get_by_role("tab", name="Angka ini dari mana?").click()
    expect(visit.page.get_by_text("42.659 peserta aktif dibagi 184.963 penduduk bekerja")).to_be_visible()
    expect(visit.page.locator("table.batch", has_text="peserta-2023-06.csv")).to_be_visible()
    visit.page.get_by_role("link", name=re.compile("peserta-2023-06$")).click()
    expect(visit.page.locator("table.manifes")).to_contain_text("peserta-2023-06.csv")


def test_a_batch_opens_by_its_address_with_manifest_and_refused_rows(
    server: Server, visit: Visit, contoh_data_dir: Path
):
    name = next(path.name for path in (contoh_data_dir / "batches").glob("*-peserta-2023-06"))
    visit.open(server.page("riwayat", batch=name))
    expect(visit.page.locator("table.manifes")).to_contain_text("peserta-2023-06.csv")
    expect(visit.page.locator("table.manifes")).to_contain_text(re.compile("[0-9a-f]{64}"))
    visit.page.get_by_text("Isian yang ditolak (2 baris)").click()
    expect(visit.page.get_by_text("tanggal itu tidak ada dalam kalender").last).to_be_visible()


def test_a_wrong_file_is_withdrawn_and_restored(desk: Desk, visit: Visit, tmp_path: Path):
    visit.open(desk.server.page("masuk"))
    sign(visit)
    before = desk.figures()
    upload(visit, participants(tmp_path))
    preview(visit)
    save(visit)
    after = desk.figures()
    visit.page.get_by_role("link", name="Riwayat data").click()
    visit.page.get_by_role("tab", name="Buka satu batch").click()
    expect(visit.page.locator("table.manifes")).to_contain_text("Peserta Juni 2023.xlsx")
    visit.page.get_by_role("button", name="Lihat dampak bila ditarik").click()
    expect(visit.page.get_by_text("Perubahan per kelurahan")).to_be_visible(timeout=60_000)
    assert desk.figures() == after
    visit.page.get_by_role("button", name="Tarik batch ini").click()
    expect(visit.page.locator(".keadaan-baik")).to_contain_text("ditarik dan tidak dihitung lagi", timeout=60_000)
    assert desk.figures() == before
    visit.page.get_by_role("button", name="Kembalikan batch ini").click()
    expect(visit.page.locator(".keadaan-baik")).to_contain_text("dihitung kembali", timeout=60_000)
    assert desk.figures() == after
    visit.settle()
    expect(visit.page.locator("table.manifes")).to_contain_text("oleh Staf Uji")
    expect(visit.page.locator("table.manifes")).to_contain_text("Dikembalikan")


def test_a_search_without_a_match_is_said_in_indonesian(server: Server, visit: Visit):
    visit.open(server.page("riwayat", batch="tidak-ada"))
    visit.page.get_by_label("Buka batch", exact=True).click()
    expect(visit.page.get_by_role("option").first).to_be_visible()
    visit.page.keyboard.type("zzzz")
    expect(visit.page.get_by_text("Tidak ada yang cocok")).to_be_visible()
    seen = visit.page.inner_text("body")
    assert re.findall(r"No results|options? available", seen) == []
