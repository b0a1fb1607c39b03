"""Targets of several issuers, breaks, provisional months and pins on a trend: drawn apart, readable, nowhere joined."""

import itertools
import re
from datetime import date

import duckdb
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jamsostek import narasi, sql
from jamsostek.figures import axes, marks, tables, targets, trends
from jamsostek.sasaran import Jalur
from tests.figures.conftest import BULAN, akun, jejak, periksa_umum

JUNI = date(2023, 6, 1)
X = axes.nomor_bulan(JUNI)
TARGET = pd.DataFrame({"tanggal": [pd.Timestamp(2024, 12, 31)], "rasio_cakupan": [0.5]})
RPJMN = Jalur("rpjmn", "RPJMN", "ID", ((date(2025, 12, 31), 0.32), (date(2029, 12, 31), 0.44)), False)
RPJPN = Jalur("rpjpn", "RPJPN", "ID", ((date(2045, 12, 31), 0.995),), False)
SATU = [Jalur(str(n), f"Penerbit nomor {n} di pusat", "53", ((date(2025, 12, 31), 0.5),), False) for n in range(7)]


@pytest.fixture
def deret() -> pd.DataFrame:
    return pd.DataFrame([akun(b, 30_000 + 250 * i, 185_220, 18_000) for i, b in enumerate(BULAN)])


def test_every_issuer_is_a_line_of_its_own_that_no_other_line_touches(deret):
    fig = trends.tren_cakupan(deret, target=TARGET, lain=[RPJMN, RPJPN], wilayah="53.71", bulan_terpilih=JUNI)
    medium, long = jejak(fig, "RPJMN"), jejak(fig, "RPJPN")
    assert list(zip(medium.x, medium.y, strict=True)) == [(X, 0.32), (X + 30, 0.32), (X + 78, 0.44)]
    assert list(zip(long.x, long.y, strict=True)) == [(X, 0.995), (X + targets.JANGKAUAN, 0.995)]
    lines = [jejak(fig, name) for name in ("Sasaran", "RPJMN", "RPJPN")]
    assert len({line.line.dash for line in lines}) == 3
    assert [line.line.width for line in lines] == [3, 2, 2]
    ends = [{(line.x[0], line.y[0]), (line.x[-1], line.y[-1])} for line in lines]
    assert all(not a & b for a, b in itertools.combinations(ends, 2))
    texts = [a.text for a in fig.layout.annotations]
    assert "RPJMN <b>44%</b> 2029<br>Indonesia, penyebut lain" in texts
    assert "RPJPN <b>99,5%</b> 2045<br>Indonesia, penyebut lain" in texts
    periksa_umum(fig)


def test_without_a_wish_only_the_citys_path_is_drawn(deret):
    fig = trends.tren_cakupan(deret, target=TARGET, bulan_terpilih=JUNI)
    assert [t.name for t in fig.data] == ["Sasaran", "Cakupan", ""]
    assert jejak(fig, "Sasaran").y[0] == round(43_250 / 185_220, 4)


def test_the_citys_path_does_not_begin_at_the_line_of_a_part_of_it(deret):
    fig = trends.tren_cakupan(deret, target=TARGET, wilayah="53.71.01", rentang=None, bulan_terpilih=JUNI)
    assert list(jejak(fig, "Sasaran kota").y) == [0.5, 0.5]


def test_the_name_of_an_issuer_is_plain_text_and_short_enough_for_its_label(deret):
    hostile = Jalur("x", "<img src=x onerror=alert(1)> sangat panjang sekali", "53", RPJMN.titik, False)
    fig = trends.tren_cakupan(deret, lain=[hostile], wilayah="53.71", bulan_terpilih=JUNI)
    assert "<img" not in fig.to_json().replace("\\u003c", "<")
    label = next(a.text for a in fig.layout.annotations if "penyebut lain" in a.text)
    first = re.sub("<[^>]*>", "", label.split("<br>")[0]).replace("&lt;", "<")
    assert len(first) * axes.LEBAR_HURUF <= targets.RUANG_LABEL


@pytest.mark.parametrize("width", [1366 - 276, 1920 - 276])
def test_the_labels_of_all_issuers_do_not_cover_one_another(deret, width: int):
    """Boxes in px of the figure, from the margins that the figure itself sets and the widths of the letters."""
    fig = trends.tren_cakupan(
        deret, target=TARGET, lain=SATU, wilayah="53.71", rentang=None, bulan_terpilih=JUNI,
        peristiwa=[(date(2020, 3, 1), "Pandemi"), (date(2023, 1, 1), "Iuran APBD berakhir")],
    )  # fmt: skip
    margin, (low, high) = fig.layout.margin, fig.layout.yaxis.range
    plot = fig.layout.height - margin.t - margin.b - 32  # 32: the month labels under the axis
    x0, x1 = fig.layout.xaxis.range
    boxes = []
    for a in fig.layout.annotations:
        lines = [re.sub("<[^>]*>", "", line) for line in a.text.split("<br>")]
        wide, tall = max(map(len, lines)) * 6.6, len(lines) * axes.TINGGI_BARIS
        x = (width - margin.l - margin.r - 30) * ((a.ax if a.showarrow else a.x) - x0) / (x1 - x0)
        left = x - wide if a.xanchor == "right" else x
        if a.yref == "paper":
            top = -(a.yshift or 0) - tall
        else:
            middle = plot * (1 - ((a.ay if a.showarrow else a.y) - low) / (high - low))
            top = middle + 10 if a.yanchor == "top" else middle - tall / 2
        boxes.append((left, left + wide, top, top + tall))
        assert left + wide <= width - margin.l - 30
    assert len(boxes) == 8 + 1 + 2
    for (l1, r1, t1, b1), (l2, r2, t2, b2) in itertools.combinations(boxes, 2):
        assert r1 <= l2 or r2 <= l1 or b1 <= t2 + 1 or b2 <= t1 + 1


def test_the_line_is_cut_where_the_denominator_moved_and_the_words_stand_there(deret):
    deret.loc[40:, "jumlah_penyebut"] = 250_000
    fig = trends.tren_cakupan(deret, rentang=None, bulan_terpilih=JUNI)
    line = jejak(fig, "Cakupan")
    cut = axes.nomor_bulan(BULAN[40])
    at = list(line.x).index(cut - 0.5)
    assert line.y[at] is None
    assert None not in (line.y[at - 1], line.y[at + 1])
    assert len(line.y) == len(line.x) == len(line.hovertext) == 55
    assert [(s.x0, s.line.dash) for s in fig.layout.shapes] == [(cut - 0.5, "dot")]
    assert "penyebut bergeser" in [a.text for a in fig.layout.annotations]


def test_a_line_without_a_break_travels_without_a_list_of_months(deret):
    line = jejak(trends.tren_cakupan(deret, rentang=None, bulan_terpilih=JUNI), "Cakupan")
    assert (line.x, line.x0, line.dx) == (None, axes.nomor_bulan(BULAN[0]), 1)


def test_provisional_months_are_a_dotted_piece_with_hollow_points_and_a_word(deret):
    df = deret.assign(adalah_sementara=[False] * 52 + [True] * 2)
    fig = trends.tren_cakupan(df, bulan_terpilih=JUNI)
    solid, dotted = (t for t in fig.data if t.name == "Cakupan")
    assert len(solid.y) == 22
    assert (dotted.x0, dotted.line.dash, dotted.y[0]) == (X - 2, "dot", solid.y[-1])
    assert (dotted.marker.color, dotted.marker.size) == ("#FFFFFF", (0, 9, 9))
    assert "<b>23,4%</b><br>sementara" in [a.text for a in fig.layout.annotations]
    assert narasi.sementara(df) == "Mei 2023 dan Juni 2023 masih sementara."
    assert narasi.sementara(deret) == narasi.sementara(df.iloc[:50]) == ""


def test_a_provisional_month_after_a_break_is_not_joined(deret):
    df = deret.assign(adalah_sementara=[False] * 53 + [True])
    df.loc[53, "jumlah_penyebut"] = 300_000
    _solid, dotted = (t for t in trends.tren_cakupan(df, bulan_terpilih=JUNI).data if t.name == "Cakupan")
    assert (dotted.x0, len(dotted.y)) == (X, 1)


@pytest.mark.parametrize(("peserta", "sementara", "anchor"), [
    (50_000, False, "top"), (20_000, False, "bottom"), (40_000, True, "bottom"), (60_000, True, "top"),
])  # fmt: skip
def test_the_label_of_the_last_value_does_not_run_into_the_axis(peserta: int, sementara: bool, anchor: str):
    df = pd.DataFrame([akun(BULAN[n], peserta, 185_220, 18_000) for n in (52, 53)]).assign(adalah_sementara=sementara)
    fig = trends.tren_cakupan(df, target=TARGET, bulan_terpilih=JUNI)
    label = next(a for a in fig.layout.annotations if a.x == X and not a.showarrow)
    assert (label.xanchor, label.yanchor) == ("right", anchor)


def test_the_table_marks_provisional_months(deret):
    df = deret.iloc[-2:].assign(adalah_sementara=[None, True])
    column = tables.bertanda_sementara(tables.ukuran("cakupan"))
    cells = [r["sel"][0]["teks"] for r in tables.tabel(df, [column], judul="")["baris"]]
    assert cells == ["23,2%", "23,4% s"]


def states(*files: tuple[date, str, date, bool, bool]) -> list[tuple[int, str, bool, bool]]:
    """Answer of keadaan_bulan to files: month, basis, when it came, whether it is counted, whether the example's."""
    columns = ["bulan", "basis_wilayah", "tanggal_impor", "dihitung", "adalah_contoh"]
    batch = pd.DataFrame(files, columns=columns).assign(jenis="peserta", ditarik=False)
    batch["id_batch"] = [str(n) for n in range(len(batch))]
    batch = batch.assign(**{name: pd.to_datetime(batch[name]) for name in ("bulan", "tanggal_impor")})
    jejak_ = batch[batch["dihitung"]][["bulan", "id_batch"]].assign(nama_mart="cakupan_bulanan")
    ends = {"bulan_awal": [pd.Timestamp(2019, 1, 1)], "bulan_akhir": [pd.Timestamp(2023, 6, 1)]}
    with duckdb.connect() as con:
        con.register("batch", batch).register("jejak", jejak_)
        con.register("versi_data", pd.DataFrame({"adalah_contoh": [False], **ends}))
        rows = con.execute(sql.load("keadaan_bulan").sql).fetchall()
    return [(row[0].month, row[1], row[3], row[4]) for row in rows]


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.dates(date(2019, 1, 1), date(2023, 6, 1)), st.dates(date(2019, 1, 1), date(2024, 1, 1))),
                min_size=1, max_size=12, unique_by=lambda pair: (pair[0].year, pair[0].month)))  # fmt: skip
def test_only_trailing_months_are_provisional_whenever_the_files_came(came):
    provisional = [row[3] for row in states(*((m.replace(day=1), "domisili", c, True, False) for m, c in came))]
    assert provisional == sorted(provisional)
    last_month, last_came = max(came)
    late = (pd.Timestamp(last_month.replace(day=1)) + pd.DateOffset(months=1) + pd.Timedelta(days=31)).date()
    assert provisional[-1] == (last_came < late)


def test_a_month_is_final_once_a_later_file_came_thirty_one_days_after_its_end():
    def june(came: date) -> bool:
        return states((JUNI, "domisili", came, True, False))[0][3]

    assert [june(date(2023, 7, 5)), june(date(2023, 7, 31)), june(date(2023, 8, 1))] == [True, True, False]
    may = (date(2023, 5, 1), "domisili", date(2023, 6, 5), True, False)
    assert [row[3] for row in states(may, (JUNI, "domisili", date(2023, 7, 5), True, False))] == [False, True]


def test_a_file_by_another_basis_is_told_but_not_counted():
    came = date(2023, 9, 1)
    assert states(
        (date(2023, 1, 1), "domisili", came, True, False),
        (date(2023, 2, 1), "tempat_kerja", came, False, False),
        (date(2023, 2, 1), "kantor_cabang", came, False, True),
        (date(2023, 3, 1), "domisili", came, True, False),
    ) == [(1, "domisili", True, False), (2, "tempat_kerja", False, False), (3, "domisili", True, False)]


def test_pins_are_numbered_above_the_line_and_none_covers_another(deret):
    pins = [(n, BULAN[45 + n].date()) for n in range(1, 9)]
    fig = trends.tren_cakupan(deret, pin=pins, rentang=None, bulan_terpilih=JUNI)
    discs = jejak(fig, "Catatan")
    assert (list(discs.text), list(discs.x)) == ([str(n) for n, _ in pins], [axes.nomor_bulan(h) for _, h in pins])
    assert discs.marker.size == marks.UKURAN_PIN
    assert "Catatan" not in [t.name for t in trends.tren_cakupan(deret, pin=[(1, date(2018, 1, 1))]).data]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 200), st.floats(10, 250)), max_size=8))
def test_pins_share_a_narrow_plot_without_covering_one_another(points):
    heights = marks.susun_pin(points, 280)
    discs = [(x, y) for (x, _), y in zip(points, heights, strict=True)]
    assert all(0 <= y <= 280 for y in heights)
    for (x1, y1), (x2, y2) in itertools.combinations(discs, 2):
        assert abs(x1 - x2) >= marks.UKURAN_PIN or abs(y1 - y2) >= marks.UKURAN_PIN


def test_the_words_for_several_lines_say_lowest_highest_and_every_last_value():
    rows = [akun(BULAN[0], 10, 100, 9) | {"nama": "A"}, akun(BULAN[1], 50, 100, 9) | {"nama": "A"},
            akun(BULAN[0], 30, 100, 9) | {"nama": "B"}, akun(BULAN[1], None, 100, 9) | {"nama": "C"}]  # fmt: skip
    words = narasi.alternatif_tren_bagian(pd.DataFrame(rows), "cakupan", "nama", "per bagian")
    assert words == (
        "Cakupan per bagian: terendah A 10% (Jan 2019), tertinggi A 50% (Feb 2019); "
        "terakhir A 50% (Feb 2019), B 30% (Jan 2019). Tidak ada nilai: C."
    )
