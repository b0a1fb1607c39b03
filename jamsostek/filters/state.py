"""What the person chose, as a frozen value, and its way to and from the address bar. Pure: no Streamlit here.

The address is untrusted input: every part is looked up among the allowed values and dropped when it is not there.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from jamsostek import andai, formats, jatah, laju, metrics, pemerataan, tujuan

SEGMEN = {"pu": "PU", "bpu": "BPU", "jakon": "JAKON", "pmi": "PMI"}
JENIS_KELAMIN = {"laki-laki": "L", "perempuan": "P"}
PENYEBUT = {"penduduk-bekerja": "penduduk_bekerja", "angkatan-kerja": "angkatan_kerja", "potensi": "potensi"}
TINGKAT = {"kecamatan": "kecamatan", "kelurahan": "kelurahan"}
BENTUK = {"wilayah": "wilayah", "petak": "petak"}
LIHAT = {
    "peta": "Satu peta",
    "dua-bulan": "Dua bulan berdampingan",
    "selisih": "Selisih dua bulan",
    "dua-ukuran": "Dua ukuran berdampingan",
    "dua-wilayah": "Dua wilayah berdampingan",
    "pengangguran": "Cakupan dan pengangguran",
    "pendataan": "Cakupan dan pendataan",
    "kecamatan": "Setiap kecamatan diperbesar",
    "dua-belas-bulan": "Dua belas bulan terakhir",
    "tren": "Tren setiap kelurahan",
}
"""The ways to look at the map page, by their name in the address; the first is the default."""
URL_KEYS = frozenset(
    {"bulan", "kec", "kel", "seg", "jk", "umur", "penyebut", "metrik", "ukuran", "tingkat"}
    | {"lihat", "bentuk", "bulan2", "metrik2", "wilayah2"}
    | {"skenario", "skenario2", "pertahun"}
    | {"sasaran", "luruh", "tumbuh", "bagi"}
    | {"penerbit"}
)
PENERBIT_SEMUA = "semua"
"""Name in the address of all issuers of targets at once."""
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
    berlaku_mulai: date | None = None
    berlaku_sampai: date | None = None

    def ada(self, bulan: date) -> bool:
        """Whether the kelurahan exists in the month."""
        return (self.berlaku_mulai or bulan) <= bulan <= (self.berlaku_sampai or bulan)


@dataclass(frozen=True)
class Pilihan:
    """What the data at hand offer: months (ascending), kelurahan, whether potensi was imported, names of targets."""

    bulan: tuple[date, ...]
    wilayah: tuple[Wilayah, ...]
    ada_potensi: bool = False
    sasaran: tuple[str, ...] = ()
    penerbit_lain: tuple[tuple[str, str], ...] = ()

    def pada(self, bulan: date) -> "Pilihan":
        """The same with the kelurahan of one month only: boundaries change."""
        return replace(self, wilayah=tuple(w for w in self.wilayah if w.ada(bulan)))

    def kecamatan(self) -> dict[str, str]:
        """Code to name of the kecamatan."""
        return {w.kode_kecamatan: w.nama_kecamatan for w in self.wilayah}

    def kelurahan(self, kode_kecamatan: str | None) -> dict[str, str]:
        """Code to name of the kelurahan, of one kecamatan where given."""
        chosen = [w for w in self.wilayah if kode_kecamatan in (None, w.kode_kecamatan)]
        return {w.kode_kelurahan: w.nama_kelurahan for w in sorted(chosen, key=lambda w: w.nama_kelurahan)}

    def nama(self, kode: str) -> str:
        """The name of a kecamatan or kelurahan with what it is. KeyError for another code."""
        kecamatan = self.kecamatan()
        return f"Kecamatan {kecamatan[kode]}" if kode in kecamatan else f"Kelurahan {self.kelurahan(None)[kode]}"

    def tempat(self) -> dict[str, str]:
        """Address name to code of every kecamatan and kelurahan; the prefix tells the two Alak apart."""
        kecamatan = {f"kec-{w.slug_kecamatan}": w.kode_kecamatan for w in self.wilayah}
        return kecamatan | {f"kel-{w.slug_kelurahan}": w.kode_kelurahan for w in self.wilayah}

    def penerbit(self) -> dict[str, str]:
        """Address name to words of the issuers of targets beside the city's own path, then all of them at once."""
        return {**dict(self.penerbit_lain), PENERBIT_SEMUA: "Semua penerbit"} if self.penerbit_lain else {}

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
    lihat: str = "peta"
    bentuk: str = "wilayah"
    bulan_banding: date | None = None
    metrik_banding: str | None = None
    kode_banding: str | None = None
    skenario: str | None = None
    skenario_banding: str | None = None
    per_tahun: str | None = None
    sasaran: str | None = None
    luruh: int | None = None
    tumbuh: int = 0
    bagi: str = "kesenjangan"
    penerbit: str | None = None

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
        "lihat": chosen.lihat if chosen.lihat != "peta" else None,
        "bentuk": chosen.bentuk if chosen.bentuk != "wilayah" else None,
        "bulan2": formats.bulan_url(chosen.bulan_banding) if chosen.bulan_banding else None,
        "metrik2": chosen.metrik_banding.replace("_", "-") if chosen.metrik_banding else None,
        "wilayah2": _slug(pilihan.tempat(), chosen.kode_banding),
        "skenario": chosen.skenario,
        "skenario2": chosen.skenario_banding,
        "pertahun": chosen.per_tahun,
        "sasaran": chosen.sasaran,
        "luruh": None if chosen.luruh is None else str(chosen.luruh),
        "tumbuh": str(chosen.tumbuh) if chosen.tumbuh else None,
        "bagi": chosen.bagi if chosen.bagi != "kesenjangan" else None,
        "penerbit": chosen.penerbit,
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

    def known_month(key: str) -> date | None:
        return months.get(known(key, {name: name for name in months}.get) or "")

    def known_number(key: str, allowed: range) -> int | None:
        found = known(key, {str(n): str(n) for n in allowed}.get)
        return None if found is None else int(found)

    months = {formats.bulan_url(month): month for month in pilihan.bulan}
    ukuran = {m.replace("_", "-"): m for m in metrics.METRIK_AKUN}
    kecamatan = known("kec", {w.slug_kecamatan: w.kode_kecamatan for w in pilihan.wilayah}.get)
    kelurahan = known("kel", {w.slug_kelurahan: w.kode_kelurahan for w in pilihan.wilayah}.get)
    penyebut = known("penyebut", {s: p for s, p in PENYEBUT.items() if p in pilihan.penyebut()}.get)
    chosen = Filters(
        bulan=known_month("bulan") or pilihan.bulan[-1],
        kode_kecamatan=kecamatan,
        kode_kelurahan=kelurahan,
        segmen=known("seg", SEGMEN.get),
        jenis_kelamin=known("jk", JENIS_KELAMIN.get),
        kelompok_umur=known("umur", {u.replace("+", "-ke-atas"): u for u in KELOMPOK_UMUR}.get),
        penyebut=penyebut or "penduduk_bekerja",
        metrik=known("metrik", ukuran.get) or "cakupan",
        ukuran=known("ukuran", {u: u for u in UKURAN_PENGANGGURAN}.get) or "penganggur",
        tingkat=known("tingkat", TINGKAT.get) or "kecamatan",
        lihat=known("lihat", {name: name for name in LIHAT}.get) or "peta",
        bentuk=known("bentuk", BENTUK.get) or "wilayah",
        bulan_banding=known_month("bulan2"),
        metrik_banding=known("metrik2", ukuran.get),
        kode_banding=known("wilayah2", pilihan.tempat().get),
        skenario=known("skenario", andai.baku),
        skenario_banding=known("skenario2", andai.baku),
        per_tahun=known("pertahun", {str(n): str(n) for n in pemerataan.PER_TAHUN}.get),
        sasaran=known("sasaran", lambda raw: raw if raw in pilihan.sasaran or tujuan.dari_alamat(raw) else None),
        luruh=known_number("luruh", range(laju.LURUH_TERTINGGI + 1)),
        tumbuh=known_number("tumbuh", laju.TUMBUH) or 0,
        bagi=known("bagi", {name: name for name in jatah.BAGI}.get) or "kesenjangan",
        penerbit=known("penerbit", {name: name for name in pilihan.penerbit()}.get),
    )
    return consistent(chosen, pilihan), ignored


def consistent(chosen: Filters, pilihan: Pilihan) -> Filters:
    """A kelurahan brings its kecamatan along."""
    parents = {w.kode_kelurahan: w.kode_kecamatan for w in pilihan.wilayah}
    if chosen.kode_kelurahan is None:
        return chosen
    return replace(chosen, kode_kecamatan=parents[chosen.kode_kelurahan])


def existing(chosen: Filters, pilihan: Pilihan) -> Filters:
    """The filters without places that are not there in the month, or not in the chosen kecamatan."""
    there = pilihan.pada(chosen.bulan)
    if chosen.kode_kecamatan not in {None, *there.kecamatan()}:
        chosen = replace(chosen, kode_kecamatan=None)
    if chosen.kode_kelurahan not in {None, *there.kelurahan(chosen.kode_kecamatan)}:
        chosen = replace(chosen, kode_kelurahan=None)
    if chosen.kode_banding not in {None, *there.tempat().values()}:
        chosen = replace(chosen, kode_banding=None)
    return chosen
