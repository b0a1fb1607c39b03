"""The baseline: the Ringkasan page as a competent developer in a hurry writes it.

One script, the same data file, the same SQL, the same filters; boundaries inlined on each rerun; no cache, no fragment.
`KECAMATAN_GEOJSON` names the dissolved boundaries that the benchmark prepares once, so that no rerun has to dissolve.
"""

import json
import os
from pathlib import Path

import duckdb
import pandas as pd
import plotly.express as px
import streamlit as st

ROOT = Path(__file__).resolve().parents[2]
SEMUA = "Semua"

st.set_page_config(page_title="Cakupan", layout="wide")
con = duckdb.connect(str(Path(os.environ.get("JAMSOSTEK_DATA", ROOT / "data")) / "jamsostek.duckdb"), read_only=True)
for makro in (ROOT / "queries" / "macros").glob("*.sql"):
    # the file is read-only: a macro can only live in this connection
    con.execute(makro.read_text(encoding="utf-8").replace("CREATE MACRO", "CREATE TEMP MACRO", 1))


def tanya(nama: str, **params: object) -> pd.DataFrame:
    return con.execute((ROOT / "queries" / f"{nama}.sql").read_text(encoding="utf-8"), params).df()


def pilih(label: str, pilihan: list[str]) -> str | None:
    nilai = st.sidebar.selectbox(label, [SEMUA, *pilihan])
    return None if nilai == SEMUA else nilai


daftar_bulan = tanya("bulan_tersedia")["bulan"].sort_values(ascending=False).dt.date
wilayah = tanya("wilayah_pilihan")
nama_kecamatan = wilayah.drop_duplicates("kode_kecamatan").set_index("nama_kecamatan")["kode_kecamatan"]
bulan = st.sidebar.selectbox("Bulan", list(daftar_bulan), format_func=lambda b: f"{b:%B %Y}")
kecamatan = nama_kecamatan.get(pilih("Kecamatan", list(nama_kecamatan.index)))
per_kecamatan = wilayah[wilayah["kode_kecamatan"] == kecamatan] if kecamatan else wilayah
nama_kelurahan = per_kecamatan.set_index("nama_kelurahan")["kode_kelurahan"]
kelurahan = nama_kelurahan.get(pilih("Kelurahan", list(nama_kelurahan.index)))
segmen = pilih("Segmen", ["PU", "BPU", "JAKON", "PMI"])
jenis_kelamin = pilih("Jenis kelamin", ["L", "P"])
kelompok_umur = pilih("Kelompok umur", ["15-24", "25-34", "35-44", "45-54", "55-64", "65+"])
penyebut = st.sidebar.selectbox("Penyebut", ["penduduk_bekerja", "angkatan_kerja"])
siapa = {"segmen": segmen, "jenis_kelamin": jenis_kelamin, "kelompok_umur": kelompok_umur, "penyebut": penyebut}

akun = tanya("akun_bulanan", kode_kecamatan=kecamatan, kode_kelurahan=kelurahan, **siapa)
peta = tanya("cakupan_per_kecamatan", bulan=bulan, **siapa)
sasaran = tanya("target_kota").query("wilayah == '53.71'")
kesegaran = tanya("kesegaran").iloc[0]
kini = akun[akun["bulan"] == pd.Timestamp(bulan)].iloc[0]
lalu = akun[akun["bulan"] == pd.Timestamp(bulan) - pd.DateOffset(months=1)]

st.title(f"Cakupan BPJS Ketenagakerjaan, {bulan:%B %Y}")
st.caption(f"Data sampai {kesegaran['bulan_akhir']:%B %Y}; {kesegaran['jumlah_kelurahan_belum_melapor']} belum melapor")
beda = f"{(kini['rasio_cakupan'] - lalu['rasio_cakupan'].iloc[0]) * 100:.1f} poin" if len(lalu) else None
kartu = st.columns(4)
kartu[0].metric("Cakupan", f"{kini['rasio_cakupan'] * 100:.1f}%", beda)
kartu[1].metric("Belum terlindungi", f"{kini['jumlah_belum_terlindungi']:,.0f}")
kartu[2].metric("Penganggur", f"{kini['jumlah_penganggur']:,.0f}")
sisa = sasaran[sasaran["tanggal"] > pd.Timestamp(bulan)].tail(1)
if len(sisa):
    tujuan = sisa.iloc[0]
    selang = (tujuan["tanggal"].year - bulan.year) * 12 + tujuan["tanggal"].month - bulan.month
    perlu = (kini["jumlah_penyebut"] * tujuan["rasio_cakupan"] - kini["jumlah_peserta"]) / max(selang, 1)
    kartu[3].metric("Diperlukan per bulan", f"{perlu:,.0f}")

batas = json.loads(Path(os.environ["KECAMATAN_GEOJSON"]).read_text(encoding="utf-8"))
berwilayah = peta[peta["kode_kecamatan"] != "53.71.00"]
gambar = px.choropleth(
    berwilayah,
    geojson=batas,
    locations="kode_kecamatan",
    featureidkey="properties.kode",
    color="rasio_cakupan",
    hover_name="nama_kecamatan",
    hover_data=["jumlah_peserta", "jumlah_penyebut"],
    range_color=(0, 1),
)
gambar.update_geos(fitbounds="locations", visible=False)
gambar.update_traces(marker_line_width=[3 if kode == kecamatan else 1 for kode in berwilayah["kode_kecamatan"]])
kiri, kanan = st.columns([3, 2])
# The world map that px.choropleth asks for would come from another host: an empty one from here lets the map paint.
kiri.plotly_chart(gambar, config={"topojsonURL": "/app/static/"}, key="peta")
kanan.dataframe(peta.sort_values("jumlah_belum_terlindungi", ascending=False), hide_index=True)

tren = px.line(
    akun[akun["bulan"] <= pd.Timestamp(bulan)].tail(24), x="bulan", y="rasio_cakupan", title="Cakupan per bulan"
)
tren.add_scatter(x=sasaran["tanggal"], y=sasaran["rasio_cakupan"], name="Sasaran", line_dash="dash")
st.plotly_chart(tren, key="tren")
with st.expander("Sumber"):
    st.dataframe(tanya("jejak_angka", bulan=bulan, kode_kecamatan=kecamatan, kode_kelurahan=kelurahan))
