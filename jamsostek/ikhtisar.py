"""From account rows to what a page says first: the figure cards and the facts of the headline. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from jamsostek import formats, metrics, narasi
from jamsostek.metrics import Keadaan

KODE_KOTA = "53.71"


@dataclass(frozen=True)
class Kartu:
    """One figure card: label, the figure, what it is made of, how it changed (text, meaning) and its source."""

    label: str
    nilai: str
    rincian: str
    perubahan: Sequence[tuple[str, str]] = ()
    sumber: str = ""
    keadaan: Keadaan = Keadaan.NILAI


@dataclass(frozen=True)
class Sasaran:
    """The target the pace is measured against: ratio of the denominator at a date, with who set it."""

    tanggal: date
    rasio: float
    penerbit: str
    contoh: bool


@dataclass(frozen=True)
class Pokok:
    """What the cards are about: month, place, segment and denominator, and the account rows behind them."""

    bulan: date
    wilayah: str
    segmen: str | None
    jenis_penyebut: str
    akun: pd.DataFrame

    @property
    def kata_penyebut(self) -> str:
        """The denominator in words."""
        return metrics.LABEL_PENYEBUT[self.jenis_penyebut]

    @property
    def berlaku(self) -> bool:
        """Whether a coverage ratio exists for the chosen segment and denominator."""
        return self.segmen is None or (self.segmen in ("PU", "BPU") and self.jenis_penyebut == "penduduk_bekerja")

    def baris(self, mundur: int = 0) -> dict[str, Any] | None:
        """The account of the month, or of so many months before; None where that month has no data."""
        position = self.bulan.year * 12 + self.bulan.month - 1 - mundur
        return self._per_bulan.get(date(position // 12, position % 12 + 1, 1))

    @cached_property
    def _per_bulan(self) -> dict[date, dict[str, Any]]:
        """All rows at once: a page asks for some twenty of them, and each search in pandas takes longer than this."""
        names = [str(name) for name in self.akun.columns]
        rows = (dict(zip(names, values, strict=True)) for values in self.akun.itertuples(index=False, name=None))
        return {pd.Timestamp(row["bulan"]).date(): row | {"berlaku": self.berlaku} for row in rows}


PERISTIWA = (
    (date(2020, 3, 1), "Pandemi"),
    (date(2021, 4, 1), "Non-ASN masuk"),
    (date(2023, 1, 1), "Iuran APBD berakhir"),
)
"""Events on the trend: the pandemic, the agreement for non-ASN workers (10 April 2021), the end of paid groups."""


def jalur_kota(target: pd.DataFrame) -> pd.DataFrame:
    """The rows of target_kota that are the city's own."""
    return target[target["wilayah"] == KODE_KOTA]


def sasaran_kota(jalur: pd.DataFrame, bulan: date) -> Sasaran | None:
    """The last target of the city's path that lies after the month (the end of the path); None where there is none."""
    rows = jalur[pd.to_datetime(jalur["tanggal"]) > pd.Timestamp(bulan)]
    if rows.empty:
        return None
    last = rows.sort_values("tanggal").iloc[-1]
    day = pd.Timestamp(last["tanggal"]).date()
    return Sasaran(day, float(last["rasio_cakupan"]), str(last["penerbit"]), bool(last["adalah_contoh"]))


def perubahan(pokok: Pokok, kunci: str) -> list[tuple[str, str]]:
    """Change of a metric against the month and the year before: text and meaning ('baik', 'buruk', 'netral')."""
    metrik = metrics.METRIK[kunci]
    now = pokok.baris()
    found = []
    for mundur, words in ((1, "sebulan"), (12, "setahun")):
        before = pokok.baris(mundur)
        if now is None or before is None or not _both_shown(now, before, kunci):
            continue
        delta = float(now[metrik.kolom]) - float(before[metrik.kolom])
        text = formats.poin(delta) if metrik.adalah_rasio else formats.naik_turun(delta)
        better = metrics.arah_baik(kunci, delta)
        meaning = "netral" if better is None else "baik" if better else "buruk"
        found.append((f"{text} {words}", meaning))
    return found


def _both_shown(now: dict[str, Any], before: dict[str, Any], kunci: str) -> bool:
    return all(metrics.keadaan_baris(row, kunci).ada_nilai for row in (now, before))


def _kartu(pokok: Pokok, kunci: str, label: str, rincian: str, sumber: str) -> Kartu:
    row = pokok.baris()
    if row is None:
        return Kartu(label, formats.TIDAK_ADA_DATA, "tidak ada data untuk bulan ini", keadaan=Keadaan.TANPA_DATA)
    metrik = metrics.METRIK[kunci]
    state = metrics.keadaan_baris(row, kunci)
    if not state.ada_nilai:
        return Kartu(label, state.simbol, state.label, sumber=sumber, keadaan=state)
    value = narasi.teks_nilai(kunci, row[metrik.kolom], state, row.get(metrik.penyebut or ""))
    made_of = rincian.format(
        pembilang=formats.angka(row[metrik.pembilang]),
        penyebut=formats.angka(row[metrik.penyebut]) if metrik.penyebut else "",
    )
    return Kartu(label, value, made_of, perubahan(pokok, kunci), sumber, state)


def kartu_ringkasan(pokok: Pokok, jalur: pd.DataFrame) -> list[Kartu]:
    """The four cards: cakupan, belum terlindungi, penganggur, diperlukan per bulan; `jalur` is jalur_kota's."""
    sasaran = sasaran_kota(jalur, pokok.bulan)
    bulan = formats.bulan_pendek(pokok.bulan)
    register = f"Register tenaga kerja, {bulan}"
    return [
        _kartu(
            pokok, "cakupan", "Cakupan", f"{{pembilang}} dari {{penyebut}} {pokok.kata_penyebut}",
            f"BPJS Ketenagakerjaan dan register, {bulan}",
        ),
        _kartu(
            pokok, "belum_terlindungi", "Belum terlindungi", "dari {penyebut} penduduk bekerja",
            f"{register}, per orang",
        ),
        _kartu(
            pokok, "penganggur", "Penganggur", "dari {penyebut} angkatan kerja" + _tpt(pokok),
            register + ("; semua segmen" if pokok.segmen else ""),
        ),
        kartu_laju(pokok, sasaran),
    ]  # fmt: skip


def _tpt(pokok: Pokok) -> str:
    row = pokok.baris()
    shown = row is not None and metrics.keadaan_baris(row, "tpt").ada_nilai
    return f" (TPT {formats.persen(row['rasio_tpt'])})" if row is not None and shown else ""


def kartu_laju(pokok: Pokok, sasaran: Sasaran | None) -> Kartu:
    """Participants needed each month from now to the target's date, beside the pace of the last twelve months."""
    label = "Diperlukan per bulan"
    row = pokok.baris()
    if sasaran is None:
        return Kartu(
            label,
            formats.TIDAK_ADA_DATA,
            "belum ada sasaran kota; impor berkas jenis target",
            keadaan=Keadaan.TANPA_DATA,
        )
    state = Keadaan.TANPA_DATA if row is None else metrics.keadaan_baris(row, "cakupan")
    if row is None or not state.ada_nilai:
        return Kartu(label, state.simbol, state.label, keadaan=state)
    months = metrics.bulan_antara(pokok.bulan, sasaran.tanggal)
    pace = metrics.laju_diperlukan(row["jumlah_penyebut"], sasaran.rasio, row["jumlah_peserta"], months)
    value = formats.TIDAK_ADA_DATA if pace is None else formats.angka(math.ceil(pace))
    goal = f"{formats.persen(sasaran.rasio).replace(',0%', '%')} pada {formats.bulan_pendek(sasaran.tanggal)}"
    who = "sasaran contoh, belum resmi" if sasaran.contoh else f"sasaran {sasaran.penerbit}"
    source = f"{who}; penyebut tetap, bersih dari yang keluar"
    return Kartu(label, value, f"peserta, menuju {goal}", _pace_before(pokok, row), source)


def _pace_before(pokok: Pokok, row: dict[str, Any]) -> list[tuple[str, str]]:
    before = pokok.baris(12)
    if before is None or formats.kosong(before["jumlah_peserta"]):
        return []
    gained = (float(row["jumlah_peserta"]) - float(before["jumlah_peserta"])) / 12
    return [(f"12 bulan terakhir: {formats.selisih(round(gained))} per bulan", "netral")]


def fakta(pokok: Pokok, terendah: tuple[str, float] | None, kelompok: str | None) -> narasi.FaktaUtama:
    """The facts of the headline for the month."""
    row, before = pokok.baris(), pokok.baris(1)
    if row is None:
        return narasi.FaktaUtama(pokok.bulan, pokok.wilayah, segmen=pokok.segmen, kelompok=kelompok)
    known = before is not None and _both_shown(row, before, "cakupan")
    delta = float(row["rasio_cakupan"]) - float(before["rasio_cakupan"]) if known and before is not None else None
    return narasi.FaktaUtama(
        bulan=pokok.bulan,
        wilayah=pokok.wilayah,
        peserta=_count(row["jumlah_peserta"]),
        penyebut=_count(row["jumlah_penyebut"]),
        rasio=None if formats.kosong(row["rasio_cakupan"]) else float(row["rasio_cakupan"]),
        belum=_count(row["jumlah_belum_terlindungi"]),
        delta=delta,
        bulan_pembanding=(pd.Timestamp(pokok.bulan) - pd.DateOffset(months=1)).date(),
        terendah=terendah,
        segmen=pokok.segmen,
        kelompok=kelompok,
        jenis_penyebut=pokok.jenis_penyebut,
        berlaku=pokok.berlaku,
    )


def pada_bulan(tren: pd.DataFrame, bulan: date) -> pd.DataFrame:
    """The rows of one month of a result that has all months: another month then needs no other query."""
    return tren[tren["bulan"] == pd.Timestamp(bulan)].reset_index(drop=True)


def _count(value: Any) -> int | None:
    return None if formats.kosong(value) else int(value)


def terendah(per_wilayah: pd.DataFrame, tingkat: metrics.Tingkat) -> tuple[str, float] | None:
    """Name and ratio of the area with the lowest coverage among those whose value may be shown."""
    shown = per_wilayah[[k is Keadaan.NILAI for k in metrics.keadaan(per_wilayah, "cakupan")]]
    if len(shown) < 2:
        return None
    row = shown.iloc[int(shown["rasio_cakupan"].astype("float64").argmin())]
    return f"{tingkat.capitalize()} {row[f'nama_{tingkat}']}", float(row["rasio_cakupan"])


def pilihan(wilayah: str, segmen: str | None, kelompok: str | None) -> str:
    """Words for the whole selection: 'Kota Kupang', or 'Kelurahan Oesapa (Bukan Penerima Upah, perempuan)'."""
    words = [metrics.LABEL_SEGMEN[segmen]] if segmen else []
    words += [kelompok] if kelompok else []
    return f"{wilayah} ({', '.join(words)})" if words else wilayah


def kelompok(jenis_kelamin: str | None, kelompok_umur: str | None) -> str | None:
    """Words for a sex or age filter: 'perempuan umur 25–34 tahun'."""
    words = [metrics.LABEL_JENIS_KELAMIN[jenis_kelamin].lower()] if jenis_kelamin else []
    words += [f"umur {metrics.LABEL_KELOMPOK_UMUR[kelompok_umur]}"] if kelompok_umur else []
    return " ".join(words) or None


def kalimat_pengangguran(pokok: Pokok) -> str:
    """The headline of the unemployment page: the register's count, its rate, and what kind of figure it is."""
    row, month = pokok.baris(), formats.bulan_panjang(pokok.bulan)
    state = Keadaan.TANPA_DATA if row is None else metrics.keadaan_baris(row, "tpt")
    if row is None or not state.ada_nilai:
        return f"{month}: angka pengangguran {pokok.wilayah} tidak dapat ditampilkan ({state.label.lower()})."
    count, force = formats.angka(row["jumlah_penganggur"]), formats.angka(row["jumlah_angkatan_kerja"])
    rate = formats.persen(row["rasio_tpt"], row["jumlah_angkatan_kerja"])
    return (
        f"{month}: {count} penganggur tercatat dalam register di {pokok.wilayah}, {rate} dari {force} angkatan kerja."
    )


def kartu_pengangguran(pokok: Pokok) -> list[Kartu]:
    """Cards of the unemployment page: penganggur, TPT, angkatan kerja and penduduk bekerja of the register."""
    register = f"Register tenaga kerja, {formats.bulan_pendek(pokok.bulan)}"
    of_labour_force = "{pembilang} dari {penyebut} angkatan kerja"
    cards = [
        _kartu(pokok, "penganggur", "Penganggur", "dari {penyebut} angkatan kerja", register),
        _kartu(pokok, "tpt", "TPT menurut register", of_labour_force, f"{register}; bukan Sakernas"),
    ]
    row = pokok.baris()
    for label, column in (("Angkatan kerja", "jumlah_angkatan_kerja"), ("Penduduk bekerja", "jumlah_pekerja")):
        state = Keadaan.TANPA_DATA if row is None else metrics.keadaan_jumlah(row[column])
        value = formats.angka(row[column]) if row is not None and state.ada_nilai else state.simbol
        cards.append(Kartu(label, value, "orang dalam register", sumber=register, keadaan=state))
    return cards
