"""Boundaries: from the kelurahan GeoJSON of an edition to the drawing that the browser fetches once by URL.

GeoPandas works here, when the boundaries change, and not while people look at the app: `python -m jamsostek.geo`
writes one `static/peta-<city>-<edition>.json` per edition of `batas`. This city's are kept in git and checked by a test
against the boundaries.
"""

import json
import math
import sys
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import shapely

from jamsostek import batas, settings, wilayah
from jamsostek.batas import Edisi
from jamsostek.kota import ReferensiRusak, kota

LEBAR_GAMBAR = 1000
"""Width of the drawing in its own units."""

RUANG_NAMA_KECAMATAN = 40
"""Below this radius (drawing units) a kecamatan's name stands beside the land, tied to it by a line."""

JARAK_LABEL_LUAR = 75


@dataclass(frozen=True)
class Proyeksi:
    """Metres to drawing units, y pointing down."""

    x0: float
    y1: float
    skala: float

    def geometry(self, geom: Any) -> Any:
        """The geometry in drawing units, rounded to a tenth of a unit."""
        moved = shapely.transform(geom, lambda p: (p - [self.x0, self.y1]) * [self.skala, -self.skala])
        return shapely.set_precision(moved, 0.1, mode="pointwise")


def kelurahan(edisi: Edisi | None = None) -> gpd.GeoDataFrame:
    """The kelurahan of an edition (the newest by default), in metres: kode, nama, kecamatan_kode, kecamatan, geometry.

    Sorted by kode. The city's projection has equal scale in both directions, so north is up and shapes are true.
    Raises ReferensiRusak for a file that is missing or draws other kelurahan than wilayah.csv says existed then.
    """
    chosen = edisi or batas.pada()
    path = settings.referensi_dir() / chosen.berkas
    try:
        frame = gpd.read_file(path)
    except (OSError, ValueError, RuntimeError) as error:
        raise ReferensiRusak(f"Berkas batas {path} tidak ada atau tidak dapat dibaca.") from error
    if missing := {"kode", "nama", "kecamatan_kode", "kecamatan"} - set(frame):
        raise ReferensiRusak(f"{path.name}: tidak ada {', '.join(sorted(missing))} pada setiap kelurahan.")
    wilayah.cocok(chosen, frame["kode"].tolist())
    return frame.to_crs(kota().proyeksi).sort_values("kode").reset_index(drop=True)


def kecamatan(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The kecamatan dissolved from their kelurahan, so that no second layer can disagree: kode, nama, geometry."""
    dissolved = areas.dissolve(by="kecamatan_kode", aggfunc={"kecamatan": "first"}).reset_index()
    return dissolved.rename(columns={"kecamatan_kode": "kode", "kecamatan": "nama"})


def path_data(geom: Any) -> str:
    """SVG path data of a polygon or multipolygon in drawing units."""
    parts = []
    for polygon in shapely.get_parts(geom):
        for ring in (polygon.exterior, *polygon.interiors):
            points = [f"{x:.1f},{y:.1f}".replace(".0", "") for x, y in ring.coords[:-1]]
            parts.append("M" + "L".join(points) + "Z")
    return "".join(parts)


def label_point(geom: Any) -> tuple[float, float, float]:
    """x, y and radius of the largest circle inside the area: where a name fits best, and how much room it has."""
    largest = max(shapely.get_parts(geom), key=lambda part: part.area)
    circle = shapely.maximum_inscribed_circle(largest, tolerance=1.0)
    (x, y), _ = circle.coords
    return round(x, 1), round(y, 1), round(circle.length, 1)


def outside_point(x: float, y: float, whole: Any) -> tuple[float, float]:
    """The nearest place off the city's land, away from its middle, for the name of an area too small to hold it."""
    middle = whole.centroid
    far = 2 * LEBAR_GAMBAR / middle.distance(shapely.Point(x, y))
    ray = shapely.LineString([(x, y), (x + (x - middle.x) * far, y + (y - middle.y) * far)])
    start = max(shapely.get_coordinates(shapely.intersection(ray, whole)), key=lambda p: math.dist(p, (x, y)))
    step = JARAK_LABEL_LUAR / ray.length
    return round(float(start[0]) + (ray.coords[1][0] - x) * step, 1), round(
        float(start[1]) + (ray.coords[1][1] - y) * step, 1
    )


def _area(kode: str, nama: str, induk: str, geom: Any) -> dict[str, Any]:
    x, y, radius = label_point(geom)
    return {"kode": kode, "nama": nama, "induk": induk, "d": path_data(geom), "x": x, "y": y, "r": radius}


def _named_outside(area: dict[str, Any], whole: Any) -> dict[str, Any]:
    if area["r"] >= RUANG_NAMA_KECAMATAN:
        return area
    return {**area, "luar": outside_point(area["x"], area["y"], whole)}


def _bounds(geom: Any, margin: float) -> list[float]:
    x0, y0, x1, y1 = shapely.bounds(geom)
    return [round(v, 1) for v in (x0 - margin, y0 - margin, x1 - x0 + 2 * margin, y1 - y0 + 2 * margin)]


def gambar(edisi: Edisi) -> dict[str, Any]:
    """The drawing as JSON data: view boxes, metres per unit, areas (kode, nama, induk, d, x, y, r) of both levels.

    `kotak_sisipan` is None in a city without an inset, `petak` (the layout in tiles of equal size) in one without
    petak.csv. Raises ReferensiRusak.
    """
    city, areas = kota(), kelurahan(edisi)
    west, _south, east, north = areas.total_bounds
    proyeksi = Proyeksi(west, north, LEBAR_GAMBAR / (east - west))
    drawn = areas.assign(geometry=proyeksi.geometry(areas.geometry.to_numpy()))
    parents = kecamatan(areas)
    parents = parents.assign(geometry=proyeksi.geometry(parents.geometry.to_numpy()))
    whole = parents.geometry.union_all()
    inset = parents[parents["kode"].isin(city.kecamatan_sisipan)]
    districts = [_area(r.kode, r.nama, city.kode, r.geometry) for r in parents.itertuples()]
    return {
        "kotak": _bounds(drawn.geometry.union_all(), 6),
        "kotak_sisipan": _bounds(inset.geometry.union_all(), 4) if len(inset) else None,
        "kecamatan_sisipan": inset["kode"].tolist(),
        "judul_sisipan": city.judul_sisipan,
        "meter_per_satuan": round(1 / proyeksi.skala, 3),
        "petak": wilayah.petak(areas["kode"].tolist()),
        "kelurahan": [_area(r.kode, r.nama, r.kecamatan_kode, r.geometry) for r in drawn.itertuples()],
        "kecamatan": [_named_outside(area, whole) for area in districts],
    }


def teks_gambar(edisi: Edisi) -> str:
    """The drawing as the exact text of its file."""
    return json.dumps(gambar(edisi), ensure_ascii=False, separators=(",", ":")) + "\n"


def main() -> int:
    """Write the drawing of every edition; returns 1, with the reason told, where the reference files are not right."""
    try:
        wilayah.tanggal_cocok()
        texts = {edition.gambar: teks_gambar(edition) for edition in batas.semua()}
    except ReferensiRusak as error:
        print(error, file=sys.stderr)  # noqa: T201 - a command
        return 1
    for name, text in texts.items():
        (settings.static_dir() / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
