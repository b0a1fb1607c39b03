"""Two places, or two measures, side by side as a table and a sentence. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from jamsostek import formats, metrics, narasi
from jamsostek.figures import beda, maps, tables
from jamsostek.metrics import Keadaan, Metrik

Tempat = tuple[str, Mapping[str, Any]]


def tabel_wilayah(sini: Tempat, sana: Tempat, bulan: date, kata_penyebut: str) -> dict[str, Any]:
    """One row per measure: two places (name and account of the month with `berlaku`), and the first less the second."""
    frame = pd.DataFrame({"metrik": [metrics.METRIK[kunci] for kunci in metrics.METRIK_AKUN]})
    columns = [
        tables.Kolom("Ukuran", lambda row: (row["metrik"].label, row["metrik"].label, ""), angka=False),
        *(_kolom_tempat(tempat, kata_penyebut) for tempat in (sini, sana)),
        tables.Kolom("Selisih", lambda row: _selisih(sini[1], sana[1], row["metrik"])),
    ]
    judul = f"{sini[0]} dan {sana[0]}, {formats.bulan_panjang(bulan)}"
    return tables.tabel(frame, columns, judul=judul)


def _kolom_tempat(tempat: Tempat, kata_penyebut: str) -> tables.Kolom:
    nama, isi = tempat
    return tables.Kolom(nama, lambda row: _isi(isi, row["metrik"], kata_penyebut), angka=False)


def _isi(isi: Mapping[str, Any], metrik: Metrik, kata_penyebut: str) -> tuple[str, Any, str]:
    """A value with its counts, or the words of its state."""
    state = metrics.keadaan_baris(isi, metrik.kunci)
    kata = kata_penyebut if metrik.kunci == "cakupan" else metrik.kata_penyebut
    value = float(isi[metrik.kolom]) if state.ada_nilai else None
    return narasi.teks_rinci(metrik.kunci, isi, state, kata), value, state.value


def _selisih(sini: Mapping[str, Any], sana: Mapping[str, Any], metrik: Metrik) -> tuple[str, Any, str]:
    state, delta = beda.selisih(sana, sini, metrik)
    unit = "" if delta is None else " poin" if metrik.adalah_rasio else " orang"
    return beda.teks(metrik, state, delta) + unit, delta, state.value


def kalimat_wilayah(sini: Tempat, sana: Tempat, bulan: date) -> str:
    """The finding: the coverage of both places and how far they are apart."""
    metrik = metrics.METRIK["cakupan"]
    words = [f"{nama} {_nilai(isi, metrik)}" for nama, isi in (sini, sana)]
    _state, delta = beda.selisih(sana[1], sini[1], metrik)
    if delta is None:
        apart = "tidak dapat dibandingkan"
    else:
        points = formats.selisih_poin(abs(delta)).removeprefix("+")
        above = f"{points} poin lebih {'tinggi' if delta > 0 else 'rendah'}"
        apart = "sama tinggi" if points == "0" else f"{sini[0]} {above}"
    return f"Cakupan {formats.bulan_panjang(bulan)}: {words[0]}, {words[1]}; {apart}."


def _nilai(isi: Mapping[str, Any], metrik: Metrik) -> str:
    state = metrics.keadaan_baris(isi, metrik.kunci)
    if state in (Keadaan.NILAI, Keadaan.DI_ATAS_100):
        return narasi.teks_nilai(metrik.kunci, isi[metrik.kolom], state, isi[metrik.penyebut])
    return state.label.lower()


def tabel_ukuran(
    df: pd.DataFrame, kunci: Sequence[str], tampilan: maps.Tampilan, *, tinggi: int | None = None
) -> dict[str, Any]:
    """One row per area with both measures and the counts under them; `df` of cakupan_per_kecamatan or _kelurahan."""
    names = [tables.teks(tampilan.tingkat.capitalize(), f"nama_{tampilan.tingkat}")]
    if tampilan.tingkat == "kelurahan":
        names.append(tables.teks("Kecamatan", "nama_kecamatan"))
    counts: dict[str, tables.Kolom] = {}
    own = {metrics.METRIK[key].kolom for key in kunci}
    for key in kunci:
        metrik = metrics.METRIK[key]
        denominator = tampilan.kata_penyebut if key == "cakupan" else metrik.kata_penyebut
        for kolom, kata in ((metrik.pembilang, metrik.kata_pembilang), (metrik.penyebut, denominator)):
            if kolom and kolom not in own:
                counts.setdefault(kolom, tables.bagian(kata.capitalize(), kolom, key))
    columns = [
        *names,
        *(tables.ukuran(key, metrics.METRIK[key].singkat) for key in dict.fromkeys(kunci)),
        *counts.values(),
    ]
    judul = f"{' dan '.join(metrics.METRIK[key].label for key in kunci)}, {formats.bulan_panjang(tampilan.bulan)}"
    areas = maps.berwilayah(df, f"kode_{tampilan.tingkat}")
    return tables.tabel(
        areas, columns, judul=judul, kode=f"kode_{tampilan.tingkat}", terpilih=tampilan.terpilih, tinggi=tinggi
    )


def kalimat_ukuran(df: pd.DataFrame, kunci: Sequence[str], tampilan: maps.Tampilan) -> str:
    """The finding: the highest and the lowest area of each measure."""
    areas = maps.berwilayah(df, f"kode_{tampilan.tingkat}")
    parts = [narasi.alternatif_batang(areas, key, f"nama_{tampilan.tingkat}") for key in kunci]
    return f"{formats.bulan_panjang(tampilan.bulan)}: {' '.join(parts)}"
