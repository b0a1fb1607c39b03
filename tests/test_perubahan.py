"""Why coverage changed and who stays, on the page: the folds opened, filters followed, nothing small told."""

import datetime as dt
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from jamsostek import formats, queries, retensi, settings, urai
from tests.test_pages import text_of

JUNI = dt.date(2023, 6, 1)


@pytest.fixture(autouse=True)
def _data(contoh_data_dir: Path) -> Path:
    return contoh_data_dir


def opened(**params: str) -> AppTest:
    app = AppTest.from_file(str(settings.ROOT / "dashboard.py"), default_timeout=60)
    for key, value in params.items():
        app.query_params[key] = value
    app.session_state["rincian_perubahan_terbuka"] = True
    app.session_state["retensi_terbuka"] = True
    return app.run().switch_page("pages/tren.py").run()


def test_the_page_says_what_the_questions_say() -> None:
    app = opened(kec="oebobo", bulan2="2022-06")
    text = text_of(app)
    assert not app.exception
    akun = queries.akun_bulanan(kode_kecamatan="53.71.04").set_index("bulan")
    awal, akhir = (
        urai.Titik(int(akun.loc[m, "jumlah_peserta"]), int(akun.loc[m, "jumlah_penyebut"]))
        for m in ("2022-06-01", "2023-06-01")
    )
    arus = urai.arus_antara(queries.arus_per_bulan(kode_kecamatan="53.71.04"), dt.date(2022, 6, 1), JUNI)
    parts = urai.urai(awal, akhir, arus)
    for part, value in zip(parts, urai.bulatkan([s.nilai for s in parts]), strict=True):
        assert f"{formats.selisih_poin(value)} dari {part.label}" in text
    assert f"menjadi {formats.persen(akhir.peserta / awal.pekerja)}." in text
    curves = retensi.kurva(queries.retensi(bulan=JUNI, kode_kecamatan="53.71.04"))
    assert retensi.kalimat(curves, "BPU di Kecamatan Oebobo") in text
    assert "Menurut wilayah. Dari perubahan" in text
    assert "Menurut segmen. Dari perubahan" in text
    assert "Kelompok APBD provinsi berakhir Januari 2023" in text


@pytest.mark.parametrize(
    "params",
    [
        {"kel": "airmata", "seg": "bpu", "jk": "perempuan", "bulan2": "2023-01"},
        {"seg": "pmi"},
        {"penyebut": "angkatan-kerja", "bulan2": "2023-06"},
        {"bulan": "2019-01"},
        {"kel": "naioni", "umur": "65-ke-atas", "bulan2": "2023-05"},
        {"kec": "alak", "umur": "65-ke-atas", "bulan": "2020-08", "bulan2": "2023-06"},
    ],
    ids=lambda p: "-".join(p.values()),
)
def test_unusual_choices_have_a_result_or_say_why_not(params: dict[str, str]) -> None:
    app = opened(**params)
    text = text_of(app)
    assert not app.exception
    assert "Halaman ini tidak dapat ditampilkan" not in text
    assert "nan" not in text.lower().split()
    assert ("Cara hitung: sumbangan peserta" in text) != (
        "Perubahan tidak dapat diurai" in text or "Kedua bulannya sama" in text
    )
