"""What the recording page says: rows with their reading, the order of the league table, sentences, cards. Pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from jamsostek import formats, metrics
from jamsostek.kartu import Kartu
from jamsostek.metrics import Bacaan, Keadaan

_URUTAN = "daftar terbaru, lalu urutan sumber (RT/RW, perusahaan, UMKM, ritel, rumah ibadah), lalu kode kelurahan"
_RT_MEMADAI = formats.persen(metrics.AMBANG_RT_MELAPOR).replace(",0%", "%")
_RT_LENGKAP = formats.persen(metrics.AMBANG_LENGKAP).replace(",0%", "%")
CATATAN = (
    "Jumlah RT kota bersumber; pembagiannya ke kelurahan adalah taksiran menurut penduduk. Cakupan ditulis “belum "
    f"diketahui” bila kurang dari {_RT_MEMADAI} RT melapor atau daftar terbaru lebih tua dari "
    f"{metrics.AMBANG_UMUR_DAFTAR} bulan; tanpa daftar: tidak ada data. Bacaan lengkap: sedikitnya {_RT_LENGKAP} RT. "
    "Angka pendataan tidak mengikuti pilihan segmen, jenis kelamin, dan umur; cakupan mengikutinya."
)
KETERANGAN_PENDATAAN = {
    "Judul": "RT yang belum melapor dan peringkat pendataan",
    "RT belum melapor": "menurut daftar RT/RW terbaru; nomor hanya diketahui bila pernah ada dalam daftar",
    "Jumlah RT": "total kota bersumber; pembagian ke kelurahan taksiran menurut penduduk",
    "Lambang": "r = dirahasiakan (1 sampai 4 orang); tad = tidak ada data; tb = tidak berlaku; "
    "bd = belum diketahui, pendataan belum memadai",
    "Sumber": "daftar tenaga kerja yang diterima; berkas peserta BPJS Ketenagakerjaan",
}
KETERANGAN_BERBEDA = {
    "Judul": "Catatan yang berbeda untuk orang yang sama",
    "Yang dipakai": _URUTAN,
    "Baris": "nomor baris dalam berkas yang diserahkan; cari barisnya di berkas sendiri",
    "Bulan": "daftar yang berlaku pada bulan terakhir; tidak mengikuti pilihan bulan",
    "Sumber": "daftar tenaga kerja yang diterima",
}
_CAKUPAN = ["kode_kelurahan", "jumlah_peserta", "jumlah_penyebut", "rasio_cakupan", "berlaku"]


def gabung(pendataan: pd.DataFrame, cakupan: pd.DataFrame, penyebut: str) -> pd.DataFrame:
    """The 51 rows of pendataan_per_kelurahan with coverage, `bacaan` and `pendataan_memadai` (bool) beside them.

    A denominator from outside the register (potensi) is not made unknown by poor recording.
    """
    rows = pendataan.merge(cakupan[_CAKUPAN], on="kode_kelurahan", how="left", validate="one_to_one")
    pairs = zip(rows["rasio_rt_melapor"], rows["umur_bulan"], strict=True)
    rows["bacaan"] = pd.Series([metrics.bacaan_pendataan(*pair) for pair in pairs], index=rows.index, dtype=object)
    rows["pendataan_memadai"] = [penyebut == "potensi" or b is not Bacaan.BELUM_DIKETAHUI for b in rows["bacaan"]]
    return rows


def peringkat(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows sorted by completeness, then by age of the newest list; equal ones share their `urutan` (1 = first)."""
    keys = ["rasio_rt_melapor", "umur_bulan", "nama_kelurahan"]
    ranked = rows.sort_values(keys, ascending=[False, True, True], na_position="last").reset_index(drop=True)
    same = [ranked[key].astype("float64").round(9).fillna(-1) for key in keys[:2]]
    first = pd.concat(same, axis=1).diff().ne(0).any(axis=1)
    ranked["urutan"] = pd.Series(range(1, len(ranked) + 1)).where(first).ffill().astype("int64")
    return ranked


def dalam(rows: pd.DataFrame, wilayah: Mapping[str, str | None]) -> pd.DataFrame:
    """The rows of the chosen kecamatan or kelurahan (names of columns to codes; None means all)."""
    for column, kode in wilayah.items():
        rows = rows[rows[column] == kode] if kode else rows
    return rows.reset_index(drop=True)


def kalimat(ringkas: Mapping[Any, Any], rows: pd.DataFrame, wilayah: str, bulan: date) -> str:
    """The headline: RT in the lists in force, and who has not reported or cannot be judged.

    `ringkas` is the row of pendataan_ringkas, `rows` the chosen rows of `gabung`.
    """
    share = formats.persen(ringkas["rasio_rt_melapor"], ringkas["jumlah_rt"])
    parts = [
        f"{formats.bulan_panjang(bulan)}: {formats.angka(ringkas['jumlah_rt_melapor'])} dari "
        f"{formats.angka(ringkas['jumlah_rt'])} RT di {wilayah} ada dalam daftar yang berlaku ({share})"
    ]
    if len(rows) == 1:
        return f"{parts[0]}; {_satu(rows.iloc[0])}."
    silent, unknown = ringkas["jumlah_kelurahan_tanpa_daftar"], _belum_diketahui(rows)
    of_all = f"{formats.angka(silent)} dari {formats.angka(ringkas['jumlah_kelurahan'])} kelurahan"
    parts.append(f"{of_all} belum menyerahkan daftar" if silent else "semua kelurahan sudah menyerahkan daftar")
    if unknown:
        parts.append(f"cakupan {unknown} kelurahan belum diketahui karena pendataannya belum memadai")
    return "; ".join(parts) + "."


def _satu(row: pd.Series) -> str:
    if row["bacaan"] is Bacaan.BELUM_MELAPOR:
        return "belum ada satu pun daftar"
    newest = f"daftar terbaru {formats.bulan_panjang(row['bulan_daftar'])} (umur {row['umur_bulan']} bulan)"
    return f"{newest}; pendataan {row['bacaan']}"


def _belum_diketahui(rows: pd.DataFrame) -> int:
    return sum(b is Bacaan.BELUM_DIKETAHUI for b in rows["bacaan"])


def kartu(ringkas: Mapping[Any, Any], rows: pd.DataFrame, bulan: date) -> list[Kartu]:
    """The four cards: RT melapor, kelurahan tanpa daftar, orang tercatat, tercatat ganda; arguments as `kalimat`."""
    month = formats.bulan_pendek(bulan)
    register = f"Register tenaga kerja, {month}"
    unknown = _belum_diketahui(rows)
    more = f"; {unknown} lagi belum dapat dinilai" if unknown else ""
    return [
        kartu_rt(ringkas, bulan),
        Kartu(
            "Kelurahan tanpa daftar", formats.angka(ringkas["jumlah_kelurahan_tanpa_daftar"]),
            f"dari {formats.angka(ringkas['jumlah_kelurahan'])} kelurahan{more}",
            sumber=f"Daftar dari sumber mana pun, {month}",
        ),
        _orang("Orang tercatat", ringkas["jumlah_orang"],
               f"{_teks(ringkas['jumlah_terlindungi'])} di antaranya peserta aktif",
               f"{register}, semua status, per orang"),
        _orang("Tercatat ganda", ringkas["jumlah_orang_ganda"],
               f"dari {_teks(ringkas['jumlah_orang'])} orang; {_teks(ringkas['jumlah_orang_konflik'])} isinya berbeda",
               f"{register}, orang di beberapa daftar"),
    ]  # fmt: skip


def kartu_rt(ringkas: Mapping[Any, Any], bulan: date) -> Kartu:
    """The card of the RT in the list in force; `ringkas` is the row of pendataan_ringkas."""
    share = formats.persen(ringkas["rasio_rt_melapor"], ringkas["jumlah_rt"])
    return Kartu(
        "RT melapor",
        formats.angka(ringkas["jumlah_rt_melapor"]),
        f"dari {formats.angka(ringkas['jumlah_rt'])} RT ({share})",
        sumber=f"Daftar RT/RW yang berlaku, {formats.bulan_pendek(bulan)}; jumlah RT per kelurahan taksiran",
    )


def _orang(label: str, jumlah: Any, rincian: str, sumber: str) -> Kartu:
    state = metrics.keadaan_jumlah(jumlah)
    return Kartu(label, _teks(jumlah), rincian if state.ada_nilai else state.label, sumber=sumber, keadaan=state)


def _teks(jumlah: Any) -> str:
    """A count of persons as text; 1 to 4 are hidden."""
    state = metrics.keadaan_jumlah(jumlah)
    return formats.angka(jumlah) if state is Keadaan.NILAI else state.simbol


def kalimat_rt(rt: pd.DataFrame, kurang: pd.DataFrame) -> str:
    """What the tables by RW and RT of one kelurahan show, and what cannot be known about the missing ones.

    `rt` is pendataan_per_rt of the kelurahan, `kurang` its rt_belum_melapor.
    """
    known = int((kurang["alasan"] == "pernah_melapor").sum())
    unknown = int(kurang.loc[kurang["alasan"] == "nomor_belum_diketahui", "jumlah_rt"].sum())
    newest = "Belum ada daftar RT/RW."
    if len(rt):
        newest = f"Daftar RT/RW terbaru: {formats.bulan_panjang(rt['bulan_daftar'].iloc[0])}."
    return (
        f"{newest} Tidak ada di dalamnya: {known} RT yang pernah melapor, dengan nomornya, dan {unknown} RT yang hanya "
        "diketahui jumlahnya (jumlah RT rujukan, taksiran, dikurangi nomor yang pernah ada). RT yang pernah melapor "
        "dapat juga sudah digabung atau dinomori ulang. Bagian ini memakai daftar terbaru dan peserta aktif bulan "
        "terakhir."
    )


def kalimat_ganda(ringkas: Mapping[Any, Any], jumlah_catatan: int) -> str:
    """What happens with persons on several lists, and how many records disagree in the last month."""
    several, differ = _teks(ringkas["jumlah_orang_ganda"]), _teks(ringkas["jumlah_orang_konflik"])
    return (
        f"{several} orang ada di lebih dari satu daftar yang berlaku dan dihitung satu kali, menurut {_URUTAN}. "
        f"{differ} di antaranya tercatat dengan kelurahan atau status yang berbeda. Pada bulan terakhir ada "
        f"{formats.angka(jumlah_catatan)} catatan yang berbeda; unduhan menyebut berkas dan nomor barisnya, tanpa data "
        "orang."
    )
