"""The map and the table of coverage together with a second measure, from the same areas. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import product
from typing import Any

import pandas as pd

from jamsostek import formats, metrics, narasi, theme
from jamsostek.figures import maps, tables
from jamsostek.figures.pasangan import Pasangan, bacaan, kalimat, kata, label
from jamsostek.metrics import Keadaan, Metrik


def peta(found: Sequence[Pasangan], kedua: str, tampilan: maps.Tampilan) -> dict[str, Any]:
    """The map of both measures: same keys as `maps.peta`, and `legenda_matriks` for the square."""
    metrik = metrics.METRIK[kedua]
    cells = {p.kode: _cell(p, metrik, tampilan) for p in found}
    warna = [look for row in theme.KELAS_BERDUA for look in row]
    # The square stands for the classes; as rows they serve whoever writes the legend without drawing it.
    rows = maps.legenda(cells, metrics.METRIK["cakupan"], tuple(range(1, 9)), tuple(warna))
    classes = [
        row | {"teks": f"Cakupan {kolom}, {metrik.label} {baris}", "sasaran": False}
        for row, (baris, kolom) in zip(rows, product(label(kedua)[::-1], label("cakupan")), strict=False)
    ]
    return maps.bingkai_layar(tampilan) | {
        "sel": cells,
        "legenda": classes + rows[len(classes) :],
        "legenda_matriks": _matriks(found, metrik),
        "judul": f"{_judul(metrik)} per {tampilan.tingkat}, {formats.bulan_panjang(tampilan.bulan)}",
        "judul_legenda": "Jumlah wilayah menurut cakupan dan " + kata(metrik),
        "alt": "Peta dua ukuran. " + kalimat(found, kedua, tampilan),
    }


def _judul(kedua: Metrik) -> str:
    return f"Cakupan dan {kata(kedua)}"


def _matriks(found: Sequence[Pasangan], kedua: Metrik) -> dict[str, Any]:
    counts = Counter(p.kelas for p in found if p.keadaan is Keadaan.NILAI)
    return {
        "baris": [_rapat(words) for words in label(kedua.kunci)[::-1]],
        "kolom": [_rapat(words) for words in label("cakupan")],
        "judul_baris": kedua.singkat,
        "judul_kolom": "Cakupan",
        "warna": [[look.isi for look in row] for row in theme.KELAS_BERDUA],
        "jumlah": [[str(counts[3 * row + column]) for column in range(3)] for row in range(3)],
    }


def _cell(p: Pasangan, kedua: Metrik, tampilan: maps.Tampilan) -> dict[str, Any]:
    look = theme.TIDAK_BERLAKU if p.baris is None or p.kolom is None else theme.KELAS_BERDUA[p.baris][p.kolom]
    states = {kunci: metrics.keadaan_baris(p.isi, kunci) for kunci in ("cakupan", kedua.kunci)}
    words = {"cakupan": tampilan.kata_penyebut, kedua.kunci: ""}
    lines = [f"{tampilan.tingkat.capitalize()} {p.nama}"]
    for kunci, state in states.items():
        text = narasi.teks_rinci(kunci, p.isi, state, words[kunci])
        lines.append(f"{metrics.METRIK[kunci].label}: {text if state.ada_nilai else text.lower()}")
    lines += [bacaan(p, kedua)] if p.kelas is not None else []
    if p.keadaan is Keadaan.BELUM_DIKETAHUI:
        lines.append(narasi.alasan_belum_diketahui(p.isi))
    return {
        "keadaan": p.keadaan.value,
        "kelas": "" if p.kelas is None else p.kelas,
        "warna": look.isi,
        "warna_teks": look.teks,
        "teks": _teks(p, states),
        "keterangan": lines,
    }


def _teks(p: Pasangan, states: Mapping[str, Keadaan]) -> str:
    """Both values, coverage first, or the symbol of the state."""
    if not p.keadaan.ada_nilai:
        return p.keadaan.simbol
    values = [
        narasi.teks_nilai(kunci, p.isi[metrics.METRIK[kunci].kolom], state, p.isi[metrics.METRIK[kunci].penyebut])
        for kunci, state in states.items()
    ]
    return " / ".join(values)


def tabel(
    found: Sequence[Pasangan], kedua: str, tampilan: maps.Tampilan, *, tinggi: int | None = None
) -> dict[str, Any]:
    """The same areas as a table: both measures with their counts and the reading."""
    metrik = metrics.METRIK[kedua]
    frame = pd.DataFrame([{**p.isi, "pasangan": p} for p in found])
    names = [tables.teks(tampilan.tingkat.capitalize(), f"nama_{tampilan.tingkat}")]
    if tampilan.tingkat == "kelurahan":
        names.append(tables.teks("Kecamatan", "nama_kecamatan"))
    columns = [
        *names,
        tables.ukuran("cakupan"),
        tables.ukuran(kedua, metrik.singkat),
        tables.Kolom("Bacaan", lambda row: (words := bacaan(row["pasangan"], metrik), words, ""), angka=False),
        tables.bagian("Peserta aktif", "jumlah_peserta", "cakupan"),
        tables.bagian(tampilan.kata_penyebut.capitalize(), "jumlah_penyebut", "cakupan"),
        tables.bagian(_besar(metrik.kata_pembilang), metrik.pembilang, kedua),
        tables.bagian(_besar(metrik.kata_penyebut), metrik.penyebut, kedua),
    ]
    return tables.tabel(
        frame, columns, judul=f"{_judul(metrik)}, {formats.bulan_panjang(tampilan.bulan)}",
        kode=f"kode_{tampilan.tingkat}", terpilih=tampilan.terpilih, tinggi=tinggi,
        catatan=f"{tables.LEGENDA_SIMBOL} bd = belum diketahui, pendataan belum memadai.",
    )  # fmt: skip


def _besar(kata_kata: str) -> str:
    """The words with a capital first letter; RT stays RT."""
    return kata_kata[:1].upper() + kata_kata[1:]


def _rapat(teks: str) -> str:
    """The words of a class for a narrow heading: a sign is not torn from its number."""
    return teks.replace("< ", "<\u00a0").replace("≥ ", "≥\u00a0")
