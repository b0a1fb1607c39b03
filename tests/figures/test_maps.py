"""The map's data: fixed colours, six states that look different, finished Indonesian words."""

from datetime import date

import pandas as pd
import pytest

from jamsostek import geo, metrics, theme
from jamsostek.figures import maps
from jamsostek.metrics import Keadaan

JUNI = date(2023, 6, 1)


def row(kode="53.71.01", peserta=50, penyebut=200, **rest):
    ratio = None if not penyebut or peserta is None else peserta / penyebut
    base = {
        "kode_kecamatan": kode,
        "nama_kecamatan": "Alak",
        "jumlah_peserta": peserta,
        "jumlah_penyebut": penyebut,
        "rasio_cakupan": ratio,
        "jumlah_pekerja": penyebut,
        "jumlah_belum_terlindungi": None if penyebut is None else max(penyebut - (peserta or 0), 0),
        "jumlah_penganggur": 20,
        "jumlah_angkatan_kerja": 220,
        "rasio_tpt": 20 / 220,
        "jumlah_rt_melapor": 9,
        "jumlah_rt": 12,
        "rasio_rt_melapor": 9 / 12,
        "berlaku": True,
    }
    return base | rest


def cell(**rest):
    data = maps.peta(pd.DataFrame([row(**rest)]), maps.Tampilan("cakupan", "kecamatan", JUNI))
    return data["sel"]["53.71.01"]


def test_an_ordinary_cell_says_value_numerator_and_denominator():
    found = cell(peserta=4_688, penyebut=20_000)
    assert found["teks"] == "23,4%"
    assert found["keterangan"] == [
        "Kecamatan Alak",
        "Cakupan: 23,4%",
        "4.688 peserta aktif dari 20.000 penduduk bekerja",
    ]
    assert found["warna"] == theme.KELAS_CAKUPAN[2].isi


@pytest.mark.parametrize(
    ("given", "state", "text"),
    [
        ({"peserta": 0, "penyebut": 200}, Keadaan.NILAI, "0%"),
        ({"peserta": 50, "penyebut": None}, Keadaan.TANPA_DATA, "tad"),
        ({"peserta": 3, "penyebut": 200}, Keadaan.DISEMBUNYIKAN, "r"),
        ({"peserta": 198, "penyebut": 200}, Keadaan.DISEMBUNYIKAN, "r"),
        ({"berlaku": False, "penyebut": None}, Keadaan.TIDAK_BERLAKU, "tb"),
        ({"peserta": 300, "penyebut": 200}, Keadaan.DI_ATAS_100, "150,0% !"),
        ({"peserta": 50, "penyebut": 200, "pendataan_memadai": False}, Keadaan.BELUM_DIKETAHUI, "bd"),
    ],
)
def test_the_states_are_kept_apart(given, state, text):
    found = cell(**given)
    assert (found["keadaan"], found["teks"]) == (state.value, text)


def test_a_hidden_count_is_nowhere_in_the_cell():
    assert "3 " not in " ".join(cell(peserta=3, penyebut=2_000)["keterangan"])


def test_the_same_value_has_the_same_colour_whatever_else_is_on_the_map():
    alone = cell(peserta=300, penyebut=1_000)["warna"]
    crowd = pd.DataFrame([row(peserta=300, penyebut=1_000), *(row(f"53.71.0{i}", 900, 1_000) for i in range(2, 7))])
    data = maps.peta(crowd, maps.Tampilan("cakupan", "kecamatan", JUNI))
    assert data["sel"]["53.71.01"]["warna"] == alone


def test_all_areas_of_the_city_and_none_without_a_place():
    areas = geo.kelurahan()
    rows = [
        row(kode_kelurahan=a.kode, nama_kelurahan=a.nama, umur_bulan=3, bulan_daftar=JUNI) for a in areas.itertuples()
    ]
    rows.append(row(kode_kelurahan="53.71.00.0000", nama_kelurahan="Tanpa wilayah", umur_bulan=None, bulan_daftar=None))
    data = maps.peta(pd.DataFrame(rows), maps.Tampilan("cakupan", "kelurahan", JUNI))
    assert set(data["sel"]) == set(areas["kode"])
    assert sum(int(item["jumlah"]) for item in data["legenda"]) == 51


def test_the_legend_counts_every_area_once_and_marks_the_target():
    rows = [row("53.71.01"), row("53.71.02", 0), row("53.71.03", 3), row("53.71.04", 9, None), row("53.71.05", 250)]
    data = maps.peta(pd.DataFrame(rows), maps.Tampilan("cakupan", "kecamatan", JUNI))
    assert sum(int(item["jumlah"]) for item in data["legenda"]) == 5
    assert [item["teks"] for item in data["legenda"] if item["sasaran"]] == ["≥ 100% (sasaran)"]
    states = {item["keadaan"] for item in data["legenda"]}
    assert states == {"nilai", "tanpa_data", "disembunyikan", "di_atas_100"}


@pytest.mark.parametrize("kunci", list(metrics.METRIK))
@pytest.mark.parametrize("target", [0.15, 0.6482, 1.0])
def test_every_metric_draws_with_as_many_colours_as_classes(kunci, target):
    data = maps.peta(pd.DataFrame([row()]), maps.Tampilan(kunci, "kecamatan", JUNI, target=target))
    classes = [item for item in data["legenda"] if item["keadaan"] == "nilai"]
    assert len({item["warna"] for item in classes}) == len(classes)


def test_a_stale_list_is_said():
    found = cell(umur_bulan=30, bulan_daftar=date(2020, 12, 1))
    assert found["keterangan"][-1] == "Daftar tenaga kerja terakhir Desember 2020 (30 bulan lalu)"


def test_a_poorly_recorded_place_says_why_and_shows_no_value_and_no_class():
    given = row(peserta=20, penyebut=1_000, pendataan_memadai=False, umur_bulan=33, bulan_daftar=date(2020, 9, 1))
    data = maps.peta(pd.DataFrame([given]), maps.Tampilan("cakupan", "kecamatan", JUNI))
    found = data["sel"]["53.71.01"]
    assert found["keterangan"] == [
        "Kecamatan Alak",
        "Cakupan: belum diketahui (pendataan belum memadai)",
        "9 dari 12 RT melapor; yang memadai: sedikitnya 60% RT dan daftar paling lama 24 bulan",
        "Daftar tenaga kerja terakhir September 2020 (33 bulan lalu)",
    ]
    assert found["kelas"] == ""
    assert found["warna"] not in {kelas.isi for kelas in theme.KELAS_CAKUPAN}
    assert data["legenda"][-1]["teks"] == "Belum diketahui (pendataan belum memadai)"
    assert data["legenda"][-1]["jumlah"] == "1"
    assert "Belum diketahui (pendataan belum memadai): 1 wilayah." in data["alt"]


def test_completeness_names_rt_and_their_number():
    data = maps.peta(pd.DataFrame([row(pendataan_memadai=False)]), maps.Tampilan("kelengkapan", "kecamatan", JUNI))
    found = data["sel"]["53.71.01"]
    assert found["keterangan"] == ["Kecamatan Alak", "Kelengkapan pendataan: 75%", "9 RT melapor dari 12 RT"]
    assert found["warna"] == theme.KELAS_KELENGKAPAN[3].isi


def test_what_travels_holds_every_cell_and_each_class_once():
    rows = [row("53.71.01"), row("53.71.02"), row("53.71.03", 3), row("53.71.04", 9, None)]
    data = maps.peta(pd.DataFrame(rows), maps.Tampilan("cakupan", "kecamatan", JUNI))
    packed = maps.padat(data)
    assert len(packed["golongan"]) == len(set(packed["golongan"])) == 3
    for kode, (group, text, *words) in packed["sel"].items():
        cell = data["sel"][kode]
        *looks, lines = packed["golongan"][group]
        assert looks == [cell["keadaan"], cell["kelas"], cell["warna"], cell["warna_teks"]]
        numbers = dict(zip("tab", (text, *words[:2]), strict=True))
        assert [*(line.format(**numbers) for line in lines), *words[2:]] == cell["keterangan"][1:]
    assert "penduduk bekerja" not in str(packed["sel"])


def test_the_text_alternative_says_lowest_highest_change_and_the_number_at_the_target():
    names = ("Alak", "Maulafa", "Kelapa Lima", "Oebobo")
    now, before = (
        [
            row(f"53.71.0{i + 1}", n, 1_000, nama_kecamatan=name)
            for i, (n, name) in enumerate(zip(counts, names, strict=True))
        ]
        for counts in ((250, 1_200, 100, 3), (200, 1_200, 120, 400))
    )
    alt = maps.peta(pd.DataFrame(now), maps.Tampilan("cakupan", "kecamatan", JUNI), pd.DataFrame(before))["alt"]
    assert "Tertinggi Maulafa 120,0%; terendah Kelapa Lima 10,0%." in alt
    assert "Mencapai sasaran 100%: 1 wilayah." in alt
    assert "Dibanding sebulan sebelumnya: naik di 1, turun di 1, tetap di 1 wilayah." in alt


@pytest.mark.parametrize(
    ("ratio", "colour"),
    [
        (0.0, "#FDF5DB"), (0.0999, "#FDF5DB"), (0.10, "#EAC685"), (0.1999, "#EAC685"), (0.20, "#DA9522"),
        (0.3999, "#DA9522"), (0.40, "#B36B10"), (0.6999, "#B36B10"), (0.70, "#8A4419"), (0.9999, "#8A4419"),
        (1.0, "#1B2F62"),
    ],
)  # fmt: skip
def test_a_value_has_the_colour_of_its_class_and_no_other(ratio, colour):
    found = cell(peserta=round(ratio * 100_000), penyebut=100_000)
    assert (found["keadaan"], found["warna"]) == ("nilai", colour)
