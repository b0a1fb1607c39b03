"""Two months, two measures, or two places side by side; the difference map; coverage read with a second measure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

import pandas as pd
import streamlit as st

from jamsostek import components, filters, ikhtisar, metrics, narasi, pendataan, queries
from jamsostek.atlas import satu
from jamsostek.figures import beda, berdua, dua, maps, pasangan, selisih, trends
from jamsostek.shell import Konteks

TINGGI_DUA = 330
TINGGI_SATU = 430
TINGGI_TABEL = 430
Daerah = TypeVar("Daerah", beda.Beda, pasangan.Pasangan)


def tampil(konteks: Konteks) -> None:
    """The screen of the chosen way to compare: its menu, the finding, the maps, the table."""
    _LAYAR[konteks.saringan.lihat](konteks)


def _dua_bulan(konteks: Konteks, *, berdampingan: bool) -> None:
    """Two months as two maps on the same classes, or as one map of their difference; the table is the same."""
    lain = filters.second_month_control(konteks.pilihan, konteks.saringan.bulan)
    tampilan = satu.tampilan_peta(konteks, TINGGI_DUA if berdampingan else TINGGI_SATU)
    awal = satu.per_wilayah(konteks, tampilan.tingkat, bulan=lain)
    akhir = satu.per_wilayah(konteks, tampilan.tingkat)
    found = beda.beda(awal, akhir, tampilan.metrik, tampilan.tingkat)
    inside, place = _dalam(found, [b.akhir for b in found], konteks, tampilan)
    components.kalimat(beda.kalimat(inside, lain, tampilan, place))
    if berdampingan:
        earlier = maps.peta(awal, replace(tampilan, bulan=lain))
        _dua_peta((earlier, maps.peta(akhir, tampilan)), filters.choose_area)
    else:
        components.peta(selisih.peta(found, lain, tampilan), key="peta_selisih", on_choose=filters.choose_area)
    components.tabel(selisih.tabel(inside, lain, tampilan, tinggi=TINGGI_TABEL), key="tabel_selisih")


def _dua_ukuran(konteks: Konteks) -> None:
    lain = filters.second_metric_control(konteks.saringan.metrik)
    tampilan = satu.tampilan_peta(konteks, TINGGI_DUA)
    wilayah = satu.per_wilayah(konteks, tampilan.tingkat)
    kunci = (tampilan.metrik, lain)
    inside = wilayah[wilayah["kode_kecamatan"] == tampilan.fokus] if tampilan.fokus else wilayah
    components.kalimat(dua.kalimat_ukuran(inside, kunci, tampilan))
    left, right = (maps.peta(wilayah, replace(tampilan, metrik=k)) for k in kunci)
    _dua_peta((left, right), filters.choose_area)
    components.tabel(dua.tabel_ukuran(inside, kunci, tampilan, tinggi=TINGGI_TABEL), key="tabel_dua_ukuran")


def _dua_wilayah(konteks: Konteks) -> None:
    """Two places: what is chosen in the filters (or the city) and another; their account, maps and trends."""
    pilih = konteks.saringan
    tampilan = replace(satu.tampilan_peta(konteks, TINGGI_DUA), metrik="cakupan", fokus=None)
    wilayah = satu.per_wilayah(konteks, tampilan.tingkat)
    kode = filters.second_place_control(konteks.pilihan, _terendah(wilayah, tampilan))
    here = _pokok(konteks, konteks.nama_wilayah, **pilih.wilayah())
    there = _pokok(konteks, _nama(konteks, kode), **_parameter(kode))
    pair = [(pokok.wilayah, pokok.baris() or {}) for pokok in (here, there)]
    components.kalimat(dua.kalimat_wilayah(pair[0], pair[1], pilih.bulan))
    components.tabel(dua.tabel_wilayah(pair[0], pair[1], pilih.bulan, tampilan.kata_penyebut), key="tabel_dua_wilayah")
    left, right = (
        maps.peta(wilayah, replace(tampilan, terpilih=code)) | {"judul": pokok.wilayah}
        for code, pokok in ((tampilan.terpilih, here), (kode, there))
    )
    _dua_peta((left, right), filters.choose_area, filters.choose_second_place)
    components.grafik(
        partial(trends.tren_tempat, [(pokok.wilayah, pokok.akun) for pokok in (here, there)], rentang=None,
                bulan_terpilih=pilih.bulan, kata_penyebut=tampilan.kata_penyebut),
        key="tren_dua_wilayah",
        alt=" ".join(narasi.alternatif_tren(pokok.akun, "cakupan", pokok.wilayah) for pokok in (here, there)),
    )  # fmt: skip


def _berdua(konteks: Konteks, kedua: str) -> None:
    """Coverage and a second measure on one map; completeness is known per kelurahan alone."""
    tampilan = replace(satu.tampilan_peta(konteks, TINGGI_SATU), metrik="cakupan")
    if kedua == "kelengkapan":
        tampilan = replace(tampilan, tingkat="kelurahan")
        wilayah = _dengan_pendataan(konteks)
    else:
        wilayah = satu.per_wilayah(konteks, tampilan.tingkat)
    found = pasangan.pasangan(wilayah, kedua, tampilan.tingkat)
    inside, place = _dalam(found, [p.isi for p in found], konteks, tampilan)
    components.kalimat(pasangan.kalimat(inside, kedua, tampilan, place))
    components.peta(berdua.peta(found, kedua, tampilan), key=f"peta_{kedua}", on_choose=filters.choose_area)
    components.tabel(berdua.tabel(inside, kedua, tampilan, tinggi=TINGGI_TABEL), key=f"tabel_{kedua}")
    if kedua == "kelengkapan":
        components.catatan(pendataan.CATATAN)


def _dengan_pendataan(konteks: Konteks) -> pd.DataFrame:
    """The rows of the recording with coverage; a low share of RT is no state here, for it is what the square shows."""
    pilih = konteks.saringan
    rows = pendataan.gabung(
        queries.pendataan_per_kelurahan(bulan=pilih.bulan), satu.per_wilayah(konteks, "kelurahan"), pilih.penyebut
    )
    few = rows["rasio_rt_melapor"] < metrics.AMBANG_RT_MELAPOR
    return rows.assign(pendataan_memadai=rows["pendataan_memadai"] | few)


def _dua_peta(
    pair: tuple[dict[str, Any], dict[str, Any]],
    on_left: Callable[[str], None],
    on_right: Callable[[str], None] | None = None,
) -> None:
    left, right = st.columns(2, gap="small")
    with left:
        components.peta(pair[0], key="peta_kiri", on_choose=on_left)
    with right:
        components.peta(pair[1], key="peta_kanan", on_choose=on_right or on_left)


def _dalam(
    found: Sequence[Daerah], rows: Sequence[Mapping[str, Any]], konteks: Konteks, tampilan: maps.Tampilan
) -> tuple[list[Daerah], str]:
    """What lies in the kecamatan that fills the frame, and its name; everything and '' without one."""
    if tampilan.fokus is None:
        return list(found), ""
    inside = [area for area, row in zip(found, rows, strict=True) if row["kode_kecamatan"] == tampilan.fokus]
    return inside, _nama(konteks, tampilan.fokus)


def _pokok(konteks: Konteks, nama: str, **kode: Any) -> ikhtisar.Pokok:
    pilih = konteks.saringan
    akun = queries.akun_bulanan(**kode, **konteks.siapa)
    return ikhtisar.Pokok(pilih.bulan, nama, pilih.segmen, pilih.penyebut, akun)


def _parameter(kode: str) -> dict[str, str | None]:
    """The parameters of a place from its code."""
    return {"kode_kelurahan" if kode.count(".") == 3 else "kode_kecamatan": kode}


def _nama(konteks: Konteks, kode: str) -> str:
    names = konteks.pilihan.kecamatan()
    return f"Kecamatan {names[kode]}" if kode in names else f"Kelurahan {konteks.pilihan.kelurahan(None)[kode]}"


def _terendah(wilayah: pd.DataFrame, tampilan: maps.Tampilan) -> str:
    """Code of the area with the lowest coverage that may be shown, the chosen one left out; else of the first area."""
    kode = f"kode_{tampilan.tingkat}"
    rows = [row for row in maps.records(maps.berwilayah(wilayah, kode)) if row[kode] != tampilan.terpilih]
    shown = [row for row in rows if metrics.keadaan_baris(row, "cakupan").ada_nilai]
    return str(min(shown, key=lambda row: float(row["rasio_cakupan"]), default=rows[0])[kode])


_LAYAR: dict[str, Callable[[Konteks], None]] = {
    "dua-bulan": partial(_dua_bulan, berdampingan=True),
    "selisih": partial(_dua_bulan, berdampingan=False),
    "dua-ukuran": _dua_ukuran,
    "dua-wilayah": _dua_wilayah,
    "pengangguran": partial(_berdua, kedua="tpt"),
    "pendataan": partial(_berdua, kedua="kelengkapan"),
}
