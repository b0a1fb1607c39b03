"""The downloads of the map: sheet, cells, areas for GIS. Each file is made on the server when its button is pressed."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st

from jamsostek import batas, components, metrics, queries, settings, sql, xlsx
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
    with _lipatan() as terbuka:
        if terbuka:
            nama = f"peta-{metrik.replace('_', '-')}-{tingkat}-{konteks.saringan.bulan:%Y-%m}"
            butir = _tentang(konteks, str(peta["judul"]), tingkat, metrik).butir()
            penyebut = metrics.LABEL_PENYEBUT[konteks.saringan.penyebut]
            _berkas(berkas(konteks, peta, wilayah, tingkat, metrik), nama, contoh=konteks.contoh)
            _angka(
                konteks, lambda: sel.lembaran(wilayah, tingkat, penyebut), tables.untuk_unduhan(wilayah),
                label="Angka per wilayah (XLSX)", nama=nama, butir=butir,
            )  # fmt: skip


def unduhan_tabel(
    konteks: Konteks, peta: Mapping[str, Any] | None, tabel: Mapping[str, Any], tingkat: metrics.Tingkat, metrik: str
) -> None:
    """A fold with the downloads of a comparison: its map, where it is one map, and its table (`tables.tabel`)."""
    with _lipatan() as terbuka:
        if terbuka:
            pilih = konteks.saringan
            nama = f"peta-{pilih.lihat}-{metrik.replace('_', '-')}-{tingkat}-{pilih.bulan:%Y-%m}"
            butir = _tentang(konteks, str(tabel["judul"]), tingkat, metrik).butir()
            lembaran = sheets.dari_tabel(tabel)
            if peta is not None:
                _berkas(lembar(konteks, peta, tingkat, metrik), nama, contoh=konteks.contoh)
            _angka(
                konteks, lambda: [lembaran], pd.DataFrame(list(lembaran.baris), columns=list(lembaran.kolom)),
                label="Angka pada tabel (XLSX)", nama=nama, butir=butir,
            )  # fmt: skip


@contextmanager
def _lipatan() -> Iterator[bool]:
    """The fold; whether it is open, so that nothing is made or sent for a closed one."""
    lipatan = st.popover("Unduh", icon=":material/download:", key="unduhan_terbuka", on_change="rerun")
    with lipatan:
        yield bool(lipatan.open)


def _angka(
    konteks: Konteks,
    lembaran: Callable[[], Sequence[xlsx.Lembaran]],
    frame: pd.DataFrame,
    *,
    label: str,
    nama: str,
    butir: Mapping[str, str],
) -> None:
    components.unduh_xlsx(
        lembaran, label=label, nama=nama, contoh=konteks.contoh,
        keterangan={**butir, "Lambang": keterangan.LAMBANG}, key="unduh_peta_xlsx",
    )  # fmt: skip
    components.unduh_csv(
        frame, nama=nama, contoh=konteks.contoh, key="unduh_peta_csv",
        keterangan="; ".join(f"{hal}: {isi}" for hal, isi in butir.items()),
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
