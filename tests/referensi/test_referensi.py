import csv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import geopandas
import pytest
import shapely

from jamsostek import settings

REFERENSI = settings.referensi_dir()
KECAMATAN = {"53.71.01", "53.71.02", "53.71.03", "53.71.04", "53.71.05", "53.71.06"}
# The city lies inside this box (degrees); the source lines end at 123.527-123.693 E, 10.124-10.293 S.
BBOX = (123.50, -10.32, 123.72, -10.10)


def read(name: str) -> list[dict[str, str]]:
    with Path(REFERENSI / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def kelurahan() -> Any:
    return geopandas.read_file(REFERENSI / "kelurahan.geojson")


def test_51_kelurahan_in_6_kecamatan() -> None:
    rows = read("wilayah.csv")
    assert len({row["kode_kelurahan"] for row in rows}) == len(rows) == 51
    assert Counter(row["kode_kecamatan"] for row in rows) == dict(
        zip(sorted(KECAMATAN), (12, 9, 5, 7, 8, 10), strict=True)
    )
    assert all(row["kode_kelurahan"].startswith(row["kode_kecamatan"] + ".") for row in rows)


def test_no_spelling_means_two_kelurahan() -> None:
    owner: dict[str, str] = {}
    for row in read("wilayah.csv"):
        for spelling in [row["nama_kelurahan"], *filter(None, row["ejaan_lain"].split("|"))]:
            key = "".join(c for c in spelling.casefold() if c.isalnum())
            assert owner.setdefault(key, row["kode_kelurahan"]) == row["kode_kelurahan"], spelling


def test_boundaries_carry_the_codes_and_names_of_wilayah(kelurahan: Any) -> None:
    columns = ["kode", "nama", "kecamatan_kode", "kecamatan"]
    keys = ["kode_kelurahan", "nama_kelurahan", "kode_kecamatan", "nama_kecamatan"]
    assert set(kelurahan[columns].itertuples(index=False, name=None)) == {
        tuple(r[k] for k in keys) for r in read("wilayah.csv")
    }


def test_boundaries_are_valid_without_gap_or_overlap(kelurahan: Any) -> None:
    shapes = kelurahan.geometry.to_numpy()
    assert kelurahan.crs.to_epsg() == 4326
    assert shapely.is_valid(shapes).all()
    assert shapely.coverage_is_valid(shapes)
    city = shapely.union_all(shapes)
    assert city.geom_type == "Polygon"
    assert not city.interiors, "a hole between kelurahan"
    assert shapely.area(shapes).sum() == pytest.approx(city.area, rel=1e-9)


def test_boundaries_lie_in_the_city_and_hold_the_points_of_wilayah(kelurahan: Any) -> None:
    west, south, east, north = kelurahan.total_bounds
    assert BBOX[0] < west < east < BBOX[2]
    assert BBOX[1] < south < north < BBOX[3]
    for row in read("wilayah.csv"):
        assert BBOX[0] < float(row["bujur"]) < BBOX[2]
        assert BBOX[1] < float(row["lintang"]) < BBOX[3]


def test_the_licence_notice_of_the_boundaries_is_complete() -> None:
    notice = (REFERENSI / "LISENSI-batas-wilayah.txt").read_text(encoding="utf-8")
    assert "Copyright (c) 2024 cahya dsn" in notice
    assert "The above copyright notice and this permission notice shall be included" in notice


def test_rt_rw_totals_are_the_published_ones_and_the_split_says_it_is_synthetic() -> None:
    rows = read("rt_rw.csv")
    assert {r["kode_kelurahan"] for r in rows} == {r["kode_kelurahan"] for r in read("wilayah.csv")}
    assert sum(int(r["jumlah_rt"]) for r in rows) == 1316
    assert sum(int(r["jumlah_rw"]) for r in rows) == 424
    assert sum(int(r["jumlah_rt"]) for r in rows if r["kode_kelurahan"].startswith("53.71.04")) == 278
    assert sum(int(r["jumlah_rt"]) for r in rows if r["kode_kelurahan"].startswith("53.71.06")) == 140
    assert all(int(r["jumlah_rt"]) >= int(r["jumlah_rw"]) >= 1 for r in rows)
    assert {r["sintetis"] for r in rows} == {"ya"}


def test_population_is_the_census_and_names_the_two_missing_kelurahan() -> None:
    rows = read("penduduk_kelurahan.csv")
    assert sum(int(r["jumlah_penduduk"] or 0) for r in rows) == 336_239
    assert {r["nama_kelurahan"] for r in rows if not r["jumlah_penduduk"]} == {"Penkase Oeleta", "Bakunase Dua"}
    assert all(r["catatan"] for r in rows if not r["jumlah_penduduk"])


@pytest.mark.parametrize("name", ["angka_resmi.csv", "target.csv"])
def test_every_figure_has_a_source_and_an_address(name: str) -> None:
    rows = read(name)
    assert rows
    for row in rows:
        assert row["SUMBER"].strip()
        assert row["TAUTAN"].startswith("http")
        assert date.fromisoformat(row["TANGGAL"])


def test_angka_resmi_kinds_units_and_unique_rows() -> None:
    rows = read("angka_resmi.csv")
    assert {r["JENIS"] for r in rows} == {"resmi", "pernyataan", "register"}
    assert {r["SATUAN"] for r in rows} == {"persen", "orang", "perusahaan"}
    assert all(0 <= float(r["NILAI"]) <= 100 for r in rows if r["SATUAN"] == "persen")
    assert all(float(r["NILAI"]).is_integer() for r in rows if r["SATUAN"] == "orang")
    keys = [tuple(r[k] for k in ("INDIKATOR", "WILAYAH", "TANGGAL", "JENIS", "SUMBER")) for r in rows]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("indikator", "tanggal", "nilai", "jenis"),
    [
        ("tpt", "2019-08-31", 9.78, "resmi"),
        ("tpt", "2021-08-31", 9.76, "resmi"),
        ("tpt", "2024-08-31", 8.60, "resmi"),
        ("tpt", "2018-02-28", 7, "pernyataan"),
        ("tpak", "2018-08-31", 57.67, "resmi"),
        ("penganggur", "2023-06-15", 19_000, "pernyataan"),
        ("penganggur", "2024-12-31", 9_154, "register"),
        ("cakupan", "2023-06-15", 23, "pernyataan"),
        ("cakupan", "2023-06-15", 21, "pernyataan"),
        ("cakupan", "2015-12-31", 60, "pernyataan"),
        ("cakupan", "2015-12-31", 57.1, "register"),
    ],
)
def test_published_city_figures(indikator: str, tanggal: str, nilai: float, jenis: str) -> None:
    rows = [
        r
        for r in read("angka_resmi.csv")
        if (r["WILAYAH"], r["INDIKATOR"], r["TANGGAL"]) == ("53.71", indikator, tanggal)
    ]
    assert (nilai, jenis) in {(float(r["NILAI"]), r["JENIS"]) for r in rows}


def test_nothing_is_invented_for_the_city() -> None:
    assert not [
        r for r in read("angka_resmi.csv") if r["INDIKATOR"].startswith("potensi") and r["WILAYAH"].startswith("53.71")
    ]
    assert not [r for r in read("target.csv") if r["WILAYAH"].startswith("53.71")]


def test_targets_are_ratios_of_a_named_issuer() -> None:
    rows = read("target.csv")
    assert all(0 < float(r["RASIO CAKUPAN"]) <= 1 and r["PENERBIT"] for r in rows)
    assert len({(r["TANGGAL"], r["WILAYAH"], r["PENERBIT"]) for r in rows}) == len(rows)


@pytest.mark.parametrize("name", ["iuran.csv", "manfaat.csv"])
def test_parameters_have_value_basis_and_source(name: str) -> None:
    for row in read(name):
        assert float(row["nilai"]) > 0
        assert row["sumber"]
        assert row["tautan"].startswith(("http", "https"))
        assert not row["berlaku_mulai"] or not row["berlaku_sampai"] or row["berlaku_mulai"] < row["berlaku_sampai"]


def test_jkm_adds_up_to_42_million() -> None:
    jkm = {
        r["manfaat"]: int(r["nilai"])
        for r in read("manfaat.csv")
        if r["program"] == "JKM" and r["berlaku_mulai"] == "2020-01" and r["satuan"] == "rupiah"
    }
    assert jkm.pop("jumlah santunan") == sum(jkm.values()) == 42_000_000


def test_readme_names_every_reference_file() -> None:
    readme = (REFERENSI.parent / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in REFERENSI.iterdir() if path.name not in readme] == []
