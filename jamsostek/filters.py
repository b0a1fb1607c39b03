"""What the person chose: a frozen value, its widgets, and its way to and from the address bar.

The address is untrusted input: every part is looked up among the allowed values and dropped when it is not there.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

import streamlit as st

from jamsostek import formats, metrics

SEGMEN = {"pu": "PU", "bpu": "BPU", "jakon": "JAKON", "pmi": "PMI"}
JENIS_KELAMIN = {"laki-laki": "L", "perempuan": "P"}
PENYEBUT = {"penduduk-bekerja": "penduduk_bekerja", "angkatan-kerja": "angkatan_kerja", "potensi": "potensi"}
TINGKAT = {"kecamatan": "kecamatan", "kelurahan": "kelurahan"}
URL_KEYS = frozenset({"bulan", "kec", "kel", "seg", "jk", "umur", "penyebut", "metrik", "ukuran", "tingkat"})
UKURAN_PENGANGGURAN = ("penganggur", "tpt")
KELOMPOK_UMUR = metrics.KELOMPOK_UMUR[:-1]


@dataclass(frozen=True)
class Wilayah:
    """One kelurahan as the menus need it."""

    kode_kelurahan: str
    nama_kelurahan: str
    kode_kecamatan: str
    nama_kecamatan: str
    slug_kelurahan: str
    slug_kecamatan: str


@dataclass(frozen=True)
class Pilihan:
    """What the data at hand offer: months (ascending), kelurahan, and whether potensi peserta was imported."""

    bulan: tuple[date, ...]
    wilayah: tuple[Wilayah, ...]
    ada_potensi: bool = False

    def kecamatan(self) -> dict[str, str]:
        """Code to name of the six kecamatan."""
        return {w.kode_kecamatan: w.nama_kecamatan for w in self.wilayah}

    def kelurahan(self, kode_kecamatan: str | None) -> dict[str, str]:
        """Code to name of the kelurahan, of one kecamatan where given."""
        chosen = [w for w in self.wilayah if kode_kecamatan in (None, w.kode_kecamatan)]
        return {w.kode_kelurahan: w.nama_kelurahan for w in sorted(chosen, key=lambda w: w.nama_kelurahan)}

    def penyebut(self) -> list[str]:
        """Denominators that the data can answer."""
        return [p for p in metrics.LABEL_PENYEBUT if p != "potensi" or self.ada_potensi]


@dataclass(frozen=True)
class Filters:
    """The state of the shared filter bar; None means all."""

    bulan: date
    kode_kecamatan: str | None = None
    kode_kelurahan: str | None = None
    segmen: str | None = None
    jenis_kelamin: str | None = None
    kelompok_umur: str | None = None
    penyebut: str = "penduduk_bekerja"
    metrik: str = "cakupan"
    ukuran: str = "penganggur"
    tingkat: str = "kecamatan"

    def wilayah(self) -> dict[str, str | None]:
        """Parameters of the chosen place, for queries."""
        return {"kode_kecamatan": self.kode_kecamatan, "kode_kelurahan": self.kode_kelurahan}

    def orang(self) -> dict[str, str | None]:
        """Parameters of the chosen persons, for queries."""
        return {"jenis_kelamin": self.jenis_kelamin, "kelompok_umur": self.kelompok_umur}

    def kode_terpilih(self) -> str | None:
        """The smallest chosen area, for the map's outline."""
        return self.kode_kelurahan or self.kode_kecamatan


def _slug(table: Mapping[str, str], value: str | None) -> str | None:
    return next((slug for slug, code in table.items() if code == value), None)


def to_url(chosen: Filters, pilihan: Pilihan) -> dict[str, str]:
    """The readable address parameters; what equals the default is left out, but for the month."""
    wilayah = next((w for w in pilihan.wilayah if w.kode_kelurahan == chosen.kode_kelurahan), None)
    kecamatan = next((w for w in pilihan.wilayah if w.kode_kecamatan == chosen.kode_kecamatan), None)
    parts = {
        "bulan": formats.bulan_url(chosen.bulan),
        "kec": kecamatan.slug_kecamatan if kecamatan else None,
        "kel": wilayah.slug_kelurahan if wilayah else None,
        "seg": _slug(SEGMEN, chosen.segmen),
        "jk": _slug(JENIS_KELAMIN, chosen.jenis_kelamin),
        "umur": chosen.kelompok_umur.replace("+", "-ke-atas") if chosen.kelompok_umur else None,
        "penyebut": _slug(PENYEBUT, chosen.penyebut) if chosen.penyebut != "penduduk_bekerja" else None,
        "metrik": chosen.metrik.replace("_", "-") if chosen.metrik != "cakupan" else None,
        "ukuran": chosen.ukuran if chosen.ukuran != "penganggur" else None,
        "tingkat": chosen.tingkat if chosen.tingkat != "kecamatan" else None,
    }
    return {key: value for key, value in parts.items() if value is not None}


def from_url(params: Mapping[str, str], pilihan: Pilihan) -> tuple[Filters, list[str]]:
    """Filters of an address and, in Indonesian, what in it was not understood and replaced by the default."""
    ignored: list[str] = []

    def known(key: str, allowed: Callable[[str], str | None]) -> str | None:
        raw = params.get(key)
        value = allowed(raw) if raw else None
        if raw and value is None:
            ignored.append(f"{key}={raw[:40]}")
        return value

    bulan = formats.parse_bulan_url(params.get("bulan", ""))
    if params.get("bulan") and bulan not in pilihan.bulan:
        ignored.append(f"bulan={params['bulan'][:40]}")
    kecamatan = known("kec", {w.slug_kecamatan: w.kode_kecamatan for w in pilihan.wilayah}.get)
    kelurahan = known("kel", {w.slug_kelurahan: w.kode_kelurahan for w in pilihan.wilayah}.get)
    penyebut = known("penyebut", {s: p for s, p in PENYEBUT.items() if p in pilihan.penyebut()}.get)
    chosen = Filters(
        bulan=bulan if bulan in pilihan.bulan else pilihan.bulan[-1],
        kode_kecamatan=kecamatan,
        kode_kelurahan=kelurahan,
        segmen=known("seg", SEGMEN.get),
        jenis_kelamin=known("jk", JENIS_KELAMIN.get),
        kelompok_umur=known("umur", {u.replace("+", "-ke-atas"): u for u in KELOMPOK_UMUR}.get),
        penyebut=penyebut or "penduduk_bekerja",
        metrik=known("metrik", {m.replace("_", "-"): m for m in metrics.METRIK}.get) or "cakupan",
        ukuran=known("ukuran", {u: u for u in UKURAN_PENGANGGURAN}.get) or "penganggur",
        tingkat=known("tingkat", TINGKAT.get) or "kecamatan",
    )
    return _consistent(chosen, pilihan), ignored


def _consistent(chosen: Filters, pilihan: Pilihan) -> Filters:
    """A kelurahan brings its kecamatan along."""
    parents = {w.kode_kelurahan: w.kode_kecamatan for w in pilihan.wilayah}
    if chosen.kode_kelurahan is None:
        return chosen
    return replace(chosen, kode_kecamatan=parents[chosen.kode_kelurahan])


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
    return _consistent(_from_widgets(chosen, pilihan), pilihan)


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
    return _choice("Ukuran", "metrik", {key: m.label for key, m in metrics.METRIK.items()})


def unemployment_control() -> str:
    """Count or rate on the unemployment page."""
    return _choice("Ukuran", "ukuran", {key: metrics.METRIK[key].label for key in UKURAN_PENGANGGURAN})
