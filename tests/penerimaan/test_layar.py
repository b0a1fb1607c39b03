"""The pages of the desk through the router, where there are no months to show: that is when they are needed most."""

import html
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from jamsostek import build, settings
from tests.batches import write

OESAPA = "53.71.03.1010"


def opened(page: str) -> AppTest:
    app = AppTest.from_file(str(settings.ROOT / "dashboard.py"), default_timeout=60).run()
    return app if page == "ringkasan" else app.switch_page(f"pages/{page}.py").run()


def words(app: AppTest) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "\n", "\n".join(str(e.proto.body) for e in app.get("html"))))


@pytest.fixture
def no_month(data: Path) -> None:
    write(data, "klaim", "2023-05", [{"kode_kelurahan": OESAPA, "rupiah": 42_000_000}])
    write(data, "peserta", "2023-05", [{"nik": "ani", "kode_kelurahan": OESAPA}], ditarik=True)
    build.build(data)


@pytest.mark.parametrize("page", ["masuk", "riwayat"])
def test_the_desk_works_without_any_month(no_month: None, page: str) -> None:
    app = opened(page)
    assert not app.exception
    assert "Belum ada berkas peserta yang dihitung" in words(app)
    assert "Halaman ini tidak dapat ditampilkan" not in words(app)


def test_other_pages_say_where_to_go(no_month: None) -> None:
    assert "Unggah berkas peserta di halaman Data masuk." in words(opened("ringkasan"))


def test_a_ledger_that_cannot_be_read_says_which_batch(data: Path) -> None:
    name = write(data, "peserta", "2023-05", [{"nik": "ani", "kode_kelurahan": OESAPA}])
    build.build(data)
    (data / "batches" / name / "manifest.json").write_text("{", encoding="utf-8")
    app = opened("riwayat")
    assert not app.exception
    assert f"Manifest batch {name} rusak." in words(app)
