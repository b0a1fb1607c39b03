"""The search index and the form in which spellings are compared; the browser is held to the same table of cases."""

import json
from pathlib import Path

import pytest

from jamsostek import cari
from jamsostek.intake.places import Places, load_places

CASES = json.loads((Path(__file__).parent / "kasus_cari.json").read_text(encoding="utf-8"))
TEMPAT = Places(
    kelurahan={},
    kecamatan={},
    codes={},
    spellings={
        "Bakunase Dua": "53.71.05.1002",
        "Bakunase II": "53.71.05.1002",
        "Lai Lai Bisi Kopan": "53.71.06.1002",
        "L.L.B.K.": "53.71.06.1002",
        "Alak": "53.71.01.1008",
    },
    names={
        "53.71.01": "Alak",
        "53.71.01.1008": "Alak",
        "53.71.05": "Kota Raja",
        "53.71.05.1002": "Bakunase Dua",
        "53.71.06": "Kota Lama",
        "53.71.06.1002": "Lai Lai Bisi Kopan",
    },
)


@pytest.mark.parametrize(("text", "key"), CASES)
def test_spellings_become_one_key(text, key):
    assert cari.normal(text) == key


def test_kelurahan_come_first_and_each_says_where_it_lies():
    found = [(entry["kode"], entry["sebutan"]) for entry in cari.indeks(TEMPAT)]
    assert found == [
        ("53.71.01.1008", "Kelurahan di Kecamatan Alak"),
        ("53.71.05.1002", "Kelurahan di Kecamatan Kota Raja"),
        ("53.71.06.1002", "Kelurahan di Kecamatan Kota Lama"),
        ("53.71.01", "Kecamatan"),
        ("53.71.06", "Kecamatan"),
        ("53.71.05", "Kecamatan"),
    ]


def test_the_keys_hold_every_way_to_write_a_number_later_words_and_initials():
    entries = {entry["kode"]: entry for entry in cari.indeks(TEMPAT)}
    two, llbk = entries["53.71.05.1002"], entries["53.71.06.1002"]
    assert two["utuh"].split() == ["bakunase2", "bakunasedua", "bakunaseii"]
    assert two["potong"].split() == ["2", "dua", "ii", "b2"]
    assert llbk["utuh"].split() == ["lailaibisikopan", "llbk"]
    assert llbk["potong"].split() == ["laibisikopan", "bisikopan", "kopan"]


def test_all_places_of_the_city_and_all_their_spellings_are_in_the_index():
    places = load_places()
    entries = {entry["kode"]: entry for entry in cari.indeks(places)}
    assert set(entries) == set(places.names)
    for spelling, code in places.spellings.items():
        for written in (spelling, spelling.upper(), spelling.replace(" ", "-"), f"Kel. {spelling}"):
            assert cari.normal(written) in entries[code]["utuh"].split()


def test_no_key_of_a_kelurahan_means_another_one_too():
    keys: dict[str, set[str]] = {}
    for entry in cari.indeks(load_places()):
        if entry["kode"].count(".") == 3:
            for key in entry["utuh"].split():
                keys.setdefault(key, set()).add(entry["kode"])
    assert [key for key, codes in keys.items() if len(codes) > 1] == []


def test_a_spelling_that_people_confirmed_is_found():
    learned = TEMPAT.with_spellings({"Kampung Solor": "53.71.06.1002"})
    entry = next(entry for entry in cari.indeks(learned) if entry["kode"] == "53.71.06.1002")
    assert "kampungsolor" in entry["utuh"].split()
