"""The second reading of a change in coverage: within places or segments, and by the shift of workers between. Pure.

With r_i the coverage of part i and w_i its share of all workers, R = sum w_i r_i, and exactly

    dR = sum mean(w_i) dr_i + sum (mean(r_i) - mean(R)) dw_i + rest.

Taking mean(R) off moves nothing between the parts, since the shares add up to one; it says that a part with workers
pulls the coverage up only as far as its own is above it. The rest is what has no coverage of its own in both months:
places without a list, participants without a place, and in the segments those of JAKON and PMI.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from jamsostek import formats, metrics
from jamsostek.urai import Titik, bulatkan

TERATAS = 5
"""So many of the largest contributions are named on each side."""
SEGMEN_LAIN = "JAKON, PMI, dan yang ikut dua segmen"


@dataclass(frozen=True)
class Isi:
    """One place or segment: participants and workers in both months; without workers known, None."""

    kode: str
    nama: str
    peserta: tuple[int, int]
    pekerja: tuple[int | None, int | None]

    @property
    def tersembunyi(self) -> bool:
        """Whether a count of 1 to 4 persons in either month would be given away by its contribution."""
        return any(
            metrics.keadaan_sel(e, p) is metrics.Keadaan.DISEMBUNYIKAN if p is not None
            else metrics.keadaan_jumlah(e) is metrics.Keadaan.DISEMBUNYIKAN
            for e, p in zip(self.peserta, self.pekerja, strict=True)
        )  # fmt: skip


@dataclass(frozen=True)
class Sumbangan:
    """What one part contributes to the change, as ratios: within, by its share of the workers, and without coverage."""

    isi: Isi
    di_dalam: float
    pergeseran: float
    lain: float

    @property
    def jumlah(self) -> float:
        """All of it."""
        return self.di_dalam + self.pergeseran + self.lain


def sumbangan(bagian: Sequence[Isi], kota: tuple[Titik, Titik]) -> list[Sumbangan] | None:
    """The contribution of each part; they add up to the change of the whole.

    None where the parts' workers or participants do not add up to the whole, so that the shares mean nothing.
    """
    for saat in (0, 1):
        pekerja = sum(b.pekerja[saat] or 0 for b in bagian)
        if pekerja != kota[saat].pekerja or sum(b.peserta[saat] for b in bagian) != kota[saat].peserta:
            return None
    rata = (kota[0].rasio + kota[1].rasio) / 2
    return [_satu(b, kota, rata) for b in bagian]


def _satu(isi: Isi, kota: tuple[Titik, Titik], rata: float) -> Sumbangan:
    w0, w1 = ((p or 0) / k.pekerja for p, k in zip(isi.pekerja, kota, strict=True))
    p0, p1 = isi.pekerja
    if not p0 or not p1:
        c0, c1 = (e / k.pekerja for e, k in zip(isi.peserta, kota, strict=True))
        return Sumbangan(isi, 0.0, 0.0, c1 - c0 - rata * (w1 - w0))
    r0, r1 = isi.peserta[0] / p0, isi.peserta[1] / p1
    return Sumbangan(isi, (w0 + w1) / 2 * (r1 - r0), ((r0 + r1) / 2 - rata) * (w1 - w0), 0.0)


def gabungan(sumbangan: Sequence[Sumbangan], induk: dict[str, tuple[str, str]]) -> list[Sumbangan]:
    """Contributions of kelurahan summed to what they lie in; `induk`: code to code and name of the parent."""
    hasil: dict[str, Sumbangan] = {}
    for s in sumbangan:
        kode, nama = induk[s.isi.kode]
        lama = hasil.get(kode)
        isi = Isi(kode, nama, s.isi.peserta, s.isi.pekerja) if lama is None else _tambah(lama.isi, s.isi)
        awal = lama or Sumbangan(isi, 0.0, 0.0, 0.0)
        hasil[kode] = Sumbangan(
            isi, awal.di_dalam + s.di_dalam, awal.pergeseran + s.pergeseran, awal.lain + s.lain
        )  # fmt: skip
    return list(hasil.values())


def _tambah(a: Isi, b: Isi) -> Isi:
    def both(x: int | None, y: int | None) -> int | None:
        return None if x is None and y is None else (x or 0) + (y or 0)

    peserta = (a.peserta[0] + b.peserta[0], a.peserta[1] + b.peserta[1])
    return Isi(a.kode, a.nama, peserta, (both(a.pekerja[0], b.pekerja[0]), both(a.pekerja[1], b.pekerja[1])))


def terbesar(sumbangan: Sequence[Sumbangan]) -> tuple[list[Sumbangan], list[Sumbangan]]:
    """Those named, from the largest rise to the largest fall (TERATAS on each side), and the others.

    Parts with hidden counts are never named; where only one part is left over beside the named ones and it is hidden,
    the smallest named one joins it, or its contribution would follow from the sum.
    """
    boleh = sorted((s for s in sumbangan if not s.isi.tersembunyi), key=lambda s: (-s.jumlah, s.isi.kode))
    naik = [s for s in boleh if s.jumlah > 0][:TERATAS]
    turun = [s for s in boleh if s.jumlah < 0][-TERATAS:]
    disebut = [*naik, *turun]
    lain = [s for s in sumbangan if s not in disebut]
    if len(lain) == 1 and lain[0].isi.tersembunyi and disebut:
        kecil = min(disebut, key=lambda s: abs(s.jumlah))
        disebut.remove(kecil)
        lain.append(kecil)
    return disebut, lain


def kalimat(sumbangan: Sequence[Sumbangan], satuan: str, sisa: str) -> str:
    """'Dari perubahan +3,4 poin: +3,1 ...'; `satuan`: kelurahan or segmen; `sisa`: what the rest is."""
    nilai = [sum(getattr(s, k) for s in sumbangan) for k in ("di_dalam", "pergeseran", "lain")]
    kata = (f"dari perubahan cakupan di dalam {satuan}", f"dari pergeseran pekerja antar{satuan}", f"dari {sisa}")
    tulis = zip(bulatkan(nilai), nilai, kata, strict=True)
    rinci = [f"{formats.selisih_poin(n)} {k}" for n, tepat, k in tulis if tepat or k is not kata[2]]
    return f"Dari perubahan {formats.selisih_poin(sum(nilai))} poin: {', '.join(rinci)}."


def dari_wilayah(awal: pd.DataFrame, akhir: pd.DataFrame) -> list[Isi]:
    """The kelurahan of two months (rows of cakupan_per_kelurahan); one that does not exist in a month has nobody."""
    saat = [{str(row["kode_kelurahan"]): row for row in df.to_dict("records")} for df in (awal, akhir)]
    hasil = []
    for kode in sorted({*saat[0], *saat[1]}):
        baris = [isi.get(kode) for isi in saat]
        ada = next(row for row in reversed(baris) if row is not None)
        e0, e1 = (0 if row is None else _bilangan(row["jumlah_peserta"]) or 0 for row in baris)
        p0, p1 = (None if row is None else _bilangan(row["jumlah_penyebut"]) for row in baris)
        hasil.append(Isi(kode, str(ada["nama_kelurahan"]), (e0, e1), (p0, p1)))
    return hasil


def induk(saat: Sequence[pd.DataFrame]) -> dict[str, tuple[str, str]]:
    """Code of each kelurahan in the rows to code and name of its kecamatan."""
    kolom = ["kode_kelurahan", "kode_kecamatan", "nama_kecamatan"]
    return {str(a): (str(b), str(c)) for df in saat for a, b, c in df[kolom].itertuples(index=False, name=None)}


def dari_segmen(awal: pd.DataFrame, akhir: pd.DataFrame, kota: tuple[Titik, Titik]) -> list[Isi]:
    """PU and BPU of two months (rows of tren_per_segmen), and what is left of the persons of the whole.

    The rest may be negative: it takes off once those who are counted in two segments.
    """
    saat = [{str(row["segmen"]): row for row in df.to_dict("records")} for df in (awal, akhir)]
    hasil = []
    for segmen in ("PU", "BPU"):
        e0, e1 = (_bilangan(isi[segmen]["jumlah_peserta"]) or 0 for isi in saat)
        p0, p1 = (_bilangan(isi[segmen]["jumlah_penyebut"]) for isi in saat)
        hasil.append(Isi(segmen, metrics.LABEL_SEGMEN[segmen], (e0, e1), (p0, p1)))
    s0, s1 = (kota[n].peserta - sum(isi.peserta[n] for isi in hasil) for n in (0, 1))
    return [*hasil, Isi("lain", SEGMEN_LAIN, (s0, s1), (None, None))]


def _bilangan(nilai: Any) -> int | None:
    return None if formats.kosong(nilai) else int(nilai)


def sisa_boleh(sumbangan: Sequence[Sumbangan]) -> bool:
    """Whether the rest's persons, all parts without workers taken together, are not 1 to 4 in either month."""
    tanpa = [s.isi for s in sumbangan if None in s.isi.pekerja]
    jumlah = (sum(isi.peserta[saat] for isi in tanpa) for saat in (0, 1))
    return all(metrics.keadaan_jumlah(n).ada_nilai for n in jumlah)
