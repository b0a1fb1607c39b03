"""Bringing data in as staff do: real server, real browser, real files."""

import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pyarrow.parquet as pq
import pytest
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from jamsostek import build
from tests.batches import write
from tests.e2e.axe import faults
from tests.e2e.conftest import Server, Visit, new_visit, serve
from tests.e2e.test_halaman import AMERICAN, ENGLISH
from tests.intake.files import rows, table, write_csv, write_xlsx

pytestmark = pytest.mark.browser
OESAPA = "53.71.03.1010"
NAME = "Yohana Planted"
PEOPLE, WORKERS = 60, 120
RESTED = """() => {
  const app = document.querySelector("[data-testid='stApp']");
  const busy = app.dataset.testScriptState !== "notRunning" || document.querySelector('[data-stale="true"]');
  window.tenang = busy ? null : (window.tenang ?? performance.now());
  return window.tenang !== null && performance.now() - window.tenang > 400;
}"""


def nik(number: int) -> str:
    return f"997101{number % 28 + 1:02d}0185{number:04d}"


@dataclass
class Desk:
    """A server of its own on a small real data set: forty workers and ten participants in Oesapa, May 2023."""

    server: Server
    data: Path

    def figures(self) -> list[tuple[Any, ...]]:
        with duckdb.connect() as con:
            con.execute(f"ATTACH '{self.data / 'jamsostek.duckdb'}' AS d (READ_ONLY)")
            return (
                con.execute("FROM d.cakupan_bulanan ORDER BY ALL").fetchall()
                + con.execute("FROM d.pekerja_bulanan ORDER BY ALL").fetchall()
            )

    def batches(self) -> list[str]:
        return sorted(path.name for path in (self.data / "batches").iterdir() if not path.name.startswith("."))


@pytest.fixture(scope="module")
def _server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Path, Path]]:
    """One server for the module, with the data folder it reads and a copy of that folder as it was made."""
    folder = tmp_path_factory.mktemp("meja")
    data, pristine = folder / "data", folder / "semula"
    write(data, "tenaga_kerja", "2023-05", [{"nik": f"w{n}", "kode_kelurahan": OESAPA} for n in range(40)])
    write(data, "peserta", "2023-05", [{"nik": f"w{n}", "kode_kelurahan": OESAPA} for n in range(10)])
    build.build(data)
    shutil.copytree(data, pristine)
    with serve(data, folder / "log.txt") as running:
        yield running, data, pristine


@pytest.fixture
def desk(_server: tuple[Server, Path, Path]) -> Desk:
    """The desk as on the first day: what earlier tests saved is gone, as if another folder were served."""
    running, data, pristine = _server
    shutil.rmtree(data)
    shutil.copytree(pristine, data)
    return Desk(running, data)


def participants(folder: Path, *, slips: bool = False) -> Path:
    """Sixty participants under merged titles, with names, two lost NIK and a totals row; with `slips` a typing slip."""
    changes = [{"NIK": nik(n), "NO KPJ": f"{10_000_000_000 + n}", "KELURAHAN": "Oesapa"} for n in range(PEOPLE)]
    for change in changes[5:8] if slips else []:
        change["KELURAHAN"] = "Oesappa"
    for change in changes[20:22]:
        change["NIK"] = "9,97101E+15"
    data = [row | {"NAMA LENGKAP": NAME} for row in rows("peserta", *changes)]
    grid = [["DAFTAR PESERTA AKTIF"], ["Keadaan Juni 2023"], [], *table(data), ["Jumlah", PEOPLE]]
    return write_xlsx(folder / "Peserta Juni 2023.xlsx", grid, merge=["A1:E1", "A2:E2"])


def own_list(folder: Path) -> Path:
    """A lurah's own list: other headings, RT/RW in one cell, no kelurahan and no source."""
    changes = [{"NIK": nik(n), "RT": f"{n % 5 + 1:03d}/01", "STATUS": "PU"} for n in range(WORKERS)]
    data = []
    for row in rows("tenaga_kerja", *changes):
        for name in ("RW", "SUMBER", "KELURAHAN", "KECAMATAN"):
            row.pop(name)
        data.append(row | {"RT/RW": row.pop("RT"), "Kondisi Kerja": row.pop("STATUS"), "NAMA": NAME})
    return write_xlsx(folder / "daftar oesapa juni 2023.xlsx", [["DAFTAR TENAGA KERJA"], *table(data)])


def sign(visit: Visit) -> None:
    visit.page.get_by_label("Nama Anda (tercatat di riwayat)").first.fill("Staf Uji")
    visit.page.keyboard.press("Enter")
    visit.settle()


def upload(visit: Visit, *files: Path) -> None:
    visit.page.set_input_files("input[type=file]", [str(file) for file in files])
    expect(visit.page.locator(".putusan, .keadaan-rusak")).not_to_have_count(0, timeout=30_000)
    expect(visit.page.get_by_text("Dampak sebelum disimpan")).to_be_visible(timeout=60_000)
    visit.settle()


def rest(visit: Visit) -> None:
    """Wait until the page has been at rest for a while: a choice starts the next run a moment after it is made."""
    visit.page.evaluate("window.tenang = null")
    visit.page.wait_for_function(RESTED, timeout=60_000)


def pick(visit: Visit, label: str, option: str | int) -> None:
    """Open a menu in the page and take an option by its place or by its words: down to it with the arrow key."""
    rest(visit)
    box = visit.page.get_by_label(label, exact=True)
    expect(box).to_have_count(1)
    box.scroll_into_view_if_needed()
    visit.settle()
    box.click()
    options = visit.page.get_by_role("option")
    expect(options.first).to_be_visible()
    if isinstance(option, int):
        options.nth(option).click()
    else:
        # a long list exists only where it is in view, and moves under a pointer
        at = visit.page.locator("[role=option][data-focused=true]")
        passed: set[str] = set()
        while (text := at.inner_text()) != option:
            assert text not in passed
            passed.add(text)
            visit.page.keyboard.press("ArrowDown")
            expect(at).not_to_have_text(text)
        visit.page.keyboard.press("Enter")
        expect(options).to_have_count(0)
    rest(visit)


def press(visit: Visit, name: str) -> None:
    visit.page.get_by_role("button", name=re.compile(f"^{name}")).click()


def preview(visit: Visit) -> None:
    press(visit, "Lihat dampak")
    expect(visit.page.get_by_text("Perubahan per kelurahan")).to_be_visible(timeout=60_000)
    visit.settle()


def save(visit: Visit) -> None:
    press(visit, "Simpan")
    expect(visit.page.locator(".keadaan-baik")).to_contain_text("Tersimpan", timeout=60_000)
    visit.settle()


def test_messy_files_from_upload_to_figures_and_back(desk: Desk, visit: Visit, browser: Any, tmp_path: Path):
    before, batches = desk.figures(), desk.batches()
    visit.open(desk.server.page("masuk"))
    sign(visit)
    upload(visit, participants(tmp_path, slips=True), own_list(tmp_path))

    page = visit.page
    expect(
        page.get_by_text("60 baris dibaca (lembar Data, judul kolom di baris 4): 55 diterima, 5 ditolak.")
    ).to_be_visible()
    expect(page.locator("tr", has_text="NIK tersimpan sebagai angka")).to_contain_text("25, 26")
    expect(page.get_by_text("Kolom wajib tidak ada: STATUS, SUMBER")).to_be_visible()
    pick(visit, "“Oesappa” pada 3 baris berarti", 1)
    press(visit, "Ingat ejaan ini")
    expect(page.get_by_text("58 diterima, 2 ditolak.")).to_be_visible(timeout=30_000)
    pick(visit, "STATUS *", "Kondisi Kerja")
    pick(visit, "SUMBER untuk semua baris", "rt_rw")
    pick(visit, "KELURAHAN untuk semua baris", "Oesapa")
    expect(
        page.get_by_text("120 baris dibaca (lembar Data, judul kolom di baris 2): 120 diterima, 0 ditolak.")
    ).to_be_visible()

    preview(visit)
    assert desk.batches() == batches
    assert desk.figures() == before
    row = page.locator("tr", has=page.get_by_role("rowheader", name="Oesapa", exact=True)).first
    expect(row).to_contain_text("tad → 58")
    save(visit)
    assert len(desk.batches()) == len(batches) + 2
    expect(page.locator(".keadaan-baik")).to_contain_text("tad → 48% (bersama 1 batch lain)")
    page.get_by_role("link", name="Ringkasan").click()
    expect(page.locator(".kalimat")).to_contain_text("48%")
    expect(page.locator(".kartu").first).to_contain_text("58 dari 120 penduduk bekerja")
    _the_layout_and_the_spelling_are_remembered(desk, browser, tmp_path)

    page.get_by_role("link", name="Data masuk").click()
    press(visit, "Batalkan impor ini")
    expect(page.locator(".keadaan-baik")).to_contain_text("Impor ditarik", timeout=60_000)
    assert desk.figures() == before
    assert visit.real_complaints() == []
    assert visit.outside == []
    _nothing_personal(desk)


def _the_layout_and_the_spelling_are_remembered(desk: Desk, browser: Any, tmp_path: Path) -> None:
    """Somebody else, later, with the same two files."""
    other = new_visit(browser)
    other.open(desk.server.page("masuk"))
    upload(other, participants(tmp_path, slips=True), own_list(tmp_path))
    expect(other.page.get_by_text("(tata letak yang diingat)")).to_be_visible()
    # the kelurahan of the last file says nothing about the next one
    expect(other.page.get_by_text("Kolom wajib tidak ada: KODE KELURAHAN atau KELURAHAN")).to_be_visible()
    expect(other.page.get_by_text("58 diterima, 2 ditolak.")).to_be_visible()
    other.page.context.close()


def _nothing_personal(desk: Desk) -> None:
    """No planted NIK and no planted name anywhere below the data folder or in the server's log."""
    wanted = [NAME, *(nik(n) for n in range(WORKERS))]
    texts = [desk.server.log.read_bytes()]
    for file in desk.data.rglob("*"):
        if file.suffix == ".parquet":
            texts.append(repr(pq.read_table(file).to_pylist()).encode())
        elif file.is_file():
            texts.append(file.read_bytes())
    for text in wanted:
        assert not any(text.encode() in content or text.encode("utf-16-le") in content for content in texts)


def test_bad_files_say_why_and_change_nothing(desk: Desk, visit: Visit, tmp_path: Path):
    before, batches = desk.figures(), desk.batches()
    broken = tmp_path / "rusak.xlsx"
    broken.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 20)
    stray = rows("peserta", {}, {})
    stray[1]["KETERANGAN"] = stray[0]["KETERANGAN"] = nik(3)
    nobody = rows("peserta", {"KELURAHAN": "Atambua"}, {"KELURAHAN": "Atambua"})
    visit.open(desk.server.page("masuk"))
    upload(visit, broken, write_csv(tmp_path / "b-2023-06.csv", stray), write_csv(tmp_path / "c-2023-06.csv", nobody))
    expect(visit.page.get_by_text("Berkas Excel rusak, berkata sandi, atau bukan berkas Excel.")).to_be_visible()
    expect(visit.page.get_by_text("Kolom KETERANGAN (baris 2) berisi nomor 16 digit yang mungkin NIK")).to_be_visible()
    expect(visit.page.get_by_text("Semua 2 baris ditolak.")).to_be_visible()
    expect(visit.page.get_by_role("button", name=re.compile("^Lihat dampak"))).to_have_count(0)
    assert nik(3) not in visit.page.content()
    assert (desk.figures(), desk.batches()) == (before, batches)


def test_a_part_of_a_month_is_not_taken_for_the_whole_without_asking(desk: Desk, visit: Visit, tmp_path: Path):
    part = write_csv(tmp_path / "peserta-2023-05.csv", rows("peserta", {"NIK": nik(1)}))
    visit.open(desk.server.page("masuk"))
    sign(visit)
    upload(visit, part)
    preview(visit)
    expect(visit.page.get_by_text("hanya 1 baris, padahal menggantikan 10 baris")).to_be_visible()
    expect(visit.page.get_by_role("button", name=re.compile("^Simpan"))).to_be_disabled()
    visit.page.get_by_text("Saya yakin berkas yang lebih kecil ini").click()
    save(visit)


def test_a_template_filled_in_the_browser_passes_without_a_word(desk: Desk, visit: Visit, tmp_path: Path):
    visit.open(desk.server.page("masuk"))
    visit.page.get_by_text("Templat Excel dengan pilihan").click()
    with visit.page.expect_download() as waiting:
        visit.page.get_by_role("button", name="Klaim yang dibayar").click()
    path = tmp_path / "klaim-2023-06.xlsx"
    waiting.value.save_as(path)
    book = openpyxl.load_workbook(path)
    sheet = book["Data"]
    headings = [cell.value for cell in sheet[3]]
    filled = {"PROGRAM": "JKM", "JENIS MANFAAT": "santunan_jkm", "KELURAHAN": "Oesapa", "KECAMATAN": "Kelapa Lima",
              "KODE KELURAHAN": OESAPA, "RUPIAH": 42_000_000, "SUMBER KEPESERTAAN": "non-ASN"}  # fmt: skip
    for column, heading in enumerate(headings, start=1):
        sheet.cell(4, column, filled[heading])
    book.save(path)
    upload(visit, path)
    expect(visit.page.get_by_text("Lulus semua pemeriksaan.")).to_be_visible()


def test_two_people_at_once_both_land_in_order(desk: Desk, visit: Visit, browser: Any, tmp_path: Path):
    visits = [visit, new_visit(browser)]
    for number, one in enumerate(visits):
        one.open(desk.server.page("masuk"))
        sign(one)
        changes = [{"NIK": nik(n), "NO KPJ": f"{10_000_000_000 + n}"} for n in range(10 + number)]
        upload(one, write_csv(tmp_path / f"peserta-2023-0{6 + number}.csv", rows("peserta", *changes)))
        preview(one)
    for one in visits:
        press(one, "Simpan")
    for one in visits:
        expect(one.page.locator(".keadaan-baik")).to_contain_text("Tersimpan", timeout=60_000)
    assert {name[7:] for name in desk.batches()[-2:]} == {"peserta-2023-06", "peserta-2023-07"}
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{desk.data / 'jamsostek.duckdb'}' AS d (READ_ONLY)")
        counts = con.execute("SELECT bulan, SUM(jumlah_peserta) FROM d.cakupan_bulanan WHERE segmen = 'SEMUA' "
                             "AND sumber_iuran = 'SEMUA' GROUP BY bulan ORDER BY bulan").fetchall()  # fmt: skip
    assert [count for _, count in counts] == [10, 10, 11]
    visits[1].page.context.close()


def test_refused_rows_come_back_and_the_rest_is_saved_once_whatever_is_clicked(
    desk: Desk, visit: Visit, tmp_path: Path
):
    file = participants(tmp_path)
    visit.open(desk.server.page("masuk"))
    sign(visit)
    upload(visit, file)
    _refused_rows_come_back_as_they_were_with_reasons(visit)

    # a click elsewhere while saving does not cut the work in half
    preview(visit)
    press(visit, "Simpan")
    visit.page.get_by_role("link", name="Tren").click()
    visit.page.get_by_role("link", name="Data masuk").click()
    expect(visit.page.locator(".keadaan-baik")).to_contain_text("Tersimpan", timeout=60_000)
    with duckdb.connect() as con:
        con.execute(f"ATTACH '{desk.data / 'jamsostek.duckdb'}' AS d (READ_ONLY)")
        assert con.execute("SELECT COUNT(*) FROM d.batch WHERE bulan = DATE '2023-06-01'").fetchall() == [(1,)]

    # the same file again is told before anything is saved
    visit.settle()
    upload(visit, file)
    expect(visit.page.get_by_text("Berkas ini sudah diimpor sebagai batch 000005-peserta-2023-06.")).to_be_visible()


def _refused_rows_come_back_as_they_were_with_reasons(visit: Visit) -> None:
    with visit.page.expect_download() as waiting:
        press(visit, "Unduh 2 baris yang ditolak")
    content = Path(waiting.value.path()).read_bytes()
    header, *body = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Ditolak").to_python()
    assert [row[header.index("BARIS ASLI")] for row in body] == [25, 26]
    assert {row[header.index("NIK")] for row in body} == {"9,97101E+15"}
    assert {row[header.index("NAMA LENGKAP")] for row in body} == {NAME}
    assert all("tersimpan sebagai angka" in row[header.index("ALASAN PENOLAKAN")] for row in body)


def test_files_on_the_desk_are_told_of_in_indonesian_and_to_everybody(desk: Desk, visit: Visit, tmp_path: Path):
    other = tmp_path / "gambar.png"
    other.write_bytes(b"bukan tabel")
    visit.open(desk.server.page("masuk"))
    upload(visit, participants(tmp_path, slips=True))
    visit.page.set_input_files("input[type=file]", [str(other)])
    expect(visit.page.get_by_text("jenis berkas ini tidak dapat dibaca")).to_be_attached()
    preview(visit)
    seen = visit.page.inner_text("body")
    labels = visit.page.eval_on_selector_all("[aria-label]", "all => all.map((e) => e.ariaLabel).join(' ')")
    assert ENGLISH.findall(seen) == []
    assert re.findall(r"\b(per file|files|Remove|Add|not allowed|Browse|Drag)\b", seen + labels) == []
    assert AMERICAN.findall(seen) == []
    assert faults(visit.page) == []
