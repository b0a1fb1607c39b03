"""What the figures would be: a trial build beside the served one, compared month by month and place by place."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from jamsostek import db, intake, sql
from jamsostek.build import effect, trial
from jamsostek.intake import Manifest, Titipan
from jamsostek.penerimaan.orang import Pergantian, pergantian

Progress = Callable[[float, str], None]
UKURAN = ("jumlah_peserta", "jumlah_pekerja", "jumlah_penganggur")
_RASIO = "rasio_cakupan"
_TEMPAT = ["kode_kelurahan", "nama_kelurahan", "kode_kecamatan", "nama_kecamatan"]


@dataclass(frozen=True)
class Dampak:
    """What would change.

    `kota` has one row per month that changes, `wilayah` one per month and kelurahan: the columns of UKURAN and
    rasio_cakupan, each with the suffixes _sebelum and _sesudah (NA where there are no data). `pergantian` says per file
    what it replaces, `peringatan` which non-blocking checks of the build speak up (name, rows) that are silent now.
    `contoh_berhenti`: with these files the example data stop counting, so that every figure changes.
    """

    kota: pd.DataFrame
    wilayah: pd.DataFrame
    pergantian: tuple[Pergantian, ...]
    peringatan: tuple[tuple[str, int], ...]
    contoh_berhenti: bool


def dampak_titipan(titipan: Sequence[Titipan], batches: Path, progress: Progress) -> Dampak:
    """What would change if these prepared files were accepted. Raises build.BuildError as that build would."""
    current = intake.list_batches(batches)
    first = max((m.urutan for m in current), default=0) + 1
    new = [
        replace(intake.numbered(one.draft, number, batches, {}), folder=one.folder)
        for number, one in enumerate(titipan, first)
    ]
    replaced = []
    for done, one in enumerate(new):
        progress(0.2 * done / len(new), f"Membandingkan orang: {one.nama_berkas}")
        replaced.append(pergantian(one, [*current, *new[:done]]))
    stops = _example_counts(current) and any(m.jenis in _REAL for m in new)
    return _compare(current, [*current, *new], tuple(replaced), stops, progress)


def dampak_status(id_batch: str, batches: Path, progress: Progress) -> Dampak:
    """What would change if the batch were withdrawn, or restored where it is withdrawn. Raises build.BuildError."""
    current = intake.list_batches(batches)
    turned = [replace(m, ditarik=not m.ditarik) if m.id_batch == id_batch else m for m in current]
    return _compare(current, turned, (), _example_counts(current) and not _example_counts(turned), progress)


_REAL = ("peserta", "tenaga_kerja", "pemberi_kerja", "klaim")


def _example_counts(batches: Sequence[Manifest]) -> bool:
    real = any(m.jenis in _REAL and not m.contoh and not m.ditarik for m in batches)
    return not real and any(m.contoh and not m.ditarik for m in batches)


def served_is_current(batches: Sequence[Manifest]) -> bool:
    """Whether the served file was built from exactly these batches in their present state."""
    try:
        rows = db.cursor().execute("SELECT id_batch, ditarik FROM batch").fetchall()
    except (db.DataTidakAda, db.DataRusak):
        return False
    return set(rows) == {(m.id_batch, m.ditarik) for m in batches}


def _compare(
    before: Sequence[Manifest], after: Sequence[Manifest], replaced: tuple[Pergantian, ...], stops: bool,
    progress: Progress,
) -> Dampak:  # fmt: skip
    if served_is_current(before):
        old = _figures(db.cursor())
    else:
        with trial(before, lambda share, words: progress(0.2 + 0.3 * share, words)) as file, db.copy(file) as con:
            old = _figures(con)
    with trial(after, lambda share, words: progress(0.5 + 0.45 * share, words)) as file, db.copy(file) as con:
        new = _figures(con)
    progress(0.97, "Menyusun perbandingan")
    return Dampak(
        _changes(old.kota, new.kota, ["bulan"]),
        _changes(old.wilayah, new.wilayah, ["bulan", *_TEMPAT]),
        replaced,
        tuple(sorted(new.peringatan - old.peringatan)),
        stops,
    )


class _Figures(NamedTuple):
    kota: pd.DataFrame
    wilayah: pd.DataFrame
    peringatan: frozenset[tuple[str, int]]


def _figures(con: db.Connection) -> _Figures:
    everyone = {"segmen": None, "jenis_kelamin": None, "kelompok_umur": None, "penyebut": "penduduk_bekerja"}
    places = sql.run(sql.load("akun_per_kelurahan"), everyone, con)
    spoken = con.execute("SELECT nama_pemeriksaan, jumlah_temuan FROM pemeriksaan").fetchall()
    return _Figures(effect.account(con), places, frozenset(spoken))


def _changes(old: pd.DataFrame, new: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Rows in which a count differs (missing on one side differs from any number), with both values."""
    wanted = [*keys, *UKURAN, _RASIO]
    both = old[wanted].merge(new[wanted], on=keys, how="outer", suffixes=("_sebelum", "_sesudah"))
    differs = pd.Series(False, index=both.index)
    for name in UKURAN:
        was, now = both[f"{name}_sebelum"], both[f"{name}_sesudah"]
        differs |= was.fillna(-1) != now.fillna(-1)
    return both[differs].reset_index(drop=True)
