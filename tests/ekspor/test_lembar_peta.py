"""The sheet as SVG: every area once, the colours of the data, the context, and names that stay text."""

from xml.etree.ElementTree import Element

import pytest

from jamsostek import metrics, theme
from jamsostek.ekspor import keterangan, lembar_peta
from jamsostek.figures import maps
from tests.ekspor.conftest import JUNI, KETERANGAN, LEBIH, NOL, RUANG, SEDIKIT, TANPA_DATA, baca, daerah


def gambarkan(peta, gambar, tentang=KETERANGAN) -> Element:
    return baca(lembar_peta.lembar(peta, gambar, tentang))


def tulisan(akar: Element) -> str:
    return " ".join(teks.text or "" for teks in akar.iter(f"{RUANG}text"))


def test_every_kelurahan_stands_once_in_the_map_and_the_dense_centre_once_more(peta, gambar):
    akar = gambarkan(peta, gambar)
    assert set(daerah(akar)) == {area["kode"] for area in gambar["kelurahan"]}
    assert len(daerah(akar)) == 51
    pusat = {a["kode"] for a in gambar["kelurahan"] if a["induk"] in gambar["kecamatan_sisipan"]}
    assert set(daerah(akar, "peta-sisipan")) == pusat


def test_colours_are_those_of_the_data_zero_is_a_colour_and_no_data_is_hatched(peta, gambar):
    for kode, path in daerah(gambarkan(peta, gambar)).items():
        sel = peta["sel"][kode]
        if sel["keadaan"] in ("nilai", "di_atas_100"):
            assert path.get("fill") == sel["warna"]
        else:
            assert path.get("fill") == f"url(#{sel['keadaan']})"
    semua = daerah(gambarkan(peta, gambar))
    assert semua[NOL].get("fill") == theme.KELAS_CAKUPAN[0].isi
    assert semua[TANPA_DATA].get("fill") == "url(#tanpa_data)"
    assert semua[SEDIKIT].get("fill") == "url(#disembunyikan)"


def test_an_area_without_a_cell_is_hatched(peta, gambar):
    del peta["sel"][NOL]
    assert daerah(gambarkan(peta, gambar))[NOL].get("fill") == "url(#tanpa_data)"


def test_the_patterns_that_are_used_are_defined_and_drawn_in_the_theme_s_colours(peta, gambar):
    pola = {p.get("id"): p for p in gambarkan(peta, gambar).iter(f"{RUANG}pattern")}
    assert set(pola) == {"tanpa_data", "disembunyikan", "belum_diketahui"}
    assert pola["tanpa_data"].find(f"{RUANG}path").get("stroke") == theme.TANPA_DATA_ARSIR


def test_above_100_kecamatan_borders_and_the_chosen_one_are_outlined(peta, gambar):
    utama = next(g for g in gambarkan(peta, gambar).iter(f"{RUANG}g") if g.get("id") == "peta-utama")
    lapis = {g.get("class"): list(g) for g in utama if g.tag == f"{RUANG}g"}
    (lebih,) = lapis["lebih"]
    assert (lebih.get("stroke"), lebih.get("stroke-dasharray")) == (theme.DI_ATAS_100_GARIS, "6 4")
    assert lebih.get("d") == daerah(gambarkan(peta, gambar))[LEBIH].get("d")
    assert {(g.get("stroke"), g.get("stroke-width")) for g in lapis["batas"]} == {(theme.BATAS_KECAMATAN, "2.5")}
    assert len(lapis["batas"]) == 6
    assert [g.get("stroke") for g in lapis["pilihan"]] == [theme.PUTIH, theme.PILIHAN]


def test_every_kelurahan_is_named_on_the_paper_with_its_value(peta, gambar):
    tertulis = tulisan(gambarkan(peta, gambar))
    for area in gambar["kelurahan"]:
        assert all(bagian in tertulis for bagian in area["nama"].split()), area["nama"]


def test_title_period_filters_definition_source_version_and_example_badge_are_on_the_sheet(peta, gambar):
    tertulis = tulisan(gambarkan(peta, gambar))
    for isi in (KETERANGAN.judul, KETERANGAN.periode, KETERANGAN.saringan, KETERANGAN.definisi, KETERANGAN.sumber,
                KETERANGAN.batas, KETERANGAN.versi, "24 Nov 2026 16.30 WITA", "DATA CONTOH", "5 km"):  # fmt: skip
        assert isi in tertulis
    resmi = KETERANGAN.__class__(**{**vars(KETERANGAN), "contoh": False})
    assert "DATA CONTOH" not in tulisan(gambarkan(peta, gambar, resmi))


def test_the_legend_has_every_row_with_its_number_of_areas(peta, gambar):
    akar = gambarkan(peta, gambar)
    legenda = next(g for g in akar.iter(f"{RUANG}g") if g.get("class") == "legenda")
    tertulis = [teks.text for teks in legenda.iter(f"{RUANG}text")]
    for item in peta["legenda"]:
        assert item["jumlah"] in tertulis
        assert item["teks"].split(" (")[0].split(",")[0] in " ".join(map(str, tertulis))


def test_no_text_is_smaller_than_13_pixels(peta, gambar):
    teks = list(gambarkan(peta, gambar).iter(f"{RUANG}text"))
    pola = [t for p in gambarkan(peta, gambar).iter(f"{RUANG}pattern") for t in p.iter(f"{RUANG}text")]
    assert len(teks) > 100
    assert sum(float(str(t.get("font-size"))) < 13 for t in teks) == len(pola) == 1


@pytest.mark.parametrize("jahat", ["<script>alert(1)</script>", 'A & B "C"', "]]>\x00\x1b[31m", "=1+1"])
def test_hostile_names_stay_text(peta, gambar, jahat):
    kode = gambar["kelurahan"][7]["kode"]
    palsu = {**gambar, "kelurahan": [{**a, "nama": jahat} if a["kode"] == kode else a for a in gambar["kelurahan"]]}
    peta["sel"][kode] |= {"keterangan": [jahat], "teks": jahat}
    tentang = KETERANGAN.__class__(**{**vars(KETERANGAN), "judul": jahat, "saringan": jahat})
    akar = gambarkan(peta, palsu, tentang)
    assert not [unsur for unsur in akar.iter() if "script" in unsur.tag]
    tertulis = "".join(akar.itertext())
    assert jahat.translate({0: None, 27: None}) in tertulis


def test_tiles_are_equal_squares_without_scale_and_inset(peta, gambar):
    akar = gambarkan({**peta, "bentuk": "petak"}, gambar)
    semua = daerah(akar)
    assert len(semua) == 51
    assert len({p.get("d") for p in semua.values()}) == 51
    assert "km" not in tulisan(akar).split()
    assert not [g for g in akar.iter(f"{RUANG}g") if g.get("id") == "peta-sisipan"]


def test_one_kecamatan_fills_the_frame_and_its_place_is_shown(peta, gambar):
    akar = gambarkan({**peta, "fokus": "53.71.04"}, gambar)
    assert len(daerah(akar)) == 51
    assert "Letak di kota" in tulisan(akar)
    assert "Kayu Putih" in tulisan(akar)
    assert "Naioni" not in tulisan(akar)


def test_kecamatan_have_names_values_and_no_inset(enam, gambar):
    peta = maps.peta(enam, maps.Tampilan("belum_terlindungi", "kecamatan", JUNI))
    akar = gambarkan(peta, gambar)
    assert len(daerah(akar)) == 6
    assert all(area["nama"] in tulisan(akar) for area in gambar["kecamatan"])


def test_the_square_of_two_measures_replaces_the_value_rows(peta, gambar):
    matriks = {
        "baris": ["tinggi", "tengah", "rendah"], "kolom": ["sedikit", "cukup", "banyak"], "judul_baris": "Kelengkapan",
        "judul_kolom": "Cakupan", "warna": [[w.isi for w in warna] for warna in theme.KELAS_BERDUA],
        "jumlah": [["901", "902", "903"], ["904", "905", "906"], ["907", "908", "909"]],
    }  # fmt: skip
    akar = gambarkan({**peta, "legenda_matriks": matriks}, gambar)
    tertulis = tulisan(akar)
    assert all(str(n) in tertulis for n in range(901, 910))
    assert all(kata in tertulis for kata in (*matriks["baris"], *matriks["kolom"], "↑ Kelengkapan", "Cakupan →"))
    isian = {r.get("fill") for r in akar.iter(f"{RUANG}rect")}
    assert {w.isi for warna in theme.KELAS_BERDUA for w in warna} <= isian
    assert theme.KELAS_CAKUPAN[1].isi not in isian


def test_every_metric_has_a_definition():
    assert set(keterangan.DEFINISI) == set(metrics.METRIK)
    assert keterangan.definisi("cakupan", "angkatan kerja").startswith("Cakupan = peserta aktif dibagi angkatan kerja")
