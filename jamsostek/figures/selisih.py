"""The map and the table of a difference between two months, from the same areas. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from jamsostek import formats, metrics, narasi, theme
from jamsostek.figures import beda, maps, tables
from jamsostek.figures.beda import Baris, Beda
from jamsostek.metrics import Keadaan, Metrik


def peta(found: Sequence[Beda], bulan_awal: date, tampilan: maps.Tampilan) -> dict[str, Any]:
    """The map of the differences from `bulan_awal` to `tampilan.bulan`: same keys as `maps.peta`."""
    metrik = metrics.METRIK[tampilan.metrik]
    langkah = metrics.langkah_selisih(metrik.kunci, tampilan.tingkat)
    warna = theme.kelas_selisih(naik_membaik=metrik.higher_is_better)
    cells = {b.kode: _cell(b, warna, bulan_awal, tampilan) for b in found}
    return maps.bingkai_layar(tampilan) | {
        "sel": cells,
        "legenda": _legenda(cells, metrik, langkah, warna),
        "judul": f"Selisih {metrik.label} per {tampilan.tingkat}, {beda.rentang(bulan_awal, tampilan.bulan)}",
        "judul_legenda": f"Selisih {metrik.label} ({_satuan(metrik)})",
        "alt": "Peta selisih. " + beda.kalimat(found, bulan_awal, tampilan),
    }


def _cell(b: Beda, warna: Sequence[theme.Warna], bulan_awal: date, tampilan: maps.Tampilan) -> dict[str, Any]:
    look = theme.TIDAK_BERLAKU if b.kelas is None else warna[b.kelas]
    months = ((bulan_awal, b.awal), (tampilan.bulan, b.akhir))
    lines = [f"{tampilan.tingkat.capitalize()} {b.nama}", f"{b.metrik.label}: {beda.perubahan(b)}"]
    lines += [
        f"{formats.bulan_panjang(bulan)}: {_rinci(row, b.metrik, tampilan.kata_penyebut)}" for bulan, row in months
    ]
    if b.keadaan is Keadaan.DI_ATAS_100:
        lines.append("Di atas 100%: periksa penyebut (alamat kantor atau daftar lama)")
    if b.bergeser:
        before, after = (formats.angka(row[b.metrik.penyebut]) for _bulan, row in months)
        lines.append(f"Penyebut bergeser {beda.GESER}: {before} menjadi {after}; sebagian perubahan berasal dari sana")
    return {
        "keadaan": b.keadaan.value,
        "kelas": "" if b.kelas is None else b.kelas,
        "warna": look.isi,
        "warna_teks": look.teks,
        "teks": b.teks,
        "keterangan": lines,
    }


def _rinci(row: Baris, metrik: Metrik, kata_penyebut: str) -> str:
    """One month's value with numerator and denominator where they may be shown, or its state."""
    state = metrics.keadaan_baris(row, metrik.kunci)
    kata = kata_penyebut if metrik.kunci == "cakupan" else metrik.kata_penyebut
    words = narasi.teks_rinci(metrik.kunci, row, state, kata)
    if metrik.penyebut and not metrik.adalah_rasio and metrics.keadaan_pecahan(row, metrik.kunci).ada_nilai:
        words += f" dari {formats.angka(row[metrik.penyebut])} {kata}"
    return words if state.ada_nilai else words.lower()


def _legenda(
    cells: Mapping[str, Mapping[str, Any]],
    metrik: Metrik,
    langkah: tuple[float, float, float],
    warna: Sequence[theme.Warna],
) -> list[dict[str, Any]]:
    """The classes from the largest rise down, then the other states."""
    label = _label(metrik, langkah)
    rows = maps.legenda(cells, metrik, metrics.batas_selisih(langkah), tuple(warna))
    classes = [row | {"teks": words, "sasaran": False} for row, words in zip(rows, label, strict=False)]
    return classes[::-1] + rows[len(label) :]


def _label(metrik: Metrik, langkah: tuple[float, float, float]) -> list[str]:
    """Legend words from the largest fall to the largest rise, each with what it means for this metric."""

    def tulis(step: float) -> str:
        if not metrik.adalah_rasio:
            return formats.angka(step)
        return formats.desimal(100 * step).removesuffix(",0")

    first, second, third = map(tulis, langkah)
    steps = [f"≥ {third}", f"{second} – < {third}", f"{first} – < {second}"]
    up, down = ("membaik", "memburuk") if metrik.higher_is_better else ("memburuk", "membaik")
    rise, fall = ([f"{word} {step}" for step in steps] for word in ("naik", "turun"))
    rise[0], fall[0] = f"{rise[0]} ({up})", f"{fall[0]} ({down})"
    return [*fall, f"tetap (kurang dari {first})", *reversed(rise)]


def _satuan(metrik: Metrik) -> str:
    return "poin" if metrik.adalah_rasio else metrik.satuan


def tabel(
    found: Sequence[Beda], bulan_awal: date, tampilan: maps.Tampilan, *, tinggi: int | None = None
) -> dict[str, Any]:
    """The same areas as a table: both values with their counts, the difference, its meaning, a moved denominator."""
    metrik = metrics.METRIK[tampilan.metrik]
    frame = pd.DataFrame([{"kode": b.kode, "awal": b.awal, "akhir": b.akhir, "beda": b} for b in found])
    judul = f"Selisih {metrik.label}, {beda.rentang(bulan_awal, tampilan.bulan)}"
    return tables.tabel(
        frame, _kolom(metrik, tampilan, bulan_awal), judul=judul, kode="kode", terpilih=tampilan.terpilih, tinggi=tinggi
    )


def _kolom(metrik: Metrik, tampilan: maps.Tampilan, bulan_awal: date) -> list[tables.Kolom]:
    names = [tables.di("akhir", tables.teks(tampilan.tingkat.capitalize(), f"nama_{tampilan.tingkat}"))]
    if tampilan.tingkat == "kelurahan":
        names.append(tables.di("akhir", tables.teks("Kecamatan", "nama_kecamatan")))
    months = (("awal", formats.bulan_pendek(bulan_awal)), ("akhir", formats.bulan_pendek(tampilan.bulan)))
    values = [tables.di(which, tables.ukuran(metrik.kunci, f"{metrik.label}, {words}")) for which, words in months]
    counted = [(metrik.pembilang, metrik.kata_pembilang)] if metrik.adalah_rasio else []
    if metrik.penyebut:
        counted.append((metrik.penyebut, tampilan.kata_penyebut if metrik.kunci == "cakupan" else metrik.kata_penyebut))
    counts = [
        tables.di(which, tables.bagian(f"{kata.capitalize()}, {words}", kolom, metrik.kunci))
        for kolom, kata in counted
        for which, words in months
    ]
    change = tables.Kolom(f"Selisih ({_satuan(metrik)})", lambda row: _sel(row["beda"]))
    meaning = tables.Kolom("Arti", lambda row: (row["beda"].arti, row["beda"].arti, ""), angka=False)
    moved = tables.Kolom("Penyebut", lambda row: _bergeser(row["beda"]), angka=False)
    return [*names, *values, change, meaning, *counts, *([moved] if metrik.penyebut else [])]


def _sel(b: Beda) -> tuple[str, Any, str]:
    return b.teks, b.delta, b.keadaan.value


def _bergeser(b: Beda) -> tuple[str, Any, str]:
    words = f"bergeser {beda.GESER}" if b.bergeser else ""
    return words, words, ""
