"""Another city by files and configuration alone, and old months with old borders."""

import datetime as dt
import html
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from jamsostek import batas, build, first_start, geo, intake, queries, sample, settings
from jamsostek.figures import maps
from jamsostek.intake import SemuaDitolak
from jamsostek.intake.places import load_places
from jamsostek.kota import ReferensiRusak, kota
from tests import kota_rekaan as rekaan
from tests.intake.files import rows, write_csv
from tests.kota_rekaan import HILIR, HULU, MUARA_BARU, MUARA_LAMA, SELATAN, TENGAH, TENGAH_BARU, UTARA

DESEMBER, JANUARI = dt.date(2021, 12, 1), dt.date(2022, 1, 1)
TANPA = "99.01.00.0000"
HULU_BARU = "Hulu,99.01.01,Utara,,2022-01"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The second city in use: its reference files, data, key and drawings, all in one folder of its own."""
    home = tmp_path_factory.mktemp("rekaan")
    rekaan.write(home / "referensi")
    shutil.copytree(settings.static_dir(), home / "static", ignore=shutil.ignore_patterns("peta-*.json"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAMSOSTEK_REFERENSI", str(home / "referensi"))
        patch.setenv("JAMSOSTEK_DATA", str(home / "data"))
        patch.setenv("JAMSOSTEK_KUNCI", str(home / "kunci"))
        patch.setattr(settings, "static_dir", lambda: home / "static")
        yield home


@pytest.fixture(scope="module")
def report(folder: Path) -> build.BuildReport:
    return rekaan.fill(folder / "data", folder)


@pytest.fixture(scope="module")
def drawings(folder: Path) -> dict[str, dict[str, Any]]:
    assert geo.main() == 0
    files = sorted((folder / "static").glob("peta-*.json"))
    return {path.name: json.loads(path.read_text(encoding="utf-8")) for path in files}


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Reference files of this test alone, to be spoilt."""
    rekaan.write(tmp_path / "referensi")
    monkeypatch.setenv("JAMSOSTEK_REFERENSI", str(tmp_path / "referensi"))
    monkeypatch.setattr(settings, "static_dir", lambda: tmp_path)
    return tmp_path / "referensi"


def counts(frame: pd.DataFrame, key: str) -> dict[str, tuple[int | None, int | None]]:
    """Code to participants and denominator."""
    columns = frame[[key, "jumlah_peserta", "jumlah_penyebut"]].astype(object)
    rows = columns.where(columns.notna(), None).itertuples(index=False, name=None)
    return {code: (participants, workers) for code, participants, workers in rows}


@pytest.mark.usefixtures("report")
class TestFigures:
    def test_a_kelurahan_has_rows_only_in_the_months_in_which_it_exists(self) -> None:
        assert counts(queries.cakupan_per_kelurahan(bulan=DESEMBER), "kode_kelurahan") == {
            HULU: (5, 10), TENGAH: (10, 20), HILIR: (0, None), MUARA_LAMA: (5, 10), TANPA: (1, None),
        }  # fmt: skip
        assert counts(queries.cakupan_per_kelurahan(bulan=JANUARI), "kode_kelurahan") == {
            HULU: (5, 10), TENGAH: (4, 12), TENGAH_BARU: (6, 8), MUARA_BARU: (5, 10), HILIR: (0, None),
            TANPA: (0, None),
        }  # fmt: skip

    def test_the_city_and_the_kecamatan_add_up_through_the_change(self) -> None:
        assert counts(queries.akun_bulanan(), "bulan") == {
            pd.Timestamp(DESEMBER): (21, 40), pd.Timestamp(JANUARI): (20, 40),
        }  # fmt: skip
        before = counts(queries.cakupan_per_kecamatan(bulan=DESEMBER), "kode_kecamatan")
        after = counts(queries.cakupan_per_kecamatan(bulan=JANUARI), "kode_kecamatan")
        assert before == {UTARA: (15, 30), SELATAN: (5, 10), "99.01.00": (1, None)}
        assert after == {UTARA: (20, 40), SELATAN: (0, None), "99.01.00": (0, None)}

    def test_series_of_one_place_begin_and_end_with_it(self) -> None:
        months = {
            code: [series["bulan"].dt.date.tolist() for series in (
                queries.akun_bulanan(kode_kelurahan=code),
                queries.tren_per_segmen(kode_kelurahan=code).drop_duplicates("bulan"),
            )]
            for code in (TENGAH, TENGAH_BARU, MUARA_LAMA)
        }  # fmt: skip
        assert months == {TENGAH: [[DESEMBER, JANUARI]] * 2, TENGAH_BARU: [[JANUARI]] * 2, MUARA_LAMA: [[DESEMBER]] * 2}
        assert queries.arus_per_bulan(kode_kelurahan=MUARA_LAMA).empty
        moved = queries.arus_per_bulan(kode_kelurahan=TENGAH_BARU)
        assert moved[["bulan", "jumlah_pindah_masuk"]].values.tolist() == [[pd.Timestamp(JANUARI), 6]]

    def test_the_recording_counts_the_kelurahan_of_the_month(self) -> None:
        for month, codes in ((DESEMBER, rekaan.LAMA), (JANUARI, rekaan.BARU)):
            frame = queries.pendataan_per_kelurahan(bulan=month)
            assert frame["kode_kelurahan"].tolist() == sorted(codes)
            assert frame["kode_kelurahan"][frame["bulan_daftar"].isna()].tolist() == [HILIR]
        assert queries.kesegaran().iloc[0]["jumlah_kelurahan"] == 5
        assert set(queries.rt_belum_melapor()["kode_kelurahan"]) == set(rekaan.BARU)
        assert set(queries.pendataan_per_rt()["kode_kelurahan"]) == set(rekaan.BARU) - {HILIR}

    def test_rows_outside_the_time_of_their_kelurahan_are_told_and_not_lost(self, report: build.BuildReport) -> None:
        assert dict(report.warnings) == {"kelurahan_belum_melapor": 1, "kelurahan_di_luar_masa": 1}

    def test_every_kelurahan_that_ever_was_can_be_chosen_under_a_name_of_its_own(self) -> None:
        frame = queries.wilayah_pilihan().set_index("kode_kelurahan")
        assert set(frame.index) == set(rekaan.NAMA)
        assert frame.loc[[MUARA_BARU, MUARA_LAMA], "slug_kelurahan"].tolist() == ["muara", "muara-99-01-02-1002"]

    def test_every_area_of_the_month_is_on_its_map_once(self, drawings: dict[str, dict[str, Any]]) -> None:
        for month, question in ((m, q) for m in (DESEMBER, JANUARI) for q in ("kelurahan", "kecamatan")):
            frame = getattr(queries, f"cakupan_per_{question}")(bulan=month)
            data = maps.peta(frame, maps.Tampilan("cakupan", question, month))  # type: ignore[arg-type]
            drawn = [area["kode"] for area in drawings[data["berkas"]][question]]
            assert sorted(data["sel"]) == sorted(drawn)
            assert sum(int(row["jumlah"]) for row in data["legenda"]) == len(drawn)


def test_each_edition_has_a_drawing_and_each_month_its_edition(drawings: dict[str, dict[str, Any]]) -> None:
    assert list(drawings) == ["peta-99.01-baru.json", "peta-99.01-lama.json"]
    months = [None, dt.date(1990, 1, 1), DESEMBER, JANUARI, dt.date(2030, 1, 1)]
    assert [batas.berkas_gambar(month)[11:15] for month in months] == ["baru", "lama", "lama", "baru", "baru"]
    for name, areas in (("lama", rekaan.LAMA), ("baru", rekaan.BARU)):
        drawing = drawings[f"peta-99.01-{name}.json"]
        assert {area["kode"]: area["nama"] for area in drawing["kelurahan"]} == {c: rekaan.NAMA[c] for c in areas}
        assert [area["induk"] for area in drawing["kecamatan"]] == ["99.01", "99.01"]
        assert (drawing["kotak_sisipan"], drawing["kecamatan_sisipan"], drawing["judul_sisipan"]) == (None, [], "")
        assert drawing["petak"]["sel"] == {code: list(rekaan.PETAK[code]) for code in areas}
        assert drawing["petak"]["kolom"] == (2 if name == "lama" else 3)
    widths = [_width(drawings[f"peta-99.01-{name}.json"], TENGAH) for name in ("lama", "baru")]
    assert widths[0] == pytest.approx(2 * widths[1], rel=0.01)


def _width(drawing: dict[str, Any], code: str) -> float:
    path = next(area["d"] for area in drawing["kelurahan"] if area["kode"] == code)
    xs = [float(x) for x in re.findall(r"[ML]([\d.-]+),", path)]
    return max(xs) - min(xs)


def test_intake_knows_the_city_and_no_other(folder: Path, tmp_path: Path) -> None:
    old, new = load_places(bulan=DESEMBER), load_places(bulan=JANUARI)
    assert [places.parse_kelurahan("Kel. Muara") for places in (old, new, load_places())] == [
        MUARA_LAMA, MUARA_BARU, MUARA_BARU,
    ]  # fmt: skip
    assert [new.parse_area(text) for text in ("Kota Rekaan", "Khayal", "Indonesia")] == ["99.01", "99", "ID"]
    for change in ({"KELURAHAN": "Oesapa", "KECAMATAN": ""}, {"KODE KELURAHAN": "53.71.03.1010", "KELURAHAN": ""}):
        path = write_csv(tmp_path / "kupang.csv", rows("peserta", change))
        with pytest.raises(SemuaDitolak):
            intake.check_file(path, jenis="peserta", bulan="2022-01")
    figure = write_csv(tmp_path / "angka.csv", rows("angka_resmi", {"WILAYAH": "Kota Kupang"}))
    with pytest.raises(SemuaDitolak):
        intake.check_file(figure, jenis="angka_resmi")
    paid = [
        {"KELURAHAN": "Hulu", "KECAMATAN": "Utara", "SUMBER IURAN": text} for text in ("Pemkot Rekaan", "APBD Khayal")
    ]
    checked = intake.check_file(write_csv(tmp_path / "iuran.csv", rows("peserta", *paid)), jenis="peserta",
                                bulan="2022-01")  # fmt: skip
    assert checked.accepted["sumber_iuran"].to_pylist() == ["apbd_kota", "apbd_provinsi"]


def opened(page: str, **params: str) -> AppTest:
    app = AppTest.from_file(str(settings.ROOT / "dashboard.py"), default_timeout=60)
    for key, value in params.items():
        app.query_params[key] = value
    app.run()
    return app if page == "ringkasan" else app.switch_page(f"pages/{page}.py").run()


def words(app: AppTest) -> str:
    """All that the page sent to the browser as HTML or as data of a component."""
    return html.unescape(
        "\n".join(str(element.proto) for element in app.main.children.values() for element in _flat(element))
    )


def _flat(element: Any) -> Iterator[Any]:
    children = getattr(element, "children", {})
    for child in children.values():
        yield from _flat(child)
    if not children:
        yield element


@pytest.mark.usefixtures("report", "drawings")
@pytest.mark.parametrize("page", ["ringkasan", "peta"])
def test_the_pages_show_the_other_city_and_its_borders_of_the_month(page: str) -> None:
    for month, edition, areas in (("2021-12", "lama", rekaan.LAMA), ("2022-01", "baru", rekaan.BARU)):
        app = opened(page, bulan=month, tingkat="kelurahan")
        assert not app.exception
        shown = words(app)
        assert "Halaman ini tidak dapat ditampilkan" not in shown
        assert "Kota Rekaan" in shown
        assert "Kupang" not in shown
        assert f"peta-99.01-{edition}.json" in shown
        offered = app.selectbox(key="saringan_kode_kelurahan").options
        assert sorted(offered) == sorted(["Semua kelurahan", *(rekaan.NAMA[code] for code in areas)])


@pytest.mark.usefixtures("report", "drawings")
def test_a_chosen_kelurahan_is_let_go_in_a_month_before_it_existed() -> None:
    app = opened("ringkasan", bulan="2022-01", kel="tengah-baru")
    assert app.selectbox(key="saringan_kode_kelurahan").value == TENGAH_BARU
    app.selectbox(key="saringan_bulan").set_value(DESEMBER).run()
    assert not app.exception
    assert app.selectbox(key="saringan_kode_kelurahan").value == ""
    assert app.selectbox(key="saringan_kode_kecamatan").value == UTARA


@pytest.mark.usefixtures("folder")
def test_a_first_start_makes_no_example_and_asks_for_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAMSOSTEK_DATA", str(tmp_path / "data"))
    monkeypatch.setattr(sample, "generate", lambda *_args, **_kwargs: pytest.fail("the example is another city's"))
    first_start.ensure_database()
    app = opened("ringkasan")
    assert not app.exception
    assert "Unggah berkas peserta di halaman Data masuk." in words(app)


SPOILT = {
    "kota.toml bukan TOML": ("kota.toml", "kode =", "kode"),
    "kota.toml: kode": ("kota.toml", '"99.01"', '"9901"'),
    "kota.toml: nama harus": ("kota.toml", "nama =", "name ="),
    "kota.toml: wilayah_luas": ("kota.toml", '"99" =', '"98" ='),
    "batas.csv baris 3: berlaku_mulai harus ditulis": ("batas.csv", "2022-01", "Januari"),
    "batas.csv baris 3: berlaku_mulai harus sesudah": ("batas.csv", "baru,2022-01", "baru,"),
    "batas.csv baris 2: edisi": ("batas.csv", "lama,", "../lama,"),
    "hilang.geojson tidak ada": ("batas.csv", "lama.geojson", "hilang.geojson"),
    "wilayah.csv baris 4: berlaku_mulai": ("wilayah.csv", "Utara,,2022-01", "Utara,,2022"),
    "wilayah.csv baris 7: 99.01.02.1002 tidak ada lagi 2023-01": ("wilayah.csv", "2021-12", "2022-12"),
    "lama.geojson: 99.01.01.1001 digambar dan tidak ada": ("wilayah.csv", "Hulu,99.01.01,Utara,,", HULU_BARU),
    "lama.geojson: 99.01.02.1001 ada menurut wilayah.csv": ("lama.geojson", HILIR, "99.01.02.1009"),
    "lama.geojson: 99.01.01.1001 digambar dua kali": ("lama.geojson", HILIR, HULU),
    "petak.csv baris 3: petak 99.01.01.1002 sama": ("petak.csv", f"{TENGAH},1,0", f"{TENGAH},0,0"),
    "petak.csv baris 3: 99.01.01.1001 sudah ada di baris 2": ("petak.csv", f"{TENGAH},", f"{HULU},"),
    "petak.csv baris 2: 99.01.01.1009 tidak ada": ("petak.csv", HULU, "99.01.01.1009"),
    "petak.csv baris 2: kolom dan baris": ("petak.csv", f"{HULU},0,0", f"{HULU},kiri,0"),
    "petak.csv: 99.01.01.1001 tidak punya petak": ("petak.csv", f"{HULU},0,0\r\n", ""),
}  # fmt: skip
"""Beginning of the message, or what must be in it: file, text in it, and what that text is spoilt to."""


@pytest.mark.parametrize("message", SPOILT)
def test_a_wrong_reference_file_is_named_with_its_place(
    own: Path, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    name, old, new = SPOILT[message]
    text = (own / name).read_bytes().decode("utf-8")
    assert old in text
    (own / name).write_bytes(text.replace(old, new, 1).encode("utf-8"))
    assert geo.main() == 1
    assert message in capsys.readouterr().err
    assert not list(own.parent.glob("peta-*"))


def test_no_sql_names_a_city() -> None:
    for path in settings.queries_dir().rglob("*.sql"):
        assert not re.search(r"53\.71|Kupang|Nusa Tenggara", path.read_text(encoding="utf-8")), path


def test_a_city_without_tiles_has_none_and_a_missing_city_is_an_error(own: Path) -> None:
    (own / "petak.csv").unlink()
    assert geo.gambar(batas.pada())["petak"] is None
    (own / "kota.toml").unlink()
    with pytest.raises(ReferensiRusak, match=r"kota\.toml"):
        kota()
