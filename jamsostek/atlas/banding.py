"""Two months, two measures, or two places side by side; the difference map; coverage read with a second measure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

import pandas as pd

from jamsostek import components, filters, metrics, pendataan, queries
from jamsostek.atlas import dua_wilayah, papan, satu
from jamsostek.figures import beda, berdua, dua, maps, pasangan, selisih
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
    peta = None if berdampingan else selisih.peta(found, lain, tampilan)
    if peta is None:
        earlier = maps.peta(awal, replace(tampilan, bulan=lain))
        papan.dua_peta((earlier, maps.peta(akhir, tampilan)), filters.choose_area)
    else:
        papan.satu_peta(peta)
    papan.tabel(konteks, selisih.tabel(inside, lain, tampilan, tinggi=TINGGI_TABEL), tampilan, peta)


def _dua_ukuran(konteks: Konteks) -> None:
    lain = filters.second_metric_control(konteks.saringan.metrik)
    tampilan = satu.tampilan_peta(konteks, TINGGI_DUA)
    wilayah = satu.per_wilayah(konteks, tampilan.tingkat)
    kunci = (tampilan.metrik, lain)
    inside = wilayah[wilayah["kode_kecamatan"] == tampilan.fokus] if tampilan.fokus else wilayah
    components.kalimat(dua.kalimat_ukuran(inside, kunci, tampilan))
    left, right = (maps.peta(wilayah, replace(tampilan, metrik=k)) for k in kunci)
    papan.dua_peta((left, right), filters.choose_area)
    papan.tabel(konteks, dua.tabel_ukuran(inside, kunci, tampilan, tinggi=TINGGI_TABEL), tampilan)


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
    peta = berdua.peta(found, kedua, tampilan)
    papan.satu_peta(peta)
    papan.tabel(konteks, berdua.tabel(inside, kedua, tampilan, tinggi=TINGGI_TABEL), tampilan, peta)
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


def _dalam(
    found: Sequence[Daerah], rows: Sequence[Mapping[str, Any]], konteks: Konteks, tampilan: maps.Tampilan
) -> tuple[list[Daerah], str]:
    """What lies in the kecamatan that fills the frame, and its name; everything and '' without one."""
    if tampilan.fokus is None:
        return list(found), ""
    inside = [area for area, row in zip(found, rows, strict=True) if row["kode_kecamatan"] == tampilan.fokus]
    return inside, konteks.pilihan.nama(tampilan.fokus)


_LAYAR: dict[str, Callable[[Konteks], None]] = {
    "dua-bulan": partial(_dua_bulan, berdampingan=True),
    "selisih": partial(_dua_bulan, berdampingan=False),
    "dua-ukuran": _dua_ukuran,
    "dua-wilayah": partial(dua_wilayah.tampil, tinggi=TINGGI_DUA),
    "pengangguran": partial(_berdua, kedua="tpt"),
    "pendataan": partial(_berdua, kedua="kelengkapan"),
}
