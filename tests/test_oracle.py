"""The marts against the slow oracle, on small data sets made by hypothesis."""

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jamsostek import build, db, laju, sql
from tests import effort, oracle
from tests.batches import pseudonym, write

START = 2023 * 12
PERSONS = [f"orang {n}" for n in range(6)]
CARDS = [f"kartu {n}" for n in range(4)]
PLACES = ["53.71.01.1001", "53.71.01.1002", "53.71.03.1001"]
SEXES = st.sampled_from(["L", "P", None])
# birth months around the borders of age groups, so that persons change group while they are followed
BIRTHS = st.sampled_from([None, START + 2 - 25 * 12, START + 1 - 35 * 12, START + 3 - 15 * 12, START - 70 * 12])

participant = st.fixed_dictionaries({
    "nik": st.sampled_from([*PERSONS, None]),
    "kpj": st.sampled_from([*CARDS, None]),
    "segmen": st.sampled_from(["PU", "BPU", "JAKON", "PMI"]),
    "kode_kelurahan": st.sampled_from([*PLACES, None]),
    "jenis_kelamin": SEXES,
    "bulan_lahir": BIRTHS,
    "sumber_iuran": st.sampled_from(["mandiri", "apbd_kota", None]),
}).filter(lambda row: row["nik"] or row["kpj"])  # fmt: skip
listed = st.fixed_dictionaries({
    "nik": st.sampled_from(PERSONS),
    "kode_kelurahan": st.sampled_from(PLACES),
    "status": st.sampled_from(["penerima_upah", "bukan_penerima_upah", "menganggur", "bukan_angkatan_kerja"]),
    "jenis_kelamin": SEXES,
    "bulan_lahir": BIRTHS,
    "pendidikan": st.sampled_from(["sd", "sma", None]),
    "sumber": st.sampled_from(["rt_rw", "perusahaan", "umkm"]),
    "rw": st.sampled_from(["001", "002", None]),
    "rt": st.sampled_from(["001", "002", None]),
})  # fmt: skip


def batch(jenis: str, rows: st.SearchStrategy[dict[str, Any]], months: list[int]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(
        {"jenis": st.just(jenis), "bulan": st.sampled_from(months), "rows": st.lists(rows, min_size=1, max_size=8)}
    )


# six months drawn with repeats: gaps between months, and months handed in twice
data_sets = st.tuples(
    st.lists(batch("peserta", participant, [START + n for n in range(5)]), min_size=2, max_size=6),
    st.lists(batch("tenaga_kerja", listed, [START - 9, START + 1, START + 3]), max_size=4),
)


def date(month: int | None) -> dt.date | None:
    return None if month is None else dt.date(month // 12, month % 12 + 1, 1)


def number(month: dt.date) -> int:
    return month.year * 12 + month.month - 1


def hand_in(folder: Path, batches: list[dict[str, Any]]) -> None:
    for content in batches:
        month = date(content["bulan"])
        rows = [row | {"bulan_lahir": date(row["bulan_lahir"])} for row in content["rows"]]
        write(folder, content["jenis"], f"{month:%Y-%m}", rows)


def hashed(batches: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """For the oracle: the order of persons is the order of their pseudonyms, as it is all a build can know."""
    result = []
    for urutan, content in enumerate(batches, start=1):
        rows = [
            {**row, "nik": pseudonym(row["nik"]), "kpj": pseudonym(row.get("kpj")), "nomor": number}
            for number, row in enumerate(content["rows"], start=2)
        ]
        result.append({**content, "urutan": urutan, "rows": rows})
    return result


@settings(
    max_examples=effort.times(12),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data_sets)
def test_marts_equal_the_oracle(data_set: tuple[list[dict[str, Any]], list[dict[str, Any]]]) -> None:
    batches = [*data_set[0], *data_set[1]]
    with tempfile.TemporaryDirectory() as name:
        hand_in(Path(name), batches)
        cursor = db.cursor(build.build(Path(name)).path)
    batches = hashed(batches)

    found = cursor.execute(
        "SELECT bulan, kode_kelurahan, segmen, sumber_iuran, jenis_kelamin, kelompok_umur, jumlah_peserta"
        " FROM cakupan_bulanan"
    ).fetchall()
    assert {(number(row[0]), *row[1:-1]): row[-1] for row in found} == dict(oracle.coverage(batches))

    found = cursor.execute(
        "SELECT bulan, kode_kelurahan, status, jenis_kelamin, kelompok_umur, pendidikan,"
        " jumlah_orang, jumlah_terlindungi FROM pekerja_bulanan"
    ).fetchall()
    assert {(number(row[0]), *row[1:-2]): row[-2:] for row in found} == oracle.workers(batches)

    found = cursor.execute(
        "SELECT bulan, segmen, kode_kelurahan, jenis_kelamin, kelompok_umur,"
        " jumlah_masuk, jumlah_kembali, jumlah_keluar, jumlah_pindah_masuk, jumlah_pindah_keluar FROM arus_bulanan"
    ).fetchall()
    kinds = ("masuk", "kembali", "keluar", "pindah_masuk", "pindah_keluar")
    expected = {key: tuple(counts[kind] for kind in kinds) for key, counts in oracle.flow(batches).items()}
    assert {(number(row[0]), row[1], row[2:5]): row[5:] for row in found} == expected

    check_headline(cursor, batches)
    check_recording(cursor, batches)
    check_retention(cursor, batches)
    check_pace(cursor, batches)


def check_pace(cursor: duckdb.DuckDBPyConnection, batches: list[dict[str, Any]]) -> None:
    """Achieved pace and lapse of the city and of each kelurahan, over three and twelve months, person by person."""
    everyone = dict.fromkeys(("segmen", "jenis_kelamin", "kelompok_umur"))
    for month in sorted({b["bulan"] for b in batches if b["jenis"] == "peserta"}):
        bulan = date(month)
        assert bulan is not None
        arus = sql.run(sql.load("arus_per_kelurahan"), {"bulan": bulan, **everyone}, cursor)
        found = laju.capaian(arus, bulan) | laju.capaian(arus, bulan, "kode_kelurahan")
        three, twelve = oracle.pace(batches, month, 3), oracle.pace(batches, month, 12)
        if not twelve[""][0]:
            assert arus.empty
            continue
        for place, (months, came, left, start, net) in twelve.items():
            one = found[place]
            assert (one.bulan[12], one.masuk[12], one.bersih[12]) == (months, came, net)
            assert (one.keluar, one.awal) == (left, start)
            months, came, _left, _start, net = three[place]
            assert (one.bulan[3], one.masuk[3], one.bersih[3]) == (months, came, net)


def check_retention(cursor: duckdb.DuckDBPyConnection, batches: list[dict[str, Any]]) -> None:
    """New participants by months since joining, and who stopped when a subsidised group ended, person by person."""
    found = cursor.execute(
        "SELECT bulan_bergabung, kode_kecamatan, segmen, sumber_iuran, lama_bulan, jumlah_mulai, jumlah_bertahan"
        " FROM retensi_bulanan"
    ).fetchall()
    assert {(number(row[0]), *row[1:5]): row[5:] for row in found} == oracle.retention(batches)
    found = cursor.execute(
        "SELECT bulan_berakhir, sumber_iuran_berakhir, segmen, sumber_iuran, kode_kecamatan, kelompok_umur,"
        " jumlah_peserta, jumlah_berhenti FROM akhir_subsidi"
    ).fetchall()
    assert {(number(row[0]), *row[1:6]): row[6:] for row in found} == oracle.ended(batches)


def check_recording(cursor: duckdb.DuckDBPyConnection, batches: list[dict[str, Any]]) -> None:
    """Completeness, persons on several lists and records that disagree, by kelurahan and month."""
    months = sorted({b["bulan"] for b in batches if b["jenis"] == "peserta"})
    for month in months:
        frame = sql.run(sql.load("pendataan_per_kelurahan"), {"bulan": date(month)}, cursor)
        listed = frame[frame["bulan_daftar"].notna()]
        columns = ["kode_kelurahan", "umur_bulan", "jumlah_rt_melapor", "jumlah_orang", "jumlah_terlindungi"]
        found = {row[0]: row[1:] for row in listed[columns].itertuples(index=False, name=None)}
        assert found == oracle.completeness(batches, month)
        columns = ["kode_kelurahan", "jumlah_orang_ganda", "jumlah_orang_konflik"]
        found = {row[0]: row[1:] for row in listed[columns].itertuples(index=False, name=None) if row[1]}
        assert found == oracle.doubles(batches, month)
    rows = cursor.execute(
        "SELECT id_batch, nomor_baris, id_batch_lain, nomor_baris_lain, beda FROM register_konflik"
    ).fetchall()
    assert len(rows) == len(set(rows))
    plain = {(int(a[:6]), row, int(b[:6]), other, beda) for a, row, b, other, beda in rows}
    assert plain == oracle.conflicts(batches, months[-1])


def check_headline(cursor: duckdb.DuckDBPyConnection, batches: list[dict[str, Any]]) -> None:
    """The account of the whole city, month by month, through the query that the screens use."""
    query = sql.load("akun_bulanan")
    frame = sql.run(query, dict.fromkeys(query.params) | {"penyebut": "penduduk_bekerja"}, cursor)
    columns = ["jumlah_pekerja", "jumlah_belum_terlindungi", "jumlah_penganggur", "jumlah_angkatan_kerja"]
    for row in frame.itertuples():
        participants, *rest = oracle.account(batches, number(row.bulan))
        assert row.jumlah_peserta == participants
        if any(b["jenis"] == "tenaga_kerja" and b["bulan"] <= number(row.bulan) for b in batches):
            assert [getattr(row, column) for column in columns] == rest
        else:
            assert all(pd.isna(getattr(row, column)) for column in columns)
