"""What the person chose, as a frozen value, and its way to and from the address bar. Pure: no Streamlit here.

The address is untrusted input: every part is looked up among the allowed values and dropped when it is not there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

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
        metrik=known("metrik", {m.replace("_", "-"): m for m in metrics.METRIK_AKUN}.get) or "cakupan",
        ukuran=known("ukuran", {u: u for u in UKURAN_PENGANGGURAN}.get) or "penganggur",
        tingkat=known("tingkat", TINGKAT.get) or "kecamatan",
    )
    return consistent(chosen, pilihan), ignored


def consistent(chosen: Filters, pilihan: Pilihan) -> Filters:
    """A kelurahan brings its kecamatan along."""
    parents = {w.kode_kelurahan: w.kode_kecamatan for w in pilihan.wilayah}
    if chosen.kode_kelurahan is None:
        return chosen
    return replace(chosen, kode_kecamatan=parents[chosen.kode_kelurahan])
