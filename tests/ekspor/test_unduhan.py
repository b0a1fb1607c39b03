"""What the buttons of the map page make, from the built example: each a file of its kind that says DATA CONTOH."""

import datetime as dt
import io
from pathlib import Path

import geopandas as gpd
import pypdf
import pytest

from jamsostek import filters, queries
from jamsostek.atlas import satu, unduhan
from jamsostek.figures import maps
from jamsostek.shell import Konteks

JUNI = dt.date(2023, 6, 1)


@pytest.fixture(scope="module")
def isi(contoh_data_dir: Path) -> dict[str, bytes]:
    pilihan = filters.Pilihan(bulan=(JUNI,), wilayah=())
    konteks = Konteks(filters.Filters(JUNI, segmen="PU", tingkat="kelurahan"), pilihan, True, "Kota Kupang")
    tampilan = satu.tampilan_peta(konteks)
    wilayah = satu.per_wilayah(konteks, "kelurahan")
    berkas = unduhan.berkas(konteks, maps.peta(wilayah, tampilan), wilayah, "kelurahan", "cakupan")
    return {akhiran: buat() for akhiran, (_label, _mime, buat) in berkas.items()}


def test_each_button_makes_a_file_of_its_kind(isi):
    awal = {
        "png": b"\x89PNG",
        "svg": b"<svg",
        "pdf": b"%PDF",
        "geojson": b'{"type":"FeatureCollection"',
        "parquet": b"PAR1",
    }
    assert set(isi) == set(awal)
    assert all(isi[akhiran].startswith(tanda) for akhiran, tanda in awal.items())


def test_the_files_name_the_filters_the_version_of_the_data_and_the_example(isi):
    versi = queries.kesegaran().iloc[0]["versi"]
    tertulis = " ".join(pypdf.PdfReader(io.BytesIO(isi["pdf"])).pages[0].extract_text().split())
    for kata in (
        "Juni 2023",
        "Penerima Upah",
        "penyebut penduduk bekerja",
        versi,
        "DATA CONTOH",
        "peserta aktif dibagi",
    ):
        assert kata in tertulis
    gis = gpd.read_parquet(io.BytesIO(isi["parquet"]))
    assert set(gis["versi_data"]) == {versi}
    assert gis["status_data"].str.startswith("DATA CONTOH").all()


def test_the_areas_hold_the_values_of_the_query(isi):
    gis = gpd.read_file(io.BytesIO(isi["geojson"])).set_index("kode")["nilai"]
    asal = queries.cakupan_per_kelurahan(bulan=JUNI, segmen="PU").set_index("kode_kelurahan")["rasio_cakupan"]
    terlihat = gis.dropna()
    assert len(terlihat) > 40
    assert terlihat.to_dict() == asal[terlihat.index].to_dict()
