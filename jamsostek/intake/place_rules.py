"""Rules about places: code, name and kecamatan of a row must agree; RT and RW may stand in one cell."""

import pyarrow as pa
import pyarrow.compute as pc

from jamsostek.intake.sheet import Mask, Sheet, as_mask


def place_or_none(sheet: Sheet) -> None:
    """An empty kelurahan counts as 'tanpa wilayah', with a warning."""
    missing = _place(sheet)
    sheet.note(missing, sheet.contract.column("kelurahan"), "kelurahan kosong; dihitung sebagai tanpa wilayah")


def place_required(sheet: Sheet) -> None:
    """A row of the register belongs to a kelurahan: that is what its list replaces."""
    missing = _place(sheet)
    sheet.refuse(missing, sheet.contract.column("kelurahan"), "kelurahan wajib diisi")


def rt_and_rw_apart(sheet: Sheet) -> None:
    """Split cells that hold both ('003/001'); an RW column that says something else refuses the row."""
    both = sheet.values["rt"]
    rt, rw = pc.utf8_slice_codeunits(both, 0, 3), pc.utf8_slice_codeunits(both, 4, 7)
    combined = as_mask(pc.match_substring(both, "/"))
    if not combined.any():
        return
    clash = combined & as_mask(pc.not_equal(rw, sheet.values["rw"])) & ~sheet.refused
    sheet.refuse(clash, sheet.contract.column("rt"), "nomor RW di kolom RT/RW berbeda dari kolom RW")
    sheet.values["rt"] = rt
    sheet.values["rw"] = pc.coalesce(sheet.values["rw"], pc.if_else(pa.array(combined), rw, pa.scalar(None, rw.type)))


def _place(sheet: Sheet) -> Mask:
    """Settle kode_kelurahan from code and name, which must agree with each other and with the kecamatan.

    Returns the rows, not refused, that have no kelurahan.
    """
    code, name = sheet.values["kode_kelurahan"], sheet.values["kelurahan"]
    column = sheet.contract.column
    sheet.refuse(as_mask(pc.not_equal(code, name)) & ~sheet.refused, column("kode_kelurahan"),
                 "kode dan nama kelurahan menunjuk tempat yang berbeda")  # fmt: skip
    written = sheet.raw.columns.get("kode_kelurahan")
    if written is not None:
        # Ten digits without dots may be a BPS code, and three of those are other kelurahan's Kemendagri codes.
        bare = as_mask(pc.invert(pc.match_substring(written, "."))) & ~sheet.missing("kode_kelurahan")
        sheet.refuse(bare & sheet.missing("kelurahan") & ~sheet.refused, column("kode_kelurahan"),
                     "kode tanpa titik dan tanpa nama dapat tertukar dengan kode BPS; tulis kode bertitik")  # fmt: skip
    place = sheet.values["kode_kelurahan"] = pc.coalesce(code, name)
    district = pc.utf8_slice_codeunits(place, 0, 8)
    clash = as_mask(pc.not_equal(district, sheet.values["kecamatan"])) & ~sheet.refused
    sheet.refuse(clash, column("kecamatan"), "kelurahan ini tidak berada di kecamatan yang tertulis")
    return sheet.missing("kode_kelurahan") & ~sheet.refused
