"""The filter bar and the map's buttons: from the widgets to a Filters value, and back when the address changes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields, replace
from datetime import date
from typing import Any, TypeVar

import streamlit as st

from jamsostek import formats, metrics
from jamsostek.filters.state import (
    KELOMPOK_UMUR,
    LIHAT,
    UKURAN_PENGANGGURAN,
    URL_KEYS,
    Filters,
    Pilihan,
    consistent,
    existing,
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
    """The filters as the widgets' keys have them, with a kelurahan of another kecamatan let go.

    A row of buttons that is hidden again answers None once: a field that always has a value then keeps the one before.
    """
    held = {f.name: _held(f.name) for f in fields(before)}
    lost = {f.name: getattr(before, f.name) for f in fields(before) if held[f.name] is None and f.default is not None}
    chosen = Filters(**(held | lost))
    if chosen.bulan not in pilihan.bulan:
        chosen = replace(chosen, bulan=pilihan.bulan[-1])
    chosen = existing(chosen, pilihan)
    if chosen.penerbit not in {None, *pilihan.penerbit()}:
        chosen = replace(chosen, penerbit=None)
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
    parts = kode.split(".")
    _seed({"kode_kelurahan": kode if len(parts) == 4 else None, "kode_kecamatan": ".".join(parts[:3]) or None})


def choose_month(bulan: str) -> None:
    """Callback of the time player: the month it came to rest on, as '2023-06'."""
    month = formats.parse_bulan_url(bulan)
    if month is not None:
        _seed({"bulan": month})


def choose_scenario(skenario: str | None, *, kedua: bool = False) -> None:
    """Callback of the controls of a what-if scenario: keep its text, None for the first's default or no second one."""
    _seed({"skenario_banding" if kedua else "skenario": skenario})


def reset() -> None:
    """Callback of 'Atur ulang': everything back to all, the month stays."""
    bulan = st.session_state["_saringan"].bulan
    _seed(Filters(bulan=bulan))


def ignored() -> list[str]:
    """Parts of the address that were not understood, told once."""
    return list(st.session_state.pop("_url_diabaikan", []))


def _menu(label: str, name: str, options: Sequence[object], words: Callable[[object], str], **more: Any) -> None:
    st.selectbox(label, options, key=_key(name), format_func=words, filter_mode=None, **more)


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


def _choice(label: str, name: str, names: Mapping[str, str], *, labelled: bool = True) -> str:
    """A row of buttons bound to one field of the filters; without a visible label where the buttons say enough."""
    seen: Any = "visible" if labelled else "collapsed"
    words = names.__getitem__
    return str(
        st.segmented_control(
            label, list(names), format_func=words, key=_key(name), required=True, label_visibility=seen
        )
    )


def level_control(pilihan: Pilihan, *, labelled: bool = True) -> metrics.Tingkat:
    """Kecamatan or kelurahan, with how many there are."""
    names = {
        "kecamatan": f"{len(pilihan.kecamatan())} kecamatan",
        "kelurahan": f"{len(pilihan.wilayah)} kelurahan",
    }
    chosen = _choice("Tingkat", "tingkat", names, labelled=labelled)
    return "kelurahan" if chosen == "kelurahan" else "kecamatan"


def metric_control() -> str:
    """Which metric of the catalogue the map shows."""
    names = {key: metrics.METRIK[key].singkat for key in metrics.METRIK_AKUN}
    return _choice("Ukuran", "metrik", names, labelled=False)


def view_control() -> None:
    """Which way the map page looks at the data."""
    _menu("Cara lihat", "lihat", list(LIHAT), lambda n: LIHAT[str(n)], label_visibility="collapsed", width=250)


T = TypeVar("T")


def _second(label: str, name: str, default: T, names: Mapping[T, str]) -> T:
    """A menu for the other side of a comparison. Its first entry is the default, which moves with the other filters."""
    if _held(name) not in {None, *names}:
        _seed({name: None})

    def words(value: Any) -> str:
        return f"Dibanding {names[default]} (bawaan)" if value == SEMUA else f"Dibanding {names[value]}"

    _menu(label, name, [SEMUA, *names], words, label_visibility="collapsed", width=420)
    held: T | None = _held(name)
    return default if held is None else held


def second_month_control(pilihan: Pilihan, bulan: date) -> date:
    """The earlier month of a comparison; by default twelve months before `bulan`, or the first month there is."""
    default = max((m for m in pilihan.bulan if metrics.bulan_antara(m, bulan) >= 12), default=pilihan.bulan[0])
    names = {month: formats.bulan_panjang(month) for month in pilihan.bulan[::-1]}
    return _second("Bulan pembanding", "bulan_banding", default, names)


def second_metric_control(metrik: str) -> str:
    """The measure beside `metrik`; by default the unemployment rate, beside that the coverage."""
    names = {key: metrics.METRIK[key].label for key in metrics.METRIK_AKUN}
    return _second("Ukuran pembanding", "metrik_banding", "cakupan" if metrik == "tpt" else "tpt", names)


def second_place_control(pilihan: Pilihan, terendah: str) -> str:
    """Code of the kecamatan or kelurahan to compare with; by default `terendah`."""
    names = {code: f"Kecamatan {name}" for code, name in pilihan.kecamatan().items()}
    names |= {code: f"Kelurahan {name}" for code, name in pilihan.kelurahan(None).items()}
    return _second("Wilayah pembanding", "kode_banding", terendah, names)


def choose_second_place(kode: str) -> None:
    """Callback of a click on the second map: compare with that place, or with the default again."""
    _seed({"kode_banding": kode or None})


def shape_control() -> None:
    """True outlines, or one tile of equal size for each kelurahan."""
    _choice("Bentuk", "bentuk", {"wilayah": "Batas wilayah", "petak": "Petak sama luas"}, labelled=False)


def unemployment_control() -> str:
    """Count or rate on the unemployment page."""
    return _choice("Ukuran", "ukuran", {key: metrics.METRIK[key].label for key in UKURAN_PENGANGGURAN})


def yearly_control(bawaan: str, names: Mapping[str, str]) -> str | None:
    """How many are enrolled a year on the two paths; None for the default, which `bawaan` has in words."""
    _menu(
        "Pendaftaran per tahun",
        "per_tahun",
        [SEMUA, *names],
        lambda n: bawaan if n == SEMUA else names[str(n)],
        width=420,
    )
    held: str | None = _held("per_tahun")
    return held


def issuer_control(pilihan: Pilihan) -> None:
    """Which other issuers' targets are drawn beside the city's path: none, one, or all."""
    names = {SEMUA: "Tanpa sasaran penerbit lain"}
    names |= {key: f"Sasaran lain: {words}" for key, words in pilihan.penerbit().items()}
    _menu("Sasaran lain", "penerbit", list(names), lambda n: names[str(n)], label_visibility="collapsed", width=420)
