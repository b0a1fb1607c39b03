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
from jamsostek.metrics import Keadaan, Metrik

KODE_TANPA_WILAYAH = "53.71.00"


@dataclass(frozen=True)
class Tampilan:
    """How the map is asked for: metric, level, month, target ratio of the break, chosen area, height and type in px."""

    metrik: str
    tingkat: metrics.Tingkat
    bulan: date
    target: float = 1.0
    terpilih: str | None = None
    tinggi: int = 400
    huruf: int = 13
    kata_penyebut: str = "penduduk bekerja"


def peta(df: pd.DataFrame, tampilan: Tampilan) -> dict[str, Any]:
    """The map's data of one query result (cakupan_per_kecamatan or cakupan_per_kelurahan).

    Keys: tingkat, sel (code -> colour, class, state, words), legenda, headings and text alternative. Rows without a
    place are not drawn. Raises KeyError for an unknown metric.
    """
    metrik = metrics.METRIK[tampilan.metrik]
    batas = metrics.batas_kelas(tampilan.metrik, tampilan.tingkat, tampilan.target)
    warna = theme.kelas_warna(tampilan.metrik, len(batas) + 1)
    kode = f"kode_{tampilan.tingkat}"
    areas = df[~df[kode].str.startswith(KODE_TANPA_WILAYAH)]
    cells = {row[kode]: _cell(row, metrik, batas, warna, tampilan) for row in records(areas)}
    return {
        "tingkat": tampilan.tingkat,
        "sel": cells,
        "legenda": legenda(cells, metrik, batas, warna),
        "judul": f"{metrik.label} per {tampilan.tingkat}, {formats.bulan_panjang(tampilan.bulan)}",
        "judul_sisipan": "Kota Lama dan Kota Raja, diperbesar",
        "judul_legenda": f"{metrik.label} ({metrik.satuan})",
        "alt": narasi.alternatif_peta(areas, tampilan.metrik, f"nama_{tampilan.tingkat}", tampilan.bulan),
        "terpilih": tampilan.terpilih,
        "tinggi": tampilan.tinggi,
        "huruf": tampilan.huruf,
        "gagal": "Peta tidak dapat dimuat. Lihat tabel, atau muat ulang halaman ini.",
    }


def records(df: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a query result as plain dicts."""
    return [{str(key): value for key, value in row.items()} for row in df.to_dict("records")]


def keterangan(row: Mapping[str, Any], metrik: Metrik, state: Keadaan, nama: str, kata_penyebut: str) -> list[str]:
    """The lines of the hover text: name, value, numerator and denominator, and what is special about the cell."""
    lines = [nama]
    if not state.ada_nilai:
        lines.append(f"{metrik.label}: {state.label.lower()}")
    else:
        value = narasi.teks_nilai(metrik.kunci, row[metrik.kolom], state, row.get(metrik.penyebut or ""))
        lines.append(f"{metrik.label}: {value}")
        if metrik.penyebut:
            denominator = kata_penyebut if metrik.kunci == "cakupan" else metrik.kata_penyebut
            lines.append(
                f"{formats.angka(row[metrik.pembilang])} {metrik.kata_pembilang} dari "
                f"{formats.angka(row[metrik.penyebut])} {denominator}"
            )
    if state is Keadaan.DI_ATAS_100:
        lines.append("Di atas 100%: periksa penyebut (alamat kantor atau daftar lama)")
    if state is Keadaan.TANPA_DATA:
        lines.append("Daftar tenaga kerja belum pernah masuk")
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
    text = narasi.teks_nilai(metrik.kunci, row[metrik.kolom], state, row.get(metrik.penyebut or ""))
    area = {"kecamatan": "Kecamatan", "kelurahan": "Kelurahan"}[tampilan.tingkat]
    name = f"{area} {row[f'nama_{tampilan.tingkat}']}"
    return {
        "keadaan": state.value,
        "kelas": "" if kelas is None else kelas,
        "warna": fill.isi,
        "warna_teks": fill.teks,
        "teks": text,
        "keterangan": keterangan(row, metrik, state, name, tampilan.kata_penyebut),
    }


def legenda(
    cells: Mapping[str, Mapping[str, Any]],
    metrik: Metrik,
    batas: tuple[float, ...],
    warna: tuple[theme.Warna, ...],
) -> list[dict[str, Any]]:
    """Legend rows: every class with the number of areas in it, then the other states that occur."""
    counts = Counter((cell["keadaan"], cell["kelas"]) for cell in cells.values())
    rows: list[dict[str, Any]] = []
    for kelas, (fill, label) in enumerate(zip(warna, narasi.label_kelas(metrik.kunci, batas), strict=True)):
        last_of_coverage = metrik.kunci == "cakupan" and kelas == len(batas)
        rows.append(
            {
                "keadaan": Keadaan.NILAI.value,
                "kelas": kelas,
                "warna": fill.isi,
                "teks": label,
                "jumlah": str(counts[(Keadaan.NILAI.value, kelas)]),
                "sasaran": last_of_coverage,
            }
        )
    for (state, kelas), number in sorted(counts.items(), key=str):
        if state == Keadaan.NILAI.value:
            continue
        fill = warna[kelas] if kelas != "" else theme.TIDAK_BERLAKU
        label = Keadaan(state).label + (", periksa penyebut" if state == Keadaan.DI_ATAS_100.value else "")
        rows.append(
            {
                "keadaan": state,
                "kelas": kelas,
                "warna": fill.isi,
                "teks": label,
                "jumlah": str(number),
                "sasaran": False,
            }
        )
    return rows
