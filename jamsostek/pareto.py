"""Where the gap is: the fewest kelurahan that together hold a given share of the persons without protection. Pure."""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

import pandas as pd

from jamsostek import formats, metrics
from jamsostek.metrics import Keadaan

BAGIAN = 0.8
DISEBUT = 5
"""So many kelurahan are named in the sentence; the chart has all of them."""

_KUNCI = "belum_terlindungi"
_TAK_DIHITUNG = {
    Keadaan.TANPA_DATA: "tanpa data",
    Keadaan.DISEMBUNYIKAN: "dirahasiakan (1 sampai 4 orang)",
    Keadaan.TIDAK_BERLAKU: "tidak berlaku",
    Keadaan.BELUM_DIKETAHUI: "belum diketahui",
}


@dataclass(frozen=True)
class Kesenjangan:
    """The gap of one kelurahan in persons, with the share (0..1) of the counted gap held by it and those before it."""

    kode: str
    nama: str
    jumlah: int
    sampai: float


@dataclass(frozen=True)
class Pareto:
    """The counted kelurahan from the largest gap down; the first `banyak` hold at least `bagian` of the counted gap.

    `tak_dihitung` counts the kelurahan without a number that may be shown, by state. They are in no sum.
    """

    bagian: float
    urut: tuple[Kesenjangan, ...]
    banyak: int
    tak_dihitung: dict[Keadaan, int]

    @property
    def jumlah(self) -> int:
        """Persons in all counted kelurahan."""
        return sum(baris.jumlah for baris in self.urut)

    @property
    def jumlah_banyak(self) -> int:
        """Persons in the first `banyak` kelurahan."""
        return sum(baris.jumlah for baris in self.urut[: self.banyak])

    @property
    def seri(self) -> list[str]:
        """Names of those left out although their gap equals that of the last one taken in."""
        if not self.banyak:
            return []
        batas = self.urut[self.banyak - 1].jumlah
        return [baris.nama for baris in self.urut[self.banyak :] if baris.jumlah == batas]


def hitung(df: pd.DataFrame, bagian: float = BAGIAN) -> Pareto:
    """The Pareto of the gap: `df` has one row per kelurahan with code, name and the account columns.

    Equal gaps stand in the order of their codes. `bagian` lies in (0, 1]; ValueError otherwise.
    """
    if not 0 < bagian <= 1:
        raise ValueError(f"share must lie in (0, 1], got {bagian}")
    keadaan = [metrics.keadaan_pecahan(baris, _KUNCI) for baris in df.to_dict("records")]
    tampil = [k.ada_nilai for k in keadaan]
    kolom = ["kode_kelurahan", "nama_kelurahan", "jumlah_belum_terlindungi"]
    isi = [(str(k), str(n), int(j)) for k, n, j in df.loc[tampil, kolom].itertuples(index=False, name=None)]
    isi.sort(key=lambda baris: (-baris[2], baris[0]))
    seluruh = sum(jumlah for _kode, _nama, jumlah in isi)
    perlu = Fraction(str(bagian)) * seluruh  # exact: 0.7 * 10 as floats is not always 7
    urut: list[Kesenjangan] = []
    terkumpul = banyak = 0
    for kode, nama, jumlah in isi:
        banyak += terkumpul < perlu
        terkumpul += jumlah
        urut.append(Kesenjangan(kode, nama, jumlah, terkumpul / seluruh if seluruh else 0.0))
    return Pareto(bagian, tuple(urut), banyak, dict(Counter(k for k in keadaan if not k.ada_nilai)))


def kalimat(pareto: Pareto) -> str:
    """'80% kesenjangan (115.102 dari 143.547 orang) ada di 26 dari 51 kelurahan: Oesapa, Sikumana, ...'.

    Where a count is hidden the persons are left out: their sum and the city's total would give it away.
    """
    luar = _tak_dihitung(pareto)
    if not pareto.urut:
        return f"Kesenjangan tidak dapat dihitung{luar}."
    if not pareto.jumlah:
        return f"Tidak ada kesenjangan: semua pekerja di {len(pareto.urut)} kelurahan yang dihitung terlindungi{luar}."
    persen = formats.persen(pareto.bagian).replace(",0%", "%")
    orang = f" ({formats.angka(pareto.jumlah_banyak)} dari {formats.angka(pareto.jumlah)} orang)"
    if Keadaan.DISEMBUNYIKAN in pareto.tak_dihitung:
        orang = ""
    semua = len(pareto.urut) + sum(pareto.tak_dihitung.values())
    seri = f"; {', '.join(pareto.seri)} sama besar dengan yang terakhir" if pareto.seri else ""
    return f"{persen} kesenjangan{orang} ada di {pareto.banyak} dari {semua} kelurahan: {_nama(pareto)}{seri}{luar}."


def _nama(pareto: Pareto) -> str:
    nama = [baris.nama for baris in pareto.urut[: pareto.banyak]]
    lain = len(nama) - DISEBUT
    return ", ".join(nama) if lain < 2 else f"{', '.join(nama[:DISEBUT])}, dan {lain} lagi"


def _tak_dihitung(pareto: Pareto) -> str:
    rinci = [f"{n} {_TAK_DIHITUNG[k]}" for k, n in sorted(pareto.tak_dihitung.items())]
    return f"; {sum(pareto.tak_dihitung.values())} kelurahan tidak dihitung ({', '.join(rinci)})" if rinci else ""
