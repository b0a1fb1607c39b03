"""Areas with values for GIS: valid, complete, equal to the query, silent where a handful of persons is meant."""

import io
import json

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pytest
import shapely

from jamsostek.ekspor import geodata
from tests.ekspor.conftest import JUNI, KETERANGAN, LEBIH, NOL, SEDIKIT, SISA, TANPA_DATA


@pytest.fixture(scope="module")
def lapisan(wilayah) -> gpd.GeoDataFrame:
    return geodata.lapisan(wilayah, "kelurahan", "cakupan", JUNI, KETERANGAN)


@pytest.fixture(params=["geojson", "parquet"], scope="module")
def terbaca(request, lapisan) -> gpd.GeoDataFrame:
    """The layer after a round trip through the file."""
    if request.param == "geojson":
        return gpd.read_file(io.BytesIO(geodata.geojson(lapisan, KETERANGAN)))
    return gpd.read_parquet(io.BytesIO(geodata.geoparquet(lapisan, KETERANGAN)))


def test_51_valid_areas_once_each_in_wgs_84(terbaca):
    assert len(terbaca) == terbaca["kode"].nunique() == 51
    assert terbaca.is_valid.all()
    assert terbaca.crs.to_epsg() == 4326
    barat, selatan, timur, utara = terbaca.total_bounds
    assert 123 < barat < timur < 124
    assert -11 < selatan < utara < -10


def test_values_equal_the_query_and_hidden_ones_are_null_with_their_state(terbaca, wilayah):
    isi = terbaca.set_index("kode")
    asal = wilayah.set_index("kode_kelurahan")
    keadaan = {TANPA_DATA: "tanpa_data", SEDIKIT: "disembunyikan", SISA: "disembunyikan", LEBIH: "di_atas_100"}
    for kode, row in isi.iterrows():
        assert row["keadaan"] == keadaan.get(str(kode), "nilai")
        if row["keadaan"] in ("nilai", "di_atas_100"):
            assert row["nilai"] == asal.loc[kode, "rasio_cakupan"]
            assert (row["pembilang"], row["penyebut"]) == tuple(asal.loc[kode, ["jumlah_peserta", "jumlah_penyebut"]])
        else:
            assert pd.isna(row["nilai"])
            assert pd.isna(row["kelas"])
    assert isi.loc[NOL, ["nilai", "kelas", "label_kelas"]].tolist() == [0, 1, "< 10%"]
    assert isi.loc[[SEDIKIT, SISA], "pembilang"].isna().all()


def test_every_row_says_what_it_is_of_when_and_from_what(terbaca):
    tetap = {"bulan": "2023-06", "metrik": "cakupan", "definisi": KETERANGAN.definisi, "sumber": KETERANGAN.sumber,
             "versi_data": KETERANGAN.versi, "status_data": KETERANGAN.status}  # fmt: skip
    for kolom, isi in tetap.items():
        assert set(terbaca[kolom]) == {isi}, kolom
    assert "DATA CONTOH" in KETERANGAN.status


def test_the_geojson_follows_the_standard(lapisan):
    isi = json.loads(geodata.geojson(lapisan, KETERANGAN))
    assert "crs" not in isi
    assert isi["keterangan"]["Versi data"] == KETERANGAN.versi
    for feature in isi["features"]:
        bentuk = shapely.geometry.shape(feature["geometry"])
        titik = shapely.get_coordinates(bentuk)
        assert (titik.round(6) == titik).all()
        assert all(part.exterior.is_ccw for part in shapely.get_parts(bentuk))


def test_the_parquet_file_says_what_it_holds(lapisan):
    catatan = pq.read_schema(io.BytesIO(geodata.geoparquet(lapisan, KETERANGAN))).metadata
    assert json.loads(catatan[b"keterangan"])["Judul"] == KETERANGAN.judul
    assert json.loads(catatan[b"geo"])["primary_column"] == "geometry"


def test_kecamatan_are_six_areas_that_cover_the_same_land(enam, lapisan):
    hasil = geodata.lapisan(enam, "kecamatan", "penganggur", JUNI, KETERANGAN)
    assert len(hasil) == 6
    assert hasil.is_valid.all()
    assert hasil.union_all().symmetric_difference(lapisan.union_all()).area < 1e-9
    assert hasil["nilai"].dropna().tolist() == enam["jumlah_penganggur"].dropna().tolist()
