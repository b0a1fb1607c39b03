"""Who is new, gone or moved when a file takes the place of an earlier one: counts per kelurahan, never persons."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from jamsostek import db, kota, sql
from jamsostek.intake import Manifest

KOLOM = ("jumlah_baris", "jumlah_baris_lama", "jumlah_baru", "jumlah_hilang", "jumlah_pindah_masuk",
         "jumlah_pindah_keluar")  # fmt: skip


@dataclass(frozen=True)
class Pergantian:
    """What one file replaces: the id of the batch compared with ('' for none), whether that batch is replaced or only
    the month before, and the counts per kelurahan (kode_kelurahan + KOLOM; NA where persons are not in such files)."""

    jenis: str
    bulan: str | None
    nama_berkas: str
    dibanding: str
    mengganti: bool
    per_kelurahan: pd.DataFrame

    @property
    def menyusut(self) -> bool:
        """Whether the file has less than four fifths of the rows it replaces: more often a part than a new state."""
        old = int(self.per_kelurahan["jumlah_baris_lama"].sum())
        return self.mengganti and int(self.per_kelurahan["jumlah_baris"].sum()) < 0.8 * old


def pergantian(calon: Manifest, batches: Sequence[Manifest]) -> Pergantian:
    """Compare a prepared file with the batches that count now. Once real data come in, the example counts no more."""
    there = [m for m in batches if not m.ditarik and not m.contoh and m.jenis == calon.jenis]
    compare = {"peserta": _peserta, "tenaga_kerja": _tenaga_kerja}.get(calon.jenis, _rows_only)
    return compare(calon, there)


def _peserta(calon: Manifest, there: Sequence[Manifest]) -> Pergantian:
    """The batch of the same month is replaced; without one, the month before is only compared with."""
    same = [m for m in there if m.basis_wilayah == calon.basis_wilayah and str(m.bulan) <= str(calon.bulan)]
    before = max(same, key=lambda m: (str(m.bulan), m.urutan), default=None)
    frame = _ask("orang_peserta", calon, [before] if before else [], kode_tanpa_wilayah=kota.kota().kode_tanpa_wilayah)
    replaced = before is not None and before.bulan == calon.bulan
    return Pergantian(calon.jenis, calon.bulan, calon.nama_berkas, before.id_batch if before else "", replaced, frame)


def _tenaga_kerja(calon: Manifest, there: Sequence[Manifest]) -> Pergantian:
    frame = _ask("orang_tenaga_kerja", calon, there, lama_bulan=[f"{m.bulan}-01" for m in there],
                 bulan=f"{calon.bulan}-01")  # fmt: skip
    return Pergantian(calon.jenis, calon.bulan, calon.nama_berkas, "", bool(frame["jumlah_baris_lama"].sum()), frame)


def _rows_only(calon: Manifest, there: Sequence[Manifest]) -> Pergantian:
    """Files that are not about persons: rows before and after, by kelurahan where they have one."""
    month = [m for m in there if calon.jenis == "pemberi_kerja" or (calon.jenis == "klaim" and m.bulan == calon.bulan)]
    before = max(month, key=lambda m: m.urutan, default=None)
    old = _counts(before) if before else pd.Series(dtype="int64")
    frame = pd.DataFrame({"jumlah_baris": _counts(calon), "jumlah_baris_lama": old}).fillna(0).astype("Int64")
    frame = frame.rename_axis("kode_kelurahan").reset_index().reindex(columns=["kode_kelurahan", *KOLOM])
    frame = frame.astype(dict.fromkeys(KOLOM, "Int64"))
    return Pergantian(
        calon.jenis, calon.bulan, calon.nama_berkas, before.id_batch if before else "", before is not None, frame
    )


def _counts(manifest: Manifest) -> "pd.Series[int]":
    columns = pd.read_parquet(manifest.folder / "data.parquet")
    place = columns["kode_kelurahan"] if "kode_kelurahan" in columns else columns["wilayah"]
    return place.fillna(kota.kota().kode_tanpa_wilayah).value_counts()


def _ask(question: str, calon: Manifest, old: Sequence[Manifest], **more: object) -> pd.DataFrame:
    new = [str(calon.folder / "data.parquet")]
    # without an earlier file the candidate stands in for it and `ada_lama` keeps its rows out
    earlier = [str(m.folder / "data.parquet") for m in old] or new
    with db.scratch() as con:
        query = sql.load(f"banding/{question}")
        params = {"calon": new, "lama": earlier, "ada_lama": bool(old), **more}
        if not old and "lama_bulan" in more:
            params["lama_bulan"] = [more["bulan"]]
        return sql.run(query, params, con)
