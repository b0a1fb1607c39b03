"""The areas of a level with the values of one metric, for GIS: GeoJSON after RFC 7946, and GeoParquet.

Both hold the same columns; a value that may not be shown is null and its state says why.
"""

import io
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import shapely

from jamsostek import batas, formats, geo, metrics, narasi
from jamsostek.ekspor.keterangan import Keterangan
from jamsostek.figures import tables
from jamsostek.figures.maps import records
from jamsostek.metrics import Keadaan

WGS84 = "EPSG:4326"
_DESIMAL = 6  # of a degree: a tenth of a metre, more than the indicative lines are worth
_BULAT = ("pembilang", "penyebut", "kelas")


def lapisan(
    df: pd.DataFrame, tingkat: metrics.Tingkat, kunci: str, bulan: date, keterangan: Keterangan
) -> gpd.GeoDataFrame:
    """One row per area with its outline of that month's edition, in WGS 84; rows without a place are left out.

    Columns: kode, nama, kecamatan, bulan ('2023-06'), metrik, nilai (ratio 0..1, or persons), pembilang, penyebut,
    keadaan, kelas (1 = first of the legend), label_kelas, definisi, sumber, versi_data, status_data. `df` is a result
    of cakupan_per_kecamatan or cakupan_per_kelurahan. Raises KeyError for an unknown metric.
    """
    kolom = f"kode_{tingkat}"
    asal = {row[kolom]: row for row in records(df)}
    tampil = {row[kolom]: row for row in records(tables.untuk_unduhan(df))}
    areas = geo.kelurahan(batas.pada(bulan))
    areas = areas if tingkat == "kelurahan" else geo.kecamatan(areas).assign(kecamatan=lambda a: a["nama"])
    isi = pd.DataFrame([_isi(asal[kode], tampil[kode], tingkat, kunci) for kode in areas["kode"]])
    nama = areas[["kode", "nama", "kecamatan", "geometry"]].assign(bulan=formats.bulan_url(bulan), metrik=kunci)
    frame = nama.join(isi.astype(dict.fromkeys(_BULAT, "Int64"))).assign(
        definisi=keterangan.definisi, sumber=keterangan.sumber,
        versi_data=keterangan.versi, status_data=keterangan.status,
    )  # fmt: skip
    return _bulatkan(frame.to_crs(WGS84))


def _isi(asal: Mapping[str, Any], tampil: Mapping[str, Any], tingkat: metrics.Tingkat, kunci: str) -> dict[str, Any]:
    metrik = metrics.METRIK[kunci]
    keadaan = metrics.keadaan_pecahan(asal, kunci)
    ada = keadaan.ada_nilai and not formats.kosong(tampil[metrik.kolom])
    if keadaan.ada_nilai and not ada:
        keadaan = Keadaan.DISEMBUNYIKAN
    nilai = float(tampil[metrik.kolom]) if ada else None
    batas_kelas = metrics.batas_kelas(kunci, tingkat)
    kelas = metrics.kelas_of(nilai, batas_kelas)
    return {
        "nilai": nilai,
        "pembilang": tampil[metrik.pembilang],
        "penyebut": tampil[metrik.penyebut] if metrik.penyebut else None,
        "keadaan": keadaan.value,
        "kelas": None if kelas is None else kelas + 1,
        "label_kelas": None if kelas is None else narasi.label_kelas(kunci, batas_kelas)[kelas],
    }


def _bulatkan(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Six decimals, outer rings counter-clockwise (the right-hand rule of RFC 7946)."""
    bulat = shapely.transform(frame.geometry.to_numpy(), lambda titik: np.round(titik, _DESIMAL))
    return frame.set_geometry(gpd.GeoSeries(shapely.orient_polygons(bulat), index=frame.index, crs=frame.crs))


def _keterangan(keterangan: Keterangan) -> dict[str, str]:
    return {**keterangan.butir(), "Status data": keterangan.status}


def geojson(frame: gpd.GeoDataFrame, keterangan: Keterangan) -> bytes:
    """A FeatureCollection without a crs member, as the standard asks; the context stands beside the features."""
    properti = frame.drop(columns="geometry").astype(object)
    baris = properti.where(properti.notna(), None).to_dict("records")
    isi = {
        "type": "FeatureCollection",
        "keterangan": _keterangan(keterangan),
        "features": [
            {"type": "Feature", "id": row["kode"], "properties": row, "geometry": shapely.geometry.mapping(geom)}
            for row, geom in zip(baris, frame.geometry, strict=True)
        ],
    }
    return json.dumps(isi, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def geoparquet(frame: gpd.GeoDataFrame, keterangan: Keterangan) -> bytes:
    """GeoParquet with the context in the file's own metadata, key 'keterangan' (JSON)."""
    mentah = io.BytesIO()
    frame.to_parquet(mentah, index=False)
    tabel = pq.read_table(mentah)
    catatan = {b"keterangan": json.dumps(_keterangan(keterangan), ensure_ascii=False).encode()}
    hasil = io.BytesIO()
    pq.write_table(tabel.replace_schema_metadata({**(tabel.schema.metadata or {}), **catatan}), hasil)
    return hasil.getvalue()
