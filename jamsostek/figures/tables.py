"""Query results as data for the sortable table `static/tabel.js`: finished words plus a value to sort by."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from jamsostek import formats, metrics, narasi
from jamsostek.figures.maps import records
from jamsostek.metrics import Keadaan

PETUNJUK_URUT = "Klik untuk mengurutkan"


@dataclass(frozen=True)
class Kolom:
    """One column: heading, a function row -> (text, sort value, state), and whether it is a number."""

    judul: str
    sel: Callable[[dict[str, Any]], tuple[str, Any, str]]
    angka: bool = True


def teks(judul: str, kolom: str) -> Kolom:
    """A column of plain words."""
    return Kolom(
        judul,
        lambda row: (
            formats.TIDAK_ADA_DATA if formats.kosong(row[kolom]) else str(row[kolom]),
            str(row[kolom] or ""),
            "",
        ),
        angka=False,
    )


def jumlah(judul: str, kolom: str) -> Kolom:
    """A column of counts; 1 to 4 are hidden, missing is 'tad'."""

    def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
        state = metrics.keadaan_jumlah(row[kolom])
        return (
            (formats.angka(row[kolom]), int(row[kolom]), "") if state.ada_nilai else (state.simbol, None, state.value)
        )

    return Kolom(judul, cell)


def bagian(judul: str, kolom: str, kunci: str) -> Kolom:
    """A count under the metric `kunci`, shown only where no count beside it would give a hidden one away."""

    def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
        state = metrics.keadaan_pecahan(row, kunci)
        if not state.ada_nilai:
            return state.simbol, None, state.value
        return formats.angka(row[kolom]), int(row[kolom]), ""

    return Kolom(judul, cell)


def bulan(judul: str, kolom: str) -> Kolom:
    """A column of months."""

    def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
        if pd.isna(row[kolom]):
            return formats.TIDAK_ADA_DATA, None, Keadaan.TANPA_DATA.value
        return formats.bulan_panjang(row[kolom]), pd.Timestamp(row[kolom]).strftime("%Y-%m"), ""

    return Kolom(judul, cell, angka=False)


def ukuran(kunci: str, judul: str | None = None) -> Kolom:
    """A column of one metric of the account, in the same states as on the map."""
    metrik = metrics.METRIK[kunci]

    def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
        state = metrics.keadaan_baris(row, kunci)
        text = narasi.teks_nilai(kunci, row[metrik.kolom], state, row.get(metrik.penyebut or ""))
        return text, float(row[metrik.kolom]) if state.ada_nilai else None, state.value

    return Kolom(judul or metrik.label, cell)


def di(nama: str, kolom: Kolom) -> Kolom:
    """The column read from the row that stands in the field `nama` of a row."""
    return Kolom(kolom.judul, lambda row: kolom.sel(row[nama]), kolom.angka)


def bertanda_sementara(kolom: Kolom) -> Kolom:
    """The column with the sign of a provisional month behind its values."""

    def cell(row: dict[str, Any]) -> tuple[str, Any, str]:
        text, order, state = kolom.sel(row)
        unsure = row.get("adalah_sementara")
        sign = f" {formats.SEMENTARA}" if order is not None and not formats.kosong(unsure) and unsure else ""
        return f"{text}{sign}", order, state

    return Kolom(kolom.judul, cell, kolom.angka)


def tabel(
    df: pd.DataFrame,
    kolom: Sequence[Kolom],
    *,
    judul: str,
    kode: str | None = None,
    terpilih: str | None = None,
    tinggi: int | None = None,
    catatan: str | None = None,
) -> dict[str, Any]:
    """The table's data: columns and rows in the order given. `kode` names the column that identifies a row."""
    rows = [
        {
            "kode": row[kode] if kode else "",
            "terpilih": bool(kode and row[kode] == terpilih),
            "sel": [dict(zip(("teks", "urut", "keadaan"), column.sel(row), strict=True)) for column in kolom],
        }
        for row in records(df)
    ]
    return {
        "judul": judul,
        "kolom": [{"judul": column.judul, "angka": column.angka} for column in kolom],
        "baris": rows,
        "tinggi": tinggi,
        "petunjuk": PETUNJUK_URUT,
        "catatan": catatan if catatan is not None else LEGENDA_SIMBOL,
    }


LEGENDA_SIMBOL = (
    "0 = nol; tad = tidak ada data; r = dirahasiakan (1 sampai 4 orang); tb = tidak berlaku; "
    "! = di atas 100%, periksa penyebut."
)


def kolom_kesenjangan() -> list[Kolom]:
    """The columns of the ranked list of the overview."""
    return [teks("Kecamatan", "nama_kecamatan"), ukuran("belum_terlindungi"), ukuran("peserta"), ukuran("cakupan")]


def kolom_wilayah(tingkat: metrics.Tingkat, kata_penyebut: str) -> list[Kolom]:
    """The columns of the table beside the map: names, the account, and for kelurahan the age of the register's list."""
    names = [teks(tingkat.capitalize(), f"nama_{tingkat}")]
    if tingkat == "kelurahan":
        names.append(teks("Kecamatan", "nama_kecamatan"))
    account = [
        ukuran("cakupan"),
        jumlah("Peserta aktif", "jumlah_peserta"),
        jumlah(kata_penyebut.capitalize(), "jumlah_penyebut"),
        ukuran("belum_terlindungi"),
        ukuran("penganggur"),
        ukuran("tpt", "TPT"),
    ]
    return names + account + ([bulan("Daftar terakhir", "bulan_daftar")] if tingkat == "kelurahan" else [])


def untuk_unduhan(df: pd.DataFrame) -> pd.DataFrame:
    """The frame with every hidden count (1 to 4), and what beside it would give it away, left empty."""
    shown = df.copy()
    for metrik in metrics.METRIK.values():
        if {metrik.kolom, metrik.pembilang, metrik.penyebut} - {""} <= set(shown):
            states = [metrics.keadaan_pecahan(row, metrik.kunci) for row in records(df)]
            hidden = [state is Keadaan.DISEMBUNYIKAN for state in states]
            shown.loc[hidden, list({metrik.kolom, metrik.pembilang})] = None
    for column in [name for name in shown if str(name).startswith("jumlah_")]:
        small = [metrics.keadaan_jumlah(n) is Keadaan.DISEMBUNYIKAN for n in df[column]]
        shown.loc[small, [column]] = None
    if {"jumlah_penyebut", "jumlah_penganggur", "jumlah_pekerja", "jumlah_angkatan_kerja"} <= set(shown):
        # Labour force less workers is the unemployed: of the two the one goes that is not the denominator
        hidden_count = shown["jumlah_penganggur"].isna() & df["jumlah_penganggur"].notna()
        basis = (df["jumlah_penyebut"] == df["jumlah_angkatan_kerja"]).fillna(False).astype(bool)
        shown.loc[hidden_count & basis, ["jumlah_pekerja"]] = None
        shown.loc[hidden_count & ~basis, ["jumlah_angkatan_kerja"]] = None
    return shown


def kolom_tren() -> list[Kolom]:
    """The columns of the monthly table: month, account and flow."""
    return [
        bulan("Bulan", "bulan"),
        bertanda_sementara(ukuran("cakupan")),
        bertanda_sementara(jumlah("Peserta aktif", "jumlah_peserta")),
        jumlah("Penyebut", "jumlah_penyebut"),
        jumlah("Masuk baru", "jumlah_masuk"),
        jumlah("Kembali aktif", "jumlah_kembali"),
        jumlah("Keluar", "jumlah_keluar"),
        jumlah("Pindah masuk", "jumlah_pindah_masuk"),
        jumlah("Pindah keluar", "jumlah_pindah_keluar"),
    ]


JENIS_ANGKA = {"resmi": "Angka resmi", "pernyataan": "Pernyataan", "register": "Register"}
INDIKATOR = {"tpt": "TPT", "tpak": "TPAK"}


def kolom_angka_resmi() -> list[Kolom]:
    """The columns of published figures: what, when, how much, which kind, who said it and where it stands."""

    def value(row: dict[str, Any]) -> tuple[str, Any, str]:
        whole = float(row["nilai"]).is_integer() and row["satuan"] != "persen"
        text = formats.angka(row["nilai"]) if whole else formats.desimal(row["nilai"], 2)
        return f"{text}%" if row["satuan"] == "persen" else f"{text} {row['satuan']}", float(row["nilai"]), ""

    def label(row: dict[str, Any]) -> tuple[str, Any, str]:
        text = INDIKATOR.get(row["indikator"], str(row["indikator"]).replace("_", " ").capitalize())
        return text, text, ""

    def kind(row: dict[str, Any]) -> tuple[str, Any, str]:
        return JENIS_ANGKA[row["jenis_angka"]], row["jenis_angka"], ""

    def period(row: dict[str, Any]) -> tuple[str, Any, str]:
        return str(row["periode"]), pd.Timestamp(row["tanggal"]).strftime("%Y-%m-%d"), ""

    return [
        Kolom("Indikator", label, angka=False),
        Kolom("Periode", period, angka=False),
        Kolom("Nilai", value),
        Kolom("Jenis", kind, angka=False),
        teks("Penutur", "penutur"),
        teks("Sumber", "sumber"),
        teks("Catatan", "catatan"),
    ]
