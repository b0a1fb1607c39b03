"""The files of the example data set, before intake."""

import itertools
import re

import openpyxl
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from jamsostek import sample
from jamsostek.sample import berkas, kirim


@pytest.fixture(scope="module")
def files() -> list[berkas.Berkas]:
    return list(berkas.files(sample.SEED))


def test_same_seed_same_files(files: list[berkas.Berkas]) -> None:
    for one, other in itertools.zip_longest(files, berkas.files(sample.SEED)):
        assert (one.nama, one.jenis, one.bulan) == (other.nama, other.jenis, other.bulan)
        assert one.tabel.equals(other.tabel), one.nama


def test_another_seed_gives_other_persons(files: list[berkas.Berkas]) -> None:
    other = next(berkas.files(sample.SEED + 1))
    assert not other.tabel["NIK"].equals(files[0].tabel["NIK"])


def test_only_numbers_that_belong_to_nobody(files: list[berkas.Berkas]) -> None:
    for one in files:
        for header, pattern in (("NIK", r"99\d{14}"), ("NO KPJ", r"99\d{9}"), ("NPP", r"99\d{6}")):
            if header in one.tabel.column_names:
                odd = pc.invert(pc.match_substring_regex(one.tabel[header].drop_null(), f"^{pattern}$"))
                # the deliberately bad rows hold words or a single digit, nothing that could be a number of somebody
                assert not [v for v in one.tabel[header].drop_null().filter(odd).to_pylist() if re.search(r"\d\d", v)]


def test_no_column_for_names_addresses_or_wages(files: list[berkas.Berkas]) -> None:
    headers = {name for one in files if one.jenis in ("peserta", "tenaga_kerja") for name in one.tabel.column_names}
    assert not [h for h in headers if re.search("NAMA|ALAMAT|TELEPON|HP|EMAIL|IBU|REKENING|UPAH$", h)]


def test_employers_are_named_as_examples(files: list[berkas.Berkas]) -> None:
    employers = next(one for one in files if one.jenis == "pemberi_kerja")
    assert len(employers.tabel) == 2_002
    assert all("Contoh" in name for name in employers.tabel["NAMA"].to_pylist())


def test_every_month_once_and_in_order(files: list[berkas.Berkas]) -> None:
    for jenis in ("peserta", "klaim"):
        months = [one.bulan for one in files if one.jenis == jenis]
        assert len(months) == 54
        assert months == sorted(set(months))
    dated = [one.bulan for one in files if one.bulan]
    assert dated == sorted(dated)


def test_rows_stay_within_what_a_first_start_can_take(files: list[berkas.Berkas]) -> None:
    rows = {jenis: sum(len(f.tabel) for f in files if f.jenis == jenis) for jenis in ("peserta", "tenaga_kerja")}
    assert 1_500_000 < rows["peserta"] < 1_900_000
    assert 800_000 < rows["tenaga_kerja"] < 1_000_000


def test_kelurahan_are_spelled_in_several_ways(files: list[berkas.Berkas]) -> None:
    june = files[-4].tabel
    assert files[-4].nama == "peserta-2023-06.csv"
    spellings = set(june["KELURAHAN"].unique().to_pylist())
    assert {"Naikoten Satu", "Naikoten I", "NAIKOTEN SATU", "LLBK", "TDM"} <= spellings


def test_workbook_has_title_rows_above_the_header(tmp_path) -> None:  # type: ignore[no-untyped-def]
    kirim.write(pa.table({"A": ["1"], "B": ["2"]}), tmp_path / "contoh.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "contoh.xlsx").active.iter_rows(values_only=True))
    assert rows == [("DATA CONTOH - SEMUA ISI SINTETIS", None), (None, None), ("A", "B"), ("1", "2")]
