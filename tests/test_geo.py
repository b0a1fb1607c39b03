"""The drawing in git is what the boundaries give, complete and in place."""

import json
import re

import pytest
import shapely

from jamsostek import batas, geo, settings


@pytest.fixture(scope="module")
def drawing() -> dict:
    return json.loads((settings.static_dir() / batas.berkas_gambar()).read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def areas():
    return geo.kelurahan()


def test_the_drawings_in_git_are_made_from_the_boundaries_in_git():
    for edition in batas.semua():
        assert (settings.static_dir() / edition.gambar).read_text(encoding="utf-8") == geo.teks_gambar(edition)


def test_every_kelurahan_has_a_tile_of_its_own(drawing):
    tiles = drawing["petak"]
    assert (tiles["kolom"], tiles["baris"]) == (10, 6)
    assert set(tiles["sel"]) == {a["kode"] for a in drawing["kelurahan"]}
    assert len({tuple(cell) for cell in tiles["sel"].values()}) == 51


def test_every_area_is_drawn_once(drawing, areas):
    assert [a["kode"] for a in drawing["kelurahan"]] == areas["kode"].tolist()
    assert len(drawing["kelurahan"]) == 51
    assert len(drawing["kecamatan"]) == 6
    assert {a["induk"] for a in drawing["kelurahan"]} == {a["kode"] for a in drawing["kecamatan"]}


def test_kecamatan_are_the_dissolve_of_their_kelurahan(areas):
    parents = geo.kecamatan(areas).set_index("kode")
    for kode, parts in areas.groupby("kecamatan_kode"):
        assert parents.geometry[kode].area == pytest.approx(parts.geometry.area.sum(), rel=1e-9)


def test_labels_lie_inside_their_area_with_the_room_they_claim(drawing, areas):
    for area in drawing["kelurahan"]:
        rings = [
            shapely.Polygon([tuple(map(float, p.split(","))) for p in ring.split("L")])
            for ring in re.findall(r"M([^Z]+)Z", area["d"])
        ]
        circle = shapely.Point(area["x"], area["y"]).buffer(area["r"] * 0.97)
        assert any(shapely.make_valid(ring).buffer(0.3).contains(circle) for ring in rings), area["nama"]


def test_north_is_up_and_shapes_are_true(drawing):
    centre = {a["nama"]: a for a in drawing["kelurahan"]}
    assert centre["Lasiana"]["y"] < centre["Naioni"]["y"]
    assert centre["Alak"]["x"] < centre["Lasiana"]["x"]
    assert drawing["meter_per_satuan"] == pytest.approx(18.1, abs=0.1)


def test_the_inset_holds_the_dense_centre(drawing):
    inside = [a for a in drawing["kelurahan"] if a["induk"] in drawing["kecamatan_sisipan"]]
    assert len(inside) == 18
    x, y, width, height = drawing["kotak_sisipan"]
    assert all(x < a["x"] < x + width and y < a["y"] < y + height for a in inside)


def test_the_file_stays_small_enough_for_a_slow_line(drawing):
    assert (settings.static_dir() / batas.berkas_gambar()).stat().st_size < 80_000
