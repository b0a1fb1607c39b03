"""Why coverage changed and who stays, from files handed in through the real intake, against loops over persons."""

import random
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from jamsostek import build, campuran, db, intake, queries, urai
from tests import oracle
from tests.intake.files import csv_text, nik, rows
from tests.test_oracle import check_retention, date

START = 2023 * 12
MONTHS = [START + n for n in (0, 1, 2, 3, 4, 6, 7)]  # nothing for June
PLACES = {"Oesapa": "Kelapa Lima", "Alak": "Alak", "Naioni": "Alak", "Liliba": "Oebobo"}
CODES = {"Oesapa": "53.71.03.1010", "Alak": "53.71.01.1008", "Naioni": "53.71.01.1011", "Liliba": "53.71.04.1010"}


def _people(rng: random.Random) -> list[dict[str, Any]]:
    """90 persons, each with a payer and months: thirty are paid for until April, a few of them go on themselves."""
    people = []
    for n in range(90):
        payer = "apbd_kota" if n < 30 else rng.choice(["mandiri", "mandiri", "pemberi_kerja", ""])
        joined = rng.choice(MONTHS[:5])
        there = {m for m in MONTHS if m >= joined and rng.random() < 0.8}
        if payer == "apbd_kota":
            there = {m for m in MONTHS if m < START + 2 or n % 6 == 0}
        people.append({
            "NIK": nik(n), "payer": payer, "there": there, "SEGMEN": "PU" if payer == "pemberi_kerja" else "BPU",
            "place": rng.choice(list(PLACES)), "born": f"17-08-{rng.randrange(1955, 2005)}",
            "moves": rng.random() < 0.2,
        })  # fmt: skip
    return people


def _row(person: dict[str, Any], month: int, place: str) -> dict[str, Any]:
    payer = "mandiri" if person["payer"] == "apbd_kota" and month >= START + 2 else person["payer"]
    return {
        "NIK": person["NIK"], "NO KPJ": "", "SEGMEN": person["SEGMEN"], "SUMBER IURAN": payer,
        "KELURAHAN": place, "KECAMATAN": PLACES[place], "TANGGAL LAHIR": person["born"], "JENIS KELAMIN": "L",
    }  # fmt: skip


def _place(person: dict[str, Any], month: int) -> str:
    return "Alak" if person["moves"] and month > START + 2 else person["place"]


def _listed(people: list[dict[str, Any]], place: str, share: float, rng: random.Random) -> list[dict[str, Any]]:
    here = [p for p in people if p["place"] == place and rng.random() < share]
    more = [{"NIK": nik(1000 + 100 * list(PLACES).index(place) + n), "born": "17-08-1980", "SEGMEN": "BPU"}
            for n in range(rng.randrange(20, 60))]  # fmt: skip
    return [
        {
            "NIK": p["NIK"], "KELURAHAN": place, "KECAMATAN": PLACES[place], "TANGGAL LAHIR": p["born"],
            "STATUS": "penerima_upah" if p["SEGMEN"] == "PU" else "bukan_penerima_upah",
        }
        for p in [*here, *more]
    ]  # fmt: skip


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[int, list[dict[str, Any]]]]:
    """The data folder, built from CSV files, and the participants of each month as they stand in them."""
    folder = tmp_path_factory.mktemp("arah")
    rng = random.Random(23)
    people = _people(rng)
    content = {m: [_row(p, m, _place(p, m)) for p in people if m in p["there"]] for m in MONTHS}
    files = [("peserta", m, content[m]) for m in MONTHS]
    # Naioni has no list at all, Liliba its first one in April, Oesapa a new one in May
    files += [("tenaga_kerja", START, _listed(people, name, 0.8, rng)) for name in ("Oesapa", "Alak")]
    files += [("tenaga_kerja", START + 3, _listed(people, "Liliba", 1.0, rng))]
    files += [("tenaga_kerja", START + 4, _listed(people, "Oesapa", 0.9, rng))]
    for number, (jenis, month, changes) in enumerate(files):
        path = folder / f"{number}-{jenis}.csv"
        path.write_text(csv_text(rows(jenis, *changes)), encoding="utf-8")
        intake.import_file(path, jenis=jenis, bulan=f"{date(month):%Y-%m}", batches=folder / "batches", oleh="uji")
    build.build(folder)
    return folder, content


@pytest.fixture(autouse=True)
def _served(handed_in: tuple[Path, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAMSOSTEK_DATA", str(handed_in[0]))


def _plain(content: dict[int, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """The batches as the oracle reads them: names of the contract, birth months as numbers."""
    return [
        {
            "jenis": "peserta", "urutan": urutan, "bulan": month,
            "rows": [
                {
                    "nik": row["NIK"], "kpj": None, "segmen": row["SEGMEN"], "kode_kelurahan": CODES[row["KELURAHAN"]],
                    "jenis_kelamin": "L", "sumber_iuran": row["SUMBER IURAN"] or None,
                    "bulan_lahir": int(row["TANGGAL LAHIR"][6:]) * 12 + 7,
                }
                for row in content[month]
            ],
        }
        for urutan, month in enumerate(MONTHS)
    ]  # fmt: skip


def test_retention_and_the_end_of_a_subsidy_through_the_real_intake(handed_in: Any) -> None:
    folder, content = handed_in
    batches = _plain(content)
    check_retention(db.cursor(folder / "jamsostek.duckdb"), batches)
    stopped = {key[:4]: True for key in oracle.ended(batches)}
    assert (START + 2, "apbd_kota", "SEMUA", "apbd_kota") in stopped  # there is something to compare
    assert len(oracle.retention(batches)) > 50


def _walk(content: dict[int, list[dict[str, Any]]], first: int, last: int, inside: set[str]) -> dict[str, int]:
    """Flows of the place between two month ends, person by person from month to month."""
    where = {m: {row["NIK"]: row["KELURAHAN"] for row in content[m]} for m in MONTHS}
    count = dict.fromkeys(("masuk", "kembali", "keluar", "pindah"), 0)
    for month in range(first + 1, last + 1):
        if month not in where or month - 1 not in where:
            continue
        for person in {*where[month], *where[month - 1]}:
            now, before = where[month].get(person), where[month - 1].get(person)
            if before is None:
                seen = any(person in where[past] for past in MONTHS if past < month)
                count["kembali" if seen else "masuk"] += now in inside
            elif now is None:
                count["keluar"] -= before in inside
            else:
                count["pindah"] += (now in inside) - (before in inside)
    return count


@pytest.mark.parametrize(("first", "last"), [(1, 3), (0, 7), (3, 4), (6, 7)])
@pytest.mark.parametrize("kecamatan", [None, "Alak", "Kelapa Lima"])
def test_the_parts_are_those_of_the_persons(handed_in: Any, first: int, last: int, kecamatan: str | None) -> None:
    _folder, content = handed_in
    inside = {place for place, parent in PLACES.items() if kecamatan in (None, parent)}
    kode = {None: None, "Alak": "53.71.01", "Kelapa Lima": "53.71.03"}[kecamatan]
    ends = [date(START + n) for n in (first, last)]
    akun = queries.akun_bulanan(kode_kecamatan=kode).set_index("bulan")
    titik = [
        urai.Titik(int(akun.loc[f"{end}", "jumlah_peserta"]), int(akun.loc[f"{end}", "jumlah_penyebut"]))
        for end in ends
    ]
    arus = urai.arus_antara(queries.arus_per_bulan(kode_kecamatan=kode), *ends)
    suku = urai.urai(titik[0], titik[1], arus)

    counted = [sum(row["KELURAHAN"] in inside for row in content[START + n]) for n in (first, last)]
    assert [t.peserta for t in titik] == counted
    expected = _walk(content, START + first, START + last, inside)
    expected["koreksi"] = counted[1] - counted[0] - sum(expected.values())
    per_person = (Fraction(1, titik[0].pekerja) + Fraction(1, titik[1].pekerja)) / 2
    for part in suku[:-1]:
        persons = sum(expected[key] for key in part.kunci)
        assert part.orang == persons
        assert part.nilai == pytest.approx(float(persons * per_person), abs=1e-12)
    left_out = {*expected} - {key for part in suku for key in part.kunci}
    assert all(expected[key] == 0 for key in left_out)
    change = Fraction(counted[1], titik[1].pekerja) - Fraction(counted[0], titik[0].pekerja)
    assert sum(part.nilai for part in suku) == pytest.approx(float(change), abs=1e-12)
    assert arus.tanpa_pembanding == (2 if first < 5 < last else 0)


def test_the_contributions_of_the_places_add_up_to_the_same_change() -> None:
    ends = [date(START + n) for n in (1, 7)]
    saat = [queries.cakupan_per_kelurahan(bulan=end) for end in ends]
    akun = queries.akun_bulanan().set_index("bulan")
    kota = tuple(
        urai.Titik(int(akun.loc[f"{end}", "jumlah_peserta"]), int(akun.loc[f"{end}", "jumlah_penyebut"]))
        for end in ends
    )
    hasil = campuran.sumbangan(campuran.dari_wilayah(saat[0], saat[1]), (kota[0], kota[1]))
    assert hasil is not None
    by_name = {s.isi.nama: s for s in hasil}
    mean = (Fraction(kota[0].peserta, kota[0].pekerja) + Fraction(kota[1].peserta, kota[1].pekerja)) / 2
    for name in ("Oesapa", "Alak"):
        isi = by_name[name].isi
        r0, r1 = (Fraction(e, p or 0) for e, p in zip(isi.peserta, isi.pekerja, strict=True))
        w0, w1 = (Fraction(p or 0, k.pekerja) for p, k in zip(isi.pekerja, kota, strict=True))
        assert by_name[name].di_dalam == pytest.approx(float((w0 + w1) / 2 * (r1 - r0)), abs=1e-12)
        assert by_name[name].pergeseran == pytest.approx(float(((r0 + r1) / 2 - mean) * (w1 - w0)), abs=1e-12)
    # no list at all, and a list in one of the months only: neither within nor shifted
    assert (by_name["Naioni"].di_dalam, by_name["Liliba"].pergeseran) == (0, 0)
    assert by_name["Naioni"].lain != 0
    assert sum(s.jumlah for s in hasil) == pytest.approx(kota[1].rasio - kota[0].rasio, abs=1e-12)
    kecamatan = campuran.gabungan(hasil, campuran.induk(saat))
    assert sum(s.jumlah for s in kecamatan) == pytest.approx(kota[1].rasio - kota[0].rasio, abs=1e-12)


def test_the_segments_add_up_to_the_same_change() -> None:
    ends = [date(START + n) for n in (1, 7)]
    akun = queries.akun_bulanan().set_index("bulan")
    kota = [
        urai.Titik(int(akun.loc[f"{end}", "jumlah_peserta"]), int(akun.loc[f"{end}", "jumlah_penyebut"]))
        for end in ends
    ]
    df = queries.tren_per_segmen()
    awal, akhir = (df[df["bulan"] == f"{end}"] for end in ends)
    hasil = campuran.sumbangan(campuran.dari_segmen(awal, akhir, (kota[0], kota[1])), (kota[0], kota[1]))
    assert hasil is not None
    assert sum(s.jumlah for s in hasil) == pytest.approx(kota[1].rasio - kota[0].rasio, abs=1e-12)


def test_the_questions_add_up_the_mart_as_known_in_the_chosen_month(handed_in: Any) -> None:
    _folder, content = handed_in
    for month in (START + 3, START + 7):
        expected: dict[tuple[str, int], list[int]] = {}
        for (joined, place, segmen, payer, lama), counts in oracle.retention(_plain(content)).items():
            if segmen == "BPU" and place == "53.71.01" and joined + lama <= month:
                total = expected.setdefault((payer, lama), [0, 0])
                total[0], total[1] = total[0] + counts[0], total[1] + counts[1]
        df = queries.retensi(bulan=date(month), kode_kecamatan="53.71.01")
        assert {row[:2]: list(row[2:]) for row in df.itertuples(index=False, name=None)} == expected
    assert queries.akhir_subsidi(bulan=date(START + 3)).empty  # three months are not over yet
    df = queries.akhir_subsidi(bulan=date(START + 4))
    whole = df[(df["dimensi"] == "semua") & (df["sumber_iuran"] == "apbd_kota")].iloc[0]
    for dimensi in ("kecamatan", "kelompok_umur"):
        part = df[(df["dimensi"] == dimensi) & (df["sumber_iuran"] == "apbd_kota")]
        assert part["jumlah_berhenti"].sum() == whole["jumlah_berhenti"]
        assert part["jumlah_peserta"].sum() == whole["jumlah_peserta"]
