"""Targets by issuer, and events: whose they are, what is known of them, and which place they belong to."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from jamsostek import kartu, peristiwa, sasaran
from jamsostek.kota import ReferensiRusak


def target(*rows: tuple[str, str, str, float, bool]) -> pd.DataFrame:
    """As target_kota answers: date, issuer, place, ratio, whether it is the example's."""
    names = ["tanggal", "penerbit", "wilayah", "rasio_cakupan", "adalah_contoh"]
    frame = pd.DataFrame(rows, columns=names)
    return frame.assign(tanggal=pd.to_datetime(frame["tanggal"]), sumber="Sumber", tautan=None)


SEMUA = target(
    ("2029-12-31", "RPJMN", "ID", 0.44, False),
    ("2025-12-31", "RPJMN", "ID", 0.32, False),
    ("2025-12-31", "RPJMN", "53", 0.6, False),
    ("2028-12-31", "Contoh", "53.71", 1.0, True),
    ("2026-12-31", "Perwali", "53.71", 0.5, False),
    ("2027-12-31", "DPRD", "53.71", 0.7, False),
)


def test_every_issuer_of_a_place_is_a_path_of_its_own_in_order_of_time():
    paths = sasaran.semua(SEMUA)
    assert [(p.penerbit, p.wilayah) for p in paths] == [
        ("RPJMN", "53"), ("Contoh", "53.71"), ("DPRD", "53.71"), ("Perwali", "53.71"), ("RPJMN", "ID"),
    ]  # fmt: skip
    assert paths[-1].titik == ((date(2025, 12, 31), 0.32), (date(2029, 12, 31), 0.44))
    assert [p.nama_wilayah for p in paths] == ["Nusa Tenggara Timur", *["Kota Kupang"] * 3, "Indonesia"]
    keys = [p.kunci for p in paths]
    assert len(set(keys)) == len(keys)


def test_the_citys_path_is_of_one_issuer_a_real_one_and_the_farthest():
    paths = sasaran.semua(SEMUA)
    assert sasaran.utama(paths).penerbit == "DPRD"
    assert sorted(p.penerbit for p in sasaran.lain(paths)) == ["Contoh", "Perwali", "RPJMN", "RPJMN"]
    assert kartu.jalur_kota(SEMUA)["rasio_cakupan"].tolist() == [0.7]
    assert kartu.jalur_kota(SEMUA[SEMUA["wilayah"] == "ID"]).empty
    assert sasaran.semua(SEMUA.iloc[:0]) == []


def test_what_is_known_of_a_definition_comes_from_the_reference_and_else_is_said_to_be_unknown():
    assert "UCJ" in sasaran.definisi("Kementerian Dalam Negeri", "ID")
    assert sasaran.definisi("Kementerian Dalam Negeri", "53") == sasaran.TIDAK_DISEBUT


def test_the_table_gives_each_target_with_its_source():
    path = next(p for p in sasaran.semua(SEMUA) if p.wilayah == "ID")
    assert sasaran.rincian(path, SEMUA) == [
        (date(2025, 12, 31), 0.32, "Sumber", ""), (date(2029, 12, 31), 0.44, "Sumber", ""),
    ]  # fmt: skip


@pytest.fixture
def events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    from jamsostek import settings

    (tmp_path / "kota.toml").write_bytes((settings.referensi_dir() / "kota.toml").read_bytes())
    monkeypatch.setenv("JAMSOSTEK_REFERENSI", str(tmp_path))
    return tmp_path / "peristiwa.csv"


def test_an_event_belongs_to_its_place_to_what_contains_it_and_to_its_parts(events: Path):
    head = "bulan,teks,wilayah,sumber,tautan,contoh\n"
    rows = "2023-02,Alak,53.71.01,S,,tidak\n2020-03,Negara,ID,S,,tidak\n2023-01,Contoh,53.71,S,,ya\n"
    events.write_text(head + rows, encoding="utf-8")
    assert [e.teks for e in peristiwa.untuk(None, contoh=True)] == ["Negara", "Contoh", "Alak"]
    assert [e.teks for e in peristiwa.untuk("53.71.01.1001", contoh=False)] == ["Negara", "Alak"]
    assert [e.teks for e in peristiwa.untuk("53.71.02", contoh=False)] == ["Negara"]


def test_a_city_without_the_file_has_no_events_and_a_wrong_row_is_named(events: Path):
    assert peristiwa.semua() == ()
    events.write_text("bulan,teks,wilayah,sumber,tautan,contoh\n2023,X,ID,S,,ya\n", encoding="utf-8")
    with pytest.raises(ReferensiRusak, match="baris 2"):
        peristiwa.semua()


def test_every_event_of_the_city_has_a_source():
    assert all(e.sumber and (e.tautan or e.contoh) for e in peristiwa.semua())
    assert {"Pandemi", "Non-ASN masuk"} <= {e.teks for e in peristiwa.untuk(None, contoh=False)}
    assert "Iuran APBD berakhir" not in {e.teks for e in peristiwa.untuk(None, contoh=False)}
