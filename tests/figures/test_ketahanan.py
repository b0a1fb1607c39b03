import datetime as dt

import pandas as pd
import pytest

from jamsostek import retensi, subsidi, theme
from jamsostek.figures import TanpaNilai, ketahanan
from tests.figures.conftest import jejak, periksa_umum


@pytest.fixture
def kurva() -> list[retensi.Kurva]:
    baris = [("mandiri", n, 2000 - 40 * n, 1960 - 40 * n) for n in range(1, 30)]
    baris += [("mandiri", 0, 2000, 2000), ("apbd_kota", 0, 500, 500), ("apbd_kota", 1, 500, 0)]
    kolom = ["sumber_iuran", "lama_bulan", "jumlah_mulai", "jumlah_bertahan"]
    return retensi.kurva(pd.DataFrame(baris, columns=kolom))


def test_one_step_line_per_payer_in_its_colour(kurva):
    fig = ketahanan.bertahan(kurva)
    assert {t.name: t.line.color for t in fig.data} == {
        "Mandiri": theme.PALET_IURAN["mandiri"], "APBD kota": theme.PALET_IURAN["apbd_kota"],
    }  # fmt: skip
    assert all(t.line.shape == "hv" for t in fig.data)
    assert list(jejak(fig, "APBD kota").y) == [1, 0]
    assert jejak(fig, "Mandiri").hovertext[1] == "bulan ke-1: 98,0%, 1.960 diamati"
    assert fig.layout.yaxis.range[0] == 0
    periksa_umum(fig)


def test_without_a_curve_there_is_nothing_to_draw():
    with pytest.raises(TanpaNilai):
        ketahanan.bertahan([])


def test_the_numbers_at_risk_stand_under_the_chart(kurva):
    data = ketahanan.berisiko(kurva)
    assert [k["judul"] for k in data["kolom"]][:4] == ["Pembayar iuran", "Bergabung", "3 bulan", "6 bulan"]
    mandiri, apbd = ([sel["teks"] for sel in baris["sel"]] for baris in data["baris"])
    assert mandiri[:3] == ["Mandiri", "2.000", "93,9% (1.880)"]
    assert mandiri[-1] == "tad"
    # all of them are gone after a month: that stays known
    assert apbd[1:] == ["500", *["0% (0)"] * 6]


def test_who_stopped_with_hidden_counts():
    kolom = ["sumber_iuran", "dimensi", "kategori", "jumlah_peserta", "jumlah_berhenti"]
    df = pd.DataFrame([("lembaga", "semua", "semua", 40, 40), ("mandiri", "semua", "semua", 300, 3)], columns=kolom)
    akhir = subsidi.peristiwa(df.assign(bulan_berakhir=pd.Timestamp("2023-01-01"), sumber_iuran_berakhir="lembaga"))
    assert akhir[0].bulan == dt.date(2023, 1, 1)
    baris = [[sel["teks"] for sel in b["sel"]] for b in ketahanan.peristiwa(akhir)["baris"]]
    assert baris == [
        ["Januari 2023", "Lembaga", "Mandiri", "r", "r", "r"],
        ["Januari 2023", "Lembaga", "Lembaga", "40", "40", "100%"],
    ]
