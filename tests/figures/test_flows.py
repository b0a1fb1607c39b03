import pandas as pd
import pytest

from jamsostek import theme
from jamsostek.figures import axes, flows
from tests.figures.conftest import BULAN, jejak, periksa_umum


@pytest.fixture
def arus() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "bulan": BULAN[1:],
            "jumlah_masuk": [900 + i for i in range(53)],
            "jumlah_kembali": 200,
            "jumlah_keluar": [4_000 if i == 30 else 600 for i in range(53)],
            "jumlah_pindah_masuk": 10,
            "jumlah_pindah_keluar": 10,
        }
    )


def test_entries_stand_up_exits_hang_down_and_the_balance_adds_up(arus):
    fig = flows.arus(arus)
    masuk, kembali, keluar, bersih = (jejak(fig, n) for n in ("Masuk baru", "Kembali aktif", "Keluar", "Bersih"))
    assert min(masuk.y) > 0
    assert min(kembali.y) > 0
    assert max(keluar.y) < 0
    assert list(bersih.y) == [a + b + c for a, b, c in zip(masuk.y, kembali.y, keluar.y, strict=True)]
    assert bersih.mode == "markers"
    assert fig.layout.barmode == "relative"
    assert fig.layout.showlegend is True
    periksa_umum(fig)


def test_colours_by_meaning(arus):
    fig = flows.arus(arus)
    warna = {t.name: t.marker.color for t in fig.data}
    assert warna == {
        "Masuk baru": theme.WARNA_MASUK, "Kembali aktif": theme.WARNA_KEMBALI,
        "Keluar": theme.WARNA_KELUAR, "Bersih": theme.TEKS,
    }  # fmt: skip


def test_hover_is_indonesian_and_the_balance_has_its_sign(arus):
    fig = flows.arus(arus)
    assert jejak(fig, "Keluar").hovertext[30] == "Agu 2021: 4.000"
    assert jejak(fig, "Bersih").hovertext[30] == "Agu 2021: −2.870"
    assert jejak(fig, "Bersih").hovertext[0] == "Feb 2019: +500"
    assert "−" in fig.layout.yaxis.ticktext[0]


def test_the_axis_holds_the_whole_stack(arus):
    bawah, atas = flows.arus(arus).layout.yaxis.range
    assert bawah <= -4_000
    assert atas >= 952 + 200


def test_moves_are_drawn_only_where_they_do_not_cancel(arus):
    assert not [t for t in flows.arus(arus).data if "Pindah" in t.name]
    fig = flows.arus(arus.assign(jumlah_pindah_masuk=25))
    assert jejak(fig, "Pindah masuk").y[0] == 25
    assert jejak(fig, "Pindah keluar").y[0] == -10
    assert jejak(fig, "Bersih").y[0] == 900 + 200 - 600 + 25 - 10


def test_missing_months_and_hidden_counts_are_gaps_also_in_the_balance(arus):
    df = arus.drop(index=[5])
    df.loc[7, "jumlah_kembali"] = 3
    fig = flows.arus(df)
    assert [t.y[5] for t in fig.data] == [None] * 4
    assert jejak(fig, "Kembali aktif").y[7] is None
    assert jejak(fig, "Bersih").y[7] is None
    assert jejak(fig, "Masuk baru").y[7] == 907
    assert jejak(fig, "Kembali aktif").hovertext[7] == ""


def test_a_month_without_exits_is_zero_not_a_gap(arus):
    assert jejak(flows.arus(arus.assign(jumlah_keluar=0)), "Keluar").y[0] == 0


def test_window_ends_at_the_chosen_month(arus):
    masuk = jejak(flows.arus(arus, rentang=12, bulan_terpilih=BULAN[40]), "Masuk baru")
    assert (masuk.x0, len(masuk.y)) == (axes.nomor_bulan(BULAN[29]), 12)


def test_an_empty_frame_is_an_error(arus):
    with pytest.raises(ValueError, match="draw"):
        flows.arus(arus.iloc[:0])
