"""Many small maps on one scale of colour, and many small trends on one axis, as compact as they travel. Pure.

The outlines come by URL; over the wire go one class and one text per area and frame.
"""

import math
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from jamsostek import formats, metrics, narasi, theme
from jamsostek.batas import berkas_gambar
from jamsostek.figures import beda, frames, maps, tables
from jamsostek.metrics import Keadaan

JUMLAH_BULAN = 12
LANGKAH_SUMBU = 0.10


def bulan_terakhir(df: pd.DataFrame, bulan: date) -> list[Any]:
    """The last twelve months of `df` up to `bulan`, ascending."""
    return [month for month in sorted(df["bulan"].unique()) if month <= pd.Timestamp(bulan)][-JUMLAH_BULAN:]


def per_bulan(df: pd.DataFrame, tempat: pd.DataFrame, tampilan: maps.Tampilan) -> dict[str, Any]:
    """The last twelve months up to `tampilan.bulan`, one small map each, with the place's value beside the month.

    `df`: akun_per_kelurahan; `tempat`: akun_bulanan of the place with `berlaku`.
    """
    months = bulan_terakhir(df, tampilan.bulan)
    own = {row["bulan"]: row for row in maps.records(tempat)}
    titles = [
        {"judul": formats.bulan_panjang(month), "nilai": _nilai(own[month], tampilan.metrik), "fokus": tampilan.fokus,
         "urut": i, "kini": month == pd.Timestamp(tampilan.bulan)}
        for i, month in enumerate(months)
    ]  # fmt: skip
    return _lembar(df[df["bulan"].isin(months)], titles, tampilan) | {"lebar": False}


def per_kecamatan(df: pd.DataFrame, kecamatan: pd.DataFrame, tampilan: maps.Tampilan) -> dict[str, Any]:
    """Every kecamatan filling its own small map with its kelurahan; its own value stands beside its name.

    `df`: cakupan_per_kelurahan; `kecamatan`: cakupan_per_kecamatan of the same month.
    """
    titles = [
        {"judul": row["nama_kecamatan"], "nilai": _nilai(row, tampilan.metrik), "fokus": row["kode_kecamatan"],
         "urut": 0, "kini": row["kode_kecamatan"] == (tampilan.terpilih or "")[: len(row["kode_kecamatan"])]}
        for row in maps.records(maps.berwilayah(kecamatan, "kode_kecamatan"))
    ]  # fmt: skip
    return _lembar(df.assign(bulan=pd.Timestamp(tampilan.bulan)), titles, tampilan) | {"lebar": True}


def _lembar(df: pd.DataFrame, titles: Sequence[Mapping[str, Any]], tampilan: maps.Tampilan) -> dict[str, Any]:
    """Frames with their titles; `sel` maps each code to [classes, texts], one of each per month of `df`."""
    made = frames.bingkai(df, tampilan)
    metrik, _batas, warna = tampilan.kelas
    used = {group for cell in made["sel"].values() for group in cell["g"]}
    classes = range(len(warna))
    return {
        "berkas": berkas_gambar(tampilan.bulan),
        "bingkai": list(titles),
        "golongan": [group[:4] for group in made["golongan"]],
        "kata": [row["teks"] for row in made["legenda"]],
        "sel": {code: [cell["g"], cell["t"]] for code, cell in made["sel"].items()},
        "legenda": [row | {"jumlah": ""} for i, row in enumerate(made["legenda"]) if i in used or i in classes],
        "judul_legenda": f"{metrik.label} ({metrik.satuan}), satu skala untuk semua peta",
        "terpilih": tampilan.terpilih,
        "gagal": "Peta tidak dapat dimuat. Lihat tabel, atau muat ulang halaman ini.",
    }


def _nilai(row: Mapping[str, Any], kunci: str) -> str:
    """A value, or the words of its state."""
    metrik = metrics.METRIK[kunci]
    state = metrics.keadaan_baris(row, kunci)
    if not state.ada_nilai:
        return state.label.lower()
    return narasi.teks_nilai(kunci, row[metrik.kolom], state, row.get(metrik.penyebut or ""))


def tren(df: pd.DataFrame, bulan: date, terpilih: str | None = None) -> dict[str, Any]:
    """One cell per kelurahan with its coverage in all months on one axis, the largest gap of `bulan` first.

    `df`: akun_per_kelurahan. Values travel as whole tenths of a percent (None: not shown). Coverage above 100 % does
    not stretch the axis of all the others: it is drawn at its upper edge, and the cell says so.
    """
    rows = maps.records(maps.berwilayah(df, "kode_kelurahan"))
    months = sorted({row["bulan"] for row in rows})
    by_area: dict[str, dict[Any, dict[str, Any]]] = {}
    for row in rows:
        by_area.setdefault(row["kode_kelurahan"], {})[row["bulan"]] = row
    atas = _atas(rows)
    now = pd.Timestamp(bulan)
    cells = [_sel(series, months, now) for series in by_area.values() if now in series]
    cells.sort(key=lambda cell: (cell["urut"] is None, -(cell["urut"] or 0), cell["nama"]))
    span = f"{formats.bulan_pendek(months[0])} sampai {formats.bulan_pendek(months[-1])}"
    top = formats.persen(atas).replace(",0%", "%")
    return {
        "sel": [{key: value for key, value in cell.items() if key != "urut"} for cell in cells],
        "atas": round(1000 * atas),
        "kini": months.index(now),
        "warna": theme.WARNA_CAKUPAN,
        "judul": f"Cakupan setiap kelurahan, {span}; urut menurut pekerja yang belum terlindungi",
        "sumbu": f"Sumbu tegak setiap grafik sama: 0 sampai {top}. Nilai di atasnya digambar di tepi atas (▲).",
        "terpilih": terpilih,
    }


def _atas(rows: Sequence[Mapping[str, Any]]) -> float:
    """Upper end of the common axis: the highest coverage, raised to a whole step, at most 100 %.

    An area that ever exceeds 100 % (its denominator is wrong, not its coverage high) has no say in it.
    """
    states = [(row, metrics.keadaan_baris(row, "cakupan")) for row in rows]
    above = {row["kode_kelurahan"] for row, state in states if state is Keadaan.DI_ATAS_100}
    shown = [float(r["rasio_cakupan"]) for r, s in states if s is Keadaan.NILAI and r["kode_kelurahan"] not in above]
    steps = math.ceil(round(max(shown, default=1.0) / LANGKAH_SUMBU, 6))
    return min(max(steps, 1) * LANGKAH_SUMBU, 1.0)


def _sel(series: Mapping[Any, Mapping[str, Any]], months: Sequence[Any], bulan: Any) -> dict[str, Any]:
    now = series[bulan]
    values = [_perseribu(series.get(month)) for month in months]
    gap = metrics.keadaan_baris(now, "belum_terlindungi")
    state = metrics.keadaan_baris(now, "cakupan")
    return {
        "kode": now["kode_kelurahan"],
        "nama": now["nama_kelurahan"],
        "induk": now["nama_kecamatan"],
        "keadaan": state.value,
        "cakupan": _nilai(now, "cakupan"),
        "belum": f"{_nilai(now, 'belum_terlindungi')} belum terlindungi" if gap.ada_nilai else "",
        "nilai": values,
        "urut": int(now["jumlah_belum_terlindungi"]) if gap.ada_nilai else None,
    }


def _perseribu(row: Mapping[str, Any] | None) -> int | None:
    if row is None or not metrics.keadaan_baris(row, "cakupan").ada_nilai:
        return None
    return round(1000 * float(row["rasio_cakupan"]))


def kalimat_tren(df: pd.DataFrame, bulan: date) -> str:
    """The finding above the trends: where most workers without protection are, and how many areas cannot be ranked."""
    rows = maps.records(maps.berwilayah(df, "kode_kelurahan"))
    shown = [row for row in rows if metrics.keadaan_baris(row, "belum_terlindungi").ada_nilai]
    shown.sort(key=lambda row: -int(row["jumlah_belum_terlindungi"]))
    head = formats.bulan_panjang(bulan)
    if not shown:
        return f"{head}: kesenjangan tidak dapat ditampilkan untuk pilihan ini."
    most = ", ".join(f"{row['nama_kelurahan']} ({formats.angka(row['jumlah_belum_terlindungi'])})" for row in shown[:3])
    rest = len(rows) - len(shown)
    more = f" {formats.angka(rest)} kelurahan tidak punya angka yang dapat ditampilkan." if rest else ""
    return f"{head}: pekerja yang belum terlindungi paling banyak di {most}.{more}"


def tabel(df: pd.DataFrame, kunci: str) -> dict[str, Any]:
    """The numbers behind the small drawings: one row per kelurahan, one column per month, the latest first."""
    months = sorted(df["bulan"].unique(), reverse=True)
    by_area: dict[str, dict[str, Any]] = {}
    for row in maps.records(maps.berwilayah(df, "kode_kelurahan")):
        unknown = dict.fromkeys(map(str, months), beda.tanpa_data(row))
        area = by_area.setdefault(row["kode_kelurahan"], {"kode": row["kode_kelurahan"], "induk": row, **unknown})
        area[str(row["bulan"])] = row
    names = [tables.di("induk", tables.teks("Kelurahan", "nama_kelurahan"))]
    values = [tables.di(str(month), tables.ukuran(kunci, formats.bulan_pendek(month))) for month in months]
    judul = f"{metrics.METRIK[kunci].label} per kelurahan dan bulan"
    return tables.tabel(pd.DataFrame(list(by_area.values())), [*names, *values], judul=judul, kode="kode", tinggi=420)
