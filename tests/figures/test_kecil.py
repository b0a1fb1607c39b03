"""Small maps and small trends: one scale, every area once, states in words, values only over the wire."""

import json
from datetime import date

import pandas as pd

from jamsostek import metrics, theme
from jamsostek.figures import kecil, maps
from tests.figures.conftest import KECAMATAN
from tests.figures.test_maps import row

BULAN = list(pd.date_range("2021-01-01", periods=18, freq="MS"))
JUNI = date(2022, 6, 1)


def kelurahan(kode, nama, bulan, peserta, penyebut):
    induk = kode.rsplit(".", 1)[0]
    return row(
        induk, peserta, penyebut, bulan=bulan, nama_kecamatan=KECAMATAN[induk], kode_kelurahan=kode,
        nama_kelurahan=nama,
    )  # fmt: skip


def deret(values):
    """All months of several kelurahan: code -> (name, [(peserta, penyebut) per month])."""
    rows = [
        kelurahan(kode, nama, bulan, *pair)
        for kode, (nama, pairs) in values.items()
        for bulan, pair in zip(BULAN, pairs, strict=True)
    ]
    return pd.DataFrame(rows)


EMPAT = {
    "53.71.01.1001": ("Namosain", [(100 + 5 * i, 1_000) for i in range(18)]),
    "53.71.01.1002": ("Naioni", [(3, None)] * 18),
    "53.71.06.1001": ("Lai Lai Bisi Kopan", [(500 + 50 * i, 1_000) for i in range(18)]),
    "53.71.06.1002": ("Oeba", [(2, 1_000)] * 9 + [(0, 4_000)] * 9),
}


def tampilan(**more):
    return maps.Tampilan("cakupan", "kelurahan", JUNI, **more)


def kota(months):
    return pd.DataFrame([row("53.71", 230, 1_000, bulan=bulan) for bulan in months])


def test_twelve_months_up_to_the_chosen_one_each_with_the_citys_value():
    data = kecil.per_bulan(deret(EMPAT), kota(BULAN), tampilan())
    assert [f["judul"] for f in data["bingkai"]][::11] == ["Juli 2021", "Juni 2022"]
    assert {f["nilai"] for f in data["bingkai"]} == {"23,0%"}
    assert [f["kini"] for f in data["bingkai"]] == [False] * 11 + [True]
    assert set(data["sel"]) == set(EMPAT)
    for classes, texts in data["sel"].values():
        assert len(classes) == len(texts) == 12


def test_a_class_and_a_text_say_what_the_single_map_says():
    df = deret(EMPAT)
    data = kecil.per_bulan(df, kota(BULAN), tampilan())
    for i, bulan in enumerate(BULAN[6:]):
        single = maps.peta(df[df["bulan"] == bulan], maps.Tampilan("cakupan", "kelurahan", bulan))["sel"]
        for kode, (classes, texts) in data["sel"].items():
            state, kelas, warna, _ink = data["golongan"][classes[i]]
            cell = single[kode]
            assert (state, kelas, warna, texts[i]) == (cell["keadaan"], cell["kelas"], cell["warna"], cell["teks"])


def test_zero_is_a_value_and_every_state_has_words():
    data = kecil.per_bulan(deret(EMPAT), kota(BULAN), tampilan())
    states = {kode: data["golongan"][classes[-1]][0] for kode, (classes, _texts) in data["sel"].items()}
    assert states == {
        "53.71.01.1001": "nilai", "53.71.01.1002": "tanpa_data",
        "53.71.06.1001": "di_atas_100", "53.71.06.1002": "nilai",
    }  # fmt: skip
    assert len(data["kata"]) == len(data["golongan"])
    assert {"Tidak ada data", "Dirahasiakan (1 sampai 4 orang)"} <= set(data["kata"])
    assert "3" not in data["sel"]["53.71.01.1002"][1]


def test_all_values_equal_still_draws_and_the_shared_legend_has_every_class():
    same = {kode: (nama, [(230, 1_000)] * 18) for kode, (nama, _pairs) in EMPAT.items()}
    data = kecil.per_bulan(deret(same), kota(BULAN), tampilan())
    assert {data["golongan"][g][2] for classes, _t in data["sel"].values() for g in classes} == {
        theme.KELAS_CAKUPAN[2].isi
    }
    assert [item["warna"] for item in data["legenda"]] == [look.isi for look in theme.KELAS_CAKUPAN]


def test_every_kecamatan_has_its_own_map_with_its_own_value():
    now = deret(EMPAT)
    now = now[now["bulan"] == BULAN[-1]].drop(columns="bulan")
    parts = pd.DataFrame([row(kode, 164, 1_000, nama_kecamatan=nama) for kode, nama in KECAMATAN.items()])
    data = kecil.per_kecamatan(now, parts, tampilan(terpilih="53.71.06.1002"))
    assert [(f["judul"], f["fokus"]) for f in data["bingkai"]] == [(nama, kode) for kode, nama in KECAMATAN.items()]
    assert {f["nilai"] for f in data["bingkai"]} == {"16,4%"}
    assert [f["fokus"] for f in data["bingkai"] if f["kini"]] == ["53.71.06"]
    assert set(data["sel"]) == set(EMPAT)


def test_the_frames_of_the_whole_city_stay_small():
    many = {
        f"53.71.0{1 + n % 6}.{1000 + n}": (f"K{n}", [(100 + n * i % 700, 1_000) for i in range(18)]) for n in range(51)
    }
    data = kecil.per_bulan(deret(many), kota(BULAN), tampilan())
    assert len(json.dumps(data, separators=(",", ":"))) < 12_000
    trends = kecil.tren(deret(many), JUNI)
    assert len(json.dumps(trends, separators=(",", ":"))) < 20_000


def test_trends_are_sorted_by_gap_and_places_without_one_come_last_in_words():
    data = kecil.tren(deret(EMPAT), JUNI, terpilih="53.71.01.1001")
    assert [cell["nama"] for cell in data["sel"]] == ["Oeba", "Namosain", "Lai Lai Bisi Kopan", "Naioni"]
    last = data["sel"][-1]
    assert (last["cakupan"], last["belum"], last["keadaan"]) == ("tidak ada data", "", "tanpa_data")
    assert set(last["nilai"]) == {None}
    assert data["sel"][0]["belum"] == "4.000 belum terlindungi"
    assert data["terpilih"] == "53.71.01.1001"


def test_hidden_months_are_gaps_and_zero_is_not():
    (oeba,) = [cell for cell in kecil.tren(deret(EMPAT), JUNI)["sel"] if cell["nama"] == "Oeba"]
    assert oeba["nilai"] == [None] * 9 + [0] * 9


def test_a_place_above_100_does_not_press_all_the_others_flat():
    data = kecil.tren(deret(EMPAT), JUNI)
    assert data["atas"] == 200  # Namosain ends at 18.5 %
    assert "0 sampai 20%" in data["sumbu"]
    alone = kecil.tren(deret({"53.71.06.1001": EMPAT["53.71.06.1001"]}), JUNI)
    assert alone["atas"] == 1_000


def test_the_table_holds_every_area_and_month():
    df = deret(EMPAT)
    table = kecil.tabel(df, "cakupan")
    assert len(table["kolom"]) == 1 + len(BULAN)
    assert [line["kode"] for line in table["baris"]] == list(EMPAT)
    assert table["kolom"][1]["judul"] == "Jun 2022"
    assert [line["sel"][1]["teks"] for line in table["baris"]] == ["18,5%", "tad", "135,0% !", "0%"]


def test_the_sentence_names_the_largest_gaps():
    df = deret(EMPAT)
    words = kecil.kalimat_tren(df[df["bulan"] == BULAN[-1]], JUNI)
    assert words.startswith("Juni 2022: pekerja yang belum terlindungi paling banyak di Oeba (4.000), Namosain (815)")
    assert words.endswith("1 kelurahan tidak punya angka yang dapat ditampilkan.")
    gone = df[df["kode_kelurahan"] == "53.71.01.1002"].tail(1)
    assert "tidak dapat ditampilkan" in kecil.kalimat_tren(gone, JUNI)


def test_every_measure_has_its_small_maps():
    for kunci in metrics.METRIK_AKUN:
        data = kecil.per_bulan(deret(EMPAT), kota(BULAN), maps.Tampilan(kunci, "kelurahan", JUNI))
        assert len(data["bingkai"]) == 12


def test_a_kelurahan_that_began_later_has_gaps_and_one_that_is_gone_is_left_out():
    df = deret(EMPAT)
    late = df[(df["kode_kelurahan"] != "53.71.06.1001") | (df["bulan"] >= BULAN[10])]
    cells = {cell["kode"]: cell for cell in kecil.tren(late, JUNI)["sel"]}
    assert cells["53.71.06.1001"]["nilai"][:10] == [None] * 10
    drawn = kecil.per_bulan(late, kota(BULAN), tampilan())["sel"]["53.71.06.1001"]
    assert drawn[0][:4] == [None] * 4
    table = {line["kode"]: line["sel"] for line in kecil.tabel(late, "cakupan")["baris"]}
    assert table["53.71.06.1001"][-1]["teks"] == "tad"
    gone = df[(df["kode_kelurahan"] != "53.71.06.1001") | (df["bulan"] < BULAN[10])]
    assert "53.71.06.1001" not in {cell["kode"] for cell in kecil.tren(gone, JUNI)["sel"]}
