"""Rules about rows that stand there more than once."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from jamsostek.intake.sheet import Mask, Sheet


def _combined(sheet: Sheet, names: Sequence[str]) -> npt.NDArray[np.int64]:
    """One number per row, equal where all the named columns are equal (an empty value equals an empty value)."""
    combined = np.zeros(len(sheet.refused), dtype=np.int64)
    for name in names:
        codes = sheet.codes(name)
        # Re-numbering after each column keeps the product of the column sizes within 64 bits.
        combined = pd.factorize(combined * (codes.max(initial=0) + 2) + codes + 1)[0].astype(np.int64)
    return combined


def _refuse_repeats(sheet: Sheet, groups: npt.NDArray[np.int64], among: Mask, name: str) -> None:
    """Of rows in the same group the first stays, later ones are refused and name it."""
    rows = np.flatnonzero(among & ~sheet.refused)
    series = pd.Series(groups[rows])
    repeated = series.duplicated(keep="first").to_numpy()
    if not repeated.any():
        return
    first = dict(zip(series[~repeated], sheet.nomor_baris[rows[~repeated]], strict=True))
    details = [f"ganda dari baris {first[group]}" for group in series[repeated]]
    sheet.refuse(rows[repeated], sheet.contract.column(name), "ganda dari baris lain dalam berkas ini", details)


def unique_membership(sheet: Sheet) -> None:
    """A person has one membership per segment and employer; known by NIK, else by KPJ."""
    by_nik = ~sheet.missing("pseudonim_nik")
    for name, among in (("pseudonim_nik", by_nik), ("pseudonim_kpj", ~by_nik)):
        if among.any():
            _refuse_repeats(sheet, _combined(sheet, (name, "segmen", "npp")), among, name)


def unique_resident(sheet: Sheet) -> None:
    """A person stands once on the list that one source hands in for one kelurahan."""
    groups = _combined(sheet, ("pseudonim_nik", "kode_kelurahan", "sumber"))
    _refuse_repeats(sheet, groups, np.ones(len(groups), dtype=bool), "pseudonim_nik")


def several_kelurahan(sheet: Sheet) -> None:
    """A person in two kelurahan is accepted twice here and counted once later; the importer should know."""
    rows = np.flatnonzero(~sheet.refused)
    people, places = sheet.codes("pseudonim_nik")[rows], sheet.codes("kode_kelurahan")[rows]
    pairs = pd.DataFrame({"orang": people, "tempat": places}).drop_duplicates()
    often = pairs["orang"][pairs["orang"].duplicated()].unique()
    column = sheet.contract.column("pseudonim_nik")
    if len(often):
        sheet.note(rows[np.isin(people, often)], column, "NIK yang sama tercatat di lebih dari satu kelurahan")


def unique_employer(sheet: Sheet) -> None:
    """An NPP stands once; an employer without NPP is known by name and kelurahan."""
    known = ~sheet.missing("npp")
    _refuse_repeats(sheet, sheet.codes("npp"), known, "npp")
    _refuse_repeats(sheet, _combined(sheet, ("nama_pemberi_kerja", "kode_kelurahan")), ~known, "nama_pemberi_kerja")


def unique_row(sheet: Sheet) -> None:
    """A figure repeated in every column is one figure."""
    names = [column.name for column in sheet.contract.columns]
    groups = _combined(sheet, names)
    _refuse_repeats(sheet, groups, np.ones(len(groups), dtype=bool), names[0])
