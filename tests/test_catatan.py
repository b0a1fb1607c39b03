"""Notes on the trend: what is kept, what is refused, who sees them, and that nothing is lost between two writers."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from jamsostek import catatan
from jamsostek.catatan import Catatan, CatatanDitolak
from jamsostek.intake import IntakeError

MARET, HARI = date(2023, 3, 1), date(2023, 4, 3)
OESAPA = "53.71.03.1010"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAMSOSTEK_DATA", str(tmp_path))


def add(teks: str = "RT 04 didata ulang", wilayah: str = OESAPA, **more: object) -> Catatan:
    values = {"bulan": MARET, "oleh": "Ani"} | more
    return catatan.tambah(wilayah=wilayah, teks=teks, **values)  # type: ignore[arg-type]


def test_a_note_is_kept_with_its_month_place_author_and_time():
    note = add()
    assert catatan.semua() == [note]
    assert (note.bulan, note.hari_bulan, note.wilayah, note.oleh, note.sampai) == ("2023-03", MARET, OESAPA, "Ani", "")
    assert note.pada.endswith("+00:00")


def test_a_note_shows_on_its_place_and_above_but_not_beside_or_below():
    add(wilayah="53.71.03")
    shown = [bool(catatan.untuk(kode, HARI)) for kode in ("53.71", "53.71.03", OESAPA, "53.71.01", "53.7")]
    assert shown == [True, True, False, False, False]


def test_a_note_that_has_run_out_is_not_shown_but_kept():
    add(sampai=date(2023, 4, 2))
    last_day = add(sampai=HARI)
    assert catatan.untuk("53.71", HARI) == [last_day]
    assert len(catatan.semua()) == 2


@pytest.mark.parametrize("sign", ["5371012345678901", "53.71.01.410190.0001", "５３７１０１２３４５６７８９０１"])
def test_a_number_that_looks_like_a_nik_is_refused_in_the_text_and_in_the_name(sign: str):
    for values in ({"teks": f"Pak Budi {sign} pindah"}, {"oleh": sign}):
        with pytest.raises(CatatanDitolak, match="NIK"):
            add(**values)  # type: ignore[arg-type]
    assert not catatan.path().exists()


@pytest.mark.parametrize(("teks", "words"), [("  \n\u200b ", "belum ditulis"), ("a" * 141, "140")])
def test_an_empty_or_too_long_text_is_refused(teks: str, words: str):
    with pytest.raises(CatatanDitolak, match=words):
        add(teks)


def test_hostile_text_stays_plain_text_on_one_line():
    note = add("<script>alert(1)</script>\r\n=HYPERLINK()\u202e\x00 baris\u2028dua")
    assert note.teks == "<script>alert(1)</script> =HYPERLINK() baris dua"
    assert catatan.semua() == [note]


def test_change_and_removal_can_be_undone():
    first, second = add("satu"), add("dua")
    changed = catatan.ubah(first, teks="satu benar", oleh="Budi")
    assert {n.teks for n in catatan.semua()} == {"satu benar", "dua"}
    assert (changed.id, changed.oleh) == (first.id, "Budi")
    catatan.kembalikan(first)
    catatan.hapus(second.id)
    assert catatan.semua() == [first]
    catatan.kembalikan(second)
    assert sorted(n.teks for n in catatan.semua()) == ["dua", "satu"]


def test_a_note_taken_away_by_another_is_not_brought_back_by_a_change():
    note = add()
    catatan.hapus(note.id)
    with pytest.raises(CatatanDitolak, match="dihapus orang lain"):
        catatan.ubah(note, teks="lain", oleh="Budi")
    assert catatan.semua() == []


def test_writers_at_the_same_time_lose_nothing():
    with ThreadPoolExecutor(8) as pool:
        notes = list(pool.map(lambda n: add(f"catatan {n}"), range(24)))
    assert {n.id for n in catatan.semua()} == {n.id for n in notes}
    assert [p.name for p in catatan.path().parent.iterdir() if not p.name.startswith(".")] == ["catatan.json"]


def test_there_is_an_end_to_how_many_are_kept(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(catatan, "PALING_BANYAK", 1)
    note = add()
    with pytest.raises(CatatanDitolak, match="Sudah ada 1 catatan"):
        add()
    catatan.ubah(note, teks="masih boleh", oleh="Ani")


@pytest.mark.parametrize("content", ["{", '[{"id": "x"}]', "[3]"])
def test_a_damaged_file_is_said_to_be_damaged(content: str):
    catatan.path().write_text(content, encoding="utf-8")
    with pytest.raises(IntakeError, match="rusak"):
        catatan.semua()


def test_a_month_that_is_none_counts_as_damage():
    note = replace(add(), bulan="2023-13")
    catatan.path().write_text(json.dumps([note.__dict__]), encoding="utf-8")
    with pytest.raises(IntakeError, match="rusak"):
        catatan.semua()
