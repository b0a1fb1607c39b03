"""The figure cards: what a number is, what it is made of, how it changed, where it comes from. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from jamsostek import formats, metrics, narasi, sasaran
from jamsostek.ikhtisar import Pokok, both_shown
from jamsostek.metrics import Keadaan


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


def jalur_kota(target: pd.DataFrame) -> pd.DataFrame:
    """The rows of target_kota that are the city's own path: of one issuer, see sasaran.utama."""
    own = sasaran.utama(sasaran.semua(target))
    if own is None:
        return target.iloc[:0]
    return target[(target["wilayah"] == own.wilayah) & (target["penerbit"] == own.penerbit)]


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
        if now is None or before is None or not both_shown(now, before, kunci):
            continue
        delta = float(now[metrik.kolom]) - float(before[metrik.kolom])
        text = formats.poin(delta) if metrik.adalah_rasio else formats.naik_turun(delta)
        better = metrics.arah_baik(kunci, delta)
        meaning = "netral" if better is None else "baik" if better else "buruk"
        found.append((f"{text} {words}", meaning))
    return found


def _kartu(pokok: Pokok, kunci: str, label: str, rincian: str, sumber: str) -> Kartu:
    row = pokok.baris()
    if row is None:
        return Kartu(label, formats.TIDAK_ADA_DATA, "tidak ada data untuk bulan ini", keadaan=Keadaan.TANPA_DATA)
    metrik = metrics.METRIK[kunci]
    # The denominator stands beside the count: 97 of 100 workers without protection would tell of 3 participants.
    state = metrics.keadaan_pecahan(row, kunci)
    if not state.ada_nilai:
        return Kartu(label, state.simbol, state.label, sumber=sumber, keadaan=state)
    value = narasi.teks_nilai(kunci, row[metrik.kolom], state, row.get(metrik.penyebut or ""))
    made_of = rincian.format(
        pembilang=formats.angka(row[metrik.pembilang]),
        penyebut=formats.angka(row[metrik.penyebut]) if metrik.penyebut else "",
    )
    return Kartu(label, value, made_of, perubahan(pokok, kunci), sumber, state)


def kartu_ringkasan(pokok: Pokok, jalur: pd.DataFrame) -> list[Kartu]:
    """The four cards: those of `kartu_akun` and diperlukan per bulan; `jalur` is jalur_kota's."""
    return [*kartu_akun(pokok), kartu_laju(pokok, sasaran_kota(jalur, pokok.bulan))]


def kartu_akun(pokok: Pokok) -> list[Kartu]:
    """The three cards of the account: cakupan, belum terlindungi, penganggur."""
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
