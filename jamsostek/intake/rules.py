"""Checks that need more than one cell: places that must agree, duplicates, numbers that must fit together.

A rule looks at rows that are still accepted, and refuses or notes some of them.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from jamsostek.intake.births import OLDEST, YOUNGEST
from jamsostek.intake.sheet import Mask, Sheet


def _mask(values: pa.Array) -> Mask:
    mask: Mask = pc.fill_null(values, False).to_numpy(zero_copy_only=False)
    return mask


def _age(sheet: Sheet) -> npt.NDArray[np.float64]:
    """Completed years at the end of the month of the file, from months alone as the day is not kept; NaN if unknown."""
    birth = sheet.values["bulan_lahir"]
    months = pc.add(pc.multiply(pc.year(birth), 12), pc.month(birth)).to_numpy(zero_copy_only=False)
    month = sheet.context.month
    years: npt.NDArray[np.float64] = np.floor((month.year * 12 + month.month - months.astype(np.float64)) / 12)
    return years


def _refuse_young(sheet: Sheet, age: npt.NDArray[np.float64]) -> None:
    column = sheet.contract.column("bulan_lahir")
    sheet.refuse((age < 0) & ~sheet.refused, column, "tanggal lahir setelah bulan berkas")
    young = f"umur di bawah {YOUNGEST} tahun pada bulan berkas"
    sheet.refuse((age >= 0) & (age < YOUNGEST) & ~sheet.refused, column, young)


def age_of_worker(sheet: Sheet) -> None:
    """The register holds persons of 15 to 110 years."""
    age = _age(sheet)
    _refuse_young(sheet, age)
    reason = f"umur di atas {OLDEST} tahun pada bulan berkas"
    sheet.refuse((age > OLDEST) & ~sheet.refused, sheet.contract.column("bulan_lahir"), reason)


def age_of_participant(sheet: Sheet) -> None:
    """Below 15 is refused. 1900-01-01 is what exports write for 'unknown': the person stays, the month goes."""
    age = _age(sheet)
    _refuse_young(sheet, age)
    old = age > OLDEST
    if old.any():
        sheet.note(old, sheet.contract.column("bulan_lahir"), f"umur di atas {OLDEST} tahun; bulan lahir dikosongkan")
        births = sheet.values["bulan_lahir"]
        sheet.values["bulan_lahir"] = pc.if_else(pa.array(old), pa.scalar(None, births.type), births)


def person_known(sheet: Sheet) -> None:
    """A participant needs a NIK or a KPJ; without either nobody could be counted once."""
    nobody = sheet.missing("pseudonim_nik") & sheet.missing("pseudonim_kpj") & ~sheet.refused
    sheet.refuse(nobody, sheet.contract.column("pseudonim_nik"), "NIK dan nomor KPJ dua-duanya kosong")


def place_or_none(sheet: Sheet) -> None:
    """An empty kelurahan counts as 'tanpa wilayah', with a warning."""
    missing = _place(sheet)
    sheet.note(missing, sheet.contract.column("kelurahan"), "kelurahan kosong; dihitung sebagai tanpa wilayah")


def place_required(sheet: Sheet) -> None:
    """A row of the register belongs to a kelurahan: that is what its list replaces."""
    missing = _place(sheet)
    sheet.refuse(missing, sheet.contract.column("kelurahan"), "kelurahan wajib diisi")


def _place(sheet: Sheet) -> Mask:
    """Settle kode_kelurahan from code and name, which must agree with each other and with the kecamatan.

    Returns the rows, not refused, that have no kelurahan.
    """
    code, name = sheet.values["kode_kelurahan"], sheet.values["kelurahan"]
    column = sheet.contract.column
    sheet.refuse(_mask(pc.not_equal(code, name)) & ~sheet.refused, column("kode_kelurahan"),
                 "kode dan nama kelurahan menunjuk tempat yang berbeda")  # fmt: skip
    written = sheet.raw.columns.get("kode_kelurahan")
    if written is not None:
        # Ten digits without dots may be a BPS code, and three of those are other kelurahan's Kemendagri codes.
        bare = _mask(pc.invert(pc.match_substring(written, "."))) & ~sheet.missing("kode_kelurahan")
        sheet.refuse(bare & sheet.missing("kelurahan") & ~sheet.refused, column("kode_kelurahan"),
                     "kode tanpa titik dan tanpa nama dapat tertukar dengan kode BPS; tulis 53.71.01.1001")  # fmt: skip
    place = sheet.values["kode_kelurahan"] = pc.coalesce(code, name)
    district = pc.utf8_slice_codeunits(place, 0, 8)
    clash = _mask(pc.not_equal(district, sheet.values["kecamatan"])) & ~sheet.refused
    sheet.refuse(clash, column("kecamatan"), "kelurahan ini tidak berada di kecamatan yang tertulis")
    return sheet.missing("kode_kelurahan") & ~sheet.refused


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


def rt_given(sheet: Sheet) -> None:
    """Lists of RT/RW should say which RT, or the progress of data collection cannot be shown."""
    from_rt = _mask(pc.equal(sheet.values["sumber"], "rt_rw"))
    sheet.note(from_rt & sheet.missing("rt"), sheet.contract.column("rt"), "nomor RT kosong pada daftar RT/RW")


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


def registered_within_workers(sheet: Sheet) -> None:
    """More registered than employed is possible (late reports of leavers) but worth a look."""
    more = _mask(pc.greater(sheet.values["jumlah_terdaftar"], sheet.values["jumlah_pekerja"]))
    sheet.note(more, sheet.contract.column("jumlah_terdaftar"), "jumlah terdaftar melebihi jumlah pekerja")


def programmes_plausible(sheet: Sheet) -> None:
    """Every participant has some programme; JP and JKP exist for wage earners (PU) only."""
    values, column = sheet.values, sheet.contract.column
    flags = [_mask(values[f"program_{short}"]) for short in ("jkk", "jkm", "jht", "jp", "jkp")]
    sheet.note(~np.logical_or.reduce(flags), column("program_jkk"), "tidak ada program yang bertanda")
    not_pu = _mask(pc.not_equal(values["segmen"], "PU"))
    sheet.note((flags[3] | flags[4]) & not_pu, column("program_jp"), "JP atau JKP pada segmen selain PU")


def benefit_of_programme(sheet: Sheet) -> None:
    """The kind of benefit belongs to a programme: santunan JKM to JKM, a scholarship to JKK or JKM."""
    programme = pc.utf8_lower(sheet.values["program"])
    benefit = pc.replace_substring(sheet.values["jenis_manfaat"], "santunan_jkm", "jkm")
    other = _mask(pc.not_equal(programme, benefit)) & ~_mask(pc.equal(benefit, "beasiswa"))
    sheet.note(other, sheet.contract.column("jenis_manfaat"), "jenis manfaat tidak sesuai program")
