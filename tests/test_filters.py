"""Filters: the address is untrusted, readable, and says the same thing back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsostek import metrics
from jamsostek.filters import KELOMPOK_UMUR, URL_KEYS, Filters, Pilihan, Wilayah, from_url, to_url

WILAYAH = (
    Wilayah("53.71.01.1008", "Alak", "53.71.01", "Alak", "alak", "alak"),
    Wilayah("53.71.01.1012", "Penkase Oeleta", "53.71.01", "Alak", "penkase-oeleta", "alak"),
    Wilayah("53.71.06.1002", "Lai Lai Bisi Kopan", "53.71.06", "Kota Lama", "lai-lai-bisi-kopan", "kota-lama"),
)
BULAN = (date(2023, 4, 1), date(2023, 5, 1), date(2023, 6, 1))
PILIHAN = Pilihan(BULAN, WILAYAH, sasaran=("kota-2026-12-perwali",), penerbit_lain=(("rpjmn", "RPJMN"),))

places = st.one_of(
    st.just((None, None)),
    st.sampled_from([(w.kode_kecamatan, None) for w in WILAYAH]),
    st.sampled_from([(w.kode_kecamatan, w.kode_kelurahan) for w in WILAYAH]),
)
chosen_filters = st.builds(
    lambda bulan, place, **rest: Filters(bulan, *place, **rest),
    bulan=st.sampled_from(BULAN),
    place=places,
    segmen=st.sampled_from([None, *metrics.LABEL_SEGMEN]),
    jenis_kelamin=st.sampled_from([None, "L", "P"]),
    kelompok_umur=st.sampled_from([None, *KELOMPOK_UMUR]),
    penyebut=st.sampled_from(["penduduk_bekerja", "angkatan_kerja"]),
    metrik=st.sampled_from(metrics.METRIK_AKUN),
    ukuran=st.sampled_from(["penganggur", "tpt"]),
    tingkat=st.sampled_from(["kecamatan", "kelurahan"]),
    skenario=st.sampled_from([None, "n5000-t16800-b12-kota-kesenjangan", "semua-t8400-b6-provinsi-rata-k90"]),
    skenario_banding=st.sampled_from([None, "rp500jt-t16800-b3-kelurahan-dibawah50"]),
    per_tahun=st.sampled_from([None, "5000"]),
    sasaran=st.sampled_from([None, "kota-2026-12-perwali", "100-2028-12"]),
    luruh=st.sampled_from([None, 0, 8, 100]),
    tumbuh=st.sampled_from([-20, 0, 5]),
    bagi=st.sampled_from(["kesenjangan", "sama", "manual"]),
    penerbit=st.sampled_from([None, "rpjmn", "semua"]),
)


@given(chosen_filters)
def test_every_choice_survives_the_address_bar(chosen):
    address = to_url(chosen, PILIHAN)
    assert set(address) <= URL_KEYS
    assert from_url(address, PILIHAN) == (chosen, [])


@given(st.dictionaries(st.sampled_from(sorted(URL_KEYS)), st.text(max_size=30)))
def test_any_address_gives_allowed_filters(address):
    chosen, _ignored = from_url(address, PILIHAN)
    assert from_url(to_url(chosen, PILIHAN), PILIHAN) == (chosen, [])


def test_the_address_is_readable():
    chosen = Filters(date(2023, 6, 1), "53.71.06", "53.71.06.1002", segmen="BPU", kelompok_umur="65+")
    assert to_url(chosen, PILIHAN) == {
        "bulan": "2023-06",
        "kec": "kota-lama",
        "kel": "lai-lai-bisi-kopan",
        "seg": "bpu",
        "umur": "65-ke-atas",
    }


@pytest.mark.parametrize("key", sorted(URL_KEYS))
def test_an_unknown_value_is_named_and_dropped(key):
    chosen, ignored = from_url({key: "../../etc"}, PILIHAN)
    assert chosen == Filters(date(2023, 6, 1))
    assert ignored == [f"{key}=../../etc"]


def test_a_month_outside_the_data_falls_back_to_the_newest():
    chosen, ignored = from_url({"bulan": "2031-01"}, PILIHAN)
    assert chosen.bulan == date(2023, 6, 1)
    assert ignored == ["bulan=2031-01"]


def test_a_kelurahan_brings_its_kecamatan():
    chosen, _ = from_url({"kel": "penkase-oeleta", "kec": "kota-lama"}, PILIHAN)
    assert chosen.kode_kecamatan == "53.71.01"


def test_potensi_is_offered_only_where_it_was_imported():
    assert "potensi" not in PILIHAN.penyebut()
    assert from_url({"penyebut": "potensi"}, PILIHAN)[1] == ["penyebut=potensi"]
    assert from_url({"penyebut": "potensi"}, Pilihan(BULAN, WILAYAH, ada_potensi=True))[0].penyebut == "potensi"
