"""The coverage map as data: for each area a class, a colour, a state and finished words. `static/peta.js` draws it.

Not a Plotly choropleth: that asks another host for a world map, cannot hatch, knows no missing value, and repaints
slower; here the outlines come once by URL and a change sends values only.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from jamsostek import formats, metrics, narasi, theme
from jamsostek.batas import berkas_gambar
from jamsostek.metrics import Keadaan, Metrik

AWALAN = {"kecamatan": "Kecamatan", "kelurahan": "Kelurahan"}


@dataclass(frozen=True)
class Tampilan:
    """How the map is asked for: metric, level, month, target ratio of the break, chosen area, height and type in px.

    `fokus` is the kecamatan that fills the frame, `bentuk` 'wilayah' or 'petak' (tiles of equal area); without
    `sisipan` the dense centre is not enlarged beside the map.
    """

    metrik: str
    tingkat: metrics.Tingkat
    bulan: date
    target: float = 1.0
    terpilih: str | None = None
    tinggi: int = 400
    huruf: int = 13
    kata_penyebut: str = "penduduk bekerja"
    fokus: str | None = None
    bentuk: str = "wilayah"
    sisipan: bool = True

    @property
    def kelas(self) -> tuple[Metrik, tuple[float, ...], tuple[theme.Warna, ...]]:
        """The metric with its class breaks and colours, which depend on nothing else."""
        batas = metrics.batas_kelas(self.metrik, self.tingkat, self.target)
        return metrics.METRIK[self.metrik], batas, theme.kelas_warna(self.metrik, len(batas) + 1)


def peta(df: pd.DataFrame, tampilan: Tampilan, sebelum: pd.DataFrame | None = None) -> dict[str, Any]:
    """The map's data of one query result (cakupan_per_kecamatan or cakupan_per_kelurahan).

    Keys: tingkat, sel (code -> colour, class, state, words), legenda, headings and text alternative. Rows without a
    place are not drawn. `sebelum`: the same query for the month before, for what changed. KeyError: unknown metric.
    """
    metrik, batas, warna = tampilan.kelas
    kode = f"kode_{tampilan.tingkat}"
    areas = berwilayah(df, kode)
    cells = {row[kode]: _cell(row, metrik, batas, warna, tampilan) for row in records(areas)}
    return bingkai_layar(tampilan) | {
        "sel": cells,
        "legenda": legenda(cells, metrik, batas, warna),
        "judul": f"{metrik.label} per {tampilan.tingkat}, {formats.bulan_panjang(tampilan.bulan)}",
        "judul_legenda": f"{metrik.label} ({metrik.satuan})",
        "alt": narasi.alternatif_peta(
            areas, tampilan.metrik, f"nama_{tampilan.tingkat}", tampilan.bulan, sebelum, tampilan.target
        ),
    }


def bingkai_layar(tampilan: Tampilan) -> dict[str, Any]:
    """What every kind of map says about its frame, whatever its areas show."""
    return {
        "berkas": berkas_gambar(tampilan.bulan),
        "tingkat": tampilan.tingkat,
        "awalan": AWALAN[tampilan.tingkat],
        "bentuk": tampilan.bentuk,
        "fokus": tampilan.fokus,
        "terpilih": tampilan.terpilih,
        "sisipan": tampilan.sisipan,
        "judul_letak": "Letak di kota",
        "tinggi": tampilan.tinggi,
        "huruf": tampilan.huruf,
        "gagal": "Peta tidak dapat dimuat. Lihat tabel, atau muat ulang halaman ini.",
    }


def berwilayah(df: pd.DataFrame, kode: str = "kode_kecamatan") -> pd.DataFrame:
    """The rows that have a place: the map has no area without one, the register knows no persons without one."""
    return df[df[kode].str.slice(5, 8) != ".00"]


def records(df: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a query result as plain dicts."""
    return [{str(key): value for key, value in row.items()} for row in df.to_dict("records")]


def pola(metrik: Metrik, state: Keadaan, kata_penyebut: str) -> list[str]:
    """The lines of the hover text of a state, with {t}, {a}, {b} for value, numerator and denominator."""
    if not state.ada_nilai:
        lines = [f"{metrik.label}: {state.label.lower()}"]
    else:
        lines = [f"{metrik.label}: {{t}}"]
        if metrik.penyebut:
            denominator = kata_penyebut if metrik.kunci == "cakupan" else metrik.kata_penyebut
            lines.append(f"{{a}} {metrik.kata_pembilang} dari {{b}} {denominator}")
    if state is Keadaan.DI_ATAS_100:
        lines.append("Di atas 100%: periksa penyebut (alamat kantor atau daftar lama)")
    if state is Keadaan.TANPA_DATA:
        lines.append("Daftar tenaga kerja belum pernah masuk")
    return lines


def isi_pola(row: Mapping[str, Any], metrik: Metrik, state: Keadaan) -> dict[str, str]:
    """Value (t), numerator (a) and denominator (b) of a row as words; a and b empty where they may not be shown."""
    value = narasi.teks_nilai(metrik.kunci, row[metrik.kolom], state, row.get(metrik.penyebut or ""))
    if not state.ada_nilai or not metrik.penyebut:
        return {"t": value, "a": "", "b": ""}
    return {"t": value, "a": formats.angka(row[metrik.pembilang]), "b": formats.angka(row[metrik.penyebut])}


def keterangan(row: Mapping[str, Any], metrik: Metrik, state: Keadaan, nama: str, kata_penyebut: str) -> list[str]:
    """The lines of the hover text: name, value, numerator and denominator, and what is special about the cell."""
    words = isi_pola(row, metrik, state)
    lines = [nama, *(line.format(**words) for line in pola(metrik, state, kata_penyebut))]
    if state is Keadaan.BELUM_DIKETAHUI:
        lines.append(narasi.alasan_belum_diketahui(row))
    age = row.get("umur_bulan")
    if age is not None and not pd.isna(age) and age > 12:
        lines.append(
            f"Daftar tenaga kerja terakhir {formats.bulan_panjang(row['bulan_daftar'])} ({int(age)} bulan lalu)"
        )
    return lines


def _cell(
    row: Mapping[str, Any],
    metrik: Metrik,
    batas: tuple[float, ...],
    warna: tuple[theme.Warna, ...],
    tampilan: Tampilan,
) -> dict[str, Any]:
    state = metrics.keadaan_baris(row, metrik.kunci)
    kelas = metrics.kelas_of(row[metrik.kolom], batas) if state.ada_nilai else None
    fill = warna[kelas] if kelas is not None else theme.TIDAK_BERLAKU
    words = isi_pola(row, metrik, state)
    name = f"{AWALAN[tampilan.tingkat]} {row[f'nama_{tampilan.tingkat}']}"
    return {
        "keadaan": state.value,
        "kelas": "" if kelas is None else kelas,
        "warna": fill.isi,
        "warna_teks": fill.teks,
        "teks": words["t"],
        "keterangan": keterangan(row, metrik, state, name, tampilan.kata_penyebut),
        "isi": (words["a"], words["b"]),
        "pola": tuple(pola(metrik, state, tampilan.kata_penyebut)),
    }


def legenda(
    cells: Mapping[str, Mapping[str, Any]],
    metrik: Metrik,
    batas: tuple[float, ...],
    warna: tuple[theme.Warna, ...],
) -> list[dict[str, Any]]:
    """Legend rows: every class with the number of areas in it, then the other states that occur."""
    counts = Counter((cell["keadaan"], cell["kelas"]) for cell in cells.values())
    classes = [(Keadaan.NILAI, kelas) for kelas in range(len(warna))]
    others = [(Keadaan(state), kelas) for state, kelas in sorted(counts, key=str) if state != Keadaan.NILAI]
    return [
        baris_legenda(state, kelas, metrik, batas, warna) | {"jumlah": str(counts[state.value, kelas])}
        for state, kelas in (*classes, *others)
    ]


def baris_legenda(
    state: Keadaan, kelas: int | str, metrik: Metrik, batas: tuple[float, ...], warna: tuple[theme.Warna, ...]
) -> dict[str, Any]:
    """One legend row without its number: state, class ('' without one), colour, words, whether the target begins."""
    text = narasi.label_kelas(metrik.kunci, batas)[int(kelas)] if state is Keadaan.NILAI else state.label
    return {
        "keadaan": state.value,
        "kelas": kelas,
        "warna": (theme.TIDAK_BERLAKU if kelas == "" else warna[int(kelas)]).isi,
        "teks": text + (", periksa penyebut" if state is Keadaan.DI_ATAS_100 else ""),
        "sasaran": metrik.kunci == "cakupan" and state is Keadaan.NILAI and kelas == len(batas),
    }


def padat(peta: Mapping[str, Any]) -> dict[str, Any]:
    """The map's data as it travels: each cell is [class, text, a, b, further lines], each class stands once.

    A class of `golongan` has state, class, colours and the lines that its cells share, with {t}, {a}, {b} for text and
    counts; cells made without such lines (`pola`) carry all their own. The first line of a cell is the name of its
    area, which the outlines know.
    """
    golongan: dict[tuple[Any, ...], int] = {}
    cells = {}
    for code, cell in peta["sel"].items():
        shared = cell.get("pola", ())
        group = (cell["keadaan"], cell["kelas"], cell["warna"], cell["warna_teks"], shared)
        own = cell["keterangan"][1 + len(shared) :]
        cells[code] = [golongan.setdefault(group, len(golongan)), cell["teks"], *cell.get("isi", ("", "")), *own]
    return {**peta, "sel": cells, "golongan": list(golongan)}
