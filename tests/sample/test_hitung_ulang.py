"""June 2023 of the whole example, counted again from the batches with sets and loops: no SQL, no marts."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from jamsostek import queries

JUNI = dt.date(2023, 6, 1)
ORDER = ["rt_rw", "perusahaan", "umkm", "ritel", "rumah_ibadah"]


def batches(folder: Path, jenis: str) -> list[tuple[dict[str, Any], Path]]:
    found = [
        (json.loads((b / "manifest.json").read_text()), b / "data.parquet") for b in sorted(folder.glob(f"*-{jenis}-*"))
    ]
    return [(m, path) for m, path in found if m["bulan"] <= "2023-06"]


def owners(folder: Path) -> dict[str, str]:
    """KPJ -> NIK wherever one row of any month has both."""
    known: dict[str, str] = {}
    for _manifest, path in batches(folder, "peserta"):
        table = pq.read_table(path, columns=["pseudonim_kpj", "pseudonim_nik"])
        for kpj, nik in zip(table["pseudonim_kpj"].to_pylist(), table["pseudonim_nik"].to_pylist(), strict=True):
            if kpj and nik:
                known[kpj] = min(nik, known.get(kpj, nik))
    return known


def register(folder: Path) -> dict[str, tuple[str, str]]:
    """Person -> (kelurahan, status) from the newest list that names the person."""
    lists: dict[tuple[str, str], tuple[str, int, list[tuple[str, str]]]] = {}
    for manifest, path in batches(folder, "tenaga_kerja"):
        names = ["kode_kelurahan", "sumber", "pseudonim_nik", "status"]
        columns = [pq.read_table(path, columns=names)[name].to_pylist() for name in names]
        fresh: dict[tuple[str, str], list[tuple[str, str]]] = {}
        for place, source, person, status in zip(*columns, strict=True):
            fresh.setdefault((place, source), []).append((person, status))
        for key, people in fresh.items():
            if key not in lists or (manifest["bulan"], manifest["urutan"]) > lists[key][:2]:
                lists[key] = (manifest["bulan"], manifest["urutan"], people)
    persons: dict[str, tuple[str, str]] = {}
    ranked = sorted(
        lists.items(), key=lambda item: (item[1][0], -ORDER.index(item[0][1]), [-ord(c) for c in item[0][0]])
    )
    for (place, _source), (_bulan, _urutan, people) in ranked:
        for person, status in people:
            persons[person] = (place, status)
    return persons


@pytest.fixture(scope="module")
def counted(contoh_data_dir: Path) -> dict[str, int]:
    folder = contoh_data_dir / "batches"
    known = owners(folder)
    _manifest, path = next(b for b in batches(folder, "peserta") if b[0]["bulan"] == "2023-06")
    table = pq.read_table(path, columns=["pseudonim_nik", "pseudonim_kpj"])
    pairs = zip(table["pseudonim_nik"].to_pylist(), table["pseudonim_kpj"].to_pylist(), strict=True)
    active = {nik or known.get(kpj, kpj) for nik, kpj in pairs}
    persons = register(folder)
    working = {person for person, (_place, status) in persons.items() if status.endswith("penerima_upah")}
    jobless = {person for person, (_place, status) in persons.items() if status == "menganggur"}
    return {
        "jumlah_peserta": len(active),
        "jumlah_pekerja": len(working),
        "jumlah_belum_terlindungi": len(working - active),
        "jumlah_penganggur": len(jobless),
        "jumlah_angkatan_kerja": len(working) + len(jobless),
    }


def test_the_city_is_what_a_second_count_finds(counted: dict[str, int]):
    account = queries.akun_bulanan()
    row = account[account["bulan"] == JUNI.isoformat()].iloc[0]
    assert {name: int(row[name]) for name in counted} == counted


def test_parts_add_up_to_the_second_count(counted: dict[str, int]):
    for frame in (queries.cakupan_per_kecamatan(bulan=JUNI), queries.cakupan_per_kelurahan(bulan=JUNI)):
        assert {name: int(frame[name].sum()) for name in counted} == counted


def test_every_filter_splits_the_city_without_rest(counted: dict[str, int]):
    for name, values in (
        ("jenis_kelamin", ("L", "P")),
        ("kelompok_umur", ("15-24", "25-34", "35-44", "45-54", "55-64", "65+")),
    ):
        parts = [queries.akun_bulanan(**{name: value}) for value in values]
        june = [part[part["bulan"] == JUNI.isoformat()].iloc[0] for part in parts]
        unknown = counted["jumlah_pekerja"] - sum(int(row["jumlah_pekerja"]) for row in june)
        assert 0 <= unknown <= 0.01 * counted["jumlah_pekerja"]
