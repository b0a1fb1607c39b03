"""The preview says what will be, and nothing changes until it is accepted."""

from pathlib import Path

import pandas as pd
import pytest

from jamsostek import build, db, intake, penerimaan
from jamsostek.build import effect
from jamsostek.intake import IntakeError
from jamsostek.penerimaan import uraian
from tests.batches import write
from tests.intake.files import nik
from tests.penerimaan.conftest import Ask

OESAPA, LASIANA = "53.71.03.1010", "53.71.03.1011"


def quiet(_share: float, _words: str) -> None:
    """Progress that nobody watches."""


def worker(number: int, **changes: str) -> dict[str, str]:
    return {"NIK": nik(number), "STATUS": "penerima_upah"} | changes


def member(number: int, **changes: str) -> dict[str, str]:
    return {"NIK": nik(number), "NO KPJ": f"{10_000_000_000 + number}"} | changes


def served() -> dict[str, list[tuple[object, ...]]]:
    """The figures that people see: city per month and place per month."""
    cursor = db.cursor()
    return {
        "cakupan": cursor.execute("FROM cakupan_bulanan ORDER BY ALL").fetchall(),
        "pekerja": cursor.execute("FROM pekerja_bulanan ORDER BY ALL").fetchall(),
    }


@pytest.fixture
def base(data: Path, ask: Ask) -> None:
    """Six workers and four participants in Oesapa, two workers in Lasiana, June 2023."""
    penerimaan.simpan(
        [
            ask("tenaga_kerja", "2023-06", *(worker(n) for n in range(1, 7)), worker(7, KELURAHAN="Lasiana"),
                worker(8, KELURAHAN="Lasiana"), worker(9, STATUS="menganggur"), nama="daftar.csv"),
            ask("peserta", "2023-06", *(member(n) for n in range(1, 5))),
        ],
        "uji", quiet,
    )  # fmt: skip


def test_numbers_of_a_replaced_month_counted_by_hand(base: None, data: Path, ask: Ask) -> None:
    """4 participants become 5: one leaves, one comes, one moves to Lasiana, one is new there."""
    before = served()
    titipan = ask("peserta", "2023-06", member(1), member(2), member(3, KELURAHAN="Lasiana"), member(5),
                  member(7, KELURAHAN="Lasiana"), nama="baru.csv")  # fmt: skip
    dampak = penerimaan.dampak_titipan([titipan], data / "batches", quiet)
    assert served() == before

    (city,) = dampak.kota.to_dict("records")
    assert (city["jumlah_peserta_sebelum"], city["jumlah_peserta_sesudah"]) == (4, 5)
    assert (city["jumlah_pekerja_sebelum"], city["jumlah_pekerja_sesudah"]) == (8, 8)
    assert (city["rasio_cakupan_sebelum"], city["rasio_cakupan_sesudah"]) == (4 / 8, 5 / 8)
    places = uraian.per_place(dampak).set_index("kode_kelurahan")
    counts = ["jumlah_baris_sebelum", "jumlah_baris_sesudah", "jumlah_baru", "jumlah_hilang", "jumlah_pindah_masuk",
              "jumlah_pindah_keluar"]  # fmt: skip
    assert places.loc[OESAPA, counts].tolist() == [4, 3, 1, 1, 0, 1]
    assert places.loc[LASIANA, counts].tolist() == [0, 2, 1, 0, 1, 0]
    assert places.loc[OESAPA, "jumlah_peserta_sebelum"] == 4
    assert places.loc[OESAPA, "jumlah_peserta_sesudah"] == 3
    assert places.loc[LASIANA, "nama_kelurahan"] == "Lasiana"
    (one,) = dampak.pergantian
    assert (one.mengganti, one.menyusut, one.dibanding) == (True, False, "000002-peserta-2023-06")
    assert ("lulus", "Cakupan kota Juni 2023: 50% (4 dari 8) menjadi 63% (5 dari 8).") in uraian.findings(dampak)


def test_a_list_of_one_kelurahan_replaces_only_that_list(base: None, data: Path, ask: Ask) -> None:
    """Oesapa's seven rows become four: 1-2 stay, 7 comes from Lasiana, 20 is new, five are gone."""
    titipan = ask("tenaga_kerja", "2023-06", worker(1), worker(2), worker(7), worker(20))
    dampak = penerimaan.dampak_titipan([titipan], data / "batches", quiet)
    places = uraian.per_place(dampak).set_index("kode_kelurahan")
    counts = ["jumlah_baris_sebelum", "jumlah_baris_sesudah", "jumlah_baru", "jumlah_hilang", "jumlah_pindah_masuk",
              "jumlah_pindah_keluar"]  # fmt: skip
    assert places.loc[OESAPA, counts].tolist() == [7, 4, 1, 5, 1, 0]
    assert places.loc[LASIANA, counts].tolist() == [0, 0, 0, 0, 0, 1]
    (one,) = dampak.pergantian
    assert one.menyusut
    assert any(kind == "peringatan" and "hanya 4 baris, padahal menggantikan 7 baris" in text
               for kind, text in uraian.findings(dampak))  # fmt: skip


def test_what_was_previewed_is_what_comes(base: None, data: Path, ask: Ask) -> None:
    titipan = [
        ask("peserta", "2023-07", *(member(n) for n in range(1, 7)), nama="juli.csv"),
        ask("tenaga_kerja", "2023-07", *(worker(n, KELURAHAN="Lasiana") for n in range(7, 12)), nama="lasiana.csv"),
    ]
    dampak = penerimaan.dampak_titipan(titipan, data / "batches", quiet)
    penerimaan.simpan(titipan, "Staf", quiet)
    now = effect.account(db.cursor()).set_index("bulan")
    for row in dampak.kota.to_dict("records"):
        for name in ("jumlah_peserta", "jumlah_pekerja", "jumlah_penganggur", "rasio_cakupan"):
            expected, found = row[f"{name}_sesudah"], now.loc[row["bulan"], name]
            assert expected == found or (pd.isna(expected) and pd.isna(found))
    assert [m.oleh for m in intake.list_batches(data / "batches")][-2:] == ["uji", "uji"]


def test_the_first_month_is_compared_with_the_month_before(base: None, data: Path, ask: Ask) -> None:
    dampak = penerimaan.dampak_titipan([ask("peserta", "2023-07", member(1), member(9))], data / "batches", quiet)
    (one,) = dampak.pergantian
    assert (one.mengganti, one.menyusut, one.dibanding) == (False, False, "000002-peserta-2023-06")
    assert one.per_kelurahan[["jumlah_baru", "jumlah_hilang"]].to_numpy().tolist() == [[1, 3]]


def test_real_data_end_the_example_and_the_preview_says_so(data: Path, ask: Ask) -> None:
    write(data, "peserta", "2023-06", [{"nik": "ani", "kode_kelurahan": OESAPA}], contoh=True)
    build.build(data)
    dampak = penerimaan.dampak_titipan([ask("peserta", "2023-06", member(1))], data / "batches", quiet)
    assert dampak.contoh_berhenti
    assert "DATA CONTOH berhenti" in uraian.findings(dampak)[0][1]
    (one,) = dampak.pergantian
    assert (one.mengganti, one.dibanding) == (False, "")
    figure = penerimaan.dampak_titipan([ask("target", None, {})], data / "batches", quiet)
    assert not figure.contoh_berhenti


def test_files_that_are_not_about_persons_show_rows_by_place(base: None, data: Path, ask: Ask) -> None:
    titipan = ask("klaim", "2023-06", {}, {}, {"KELURAHAN": "", "KECAMATAN": ""})
    dampak = penerimaan.dampak_titipan([titipan], data / "batches", quiet)
    rows = {row["kode_kelurahan"]: row["jumlah_baris_sesudah"] for row in uraian.per_place(dampak).to_dict("records")}
    assert sorted(rows.values()) == [1, 2]
    assert rows["53.71.00.0000"] == 1
    assert dampak.kota.empty
    assert ("lulus", "Cakupan, pekerja, dan penganggur kota tidak berubah.") in uraian.findings(dampak)


def test_the_preview_as_a_workbook_holds_the_same_numbers(base: None, data: Path, ask: Ask, tmp_path: Path) -> None:
    dampak = penerimaan.dampak_titipan([ask("peserta", "2023-06", member(1), member(2))], data / "batches", quiet)
    path = tmp_path / "dampak.xlsx"
    path.write_bytes(uraian.workbook(dampak))
    city = pd.read_excel(path, sheet_name="Kota", engine="calamine")
    assert city["jumlah_peserta_sebelum"].tolist() == [4]
    assert city["jumlah_peserta_sesudah"].tolist() == [2]
    places = pd.read_excel(path, sheet_name="Kelurahan", engine="calamine").set_index("kode_kelurahan")
    assert places.loc[OESAPA, "jumlah_hilang"] == 2


def test_a_preview_over_a_stale_file_compares_with_the_batches_not_with_the_file(
    base: None, data: Path, ask: Ask
) -> None:
    """Somebody imported on the command line and did not build: those rows are no effect of this file."""
    intake.publish([ask("peserta", "2023-06", *(member(n) for n in range(1, 6)), nama="b.csv")], data / "batches")
    dampak = penerimaan.dampak_titipan(
        [ask("peserta", "2023-06", *(member(n) for n in range(1, 7)), nama="c.csv")], data / "batches", quiet
    )
    (city,) = dampak.kota.to_dict("records")
    assert (city["jumlah_peserta_sebelum"], city["jumlah_peserta_sesudah"]) == (5, 6)


def test_withdrawing_shows_what_it_would_change_and_gives_the_figures_back_exactly(
    base: None, data: Path, ask: Ask
) -> None:
    before = served()
    made = penerimaan.simpan([ask("peserta", "2023-06", member(1), nama="salah.csv")], "Staf", quiet).batches[0]
    after = served()
    assert after != before
    dampak = penerimaan.dampak_status(made.id_batch, data / "batches", quiet)
    (city,) = dampak.kota.to_dict("records")
    assert (city["jumlah_peserta_sebelum"], city["jumlah_peserta_sesudah"]) == (1, 4)
    penerimaan.tarik([made.id_batch], "Kepala", quiet)
    assert served() == before
    penerimaan.kembalikan([made.id_batch], "Kepala", quiet)
    assert served() == after


def test_several_files_are_withdrawn_together_or_not_at_all(base: None, data: Path) -> None:
    before = served()
    with pytest.raises(IntakeError, match="tidak ada"):
        penerimaan.tarik(["000002-peserta-2023-06", "000099-peserta-2023-06"], "Kepala", quiet)
    assert not any(m.ditarik for m in intake.list_batches(data / "batches"))
    assert served() == before


def test_a_build_that_fails_after_all_takes_the_new_batches_out_again(
    base: None, data: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = served()
    broken = ask("peserta", "2023-06", member(1), nama="salah.csv")
    (broken.folder / "data.parquet").write_bytes(b"rusak")
    with pytest.raises(IntakeError, match="dibatalkan"):
        penerimaan.simpan([broken], "Staf", quiet)
    assert [m.nama_berkas for m in intake.list_batches(data / "batches") if m.ditarik] == ["salah.csv"]
    assert served() == before


def test_the_ledger_says_what_each_batch_did(base: None, data: Path, ask: Ask) -> None:
    first = penerimaan.simpan([ask("peserta", "2023-06", *(member(n) for n in range(1, 7)))], "Staf", quiet).batches[0]
    assert penerimaan.pengaruh(first) == "Jun 2023: 50% → 75%"
    second = penerimaan.simpan(
        [ask("tenaga_kerja", "2023-06", *(worker(n) for n in range(1, 5)), nama="oesapa.csv")], "Staf", quiet
    ).batches[0]
    assert penerimaan.pengaruh(second) == "Jun 2023: 75% → 100%"
    penerimaan.tarik([second.id_batch], "Kepala", quiet)
    served_batches = db.cursor().execute("SELECT id_batch, dipakai, ditarik, adalah_contoh FROM batch").df()
    book = penerimaan.buku(intake.list_batches(data / "batches"), served_batches).set_index("id_batch")
    assert book.loc[first.id_batch, "status"] == "aktif"
    assert book.loc["000002-peserta-2023-06", "status"] == "digantikan"
    assert book.loc[second.id_batch, "status"] == "ditarik"
    assert book.index[0] == second.id_batch
    intake.withdraw(data / "batches", first.id_batch, "Kepala")
    waiting = penerimaan.buku(intake.list_batches(data / "batches"), served_batches).set_index("id_batch")
    assert waiting.loc[first.id_batch, "status"] == "menunggu"
