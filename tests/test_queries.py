"""Every screen query on a dozen rows that can be added in one's head."""

import datetime as dt
import inspect
from pathlib import Path

import pandas as pd
import pytest

from jamsostek import build, queries, sql
from tests.batches import first, write

A, B, C = "53.71.01.1001", "53.71.01.1002", "53.71.02.1001"
ALAK, MAULAFA = "53.71.01", "53.71.02"
APR, MEI, JULI = (dt.date(2023, month, 1) for month in (4, 5, 7))
ANI = {"nik": "ani", "kode_kelurahan": A, "jenis_kelamin": "L", "bulan_lahir": first("1990-05")}
BEN = {"nik": "ben", "kode_kelurahan": B, "jenis_kelamin": "P", "bulan_lahir": first("1960-01")}
CIK = {"nik": "cik", "kode_kelurahan": C, "jenis_kelamin": "L", "bulan_lahir": first("1983-05")}
DON = {"nik": "don", "kode_kelurahan": A, "jenis_kelamin": "P", "bulan_lahir": first("2005-05")}
EKO = {"nik": "eko", "kode_kelurahan": A, "jenis_kelamin": "L", "bulan_lahir": first("1970-01")}
FIT = {"nik": "fit", "kode_kelurahan": C, "jenis_kelamin": "L", "bulan_lahir": first("1999-01")}
GUS = {"nik": "gus", "kode_kelurahan": A}
BPU, NGANGGUR = {"status": "bukan_penerima_upah"}, {"status": "menganggur"}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """June has no participants, kelurahan B no list, Cik is known by KPJ only in April, Ani has two memberships."""
    folder = tmp_path_factory.mktemp("kecil")
    # Eko and Don stand on these old lists too, where newer ones win: Eko elsewhere and in another status
    write(folder, "tenaga_kerja", "2022-01", [
        CIK | BPU | {"pendidikan": "smp"}, FIT | NGANGGUR, EKO | {"kode_kelurahan": C},
        DON | NGANGGUR | {"sumber": "umkm"},
    ])  # fmt: skip
    write(folder, "tenaga_kerja", "2023-03", [
        ANI | {"rt": "001", "rw": "001", "pendidikan": "sma"},
        DON | NGANGGUR | {"rt": "002", "rw": "001", "pendidikan": "smk"},
        EKO | BPU | {"rt": "001", "rw": "001", "pendidikan": "sma"},
    ])  # fmt: skip
    write(folder, "peserta", "2023-04", [
        ANI | {"sumber_iuran": "pemberi_kerja"},
        ANI | {"segmen": "BPU", "sumber_iuran": "mandiri"},
        BEN | {"segmen": "BPU", "sumber_iuran": "mandiri"},
        {"kpj": "kartu cik", "segmen": "JAKON"},
    ])  # fmt: skip
    write(folder, "peserta", "2023-05", [ANI, CIK | {"kpj": "kartu cik", "segmen": "JAKON"}, DON])
    write(folder, "tenaga_kerja", "2023-07", [ANI, DON, EKO | BPU, GUS | NGANGGUR])
    write(folder, "peserta", "2023-07", [BEN | {"segmen": "BPU"}, DON], rejected=2)
    write(folder, "angka_resmi", None, [
        {"indikator": "potensi_peserta", "wilayah": "53.71", "periode": "Mei", "tanggal": first("2023-05"), "nilai": 8},
        {"indikator": "potensi_peserta", "wilayah": ALAK, "periode": "Mei", "tanggal": first("2023-05"), "nilai": 4},
    ])  # fmt: skip
    write(folder, "target", None, [{"tanggal": first("2026-12"), "rasio_cakupan": 0.5}])
    build.build(folder)
    return folder


@pytest.fixture(autouse=True)
def _served(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAMSOSTEK_DATA", str(data))


def rows(frame: pd.DataFrame, *columns: str) -> list[tuple[object, ...]]:
    """The columns as tuples: None for missing, dates without time, ratios to six places."""

    def plain(value: object) -> object:
        if pd.isna(value):
            return None
        if isinstance(value, pd.Timestamp):
            return value.date()
        return round(value, 6) if isinstance(value, float) else value

    picked = frame[list(columns) or list(frame.columns)].astype(object)
    return [tuple(plain(value) for value in row) for row in picked.itertuples(index=False)]


def test_akun_bulanan() -> None:
    assert rows(queries.akun_bulanan()) == [
        (APR, 3, 3, 1.0, 3, 1, 2, 5, 0.4),
        (MEI, 3, 3, 1.0, 3, 1, 2, 5, 0.4),
        (JULI, 2, 4, 0.5, 4, 3, 2, 6, 0.333333),
    ]


def test_akun_bulanan_of_a_place_that_never_reported_has_no_denominator() -> None:
    assert rows(queries.akun_bulanan(kode_kelurahan=B)) == [
        (APR, 1, None, None, None, None, None, None, None),
        (MEI, 0, None, None, None, None, None, None, None),
        (JULI, 1, None, None, None, None, None, None, None),
    ]


def test_akun_bulanan_of_an_unknown_place_is_empty() -> None:
    assert queries.akun_bulanan(kode_kecamatan="99.99.99").empty


def test_akun_bulanan_without_place() -> None:
    assert rows(queries.akun_bulanan(kode_kecamatan="53.71.00"), "jumlah_peserta", "jumlah_penyebut") == [
        (1, None), (0, None), (0, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({"segmen": "PU"}, [(1, 1, 0), (2, 1, 0), (1, 2, 1)]),
        ({"segmen": "BPU"}, [(2, 2, 1), (0, 2, 1), (1, 2, 2)]),
        ({"segmen": "JAKON"}, [(1, None, None), (1, None, None), (0, None, None)]),
        ({"segmen": "PU", "penyebut": "angkatan_kerja"}, [(1, None, 0), (2, None, 0), (1, None, 1)]),
        ({"penyebut": "angkatan_kerja"}, [(3, 5, 1), (3, 5, 1), (2, 6, 3)]),
        ({"penyebut": "potensi"}, [(3, None, 1), (3, 8, 1), (2, 8, 3)]),
        ({"penyebut": "potensi", "kode_kecamatan": ALAK}, [(2, None, 1), (2, 4, 1), (2, 4, 2)]),
        ({"penyebut": "potensi", "jenis_kelamin": "L"}, [(1, None, 1), (2, None, 1), (0, None, 3)]),
        ({"jenis_kelamin": "P"}, [(1, 0, 0), (1, 0, 0), (2, 1, 0)]),
        ({"kelompok_umur": "25-34"}, [(1, 1, 0), (1, 1, 0), (0, 1, 1)]),
    ],
)
def test_akun_bulanan_choices(choice: dict[str, str], expected: list[tuple[object, ...]]) -> None:
    got = rows(queries.akun_bulanan(**choice), "jumlah_peserta", "jumlah_penyebut", "jumlah_belum_terlindungi")
    assert got == expected


def test_cakupan_per_kecamatan() -> None:
    frame = queries.cakupan_per_kecamatan(bulan=APR)
    assert rows(frame)[:2] == [
        (ALAK, "Alak", 2, 2, 1.0, 2, 1, 1, 3, 0.333333, True),
        (MAULAFA, "Maulafa", 0, 1, 0.0, 1, 0, 1, 2, 0.5, True),
    ]
    assert rows(frame)[-1] == ("53.71.00", "Tanpa wilayah", 1, None, None, None, None, None, None, None, False)
    assert len(frame) == 7
    assert rows(frame, "jumlah_peserta", "jumlah_penyebut", "berlaku")[2] == (0, None, True)


@pytest.mark.parametrize(
    ("choice", "berlaku"),
    [
        ({}, True), ({"segmen": "BPU"}, True), ({"segmen": "PMI"}, False), ({"penyebut": "angkatan_kerja"}, True),
        ({"penyebut": "angkatan_kerja", "segmen": "PU"}, False), ({"penyebut": "potensi"}, True),
        ({"penyebut": "potensi", "kelompok_umur": "65+"}, False), ({"penyebut": "karangan"}, False),
    ],
)  # fmt: skip
def test_berlaku_says_where_the_ratio_has_a_meaning(choice: dict[str, str], berlaku: bool) -> None:
    for frame in (
        queries.cakupan_per_kecamatan(bulan=APR, **choice),
        queries.cakupan_per_kelurahan(bulan=APR, **choice),
    ):
        assert list(frame["berlaku"]) == [berlaku] * (len(frame) - 1) + [False]


def test_cakupan_per_kelurahan() -> None:
    frame = queries.cakupan_per_kelurahan(bulan=MEI)
    assert len(frame) == 52
    by_code = {row[0]: row for row in rows(frame)}
    names = ("Namosain", ALAK, "Alak")
    assert by_code[A] == (A, *names, 2, 2, 1.0, 2, 1, 1, 3, 0.333333, True, dt.date(2023, 3, 1), 2)
    assert by_code[C][4:10] == (1, 1, 1.0, 1, 0, 1)
    assert by_code[C][-2:] == (dt.date(2022, 1, 1), 16)
    assert by_code[B][4:] == (0, None, None, None, None, None, None, None, True, None, None)
    assert rows(frame)[-1][0] == "53.71.00.0000"


@pytest.mark.parametrize("month", [dt.date(2023, 6, 1), dt.date(2031, 1, 1)])
def test_a_month_outside_the_data_is_empty(month: dt.date) -> None:
    assert queries.cakupan_per_kecamatan(bulan=month).empty
    assert queries.cakupan_per_kelurahan(bulan=month).empty
    assert queries.pengangguran_per_kelompok(bulan=month).empty
    assert queries.pendataan_per_kelurahan(bulan=month).empty
    assert queries.jejak_angka(bulan=month).empty


def test_tren_per_kecamatan() -> None:
    frame = queries.tren_per_kecamatan()
    assert len(frame) == 3 * 7
    alak = frame[frame["kode_kecamatan"] == ALAK]
    assert rows(alak, "bulan", "nama_kecamatan", "jumlah_peserta", "jumlah_penyebut", "jumlah_belum_terlindungi") == [
        (APR, "Alak", 2, 2, 1), (MEI, "Alak", 2, 2, 1), (JULI, "Alak", 2, 3, 2),
    ]  # fmt: skip


@pytest.mark.parametrize("choice", [{}, {"segmen": "PMI"}, {"penyebut": "angkatan_kerja", "jenis_kelamin": "P"}])
def test_a_month_of_the_trend_is_the_months_own_answer(choice: dict[str, str]) -> None:
    trend = queries.tren_per_kecamatan(**choice)
    for bulan in (APR, MEI, JULI):
        month = trend[trend["bulan"] == bulan.isoformat()].drop(columns="bulan").reset_index(drop=True)
        pd.testing.assert_frame_equal(month, queries.cakupan_per_kecamatan(bulan=bulan, **choice))


def test_tren_per_segmen() -> None:
    assert rows(queries.tren_per_segmen()) == [
        (APR, "PU", 1, 1, 1.0), (APR, "BPU", 2, 2, 1.0), (APR, "JAKON", 1, None, None), (APR, "PMI", 0, None, None),
        (MEI, "PU", 2, 1, 2.0), (MEI, "BPU", 0, 2, 0.0), (MEI, "JAKON", 1, None, None), (MEI, "PMI", 0, None, None),
        (JULI, "PU", 1, 2, 0.5), (JULI, "BPU", 1, 2, 0.5), (JULI, "JAKON", 0, None, None), (JULI, "PMI", 0, None, None),
    ]  # fmt: skip
    assert rows(queries.tren_per_segmen(kode_kelurahan=B), "jumlah_penyebut") == [(None,)] * 12


@pytest.mark.parametrize("choice", [{}, {"kode_kecamatan": ALAK}, {"kode_kelurahan": B}, {"jenis_kelamin": "P"}])
def test_a_segment_of_the_trend_is_the_segments_own_account(choice: dict[str, str]) -> None:
    """The trend counts for itself (four accounts take four times as long); the rule is one all the same."""
    trend = queries.tren_per_segmen(**choice)
    for segmen in ("PU", "BPU", "JAKON", "PMI"):
        own = trend[trend["segmen"] == segmen].drop(columns="segmen").reset_index(drop=True)
        pd.testing.assert_frame_equal(own, queries.akun_bulanan(segmen=segmen, **choice)[list(own.columns)])


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({}, (MEI, 1, 0, 1, 1, 1)),
        ({"kode_kelurahan": A}, (MEI, 1, 0, 0, 0, 0)),
        ({"kode_kecamatan": MAULAFA}, (MEI, 0, 0, 0, 1, 0)),
        ({"kode_kecamatan": "53.71.00"}, (MEI, 0, 0, 0, 0, 1)),
        ({"segmen": "BPU"}, (MEI, 0, 0, 2, 0, 0)),
        ({"jenis_kelamin": "P"}, (MEI, 1, 0, 1, 0, 0)),
        ({"kelompok_umur": "65+"}, (MEI, 0, 0, 0, 0, 0)),
    ],
)
def test_arus_per_bulan(choice: dict[str, str], expected: tuple[object, ...]) -> None:
    """Don comes, Ben goes, Cik is found to live in C; July has no month before it."""
    assert rows(queries.arus_per_bulan(**choice)) == [expected]


def test_retensi() -> None:
    """May alone has a month before it, and June has no file: of those who joined only Don's first month is known."""
    assert rows(queries.retensi(bulan=JULI, segmen="PU")) == [("tidak diketahui", 0, 1, 1)]
    assert queries.retensi(bulan=JULI, segmen="PU", kode_kecamatan=MAULAFA).empty
    assert queries.retensi(bulan=APR, segmen="PU").empty
    assert queries.retensi(bulan=JULI).empty  # BPU: Ben and Ani were there from the first month on


def test_akhir_subsidi() -> None:
    """Three persons are no group."""
    assert queries.akhir_subsidi(bulan=JULI).empty


def test_arus_per_kelurahan() -> None:
    """From April to May Don comes to A, Ben leaves B, Cik (one of three at the start) is found to live in C."""
    frame = queries.arus_per_kelurahan(bulan=MEI)
    assert len(frame) == 52
    columns = [name for name in frame.columns if name.startswith("jumlah_")]
    by_code = dict(zip(frame["kode_kelurahan"], rows(frame, *columns), strict=True))
    assert by_code[A] == (1, 1, 0, 0, 0, 0)
    assert by_code[B] == (1, 0, 0, 1, 0, 0)
    assert by_code[C] == (0, 0, 0, 0, 1, 0)
    assert by_code["53.71.00.0000"] == (1, 0, 0, 0, 0, 1)
    assert frame[columns].sum().tolist() == [3, 1, 0, 1, 1, 1]
    assert queries.arus_per_kelurahan(bulan=APR).empty
    assert set(queries.arus_per_kelurahan(bulan=JULI)["bulan"].dt.date) == {MEI}
    bpu = queries.arus_per_kelurahan(bulan=MEI, segmen="BPU")
    assert bpu[["jumlah_peserta_awal", "jumlah_keluar"]].sum().tolist() == [2, 2]


def test_peserta_per_sumber_iuran() -> None:
    columns = ("bulan", "sumber_iuran", "jumlah_peserta", "jumlah_seluruh", "rasio_peserta")
    april = [row[1:] for row in rows(queries.peserta_per_sumber_iuran(), *columns) if row[0] == APR]
    third = round(1 / 3, 6)
    # Ani is paid for by her employer and pays for herself too: the parts exceed the three persons
    assert april == [
        ("pemberi_kerja", 1, 3, third), ("mandiri", 2, 3, round(2 / 3, 6)), ("apbd_kota", 0, 3, 0),
        ("apbd_provinsi", 0, 3, 0), ("dana_desa", 0, 3, 0), ("lembaga", 0, 3, 0), ("tidak diketahui", 1, 3, third),
    ]  # fmt: skip
    place = queries.peserta_per_sumber_iuran(kode_kelurahan=A, segmen="BPU", jenis_kelamin="L")
    assert [row[2:] for row in rows(place, *columns) if row[:2] == (APR, "mandiri")] == [(1, 1, 1.0)]


def test_pengangguran_per_kelompok() -> None:
    assert rows(queries.pengangguran_per_kelompok(bulan=MEI)) == [
        ("jenis_kelamin", "L", 1, 4, 0.25),
        ("jenis_kelamin", "P", 1, 1, 1.0),
        ("kelompok_umur", "15-24", 2, 2, 1.0),
        ("kelompok_umur", "25-34", 0, 1, 0.0),
        ("kelompok_umur", "35-44", 0, 1, 0.0),
        ("kelompok_umur", "45-54", 0, 1, 0.0),
        ("pendidikan", "smp", 0, 1, 0.0),
        ("pendidikan", "sma", 0, 2, 0.0),
        ("pendidikan", "smk", 1, 1, 1.0),
        ("pendidikan", "tidak diketahui", 1, 1, 1.0),
    ]
    alak = queries.pengangguran_per_kelompok(bulan=MEI, kode_kecamatan=ALAK, jenis_kelamin="L")
    assert rows(alak)[0] == ("jenis_kelamin", "L", 0, 2, 0.0)


def test_angka_pengangguran() -> None:
    frame = queries.angka_pengangguran()
    found = rows(frame, "indikator", "periode", "nilai", "satuan", "jenis_angka")
    assert ("tpt", "Agustus 2018", 10.17, "persen", "resmi") in found
    assert ("penganggur", "15 Juni 2023", 19000.0, "orang", "pernyataan") in found
    assert set(frame["indikator"]) <= {
        "tpt",
        "penganggur",
        "penganggur_laki_laki",
        "penganggur_perempuan",
        "pencari_kerja",
    }


def test_angka_cakupan() -> None:
    frame = queries.angka_cakupan()
    found = rows(frame, "indikator", "wilayah", "periode", "nilai", "jenis_angka")
    assert ("cakupan", "53.71", "15 Juni 2023", 23.0, "pernyataan") in found
    assert ("cakupan", "53.71", "15 Juni 2023", 21.0, "pernyataan") in found
    assert set(frame["wilayah"]) == {"53", "53.71"}


def test_target_kota() -> None:
    frame = queries.target_kota()
    kota = frame[frame["wilayah"] == "53.71"]
    assert rows(kota) == [(dt.date(2026, 12, 1), 0.5, "53.71", "Pemerintah Kota", "Perwali", None, False)]


def test_keadaan_bulan() -> None:
    """All files came on 1 July: less than 31 days after the end of May and of July, more after that of April."""
    frame = queries.keadaan_bulan()
    assert frame.columns.tolist() == ["bulan", "basis_wilayah", "tanggal_impor", "ada_peserta", "adalah_sementara"]
    assert [(r[0], r[1], *r[3:]) for r in rows(frame)] == [
        (APR, "domisili", True, False), (MEI, "domisili", True, True), (JULI, "domisili", True, True),
    ]  # fmt: skip


def test_kesegaran() -> None:
    (row,) = rows(queries.kesegaran())
    assert row[2:5] == (False, APR, JULI)
    assert row[6:] == (49, 51)


def test_kesegaran_imported_in_utc() -> None:
    """The reference figures are taken in by the build itself, now; the batches by hand at 10.00 WITA."""
    newest = queries.kesegaran()["tanggal_impor_terakhir"].iloc[0]
    assert abs(pd.Timestamp.now("UTC").tz_localize(None) - newest) < pd.Timedelta(hours=1)


def test_pendataan_per_kelurahan() -> None:
    frame = queries.pendataan_per_kelurahan(bulan=MEI)
    by_code = {row[0]: row for row in rows(frame)}
    assert len(frame) == 51
    maret, januari = dt.date(2023, 3, 1), dt.date(2022, 1, 1)
    assert by_code[A] == (
        A, "Namosain", ALAK, "Alak", maret, 2, maret, None, januari, None, None, 2, 39, 0.051282, 3, 2, 2, 1,
    )  # fmt: skip
    assert by_code[B][4:] == (None, None, None, None, None, None, None, 0, 15, 0.0, None, None, None, None)
    assert by_code[C][4:7] == (januari, 16, januari)
    assert by_code[C][11:] == (0, 54, 0.0, 2, 1, 0, 0)


def test_pendataan_ringkas() -> None:
    assert rows(queries.pendataan_ringkas(bulan=MEI, kode_kecamatan=ALAK)) == [
        (12, 11, 2, 206, 0.009709, 3, 2, 2, 1),
    ]  # fmt: skip
    assert rows(queries.pendataan_ringkas(bulan=MEI, kode_kelurahan=B)) == [(1, 1, 0, 15, 0.0, None, None, None, None)]
    assert rows(queries.pendataan_ringkas(bulan=JULI))[0][5:] == (6, 1, 2, 2)
    assert queries.pendataan_ringkas(bulan=dt.date(2023, 6, 1)).empty


def test_the_place_is_the_sum_of_its_kelurahan() -> None:
    counts = ["jumlah_rt_melapor", "jumlah_rt", "jumlah_orang", "jumlah_terlindungi", "jumlah_orang_ganda"]
    for month in (APR, MEI, JULI):
        each = queries.pendataan_per_kelurahan(bulan=month)
        assert queries.pendataan_ringkas(bulan=month)[counts].iloc[0].tolist() == each[counts].sum().tolist()


def test_pendataan_per_rt() -> None:
    """The list of July has no RT numbers; Don alone of its four persons is an active participant in July."""
    assert rows(queries.pendataan_per_rt(kode_kelurahan=A)) == [
        (A, "tidak diketahui", "tidak diketahui", JULI, 4, 4, 2, 1)
    ]
    assert queries.pendataan_per_rt(kode_kelurahan=B).empty


def test_rt_belum_melapor() -> None:
    """Two RT of Namosain stood in its list of March and not in that of July; of 37 only the number is known."""
    maret = dt.date(2023, 3, 1)
    assert rows(queries.rt_belum_melapor(kode_kelurahan=A)) == [
        (A, "Namosain", "Alak", "001", "001", maret, "pernah_melapor", 1),
        (A, "Namosain", "Alak", "001", "002", maret, "pernah_melapor", 1),
        (A, "Namosain", "Alak", None, None, None, "nomor_belum_diketahui", 37),
    ]
    assert rows(queries.rt_belum_melapor(kode_kelurahan=B), "alasan", "jumlah_rt") == [("nomor_belum_diketahui", 15)]
    assert queries.rt_belum_melapor()["jumlah_rt"].sum() == 1_316
    assert set(queries.rt_belum_melapor(kode_kecamatan=MAULAFA)["nama_kecamatan"]) == {"Maulafa"}


def test_konflik_register() -> None:
    """In July Don is listed at work, in the old list of UMKM unemployed; Eko elsewhere and in another status."""
    namosain, berkas = (A, "Namosain", "Alak", "rt_rw", "tenaga_kerja.xlsx"), "tenaga_kerja.xlsx"
    kini, lama = "000005-tenaga_kerja-2023-07", "000001-tenaga_kerja-2022-01"
    don = (*namosain, kini, 3, A, "Namosain", "umkm", berkas, lama, 5, "status")
    eko = (*namosain, kini, 4, C, "Oepura", "rt_rw", berkas, lama, 4, "kelurahan_dan_status")
    for choice in ({}, {"kode_kecamatan": ALAK}, {"kode_kelurahan": A}):
        assert rows(queries.konflik_register(**choice)) == [don, eko]
    assert rows(queries.konflik_register(kode_kelurahan=C)) == [eko]
    assert queries.konflik_register(kode_kelurahan=B).empty


def test_bulan_tersedia() -> None:
    assert rows(queries.bulan_tersedia()) == [(APR,), (MEI,), (JULI,)]


def test_wilayah_pilihan() -> None:
    frame = queries.wilayah_pilihan()
    assert len(frame) == 51
    assert frame["kode_kecamatan"].nunique() == 6
    assert rows(frame)[0] == (A, "Namosain", ALAK, "Alak", "namosain", "alak", None, None)
    assert "lai-lai-bisi-kopan" in set(frame["slug_kelurahan"])


def test_jejak_angka() -> None:
    assert rows(queries.jejak_angka(bulan=JULI), "id_batch", "jenis", "bulan", "jumlah_baris_ditolak") == [
        ("000006-peserta-2023-07", "peserta", JULI, 2),
        ("000001-tenaga_kerja-2022-01", "tenaga_kerja", dt.date(2022, 1, 1), 0),
        ("000005-tenaga_kerja-2023-07", "tenaga_kerja", JULI, 0),
    ]
    assert rows(queries.jejak_angka(bulan=JULI, kode_kecamatan=MAULAFA), "id_batch")[1:] == [
        ("000001-tenaga_kerja-2022-01",)
    ]
    assert rows(queries.jejak_angka(bulan=JULI, kode_kelurahan=B), "id_batch") == [("000006-peserta-2023-07",)]


def test_kelurahan_add_up_to_kecamatan_and_city() -> None:
    counts = ["jumlah_peserta", "jumlah_penyebut", "jumlah_belum_terlindungi", "jumlah_penganggur"]
    city = queries.akun_bulanan()
    for month in (APR, MEI, JULI):
        total = city[city["bulan"] == pd.Timestamp(month)][counts].iloc[0].tolist()
        assert queries.cakupan_per_kecamatan(bulan=month)[counts].sum().tolist() == total
        assert queries.cakupan_per_kelurahan(bulan=month)[counts].sum().tolist() == total


def test_every_query_has_its_function_and_every_function_its_query() -> None:
    functions = {
        name: set(inspect.signature(function).parameters)
        for name, function in inspect.getmembers(queries, inspect.isfunction)
        if not name.startswith("_")
    }
    assert functions == {name: set(sql.load(name).params) for name in sql.names()}


def test_parameters_are_keyword_only() -> None:
    for name in sql.names():
        for parameter in inspect.signature(getattr(queries, name)).parameters.values():
            assert parameter.kind is inspect.Parameter.KEYWORD_ONLY


def test_a_result_is_the_callers_own() -> None:
    del queries.bulan_tersedia()["bulan"]
    assert list(queries.bulan_tersedia().columns) == ["bulan"]


PREFIXES = {
    "kode_": lambda s: all(isinstance(value, str) for value in s),
    "nama_": lambda s: all(isinstance(value, str) for value in s),
    "jumlah_": lambda s: s.dtype == "Int64" and (s.dropna() >= 0).all(),
    "rupiah_": lambda s: s.dtype == "Int64",
    "umur_": lambda s: s.dtype == "Int64" and (s.dropna() >= 0).all(),
    "rasio_": lambda s: s.dtype == "float64" and (s.dropna() >= 0).all(),
    "bulan": lambda s: s.dtype.kind == "M" and (s.dropna().dt.day == 1).all(),
    "tanggal": lambda s: s.dtype.kind == "M",
    "adalah_": lambda s: s.dtype == "bool",
}


@pytest.mark.parametrize("name", sql.names())
def test_column_prefixes(name: str) -> None:
    query = sql.load(name)
    values = dict.fromkeys(query.params) | {"bulan": MEI, "penyebut": "penduduk_bekerja"}
    # joiners of May are in PU alone; of a subsidy that ends three months and twenty persons would be needed
    values |= {"segmen": "PU"} if name == "retensi" else {}
    frame = sql.run(query, {key: values[key] for key in query.params})
    assert not frame.empty or name == "akhir_subsidi"
    for column in frame:
        for prefix, holds in PREFIXES.items():
            if str(column).startswith(prefix):
                assert holds(frame[column]), column


@pytest.mark.parametrize("name", sql.names())
def test_header_and_conventions(name: str) -> None:
    query = sql.load(name)
    for part in ("Pertanyaan: ", "Satu baris: ", "Penyebut: ", "Sumber: "):
        assert part in query.doc
    assert "ORDER BY" in query.sql
    assert "SELECT *" not in query.sql
