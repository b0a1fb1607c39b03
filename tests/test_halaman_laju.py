"""The need on the page: the figures are those of the questions, on every set of terms, and targets by hand count."""

import datetime as dt
import math
from pathlib import Path

import pytest

from jamsostek import formats, metrics, queries, sasaran_manual
from tests.test_pages import opened, text_of

JUNI = dt.date(2023, 6, 1)


@pytest.fixture(autouse=True)
def _data(contoh_data_dir: Path):
    yield
    sasaran_manual.path().unlink(missing_ok=True)


def city():
    account = queries.akun_bulanan()
    row = account[account["bulan"] == "2023-06-01"].iloc[0]
    return int(row["jumlah_penyebut"]), int(row["jumlah_peserta"])


def test_need_pace_and_lapse_are_those_of_the_questions():
    text = text_of(opened("jalur", sasaran="100-2028-12"))
    arus = queries.arus_per_bulan()
    year = arus[arus["bulan"] > "2022-06-01"]
    account = queries.akun_bulanan()
    starts = account[(account["bulan"] >= "2022-06-01") & (account["bulan"] < "2023-06-01")]["jumlah_peserta"].sum()
    left = int(year["jumlah_keluar"].sum())
    workers, now = city()
    lapse = round(left / starts, 3)
    need = metrics.laju_diperlukan(workers, 1.0, now, 66, lapse)
    came = (year["jumlah_masuk"] + year["jumlah_kembali"]).sum() / 12
    for expected in (
        f"Kota Kupang perlu {formats.angka(math.ceil(need))} peserta masuk atau kembali setiap bulan selama 66 bulan",
        f"rata-rata 12 bulan terakhir {formats.angka(came)}: mustahil dengan laju sekarang.",
        f"{formats.angka(left)} keluar dari {formats.angka(starts)} peserta awal bulan",
        f"Jumlah 49 kelurahan = kebutuhan kota: {formats.angka(math.ceil(need))} per bulan.",
        f"tanpa luruh: {formats.angka(math.ceil((workers - now) / 66))} bersih",
        "2 kelurahan tanpa sasaran, belum ada penyebut: Naioni, Oesapa Selatan.",
        "Di atas 100%, penyebutnya diragukan, periksa dahulu: Lai Lai Bisi Kopan.",
    ):
        assert expected in text


def test_without_lapse_the_net_gain_counts_and_a_chosen_place_is_named():
    text = text_of(opened("jalur", luruh="0", kel="oesapa", tingkat="kelurahan", sasaran="100-2028-12", tumbuh="10"))
    workers, now = city()
    need = math.ceil((workers * 1.01**5.5 - now) / 66)
    assert f"Kota Kupang perlu {formats.angka(need)} peserta bersih setiap bulan selama 66 bulan" in text
    assert "Kelurahan Oesapa: " in text
    assert f"tumbuh 1,0% per tahun menjadi {formats.angka(workers * 1.01**5.5)}" in text


def test_the_default_target_is_the_citys_example_path_and_says_so():
    app = opened("jalur")
    assert app.selectbox(key="jalur_pilihan").value == "kota-2028-12-contoh-bukan-target-resmi"
    assert "Sasaran contoh, belum resmi" in text_of(app)
    app.selectbox(key="jalur_pilihan").set_value("100").run()
    app.selectbox(key="jalur_bulan").set_value("03").run()
    app.selectbox(key="jalur_tahun").set_value("2023").run()  # March 2023 is gone: the next month instead
    assert app.query_params["sasaran"] == "100-2023-07"
    assert "100% pada Juli 2023" in text_of(app)


def test_a_target_of_another_issuer_is_named_as_not_the_citys():
    text = text_of(opened("jalur", sasaran="id-2025-12-kementerian-dalam-negeri"))
    assert "Sasaran Indonesia, bukan sasaran Kota Kupang, oleh Kementerian Dalam Negeri" in text
    assert "untuk 52,2% pada Desember 2025" in text


def test_targets_by_hand_are_used_summed_and_taken_back():
    sasaran_manual.simpan("100-2028-12", {"53.71.01.1001": 5}, "Ani")
    app = opened("jalur", bagi="manual", sasaran="100-2028-12", kel="namosain")
    text = text_of(app)
    assert not app.exception
    assert "Kelurahan Namosain: 5 per bulan." in text
    assert "1 kelurahan diisi sendiri; terakhir oleh Ani" in text
    assert " dari kebutuhan kota." in text
    next(button for button in app.button if button.label == "Kembali ke hitungan").click().run()
    assert sasaran_manual.untuk("100-2028-12") == {}
    assert "sama dengan kebutuhan kota." in text_of(app)


@pytest.mark.parametrize("params", [{"seg": "jakon"}, {"seg": "pu", "bagi": "manual"}], ids=lambda p: p["seg"])
def test_a_segment_without_a_denominator_has_no_need_and_targets_are_for_all_workers(params):
    app = opened("jalur", **params)
    text = text_of(app)
    assert not app.exception
    assert ("laju yang diperlukan tidak dapat dihitung" in text) == (params["seg"] == "jakon")
    assert ("Kota Kupang (Penerima Upah) perlu" in text) == (params["seg"] == "pu")
    assert ("lepaskan saringan segmen" in text) == (params["seg"] == "pu")
