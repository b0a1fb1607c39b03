"""What a batch did to the city's coverage when it first counted, written beside it once and shown in the ledger.

Bookkeeping, not a figure: nothing on screen is computed from it, and a build does without it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pandas as pd

from jamsostek import db, sql
from jamsostek.intake import Manifest, memory

EFFECT = "dampak.json"
_KINDS = ("peserta", "tenaga_kerja")
_EVERYBODY = {
    "kode_kecamatan": None, "kode_kelurahan": None, "segmen": None, "jenis_kelamin": None, "kelompok_umur": None,
    "penyebut": "penduduk_bekerja",
}  # fmt: skip


@dataclass(frozen=True)
class Effect:
    """Participants and workers of the city in one month ('YYYY-MM') without and with the batch; None where unknown.

    The month is the batch's own for participants, the last of all for a list of workers.
    `bersama` counts the other batches that came into the same build: the change is theirs as well.
    """

    bulan: str
    peserta_sebelum: int | None
    penyebut_sebelum: int | None
    peserta_sesudah: int | None
    penyebut_sesudah: int | None
    bersama: int


def read(folder: Path) -> Effect | None:
    """The effect of the batch in that folder, or None where it was not recorded (or cannot be read)."""
    try:
        return Effect(**json.loads((folder / EFFECT).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def record(old: Path, new: Path, batches: Sequence[Manifest]) -> None:
    """Compare the file that serves with the one about to replace it, for the batches that are new in it."""
    fresh = [m for m in batches if m.jenis in _KINDS and not m.contoh and not m.ditarik and m.bulan]
    fresh = [m for m in fresh if not (m.folder / EFFECT).exists()]
    if not fresh:
        return
    try:
        with db.copy(old) as before:
            known = {name for (name,) in before.execute("SELECT id_batch FROM batch").fetchall()}
            fresh = [m for m in fresh if m.id_batch not in known]
            # batches that counted before effects were recorded never get one: the new file need not be opened for them
            if not fresh:
                return
            with db.copy(new) as after:
                was, now = account(before), account(after)
            if before.execute("SELECT adalah_contoh FROM versi_data").fetchall() == [(True,)]:
                was = was.head(0)  # real figures are no change of invented ones
    except db.DataRusak:
        return
    for manifest in fresh:
        # a list of workers is the denominator from its month on, so it tells most in the last month there is
        month = now["bulan"].max() if manifest.jenis == "tenaga_kerja" else pd.Timestamp(f"{manifest.bulan}-01")
        if pd.isna(month):
            continue
        entry = {"bulan": f"{month:%Y-%m}", "bersama": len(fresh) - 1}
        entry |= _numbers(was, month, "sebelum") | _numbers(now, month, "sesudah")
        try:
            memory.write_text(manifest.folder / EFFECT, json.dumps(entry) + "\n")
        except OSError:  # a full disk must not stop a build for the sake of a note
            return


def account(con: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The account of the whole city per month (columns of `akun_bulanan`)."""
    return sql.run(sql.load("akun_bulanan"), _EVERYBODY, con)


def _numbers(city: pd.DataFrame, month: pd.Timestamp, when: str) -> dict[str, int | None]:
    rows = city[city["bulan"] == month].to_dict("records")
    row = rows[0] if rows else {}
    values = {name: row.get(f"jumlah_{name}", pd.NA) for name in ("peserta", "penyebut")}
    return {f"{name}_{when}": None if pd.isna(value) else int(value) for name, value in values.items()}
