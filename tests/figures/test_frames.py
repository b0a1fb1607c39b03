"""The player's months: same classes, colours and words as the single map of that month, and nothing hidden in them."""

import json

import pandas as pd
import pytest

from jamsostek import geo, metrics
from jamsostek.figures import frames, maps
from jamsostek.metrics import Keadaan
from tests.figures.test_maps import row

BULAN = [pd.Timestamp(2023, month, 1) for month in (4, 5, 6)]


def rows(**given):
    return [row("53.71.01", bulan=month, **given) for month in BULAN]


def seen(found, kode, i):
    """The cell of one month as static/peta.js puts it together."""
    lists = found["sel"][kode]
    state, kelas, warna, warna_teks, lines = found["golongan"][lists["g"][i]]
    words = {key: lists[key][i] for key in "tab"}
    return {
        "keadaan": state,
        "kelas": kelas,
        "warna": warna,
        "warna_teks": warna_teks,
        "teks": words["t"],
        "keterangan": [line.format(**words) for line in lines],
    }


@pytest.mark.parametrize("kunci", metrics.METRIK_AKUN)
@pytest.mark.parametrize(
    "given",
    [
        {},
        {"peserta": 0},
        {"peserta": 3},
        {"penyebut": None},
        {"peserta": 30_000},
        {"berlaku": False, "penyebut": None},
    ],
)
def test_a_month_of_the_player_is_the_single_map_of_that_month(kunci, given):
    tampilan = maps.Tampilan(kunci, "kecamatan", BULAN[1].date())
    frame = pd.DataFrame(rows(**given))
    single = maps.peta(frame[frame["bulan"] == BULAN[1]], tampilan)["sel"]["53.71.01"]
    looks = {key: single[key] for key in ("keadaan", "kelas", "warna", "warna_teks", "teks")}
    assert seen(frames.bingkai(frame, tampilan), "53.71.01", 1) == looks | {"keterangan": single["keterangan"][1:]}


def test_the_same_value_keeps_its_colour_through_all_months_and_the_target_has_its_own():
    frame = pd.DataFrame(
        [row("53.71.01", peserta=n, penyebut=1_000, bulan=b) for n, b in zip((90, 500, 90), BULAN, strict=True)]
    )
    found = frames.bingkai(frame, maps.Tampilan("cakupan", "kecamatan", BULAN[0].date()))
    colours = [seen(found, "53.71.01", i)["warna"] for i in range(3)]
    assert colours[0] == colours[2] != colours[1]
    assert [item["teks"] for item in found["legenda"] if item["sasaran"]] == ["≥ 100% (sasaran)"]
    assert len(found["legenda"]) == len(found["golongan"])


def test_a_hidden_count_travels_in_no_month():
    frame = pd.DataFrame(rows(peserta=3, penyebut=2_000))
    found = frames.bingkai(frame, maps.Tampilan("cakupan", "kecamatan", BULAN[0].date()))
    assert found["sel"]["53.71.01"]["a"] == ["", "", ""]
    assert "2.000" not in json.dumps(found)


def test_every_area_stands_once_and_a_month_without_it_is_empty():
    areas = geo.kelurahan()
    some = [
        row(kode_kelurahan=a.kode, nama_kelurahan=a.nama, bulan=month)
        for a in areas.itertuples()
        for month in BULAN
        if not (a.kode == "53.71.01.1001" and month == BULAN[0])
    ]
    found = frames.bingkai(pd.DataFrame(some), maps.Tampilan("cakupan", "kelurahan", BULAN[0].date()))
    assert sorted(found["sel"]) == sorted(areas["kode"])
    assert [i is None for i in found["sel"]["53.71.01.1001"]["g"]] == [True, False, False]
    assert {len(lists["t"]) for lists in found["sel"].values()} == {3}


def test_all_values_equal_still_draws_and_zero_is_never_hatched():
    for peserta in (0, 500):
        frame = pd.DataFrame(rows(peserta=peserta, penyebut=1_000))
        found = frames.bingkai(frame, maps.Tampilan("cakupan", "kecamatan", BULAN[0].date()))
        assert {seen(found, "53.71.01", i)["keadaan"] for i in range(3)} == {Keadaan.NILAI.value}


def test_the_player_knows_its_first_month_its_place_and_its_words():
    found = frames.waktu([b.date() for b in BULAN], BULAN[2].date(), "abc")
    assert (found["tahun"], found["bulan"], found["jumlah"], found["kini"]) == (2023, 4, 3, 2)
    assert found["nama"][5] == "Juni"
    assert "bingkai" not in found
