"""The what-if scenarios as tables: inputs, results, formulas with their numbers, persons per kelurahan, tariffs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from jamsostek import formats, giliran
from jamsostek.andai import JUTA, PEMBAYAR, TEBING, Hasil
from jamsostek.figures import tables
from jamsostek.figures.tables import Kolom
from jamsostek.giliran import Kelurahan
from jamsostek.iuran import Tarif

Sisi = Mapping[str, Hasil]
"""Scenario by its letter: 'A', or 'A' and 'B'."""


@dataclass(frozen=True)
class Ukuran:
    """One result: its name, the value as text, the bare number and its unit, for screen and workbook."""

    nama: str
    teks: str
    nilai: float | int | None
    satuan: str


def persen(tempat: Kelurahan, orang: int) -> str:
    """Coverage of a kelurahan with so many more participants, or the symbol of its state."""
    rasio = tempat.cakupan(orang)
    if rasio is None:
        return tempat.lambang
    return formats.persen(rasio, tempat.penyebut) + (" !" if rasio > 1 else "")


def ukuran(h: Hasil) -> list[Ukuran]:
    """The results of a scenario, in the order people read them."""
    awal, akhir = h.cakupan(0), h.cakupan(h.skenario.bulan)
    per_poin = h.rupiah_per_poin
    return [
        Ukuran("Pekerja didaftarkan", formats.angka(h.jumlah), h.jumlah, "orang"),
        Ukuran("Biaya sebulan", formats.rupiah(h.rupiah_sebulan), h.rupiah_sebulan, "rupiah"),
        Ukuran("Biaya seluruhnya", formats.rupiah(h.rupiah), h.rupiah, "rupiah"),
        Ukuran("Cakupan tanpa skenario", formats.persen(awal), awal, "rasio"),
        Ukuran("Cakupan selama didanai", formats.persen(akhir), akhir, "rasio"),
        Ukuran("Tambahan cakupan", f"{_poin(h.kenaikan)} poin", 100 * h.kenaikan, "poin"),
        Ukuran("Biaya per poin cakupan", formats.rupiah(per_poin), per_poin, "rupiah"),
        Ukuran("Kelurahan tanpa kesenjangan lagi", formats.angka(len(h.ditutup)), len(h.ditutup), "kelurahan"),
        Ukuran("Kelurahan yang melewati 50%", formats.angka(len(h.melewati_separuh)), len(h.melewati_separuh),
               "kelurahan"),
        Ukuran(f"Tebing: turun dalam {TEBING} bulan", f"{_poin(h.tebing)} poin", 100 * h.tebing, "poin"),
    ]  # fmt: skip


def lembar_ukuran(ukuran: Sequence[Ukuran]) -> tuple[object, ...]:
    """The unit and the bare numbers of one result for a sheet; a ratio is written in percent."""
    if ukuran[0].satuan == "rasio":
        return ("persen", *(None if u.nilai is None else 100 * u.nilai for u in ukuran))
    return (ukuran[0].satuan, *(u.nilai for u in ukuran))


def _poin(rasio: float) -> str:
    return formats.desimal(100 * rasio, 2)


def ringkas(hasil: Sisi, judul: str) -> dict[str, Any]:
    """The results as table data, one column per scenario and, of two, their difference (B less A)."""
    isi = {huruf: ukuran(h) for huruf, h in hasil.items()}
    rows = [{"hal": u.nama, **{huruf: isi[huruf][i].teks for huruf in isi}} for i, u in enumerate(isi["A"])]
    kolom = [tables.teks("Hasil", "hal"), *(_kanan(f"Skenario {huruf}", huruf) for huruf in isi)]
    if "B" in isi:
        for row, a, b in zip(rows, isi["A"], isi["B"], strict=True):
            row["selisih"] = _selisih(a, b)
        kolom.append(_kanan("Selisih B − A", "selisih"))
    return tables.tabel(pd.DataFrame(rows), kolom, judul=judul, catatan="")


def _kanan(judul: str, kolom: str) -> Kolom:
    """Finished texts set like numbers; without a value to sort by, since every row has its own unit."""
    return Kolom(judul, lambda row: (row[kolom], None, ""))


def _selisih(a: Ukuran, b: Ukuran) -> str:
    if a.nilai is None or b.nilai is None:
        return formats.TIDAK_ADA_DATA
    beda = b.nilai - a.nilai
    if a.satuan == "rasio":
        return f"{formats.selisih_poin(beda)} poin"
    if a.satuan == "poin":
        return f"{'+' if round(beda, 2) > 0 else ''}{formats.desimal(beda, 2)} poin"
    if a.satuan == "rupiah":
        return f"{'+' if beda > 0 else ''}{formats.rupiah(beda)}"
    return formats.selisih(beda)


def rumus(hasil: Sisi, kata_penyebut: str) -> dict[str, Any]:
    """Each formula with the numbers of the scenarios filled in, as table data."""
    isi = {huruf: _rumus(h) for huruf, h in hasil.items()}
    umum = (
        ("Pekerja didaftarkan", "yang diminta, paling banyak kesenjangan"),
        ("Biaya sebulan", "orang × tarif"),
        ("Biaya seluruhnya", "orang × tarif × bulan"),
        ("Cakupan selama didanai", f"(peserta + orang) / {kata_penyebut}"),
        ("Tambahan cakupan", f"orang / {kata_penyebut} × 100"),
        ("Biaya per poin", f"tarif × bulan × {kata_penyebut} / 100"),
        (f"Masih aktif {TEBING} bulan sesudah pendanaan", "orang × (1 − keluar) × (1 − luruh)^(bulan sesudahnya − 1)"),
        (f"Tebing dalam {TEBING} bulan", f"(orang − yang masih aktif) / {kata_penyebut} × 100"),
    )
    rows = [
        {"hal": hal, "rumus": bentuk, **{huruf: isi[huruf][i] for huruf in isi}} for i, (hal, bentuk) in enumerate(umum)
    ]
    kolom = [tables.teks("Hal", "hal"), tables.teks("Rumus", "rumus")]
    kolom += [tables.teks(f"Skenario {huruf}, dengan angkanya", huruf) for huruf in isi]
    return tables.tabel(pd.DataFrame(rows), kolom, judul="Rumus dengan angkanya", catatan="")


def _rumus(h: Hasil) -> list[str]:
    s, orang, penyebut = h.skenario, formats.angka(h.jumlah), formats.angka(h.awal.penyebut)
    tarif, akhir = formats.rupiah(s.tarif), s.bulan + TEBING
    diminta = f"min({formats.angka(h.diminta)}; {formats.angka(sum(k.kesenjangan for k in h.awal.tempat))}) = {orang}"
    if s.anggaran is not None:
        juta = f"⌊Rp{formats.angka(s.anggaran)} juta / ({tarif} × {s.bulan})⌋ = {formats.angka(h.diminta)}"
        diminta = f"{juta}; {diminta}"
    masih = formats.desimal(h.masih(akhir), 1)
    return [
        diminta,
        f"{orang} × {tarif} = {formats.rupiah(h.rupiah_sebulan)}",
        f"{orang} × {tarif} × {s.bulan} = {formats.rupiah(h.rupiah)}",
        f"({formats.angka(h.awal.peserta)} + {orang}) / {penyebut} = {formats.persen(h.cakupan(s.bulan))}",
        f"{orang} / {penyebut} × 100 = {_poin(h.kenaikan)} poin",
        f"{tarif} × {s.bulan} × {penyebut} / 100 = {formats.rupiah(h.rupiah_per_poin)}",
        f"{orang} × (1 − {formats.persen(h.kehilangan)}) × (1 − {formats.persen(h.awal.luruh)})^{TEBING - 1} = {masih}",
        f"({orang} − {masih}) / {penyebut} × 100 = {_poin(h.tebing)} poin",
    ]


def per_kelurahan(hasil: Sisi) -> dict[str, Any]:
    """Gap, persons enrolled and coverage of every counted kelurahan as table data."""
    tempat = next(iter(hasil.values())).awal.tempat
    rows = pd.DataFrame({"k": list(tempat), **{huruf: list(h.tambahan) for huruf, h in hasil.items()}})
    kolom = [
        Kolom("Kelurahan", lambda row: (row["k"].nama, row["k"].nama, ""), angka=False),
        Kolom("Kesenjangan", lambda row: (formats.angka(row["k"].kesenjangan), row["k"].kesenjangan, "")),
        Kolom("Cakupan kini", lambda row: (persen(row["k"], 0), row["k"].cakupan(), "")),
    ]
    for huruf in hasil:
        kolom += _kolom_sisi(huruf)
    return tables.tabel(rows, kolom, judul="Tambahan per kelurahan", tinggi=420)


def _kolom_sisi(huruf: str) -> list[Kolom]:
    def kenaikan(row: dict[str, Any]) -> tuple[str, Any, str]:
        k = row["k"]
        if k.cakupan() is None:
            return k.lambang, None, ""
        return _poin(row[huruf] / k.penyebut), row[huruf] / k.penyebut, ""

    def tanda(row: dict[str, Any]) -> tuple[str, Any, str]:
        k, orang = row["k"], row[huruf]
        kata = ["ditutup"] * k.ditutup(orang) + ["melewati 50%"] * k.melewati_separuh(orang)
        return ", ".join(kata), ", ".join(kata), ""

    return [
        Kolom(f"{huruf}: tambahan", lambda row: (formats.angka(row[huruf]), row[huruf], "")),
        Kolom(f"{huruf}: cakupan", lambda row: (persen(row["k"], row[huruf]), row["k"].cakupan(row[huruf]), "")),
        Kolom(f"{huruf}: naik (poin)", kenaikan),
        Kolom(f"{huruf}: keterangan", tanda, angka=False),
    ]


def masukan(hasil: Sisi) -> list[tuple[str, ...]]:
    """The choices of the scenarios in words: name, then one text for each."""
    isi = [_masukan(h) for h in hasil.values()]
    return [(nama, *(butir[nama] for butir in isi)) for nama in isi[0]]


def _masukan(h: Hasil) -> dict[str, str]:
    s = h.skenario
    return {
        "Yang diminta": kata_banyak(s.banyak),
        "Tarif per orang per bulan": formats.rupiah(s.tarif),
        "Bulan didanai": formats.angka(s.bulan),
        "Dibayar dari": PEMBAYAR[s.pembayar],
        "Urutan kelurahan": giliran.URUTAN[s.urutan],
        "Keluar ketika pendanaan berakhir": formats.persen(h.kehilangan),
        "Luruh bulanan yang bertahan": formats.persen(h.awal.luruh),
        "Bulan data": formats.bulan_panjang(h.awal.bulan),
        "Peserta aktif": formats.angka(h.awal.peserta),
        "Penyebut": formats.angka(h.awal.penyebut),
    }


def kata_banyak(banyak: str) -> str:
    """'n5000' -> '5.000 pekerja', 'rp500jt' -> 'Anggaran Rp500 juta', 'semua' -> 'Semua yang belum terlindungi'."""
    if banyak == "semua":
        return "Semua yang belum terlindungi"
    if banyak.startswith("n"):
        return f"{formats.angka(int(banyak[1:]))} pekerja"
    juta = int(banyak.removeprefix("rp").removesuffix("jt"))
    return "Anggaran " + (f"Rp{formats.angka(juta)} juta" if juta < 1_000 else formats.rupiah_ringkas(juta * JUTA))


def tarif(daftar: Sequence[Tarif], bulan: date) -> dict[str, Any]:
    """All tariffs with validity and source as table data, BPU first; `bulan` is the month in which they are to hold."""
    rows = pd.DataFrame(
        [
            {
                "program": t.program, "segmen": t.segmen, "rincian": t.rincian or "tidak dirinci",
                "nilai": f"{formats.rupiah(t.nilai)} sebulan" if t.satuan == "rupiah sebulan"
                else f"{formats.desimal(t.nilai, 2)} {t.satuan}",
                "masa": masa(t), "kini": "ya" if t.berlaku(bulan) else "tidak",
                "sumber": f"{t.dasar}; {t.sumber}" if t.dasar else t.sumber, "catatan": t.catatan or "tidak ada",
            }
            for t in sorted(daftar, key=lambda t: t.segmen != "BPU")
        ]
    )  # fmt: skip
    kolom = [
        tables.teks("Program", "program"), tables.teks("Segmen", "segmen"), tables.teks("Rincian", "rincian"),
        tables.teks("Tarif", "nilai"), tables.teks("Masa berlaku", "masa"),
        tables.teks(f"Berlaku {formats.bulan_pendek(bulan)}", "kini"), tables.teks("Sumber", "sumber"),
        tables.teks("Catatan", "catatan"),
    ]  # fmt: skip
    return tables.tabel(rows, kolom, judul="Tarif iuran dan sumbernya", tinggi=420, catatan="")


def masa(t: Tarif) -> str:
    """When the tariff holds, in words, as exact as its source."""
    mulai = f"sejak {t.berlaku_mulai}" if t.berlaku_mulai else "awal tidak disebut"
    return f"{mulai} sampai {t.berlaku_sampai}" if t.berlaku_sampai else mulai
