"""Tariffs: as the reference file has them, with their months and sources."""

from datetime import date
from pathlib import Path

import pytest

from jamsostek import iuran
from jamsostek.iuran import Tarif
from jamsostek.kota import ReferensiRusak


def tarif(mulai: str, sampai: str) -> Tarif:
    return Tarif("JKK+JKM", "BPU", "", 1.0, iuran.RUPIAH_SEBULAN, mulai, sampai, "ID", "", "Koran", "https://x", "")


@pytest.mark.parametrize(
    ("mulai", "sampai", "berlaku"),
    [
        ("", "", "2019-01 2023-06 2030-01"),
        ("2023", "", "2023-01 2023-06 2030-01"),
        ("2023-06", "2023-07", "2023-06 2023-07"),
        ("2023-06-15", "2023", "2023-06 2023-07 2023-12"),
    ],
)
def test_a_tariff_holds_in_its_months_as_exact_as_its_source(mulai, sampai, berlaku):
    months = [f"{tahun}-{bulan:02}" for tahun in (2019, 2022, 2023, 2024, 2030) for bulan in (1, 5, 6, 7, 8, 12)]
    held = {m for m in months if tarif(mulai, sampai).berlaku(date.fromisoformat(f"{m}-01"))}
    assert set(berlaku.split()) <= held
    before = {m for m in months if mulai and m[: len(mulai[:7])] < mulai[:7]}
    after = {m for m in months if sampai and m[: len(sampai)] > sampai}
    assert held == set(months) - before - after


def test_the_tariff_of_vulnerable_workers_comes_first_and_the_discount_only_in_its_months():
    pilihan = iuran.paket(date(2023, 7, 1))
    assert list(pilihan) == [16_800, 8_400]
    assert pilihan[16_800].rincian.startswith(iuran.RENTAN)
    assert pilihan[16_800].sumber
    assert not pilihan[8_400].berlaku(date(2023, 7, 1))
    assert pilihan[8_400].berlaku(date(2026, 7, 1))
    assert "APBN/APBD" in pilihan[8_400].catatan
    assert not iuran.paket(date(2021, 1, 1))[16_800].rincian.startswith(iuran.RENTAN)


def test_a_city_without_the_file_has_none_and_a_broken_row_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("JAMSOSTEK_REFERENSI", str(tmp_path))
    assert iuran.semua() == ()
    assert iuran.paket(date(2023, 7, 1)) == {}
    (tmp_path / iuran.BERKAS).write_text("program,segmen\nJKK,PU\n", encoding="utf-8")
    with pytest.raises(ReferensiRusak, match=r"iuran\.csv"):
        iuran.semua()
