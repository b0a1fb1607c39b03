"""The preview in words, as one table, and as a workbook. Pure."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from jamsostek import formats, kota, sql, xlsx
from jamsostek.figures.maps import records
from jamsostek.intake.places import load_places
from jamsostek.penerimaan.dampak import Dampak
from jamsostek.penerimaan.orang import KOLOM, Pergantian


def findings(dampak: Dampak) -> list[tuple[str, str]]:
    """Sentences on the preview: kind ('lulus', 'peringatan') and text, the most important first."""
    said: list[tuple[str, str]] = []
    if dampak.contoh_berhenti:
        said.append(("peringatan", "Dengan berkas ini DATA CONTOH berhenti dihitung: semua angka berganti menjadi data "
                     "yang Anda impor."))  # fmt: skip
    said += [_replacing(one) for one in dampak.pergantian]
    if dampak.kota.empty:
        said.append(("lulus", "Cakupan, pekerja, dan penganggur kota tidak berubah."))
    else:
        row = records(dampak.kota)[-1]
        above = not pd.isna(row["rasio_cakupan_sesudah"]) and row["rasio_cakupan_sesudah"] > 1
        note = " Di atas 100%: periksa penyebut." if above else ""
        said.append(("peringatan" if above else "lulus", f"Cakupan kota {change(row)}.{note}"))
    said += [("peringatan", f"{_rule(name)} ({formats.angka(rows)} baris)") for name, rows in dampak.peringatan]
    return said


def _replacing(one: Pergantian) -> tuple[str, str]:
    counts = one.per_kelurahan.sum(numeric_only=True)
    new, old = formats.angka(counts["jumlah_baris"]), formats.angka(counts["jumlah_baris_lama"])
    if one.menyusut:
        return "peringatan", (
            f"{one.nama_berkas} hanya {new} baris, padahal menggantikan {old} baris. Bila ini hanya sebagian data, "
            "jangan disimpan."
        )
    if one.mengganti:
        batch = f" (batch {one.dibanding})" if one.dibanding else ""
        return "lulus", f"{one.nama_berkas}: {new} baris menggantikan {old} baris{batch}."
    if one.dibanding:
        return "lulus", f"{one.nama_berkas}: {new} baris; orang dibandingkan dengan batch {one.dibanding}."
    return "lulus", f"{one.nama_berkas}: {new} baris baru; tidak ada yang digantikan."


def _rule(check: str) -> str:
    """What a check of the build looks for, in its own words."""
    return sql.load(f"checks/{check}").doc.partition(". ")[2].rstrip(".")


def change(row: Mapping[str, Any]) -> str:
    """'Juni 2023: 23,1% (42.659 dari 184.963) menjadi 23,4% (43.210 dari 184.963)'."""

    def side(when: str) -> str:
        ratio = row[f"rasio_cakupan_{when}"]
        if pd.isna(ratio):
            return "tidak ada data"
        workers = row[f"jumlah_pekerja_{when}"]
        counts = f"{formats.angka(row[f'jumlah_peserta_{when}'])} dari {formats.angka(workers)}"
        return f"{formats.persen(ratio, workers)} ({counts})"

    return f"{formats.bulan_panjang(row['bulan'])}: {side('sebelum')} menjadi {side('sesudah')}"


def per_place(dampak: Dampak) -> pd.DataFrame:
    """The changed places with, in the month of each file, what happens to its rows and persons.

    Columns of dampak.wilayah, jumlah_baris_sebelum/_sesudah and the counts of persons: zero for places that a file of
    that month does not mention, NA in months of no file. The places with most rows come first.
    """
    rows = [one.per_kelurahan.assign(bulan=_month(one)) for one in dampak.pergantian]
    if not rows:
        counts = ["jumlah_baris_sebelum", "jumlah_baris_sesudah", *KOLOM[2:]]
        return dampak.wilayah.reindex(columns=[*dampak.wilayah.columns, *counts])
    files = pd.concat(rows).groupby(["bulan", "kode_kelurahan"], dropna=False).sum(min_count=1).reset_index()
    files = files.rename(columns={"jumlah_baris": "jumlah_baris_sesudah", "jumlah_baris_lama": "jumlah_baris_sebelum"})
    both = dampak.wilayah.merge(files, on=["bulan", "kode_kelurahan"], how="outer")
    counts = [str(name) for name in files if str(name).startswith("jumlah_")]
    of_a_file = both["bulan"].isin(files["bulan"])
    both[counts] = both[counts].mask(of_a_file & both[counts].isna().all(axis="columns"), 0)
    return _named(both).sort_values("jumlah_baris_sesudah", ascending=False, na_position="last", kind="stable")


def _month(one: Pergantian) -> "pd.Series[pd.Timestamp]":
    month = pd.Timestamp(f"{one.bulan}-01") if one.bulan else pd.NaT
    return pd.Series(month, index=one.per_kelurahan.index, dtype="datetime64[us]")


def workbook(dampak: Dampak) -> bytes:
    """The preview as a workbook: city by month, kelurahan by month."""
    city, places = dampak.kota, per_place(dampak)
    ratios = frozenset({"rasio_cakupan_sebelum", "rasio_cakupan_sesudah"})
    sheets = [
        xlsx.Lembaran(name, list(frame.columns), plain(frame), ratios)
        for name, frame in (("Kota", city), ("Kelurahan", places))
    ]
    notes = {f"{number}. {kind}": text for number, (kind, text) in enumerate(findings(dampak), 1)}
    return xlsx.buku(sheets, {"Judul": "Dampak impor sebelum disimpan", **notes})


def plain(frame: pd.DataFrame) -> list[list[object]]:
    """The rows of a frame as Python values, missing ones as None, months as dates."""
    return [
        [None if pd.isna(value) else value.date() if isinstance(value, pd.Timestamp) else value for value in row]
        for row in frame.astype(object).itertuples(index=False)
    ]


def _named(frame: pd.DataFrame) -> pd.DataFrame:
    """Names of kelurahan and kecamatan for every row; places that only a file mentions have none yet."""
    nowhere = kota.kota().kode_tanpa_wilayah
    names = load_places().names | dict.fromkeys((nowhere, nowhere[:8]), "Tanpa wilayah")
    district = frame["kode_kelurahan"].str.slice(0, 8)
    return frame.assign(
        nama_kelurahan=frame["kode_kelurahan"].map(names).fillna(frame["kode_kelurahan"]),
        kode_kecamatan=district,
        nama_kecamatan=district.map(names).fillna(""),
    )
