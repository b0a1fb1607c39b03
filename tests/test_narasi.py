import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsostek import metrics, narasi
from jamsostek.metrics import Keadaan as K
from jamsostek.narasi import FaktaUtama, headline

KOTA = FaktaUtama(
    bulan=date(2023, 6, 1),
    wilayah="Kota Kupang",
    peserta=43_312,
    penyebut=185_220,
    rasio=43_312 / 185_220,
    belum=141_908,
    delta=0.003,
    bulan_pembanding=date(2023, 5, 1),
    terendah=("Kecamatan Alak", 0.142),
)


def test_the_whole_sentence():
    assert headline(KOTA) == (
        "Juni 2023: 23,4% pekerja di Kota Kupang terlindungi (43.312 dari 185.220 penduduk bekerja), "
        "naik 0,3 poin dari Mei; 141.908 pekerja belum terlindungi; terendah Kecamatan Alak 14,2%."
    )


def test_unknown_parts_are_left_out():
    assert headline(replace(KOTA, belum=None, delta=None, terendah=None)) == (
        "Juni 2023: 23,4% pekerja di Kota Kupang terlindungi (43.312 dari 185.220 penduduk bekerja)."
    )


def test_a_comparison_over_the_new_year_names_the_year():
    januari = replace(KOTA, bulan=date(2023, 1, 1), bulan_pembanding=date(2022, 12, 1), delta=-0.01)
    assert "turun 1,0 poin dari Desember 2022;" in headline(januari)


def test_no_change_is_said_as_such():
    assert ", tetap dibanding Mei;" in headline(replace(KOTA, delta=0.0))


def test_a_segment_and_a_group_are_named():
    teks = headline(replace(KOTA, wilayah="Kelurahan Oesapa", segmen="BPU", kelompok="perempuan umur 25–34 tahun"))
    assert "pekerja Bukan Penerima Upah perempuan umur 25–34 tahun di Kelurahan Oesapa terlindungi" in teks


@pytest.mark.parametrize(
    ("jenis", "siapa", "kata"),
    [
        ("penduduk_bekerja", "pekerja", "penduduk bekerja"),
        ("angkatan_kerja", "angkatan kerja", "angkatan kerja"),
        ("potensi", "potensi peserta", "potensi peserta"),
    ],
)
def test_the_denominator_is_named(jenis, siapa, kata):
    teks = headline(replace(KOTA, jenis_penyebut=jenis))
    assert f"23,4% {siapa} di Kota Kupang" in teks
    assert f"dari 185.220 {kata})" in teks


def test_no_denominator():
    assert headline(replace(KOTA, penyebut=None, rasio=None)) == (
        "Juni 2023: 43.312 peserta aktif di Kota Kupang; "
        "cakupan belum dapat dihitung karena belum ada data penduduk bekerja."
    )


def test_not_applicable_segment():
    teks = headline(replace(KOTA, segmen="JAKON", penyebut=None, rasio=None, berlaku=False))
    assert teks == (
        "Juni 2023: 43.312 peserta aktif Jasa Konstruksi di Kota Kupang; "
        "cakupan tidak berlaku karena tidak ada penyebut penduduk bekerja untuk pilihan ini."
    )


def test_no_data_at_all():
    kosong = FaktaUtama(date(2023, 6, 1), "Kelurahan Naioni")
    assert headline(kosong) == "Juni 2023: tidak ada data peserta di Kelurahan Naioni."


def test_above_100_is_shown_as_it_is_and_flagged():
    teks = headline(replace(KOTA, peserta=521, penyebut=500, rasio=1.042, belum=None, terendah=None, delta=None))
    assert "104,2% pekerja" in teks
    assert "peserta melebihi penduduk bekerja, periksa penyebutnya" in teks


@given(st.integers(1, 4), st.one_of(st.none(), st.integers(10, 10_000)), st.booleans())
def test_a_handful_of_persons_is_never_told(peserta, penyebut, berlaku):
    rasio = None if penyebut is None else peserta / penyebut
    teks = headline(replace(KOTA, peserta=peserta, penyebut=penyebut, rasio=rasio, berlaku=berlaku, belum=None))
    assert "dirahasiakan" in teks
    assert "%" not in teks
    sisa = teks.removeprefix("Juni 2023").replace("1 sampai 4 orang", "")
    assert not re.search(r"\d", sisa)


def test_a_small_remainder_is_left_out_of_the_sentence():
    assert "belum terlindungi" not in headline(replace(KOTA, belum=3))
    assert "; 0 pekerja belum terlindungi" in headline(replace(KOTA, belum=0))


@pytest.mark.parametrize("keadaan", [K.TANPA_DATA, K.DISEMBUNYIKAN, K.TIDAK_BERLAKU])
def test_a_cell_without_a_value_shows_its_symbol(keadaan):
    assert narasi.teks_nilai("cakupan", 0.5, keadaan) == keadaan.simbol
    assert narasi.teks_rinci("cakupan", {"rasio_cakupan": 0.5}, keadaan) == keadaan.label


def test_a_cell_with_a_value():
    assert narasi.teks_nilai("cakupan", 0.0) == "0%"
    assert narasi.teks_nilai("cakupan", 1.042, K.DI_ATAS_100) == "104,2% !"
    assert narasi.teks_nilai("tpt", 0.092, penyebut=100) == "9%"
    assert narasi.teks_nilai("penganggur", 19_012) == "19.012"
    baris = {"rasio_cakupan": 0.25, "jumlah_peserta": 250, "jumlah_penyebut": 1000, "jumlah_penganggur": 19_012}
    assert narasi.teks_rinci("cakupan", baris, K.NILAI) == "25,0% (250 dari 1.000 pekerja)"
    assert narasi.teks_rinci("cakupan", baris, K.NILAI, "angkatan kerja").endswith("1.000 angkatan kerja)")
    assert narasi.teks_rinci("penganggur", baris, K.NILAI) == "19.012 orang"


def test_class_labels():
    assert narasi.label_kelas("cakupan", metrics.batas_kelas("cakupan", target=0.655)) == [
        "< 10%", "10% – < 20%", "20% – < 40%", "40% – < 65,5%", "≥ 65,5% (sasaran)",
    ]  # fmt: skip
    assert narasi.label_kelas("penganggur", (100, 2_000)) == ["< 100", "100 – < 2.000", "≥ 2.000"]


@pytest.fixture
def tren() -> pd.DataFrame:
    bulan = [pd.Timestamp(2023, m, 1) for m in (3, 1, 2, 4, 5)]
    return pd.DataFrame(
        {
            "bulan": bulan,
            "jumlah_peserta": [300, 200, 100, 3, 250],
            "jumlah_penyebut": [1000.0, 1000, 1000, 1000, None],
            "rasio_cakupan": [0.3, 0.2, 0.1, 0.003, None],
            "jumlah_penganggur": [60, 50, 40, 30, None],
        }
    )


def test_alternative_of_a_trend_uses_only_what_may_be_shown(tren):
    assert narasi.alternatif_tren(tren, "cakupan", "Kota Kupang") == (
        "Cakupan Kota Kupang, Januari 2023 sampai Maret 2023: terendah 10,0% (Feb 2023), tertinggi 30,0% (Mar 2023), "
        "terakhir 30,0% (Mar 2023); naik 10,0 poin sepanjang periode ini."
    )
    assert narasi.alternatif_tren(tren, "penganggur", "Alak").endswith(
        "terakhir 30 orang (Apr 2023); turun 20 sepanjang periode ini."
    )
    assert "tidak ada data" in narasi.alternatif_tren(tren.iloc[4:], "cakupan", "Alak")


@pytest.fixture
def wilayah() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "nama": ["Alak", "Oebobo", "Maulafa", "Solor", "Oeba"],
            "jumlah_peserta": [300, 200, 3, 40, 1100],
            "jumlah_penyebut": [1000.0, 1000, 1000, None, 1000],
            "rasio_cakupan": [0.3, 0.2, 0.003, None, 1.1],
            "jumlah_penganggur": [60, 50, 40, None, 10],
        }
    )


def test_alternative_of_map_and_bars_counts_the_states(wilayah):
    isi = (
        "5 wilayah. Tertinggi Oeba 110,0%; terendah Oebobo 20,0%. Tidak ada data: 1 wilayah. "
        "Dirahasiakan (1 sampai 4 orang): 1 wilayah. Di atas 100%: 1 wilayah."
    )
    assert narasi.alternatif_batang(wilayah, "cakupan", "nama") == f"Cakupan, {isi}"
    assert narasi.alternatif_peta(wilayah, "cakupan", "nama", date(2023, 6, 1)) == (
        f"Peta Cakupan, Juni 2023, {isi} Mencapai sasaran 100%: 1 wilayah."
    )
    assert "Tertinggi Alak 60 orang; terendah Oeba 10 orang." in narasi.alternatif_batang(wilayah, "penganggur", "nama")


def test_alternative_with_one_or_no_value(wilayah):
    assert "Hanya Alak yang bernilai: 30,0%." in narasi.alternatif_batang(wilayah.iloc[[0, 3]], "cakupan", "nama")
    assert "Tidak ada nilai" in narasi.alternatif_batang(wilayah.iloc[[3]], "cakupan", "nama")


def test_a_place_where_a_handful_is_not_covered_is_hidden_too():
    assert headline(replace(KOTA, wilayah="Kelurahan Solor", peserta=98, penyebut=100, rasio=0.98, belum=2)) == (
        "Juni 2023: cakupan pekerja di Kelurahan Solor dirahasiakan karena menyangkut 1 sampai 4 orang."
    )
