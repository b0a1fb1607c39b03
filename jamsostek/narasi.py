"""Sentences made from figures: the headline, and a text alternative for each chart.

Every sentence leaves out what is not known and never states a hidden count. Numbers come in as arguments;
nothing here reads data or divides.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import pandas as pd

from jamsostek import formats, metrics
from jamsostek.metrics import Keadaan
from jamsostek.putus import Putus
from jamsostek.sasaran import Jalur

Baris = dict[str, Any]

_SIAPA = {"penduduk_bekerja": "pekerja", "angkatan_kerja": "angkatan kerja", "potensi": "potensi peserta"}


@dataclass(frozen=True)
class FaktaUtama:
    """What the headline is made of. Counts are persons, `rasio` and `delta` are ratios (0.234; 0.003 is 0.3 points).

    `wilayah` is the full name ('Kota Kupang', 'Kecamatan Alak', 'Kelurahan Oesapa'); `kelompok` words of a sex or age
    filter ('perempuan umur 25–34 tahun'); `delta` is against `bulan_pembanding`; `terendah` the lowest part of the
    place with its ratio. `berlaku` False: the ratio is not defined for this segment.
    """

    bulan: date
    wilayah: str
    peserta: int | None = None
    penyebut: int | None = None
    rasio: float | None = None
    belum: int | None = None
    delta: float | None = None
    bulan_pembanding: date | None = None
    terendah: tuple[str, float] | None = None
    segmen: str | None = None
    kelompok: str | None = None
    jenis_penyebut: str = "penduduk_bekerja"
    berlaku: bool = True


def headline(fakta: FaktaUtama) -> str:
    """The one sentence at the top, e.g. 'Juni 2023: 23,4% pekerja di Kota Kupang terlindungi (...); ...'"""
    keadaan = metrics.keadaan_sel(fakta.peserta, fakta.penyebut, fakta.berlaku)
    if formats.kosong(fakta.peserta):
        inti = f"tidak ada data peserta{_tambahan(fakta)} di {fakta.wilayah}"
    elif keadaan.ada_nilai:
        inti = _inti_cakupan(fakta, keadaan)
    else:
        inti = _inti_tanpa_cakupan(fakta, keadaan)
    return f"{formats.bulan_panjang(fakta.bulan)}: {inti}."


def _tambahan(fakta: FaktaUtama) -> str:
    """Segment and group with a leading space, or nothing."""
    segmen = metrics.LABEL_SEGMEN[fakta.segmen] if fakta.segmen else ""
    return "".join(f" {kata}" for kata in (segmen, fakta.kelompok) if kata)


def _siapa(fakta: FaktaUtama) -> str:
    return _SIAPA[fakta.jenis_penyebut] + _tambahan(fakta)


def _inti_cakupan(fakta: FaktaUtama, keadaan: Keadaan) -> str:
    kata = metrics.LABEL_PENYEBUT[fakta.jenis_penyebut]
    rasio = formats.persen(fakta.rasio, fakta.penyebut)
    bagian = [
        f"{rasio} {_siapa(fakta)} di {fakta.wilayah} terlindungi "
        f"({formats.angka(fakta.peserta)} dari {formats.angka(fakta.penyebut)} {kata}){_perubahan(fakta)}"
    ]
    if keadaan is Keadaan.DI_ATAS_100:
        bagian.append(f"peserta melebihi {kata}, periksa penyebutnya")
    if fakta.belum is not None and metrics.keadaan_jumlah(fakta.belum).ada_nilai:
        bagian.append(f"{formats.angka(fakta.belum)} pekerja belum terlindungi")
    if fakta.terendah is not None:
        bagian.append(f"terendah {fakta.terendah[0]} {formats.persen(fakta.terendah[1])}")
    return "; ".join(bagian)


def _perubahan(fakta: FaktaUtama) -> str:
    if formats.kosong(fakta.delta) or fakta.bulan_pembanding is None:
        return ""
    # The year is said only when the comparison leaves it: "dari Mei", but "dari Desember 2022".
    dekat = fakta.bulan_pembanding.year == fakta.bulan.year
    sejak = (
        formats.NAMA_BULAN[fakta.bulan_pembanding.month - 1] if dekat else formats.bulan_panjang(fakta.bulan_pembanding)
    )
    kata = formats.poin(fakta.delta)
    return f", tetap dibanding {sejak}" if kata == "tetap" else f", {kata} dari {sejak}"


def _inti_tanpa_cakupan(fakta: FaktaUtama, keadaan: Keadaan) -> str:
    kata = metrics.LABEL_PENYEBUT[fakta.jenis_penyebut]
    if keadaan is Keadaan.DISEMBUNYIKAN:
        return f"cakupan {_siapa(fakta)} di {fakta.wilayah} dirahasiakan karena menyangkut 1 sampai 4 orang"
    if keadaan is Keadaan.TIDAK_BERLAKU:
        sebab = f"cakupan tidak berlaku karena tidak ada penyebut {kata} untuk pilihan ini"
    else:
        sebab = f"cakupan belum dapat dihitung karena belum ada data {kata}"
    siapa = _tambahan(fakta)
    if not metrics.keadaan_jumlah(fakta.peserta).ada_nilai:
        return f"jumlah peserta aktif{siapa} di {fakta.wilayah} dirahasiakan (1 sampai 4 orang); {sebab}"
    return f"{formats.angka(fakta.peserta)} peserta aktif{siapa} di {fakta.wilayah}; {sebab}"


def teks_nilai(kunci: str, nilai: Any, keadaan: Keadaan = Keadaan.NILAI, penyebut: Any = None) -> str:
    """One cell as text: the formatted value, with ' !' above 100 %, or the symbol of its state ('tad', 'r', 'tb')."""
    if not keadaan.ada_nilai:
        return keadaan.simbol
    teks = formats.persen(nilai, penyebut) if metrics.METRIK[kunci].adalah_rasio else formats.angka(nilai)
    return f"{teks} !" if keadaan is Keadaan.DI_ATAS_100 else teks


def alasan_belum_diketahui(baris: Mapping[Any, Any]) -> str:
    """Why a value is unknown: the share of RT that reported, and what would be enough (columns of pendataan)."""
    cukup = f"sedikitnya {formats.persen(metrics.AMBANG_RT_MELAPOR).replace(',0%', '%')} RT"
    return (
        f"{formats.angka(baris['jumlah_rt_melapor'])} dari {formats.angka(baris['jumlah_rt'])} RT melapor; "
        f"yang memadai: {cukup} dan daftar paling lama {metrics.AMBANG_UMUR_DAFTAR} bulan"
    )


def teks_rinci(kunci: str, baris: Mapping[Any, Any], keadaan: Keadaan, kata_penyebut: str = "") -> str:
    """Value with its counts: '23,4% (43.312 dari 185.220 pekerja)', '141.908 orang', or the label of the state.

    `baris` maps the account columns to values; `kata_penyebut` replaces the word for the denominator.
    """
    metrik = metrics.METRIK[kunci]
    if not keadaan.ada_nilai:
        return keadaan.label
    if not metrik.adalah_rasio:
        return f"{formats.angka(baris[metrik.kolom])} {metrik.satuan}"
    pembilang, penyebut = baris[metrik.pembilang], baris[metrik.penyebut]
    nilai = teks_nilai(kunci, baris[metrik.kolom], keadaan, penyebut)
    kata = kata_penyebut or metrik.kata_penyebut
    return f"{nilai} ({formats.angka(pembilang)} dari {formats.angka(penyebut)} {kata})"


def label_kelas(kunci: str, batas: tuple[float, ...]) -> list[str]:
    """Legend text of each class: '< 10%', '10% – < 20%', ..., '≥ 100% (sasaran)'; counts without unit."""

    def tulis(nilai: float) -> str:
        if not metrics.METRIK[kunci].adalah_rasio:
            return formats.angka(nilai)
        return formats.persen(nilai).replace(",0%", "%")

    tengah = [f"{tulis(a)} – < {tulis(b)}" for a, b in pairwise(batas)]
    akhir = f"≥ {tulis(batas[-1])}" + (" (sasaran)" if kunci == "cakupan" else "")
    return [f"< {tulis(batas[0])}", *tengah, akhir]


def alternatif_tren(df: pd.DataFrame, kunci: str, nama: str) -> str:
    """Text alternative of a line: months covered, lowest, highest, last value and change over the months shown.

    `df` has `bulan` and the columns of the metric, one row per month; `nama` names the line.
    """
    metrik = metrics.METRIK[kunci]
    baris = _bernilai(df.sort_values("bulan"), kunci)
    if not baris:
        return f"{metrik.label} {nama}: tidak ada data yang dapat ditampilkan."
    rendah, tinggi = _ujung(baris, metrik)
    awal, akhir = baris[0], baris[-1]

    beda = float(akhir[metrik.kolom]) - float(awal[metrik.kolom])
    arah = formats.poin(beda) if metrik.adalah_rasio else formats.naik_turun(beda)
    rentang = f"{formats.bulan_panjang(awal['bulan'])} sampai {formats.bulan_panjang(akhir['bulan'])}"
    return (
        f"{metrik.label} {nama}, {rentang}: terendah {_pada(rendah, metrik)}, tertinggi {_pada(tinggi, metrik)}, "
        f"terakhir {_pada(akhir, metrik)}; {arah} sepanjang periode ini."
    )


def alternatif_tren_bagian(df: pd.DataFrame, kunci: str, nama: str, apa: str) -> str:
    """Text alternative of several lines: lowest and highest value of all, and the last value of each.

    `df`: one row per month and part, `nama` its column with the name of the part; `apa` says what the parts are.
    """
    metrik = metrics.METRIK[kunci]
    rows = _bernilai(df.sort_values("bulan", kind="stable"), kunci)
    if not rows:
        return f"{metrik.label} {apa}: tidak ada data yang dapat ditampilkan."
    low, high = _ujung(rows, metrik)
    last = {row[nama]: row for row in rows}
    ends = ", ".join(f"{name} {_pada(row, metrik)}" for name, row in last.items())
    none = [str(name) for name in df[nama].unique() if name not in last]
    rest = f" Tidak ada nilai: {', '.join(none)}." if none else ""
    return (
        f"{metrik.label} {apa}: terendah {low[nama]} {_pada(low, metrik)}, tertinggi {high[nama]} "
        f"{_pada(high, metrik)}; terakhir {ends}.{rest}"
    )


def _pada(baris: Baris, metrik: metrics.Metrik) -> str:
    return f"{_nilai(baris, metrik)} ({formats.bulan_pendek(baris['bulan'])})"


def sementara(df: pd.DataFrame) -> str:
    """Which months are provisional (column adalah_sementara), in a sentence; empty where none is."""
    months = df["bulan"][df["adalah_sementara"].eq(True).fillna(False).astype(bool)] if "adalah_sementara" in df else ()
    if len(months) == 0:
        return ""
    return f"{' dan '.join(formats.bulan_panjang(month) for month in months)} masih sementara."


def putus(breaks: Sequence[Putus]) -> str:
    """Why a line is cut, break by break."""
    told = "; ".join(f"{formats.bulan_panjang(one.bulan)}: {one.teks}" for one in breaks)
    return f"Garis tidak disambung pada {told}."


def sasaran_lain(paths: Sequence[Jalur]) -> str:
    """The targets of other issuers in a sentence; empty without any."""
    told = [
        f"{path.penerbit} ({path.nama_wilayah}) {formats.persen(rasio)} {formats.bulan_pendek(hari)}"
        for path in paths
        for hari, rasio in path.titik
    ]
    return f"Sasaran lain, dengan penyebutnya sendiri: {'; '.join(told)}." if told else ""


def alternatif_batang(df: pd.DataFrame, kunci: str, nama: str) -> str:
    """Text alternative of ranked bars: highest and lowest area and how many have no value. `nama`: name column."""
    return f"{metrics.METRIK[kunci].label}, {_isi_wilayah(df, kunci, nama)}"


def alternatif_peta(
    df: pd.DataFrame, kunci: str, nama: str, bulan: date, sebelum: pd.DataFrame | None = None, target: float = 1.0
) -> str:
    """Text alternative of a map: measure, month, highest and lowest area, areas in each state, at the target, changed.

    `sebelum` has the same rows one month earlier, matched by `nama`; `target` is a ratio of coverage.
    """
    parts = [f"Peta {metrics.METRIK[kunci].label}, {formats.bulan_panjang(bulan)}, {_isi_wilayah(df, kunci, nama)}"]
    if kunci == "cakupan":
        reached = sum(float(row["rasio_cakupan"]) >= target for row in _bernilai(df, kunci))
        goal = formats.persen(target).replace(",0%", "%")
        parts.append(f"Mencapai sasaran {goal}: {formats.angka(reached)} wilayah.")
    if sebelum is not None:
        parts.append(_berubah(df, sebelum, kunci, nama))
    return " ".join(parts)


def _berubah(df: pd.DataFrame, sebelum: pd.DataFrame, kunci: str, nama: str) -> str:
    """How many areas rose, fell or stayed since the month before, among those shown in both months."""
    kolom = metrics.METRIK[kunci].kolom
    before = {row[nama]: float(row[kolom]) for row in _bernilai(sebelum, kunci)}
    steps = [float(row[kolom]) - before[row[nama]] for row in _bernilai(df, kunci) if row[nama] in before]
    rose, fell = sum(step > 0 for step in steps), sum(step < 0 for step in steps)
    return (
        f"Dibanding sebulan sebelumnya: naik di {formats.angka(rose)}, turun di {formats.angka(fell)}, "
        f"tetap di {formats.angka(len(steps) - rose - fell)} wilayah."
    )


def _bernilai(df: pd.DataFrame, kunci: str) -> list[Baris]:
    """Rows whose number may be shown, as dictionaries."""
    return [baris for baris, keadaan in _berkeadaan(df, kunci) if keadaan.ada_nilai]


def _berkeadaan(df: pd.DataFrame, kunci: str) -> list[tuple[Baris, Keadaan]]:
    """Every row as a dictionary, with its state."""
    rows = [{str(name): value for name, value in row.items()} for row in df.to_dict("records")]
    return [(row, metrics.keadaan_baris(row, kunci)) for row in rows]


def _ujung(baris: list[Baris], metrik: metrics.Metrik) -> tuple[Baris, Baris]:
    urut = sorted(baris, key=lambda b: float(b[metrik.kolom]))
    return urut[0], urut[-1]


def _nilai(baris: Baris, metrik: metrics.Metrik) -> str:
    if metrik.adalah_rasio:
        return teks_nilai(metrik.kunci, baris[metrik.kolom], penyebut=baris[metrik.penyebut])
    return f"{formats.angka(baris[metrik.kolom])} {metrik.satuan}"


def _isi_wilayah(df: pd.DataFrame, kunci: str, nama: str) -> str:
    metrik = metrics.METRIK[kunci]
    semua = _berkeadaan(df, kunci)
    baris = [isi for isi, keadaan in semua if keadaan.ada_nilai]
    kalimat = [f"{formats.angka(len(df))} wilayah."]
    if not baris:
        kalimat.append("Tidak ada nilai yang dapat ditampilkan.")
    elif len(baris) == 1:
        kalimat.append(f"Hanya {baris[0][nama]} yang bernilai: {_nilai(baris[0], metrik)}.")
    else:
        rendah, tinggi = _ujung(baris, metrik)
        kalimat.append(
            f"Tertinggi {tinggi[nama]} {_nilai(tinggi, metrik)}; terendah {rendah[nama]} {_nilai(rendah, metrik)}."
        )
    jumlah = Counter(keadaan for _, keadaan in semua)
    lain = [
        f"{k.label}: {formats.angka(jumlah[k])} wilayah." for k in Keadaan if k is not Keadaan.NILAI and k in jumlah
    ]
    return " ".join(kalimat + lain)
