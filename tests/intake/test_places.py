import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsostek import settings as places_of_files
from jamsostek.intake.errors import IntakeError, Refusal
from jamsostek.intake.places import load_places
from jamsostek.intake.texts import key

with (places_of_files.referensi_dir() / "wilayah.csv").open(encoding="utf-8-sig", newline="") as file:
    WILAYAH = list(csv.DictReader(file))
SPELLINGS = [
    (spelling, row["kode_kelurahan"])
    for row in WILAYAH
    for spelling in (row["nama_kelurahan"], *filter(None, row["ejaan_lain"].split("|")))
]
PLACES = load_places()
KNOWN = {key(spelling) for spelling, _ in SPELLINGS}


def test_the_city_has_51_kelurahan_in_6_kecamatan() -> None:
    assert len(set(PLACES.kelurahan.values())) == 51
    assert len(PLACES.kecamatan) == 6


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(SPELLINGS), st.sampled_from([str.upper, str.lower, str.title, str]),
    st.sampled_from(["{}", "Kelurahan {}", "Kel. {}", "KEL {}"]), st.sampled_from([" ", "  ", "-", ".", ""]),
)  # fmt: skip
def test_every_listed_spelling_resolves(spelling: tuple[str, str], case: object, form: str, gap: str) -> None:
    text, code = spelling
    assert PLACES.parse_kelurahan(form.format(case(text).replace(" ", gap))) == code  # type: ignore[operator]


def test_all_spellings_as_listed_resolve() -> None:
    assert [PLACES.parse_kelurahan(text) for text, _ in SPELLINGS] == [code for _, code in SPELLINGS]


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SPELLINGS), st.data())
def test_a_typing_slip_is_never_taken_over(spelling: tuple[str, str], data: st.DataObject) -> None:
    text = spelling[0]
    at = data.draw(st.integers(0, len(text) - 1))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    slip = data.draw(st.sampled_from([text[:at] + text[at + 1 :], text[:at] + letter + text[at + 1 :],
                                      text[:at] + letter + text[at:]]))  # fmt: skip
    if key(slip) not in KNOWN:
        assert isinstance(PLACES.parse_kelurahan(slip), Refusal)


def test_manulai_one_is_refused_and_manulai_two_only_suggested() -> None:
    result = PLACES.parse_kelurahan("Manulai I")
    assert isinstance(result, Refusal)
    assert "mungkin maksudnya Manulai II?" in result.alasan


@pytest.mark.parametrize("text", ["Kota Raja", "Kota Lama", "Kec. Alak", "Kecamatan Oebobo"])
def test_a_kecamatan_is_no_kelurahan(text: str) -> None:
    result = PLACES.parse_kelurahan(text)
    assert isinstance(result, Refusal)
    assert "nama kecamatan" in result.alasan


@pytest.mark.parametrize("name", ["Alak", "Maulafa", "Kelapa Lima", "Oebobo"])
def test_the_four_shared_names_mean_what_their_column_says(name: str) -> None:
    kelurahan, kecamatan = PLACES.parse_kelurahan(name), PLACES.parse_kecamatan(f"Kec. {name}")
    assert isinstance(kelurahan, str)
    assert kelurahan[:8] == kecamatan
    area = PLACES.parse_area(name)
    assert isinstance(area, Refusal)
    assert PLACES.parse_area(f"Kecamatan {name}") == kecamatan
    assert PLACES.parse_area(f"Kelurahan {name}") == kelurahan


def test_codes_with_and_without_dots() -> None:
    assert PLACES.parse_code("53.71.01.1001") == PLACES.parse_code("5371011001") == "53.71.01.1001"
    for text in ("53.71.01", "53.71.01.9999", "5371010011"):
        assert isinstance(PLACES.parse_code(text), Refusal)


@pytest.mark.parametrize(
    ("text", "code"),
    [("Kota Kupang", "53.71"), ("NTT", "53"), ("Indonesia", "ID"), ("ID", "ID"), ("53.71", "53.71"), ("53", "53"),
     ("53.71.04", "53.71.04"), ("Oesapa Barat", "53.71.03.1014"), ("Kota Raja", "53.71.05")],
)  # fmt: skip
def test_areas_of_figures(text: str, code: str) -> None:
    assert PLACES.parse_area(text) == code


def test_an_unknown_area_is_refused() -> None:
    assert isinstance(PLACES.parse_area("Atlantis"), Refusal)
    assert isinstance(PLACES.parse_area("53.71.99.1001"), Refusal)


def test_a_spelling_of_two_kelurahan_is_an_error_of_the_table(tmp_path: object) -> None:
    path = tmp_path / "wilayah.csv"  # type: ignore[operator]
    path.write_text(
        "kode_kelurahan,nama_kelurahan,kode_kecamatan,nama_kecamatan,ejaan_lain\n"
        "53.71.01.1001,Satu,53.71.01,Alak,Sama\n53.71.01.1002,Dua,53.71.01,Alak,sama\n",
        encoding="utf-8",
    )
    with pytest.raises(IntakeError, match="dua kelurahan"):
        load_places(path)
