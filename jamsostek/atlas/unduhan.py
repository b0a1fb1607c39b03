"""The downloads of the map: sheet, cells, areas for GIS. Each file is made on the server when its button is pressed."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from jamsostek import batas, components, metrics, queries, settings, sql
from jamsostek.ekspor import cetak, geodata, keterangan, lembar_peta, sel
from jamsostek.ekspor.keterangan import Keterangan
from jamsostek.figures import sheets, tables
from jamsostek.kota import kota
from jamsostek.shell import Konteks


def unduhan(
    konteks: Konteks, peta: Mapping[str, Any], wilayah: pd.DataFrame, tingkat: metrics.Tingkat, metrik: str
) -> None:
    """A fold with the seven downloads: `peta` as it is shown, and `metrik` of the areas in `wilayah`.

    `wilayah` is the result of cakupan_per_kecamatan or cakupan_per_kelurahan that the map was made from.
    """
    lipatan = st.popover("Unduh", icon=":material/download:", key="unduhan_terbuka", on_change="rerun")
    if not lipatan.open:
        return
    tentang = _tentang(konteks, str(peta["judul"]), tingkat, metrik)
    nama = f"peta-{metrik.replace('_', '-')}-{tingkat}-{konteks.saringan.bulan:%Y-%m}"
    with lipatan:
        _berkas(berkas(konteks, peta, wilayah, tingkat, metrik), nama, contoh=konteks.contoh)
        components.unduh_xlsx(
            lambda: sel.lembaran(wilayah, tingkat, metrics.LABEL_PENYEBUT[konteks.saringan.penyebut]),
            label="Angka per wilayah (XLSX)", nama=nama, contoh=konteks.contoh,
            keterangan={**tentang.butir(), "Lambang": keterangan.LAMBANG}, key="unduh_peta_xlsx",
        )  # fmt: skip
        components.unduh_csv(
            tables.untuk_unduhan(wilayah), nama=nama, contoh=konteks.contoh, key="unduh_peta_csv",
            keterangan="; ".join(f"{hal}: {isi}" for hal, isi in tentang.butir().items()),
        )  # fmt: skip


def unduhan_tabel(
    konteks: Konteks, peta: Mapping[str, Any] | None, tabel: Mapping[str, Any], tingkat: metrics.Tingkat, metrik: str
) -> None:
    """A fold with the downloads of a comparison: its map, where it is one map, and its table (`tables.tabel`)."""
    lipatan = st.popover("Unduh", icon=":material/download:", key="unduhan_terbuka", on_change="rerun")
    if not lipatan.open:
        return
    butir = _tentang(konteks, str(tabel["judul"]), tingkat, metrik).butir()
    lembaran = sheets.dari_tabel(tabel)
    nama = f"peta-{konteks.saringan.lihat}-{metrik.replace('_', '-')}-{tingkat}-{konteks.saringan.bulan:%Y-%m}"
    with lipatan:
        if peta is not None:
            _berkas(lembar(konteks, peta, tingkat, metrik), nama, contoh=konteks.contoh)
        components.unduh_xlsx(
            lambda: [lembaran], label="Angka pada tabel (XLSX)", nama=nama, contoh=konteks.contoh,
            keterangan={**butir, "Lambang": keterangan.LAMBANG}, key="unduh_peta_xlsx",
        )  # fmt: skip
        components.unduh_csv(
            pd.DataFrame(list(lembaran.baris), columns=list(lembaran.kolom)), nama=nama, contoh=konteks.contoh,
            keterangan="; ".join(f"{hal}: {isi}" for hal, isi in butir.items()), key="unduh_peta_csv",
        )  # fmt: skip


def _berkas(isi: Mapping[str, tuple[str, str, Callable[[], bytes]]], nama: str, *, contoh: bool) -> None:
    for akhiran, (label, mime, buat) in isi.items():
        components.unduh_berkas(
            buat, label=label, nama=f"{nama}.{akhiran}", mime=mime, contoh=contoh, key=f"unduh_peta_{akhiran}"
        )


def berkas(
    konteks: Konteks, peta: Mapping[str, Any], wilayah: pd.DataFrame, tingkat: metrics.Tingkat, metrik: str
) -> dict[str, tuple[str, str, Callable[[], bytes]]]:
    """File ending to label, type and maker: the sheet, and the areas with their values for GIS."""

    def tentang() -> Keterangan:
        return _tentang(konteks, str(peta["judul"]), tingkat, metrik)

    def lapisan() -> Any:
        return geodata.lapisan(wilayah, tingkat, metrik, konteks.saringan.bulan, tentang())

    return lembar(konteks, peta, tingkat, metrik) | {
        "geojson": ("Wilayah dan nilai (GeoJSON)", "application/geo+json",
                    lambda: geodata.geojson(lapisan(), tentang())),
        "parquet": ("Wilayah dan nilai (GeoParquet)", "application/vnd.apache.parquet",
                    lambda: geodata.geoparquet(lapisan(), tentang())),
    }  # fmt: skip


def lembar(
    konteks: Konteks, peta: Mapping[str, Any], tingkat: metrics.Tingkat, metrik: str
) -> dict[str, tuple[str, str, Callable[[], bytes]]]:
    """The map as a sheet in three forms. The moment of making is taken when the button is pressed."""

    def tentang() -> Keterangan:
        return _tentang(konteks, str(peta["judul"]), tingkat, metrik)

    def svg(gaya: str = "") -> str:
        gambar = _gambar(peta.get("berkas") or batas.berkas_gambar(konteks.saringan.bulan))
        return lembar_peta.lembar(peta, gambar, tentang(), gaya=gaya)

    return {
        "png": ("Peta (PNG, 2x)", "image/png", lambda: cetak.lembar(svg(), "png", tentang(), peta["alt"])),
        "svg": ("Peta (SVG)", "image/svg+xml", lambda: svg(cetak.gaya_huruf()).encode()),
        "pdf": ("Peta (PDF, A4)", "application/pdf", lambda: cetak.lembar(svg(), "pdf", tentang(), peta["alt"])),
    }


def _tentang(konteks: Konteks, judul: str, tingkat: metrics.Tingkat, metrik: str) -> Keterangan:
    pilih = konteks.saringan
    penyebut = metrics.LABEL_PENYEBUT[pilih.penyebut]
    kepala = sql.load(f"cakupan_per_{tingkat}").doc.splitlines()
    sumber = next(baris.removeprefix("Sumber: ") for baris in kepala if baris.startswith("Sumber: "))
    return Keterangan(
        judul=judul,
        periode=konteks.judul_bulan,
        saringan=_saringan(konteks, penyebut),
        definisi=keterangan.definisi(metrik, penyebut),
        sumber=sumber,
        batas=kota().catatan_batas,
        versi=str(queries.kesegaran().iloc[0]["versi"]),
        contoh=konteks.contoh,
        dibuat=datetime.now(UTC),
    )


def _saringan(konteks: Konteks, penyebut: str) -> str:
    """The filters in words; the map shows all areas, so the chosen place is called chosen."""
    pilih = konteks.saringan
    segmen = metrics.LABEL_SEGMEN[pilih.segmen] if pilih.segmen else "semua segmen"
    siapa = konteks.kelompok or "semua jenis kelamin dan umur"
    tempat = [f"wilayah terpilih {konteks.nama_wilayah}"] if pilih.kode_terpilih() else [konteks.nama_wilayah]
    return "; ".join([*tempat, segmen, siapa, f"penyebut {penyebut}"])


def _gambar(nama: str) -> dict[str, Any]:
    path = settings.static_dir() / nama
    return _baca(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=4)
def _baca(path: Path, _changed: int) -> dict[str, Any]:
    isi: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return isi
