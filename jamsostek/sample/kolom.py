"""Text columns shared by the example files: numbers, dates and places as people type them."""

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jamsostek.sample.kota import Kota
from jamsostek.sample.penduduk import Ints, Penduduk

VARIANT_SHARE = 0.12


def words(values: tuple[str, ...], index: Ints) -> pa.Array:
    """The word for every index; null where the index is negative."""
    return pa.array(values, pa.string()).take(pa.array(index, mask=index < 0))


def nik(penduduk: Penduduk) -> pa.Array:
    """16 digits as text."""
    return pa.array(penduduk.nik).cast(pa.string())


def kpj(orang: Ints) -> pa.Array:
    """11 digits beginning with 99, one number per person (7919 is prime, so no two persons meet)."""
    return pa.array(99_000_000_000 + orang * 7_919 % 1_000_000_000).cast(pa.string())


def birth_dates(penduduk: Penduduk, form: str) -> pa.Array:
    """Birth dates as text, in the order that `form` (strftime) gives."""
    days = penduduk.lahir.astype("datetime64[M]").astype("datetime64[D]") + (penduduk.hari_lahir - 1)
    distinct, index = np.unique(days, return_inverse=True)
    return pc.strftime(pa.array(distinct).cast(pa.timestamp("s")), format=form).take(pa.array(index))


def kelurahan_names(rng: np.random.Generator, kota: Kota, kelurahan: Ints) -> pa.Array:
    """Names of kelurahan, a part of them in one of the other spellings or in capitals; null where negative."""
    labels = [name for own, others in zip(kota.nama, kota.ejaan, strict=True) for name in (own, *others, own.upper())]
    counts = np.array([len(others) + 2 for others in kota.ejaan])
    start = np.cumsum(counts) - counts
    other = np.where(rng.random(len(kelurahan)) < VARIANT_SHARE, rng.integers(0, 10**6, len(kelurahan)), 0)
    return words(tuple(labels), np.where(kelurahan < 0, -1, start[kelurahan] + other % counts[kelurahan]))


def with_bad_rows(table: pa.Table, *changes: dict[str, Any]) -> pa.Table:
    """The table with one more row per change: a copy of an early row, with these cells spoilt."""
    rows = [table.slice(number, 1).to_pylist()[0] | change for number, change in enumerate(changes)]
    return pa.concat_tables([table, pa.Table.from_pylist(rows, schema=table.schema)])
