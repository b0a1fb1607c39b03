"""The projection on its pages: the sentence is the projection's, and the refusal says why."""

import datetime as dt
import html
import re

import pytest
from streamlit.testing.v1 import AppTest

from jamsostek import queries, settings
from jamsostek.projection import outlook, series, words


@pytest.fixture(autouse=True)
def _data(contoh_data_dir):
    return contoh_data_dir


def text_of(page: str, **params: str) -> str:
    app = AppTest.from_file(str(settings.ROOT / "dashboard.py"), default_timeout=60)
    for key, value in params.items():
        app.query_params[key] = value
    app.run()
    app.switch_page(f"pages/{page}.py").run()
    assert not app.exception
    return html.unescape(re.sub(r"<[^>]+>", "\n", "\n".join(str(e.proto.body) for e in app.get("html"))))


def test_the_pages_say_what_the_projection_of_the_city_says():
    akun = queries.akun_bulanan().merge(queries.keadaan_bulan(), on="bulan", how="outer")
    deret = series.siapkan(akun, dt.date(2023, 6, 1))
    assert isinstance(deret, series.Deret)
    hasil = outlook.proyeksikan(deret)
    tren, metodologi = text_of("tren"), text_of("metodologi", kec="alak", seg="bpu")
    for kalimat in (words.kalimat_galat(hasil), words.kalimat_metode(hasil)):
        assert kalimat in tren
        assert kalimat in metodologi  # the record is the whole city's, whatever the filters
    assert words.kalimat_penuh(hasil, outlook.penuh(hasil)) in tren


def test_too_few_months_and_a_break_are_refused_in_words():
    assert "sedikitnya 12 diperlukan" in text_of("tren", bulan="2019-06")
    assert "penyebut" in text_of("tren", kec="oebobo", kel="fatululi", bulan="2023-06").lower()
