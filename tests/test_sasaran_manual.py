"""Targets set by hand: kept with who and when, taken back one by one or all, one target apart from another."""

import datetime as dt

import pytest

from jamsostek import sasaran_manual, settings
from jamsostek.intake import IntakeError

PATH, OTHER = "100-2028-12", "100-2030-12"


@pytest.fixture(autouse=True)
def _own_data(tmp_path, monkeypatch):
    monkeypatch.setenv("JAMSOSTEK_DATA", str(tmp_path / "data"))


def counts(sasaran):
    return {kode: one.jumlah for kode, one in sasaran_manual.untuk(sasaran).items()}


def test_nothing_is_set_at_first():
    assert sasaran_manual.untuk(PATH) == {}


def test_set_changed_taken_back():
    sasaran_manual.simpan(PATH, {"A": 120, "B": 0}, " Ani ")
    sasaran_manual.simpan(OTHER, {"A": 7}, "Ben")
    sasaran_manual.simpan(PATH, {"A": 130}, "Cik")
    assert (counts(PATH), counts(OTHER)) == ({"A": 130, "B": 0}, {"A": 7})
    one = sasaran_manual.untuk(PATH)["A"]
    assert one.oleh == "Cik"
    assert abs(dt.datetime.fromisoformat(one.pada) - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=5)
    sasaran_manual.simpan(PATH, {"A": None}, "Ani")
    assert counts(PATH) == {"B": 0}
    sasaran_manual.lupakan(PATH)
    assert (counts(PATH), counts(OTHER)) == ({}, {"A": 7})
    assert [p.name for p in settings.data_dir().iterdir() if not p.name.endswith(".lock")] == ["sasaran_manual.json"]


@pytest.mark.parametrize(("jumlah", "oleh"), [(-1, "Ani"), (100_001, "Ani"), (5, "  ")])
def test_what_cannot_be_changes_nothing(jumlah, oleh):
    sasaran_manual.simpan(PATH, {"A": 1}, "Ani")
    with pytest.raises(IntakeError):
        sasaran_manual.simpan(PATH, {"A": jumlah}, oleh)
    assert counts(PATH) == {"A": 1}


@pytest.mark.parametrize("text", ["{", "[1]", '[{"sasaran": "x"}]'])
def test_a_damaged_file_is_told(text):
    sasaran_manual.path().parent.mkdir(parents=True)
    sasaran_manual.path().write_text(text, encoding="utf-8")
    with pytest.raises(IntakeError, match="rusak"):
        sasaran_manual.untuk(PATH)
