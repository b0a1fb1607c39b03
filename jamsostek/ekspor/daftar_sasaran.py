"""The list of monthly targets for lurah as a PDF: one page for each kecamatan, with room to sign."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from jamsostek import formats, theme
from jamsostek.ekspor import cetak
from jamsostek.ekspor.keterangan import Keterangan

_SUMBER = """
#let d = json(bytes(sys.inputs.isi))
#set document(title: d.judul, date: auto)
#set text(font: d.huruf, size: 10pt, lang: "id")
#set page(paper: "a4", margin: (x: 15mm, top: 22mm, bottom: 20mm),
  header: text(8.5pt)[#d.judul #h(1fr) #strong(d.status)],
  footer: context text(8pt)[Versi data #d.versi. Dibuat #d.dibuat.
    #h(1fr) Halaman #counter(page).display("1 / 1", both: true)])
#for (i, k) in d.kecamatan.enumerate() {
  if i > 0 { pagebreak() }
  heading(level: 1, text(15pt)[Sasaran lurah, Kecamatan #k.nama])
  v(2mm)
  for baris in d.ringkas { par(baris) }
  v(2mm)
  table(
    columns: (8mm, 1fr, 19mm, 17mm, 21mm, 20mm, 20mm, 42mm),
    align: (right, left, right, right, right, right, right, left),
    stroke: 0.5pt + rgb("#8c8c8c"),
    inset: (x: 2mm, y: 3mm),
    table.header(..d.kolom.map(strong)),
    ..k.baris.flatten(),
    table.cell(colspan: 5, strong[Jumlah kecamatan]), strong(k.jumlah), [], [],
  )
  v(2mm)
  for baris in d.catatan { par(text(8.5pt, baris)) }
}
"""
_KOLOM = (
    "No", "Kelurahan", "Pekerja", "Peserta aktif", "Kesen-\njangan", "Sasaran per bulan", "Capaian 12 bulan",
    "Nama dan tanda tangan lurah",
)  # fmt: skip


@dataclass(frozen=True)
class Isi:
    """What stands on every page: the target in sentences above the table, the notes under it."""

    ringkas: Sequence[str]
    catatan: Sequence[str]


def pdf(kelurahan: pd.DataFrame, capaian: Mapping[str, str], isi: Isi, tentang: Keterangan) -> bytes:
    """The list from the rows of `jatah.dengan_capaian`; `capaian` has the finished words of the pace by code.

    A target set by hand (column `manual`, true or false) carries a star.
    """
    ordered = kelurahan.sort_values(["kode_kecamatan", "kode_kelurahan"])
    data = {
        "judul": tentang.judul, "status": tentang.status if tentang.contoh else "", "versi": tentang.versi[:16],
        "dibuat": formats.waktu_wita(tentang.dibuat), "huruf": theme.HURUF_CETAK, "kolom": _KOLOM,
        "ringkas": list(isi.ringkas), "catatan": list(isi.catatan),
        "kecamatan": [_kecamatan(str(k), rows, capaian) for k, rows in ordered.groupby("nama_kecamatan", sort=False)],
    }  # fmt: skip
    return cetak.halaman(_SUMBER, "pdf", {"isi": json.dumps(data)}, dibuat=tentang.dibuat)


def _kecamatan(nama: str, rows: pd.DataFrame, capaian: Mapping[str, str]) -> dict[str, Any]:
    lines = [_baris(n, row, capaian) for n, row in enumerate(rows.to_dict("records"), start=1)]
    return {"nama": nama, "baris": lines, "jumlah": formats.angka(rows["jumlah_sasaran"].sum())}


def _baris(nomor: int, row: Mapping[Any, Any], capaian: Mapping[str, str]) -> list[str]:
    state = row["keadaan"]

    def count(column: str) -> str:
        return formats.angka(row[column]) if not formats.kosong(row[column]) else state.simbol

    account = [count(c) if state.ada_nilai else state.simbol for c in ("jumlah_penyebut", "jumlah_peserta")]
    star = " *" if row["manual"] else ""
    target = count("jumlah_sasaran") + star
    pace = capaian[row["kode_kelurahan"]]
    return [str(nomor), row["nama_kelurahan"], *account, count("jumlah_kesenjangan"), target, pace, ""]
