"""What if and equity on the page 'Menuju 100%': the address, the menus, the folds, on the built example."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from jamsostek import andai, formats, queries
from jamsostek.andai import Skenario
from tests.test_pages import JUNI, opened, text_of


@pytest.fixture(autouse=True)
def _data(contoh_data_dir: Path):
    return contoh_data_dir


def buka(app: AppTest, *lipatan: str) -> AppTest:
    """Open folds by their keys, as a click would."""
    for key in lipatan:
        app.session_state[key] = True
    return app.run()


def test_a_shared_link_opens_both_scenarios_and_a_menu_changes_the_address():
    dua = {"skenario": "n1000-t16800-b12-kota-rata-k50", "skenario2": "rp1000jt-t16800-b6-provinsi-dibawah50"}
    app = opened("jalur", **dua)
    assert not app.exception
    assert app.selectbox(key="andai_A_banyak").value == "n1000"
    assert app.selectbox(key="andai_B_pembayar").value == "provinsi"
    text = text_of(app)
    akun = queries.akun_bulanan()
    kini = akun[akun["bulan"] == str(JUNI)].iloc[0]
    naik = formats.desimal(100 * 1_000 / kini["jumlah_penyebut"])
    assert (
        f"Dengan 1.000 pekerja selama 12 bulan dari APBD kota, Rp201,6 juta, cakupan Kota Kupang naik {naik} poin"
        in text
    )
    assert "Dengan 9.920 pekerja selama 6 bulan dari APBD provinsi" in text
    assert "RakyatNTT" in text
    app.selectbox(key="andai_A_bulan").set_value(24).run()
    assert app.query_params["skenario"] == "n1000-t16800-b24-kota-rata-k50"
    assert "Rp403,2 juta" in text_of(app)
    app.toggle(key="andai_dua").set_value(False).run()
    assert "skenario2" not in app.query_params
    app.toggle(key="andai_dua").set_value(True).run()
    second = andai.baca(app.query_params["skenario2"])
    assert second == Skenario(orang=1_000, bulan=24, urutan="kesenjangan", keluar=50)


def test_a_link_with_a_tariff_without_source_or_a_hostile_scenario_falls_back_and_says_so():
    text = text_of(opened("jalur", skenario="n5000-t99999-b12-kota-rata"))
    assert "Tarif Rp99.999 dalam tautan tidak punya sumber" in text
    assert "Rp1,0 miliar" in text
    text = text_of(opened("jalur", skenario="<script>alert(1)</script>"))
    assert "Dengan 5.000 pekerja selama 12 bulan" in text


def test_the_folds_of_equity_open_and_say_what_the_data_say():
    app = opened("jalur", pertahun="20000")
    text = text_of(app)
    kelurahan = queries.akun_per_kelurahan()
    kini = kelurahan[(kelurahan["bulan"] == str(JUNI)) & ~kelurahan["kode_kelurahan"].str.endswith(".00.0000")]
    bawah = int((kini["rasio_cakupan"] < 0.25).sum())
    assert f"dari {len(kini)} kelurahan, {bawah} di bawah 25%" in text
    assert "Jalur adil" not in text
    app = buka(app, "andai_terbuka", "merata_tabel_terbuka", "merata_kelompok_terbuka", "merata_jalur_terbuka")
    assert not app.exception
    text = text_of(app)
    assert "Halaman ini tidak dapat ditampilkan" not in text
    assert "PU 32,0 poin di atas BPU" in text
    assert "Jalur adil: tidak ada lagi kelurahan di bawah 50%" in text
    assert app.selectbox(key="saringan_per_tahun").value == "20000"
    app.selectbox(key="saringan_per_tahun").set_value("5000").run()
    assert app.query_params["pertahun"] == "5000"


@pytest.mark.parametrize(
    "params",
    [
        {"kel": "naioni"},
        {"kel": "airmata", "seg": "pmi"},
        {"bulan": "2019-01", "jk": "perempuan", "umur": "65-ke-atas"},
    ],
)
def test_unusual_choices_open_with_every_fold(params):
    app = opened("jalur", **params)
    app = buka(app, "andai_terbuka", "merata_tabel_terbuka", "merata_kelompok_terbuka", "merata_jalur_terbuka")
    assert not app.exception
    text = text_of(app)
    assert "Halaman ini tidak dapat ditampilkan" not in text
    assert "nan" not in text.lower().split()
