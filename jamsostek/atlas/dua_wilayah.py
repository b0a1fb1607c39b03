"""Two places: what is chosen in the filters (or the city) and another; their account, maps and trends."""

from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd

from jamsostek import components, filters, ikhtisar, metrics, narasi, queries
from jamsostek.atlas import papan, satu
from jamsostek.figures import dua, maps, trends
from jamsostek.shell import Konteks


def tampil(konteks: Konteks, tinggi: int) -> None:
    """The screen; `tinggi` is the height of its maps in px."""
    pilih = konteks.saringan
    tampilan = replace(satu.tampilan_peta(konteks, tinggi), metrik="cakupan", fokus=None)
    wilayah = satu.per_wilayah(konteks, tampilan.tingkat)
    kode = filters.second_place_control(konteks.pilihan, _terendah(wilayah, tampilan))
    here = _pokok(konteks, konteks.nama_wilayah, **pilih.wilayah())
    there = _pokok(konteks, konteks.pilihan.nama(kode), **_parameter(kode))
    pair = [(pokok.wilayah, pokok.baris() or {}) for pokok in (here, there)]
    components.kalimat(dua.kalimat_wilayah(pair[0], pair[1], pilih.bulan))
    papan.tabel(konteks, dua.tabel_wilayah(pair[0], pair[1], pilih.bulan, tampilan.kata_penyebut), tampilan)
    left, right = (
        maps.peta(wilayah, replace(tampilan, terpilih=code)) | {"judul": pokok.wilayah}
        for code, pokok in ((tampilan.terpilih, here), (kode, there))
    )
    papan.dua_peta((left, right), filters.choose_area, filters.choose_second_place)
    components.grafik(
        partial(trends.tren_tempat, [(pokok.wilayah, pokok.akun) for pokok in (here, there)], rentang=None,
                bulan_terpilih=pilih.bulan, kata_penyebut=tampilan.kata_penyebut),
        key="tren_dua_wilayah",
        alt=" ".join(narasi.alternatif_tren(pokok.akun, "cakupan", pokok.wilayah) for pokok in (here, there)),
    )  # fmt: skip


def _pokok(konteks: Konteks, nama: str, **kode: Any) -> ikhtisar.Pokok:
    pilih = konteks.saringan
    akun = queries.akun_bulanan(**kode, **konteks.siapa)
    return ikhtisar.Pokok(pilih.bulan, nama, pilih.segmen, pilih.penyebut, akun)


def _parameter(kode: str) -> dict[str, str | None]:
    """The parameters of a place from its code."""
    return {"kode_kelurahan" if kode.count(".") == 3 else "kode_kecamatan": kode}


def _terendah(wilayah: pd.DataFrame, tampilan: maps.Tampilan) -> str:
    """Code of the area with the lowest coverage that may be shown, the chosen one left out; else of the first area."""
    kode = f"kode_{tampilan.tingkat}"
    rows = [row for row in maps.records(maps.berwilayah(wilayah, kode)) if row[kode] != tampilan.terpilih]
    shown = [row for row in rows if metrics.keadaan_baris(row, "cakupan").ada_nilai]
    return str(min(shown, key=lambda row: float(row["rasio_cakupan"]), default=rows[0])[kode])
