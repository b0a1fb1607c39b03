import hashlib
import hmac
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsostek import settings as places
from jamsostek.intake.errors import IntakeError, Refusal
from jamsostek.intake.pseudonym import PersonIndex, fingerprint, load_key, pseudonym

KEY = bytes(range(32))
NIK = st.integers(1, 9_999_999_999_999_998).map(lambda n: f"{n:016d}")


@settings(max_examples=60, deadline=None)
@given(NIK)
def test_pseudonym_is_half_of_a_keyed_digest(nik: str) -> None:
    expected = hmac.new(KEY, b"nik:" + nik.encode(), hashlib.sha256).hexdigest()[:32]
    assert pseudonym(KEY, "nik", nik) == expected
    assert pseudonym(KEY, "kpj", nik) != expected
    assert pseudonym(KEY[::-1], "nik", nik) != expected


@settings(max_examples=60, deadline=None)
@given(st.lists(NIK, min_size=1, max_size=30), st.lists(NIK, max_size=30))
def test_the_index_agrees_with_the_function_also_for_a_second_file(first: list[str], second: list[str]) -> None:
    index = PersonIndex(KEY, "nik")
    for numbers in (first, second, first):
        cells = pa.array([*numbers, "", "5371", "1111111111111111"], pa.string())
        expected = [None if len(set(n)) == 1 else pseudonym(KEY, "nik", n) for n in numbers]
        found = index.known(cells).to_pylist()
        assert found == [*expected, None, None, None]


def test_imports_in_several_threads_never_mix_persons_up() -> None:
    index = PersonIndex(KEY, "nik")
    lists = [[f"{n:016d}" for n in range(start, start + 3000)] for start in range(10**15, 10**15 + 16000, 1000)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda numbers: index.known(pa.array(numbers)).to_pylist(), lists))
    assert found == [[pseudonym(KEY, "nik", number) for number in numbers] for numbers in lists]


def test_spellings_outside_the_index_get_the_same_pseudonym() -> None:
    index = PersonIndex(KEY, "nik")
    plain = index.known(pa.array(["5371011708850001"]))[0].as_py()
    assert index["5371 0117 0885 0001"] == index["'5371011708850001"] == plain
    assert isinstance(index["5371"], Refusal)
    assert index[" - "] is None
    assert isinstance(index["5371011708850²01"], Refusal)


def test_kpj_with_and_without_its_leading_zero_is_one_person() -> None:
    index = PersonIndex(KEY, "kpj")
    assert index.known(pa.array(["07012345678"]))[0].as_py() == index["7012345678"]


def test_the_key_is_created_once_for_the_owner_only() -> None:
    first = load_key()
    path = places.key_path()
    assert len(first) == 32
    assert load_key() == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert os.listdir(path.parent) == [path.name]  # noqa: PTH208


def test_a_key_open_to_others_is_closed() -> None:
    load_key()
    places.key_path().chmod(0o644)
    load_key()
    assert stat.S_IMODE(places.key_path().stat().st_mode) == 0o600


def test_a_key_inside_the_data_folder_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    inside = tmp_path / "data" / "rahasia" / "kunci"
    monkeypatch.setenv("JAMSOSTEK_KUNCI", str(inside))
    with pytest.raises(IntakeError, match="folder data"):
        load_key()
    assert not inside.exists()
    (tmp_path / "data").mkdir()
    (tmp_path / "tautan").symlink_to(tmp_path / "data")
    with pytest.raises(IntakeError, match="folder data"):
        load_key(tmp_path / "tautan" / "kunci")


@pytest.mark.parametrize(("content", "message"), [(b"abcd", "terlalu pendek"), (b"bukan heksadesimal", "rusak"),
                                                  (b"\xff\xfe", "rusak"), (b"", "terlalu pendek")])  # fmt: skip
def test_a_damaged_key_is_a_clear_error(content: bytes, message: str) -> None:
    load_key()
    places.key_path().write_bytes(content)
    with pytest.raises(IntakeError, match=message):
        load_key()


def test_a_key_that_cannot_be_read_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "kunci").mkdir()
    with pytest.raises(IntakeError, match="tidak dapat dibaca"):
        load_key(tmp_path / "kunci")


def test_the_fingerprint_tells_keys_apart_without_showing_them() -> None:
    assert fingerprint(KEY) != fingerprint(KEY[::-1])
    assert fingerprint(KEY) not in KEY.hex()
