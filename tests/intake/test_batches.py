import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from jamsostek.intake import BerkasGanda, IntakeError, Manifest, history, import_file, list_batches, restore, withdraw
from tests.intake.files import ROWS, nik, rows, write_csv

KEYS = ["id_batch", "urutan", "jenis", "bulan", "nama_berkas", "sha256_berkas", "sha256_data", "baris_masuk",
        "baris_diterima", "baris_ditolak", "penolakan", "peringatan", "diimpor_pada", "oleh", "basis_wilayah",
        "contoh", "versi_kontrak"]  # fmt: skip


def bring_in(path: Path, batches: Path, bulan: str = "2023-06", **options: object) -> Manifest:
    return import_file(path, jenis="peserta", bulan=bulan, batches=batches, oleh="Uji", **options)  # type: ignore[arg-type]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "peserta.csv", rows("peserta", {}, {"SEGMEN": "?"}, {"KELURAHAN": "", "KECAMATAN": ""}))


def test_a_batch_holds_data_manifest_and_list_of_refused_rows(source: Path, batches: Path) -> None:
    manifest = bring_in(source, batches)
    folder = batches / "000001-peserta-2023-06"
    assert sorted(os.listdir(folder)) == ["data.parquet", "manifest.json", "penolakan.csv"]  # noqa: PTH208
    content = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert set(KEYS) <= set(content)
    assert content["penolakan"] == [
        {
            "kolom": "SEGMEN",
            "alasan": "segmen tidak dikenal; isi salah satu dari: PU, BPU, JAKON, PMI",
            "jumlah": 1,
            "baris": [3],
        }
    ]
    assert [entry["kolom"] for entry in content["peringatan"]] == ["KELURAHAN"]
    assert (content["baris_masuk"], content["baris_diterima"], content["baris_ditolak"]) == (3, 2, 1)
    assert (content["bulan"], content["versi_kontrak"], content["contoh"]) == ("2023-06", 1, False)
    assert datetime.fromisoformat(content["diimpor_pada"]).utcoffset() is not None
    lines = (folder / "penolakan.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "nomor_baris;kolom;kelas_nilai;alasan"
    assert lines[1].startswith("3;SEGMEN;")
    assert pq.read_table(folder / "data.parquet")["nomor_baris"].to_pylist() == [2, 4]
    assert list_batches(batches) == [manifest]


def test_equal_rows_give_equal_bytes(source: Path, batches: Path, tmp_path: Path) -> None:
    first = bring_in(source, batches)
    second = bring_in(source, tmp_path / "lain")
    assert first.sha256_data == second.sha256_data
    assert (first.folder / "data.parquet").read_bytes() == (second.folder / "data.parquet").read_bytes()


def test_nothing_personal_reaches_the_batch_folder(batches: Path, tmp_path: Path) -> None:
    secret = {"NIK": "5371011708851234", "NO KPJ": "98765432109", "NAMA LENGKAP": "Maria Goreti", "UPAH": "3456789"}
    data = rows("peserta", secret, secret, {"NIK": "53710117088512", "NAMA LENGKAP": "Yosef", "UPAH": ""},
                {"SEGMEN": "Maria Goreti", "KELURAHAN": "5371011708851234"})  # fmt: skip
    source = write_csv(tmp_path / "daftar 5371011708851234.csv", data)
    manifest = bring_in(source, batches)
    assert manifest.baris_diterima == 1
    for file in manifest.folder.iterdir():
        content = file.read_bytes()
        for word in (b"53710117", b"98765432", b"Maria", b"Yosef", b"3456789", b"1985-08-17"):
            assert word not in content, (file.name, word)
    stored = str(pq.read_table(manifest.folder / "data.parquet").to_pylist())
    assert "53710117" not in stored
    assert "98765432" not in stored


def test_formulas_in_refused_cells_do_not_reach_a_spreadsheet(batches: Path, tmp_path: Path) -> None:
    manifest = bring_in(write_csv(tmp_path / "a.csv", rows("peserta", {"KELURAHAN": "=Oesapah"}, {})), batches)
    assert ";'=Oesapah;" in (manifest.folder / "penolakan.csv").read_text(encoding="utf-8-sig")


def test_numbers_go_up_and_later_batches_come_later(source: Path, batches: Path) -> None:
    made = [bring_in(source, batches, bulan).id_batch for bulan in ("2023-06", "2023-01")]
    target = write_csv(source.with_name("target.csv"), [ROWS["target"]])
    made.append(import_file(target, jenis="target", bulan=None, batches=batches, oleh="Uji").id_batch)
    assert made == ["000001-peserta-2023-06", "000002-peserta-2023-01", "000003-target"]
    assert [manifest.id_batch for manifest in list_batches(batches)] == made


def test_the_same_file_is_taken_once_per_month_until_withdrawn(source: Path, batches: Path) -> None:
    first = bring_in(source, batches)
    with pytest.raises(BerkasGanda, match=first.id_batch):
        bring_in(source, batches)
    assert len(list_batches(batches)) == 1
    bring_in(source, batches, "2023-05")
    withdraw(batches, first.id_batch, "Uji")
    assert bring_in(source, batches).id_batch == "000003-peserta-2023-06"


def test_a_withdrawn_batch_stays_and_is_marked(source: Path, batches: Path) -> None:
    made = bring_in(source, batches)
    data = (made.folder / "data.parquet").read_bytes()
    assert not list_batches(batches)[0].ditarik
    withdraw(batches, made.id_batch, "Kepala")
    (left,) = list_batches(batches)
    assert left.ditarik
    assert (left.folder / "data.parquet").read_bytes() == data
    assert [(event.tindakan, event.oleh) for event in history(left.folder)] == [("ditarik", "Kepala")]
    for id_batch, message in ((made.id_batch, "sudah ditarik"), ("000009-peserta-2023-06", "tidak ada")):
        with pytest.raises(IntakeError, match=message):
            withdraw(batches, id_batch, "Kepala")


def test_a_restored_batch_counts_again_in_its_old_place_and_its_history_stays(source: Path, batches: Path) -> None:
    first, second = bring_in(source, batches), bring_in(source, batches, "2023-05")
    withdraw(batches, first.id_batch, "Kepala")
    with pytest.raises(IntakeError, match="tidak sedang ditarik"):
        restore(batches, second.id_batch, "Staf")
    restore(batches, first.id_batch, "Staf")
    assert list_batches(batches) == [first, second]
    assert [manifest.ditarik for manifest in list_batches(batches)] == [False, False]
    events = [(event.tindakan, event.oleh) for event in history(first.folder)]
    assert events == [("ditarik", "Kepala"), ("dikembalikan", "Staf")]


def test_a_batch_withdrawn_by_an_earlier_version_stays_withdrawn(source: Path, batches: Path) -> None:
    made = bring_in(source, batches)
    note = {"ditarik_pada": "2023-07-01T00:00:00+00:00", "oleh": "Kepala"}
    (made.folder / "ditarik.json").write_text(json.dumps(note), encoding="utf-8")
    # the manifest was parsed before the mark was there: a new process would not know it
    (made.folder / "manifest.json").touch()
    assert [manifest.ditarik for manifest in list_batches(batches)] == [True]
    restore(batches, made.id_batch, "Staf")
    assert [manifest.ditarik for manifest in list_batches(batches)] == [False]


def test_half_written_folders_are_no_batches_and_their_numbers_are_not_used_again(source: Path, batches: Path) -> None:
    (batches / ".sementara-abc").mkdir(parents=True)
    (batches / ".sementara-abc" / "manifest.json").write_text("{}", encoding="utf-8")
    (batches / "000007-peserta-2023-01").mkdir()
    (batches / "000007-peserta-2023-01" / "data.parquet").write_bytes(b"setengah")
    (batches / "catatan.txt").write_text("bukan batch", encoding="utf-8")
    assert list_batches(batches) == []
    assert bring_in(source, batches).urutan == 8


def test_a_damaged_manifest_is_loud(source: Path, batches: Path) -> None:
    made = bring_in(source, batches)
    (made.folder / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(IntakeError, match=made.id_batch):
        list_batches(batches)


def test_a_failed_commit_leaves_nothing_behind(source: Path, batches: Path) -> None:
    bring_in(source, batches)
    with pytest.raises(BerkasGanda):
        bring_in(source, batches)
    with pytest.raises(IntakeError, match="Basis wilayah"):
        bring_in(source, batches, "2023-05", basis_wilayah="bulan")
    left = sorted(name for name in os.listdir(batches) if not name.endswith(".lock"))  # noqa: PTH208
    assert left == ["000001-peserta-2023-06"]


def test_a_folder_that_cannot_be_written_is_a_clear_error(source: Path, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder", encoding="utf-8")
    with pytest.raises(IntakeError, match="tidak dapat ditulis"):
        bring_in(source, tmp_path / "berkas")


def test_another_key_is_refused_except_for_examples(source: Path, batches: Path) -> None:
    bring_in(source, batches, kunci=bytes(32), contoh=True)
    bring_in(source, batches, "2023-05", kunci=bytes([1] * 32))
    with pytest.raises(IntakeError, match="Kunci pseudonim berbeda"):
        bring_in(source, batches, "2023-04", kunci=bytes([2] * 32))
    assert bring_in(source, batches, "2023-04", kunci=bytes([1] * 32)).urutan == 3


def test_processes_committing_at_once_get_different_numbers(batches: Path, tmp_path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom jamsostek.intake import import_file\n"
        "for bulan in ('2023-01', '2023-02', '2023-03', '2023-04'):\n"
        "    import_file(sys.argv[1], jenis='peserta', bulan=bulan, batches=Path(sys.argv[2]), oleh='Uji')\n"
    )
    sources = [write_csv(tmp_path / f"{n}.csv", rows("peserta", {"NIK": nik(n)})) for n in (1, 2)]
    running = [subprocess.Popen([sys.executable, "-c", script, str(source), str(batches)]) for source in sources]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    made = list_batches(batches)
    assert [manifest.urutan for manifest in made] == list(range(1, 9))
    assert len({manifest.sidik_kunci for manifest in made}) == 1
