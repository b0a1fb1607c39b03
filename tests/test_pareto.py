"""Where the gap is: a case added up by hand, and a slow search over all choices of kelurahan."""

from fractions import Fraction
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jamsostek import pareto
from jamsostek.metrics import Keadaan


def gaps(*values, workers=10_000, berlaku=True):
    """One kelurahan per gap, named A, B, C; None has no register."""
    df = pd.DataFrame({"jumlah_belum_terlindungi": pd.array(list(values), dtype="Int64")})
    df["kode_kelurahan"] = [f"53.71.01.1{n:03d}" for n in range(len(df))]
    df["nama_kelurahan"] = [chr(ord("A") + n) for n in range(len(df))]
    df["jumlah_pekerja"] = pd.array([None if v is None else workers for v in values], dtype="Int64")
    df["berlaku"] = berlaku
    return df


def names(found):
    return [row.nama for row in found.urut[: found.banyak]]


def test_by_hand():
    # 500 + 300 = 800 of 1,000: exactly four fifths, so two of four suffice
    found = pareto.hitung(gaps(50, 500, 150, 300))
    assert names(found) == ["B", "D"]
    assert (found.jumlah_banyak, found.jumlah) == (800, 1_000)
    assert [row.sampai for row in found.urut] == [0.5, 0.8, 0.95, 1.0]
    assert pareto.kalimat(found) == "80% kesenjangan (800 dari 1.000 orang) ada di 2 dari 4 kelurahan: B, D."
    one_more = pareto.hitung(gaps(50, 499, 151, 300))
    assert names(one_more) == ["B", "D", "C"]


def test_a_share_that_floats_would_miss():
    # 0.7 x 10 is 7.000000000000001 in some orders of calculation; one kelurahan of 7 in 10 suffices
    assert pareto.hitung(gaps(70, 10, 10, 10), 0.7).banyak == 1


def test_many_are_counted_but_five_are_named():
    sentence = pareto.kalimat(pareto.hitung(gaps(*[100] * 10)))
    assert "8 dari 10 kelurahan: A, B, C, D, E, dan 3 lagi" in sentence
    assert "; I, J sama besar dengan yang terakhir." in sentence


def test_missing_and_hidden_are_told_and_give_nothing_away():
    found = pareto.hitung(gaps(900, 90, None, 3, 9_998))
    assert names(found) == ["A"]
    assert found.tak_dihitung == {Keadaan.TANPA_DATA: 1, Keadaan.DISEMBUNYIKAN: 2}
    sentence = pareto.kalimat(found)
    assert sentence == (
        "80% kesenjangan ada di 1 dari 5 kelurahan: A; 3 kelurahan tidak dihitung "
        "(2 dirahasiakan (1 sampai 4 orang), 1 tanpa data)."
    )
    assert "990" not in sentence


def test_no_gap_and_no_number():
    nothing = pareto.hitung(gaps(0, 0))
    assert nothing.banyak == 0
    assert nothing.seri == []
    assert pareto.kalimat(nothing).startswith("Tidak ada kesenjangan: semua pekerja di 2 kelurahan")
    unknown = pareto.hitung(gaps(None, None, None))
    assert pareto.kalimat(unknown) == "Kesenjangan tidak dapat dihitung; 3 kelurahan tidak dihitung (3 tanpa data)."
    assert "2 tidak berlaku" in pareto.kalimat(pareto.hitung(gaps(None, None, berlaku=False)))


@pytest.mark.parametrize("share", [0, -0.1, 1.01])
def test_a_share_outside_its_bounds_is_an_error(share):
    with pytest.raises(ValueError, match="share"):
        pareto.hitung(gaps(1), share)


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 60)), max_size=8),
    st.sampled_from([0.1, 0.25, 0.5, 0.7, 0.8, 0.9, 1.0]),
)
def test_the_fewest_kelurahan_as_a_search_over_all_choices_finds_them(values, share):
    found = pareto.hitung(gaps(*values), share)
    counted = [v for v in values if v is not None and not 1 <= v <= 4]
    goal = Fraction(str(share)) * sum(counted)
    fewest = next(n for n in range(len(counted) + 1) if any(sum(c) >= goal for c in combinations(counted, n)))
    assert found.banyak == fewest
    assert sum(found.tak_dihitung.values()) == len(values) - len(counted)
    assert sorted((row.jumlah for row in found.urut), reverse=True) == [row.jumlah for row in found.urut]
    assert sum(row.jumlah for row in found.urut) == sum(counted)
