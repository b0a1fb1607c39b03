"""A slow, obvious second implementation of the counting rules: plain dictionaries and loops over batch rows.

It shares nothing with the SQL. Months are numbers (year * 12 + month - 1). A batch is a dictionary with keys urutan,
jenis, bulan (a month number), rows; rows are dictionaries with the names of the input contract (`nik`, `kpj` in place
of the pseudonyms), birth months as month numbers.
"""

from collections import Counter, defaultdict
from typing import Any

Row = dict[str, Any]
Cell = tuple[str, str, str]

TANPA_WILAYAH = "53.71.00.0000"
SOURCES = ["rt_rw", "perusahaan", "umkm", "ritel", "rumah_ibadah"]
KEYS = {"kelurahan": "kode_kelurahan", "status": "status"}
WORKING = ("penerima_upah", "bukan_penerima_upah")


def age_group(month: int, born: int | None) -> str:
    """Completed years at the month; the day of birth is not kept, so the birth month already counts."""
    if born is None or month < born + 15 * 12:
        return "tidak diketahui"
    years = (month - born) // 12
    for low in (15, 25, 35, 45, 55):
        if years < low + 10:
            return f"{low}-{low + 9}"
    return "65+"


def latest_per_month(batches: list[Row]) -> dict[int, list[Row]]:
    """Rows of the newest participant batch of each month."""
    chosen: dict[int, Row] = {}
    for batch in batches:
        if batch["jenis"] == "peserta":
            known = chosen.get(batch["bulan"])
            if known is None or batch["urutan"] > known["urutan"]:
                chosen[batch["bulan"]] = batch
    return {month: batch["rows"] for month, batch in chosen.items()}


def participants(batches: list[Row]) -> dict[int, dict[str, list[Row]]]:
    """month -> person -> that person's rows. A row with only a KPJ belongs to the NIK seen with that KPJ anywhere."""
    months = latest_per_month(batches)
    owners: dict[str, list[str]] = defaultdict(list)
    for rows in months.values():
        for row in rows:
            if row["nik"] is not None and row["kpj"] is not None:
                owners[row["kpj"]].append(row["nik"])
    result: dict[int, dict[str, list[Row]]] = {}
    for month, rows in months.items():
        persons: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            if row["nik"] is not None:
                person = row["nik"]
            elif owners.get(row["kpj"]):
                person = min(owners[row["kpj"]])
            else:
                person = "kpj:" + row["kpj"]
            persons[person].append(row)
        result[month] = dict(persons)
    return result


def cell(month: int, rows: list[Row]) -> Cell:
    """One place, sex and age group for a person in a month: known before unknown, then the smallest."""
    places = sorted(row["kode_kelurahan"] for row in rows if row["kode_kelurahan"] is not None)
    sexes = sorted(row["jenis_kelamin"] for row in rows if row["jenis_kelamin"] is not None)
    births = sorted(row["bulan_lahir"] for row in rows if row["bulan_lahir"] is not None)
    return (
        places[0] if places else TANPA_WILAYAH,
        sexes[0] if sexes else "?",
        age_group(month, births[0] if births else None),
    )


def coverage(batches: list[Row]) -> Counter[tuple[int, str, str, str, str, str]]:
    """(month, place, segmen, sumber_iuran, sex, age group) -> persons."""
    counts: Counter[tuple[int, str, str, str, str, str]] = Counter()
    for month, persons in participants(batches).items():
        for rows in persons.values():
            place, sex, age = cell(month, rows)
            seen = set()
            for row in rows:
                payer = row["sumber_iuran"] or "tidak diketahui"
                for segmen in ("SEMUA", row["segmen"]):
                    for sumber in ("SEMUA", payer):
                        seen.add((segmen, sumber))
            for segmen, sumber in seen:
                counts[(month, place, segmen, sumber, sex, age)] += 1
    return counts


def register(batches: list[Row], month: int) -> dict[str, Row]:
    """person -> the one register row that counts in the month."""
    lists: dict[tuple[str, str], tuple[int, int, list[Row]]] = {}
    for batch in batches:
        if batch["jenis"] != "tenaga_kerja" or batch["bulan"] > month:
            continue
        for key in {(row["sumber"], row["kode_kelurahan"]) for row in batch["rows"]}:
            content = [row for row in batch["rows"] if (row["sumber"], row["kode_kelurahan"]) == key]
            if key not in lists or (batch["bulan"], batch["urutan"]) > lists[key][:2]:
                lists[key] = (batch["bulan"], batch["urutan"], content)
    chosen: dict[str, tuple[tuple[int, int, str], Row]] = {}
    for (source, place), (listed, _urutan, rows) in lists.items():
        rank = (-listed, SOURCES.index(source), place)
        for row in rows:
            known = chosen.get(row["nik"])
            if known is None or rank < known[0]:
                chosen[row["nik"]] = (rank, {**row, "bulan_daftar": listed})
    return {person: row for person, (_rank, row) in chosen.items()}


def lists_in_force(batches: list[Row], month: int) -> dict[tuple[str, str], Row]:
    """(source, place) -> its list in the month: month and number of the batch, and its rows."""
    lists: dict[tuple[str, str], Row] = {}
    for batch in sorted((b for b in batches if b["jenis"] == "tenaga_kerja"), key=lambda b: (b["bulan"], b["urutan"])):
        if batch["bulan"] <= month:
            for source in SOURCES:
                for place in {row["kode_kelurahan"] for row in batch["rows"]}:
                    rows = [r for r in batch["rows"] if (r["sumber"], r["kode_kelurahan"]) == (source, place)]
                    if rows:
                        lists[source, place] = {"bulan": batch["bulan"], "urutan": batch["urutan"], "rows": rows}
    return lists


def records(batches: list[Row], month: int) -> dict[str, list[Row]]:
    """person -> one record per list in force, the one that counts first; a person twice on a list: its first row."""
    found: dict[str, list[tuple[tuple[int, int, str], Row]]] = defaultdict(list)
    for (source, place), content in lists_in_force(batches, month).items():
        seen = set()
        for row in content["rows"]:
            if row["nik"] not in seen:
                seen.add(row["nik"])
                rank = (-content["bulan"], SOURCES.index(source), place)
                found[row["nik"]].append((rank, {**row, "urutan": content["urutan"]}))
    return {person: [row for _rank, row in sorted(all_, key=lambda pair: pair[0])] for person, all_ in found.items()}


def doubles(batches: list[Row], month: int) -> dict[str, tuple[int, int]]:
    """place of the record that counts -> (persons on several lists, of them with records that disagree)."""
    counts: dict[str, tuple[int, int]] = {}
    for own, *others in records(batches, month).values():
        if others:
            differ = any(other[k] != own[k] for other in others for k in ("kode_kelurahan", "status"))
            several, conflicts = counts.get(own["kode_kelurahan"], (0, 0))
            counts[own["kode_kelurahan"]] = (several + 1, conflicts + differ)
    return counts


def conflicts(batches: list[Row], month: int) -> set[tuple[int, int, int, int, str]]:
    """(batch and row of the record that counts, batch and row of one that disagrees, what differs)."""
    found = set()
    for own, *others in records(batches, month).values():
        for other in others:
            parts = [k for k in ("kelurahan", "status") if own[KEYS[k]] != other[KEYS[k]]]
            if parts:
                words = "_dan_".join(parts)
                found.add((own["urutan"], own["nomor"], other["urutan"], other["nomor"], words))
    return found


def completeness(batches: list[Row], month: int) -> dict[str, tuple[int, int, int, int]]:
    """place -> (age of its newest list, RT in its RT/RW list, persons that count there, of them participants)."""
    lists, active = lists_in_force(batches, month), participants(batches)[month]
    result = {}
    for place in {place for _source, place in lists}:
        newest = max(content["bulan"] for (_source, p), content in lists.items() if p == place)
        own = lists.get(("rt_rw", place), {"rows": []})["rows"]
        rts = {(row["rw"], row["rt"]) for row in own if row["rt"] is not None}
        here = [person for person, rows in records(batches, month).items() if rows[0]["kode_kelurahan"] == place]
        result[place] = (month - newest, len(rts), len(here), len([p for p in here if p in active]))
    return result


def workers(batches: list[Row]) -> dict[tuple[int, str, str, str, str, str], tuple[int, int]]:
    """(month, place, status, sex, age group, education) -> (persons, of them active participants)."""
    counts: dict[tuple[int, str, str, str, str, str], tuple[int, int]] = {}
    for month, active in participants(batches).items():
        for person, row in register(batches, month).items():
            key = (
                month, row["kode_kelurahan"], row["status"], row["jenis_kelamin"] or "?",
                age_group(row["bulan_daftar"], row["bulan_lahir"]), row["pendidikan"] or "tidak diketahui",
            )  # fmt: skip
            persons, covered = counts.get(key, (0, 0))
            counts[key] = (persons + 1, covered + (person in active))
    return counts


def account(batches: list[Row], month: int) -> tuple[int, int, int, int, int]:
    """City: participants, workers, workers without cover, unemployed, labour force."""
    active = participants(batches)[month]
    listed = register(batches, month)
    working = [person for person, row in listed.items() if row["status"] in WORKING]
    jobless = [person for person, row in listed.items() if row["status"] == "menganggur"]
    uncovered = [person for person in working if person not in active]
    return len(active), len(working), len(uncovered), len(jobless), len(working) + len(jobless)


def flow(batches: list[Row]) -> dict[tuple[int, str, Cell], Counter[str]]:
    """(month, segmen or SEMUA, cell) -> masuk, kembali, keluar, pindah_masuk, pindah_keluar."""
    months = participants(batches)
    result: dict[tuple[int, str, Cell], Counter[str]] = defaultdict(Counter)
    for segmen in ("SEMUA", "PU", "BPU", "JAKON", "PMI"):
        where: dict[int, dict[str, Cell]] = {}
        for month, persons in months.items():
            where[month] = {
                person: cell(month, rows)
                for person, rows in persons.items()
                if segmen == "SEMUA" or any(row["segmen"] == segmen for row in rows)
            }
        for month in sorted(where):
            if month - 1 not in where:
                continue
            before, now = where[month - 1], where[month]
            for person, here in now.items():
                if person not in before:
                    earlier = any(person in where[past] for past in where if past < month)
                    result[(month, segmen, here)]["kembali" if earlier else "masuk"] += 1
                elif before[person] != here:
                    result[(month, segmen, here)]["pindah_masuk"] += 1
                    result[(month, segmen, before[person])]["pindah_keluar"] += 1
            for person, there in before.items():
                if person not in now:
                    result[(month, segmen, there)]["keluar"] += 1
    return dict(result)


PAYERS = ["mandiri", "pemberi_kerja", "apbd_kota", "apbd_provinsi", "dana_desa", "lembaga", "tidak diketahui"]
SUBSIDISED = ("apbd_kota", "apbd_provinsi", "dana_desa", "lembaga")


def within(batches: list[Row], segmen: str) -> dict[int, dict[str, list[Row]]]:
    """month -> person -> that person's rows in the segment; every month with a file, also where nobody is in it."""
    return {
        month: {
            person: chosen
            for person, rows in persons.items()
            if (chosen := [row for row in rows if segmen in ("SEMUA", row["segmen"])])
        }
        for month, persons in participants(batches).items()
    }


def paid_by(rows: list[Row]) -> list[str]:
    """Who pays, without repeats: known before unknown."""
    return sorted({row["sumber_iuran"] or "tidak diketahui" for row in rows}, key=PAYERS.index)


def retention(batches: list[Row]) -> dict[tuple[int, str, str, str, int], tuple[int, int]]:
    """(month of joining, kecamatan, segmen, payer, months since) -> persons observed, of them still there."""
    result: Counter[tuple[int, str, str, str, int]] = Counter()
    stayed: Counter[tuple[int, str, str, str, int]] = Counter()
    everybody = participants(batches)
    for segmen in ("PU", "BPU", "JAKON", "PMI"):
        where = within(batches, segmen)
        for month in where:
            for person, rows in where[month].items():
                if month - 1 not in where or any(person in where[past] for past in where if past < month):
                    continue
                key = (month, cell(month, everybody[month][person])[0][:8], segmen, paid_by(rows)[0])
                now = month
                while now in where:
                    result[(*key, now - month)] += 1
                    if person not in where[now]:
                        break
                    stayed[(*key, now - month)] += 1
                    now += 1
    return {key: (count, stayed[key]) for key, count in result.items()}


def ended(batches: list[Row]) -> dict[tuple[int, str, str, str, str, str], tuple[int, int]]:
    """(month, payer that ended, segmen, payer, kecamatan, age group) -> persons the month before, of them stopped."""
    result: Counter[tuple[int, str, str, str, str, str]] = Counter()
    stopped: Counter[tuple[int, str, str, str, str, str]] = Counter()
    everybody = participants(batches)
    for segmen in ("SEMUA", "PU", "BPU", "JAKON", "PMI"):
        where = within(batches, segmen)
        for month in where:
            after = (month, month + 1, month + 2)
            if month - 1 not in where or not all(later in where for later in after):
                continue
            for payer in SUBSIDISED:
                before, now = (sum(payer in paid_by(r) for r in where[m].values()) for m in (month - 1, month))
                if before < 20 or 2 * now >= before:
                    continue
                for person, rows in where[month - 1].items():
                    place, _sex, age = cell(month - 1, everybody[month - 1][person])
                    for source in paid_by(rows):
                        key = (month, payer, segmen, source, place[:8], age)
                        result[key] += 1
                        stopped[key] += any(person not in where[later] for later in after)
    return {key: (count, stopped[key]) for key, count in result.items()}


def pace(batches: list[Row], month: int, span: int) -> dict[str, tuple[int, int, int, int, int]]:
    """place ('' for all) -> months compared, persons who came, who left, participants at the starts, net change."""
    months = participants(batches)
    compared = [m for m in range(month - span + 1, month + 1) if m in months and m - 1 in months]
    result: dict[str, tuple[int, int, int, int, int]] = {}
    where = {m: {person: cell(m, rows)[0] for person, rows in months[m].items()} for m in months}
    for place in {"", *(p for persons in where.values() for p in persons.values())}:
        came = left = start = net = 0
        for m in compared:
            before = {person for person, p in where[m - 1].items() if place in ("", p)}
            now = {person for person, p in where[m].items() if place in ("", p)}
            came += len([person for person in now if person not in where[m - 1]])
            left += len([person for person in before if person not in where[m]])
            start += len(before)
            net += len(now) - len(before)
        result[place] = (len(compared), came, left, start, net)
    return result
