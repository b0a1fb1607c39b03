"""Things that go wrong: no data, a damaged file, two at once, a build while somebody looks. Each ends in Indonesian."""

import datetime as dt
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from jamsostek import build
from jamsostek.intake import import_file, withdraw
from tests.e2e.conftest import Server, Visit, new_visit, serve

pytestmark = pytest.mark.browser


@dataclass(frozen=True)
class Own:
    """A server with data of its own that a test may break: the example of 2023 alone, which builds in a second."""

    server: Server
    data: Path


@pytest.fixture(scope="module")
def _served(contoh_batches: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Own, Path]]:
    """The server, and a copy of its data folder as it was made."""
    folder = tmp_path_factory.mktemp("gangguan")
    data, pristine = folder / "data", folder / "semula"
    for batch in sorted(contoh_batches.glob("0*")):
        if "-2023-" in batch.name or "-target" in batch.name:
            shutil.copytree(batch, data / "batches" / batch.name)
    build.build(data)
    shutil.copytree(data, pristine)
    with serve(data, folder / "log.txt") as server:
        yield Own(server, data), pristine


@pytest.fixture
def own(_served: tuple[Own, Path]) -> Own:
    """As on the first day: what earlier tests broke is whole again, as if another folder were served."""
    served, pristine = _served
    shutil.rmtree(served.data)
    shutil.copytree(pristine, served.data)
    return served


def test_a_missing_file_is_built_from_the_batches_with_progress_for_two_people(
    contoh_data_dir: Path, tmp_path: Path, browser: Any
):
    own_data = Path(shutil.copytree(contoh_data_dir, tmp_path / "data"))
    (own_data / "jamsostek.duckdb").unlink()
    with serve(own_data, own_data.parent / "log.txt") as server:
        one, two = new_visit(browser), new_visit(browser)
        one.page.goto(server.page())
        two.page.goto(server.page("peta"))
        expect(one.page.get_by_text("Menyiapkan data untuk pertama kali").first).to_be_visible(timeout=20_000)
        for tab, count in ((one, 6), (two, 6)):
            expect(tab.areas()).to_have_count(count, timeout=90_000)
            tab.page.context.close()


def test_a_damaged_file_is_said_and_can_be_rebuilt(own: Own, visit: Visit):
    (own.data / "jamsostek.duckdb").write_bytes(b"bukan basis data" * 100)
    visit.open(own.server.page())
    expect(visit.page.locator(".keadaan-rusak")).to_contain_text("tidak dapat dibaca")
    visit.page.get_by_role("button", name="Bangun ulang dari batch").click()
    expect(visit.areas()).to_have_count(6, timeout=90_000)


def test_a_damaged_batch_stops_the_build_with_its_name(own: Own, visit: Visit):
    (own.data / "jamsostek.duckdb").unlink()
    batch = sorted((own.data / "batches").iterdir())[3]
    (batch / "data.parquet").write_bytes(b"x")
    visit.open(own.server.page())
    expect(visit.page.locator(".keadaan-rusak")).to_contain_text(batch.name, timeout=60_000)


def test_an_open_session_sees_a_new_build_on_its_next_click(own: Own, visit: Visit):
    visit.open(own.server.page())
    before = visit.figure("Cakupan")
    newest = max((b for b in (own.data / "batches").iterdir() if "-peserta-2023-06" in b.name), key=lambda b: b.name)
    withdraw(own.data / "batches", newest.name, oleh="uji")
    build.build(own.data)
    visit.page.locator("svg.peta-utama path[data-kode='53.71.04']").click()
    expect(visit.page.locator(".pita")).to_contain_text("Data sampai Mei 2023")
    # the map is drawn anew after the strip: a click in between would be a click on the old one
    expect(visit.page.locator("svg.peta-utama g.pilihan path")).not_to_have_count(0)
    visit.settle()
    visit.page.locator("svg.peta-utama path[data-kode='53.71.04']").click()
    expect(visit.page.locator(".kalimat")).to_contain_text("Kota Kupang")
    assert visit.figure("Cakupan") != before


def test_real_data_take_the_badge_away(own: Own, visit: Visit):
    source = own.data.parent / "peserta.csv"
    people = "\n".join(f"53710112{n:02d}900001,PU,Y,Y,T,T,T,Oesapa,L,01-02-1990,pemberi kerja" for n in range(10, 40))
    source.write_text(
        f"NIK,SEGMEN,JKK,JKM,JHT,JP,JKP,KELURAHAN,JENIS KELAMIN,TANGGAL LAHIR,SUMBER IURAN\n{people}\n",
        encoding="utf-8",
    )
    import_file(source, jenis="peserta", bulan=dt.date(2023, 7, 1), batches=own.data / "batches", oleh="uji")
    build.build(own.data)
    visit.open(own.server.page())
    expect(visit.page.locator(".kalimat")).to_contain_text("Juli 2023")
    expect(visit.page.locator(".kalimat")).to_contain_text("30 peserta aktif")
    expect(visit.page.get_by_text("DATA CONTOH", exact=True)).to_have_count(0)
    assert "DATA CONTOH" not in visit.page.title()
    expect(visit.page.locator("svg.peta-utama path[data-keadaan=tanpa_data]")).to_have_count(6)


def test_the_log_of_the_server_holds_no_traceback_and_no_nik(server: Server, visit: Visit):
    for path in ("", "peta", "tren", "pengangguran"):
        visit.open(server.page(path, bulan="2020-01", seg="pmi"))
    # with all that earlier tests did on this server
    text = server.log.read_text(encoding="utf-8")
    assert "Traceback" not in text
    assert "99" + "0" * 6 not in text
