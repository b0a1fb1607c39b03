"""Boundaries: from the kelurahan GeoJSON to the drawing that the browser fetches once by URL.

GeoPandas works here, when the boundaries change, and not while people look at the app: `python -m jamsostek.geo`
writes `static/peta.json`, which is kept in git and checked by a test against the boundaries.
"""

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely

from jamsostek import settings

UTM_51S = "EPSG:32751"
"""Metres in Kupang; equal scale in both directions, so north is up and shapes are true."""

LEBAR_GAMBAR = 1000
"""Width of the drawing in its own units."""

KECAMATAN_SISIPAN = ("53.71.05", "53.71.06")
"""Kota Raja and Kota Lama: 18 kelurahan on 6 % of the land, unreadable at the scale of the city."""


RUANG_NAMA_KECAMATAN = 40
"""Below this radius (drawing units) a kecamatan's name stands beside the land, tied to it by a line."""

JARAK_LABEL_LUAR = 75


@dataclass(frozen=True)
class Proyeksi:
    """Metres (UTM 51S) to drawing units, y pointing down."""

    x0: float
    y1: float
    skala: float

    def geometry(self, geom: Any) -> Any:
        """The geometry in drawing units, rounded to a tenth of a unit."""
        moved = shapely.transform(geom, lambda p: (p - [self.x0, self.y1]) * [self.skala, -self.skala])
        return shapely.set_precision(moved, 0.1, mode="pointwise")


def kelurahan(path: Path | None = None) -> gpd.GeoDataFrame:
    """The 51 kelurahan in UTM 51S: kode, nama, kecamatan_kode, kecamatan, geometry; sorted by kode."""
    frame = gpd.read_file(path or settings.referensi_dir() / "kelurahan.geojson")
    return frame.to_crs(UTM_51S).sort_values("kode").reset_index(drop=True)


def kecamatan(areas: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The six kecamatan dissolved from their kelurahan, so that no second layer can disagree: kode, nama, geometry."""
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


def gambar(areas: gpd.GeoDataFrame) -> dict[str, Any]:
    """The drawing as JSON data: view boxes, metres per unit, areas (kode, nama, induk, d, x, y, r) of both levels."""
    west, _south, east, north = areas.total_bounds
    proyeksi = Proyeksi(west, north, LEBAR_GAMBAR / (east - west))
    drawn = areas.assign(geometry=proyeksi.geometry(areas.geometry.to_numpy()))
    parents = kecamatan(areas)
    parents = parents.assign(geometry=proyeksi.geometry(parents.geometry.to_numpy()))
    whole = parents.geometry.union_all()
    inset = parents[parents["kode"].isin(KECAMATAN_SISIPAN)].geometry.union_all()
    return {
        "kotak": _bounds(drawn.geometry.union_all(), 6),
        "kotak_sisipan": _bounds(inset, 4),
        "kecamatan_sisipan": list(KECAMATAN_SISIPAN),
        "meter_per_satuan": round(1 / proyeksi.skala, 3),
        "kelurahan": [_area(r.kode, r.nama, r.kecamatan_kode, r.geometry) for r in drawn.itertuples()],
        "kecamatan": [_named_outside(_area(r.kode, r.nama, "53.71", r.geometry), whole) for r in parents.itertuples()],
    }


def teks_gambar() -> str:
    """The drawing as the exact text of `static/peta.json`."""
    return json.dumps(gambar(kelurahan()), ensure_ascii=False, separators=(",", ":")) + "\n"


def main() -> None:
    """Write `static/peta.json` from the boundaries."""
    (settings.static_dir() / "peta.json").write_text(teks_gambar(), encoding="utf-8")


if __name__ == "__main__":
    main()
