"""The data contract: the DDL refuses bad rows, everything is described, every check finds its planted row."""

# ruff: noqa: S608 - the statements are put together from constants of this file

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from jamsostek import build, settings, sql
from jamsostek.build import inputs, warehouse
from tests.batches import first, write

A, B = "53.71.01.1001", "53.71.01.1002"
CELL = f"DATE '2023-05-01', '{A}'"


@pytest.fixture
def empty() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as con:
        for table in warehouse.SCHEMA:
            con.execute((settings.queries_dir() / "schema" / f"{table}.sql").read_text(encoding="utf-8"))
        yield con


GOOD = {
    "kota": "'53.71', 'Kota Kupang', '53', 'Nusa Tenggara Timur'",
    "wilayah": f"'{A}', 'Namosain', '53.71.01', 'Alak', 'namosain', 'alak', DATE '2010-01-01', DATE '2021-12-01'",
    "versi_data": "'v', TIMESTAMP '2023-07-01 00:00:00', FALSE, DATE '2023-05-01', DATE '2023-06-01'",
    "batch": "'000001-klaim', 1, 'klaim', NULL, 'a.xlsx', 'ff', 1, 1, 0,"
    " TIMESTAMP '2023-07-01 00:00:00', 'uji', 'domisili', FALSE, FALSE, TRUE",
    "bulan_data": "DATE '2023-05-01', TRUE",
    "cakupan_bulanan": f"{CELL}, 'PU', 'SEMUA', 'L', '15-24', 2, 2, 1, 0, 0, 0",
    "pekerja_bulanan": f"{CELL}, 'menganggur', 'L', '65+', 'sd', 2, 1",
    "pekerja_ringkas": f"{CELL}, 'menganggur', 'L', '65+', 2, 1",
    "arus_bulanan": f"{CELL}, 'SEMUA', '?', '25-34', 0, 1, 2, 3, 4",
    "retensi_bulanan": "DATE '2023-05-01', '53.71.01', 'BPU', 'mandiri', 2, 9, 7",
    "akhir_subsidi": "DATE '2023-05-01', 'apbd_kota', 'BPU', 'mandiri', '53.71.01', '25-34', 9, 7",
    "pendataan": f"'{A}', '001', '002', DATE '2023-05-01', 3, 2, 2, 1",
    "pendataan_bulanan": f"{CELL}, DATE '2023-04-01', 1, 3, 39, 6, 5",
    "daftar_tenaga_kerja": f"'{A}', 'umkm', DATE '2023-04-01', DATE '2023-06-01', '000001', 9",
    "rt_riwayat": f"'{A}', '001', '002', DATE '2023-05-01', FALSE",
    "register_konflik": f"'{A}', 'rt_rw', '000002', 5, '{B}', 'umkm', '000001', 7, 'kelurahan'",
    "pemberi_kerja_status": f"'{A}', 'umkm', 'daftar_sebagian', 1, 5, 2",
    "klaim_bulanan": f"{CELL}, 'JKM', 'santunan_jkm', 'non-ASN', 1, 42000000",
    "angka_resmi": "'tpt', '53.71', '2023', DATE '2023-08-31', 9.1, 'persen', 'resmi',"
    " NULL, 'BPS', NULL, NULL, '000001'",
    "target": "DATE '2026-12-31', 0.5, '53.71', 'Kota', 'Perwali', NULL, '000001'",
    "rt_rw": f"'{A}', 39, 12",
    "jejak": "'target', NULL, NULL, '000001'",
    "pemeriksaan": "'daftar_basi', 3",
}
BAD = [
    ("kota", "'53.71'", "'5371'"), ("kota", "'53',", "'54',"), ("kota", "'Kota Kupang'", "NULL"),
    ("wilayah", "2010-01-01", "2010-01-02"), ("wilayah", "2021-12-01", "2021-12-31"),
    ("wilayah", "2010-01-01", "2022-01-01"),
    ("wilayah", "'53.71.01.1001'", "'5371011001'"), ("wilayah", "'53.71.01',", "'53.71.02',"),
    ("wilayah", "'namosain'", "'namo sain'"), ("versi_data", "'v'", "NULL"), ("versi_data", "2023-05-01", "2023-07-01"),
    ("batch", "'klaim', NULL", "'gaji', NULL"), ("batch", "'domisili'", "'rumah'"), ("batch", "1, 1, 0", "1, 1, -1"),
    ("batch", "FALSE, TRUE", "TRUE, TRUE"), ("bulan_data", "05-01", "05-02"), ("cakupan_bulanan", "05-01", "05-31"),
    ("cakupan_bulanan", "'PU'", "'PBI'"), ("cakupan_bulanan", "'SEMUA'", "'hibah'"), ("cakupan_bulanan", "'L'", "'X'"),
    ("cakupan_bulanan", "'15-24'", "'15-25'"), ("cakupan_bulanan", "2, 2, 1", "0, 0, 0"),
    ("cakupan_bulanan", "2, 2, 1", "2, 3, 1"), ("pekerja_bulanan", "'menganggur'", "'libur'"),
    ("pekerja_bulanan", "'sd'", "'S3'"), ("pekerja_bulanan", "2, 1", "2, 3"), ("pekerja_ringkas", "2, 1", "2, -1"),
    ("pekerja_ringkas", "'menganggur'", "NULL"), ("arus_bulanan", "0, 1, 2", "-1, 1, 2"),
    ("arus_bulanan", "'SEMUA'", "'semua'"), ("pendataan", "3, 2, 2", "3, 4, 2"), ("pendataan", "'001'", "NULL"),
    ("pendataan", "2, 2, 1", "2, 2, 3"), ("pendataan_bulanan", "6, 5", "5, 6"),
    ("retensi_bulanan", "05-01", "05-02"), ("retensi_bulanan", "'BPU'", "'SEMUA'"),
    ("retensi_bulanan", "'mandiri'", "'SEMUA'"), ("retensi_bulanan", "2, 9, 7", "2, 9, 10"),
    ("retensi_bulanan", "2, 9, 7", "-1, 9, 7"), ("retensi_bulanan", "2, 9, 7", "0, 9, 7"),
    ("akhir_subsidi", "05-01", "05-02"), ("akhir_subsidi", "'apbd_kota'", "'mandiri'"),
    ("akhir_subsidi", "9, 7", "9, 10"), ("akhir_subsidi", "9, 7", "0, 0"), ("akhir_subsidi", "'25-34'", "'25'"),
    ("pendataan_bulanan", "6, 5", "NULL, 5"),
    ("daftar_tenaga_kerja", "'umkm'", "'warung'"), ("daftar_tenaga_kerja", "2023-06-01", "2023-04-01"),
    ("daftar_tenaga_kerja", ", 9", ", 0"), ("rt_riwayat", "05-01", "05-02"), ("rt_riwayat", "'002'", "NULL"),
    ("register_konflik", "'kelurahan'", "'status'"), ("register_konflik", "'kelurahan'", "'umur'"),
    ("register_konflik", "'000002', 5", "'000002', 0"), ("register_konflik", "'umkm'", "'warung'"),
    ("register_konflik", "'000001', 7", "'000002', 5"),
    ("pendataan_bulanan", "'2023-04-01', 1", "'2023-06-01', 1"),
    ("pendataan_bulanan", "'2023-04-01', 1", "'2023-04-01', NULL"),
    ("pemberi_kerja_status", "'daftar_sebagian'", "'PDS'"), ("pemberi_kerja_status", "1, 5, 2", "0, 5, 2"),
    ("klaim_bulanan", "42000000", "-1"), ("klaim_bulanan", "'JKM'", "'KIS'"), ("angka_resmi", "'resmi'", "'kabar'"),
    ("angka_resmi", "9.1", "NULL"), ("target", "0.5", "50"), ("rt_rw", "39", "-39"), ("jejak", "'000001'", "NULL"),
    ("pemeriksaan", "3", "0"),
]  # fmt: skip


def test_every_table_has_a_good_row_here_and_takes_it(empty: duckdb.DuckDBPyConnection) -> None:
    assert set(GOOD) == set(warehouse.SCHEMA) == {name for name, *_ in BAD}
    for table, values in GOOD.items():
        empty.execute(f"INSERT INTO {table} VALUES ({values})")


@pytest.mark.parametrize(("table", "old", "new"), BAD)
def test_the_ddl_refuses(empty: duckdb.DuckDBPyConnection, table: str, old: str, new: str) -> None:
    values = GOOD[table].replace(old, new, 1)
    assert values != GOOD[table]
    with pytest.raises(duckdb.ConstraintException):
        empty.execute(f"INSERT INTO {table} VALUES ({values})")


@pytest.mark.parametrize(
    "table", ["kota", "wilayah", "batch", "bulan_data", "pendataan", "pendataan_bulanan", "daftar_tenaga_kerja",
              "akhir_subsidi", "rt_riwayat", "register_konflik", "pemberi_kerja_status", "klaim_bulanan", "angka_resmi",
              "target", "rt_rw"],
)  # fmt: skip
def test_keys_are_unique(empty: duckdb.DuckDBPyConnection, table: str) -> None:
    empty.execute(f"INSERT INTO {table} VALUES ({GOOD[table]})")
    with pytest.raises(duckdb.ConstraintException):
        empty.execute(f"INSERT INTO {table} VALUES ({GOOD[table]})")


def test_every_table_and_column_is_described(empty: duckdb.DuckDBPyConnection) -> None:
    found = empty.execute(
        "SELECT table_name, NULL, comment FROM duckdb_tables() UNION ALL"
        " SELECT table_name, column_name, comment FROM duckdb_columns()"
        " WHERE table_name IN (SELECT table_name FROM duckdb_tables())"
    ).fetchall()
    assert len(found) > 100
    assert [(table, column) for table, column, comment in found if not comment] == []


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The state of a build just before its checks: temporary tables and marts of a small sound data set."""
    folder = tmp_path_factory.mktemp("periksa")
    ani = {"nik": "ani", "kode_kelurahan": A, "jenis_kelamin": "L", "bulan_lahir": first("1990-01")}
    ben = {"nik": "ben", "kode_kelurahan": B, "jenis_kelamin": "P", "bulan_lahir": first("1980-01")}
    write(folder, "tenaga_kerja", "2023-04", [ani, ben, {"nik": "cik", "kode_kelurahan": A}])
    write(folder, "peserta", "2023-04", [ani])
    write(folder, "peserta", "2023-05", [ani, ani | {"segmen": "BPU"}, ben])
    write(folder, "peserta", "2023-06", [ani, ani | {"segmen": "BPU"}, ben])
    with duckdb.connect() as con:
        warehouse.stage(con, folder / "uji.duckdb", inputs.read(folder / "batches"), lambda _fraction, _message: None)
        con.execute("COMMIT")
        yield con


PLANTS = {
    "arus_seimbang": "UPDATE arus_bulanan SET jumlah_masuk = jumlah_masuk + 1",
    "bulan_awal_bulan": "UPDATE batch SET bulan = DATE '2023-05-09' WHERE jenis = 'peserta'",
    "bulan_berurutan": "INSERT INTO kalender SELECT MAX(bulan_ke) + 2, DATE '2023-07-01', TRUE FROM kalender",
    "cakupan_di_atas_seratus": f"UPDATE pekerja_ringkas SET status = 'menganggur' WHERE kode_kelurahan = '{A}'"
    " AND jenis_kelamin = '?';"
    f" UPDATE cakupan_bulanan SET jumlah_peserta = 9 WHERE kode_kelurahan = '{A}'",
    "daftar_basi": f"UPDATE pendataan_bulanan SET umur_bulan = 13 WHERE kode_kelurahan = '{A}'",
    "jumlah_peserta_kota": "DELETE FROM cakupan_bulanan WHERE segmen = 'SEMUA'",
    "kelurahan_belum_melapor": "UPDATE pendataan_bulanan SET bulan_daftar = NULL, umur_bulan = NULL"
    f" WHERE kode_kelurahan = '{A}'",
    "kelurahan_dalam_wilayah": "UPDATE cakupan_bulanan SET kode_kelurahan = '53.71.09.1001'",
    "konflik_sama": "UPDATE pendataan_bulanan SET jumlah_orang_ganda = 1, jumlah_orang_konflik = 1"
    f" WHERE kode_kelurahan = '{A}'",
    "kode_tak_dikenal": "UPDATE tenaga_masukan SET status_ke = -1",
    "kunci_arus_bulanan": "INSERT INTO arus_bulanan FROM arus_bulanan",
    "kunci_cakupan_bulanan": "INSERT INTO cakupan_bulanan FROM cakupan_bulanan",
    "kunci_retensi_bulanan": "INSERT INTO retensi_bulanan FROM retensi_bulanan",
    "kunci_pekerja_bulanan": "INSERT INTO pekerja_bulanan FROM pekerja_bulanan",
    "kunci_pekerja_ringkas": "INSERT INTO pekerja_ringkas FROM pekerja_ringkas",
    "pekerja_ringkas_sama": "UPDATE pekerja_ringkas SET jumlah_orang = jumlah_orang + 1",
    "pekerja_satu_kali": "DELETE FROM pekerja_bulanan WHERE jenis_kelamin = 'L'",
    "peserta_tanpa_identitas": "UPDATE peserta_baris SET orang = NULL",
    "pindah_seimbang": "UPDATE arus_bulanan SET jumlah_pindah_masuk = 1",
    "retensi_bersambung": "UPDATE retensi_bulanan SET jumlah_mulai = jumlah_mulai + 1 WHERE lama_bulan = 1",
    "retensi_peserta_baru": "DELETE FROM retensi_bulanan WHERE lama_bulan = 0",
    "subsidi_peserta_sama": "INSERT INTO akhir_subsidi VALUES"
    " (DATE '2023-05-01', 'lembaga', 'PU', 'lembaga', '53.71.01', '65+', 20, 20)",
    "semua_dan_bagian": "UPDATE cakupan_bulanan SET jumlah_peserta = 5 WHERE segmen = 'SEMUA'"
    " AND sumber_iuran = 'SEMUA'",
    "tanpa_daftar_rt_rw": "UPDATE daftar SET sumber_ke = 3",
    "kelurahan_di_luar_masa": "UPDATE peserta_masukan SET di_luar_masa = TRUE",
    "wilayah_lengkap": "UPDATE kamus_wilayah SET sampai = 0",
}
# true of the small data set as it stands: 49 kelurahan without a list
STANDING = {"kelurahan_belum_melapor": 49}


def test_every_check_has_a_planted_row_here_and_a_level() -> None:
    assert {f"checks/{name}" for name in PLANTS} == set(sql.names("checks"))
    for name in sql.names("checks"):
        assert sql.load(name).doc.startswith(("Pemblokir. ", "Peringatan. "))


@pytest.mark.parametrize("name", sorted(PLANTS))
def test_a_check_finds_its_planted_row(stage: duckdb.DuckDBPyConnection, name: str) -> None:
    query = sql.load(f"checks/{name}").sql
    stage.execute("BEGIN")
    try:
        before = len(stage.execute(query).fetchall())
        stage.execute(PLANTS[name])
        after = len(stage.execute(query).fetchall())
    finally:
        stage.execute("ROLLBACK")
    assert before == STANDING.get(name, 0)
    assert after > before


def test_a_blocking_check_stops_a_build_and_a_warning_does_not(tmp_path: Path) -> None:
    write(tmp_path, "peserta", "2023-05", [{"nik": None, "kpj": None}])
    with pytest.raises(build.BuildError, match="peserta_tanpa_identitas"):
        build.build(tmp_path)
    other = tmp_path / "lain"
    write(other, "peserta", "2023-05", [{"nik": "ani"}])
    assert dict(build.build(other).warnings) == {"kelurahan_belum_melapor": 51}
