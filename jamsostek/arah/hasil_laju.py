"""From the questions to the need of the city and of its parts, for the chosen month, persons, target and terms."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from jamsostek import ikhtisar, jatah, laju, metrics, queries, tujuan
from jamsostek.figures import maps
from jamsostek.kebutuhan import Kebutuhan
from jamsostek.sasaran_manual import Manual
from jamsostek.shell import Konteks

_SEGMEN_BERLAKU = ("PU", "BPU")


@dataclass(frozen=True)
class Hasil:
    """The city's need and its parts: kelurahan, kecamatan and (without a segment chosen) segments."""

    butuh: Kebutuhan
    kota: dict[str, Any]
    kelurahan: pd.DataFrame
    kecamatan: pd.DataFrame
    segmen: pd.DataFrame | None


def butuh(konteks: Konteks, row: dict[str, Any]) -> Kebutuhan:
    """The city's need on the chosen terms; `row` is its account of the month."""
    pilih = konteks.saringan
    semua = tujuan.daftar(queries.target_kota())
    dipakai = tujuan.dipilih(pilih.sasaran, semua, pilih.bulan)
    capai = laju.capaian(_arus(konteks, pilih.segmen), pilih.bulan)[""]
    luruh = luruh_data(capai) if pilih.luruh is None else pilih.luruh
    months = metrics.bulan_antara(pilih.bulan, dipakai.tanggal)
    terms = laju.Syarat(dipakai.rasio, months, luruh / 1000, pilih.tumbuh / 1000)
    counts = int(row["jumlah_penyebut"]), int(row["jumlah_peserta"])
    words = metrics.LABEL_PENYEBUT[pilih.penyebut]
    return Kebutuhan(pilih.bulan, dipakai, terms, *counts, capai, words, pilih.luruh is None)


def luruh_data(capai: laju.Capaian) -> int:
    """The lapse of the data in whole per mille, as it is shown, so that a link with that number gives the same need."""
    return min(round(1000 * (capai.luruh or 0)), laju.LURUH_TERTINGGI)


def _arus(konteks: Konteks, segmen: str | None) -> pd.DataFrame:
    return queries.arus_per_kelurahan(bulan=konteks.saringan.bulan, segmen=segmen, **konteks.saringan.orang())


def hasil(konteks: Konteks, butuh: Kebutuhan, row: dict[str, Any], manual: Mapping[str, Manual]) -> Hasil:
    """The parts of the city's need; `row` is the city's account, `manual` what was set by hand by kelurahan."""
    pilih, terms = konteks.saringan, butuh.syarat
    arus = _arus(konteks, pilih.segmen)
    akun = maps.berwilayah(queries.cakupan_per_kelurahan(bulan=pilih.bulan, **konteks.siapa))
    akun_kecamatan = maps.berwilayah(queries.cakupan_per_kecamatan(bulan=pilih.bulan, **konteks.siapa))
    bagi = "sama" if pilih.bagi == "sama" else "kesenjangan"
    kelurahan = jatah.bagian(akun, row, terms, bagi, {kode: one.jumlah for kode, one in manual.items()})
    kelurahan["manual"] = kelurahan["kode_kelurahan"].isin(list(manual))
    kecamatan = jatah.per_kecamatan(kelurahan, akun_kecamatan)
    return Hasil(
        butuh,
        row,
        jatah.dengan_capaian(kelurahan, laju.capaian(arus, pilih.bulan, "kode_kelurahan"), "kode_kelurahan", terms),
        jatah.dengan_capaian(kecamatan, laju.capaian(arus, pilih.bulan, "kode_kecamatan"), "kode_kecamatan", terms),
        _segmen(konteks, butuh, row) if pilih.segmen is None and pilih.penyebut == queries.PENYEBUT else None,
    )


def _segmen(konteks: Konteks, butuh: Kebutuhan, row: dict[str, Any]) -> pd.DataFrame:
    pilih = konteks.saringan
    akun = ikhtisar.pada_bulan(queries.tren_per_segmen(**pilih.orang()), pilih.bulan).rename(
        columns={"segmen": "kode_segmen"}
    )
    akun["nama_segmen"] = akun["kode_segmen"].map(metrics.LABEL_SEGMEN)
    akun["berlaku"] = akun["kode_segmen"].isin(_SEGMEN_BERLAKU)
    rows = jatah.bagian(akun, row, butuh.syarat, "kesenjangan")
    pace = {s: laju.capaian(_arus(konteks, s), pilih.bulan)[""] for s in metrics.LABEL_SEGMEN}
    return jatah.dengan_capaian(rows, pace, "kode_segmen", butuh.syarat)
