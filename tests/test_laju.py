"""Need and pace: cases worked by hand, parts that add up, and the way to the target walked month by month."""

import datetime as dt

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsostek import jatah, kebutuhan, laju, tujuan
from jamsostek.figures import laju as gambar
from jamsostek.figures import laju_batang
from jamsostek.laju import Capaian, Status, Syarat
from jamsostek.metrics import Keadaan

JUNI = dt.date(2023, 6, 1)
PERSONS = st.tuples(st.integers(0, 20_000), st.integers(0, 25_000))
TERMS = st.builds(
    Syarat, st.floats(0.01, 1), st.integers(1, 120), st.sampled_from([0, 0.001, 0.01, 0.03, 0.1]),
    st.sampled_from([-0.02, 0, 0.05]),
)  # fmt: skip


def kelurahan(*places):
    """One kelurahan for each (workers, participants), two to a kecamatan; None has no register."""
    df = pd.DataFrame(
        {
            "jumlah_penyebut": pd.array([p for p, _e in places], dtype="Int64"),
            "jumlah_peserta": pd.array([e for _p, e in places], dtype="Int64"),
        }
    )
    df["kode_kecamatan"] = [f"53.71.{1 + n // 2:02d}" for n in range(len(df))]
    df["nama_kecamatan"] = [f"Kecamatan {1 + n // 2}" for n in range(len(df))]
    df["kode_kelurahan"] = [f"{kec}.1{n:03d}" for n, kec in enumerate(df["kode_kecamatan"])]
    df["nama_kelurahan"] = [f"Kelurahan {n}" for n in range(len(df))]
    df["rasio_cakupan"] = df["jumlah_peserta"].astype("Float64") / df["jumlah_penyebut"].replace(0, pd.NA)
    return df.assign(berlaku=True)


def kota(df, elsewhere=0):
    return {
        "jumlah_penyebut": int(df["jumlah_penyebut"].sum()),
        "jumlah_peserta": int(df["jumlah_peserta"].sum()) + elsewhere,
    }


def achieved(masuk, bersih=0, keluar=0, awal=0):
    """So many persons in each window."""
    return Capaian({3: 3, 12: 12}, {3: masuk // 4, 12: masuk}, {3: bersih // 4, 12: bersih}, keluar, awal)


def walk(peserta, syarat, per_month):
    for _ in range(syarat.bulan):
        peserta = peserta * (1 - syarat.luruh) + per_month
    return peserta


@pytest.mark.parametrize(("luruh", "orang"), [(0, 3_830), (0.01, 4_963), (0.02, 6_179)])
def test_the_worked_example_rounded_up(luruh, orang):
    assert Syarat(1.0, 36, luruh).perlu(180_000, 42_120) == orang
    assert Syarat(1.0, 36, luruh).perlu(180_000, 42_120, luruh=False) == 3_830


def test_workers_grow_by_the_year():
    assert Syarat(1.0, 24, 0.0, 0.05).pekerja(10_000) == pytest.approx(11_025)
    assert Syarat(0.5, 24, 0.0, 0.05).kesenjangan(10_000, 1_000) == 4_513  # 5,512.5 - 1,000, rounded up


@settings(max_examples=40)
@given(PERSONS, TERMS)
def test_the_rounded_need_reaches_the_target_and_one_less_does_not(place, syarat):
    need = syarat.perlu(*place)
    goal = syarat.tujuan(place[0])
    assert walk(place[1], syarat, need) >= goal * (1 - 1e-9) - 1e-3
    assert need == 0 or walk(place[1], syarat, need - 1) < goal + 1e-3


@settings(max_examples=40)
@given(PERSONS, TERMS)
def test_more_is_needed_for_more_workers_a_higher_target_more_lapse_or_less_time(place, syarat):
    need = syarat.perlu(*place)
    assert syarat.perlu(place[0] + 500, place[1]) >= need
    assert Syarat(min(1.0, syarat.rasio + 0.1), syarat.bulan, syarat.luruh, syarat.tumbuh).perlu(*place) >= need
    assert Syarat(syarat.rasio, syarat.bulan, syarat.luruh + 0.01, syarat.tumbuh).perlu(*place) >= need
    # with lapse a longer way means more to replace for those already above it, so only a gap shrinks with time
    longer = Syarat(syarat.rasio, syarat.bulan + 6, syarat.luruh)
    if place[1] <= longer.tujuan(place[0]):
        assert longer.perlu(*place) <= Syarat(syarat.rasio, syarat.bulan, syarat.luruh).perlu(*place)


def test_a_vanishing_lapse_is_no_lapse():
    assert Syarat(1.0, 36, 1e-15).perlu(180_000, 42_120) == 3_830
    assert Syarat(1.0, 36, 1e-15).bobot(180_000, 42_120) == pytest.approx(137_880)


@settings(max_examples=60)
@given(st.integers(0, 100_000), st.lists(st.floats(0, 1e6), min_size=1, max_size=60))
def test_whole_parts_add_up_and_lie_within_one_of_their_share(jumlah, bobot):
    parts = jatah.bagi_bulat(jumlah, bobot)
    if not sum(bobot):
        assert parts == [0] * len(bobot)
        return
    assert sum(parts) == jumlah
    assert all(abs(n - jumlah * w / sum(bobot)) < 1 + 1e-6 for n, w in zip(parts, bobot, strict=True))


def test_largest_remainder_by_hand():
    # 10 in shares of 3 : 3 : 1 = 4.29, 4.29, 1.43: the last has the largest remainder
    assert jatah.bagi_bulat(10, [3, 3, 1]) == [4, 4, 2]
    assert jatah.bagi_bulat(2, [1, 1, 1]) == [1, 1, 0]


def test_division_by_hand():
    # T P - E0: 900, 300, 0 (above 100%), none; the city lacks 1,560 - 660 - 60 = 840 over 10 months: 84
    df = kelurahan((1_000, 100), (500, 200), (60, 360), (None, 50))
    city = kota(df, elsewhere=10)
    got = jatah.bagian(df, city, Syarat(1.0, 10), "kesenjangan")
    assert list(got["keadaan"]) == [Keadaan.NILAI, Keadaan.NILAI, Keadaan.DI_ATAS_100, Keadaan.TANPA_DATA]
    assert got["jumlah_kesenjangan"].tolist() == [900, 300, 0, pd.NA]
    assert got["jumlah_perlu"].tolist() == [63, 21, 0, pd.NA]  # 84 in shares of 3 : 1
    same = jatah.bagian(df, city, Syarat(1.0, 10), "sama")
    assert same["jumlah_perlu"].tolist() == [56, 28, 0, pd.NA]  # 2 : 1 by workers
    assert jatah.catatan_jatah(same, Syarat(1.0, 10)) == ""  # alone they would need 90 and 30
    by_hand = jatah.bagian(df, city, Syarat(1.0, 10), "kesenjangan", {df["kode_kelurahan"][3]: 5})
    assert by_hand["jumlah_sasaran"].tolist() == [63, 21, 0, 5]
    assert jatah.selisih_manual(by_hand, 84) == "Jumlah sasaran lurah 89 per bulan: lebih 5 dari kebutuhan kota."
    assert jatah.selisih_manual(got, 204).endswith("kurang 120 dari kebutuhan kota.")
    notes = " ".join(jatah.catatan(got, city, 84))
    assert "Jumlah 3 kelurahan = kebutuhan kota: 84 per bulan." in notes
    assert "1 kelurahan tanpa sasaran, belum ada penyebut: Kelurahan 3." in notes
    assert "60 peserta di luar kelurahan yang dihitung" in notes
    assert "Di atas 100%, penyebutnya diragukan, periksa dahulu: Kelurahan 2." in notes


def test_an_equal_share_can_be_more_than_a_place_needs():
    df = kelurahan((1_000, 900), (1_000, 0))  # 1,100 in 10 months: 55 each, where the first needs 10
    same = jatah.bagian(df, kota(df), Syarat(1.0, 10), "sama")
    assert same["jumlah_perlu"].tolist() == [55, 55]
    assert jatah.catatan_jatah(same, Syarat(1.0, 10)).startswith("Dengan bagian yang sama 1 kelurahan mendapat lebih")


def test_a_hidden_count_gets_no_target_and_is_not_told():
    df = kelurahan((1_000, 100), (400, 397))  # 3 persons without protection
    got = jatah.bagian(df, kota(df), Syarat(1.0, 10), "kesenjangan")
    assert got[list(jatah.HASIL)].iloc[1].isna().all()
    assert "dirahasiakan (1 sampai 4 orang): Kelurahan 1" in " ".join(jatah.catatan(got, kota(df), 91))
    cells = gambar.tabel(
        jatah.dengan_capaian(got, {}, "kode_kelurahan", Syarat(1.0, 10)), "kelurahan", Syarat(1.0, 10), "x"
    )["baris"][1]["sel"]
    assert {cell["teks"] for cell in cells[2:5]} == {"r"}


@settings(max_examples=30, deadline=None)
@given(st.lists(PERSONS, min_size=1, max_size=12), TERMS, st.sampled_from(["kesenjangan", "sama"]), st.integers(0, 500))
def test_kelurahan_add_up_to_kecamatan_and_city(places, syarat, bagi, elsewhere):
    df = kelurahan(*places)
    city = kota(df, elsewhere)
    parts = jatah.bagian(df, city, syarat, bagi)
    above = df.groupby("kode_kecamatan", as_index=False)[["jumlah_penyebut", "jumlah_peserta"]].sum()
    groups = jatah.per_kecamatan(parts, above.assign(berlaku=True))
    need = city["jumlah_penyebut"], city["jumlah_peserta"]
    for column, wanted in (
        ("jumlah_perlu", syarat.perlu(*need)),
        ("jumlah_perlu_tanpa_luruh", syarat.perlu(*need, luruh=False)),
    ):
        total = int(parts[column].sum())
        assert total == int(groups[column].sum())
        # nothing can be divided only where no shown kelurahan has a gap
        assert total in (wanted, 0)
        assert total == wanted or not parts["jumlah_kesenjangan"].fillna(0).sum()


@pytest.mark.parametrize(
    ("perlu", "capai", "luruh", "expected"),
    [
        (100, 100, 0, Status.SESUAI), (100, 99.9, 0, Status.PERCEPATAN), (100, 50, 0, Status.PERCEPATAN),
        (100, 49.9, 0, Status.TERTINGGAL), (100, 0, 0, Status.MUSTAHIL), (100, -5, 0, Status.MUSTAHIL),
        (100, None, 0, None),
        # 1,000 workers: 60 a month against a lapse of 5% stands still at 1,200, 40 at 800
        (100, 60, 0.05, Status.PERCEPATAN), (100, 40, 0.05, Status.MUSTAHIL), (100, 40, 0.03, Status.TERTINGGAL),
    ],
)  # fmt: skip
def test_status(perlu, capai, luruh, expected):
    assert laju.status(perlu, capai, Syarat(1.0, 12, luruh), 1_000, 200) is expected


def test_status_of_a_target_reached_and_of_a_need_rounded_to_nothing():
    assert laju.status(0, None, Syarat(0.5, 12), 1_000, 500) is Status.TERCAPAI
    assert laju.status(0, 0.0, Syarat(0.5, 12), 1_000, 499) is Status.SESUAI
    assert len({state.lambang for state in Status}) == len(Status)


def test_impossible_means_that_no_length_of_time_is_enough():
    syarat = Syarat(1.0, 12, 0.05)
    assert walk(200, Syarat(1.0, 2_000, 0.05), 40) < syarat.tujuan(1_000) < walk(200, Syarat(1.0, 2_000, 0.05), 60)


def arus(*months):
    """Rows of arus_per_kelurahan: (months ago, place, start, came new, came back, left, moved in, moved out)."""
    names = ["masuk", "kembali", "keluar", "pindah_masuk", "pindah_keluar"]
    df = pd.DataFrame(
        [row[1:] for row in months],
        columns=["kode_kelurahan", "jumlah_peserta_awal", *(f"jumlah_{name}" for name in names)],
    )
    df["bulan"] = [pd.Timestamp(JUNI) - pd.DateOffset(months=row[0]) for row in months]
    return df.astype({name: "Int64" for name in df.columns if name.startswith("jumlah_")})


def test_pace_and_lapse_by_hand():
    df = arus(
        (0, "A", 100, 4, 1, 2, 1, 0), (0, "B", 50, 0, 0, 5, 0, 1), (3, "A", 80, 10, 0, 3, 0, 0),
        (12, "A", 10, 99, 0, 9, 0, 0), (1, "C", None, 0, 0, 0, 40, 0),
    )  # fmt: skip
    city = laju.capaian(df, JUNI)[""]
    assert (city.bulan, city.masuk[3], city.masuk[12]) == ({3: 2, 12: 3}, 5, 15)
    assert (city.keluar, city.awal, city.terbesar) == (10, 230, (7, JUNI))
    assert city.luruh == pytest.approx(10 / 230)
    places = laju.capaian(df, JUNI, "kode_kelurahan")
    assert places["A"].rata(12, Syarat(1, 1)) == (4 + 7) / 2  # net: 4+1-2+1, 10-3
    assert places["A"].rata(12, Syarat(1, 1, 0.1)) == 15 / 2  # those who came
    assert "C" not in places  # it did not exist at the start of its only month
    assert kebutuhan.catatan_luruh(city).startswith("Juni 2023 memuat 7 dari 10 yang keluar (70,0%)")
    empty = laju.capaian(df.iloc[:0], JUNI)[""]
    assert (empty.luruh, empty.rata(12, Syarat(1, 1))) == (None, None)


TARGETS = pd.DataFrame(
    {
        "tanggal": pd.to_datetime(["2026-12-31", "2028-12-31", "2025-12-31"]),
        "rasio_cakupan": [0.72, 1.0, 0.5215],
        "wilayah": ["53.71", "53.71", "ID"],
        "penerbit": ["Perwali", "Perwali", "Kementerian Dalam Negeri"],
        "sumber": ["Perwali 1", "Perwali 1", "Ayonusa"],
        "adalah_contoh": [False] * 3,
    }
)


def test_targets_have_readable_stable_names_and_the_default_is_the_citys_own():
    found = tujuan.daftar(TARGETS)
    assert list(found) == ["kota-2026-12-perwali", "kota-2028-12-perwali", "id-2025-12-kementerian-dalam-negeri"]
    assert tujuan.dipilih(None, found, JUNI).kode == "kota-2028-12-perwali"
    assert tujuan.dipilih("100-2030-06", found, JUNI).tanggal == dt.date(2030, 6, 1)
    passed = tujuan.dipilih("kota-2026-12-perwali", found, dt.date(2026, 12, 1))
    assert passed.kode == "kota-2028-12-perwali"
    assert tujuan.dipilih(None, {}, JUNI).kode == "100-2028-12"
    foreign = found["id-2025-12-kementerian-dalam-negeri"]
    assert foreign.label == "52,2% pada Desember 2025 (bukan sasaran kota, untuk Indonesia): Kementerian Dalam Negeri"
    assert "Universal Coverage Jamsostek" in foreign.catatan
    assert [tujuan.dari_alamat(x) for x in ("100-2028-13", "99-2028-12", "100-9999-01", "100", "")] == [None] * 5


def test_sentence_cards_and_formula_say_the_same_numbers():
    butuh = kebutuhan.Kebutuhan(
        JUNI, tujuan.penuh(dt.date(2026, 6, 1)), Syarat(1.0, 36, 0.01), 180_000, 42_120,
        achieved(24_000, 6_000, 4_200, 420_000), "penduduk bekerja", True,
    )  # fmt: skip
    said = kebutuhan.kalimat(butuh, "Kota Kupang")
    assert said == (
        "Kota Kupang perlu 4.963 peserta masuk atau kembali setiap bulan selama 36 bulan untuk 100% pada Juni 2026; "
        "rata-rata 12 bulan terakhir 2.000: tertinggal."
    )
    need, pace, ratio, lapse = kebutuhan.kartu(butuh)
    assert (need.nilai, pace.nilai, ratio.nilai, lapse.nilai) == ("4.963", "2.000", "40,3%", "1,0%")
    assert need.perubahan[0][0] == "tanpa luruh: 3.830 bersih"
    assert "P = 180.000 penduduk bekerja (register Juni 2023, tetap)" in kebutuhan.rumus(butuh)


def rows_with_pace(syarat, **pace):
    df = kelurahan((1_000, 100), (500, 200))
    parts = jatah.bagian(df, kota(df), syarat, "kesenjangan")
    found = {df["kode_kelurahan"][0]: achieved(**pace)}
    return jatah.dengan_capaian(parts, found, "kode_kelurahan", syarat)


def test_the_table_says_status_in_words_with_a_sign_and_hides_one_to_four_persons():
    syarat = Syarat(1.0, 10, 0.01)
    row = gambar.tabel(rows_with_pace(syarat, masuk=1_200), "kelurahan", syarat, "x")["baris"][0]["sel"]
    assert row[-1]["teks"].replace("\N{NO-BREAK SPACE}", " ") == "✔ Sesuai jalur"
    assert row[2]["teks"].replace("\N{NO-BREAK SPACE}", " ") == "100 dari 1.000"
    few = gambar.tabel(rows_with_pace(syarat, masuk=3), "kelurahan", syarat, "x")["baris"][0]["sel"]
    # capaian 3, capaian 12, bersih 12, rasio, keadaan: of the three persons nothing can be read
    assert [cell["teks"] for cell in few[-5:]] == ["0,0", "r", "0,0", "r", "r"]


def test_the_chart_has_a_bar_for_each_need_and_a_mark_for_each_known_pace():
    syarat = Syarat(1.0, 10, 0.01)
    df = rows_with_pace(syarat, masuk=1_200)
    bars, marks = laju_batang.batang(df, "kelurahan", syarat).data
    assert list(bars.x) == df["jumlah_perlu"].tolist()
    assert list(marks.x) == [100, None]
