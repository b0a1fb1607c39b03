"""From account rows to what a page says first: chosen rows, facts of the headline, words for the choice. Pure."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from jamsostek import formats, metrics, narasi
from jamsostek.metrics import Keadaan


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


def fakta(pokok: Pokok, terendah: tuple[str, float] | None, kelompok: str | None) -> narasi.FaktaUtama:
    """The facts of the headline for the month."""
    row, before = pokok.baris(), pokok.baris(1)
    if row is None:
        return narasi.FaktaUtama(pokok.bulan, pokok.wilayah, segmen=pokok.segmen, kelompok=kelompok)
    known = before is not None and both_shown(row, before, "cakupan")
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


def both_shown(now: dict[str, Any], before: dict[str, Any], kunci: str) -> bool:
    """Whether the metric may be shown in both rows, so that their difference gives nothing away."""
    return all(metrics.keadaan_baris(row, kunci).ada_nilai for row in (now, before))


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
