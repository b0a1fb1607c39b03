"""The built example data set against published figures (tests/golden) and against the shape it promises."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from jamsostek import db, sql
from jamsostek.sample import kota

GOLDEN = Path(__file__).parents[1] / "golden"
JUNE = date(2023, 6, 1)
ALL: dict[str, object] = dict.fromkeys(("kode_kecamatan", "kode_kelurahan", "segmen", "jenis_kelamin", "kelompok_umur"))


def rows(name: str) -> list[Any]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as file:
        return [pytest.param(row, id=f"{row['ukuran']}-{row.get('bulan', '2023-06')}") for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def cursor(contoh_data_dir: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with db.cursor(contoh_data_dir / "jamsostek.duckdb") as open_cursor:
        yield open_cursor


@pytest.fixture(scope="module")
def run(cursor: duckdb.DuckDBPyConnection) -> Any:
    """A screen query by name; filters that are not given mean everything."""

    def _run(name: str, **params: object) -> pd.DataFrame:
        query = sql.load(name)
        given = {**ALL, "penyebut": "penduduk_bekerja", "bulan": JUNE, **params}
        return sql.run(query, {key: given[key] for key in query.params}, cursor)

    return _run


@pytest.fixture(scope="module")
def akun(run: Any) -> pd.DataFrame:
    frame: pd.DataFrame = run("akun_bulanan").set_index("bulan")
    return frame


def one(cursor: duckdb.DuckDBPyConnection, statement: str, *values: object) -> float:
    return float(cursor.execute(statement, list(values)).fetchone()[0] or 0)  # type: ignore[index]


TPAK = """SELECT sum(jumlah_orang) FILTER (status <> 'bukan_angkatan_kerja') / sum(jumlah_orang)
          FROM pekerja_bulanan WHERE bulan = ?"""
PAYER = """SELECT sum(jumlah_peserta) FROM cakupan_bulanan
           WHERE bulan = ? AND segmen = ? AND sumber_iuran = 'apbd_kota'"""
JKM = """FROM klaim_bulanan
         WHERE bulan = ? AND jenis_manfaat = 'santunan_jkm' AND sumber_kepesertaan = 'non_asn'"""


@pytest.fixture(scope="module")
def measure(cursor: duckdb.DuckDBPyConnection, run: Any, akun: pd.DataFrame) -> Any:
    def _measure(name: str, bulan: date) -> float:
        if name in akun.columns:
            return float(akun.loc[pd.Timestamp(bulan), name])
        if name == "rasio_formal_banding_informal":
            paid, own = (run("akun_bulanan", segmen=s)["rasio_cakupan"].iloc[-1] for s in ("PU", "BPU"))
            return float(paid / own)
        statements: dict[str, tuple[str, tuple[object, ...]]] = {
            "rasio_tpak": (TPAK, (bulan,)),
            "jumlah_non_asn": (PAYER, (bulan, "PU")),
            "jumlah_nelayan_apbd_kota": (PAYER, (bulan, "BPU")),
            "jumlah_santunan_jkm_non_asn": (f"SELECT sum(jumlah_kasus) {JKM}", (bulan,)),
            "rupiah_santunan_jkm_non_asn": (f"SELECT sum(rupiah_dibayar) {JKM}", (bulan,)),
            "jumlah_rt": ("SELECT sum(jumlah_rt) FROM rt_rw", ()),
            "jumlah_rw": ("SELECT sum(jumlah_rw) FROM rt_rw", ()),
            "jumlah_kelurahan": (
                "SELECT count(DISTINCT kode_kelurahan) FROM cakupan_bulanan "
                "WHERE bulan = ? AND kode_kelurahan <> '53.71.00.0000'",
                (bulan,),
            ),
            "jumlah_kecamatan": (
                "SELECT count(DISTINCT kode_kecamatan) FROM cakupan_bulanan JOIN wilayah USING (kode_kelurahan) "
                "WHERE bulan = ? AND kode_kecamatan <> '53.71.00'",
                (bulan,),
            ),
        }
        statement, values = statements[name]
        return one(cursor, statement, *values)

    return _measure


@pytest.mark.parametrize("golden", rows("juni_2023.csv"))
def test_june_2023(golden: dict[str, str], measure: Any) -> None:
    assert float(golden["terendah"]) <= measure(golden["ukuran"], JUNE) <= float(golden["tertinggi"])


@pytest.mark.parametrize("golden", rows("deret.csv"))
def test_earlier_months(golden: dict[str, str], measure: Any) -> None:
    value = measure(golden["ukuran"], date.fromisoformat(golden["bulan"]))
    assert float(golden["terendah"]) <= value <= float(golden["tertinggi"])


@pytest.mark.parametrize("golden", rows("juni_2023.csv") + rows("deret.csv"))
def test_every_golden_figure_names_its_source(golden: dict[str, str]) -> None:
    assert golden["angka_terbit"]
    assert golden["sumber"]
    assert golden["tautan"].startswith("http")
    assert golden["alasan_rentang"]


def test_54_months_without_a_gap(akun: pd.DataFrame) -> None:
    assert list(akun.index) == list(pd.date_range("2019-01-01", "2023-06-01", freq="MS"))


def test_dip_of_2020_and_entry_of_2021(akun: pd.DataFrame) -> None:
    peserta = akun["jumlah_peserta"].astype(int)
    assert peserta["2020-08-01"] < 0.9 * peserta["2020-03-01"]
    assert peserta["2021-05-01"] - peserta["2021-03-01"] > 2_300
    assert akun["rasio_tpt"]["2020-10-01"] > akun["rasio_tpt"]["2019-10-01"]


def test_six_month_group_drops_when_its_budget_ends(akun: pd.DataFrame) -> None:
    peserta = akun["jumlah_peserta"].astype(int)
    assert peserta["2022-07-01"] - peserta["2022-06-01"] > 2_500
    assert peserta["2023-01-01"] - peserta["2022-12-01"] < -2_000
    assert peserta["2023-06-01"] > peserta["2023-01-01"]


def test_people_leave_and_return(run: Any) -> None:
    flow = run("arus_per_bulan", segmen="BPU")
    assert (flow["jumlah_keluar"] > 0).all()
    assert (flow.loc[flow["bulan"] > "2020-12-01", "jumlah_kembali"] > 0).all()


def test_kelurahan_differ_believably(run: Any) -> None:
    places = run("cakupan_per_kelurahan").set_index("nama_kelurahan")
    ratio = places["rasio_cakupan"].dropna()
    assert len(ratio) == 49
    assert (ratio < 0.10).sum() >= 3
    assert (ratio > 0.40).sum() >= 3
    assert list(ratio[ratio > 1].index) == [kota.OFFICE_KELURAHAN]
    assert ratio.between(0.12, 0.40).sum() >= 30


def test_missing_stale_and_fresh_lists(run: Any) -> None:
    lists = run("pendataan_per_kelurahan").set_index("nama_kelurahan")
    assert set(lists.index[lists["bulan_daftar"].isna()]) == set(kota.NEVER_REPORTED)
    stale = {*kota.LAST_LIST_2019, *kota.LAST_LIST_2020}
    assert set(lists.index[lists["umur_bulan"] > 24]) == stale
    assert lists["bulan_daftar"].nunique() >= 6
    assert (lists["jumlah_rt_melapor"] < lists["jumlah_rt"]).sum() > 5


def test_a_few_participants_have_no_place(run: Any) -> None:
    places = run("cakupan_per_kelurahan").set_index("kode_kelurahan")
    assert 200 <= places.loc["53.71.00.0000", "jumlah_peserta"] <= 400


def test_most_participants_are_workers_of_the_register(akun: pd.DataFrame) -> None:
    june = akun.loc[pd.Timestamp(JUNE)]
    protected = june["jumlah_pekerja"] - june["jumlah_belum_terlindungi"]
    assert 0.955 <= protected / june["jumlah_peserta"] <= 0.985


def test_unemployment_is_higher_among_the_young_and_secondary_educated(run: Any) -> None:
    rate = run("pengangguran_per_kelompok").set_index("kategori")["rasio_tpt"]
    assert rate["15-24"] > 2 * rate["25-34"] > 4 * rate["45-54"]
    assert min(rate["sma"], rate["smk"]) > max(rate["sd"], rate["smp"], rate["diploma"], rate["sarjana"])


def test_all_segments_are_there_and_some_persons_have_two(run: Any, akun: pd.DataFrame) -> None:
    trend = run("tren_per_segmen")
    june = trend[trend["bulan"] == "2023-06-01"].set_index("segmen")["jumlah_peserta"].astype(int)
    assert 30_000 < june["PU"] < 34_000
    assert 8_000 < june["BPU"] < 11_000
    assert 800 < june["JAKON"] < 3_500
    assert 10 <= june["PMI"] < 100
    assert 0.01 < june.sum() / akun.loc[pd.Timestamp(JUNE), "jumlah_peserta"] - 1 < 0.02


def test_example_target_reaches_everyone_in_2028_and_says_it_is_an_example(run: Any) -> None:
    target = run("target_kota").query("wilayah == '53.71'")
    assert target["adalah_contoh"].all()
    assert target["rasio_cakupan"].iloc[-1] == 1.0
    assert target["tanggal"].iloc[-1] == pd.Timestamp("2028-12-31")


def test_reference_figures_came_in_and_are_real(run: Any, cursor: duckdb.DuckDBPyConnection) -> None:
    assert {23.0, 21.0} <= set(run("angka_cakupan").query("wilayah == '53.71'")["nilai"])
    assert {19_000.0, 9_154.0} <= set(run("angka_pengangguran")["nilai"])
    assert one(cursor, "SELECT count(*) FROM batch WHERE jenis = 'angka_resmi' AND NOT adalah_contoh") == 1


def test_the_data_say_that_they_are_an_example(run: Any) -> None:
    assert run("kesegaran")["adalah_contoh"].item()


def test_employers_of_all_kinds_and_states(cursor: duckdb.DuckDBPyConnection) -> None:
    frame = cursor.execute("FROM pemberi_kerja_status").df()
    assert frame["jumlah_pemberi_kerja"].sum() == 2_000
    assert frame.groupby(["jenis_pemberi_kerja", "status_pendaftaran"]).ngroups == 15
    kinds = frame.groupby("jenis_pemberi_kerja")[["jumlah_pekerja", "jumlah_pemberi_kerja"]].sum()
    size = kinds["jumlah_pekerja"] / kinds["jumlah_pemberi_kerja"]
    assert size["umkm"] < 10 < 20 < size["perusahaan"]
    assert size["rumah_ibadah"] < size["perusahaan"] / 2
