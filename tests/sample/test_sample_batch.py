"""The example data set after intake: what a data folder holds then."""

import re
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from jamsostek import intake, sample
from jamsostek.intake import Manifest


@pytest.fixture(scope="module")
def manifests(contoh_batches: Path) -> list[Manifest]:
    # Once built, the reference figures are batches of the same folder; they are no examples.
    return [m for m in intake.list_batches(contoh_batches) if m.oleh == sample.OLEH]


def test_all_batches_are_marked_as_examples(manifests: list[Manifest]) -> None:
    assert len(manifests) > 150
    assert all(m.contoh and m.basis_wilayah == "domisili" for m in manifests)
    assert [m.urutan for m in manifests] == list(range(1, len(manifests) + 1))


def test_every_kind_and_month_is_there(manifests: list[Manifest]) -> None:
    assert {m.jenis for m in manifests} == {"peserta", "tenaga_kerja", "pemberi_kerja", "klaim", "target"}
    months = sorted(m.bulan for m in manifests if m.jenis == "peserta" and m.bulan)
    assert months == [f"{year}-{month:02d}" for year in range(2019, 2024) for month in range(1, 13)][:54]


def test_few_rows_are_refused_and_in_each_kind_some(manifests: list[Manifest]) -> None:
    for jenis in ("peserta", "tenaga_kerja", "pemberi_kerja", "klaim"):
        files = [m for m in manifests if m.jenis == jenis]
        refused, rows = sum(m.baris_ditolak for m in files), sum(m.baris_masuk for m in files)
        assert 0 < refused < max(3, 0.002 * rows), jenis
    reasons = {f.alasan for m in manifests for f in m.penolakan}
    assert any("kelurahan tidak dikenal" in reason for reason in reasons)
    assert any("ganda" in reason for reason in reasons)


def test_nobody_is_refused_for_age(manifests: list[Manifest]) -> None:
    assert not [f for m in manifests for f in (*m.penolakan, *m.peringatan) if "umur" in f.alasan]


def test_no_personal_number_is_left_in_the_data_folder(manifests: list[Manifest]) -> None:
    for file in (file for manifest in manifests for file in manifest.folder.iterdir()):
        if file.suffix == ".parquet":
            table = pq.read_table(file)
            texts = [c for c in table.column_names if pa.types.is_string(table[c].type) and "pseudonim" not in c]
            kept = " ".join(str(v) for c in texts for v in table[c].unique().to_pylist())
            assert not re.search(r"\d{10,}", kept), file
        elif file.is_file():
            assert not re.search(r"(?<![0-9a-f])\d{10,}(?![0-9a-f])", file.read_text(encoding="utf-8")), file


def test_all_kelurahan_have_participants_in_june_2023(contoh_batches: Path, manifests: list[Manifest]) -> None:
    june = next(m for m in manifests if m.jenis == "peserta" and m.bulan == "2023-06")
    places = pq.read_table(contoh_batches / june.id_batch / "data.parquet")["kode_kelurahan"]
    assert len(set(places.to_pylist()) - {None}) == 51
    assert 200 <= places.null_count <= 400


def test_the_same_example_cannot_be_added_twice(contoh_batches: Path) -> None:
    with pytest.raises(intake.BerkasGanda):
        sample.generate(contoh_batches.parent)
    assert not list(contoh_batches.glob(".sementara-*"))


def test_the_target_says_that_nobody_published_it(contoh_batches: Path, manifests: list[Manifest]) -> None:
    target = next(m for m in manifests if m.jenis == "target")
    rows = pq.read_table(contoh_batches / target.id_batch / "data.parquet").to_pylist()
    assert rows[-1]["tanggal"].isoformat() == "2028-12-31"
    assert rows[-1]["rasio_cakupan"] == 1.0
    assert all("tidak ada target cakupan resmi" in row["sumber"] and row["wilayah"] == "53.71" for row in rows)
