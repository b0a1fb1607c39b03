"""The filter bar and the map's buttons: from the widgets to a Filters value, and back when the address changes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields, replace
from typing import Any

import streamlit as st

from jamsostek import formats, metrics
from jamsostek.filters.state import (
    KELOMPOK_UMUR,
    UKURAN_PENGANGGURAN,
    URL_KEYS,
    Filters,
    Pilihan,
    consistent,
    from_url,
    to_url,
)


def current(pilihan: Pilihan, page: str) -> Filters:
    """The filters of this run: a widget just used wins, then an address changed from outside, then the memory.

    `page` names the page: on another page the menus are new widgets that know nothing, so they are told everything.
    """
    url = {key: value for key, value in st.query_params.to_dict().items() if key in URL_KEYS}
    state = st.session_state
    before: Filters | None = state.get("_saringan")
    if before is None or (url and url != state["_url"] and not _touched(before)):
        chosen, state["_url_diabaikan"] = from_url(url, pilihan)
        _seed(chosen)
    else:
        chosen = before
        moved = state.get("_halaman") != page
        _seed({f.name: getattr(chosen, f.name) for f in fields(chosen) if moved or _key(f.name) not in state})
    state["_halaman"] = page
    return consistent(_from_widgets(chosen, pilihan), pilihan)


def _touched(before: Filters) -> bool:
    """Whether a widget started this run. The browser's address lags behind quick changes, so it must not win then."""
    state = st.session_state
    return any(_key(f.name) in state and _held(f.name) != getattr(before, f.name) for f in fields(before))


SEMUA = ""
"""What a menu holds for 'all': None would make Streamlit show an English placeholder."""


def _key(name: str) -> str:
    return f"saringan_{name}"


def _held(name: str) -> Any:
    """The value under a widget's key, with 'all' as None."""
    value = st.session_state[_key(name)]
    return None if value == SEMUA else value


def _seed(values: "Filters | Mapping[str, object]") -> None:
    """Put values under the widgets' keys; Streamlit forgets these keys when a page does not show the widget."""
    for name, value in (asdict(values) if isinstance(values, Filters) else values).items():
        st.session_state[_key(name)] = SEMUA if value is None else value


def _from_widgets(before: Filters, pilihan: Pilihan) -> Filters:
    """The filters as the widgets' keys have them, with a kelurahan of another kecamatan let go."""
    chosen = Filters(**{f.name: _held(f.name) for f in fields(before)})
    if chosen.kode_kelurahan not in {None, *pilihan.kelurahan(chosen.kode_kecamatan)}:
        chosen = replace(chosen, kode_kelurahan=None)
    if chosen.bulan not in pilihan.bulan:
        chosen = replace(chosen, bulan=pilihan.bulan[-1])
    if chosen.penyebut not in pilihan.penyebut():
        chosen = replace(chosen, penyebut="penduduk_bekerja")
    _seed({f.name: getattr(chosen, f.name) for f in fields(chosen) if getattr(chosen, f.name) != _held(f.name)})
    return chosen


def remember(chosen: Filters, pilihan: Pilihan) -> None:
    """Keep the filters for the next run and show them in the address bar."""
    url = to_url(chosen, pilihan)
    st.session_state["_saringan"] = chosen
    st.session_state["_url"] = url
    if st.query_params.to_dict() != url:
        st.query_params.from_dict(url)


def choose_area(kode: str) -> None:
    """Callback of a click on the map: choose that kecamatan or kelurahan, or all of the city with an empty code."""
    kelurahan = kode if len(kode) > len("53.71.01") else None
    _seed({"kode_kelurahan": kelurahan, "kode_kecamatan": kode[: len("53.71.01")] or None})


def reset() -> None:
    """Callback of 'Atur ulang': everything back to all, the month stays."""
    bulan = st.session_state["_saringan"].bulan
    _seed(Filters(bulan=bulan))


def ignored() -> list[str]:
    """Parts of the address that were not understood, told once."""
    return list(st.session_state.pop("_url_diabaikan", []))


def _menu(
    label: str, name: str, options: Sequence[object], words: Callable[[object], str], help_text: str | None = None
) -> None:
    st.selectbox(label, options, key=_key(name), format_func=words, filter_mode=None, help=help_text)


def sidebar(chosen: Filters, pilihan: Pilihan) -> None:
    """The shared filter bar. The widgets read and write the keys that `current` has just made consistent."""
    kecamatan = pilihan.kecamatan()
    kelurahan = pilihan.kelurahan(chosen.kode_kecamatan)

    def or_all(names: Mapping[str, str], everything: str) -> Callable[[object], str]:
        return lambda code: everything if code == SEMUA else names[str(code)]

    _menu("Bulan", "bulan", pilihan.bulan[::-1], lambda b: formats.bulan_panjang(b))  # type: ignore[arg-type]
    _menu("Kecamatan", "kode_kecamatan", [SEMUA, *kecamatan], or_all(kecamatan, "Semua kecamatan"))
    _menu("Kelurahan", "kode_kelurahan", [SEMUA, *kelurahan], or_all(kelurahan, "Semua kelurahan"))
    _menu("Segmen", "segmen", [SEMUA, *metrics.LABEL_SEGMEN], or_all(metrics.LABEL_SEGMEN, "Semua segmen"))
    _menu("Jenis kelamin", "jenis_kelamin", [SEMUA, "L", "P"], or_all(metrics.LABEL_JENIS_KELAMIN, "Semua"))
    _menu("Kelompok umur", "kelompok_umur", [SEMUA, *KELOMPOK_UMUR], or_all(metrics.LABEL_KELOMPOK_UMUR, "Semua umur"))
    penyebut = {key: words.capitalize() for key, words in metrics.LABEL_PENYEBUT.items()}
    _menu("Penyebut", "penyebut", pilihan.penyebut(), or_all(penyebut, ""))
    st.button("Atur ulang saringan", on_click=reset, width="stretch")


def _choice(label: str, name: str, names: Mapping[str, str]) -> str:
    """A row of buttons bound to one field of the filters."""
    return str(st.segmented_control(label, list(names), format_func=names.__getitem__, key=_key(name), required=True))


def level_control() -> metrics.Tingkat:
    """Kecamatan or kelurahan."""
    chosen = _choice("Tingkat", "tingkat", {"kecamatan": "6 kecamatan", "kelurahan": "51 kelurahan"})
    return "kelurahan" if chosen == "kelurahan" else "kecamatan"


def metric_control() -> str:
    """Which metric of the catalogue the map shows."""
    return _choice("Ukuran", "metrik", {key: metrics.METRIK[key].label for key in metrics.METRIK_AKUN})


def unemployment_control() -> str:
    """Count or rate on the unemployment page."""
    return _choice("Ukuran", "ukuran", {key: metrics.METRIK[key].label for key in UKURAN_PENGANGGURAN})
