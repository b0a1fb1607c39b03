"""Survival of new participants and the end of a subsidy: by hand, with small numbers kept back."""

import datetime as dt
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsostek import retensi, subsidi
from jamsostek.metrics import Keadaan
from jamsostek.subsidi import Kelompok
from tests import effort


def rows(sumber: str, *counts: tuple[int, int]) -> pd.DataFrame:
    isi = [(sumber, lama, mulai, bertahan) for lama, (mulai, bertahan) in enumerate(counts)]
    return pd.DataFrame(isi, columns=["sumber_iuran", "lama_bulan", "jumlah_mulai", "jumlah_bertahan"])


def test_kaplan_meier_by_hand() -> None:
    """100 join, 20 stop; 30 are not observed further; of the other 50 ten stop, then half: 1, 0.8, 0.64, 0.32."""
    steps = retensi.kaplan_meier(rows("mandiri", (100, 100), (100, 80), (50, 40), (40, 20)))
    assert [s.peluang for s in steps] == pytest.approx([1, 0.8, 0.64, 0.32])
    (kurva,) = retensi.kurva(rows("mandiri", (100, 100), (100, 80), (50, 40), (40, 20)))
    assert (kurva.bergabung, kurva.separuh()) == (100, 3)
    assert kurva.pada(4) is None


def test_censoring_alone_loses_nobody() -> None:
    steps = retensi.kaplan_meier(rows("mandiri", (100, 100), (60, 60), (7, 7)))
    assert [s.peluang for s in steps] == [1, 1, 1]


def test_one_to_four_who_stop_are_joined_with_the_months_after() -> None:
    """3 stop, then 1, then 2: shown only when they are six; then 5 at once."""
    (kurva,) = retensi.kurva(rows("lembaga", (100, 100), (100, 97), (97, 96), (96, 94), (94, 89)))
    assert [s.peluang for s in kurva.langkah] == pytest.approx([1, 1, 1, 0.94, 0.89])
    assert [s.tampil for s in kurva.langkah] == [True, False, False, True, True]


@pytest.mark.parametrize(
    ("counts", "length"),
    [
        ([(4, 4), (4, 4)], 0),  # too few joined
        ([(50, 50), (50, 3), (3, 3)], 1),  # 1 to 4 are left
        ([(50, 50), (50, 20), (4, 4)], 2),  # 1 to 4 can still be observed
        ([(50, 50), (50, 0)], 2),  # nobody left is no small number
    ],
)
def test_a_curve_ends_before_it_tells_of_a_few(counts: list[tuple[int, int]], length: int) -> None:
    kurva = retensi.kurva(rows("mandiri", *counts))
    assert sum(len(k.langkah) for k in kurva) == length


@settings(max_examples=effort.times(60), deadline=None)
@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8), st.integers(1, 200))
def test_what_is_shown_never_rises_and_never_tells_of_one_to_four(losses: list[tuple[int, int]], joined: int) -> None:
    counts, there = [(joined, joined)], joined
    for censored, stopped in losses:
        at_risk = max(0, there - censored)
        if not at_risk:
            break
        there = max(0, at_risk - stopped)
        counts.append((at_risk, there))
    exact = retensi.kaplan_meier(rows("mandiri", *counts))
    shown = retensi.aman(exact)
    chances = [s.peluang for s in shown]
    assert chances == sorted(chances, reverse=True)
    told = [n for n, s in enumerate(shown) if s.tampil]
    for n in told:
        assert shown[n].peluang == exact[n].peluang
    for a, b in pairwise(told):
        assert not 1 <= sum(s.mulai - s.bertahan for s in shown[a + 1 : b + 1]) <= 4
    assert not any(1 <= n <= 4 for s in shown for n in (s.mulai, s.bertahan))


def test_the_sentence_names_the_payers_from_the_most_to_the_least() -> None:
    tahun = [(100, 100), *[(100 - 5 * n, 95 - 5 * n) for n in range(12)]]
    df = pd.concat([rows("mandiri", *tahun), rows("apbd_kota", (50, 50), (50, 0)), rows("lembaga", (9, 9), (9, 9))])
    assert retensi.kalimat(retensi.kurva(df), "BPU di Kota Kupang") == (
        "Peserta baru BPU di Kota Kupang yang masih bertahan setelah 12 bulan: Mandiri 40,0% (separuhnya berhenti "
        "sampai bulan ke-10); APBD kota 0% (separuhnya berhenti sampai bulan ke-1)."
    )
    assert "belum dapat diamati" in retensi.kalimat([], "BPU")


def ended(*rows: tuple[str, str, str, int, int], bulan: str = "2023-01-01", ended: str = "apbd_kota") -> pd.DataFrame:
    kolom = ["sumber_iuran", "dimensi", "kategori", "jumlah_peserta", "jumlah_berhenti"]
    df = pd.DataFrame(rows, columns=kolom)
    return df.assign(bulan_berakhir=pd.Timestamp(bulan), sumber_iuran_berakhir=ended)


FIVE = ended(
    ("apbd_kota", "semua", "semua", 300, 290),
    ("mandiri", "semua", "semua", 1000, 100),
    ("apbd_kota", "kelompok_umur", "15-24", 100, 97),
    ("apbd_kota", "kelompok_umur", "25-34", 50, 43),
    ("apbd_kota", "kelompok_umur", "35-44", 150, 150),
)


def test_who_stopped_by_hand() -> None:
    lama = ended(("apbd_kota", "semua", "semua", 30, 30), bulan="2020-01-01")
    akhir = subsidi.peristiwa(pd.concat([lama, FIVE]))
    assert [a.bulan for a in akhir] == [dt.date(2023, 1, 1), dt.date(2020, 1, 1)]
    assert subsidi.kalimat(akhir) == (
        "Kelompok APBD kota berakhir Januari 2023: 290 dari 300 pesertanya (96,7%) berhenti dalam tiga bulan; peserta "
        "mandiri pada tiga bulan yang sama 10,0%."
    )
    assert [s for s, _ in akhir[0].per_sumber()] == ["mandiri", "apbd_kota"]
    # three of the youngest stayed: they are told together with the smallest other group
    assert [(k.nama, k.peserta, k.berhenti) for k in akhir[0].kelompok("kelompok_umur")] == [
        ("35–44 tahun", 150, 150), ("15–24 tahun, 25–34 tahun (digabung)", 150, 140),
    ]  # fmt: skip
    assert "Belum ada kelompok" in subsidi.kalimat([])


group = st.builds(lambda n, b: Kelompok(str(n), n, min(n, b)), st.integers(1, 40), st.integers(0, 40))


@settings(max_examples=effort.times(80), deadline=None)
@given(st.lists(group, min_size=2, max_size=8, unique_by=lambda k: k.nama))
def test_joined_categories_add_up_and_hide(groups: list[Kelompok]) -> None:
    joined = subsidi.digabung(groups)
    assert sum(k.peserta for k in joined) == sum(k.peserta for k in groups)
    assert sum(k.berhenti for k in joined) == sum(k.berhenti for k in groups)
    hidden = [k for k in joined if k.keadaan is Keadaan.DISEMBUNYIKAN]
    assert not hidden or len(joined) == 1
    if any(k.keadaan is Keadaan.DISEMBUNYIKAN for k in groups):
        assert joined[-1].nama.endswith("(digabung)")
