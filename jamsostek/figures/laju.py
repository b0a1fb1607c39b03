"""The table of need and pace by kecamatan, kelurahan or segment, on the screen and as a sheet."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from jamsostek import formats, metrics, xlsx
from jamsostek.figures import sheets, tables
from jamsostek.figures.tables import Kolom
from jamsostek.laju import Capaian, Syarat
from jamsostek.metrics import Keadaan

Sel = tuple[str, Any, str]
SEPULUH = 10  # an average below this keeps a decimal; a table of more rows than this scrolls


def tabel(
    df: pd.DataFrame, tingkat: str, syarat: Syarat, judul: str, *, terpilih: str | None = None, manual: bool = False
) -> dict[str, Any]:
    """The rows of `jatah.dengan_capaian` as table data. `tingkat`: 'kecamatan', 'kelurahan' or 'segmen'."""
    lapse = [Kolom("Luruh per bulan", _luruh)] if tingkat == "segmen" else []
    columns = _kolom(tingkat, syarat, [Kolom("Peserta dari pekerja", _peserta)], lapse, manual=manual)
    tinggi = 520 if len(df) > SEPULUH else None
    return tables.tabel(
        df, columns, judul=judul, kode=f"kode_{tingkat}", terpilih=terpilih, tinggi=tinggi, catatan=_catatan(syarat)
    )


def lembaran(df: pd.DataFrame, tingkat: str, syarat: Syarat) -> xlsx.Lembaran:
    """The same as a sheet, every number in a cell of its own."""
    account = [
        tables.bagian("Peserta aktif", "jumlah_peserta", "cakupan"),
        tables.bagian("Pekerja", "jumlah_penyebut", "cakupan"),
        tables.ukuran("cakupan"),
    ]
    left = [
        _arus("Keluar 12 bulan", lambda capaian: capaian.keluar),
        _arus("Peserta awal bulan, jumlah 12 bulan", lambda capaian: capaian.awal),
    ]
    columns = _kolom(tingkat, syarat, account, left, manual=tingkat != "segmen")
    return replace(sheets.dari_tabel(tables.tabel(df, columns, judul="")), nama=tingkat.capitalize())


def _kolom(tingkat: str, syarat: Syarat, akun: Sequence[Kolom], luruh: Sequence[Kolom], *, manual: bool) -> list[Kolom]:
    names = [tables.teks(tingkat.capitalize(), f"nama_{tingkat}")]
    if tingkat == "kelurahan":
        names.append(tables.teks("Kecamatan", "nama_kecamatan"))
    need = [
        _berkeadaan("Kesenjangan", "jumlah_kesenjangan"),
        _berkeadaan("Perlu, tanpa luruh", "jumlah_perlu_tanpa_luruh"),
        *([_berkeadaan(f"Perlu, luruh {formats.persen(syarat.luruh)}", "jumlah_perlu")] if syarat.luruh else []),
        *([_berkeadaan("Sasaran lurah", "jumlah_sasaran")] if manual else []),
    ]
    pace = [_capaian(f"Capaian {r} bulan", r, syarat) for r in (3, 12)]
    net = [_capaian("Bersih 12 bulan", 12, Syarat(1, 1))] if syarat.luruh else []
    reading = [
        Kolom("Rasio", lambda row: _rasio(row, syarat)),
        Kolom("Keadaan", lambda row: _status(row, syarat), False),
    ]
    return [*names, *akun, *need, *pace, *net, *luruh, *reading]


def _arus(judul: str, ambil: Callable[[Capaian], int]) -> Kolom:
    """A count of the lapse, shown only where neither it nor what is left of it tells of 1 to 4 persons."""

    def cell(row: dict[str, Any]) -> Sel:
        state = metrics.keadaan_sel(row["capaian"].keluar, row["capaian"].awal)
        count = ambil(row["capaian"])
        return (formats.angka(count), count, "") if state.ada_nilai else (state.simbol, None, state.value)

    return Kolom(judul, cell)


def _catatan(syarat: Syarat) -> str:
    what = "masuk baru dan kembali" if syarat.luruh else "bersih (masuk dikurangi keluar)"
    return (
        f"Kesenjangan dalam orang; perlu dan capaian dalam orang per bulan, capaian = {what}, rata-rata. Rasio = "
        "capaian 12 bulan / perlu: sedikitnya 100% sesuai jalur, sedikitnya 50% perlu percepatan, "
        "di bawahnya tertinggal; mustahil = sasaran tidak akan tercapai pada laju itu, berapa pun lamanya. "
        + tables.LEGENDA_SIMBOL
    )


def _berkeadaan(judul: str, kolom: str) -> Kolom:
    """A count of the need, or why the row takes no part."""

    def cell(row: dict[str, Any]) -> Sel:
        if formats.kosong(row[kolom]):
            return row["keadaan"].simbol, None, row["keadaan"].value
        return formats.angka(row[kolom]), int(row[kolom]), ""

    return Kolom(judul, cell)


def _peserta(row: dict[str, Any]) -> Sel:
    state: Keadaan = row["keadaan"]
    if not state.ada_nilai:
        return state.simbol, None, state.value
    words = f"{formats.angka(row['jumlah_peserta'])} dari {formats.angka(row['jumlah_penyebut'])}"
    return _sebaris(f"{words} {state.simbol}".strip()), float(row["rasio_cakupan"]), state.value


def keadaan_capaian(row: dict[str, Any], rentang: int, syarat: Syarat) -> Keadaan:
    """Whether the pace may be shown: not where 1 to 4 persons came, nor where the participants are so few."""
    capaian: Capaian = row["capaian"]
    if not capaian.bulan[rentang]:
        return Keadaan.TANPA_DATA
    return metrics.keadaan_jumlah(capaian.masuk[rentang] if syarat.luruh else row["jumlah_peserta"])


def rata(nilai: float) -> str:
    """A monthly average: whole, with a decimal below ten."""
    return formats.angka(nilai) if abs(nilai) >= SEPULUH else formats.desimal(nilai)


def _capaian(judul: str, rentang: int, syarat: Syarat) -> Kolom:
    def cell(row: dict[str, Any]) -> Sel:
        state = keadaan_capaian(row, rentang, syarat)
        pace = row["capaian"].rata(rentang, syarat)
        return (rata(pace), pace, "") if state.ada_nilai else (state.simbol, None, state.value)

    return Kolom(judul, cell)


def _luruh(row: dict[str, Any]) -> Sel:
    capaian: Capaian = row["capaian"]
    state = metrics.keadaan_sel(capaian.keluar, capaian.awal)
    if not state.ada_nilai or capaian.luruh is None:
        return state.simbol, None, state.value
    words = f"{formats.angka(capaian.keluar)} dari {formats.angka(capaian.awal)}"
    return _sebaris(f"{formats.persen(capaian.luruh)} ({words})"), capaian.luruh, ""


def _sebaris(teks: str) -> str:
    return teks.replace(" ", "\N{NO-BREAK SPACE}")


def _rasio(row: dict[str, Any], syarat: Syarat) -> Sel:
    state = keadaan_capaian(row, 12, syarat) if row["keadaan"].ada_nilai else row["keadaan"]
    if state.ada_nilai and formats.kosong(row["rasio_capaian"]):
        state = Keadaan.TIDAK_BERLAKU
    if not state.ada_nilai:
        return state.simbol, None, state.value
    return formats.persen(row["rasio_capaian"]), float(row["rasio_capaian"]), ""


def _status(row: dict[str, Any], syarat: Syarat) -> Sel:
    state = keadaan_capaian(row, 12, syarat) if row["keadaan"].ada_nilai else row["keadaan"]
    if row["status"] is None or not state.ada_nilai:
        return state.simbol, None, state.value
    return f"{row['status'].lambang}\N{NO-BREAK SPACE}{row['status']}", str(row["status"]), ""
