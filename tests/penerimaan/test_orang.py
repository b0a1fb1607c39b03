"""Who is new, gone and moved, against sets and loops that share nothing with the SQL."""

import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jamsostek import intake
from jamsostek.penerimaan import orang
from tests.batches import write

PLACES = ["53.71.01.1001", "53.71.01.1002", "53.71.03.1001"]
PERSONS = [f"orang {n}" for n in range(7)]
MONTHS = ["2023-03", "2023-04", "2023-05"]
Row = dict[str, Any]

member = st.fixed_dictionaries({
    "nik": st.sampled_from([*PERSONS, None]), "kpj": st.sampled_from(["kartu 1", "kartu 2", None]),
    "kode_kelurahan": st.sampled_from([*PLACES, None]),
}).filter(lambda row: row["nik"] or row["kpj"])  # fmt: skip
listed = st.fixed_dictionaries({
    "nik": st.sampled_from(PERSONS), "kode_kelurahan": st.sampled_from(PLACES),
    "sumber": st.sampled_from(["rt_rw", "umkm"]),
})  # fmt: skip
once = {"unique_by": lambda row: (row["nik"], row["kode_kelurahan"], row["sumber"])}


def files(row: Any, **options: Any) -> Any:
    return st.tuples(st.sampled_from(MONTHS), st.lists(row, min_size=1, max_size=8, **options))


def compared(jenis: str, earlier: list[tuple[str, list[Row]]], new: tuple[str, list[Row]]) -> dict[str, Counter[str]]:
    """What the product says, as non-zero counts per place."""
    with tempfile.TemporaryDirectory() as folder:
        for month, rows in [*earlier, new]:
            write(Path(folder), jenis, month, rows)
        batches = intake.list_batches(Path(folder) / "batches")
        frame = orang.pergantian(batches[-1], batches[:-1]).per_kelurahan
    return {name: Counter({row["kode_kelurahan"]: int(row[name]) for row in frame.to_dict("records") if row[name]})
            for name in orang.KOLOM}  # fmt: skip


def told(**sets: list[str]) -> dict[str, Counter[str]]:
    return {name: Counter(sets.get(name, [])) for name in orang.KOLOM}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(earlier=st.lists(files(member), max_size=3), new=files(member))
def test_participants(earlier: list[tuple[str, list[Row]]], new: tuple[str, list[Row]]) -> None:
    month, rows = new
    before: list[Row] = []
    reached = ""
    for other, others in earlier:
        if reached <= other <= month:
            reached, before = other, others

    def places(of: list[Row]) -> dict[str, str]:
        seen: dict[str, list[str]] = {}
        for row in of:
            seen.setdefault(row["nik"] or "k" + row["kpj"], []).append(row["kode_kelurahan"] or "")
        # a known place goes before none; of several the smallest
        return {who: min(filter(None, where), default="53.71.00.0000") for who, where in seen.items()}

    was, now = places(before), places(rows)
    moved = [who for who in now if who in was and was[who] != now[who]]
    assert compared("peserta", earlier, new) == told(
        jumlah_baris=[now[row["nik"] or "k" + row["kpj"]] for row in rows],
        jumlah_baris_lama=[was[row["nik"] or "k" + row["kpj"]] for row in before],
        jumlah_baru=[now[who] for who in now if who not in was],
        jumlah_hilang=[was[who] for who in was if who not in now],
        jumlah_pindah_masuk=[now[who] for who in moved],
        jumlah_pindah_keluar=[was[who] for who in moved],
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(earlier=st.lists(files(listed, **once), max_size=3), new=files(listed, **once))
def test_lists_of_workers(earlier: list[tuple[str, list[Row]]], new: tuple[str, list[Row]]) -> None:
    month, rows = new
    in_force: dict[tuple[str, str], tuple[str, int, set[str]]] = {}
    for number, (other, others) in enumerate(earlier):
        if other > month:
            continue
        for key in {(row["kode_kelurahan"], row["sumber"]) for row in others}:
            names = {row["nik"] for row in others if (row["kode_kelurahan"], row["sumber"]) == key}
            if key not in in_force or in_force[key][0] <= other:
                in_force[key] = (other, number, names)
    stands: dict[str, str] = {}
    for who in PERSONS:
        found = [(since, number, place) for (place, _), (since, number, names) in in_force.items() if who in names]
        if found:
            newest = max((since, number) for since, number, _ in found)
            stands[who] = min(place for since, number, place in found if (since, number) == newest)
    replaced = {(row["kode_kelurahan"], row["sumber"]) for row in rows} & in_force.keys()
    here = {row["nik"] for row in rows}
    gone = [(place, who) for place, source in replaced for who in in_force[place, source][2]]
    moved = [row for row in rows if stands.get(row["nik"], row["kode_kelurahan"]) != row["kode_kelurahan"]]
    assert compared("tenaga_kerja", earlier, new) == told(
        jumlah_baris=[row["kode_kelurahan"] for row in rows],
        jumlah_baris_lama=[place for place, _ in gone],
        jumlah_baru=[row["kode_kelurahan"] for row in rows if row["nik"] not in stands],
        jumlah_hilang=[place for place, who in gone if who not in here],
        jumlah_pindah_masuk=[row["kode_kelurahan"] for row in moved],
        jumlah_pindah_keluar=[stands[row["nik"]] for row in moved],
    )
