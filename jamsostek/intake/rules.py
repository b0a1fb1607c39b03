"""Checks that need more than one cell: ages, identities, numbers that must fit together.

A rule looks at rows that are still accepted, and refuses or notes some of them.
"""

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from jamsostek.intake.births import OLDEST, YOUNGEST
from jamsostek.intake.errors import IntakeError
from jamsostek.intake.sheet import Sheet, as_mask


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


def digits_intact(sheet: Sheet) -> None:
    """Raises IntakeError when nearly all NIK end in 0: a spreadsheet has cut the sixteenth digit.

    Nothing in a single cell shows that, but genuine NIK end in a running number, so one in ten ends in 0.
    """
    cells = sheet.raw.columns.get("pseudonim_nik")
    if cells is None:
        return
    long_enough = pc.greater_equal(pc.binary_length(cells), 16)
    numbers, zeros = (
        pc.sum(long_enough).as_py() or 0,
        pc.sum(pc.and_(long_enough, pc.ends_with(cells, "0"))).as_py() or 0,
    )
    if numbers >= 20 and zeros >= 0.9 * numbers:
        raise IntakeError(
            "Hampir semua NIK berakhir dengan 0: digit terakhirnya hilang karena NIK pernah disimpan sebagai angka. "
            "Isi ulang kolom NIK sebagai teks dari sumber aslinya."
        )


def person_known(sheet: Sheet) -> None:
    """A participant needs a NIK or a KPJ; without either nobody could be counted once."""
    nobody = sheet.missing("pseudonim_nik") & sheet.missing("pseudonim_kpj") & ~sheet.refused
    sheet.refuse(nobody, sheet.contract.column("pseudonim_nik"), "NIK dan nomor KPJ dua-duanya kosong")


def rt_given(sheet: Sheet) -> None:
    """Lists of RT/RW should say which RT, or the progress of data collection cannot be shown."""
    from_rt = as_mask(pc.equal(sheet.values["sumber"], "rt_rw"))
    sheet.note(from_rt & sheet.missing("rt"), sheet.contract.column("rt"), "nomor RT kosong pada daftar RT/RW")


def registered_within_workers(sheet: Sheet) -> None:
    """More registered than employed is possible (late reports of leavers) but worth a look."""
    more = as_mask(pc.greater(sheet.values["jumlah_terdaftar"], sheet.values["jumlah_pekerja"]))
    sheet.note(more, sheet.contract.column("jumlah_terdaftar"), "jumlah terdaftar melebihi jumlah pekerja")


def programmes_plausible(sheet: Sheet) -> None:
    """Every participant has some programme; JP and JKP exist for wage earners (PU) only."""
    values, column = sheet.values, sheet.contract.column
    flags = [as_mask(values[f"program_{short}"]) for short in ("jkk", "jkm", "jht", "jp", "jkp")]
    sheet.note(~np.logical_or.reduce(flags), column("program_jkk"), "tidak ada program yang bertanda")
    not_pu = as_mask(pc.not_equal(values["segmen"], "PU"))
    sheet.note((flags[3] | flags[4]) & not_pu, column("program_jp"), "JP atau JKP pada segmen selain PU")


def benefit_of_programme(sheet: Sheet) -> None:
    """The kind of benefit belongs to a programme: santunan JKM to JKM, a scholarship to JKK or JKM."""
    programme = pc.utf8_lower(sheet.values["program"])
    benefit = pc.replace_substring(sheet.values["jenis_manfaat"], "santunan_jkm", "jkm")
    other = as_mask(pc.not_equal(programme, benefit)) & ~as_mask(pc.equal(benefit, "beasiswa"))
    sheet.note(other, sheet.contract.column("jenis_manfaat"), "jenis manfaat tidak sesuai program")
