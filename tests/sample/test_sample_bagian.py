"""The parts of the generator, without intake."""

import numpy as np
import pytest

from jamsostek.sample import kepesertaan, klaim, kolom, kota, penduduk, register, riwayat, waktu


@pytest.fixture(scope="module")
def kupang() -> kota.Kota:
    return kota.load(np.random.default_rng(1))


@pytest.fixture(scope="module")
def orang(kupang: kota.Kota) -> penduduk.Penduduk:
    return penduduk.draw(np.random.default_rng(2), kupang)


@pytest.fixture(scope="module")
def daftar(kupang: kota.Kota, orang: penduduk.Penduduk) -> register.Register:
    return register.build(np.random.default_rng(3), kupang, orang)


def test_months_count_from_january_2019() -> None:
    assert [waktu.tanggal(t).isoformat() for t in (-2, 0, waktu.LAST)] == ["2018-11-01", "2019-01-01", "2023-06-01"]
    assert all(waktu.bulan(waktu.tanggal(t).year, waktu.tanggal(t).month) == t for t in range(-12, 60))


def test_weights_follow_the_published_kecamatan_figures(kupang: kota.Kota) -> None:
    share = {
        name: kupang.bobot[[k == name for k in kupang.nama_kecamatan]].sum() for name in set(kupang.nama_kecamatan)
    }
    assert share["Oebobo"] / share["Kota Lama"] == pytest.approx(100_149 / 34_535)
    # 2010: 51,255 and 47,914; both grow by the same factor, for want of newer figures
    assert share["Alak"] / share["Kota Raja"] == pytest.approx(51_255 / 47_914)
    assert kupang.bobot.sum() == pytest.approx(1)
    parent, child = kupang.index("Alak", "Penkase Oeleta")
    assert kupang.bobot[child] / kupang.bobot[parent] == pytest.approx(0.4 / 0.6)


def test_every_nik_is_unique_and_of_a_province_that_does_not_exist(orang: penduduk.Penduduk) -> None:
    text = kolom.nik(orang).to_pylist()
    assert len(set(text)) == len(text) > 300_000
    assert all(len(nik) == 16 and nik.startswith("9971") for nik in text)


def test_nik_carries_kecamatan_birth_date_and_sex(kupang: kota.Kota, orang: penduduk.Penduduk) -> None:
    dates = kolom.birth_dates(orang, "%d%m%y").to_pylist()
    for i in range(0, len(orang), 9_973):
        day = int(dates[i][:2]) + (40 if orang.perempuan[i] else 0)
        expected = f"9971{kupang.kode_kecamatan[orang.kelurahan[i]]:02d}{day:02d}{dates[i][2:]}"
        assert str(orang.nik[i]).startswith(expected)


def test_nobody_is_listed_below_15_or_after_leaving(orang: penduduk.Penduduk, daftar: register.Register) -> None:
    for one in daftar.daftar:
        assert orang.age(one.bulan)[one.orang].min() >= 15
        assert orang.present(one.bulan)[one.orang].all()


def test_two_kelurahan_never_report_and_eight_stopped(
    kupang: kota.Kota, orang: penduduk.Penduduk, daftar: register.Register
) -> None:
    newest = np.full(51, -99)
    for one in daftar.daftar:
        newest[np.unique(orang.kelurahan[one.orang])] = one.bulan
    assert {kupang.nama[k] for k in np.flatnonzero(newest == -99)} == set(kota.NEVER_REPORTED)
    assert {kupang.nama[k] for k in np.flatnonzero((newest < waktu.bulan(2021, 1)) & (newest > -99))} == {
        *kota.LAST_LIST_2019,
        *kota.LAST_LIST_2020,
    }
    assert newest.max() == waktu.bulan(2023, 5)


def test_rates_of_a_list_are_met_exactly(daftar: register.Register) -> None:
    first = daftar.daftar[0]
    force = first.status <= register.MENGANGGUR
    assert force.mean() == pytest.approx(register.TPAK[2018], abs=1e-4)
    assert (first.status == register.MENGANGGUR).sum() / force.sum() == pytest.approx(register.TPT[2018], abs=1e-4)


def test_the_young_are_out_of_work_more_often(orang: penduduk.Penduduk, daftar: register.Register) -> None:
    age = orang.age(waktu.LAST)
    rate = [
        (daftar.status[cell] == register.MENGANGGUR).sum() / (daftar.status[cell] <= register.MENGANGGUR).sum()
        for cell in ((age >= 15) & (age < 25), (age >= 25) & (age < 45), age >= 45)
    ]
    assert rate[0] > 2 * rate[1] > 2 * rate[2] > 0


def test_lowest_marks_exactly_so_many() -> None:
    score = np.array([5.0, 1.0, 4.0, 2.0])
    assert register.lowest(score, 2).tolist() == [False, True, False, True]
    assert register.lowest(score, 0).sum() == 0
    assert register.lowest(score, 9).sum() == 4


def test_a_stock_follows_its_path_and_never_leaves_the_allowed_months() -> None:
    rng = np.random.default_rng(4)
    people = np.arange(400)
    first, last = rng.integers(0, 20, 400), np.full(400, 50)
    stock = np.r_[np.full(20, 10), np.linspace(10, 120, 15).astype(int), np.full(10, 60)]
    spells = riwayat.follow(rng, people, (first, last), stock, riwayat.Perputaran(0.1, 0.5, 5))
    active = np.zeros((400, len(stock)), dtype=int)
    for positions, start, end in spells:
        assert start < end
        assert (first[positions] <= start).all()
        active[positions, start:end] += 1
    assert active.max() == 1, "overlapping spells of one person"
    assert active.sum(axis=0).tolist() == stock.tolist()
    assert ((np.diff(active, axis=1) == 1).sum(axis=1) > 1).any(), "nobody ever comes back"


def test_groups_paid_from_a_budget_end_with_it(
    kupang: kota.Kota, orang: penduduk.Penduduk, daftar: register.Register
) -> None:
    rng = np.random.default_rng(5)
    spells = kepesertaan.build(rng, kupang, orang, daftar, rng.integers(0, 25, len(orang)))
    payer = {t: np.bincount(spells.sumber[spells.active(t)], minlength=6) for t in range(waktu.MONTHS)}
    assert payer[waktu.bulan(2022, 12)][kepesertaan.APBD_PROVINSI] == 3_000
    assert payer[waktu.bulan(2023, 1)][kepesertaan.APBD_PROVINSI] == 0
    assert payer[waktu.bulan(2021, 3)][kepesertaan.APBD_KOTA] == 0
    assert payer[waktu.bulan(2021, 5)][kepesertaan.APBD_KOTA] == 2_300
    assert payer[waktu.LAST][kepesertaan.APBD_KOTA] == 2_300 + 500


def test_jkm_follows_the_rule_of_its_time(kupang: kota.Kota) -> None:
    amounts = {}
    for t in (waktu.bulan(2019, 12), waktu.bulan(2020, 1), waktu.LAST):
        rows = klaim.month(np.random.default_rng(t + 7), kupang, t).to_pylist()
        amounts[t] = {int(r["RUPIAH"]) for r in rows if r["JENIS MANFAAT"] == "santunan_jkm"}
    assert list(amounts.values()) == [{24_000_000}, {42_000_000}, {42_000_000}]


def test_bad_rows_are_copies_with_a_spoilt_cell(orang: penduduk.Penduduk) -> None:
    import pyarrow as pa

    table = pa.table({"NIK": ["1", "2"], "SEGMEN": ["PU", "BPU"]})
    spoilt = kolom.with_bad_rows(table, {}, {"SEGMEN": "?"})
    assert spoilt.to_pylist()[2:] == [{"NIK": "1", "SEGMEN": "PU"}, {"NIK": "2", "SEGMEN": "?"}]
