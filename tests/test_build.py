"""The build: which batches count, determinism, swap, damage, locks, failed checks."""

import json
import re
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from filelock import FileLock

from jamsostek import build, db, settings, sql
from jamsostek.build import __main__ as command
from jamsostek.build import warehouse
from tests.batches import Row, first, pseudonym, write

A, B = "53.71.01.1001", "53.71.01.1002"
MONTH = "2023-05"


def people(*names: str, place: str = A) -> list[Row]:
    return [{"nik": name, "kode_kelurahan": place} for name in names]


def participants(folder: Path) -> dict[str, int]:
    """month -> participants in the served file."""
    found = db.cursor(folder / "jamsostek.duckdb").execute(
        "SELECT bulan, SUM(jumlah_peserta) FROM cakupan_bulanan"
        " WHERE segmen = 'SEMUA' AND sumber_iuran = 'SEMUA' GROUP BY bulan"
    )
    return {f"{month:%Y-%m}": int(count) for month, count in found.fetchall()}


def used(folder: Path) -> set[str]:
    found = db.cursor(folder / "jamsostek.duckdb").execute("SELECT id_batch FROM batch WHERE dipakai").fetchall()
    return {name for (name,) in found}


def content(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the time of building and of the reference import."""
    cursor = db.cursor(file)
    tables = {name: cursor.execute(f"FROM {name}").fetchall() for name in warehouse.SCHEMA}
    tables["versi_data"] = cursor.execute("SELECT versi, bulan_awal, bulan_akhir FROM versi_data").fetchall()
    tables["batch"] = cursor.execute("SELECT id_batch, dipakai FROM batch ORDER BY urutan").fetchall()
    return tables


def test_the_newest_batch_of_a_month_counts(tmp_path: Path) -> None:
    old = write(tmp_path, "peserta", MONTH, people("ani", "ben", "cik"))
    new = write(tmp_path, "peserta", MONTH, people("ani", "ben"))
    build.build(tmp_path)
    assert participants(tmp_path) == {MONTH: 2}
    assert new in used(tmp_path)
    assert old not in used(tmp_path)


def test_a_withdrawn_batch_gives_way_to_the_one_before(tmp_path: Path) -> None:
    write(tmp_path, "peserta", MONTH, people("ani", "ben", "cik"))
    wrong = write(tmp_path, "peserta", MONTH, people("ani"), ditarik=True)
    build.build(tmp_path)
    assert participants(tmp_path) == {MONTH: 3}
    found = db.cursor(tmp_path / "jamsostek.duckdb").execute(
        "SELECT ditarik, dipakai FROM batch WHERE id_batch = ?", [wrong]
    )
    assert found.fetchall() == [(True, False)]


def test_batches_by_workplace_do_not_count_as_residence(tmp_path: Path) -> None:
    write(tmp_path, "peserta", MONTH, people("ani"))
    write(tmp_path, "peserta", MONTH, people("ani", "ben"), basis="tempat_kerja")
    build.build(tmp_path)
    assert participants(tmp_path) == {MONTH: 1}


def test_the_first_real_batch_replaces_the_example(tmp_path: Path) -> None:
    write(tmp_path, "peserta", "2023-04", people("contoh"), contoh=True)
    write(tmp_path, "tenaga_kerja", "2023-04", people("contoh"), contoh=True)
    build.build(tmp_path)
    example = db.cursor(tmp_path / "jamsostek.duckdb").execute("SELECT adalah_contoh FROM versi_data").fetchall()
    write(tmp_path, "peserta", MONTH, people("ani"))
    build.build(tmp_path)
    real = db.cursor(tmp_path / "jamsostek.duckdb").execute("SELECT adalah_contoh FROM versi_data").fetchall()
    assert (example, real) == ([(True,)], [(False,)])
    assert participants(tmp_path) == {MONTH: 1}


def test_a_target_or_published_figure_does_not_switch_the_example_off(tmp_path: Path) -> None:
    write(tmp_path, "peserta", MONTH, people("contoh"), contoh=True)
    write(tmp_path, "target", None, [{"tanggal": first("2026-12"), "rasio_cakupan": 0.5}])
    build.build(tmp_path)
    assert participants(tmp_path) == {MONTH: 1}


def test_later_rows_win_per_natural_key(tmp_path: Path) -> None:
    figure: Row = {"indikator": "uji", "wilayah": "53.71", "periode": "2023", "tanggal": first("2023-12")}
    write(tmp_path, "angka_resmi", None, [figure | {"nilai": 1.0}, figure | {"nilai": 2.0, "sumber": "Lain"}])
    write(tmp_path, "angka_resmi", None, [figure | {"nilai": 3.0}])
    write(tmp_path, "target", None, [{"tanggal": first("2026-12"), "rasio_cakupan": 0.5}])
    write(tmp_path, "target", None, [{"tanggal": first("2026-12"), "rasio_cakupan": 0.6}])
    cursor = db.cursor(build.build(tmp_path).path)
    figures = cursor.execute("SELECT nilai, sumber FROM angka_resmi WHERE indikator = 'uji' ORDER BY nilai")
    assert figures.fetchall() == [
        (2.0, "Lain"), (3.0, "Koran"),
    ]  # fmt: skip
    assert cursor.execute("SELECT rasio_cakupan FROM target WHERE wilayah = '53.71'").fetchall() == [(0.6,)]


def test_the_reference_figures_are_taken_in_once(tmp_path: Path) -> None:
    build.build(tmp_path)
    build.build(tmp_path)
    kinds = [path.name[7:] for path in sorted((tmp_path / "batches").iterdir()) if path.name[0].isdigit()]
    assert kinds == ["angka_resmi", "target"]


def test_employers_and_claims(tmp_path: Path) -> None:
    write(tmp_path, "pemberi_kerja", MONTH, [{"kode_kelurahan": A, "jumlah_pekerja": 9, "jumlah_terdaftar": 9}])
    write(tmp_path, "pemberi_kerja", MONTH, [
        {"npp": "N1", "kode_kelurahan": A, "jumlah_pekerja": 5, "jumlah_terdaftar": 5},
        {"npp": "N2", "kode_kelurahan": A, "jumlah_pekerja": 5, "jumlah_terdaftar": 2},
        {"npp": "N3", "kode_kelurahan": A, "jumlah_pekerja": 4, "jumlah_terdaftar": 3},
        {"kode_kelurahan": None, "jumlah_pekerja": 7, "jumlah_terdaftar": 0},
    ])  # fmt: skip
    write(tmp_path, "klaim", MONTH, [{"kode_kelurahan": A, "rupiah": 42_000_000, "sumber_kepesertaan": "non-ASN"}] * 3)
    write(tmp_path, "klaim", "2023-06", [{"rupiah": 1}])
    cursor = db.cursor(build.build(tmp_path).path)
    assert cursor.execute(
        "SELECT kode_kelurahan, status_pendaftaran, jumlah_pemberi_kerja, jumlah_pekerja, jumlah_terdaftar"
        " FROM pemberi_kerja_status ORDER BY ALL"
    ).fetchall() == [
        ("53.71.00.0000", "wajib_belum_daftar", 1, 7, 0),
        (A, "daftar_sebagian", 2, 9, 5),
        (A, "terdaftar_penuh", 1, 5, 5),
    ]
    assert cursor.execute(
        "SELECT strftime(bulan, '%Y-%m'), kode_kelurahan, sumber_kepesertaan, jumlah_kasus, rupiah_dibayar"
        " FROM klaim_bulanan ORDER BY bulan"
    ).fetchall() == [
        (MONTH, A, "non-ASN", 3, 126_000_000),
        ("2023-06", "53.71.00.0000", "tidak diketahui", 1, 1),
    ]


def test_pendataan_counts_rows_persons_and_doubles(tmp_path: Path) -> None:
    rt: Row = {"kode_kelurahan": A, "rw": "001"}
    write(tmp_path, "tenaga_kerja", "2022-01", [rt | {"nik": "lama", "rt": "009"}])
    write(tmp_path, "tenaga_kerja", MONTH, [
        rt | {"nik": "ani", "rt": "001"}, rt | {"nik": "ani", "rt": "001"}, rt | {"nik": "ben", "rt": "001"},
        rt | {"nik": "cik", "rt": "002"}, rt | {"nik": "don", "rt": None},
        {"nik": "cik", "kode_kelurahan": B, "sumber": "umkm"},
    ])  # fmt: skip
    write(tmp_path, "peserta", MONTH, people("ani", "cik", "lama"))
    write(tmp_path, "peserta", "2023-04", people("ben", "don"))
    cursor = db.cursor(build.build(tmp_path).path)
    found = cursor.execute(
        "SELECT rt, jumlah_baris, jumlah_orang, jumlah_ganda, jumlah_terlindungi FROM pendataan ORDER BY rt"
    )
    assert found.fetchall() == [
        ("001", 3, 2, 2, 1), ("002", 1, 1, 1, 1), ("tidak diketahui", 1, 1, 0, 0),
    ]  # fmt: skip


def several_lists(folder: Path) -> Path:
    """Ani on two lists that agree; Ben in two kelurahan; Cik on three lists; Don twice in one."""
    bpu: Row = {"status": "bukan_penerima_upah"}
    write(folder, "tenaga_kerja", "2023-04", [
        *people("ani", "ben"), people("cik")[0] | bpu, *people("don", "don"),
    ])  # fmt: skip
    write(folder, "tenaga_kerja", "2023-04", [row | {"sumber": "umkm"} for row in people("ani", "cik")])
    write(folder, "tenaga_kerja", MONTH, [people("ben", place=B)[0], people("cik", place=B)[0] | bpu])
    for month in ("2023-03", "2023-04", MONTH):
        write(folder, "peserta", month, people("ani"))
    return build.build(folder).path


def test_persons_on_several_lists_are_counted_once_where_the_record_in_use_has_them(tmp_path: Path) -> None:
    cursor = db.cursor(several_lists(tmp_path))
    found = cursor.execute(
        "SELECT strftime(bulan, '%m'), kode_kelurahan, jumlah_orang_ganda, jumlah_orang_konflik"
        " FROM pendataan_bulanan WHERE jumlah_orang_ganda > 0 ORDER BY ALL"
    )
    # April: Ani and Cik on two lists of A, Cik with two statuses. May: Ben and Cik moved on to the newer list of B.
    assert found.fetchall() == [("04", A, 2, 1), ("05", A, 1, 0), ("05", B, 2, 2)]


def test_records_that_disagree_are_named_by_file_and_row_and_not_by_person(tmp_path: Path) -> None:
    path = several_lists(tmp_path)
    old, umkm, new = (f"00000{n}-tenaga_kerja-{month}" for n, month in ((1, "2023-04"), (2, "2023-04"), (3, MONTH)))
    # rows are numbered from 2, below the heading
    assert db.cursor(path).execute("FROM register_konflik ORDER BY nomor_baris, id_batch_lain").fetchall() == [
        (B, "rt_rw", new, 2, A, "rt_rw", old, 3, "kelurahan"),
        (B, "rt_rw", new, 3, A, "rt_rw", old, 4, "kelurahan"),
        (B, "rt_rw", new, 3, A, "umkm", umkm, 3, "kelurahan_dan_status"),
    ]
    raw = path.read_bytes()
    for name in ("ani", "ben", "cik", "don"):
        assert bytes.fromhex(pseudonym(name) or "") not in raw
        assert (pseudonym(name) or "").encode() not in raw


def test_a_replaced_list_no_longer_disagrees(tmp_path: Path) -> None:
    several_lists(tmp_path)
    write(tmp_path, "tenaga_kerja", MONTH, people("ani", "don"))
    build.build(tmp_path)
    found = db.cursor(tmp_path / "jamsostek.duckdb").execute("SELECT sumber_lain, beda FROM register_konflik")
    assert found.fetchall() == [("umkm", "kelurahan_dan_status")]


def test_rt_that_were_once_listed_are_remembered(tmp_path: Path) -> None:
    rt: Row = {"kode_kelurahan": A, "rw": "001"}
    write(tmp_path, "tenaga_kerja", "2021-01", [rt | {"nik": "ani", "rt": "001"}, rt | {"nik": "ben", "rt": "002"}])
    write(tmp_path, "tenaga_kerja", "2022-01", [rt | {"nik": "ani", "rt": "077"}])  # mistyped, replaced the same month
    write(tmp_path, "tenaga_kerja", "2022-01", [rt | {"nik": "ani", "rt": "001"}, rt | {"nik": "don", "rt": "003"}])
    write(tmp_path, "tenaga_kerja", MONTH, [
        rt | {"nik": "don", "rt": "003"}, rt | {"nik": "eko", "rt": None},
        rt | {"nik": "fit", "rt": "009", "sumber": "umkm"},
    ])  # fmt: skip
    cursor = db.cursor(build.build(tmp_path).path)
    found = cursor.execute("SELECT rt, strftime(bulan_terakhir, '%Y-%m'), ada_dalam_daftar FROM rt_riwayat ORDER BY rt")
    assert found.fetchall() == [("001", "2022-01", False), ("002", "2021-01", False), ("003", MONTH, True)]
    lists = cursor.execute(
        "SELECT sumber, strftime(bulan_daftar, '%Y-%m'), strftime(bulan_pengganti, '%Y-%m'), id_batch[1:6],"
        " jumlah_baris FROM daftar_tenaga_kerja ORDER BY ALL"
    )
    assert lists.fetchall() == [
        ("rt_rw", "2021-01", "2022-01", "000001", 2), ("rt_rw", "2022-01", MONTH, "000003", 2),
        ("rt_rw", MONTH, None, "000004", 2), ("umkm", MONTH, None, "000004", 1),
    ]  # fmt: skip


def test_without_participants_the_register_months_are_shown(tmp_path: Path) -> None:
    write(tmp_path, "tenaga_kerja", MONTH, people("ani"))
    query = sql.load("akun_bulanan")
    values = dict.fromkeys(query.params) | {"penyebut": "penduduk_bekerja"}
    (row,) = sql.run(query, values, db.cursor(build.build(tmp_path).path)).to_dict("records")
    assert row["jumlah_pekerja"] == 1
    assert pd.isna(row["jumlah_peserta"])
    assert pd.isna(row["jumlah_belum_terlindungi"])


def test_building_twice_gives_equal_figures_and_an_equal_version(tmp_path: Path) -> None:
    write(tmp_path, "peserta", "2023-04", people("ani", "ben", "cik") + people("ani", place=B))
    write(tmp_path, "peserta", MONTH, people("ani", "don"))
    write(tmp_path, "tenaga_kerja", "2023-04", people("ani", "ben") + people("ben", place=B))
    one = build.build(tmp_path)
    before = content(one.path)
    two = build.build(tmp_path)
    assert content(two.path) == before
    assert one.versi == two.versi
    write(tmp_path, "peserta", "2023-06", people("ani"))
    assert build.build(tmp_path).versi != two.versi


def test_progress_rises_to_one(tmp_path: Path) -> None:
    seen: list[tuple[float, str]] = []
    build.build(tmp_path, lambda fraction, message: seen.append((fraction, message)))
    fractions = [fraction for fraction, _message in seen]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)
    assert all(message for _fraction, message in seen)


def test_no_person_reaches_the_served_file(tmp_path: Path) -> None:
    write(tmp_path, "peserta", MONTH, [{"nik": "ani", "kpj": "kartu", "kode_kelurahan": A}])
    write(tmp_path, "tenaga_kerja", MONTH, people("ani"))
    path = build.build(tmp_path).path
    found = (
        duckdb.connect(str(path), read_only=True)
        .execute("SELECT table_name, column_name FROM duckdb_columns()")
        .fetchall()
    )
    ours = {table for table, _column in found if table in set(warehouse.SCHEMA)}
    assert ours == set(warehouse.SCHEMA)
    assert not [column for _table, column in found if re.search(r"pseudonim|^nik$|^kpj$|^orang$", column)]
    raw = path.read_bytes()
    for name in ("ani", "kartu"):
        secret = pseudonym(name) or ""
        assert secret.encode() not in raw
        assert bytes.fromhex(secret) not in raw
    assert [path.name for path in tmp_path.glob(".sementara-*")] == []


def test_a_reader_goes_on_while_the_file_is_swapped(tmp_path: Path) -> None:
    write(tmp_path, "peserta", "2023-04", people("ani"))
    file = build.build(tmp_path).path
    reader = db.cursor(file)
    write(tmp_path, "peserta", MONTH, people("ani", "ben"))
    build.build(tmp_path)
    assert reader.execute("SELECT COUNT(*) FROM bulan_data").fetchall() == [(1,)]
    assert db.cursor(file).execute("SELECT COUNT(*) FROM bulan_data").fetchall() == [(2,)]


def test_half_written_batches_are_not_batches(tmp_path: Path) -> None:
    write(tmp_path, "peserta", MONTH, people("ani"))
    (tmp_path / "batches" / ".sementara-abc").mkdir()
    (tmp_path / "batches" / ".sementara-abc" / "manifest.json").write_text("{", encoding="utf-8")
    (tmp_path / "batches" / "000009-peserta-2023-06").mkdir()
    (tmp_path / "batches" / "000009-peserta-2023-06" / "data.parquet").write_bytes(b"PAR1")
    build.build(tmp_path)
    assert participants(tmp_path) == {MONTH: 1}


def _changed(batch: Path) -> None:
    with (batch / "data.parquet").open("ab") as file:
        file.write(b"x")


def _gone(batch: Path) -> None:
    (batch / "data.parquet").unlink()


def _bad_manifest(batch: Path) -> None:
    (batch / "manifest.json").write_text("{", encoding="utf-8")


@pytest.mark.parametrize("damage", [_changed, _gone, _bad_manifest])
def test_a_damaged_batch_stops_the_build_and_the_old_file_serves(tmp_path: Path, damage: object) -> None:
    write(tmp_path, "peserta", "2023-04", people("ani"))
    before = build.build(tmp_path).path.read_bytes()
    bad = write(tmp_path, "peserta", MONTH, people("ben"))
    assert callable(damage)
    damage(tmp_path / "batches" / bad)
    with pytest.raises(build.BuildError, match=bad):
        build.build(tmp_path)
    assert (tmp_path / "jamsostek.duckdb").read_bytes() == before
    assert participants(tmp_path) == {"2023-04": 1}


def test_a_batch_of_another_shape_is_named(tmp_path: Path) -> None:
    name = write(tmp_path, "klaim", MONTH, [{"rupiah": 1}])
    manifest = tmp_path / "batches" / name / "manifest.json"
    text = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(text | {"jenis": "peserta"}), encoding="utf-8")
    with pytest.raises(build.BuildError, match="muat_peserta"):
        build.build(tmp_path)


def test_a_second_build_is_refused_at_once(tmp_path: Path) -> None:
    with FileLock(tmp_path / ".kunci-build"), pytest.raises(build.BuildBusy, match="sedang berjalan"):
        build.build(tmp_path)
    assert build.build(tmp_path).path.exists()


def test_a_failed_check_keeps_the_old_file(tmp_path: Path) -> None:
    write(tmp_path, "peserta", "2023-04", people("ani"))
    before = build.build(tmp_path).path.read_bytes()
    write(tmp_path, "peserta", MONTH, people("ben", "cik", place="53.71.09.1001"))
    with pytest.raises(build.BuildError, match=r"kode_tak_dikenal \(2 baris\)"):
        build.build(tmp_path)
    assert (tmp_path / "jamsostek.duckdb").read_bytes() == before
    assert list(tmp_path.glob(".sementara-*")) == []


def test_leavings_of_a_dead_build_are_cleared(tmp_path: Path) -> None:
    (tmp_path / ".sementara-baru.duckdb").write_bytes(b"half")
    (tmp_path / ".sementara-baru.duckdb.wal").write_bytes(b"half")
    (tmp_path / ".sementara-tumpahan").mkdir()
    build.build(tmp_path)
    assert list(tmp_path.glob(".sementara-*")) == []


def test_missing_rt_rw_reference_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "rujukan"
    other.mkdir()
    for name in ("kota.toml", "wilayah.csv"):
        (other / name).write_bytes((settings.referensi_dir() / name).read_bytes())
    monkeypatch.setattr(settings, "referensi_dir", lambda: other)
    with pytest.raises(build.BuildError, match="rt_rw"):
        build.build(tmp_path / "data")


def test_every_sql_file_is_run_by_the_build() -> None:
    run = {f"schema/{name}" for name in warehouse.SCHEMA} | set(warehouse.REFERENCE) | set(warehouse.LOADS.values())
    run |= set(warehouse.STEPS) | {"views/masukan", "views/batch_terpilih", "marts/versi_data", "marts/kota"}
    assert run == {name for folder in ("schema", "views", "marts") for name in sql.names(folder)}


def test_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("JAMSOSTEK_DATA", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["jamsostek.build"])
    assert command.main() == 0
    assert "Berkas jamsostek.duckdb versi" in capsys.readouterr().out
    with FileLock(tmp_path / ".kunci-build"):
        assert command.main() == 5
    bad = write(tmp_path, "peserta", MONTH, people("ani"))
    _changed(tmp_path / "batches" / bad)
    assert command.main() == 4
    assert bad in capsys.readouterr().err
