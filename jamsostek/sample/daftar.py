"""Lists of workers as kecamatan, companies and houses of worship hand them in."""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from jamsostek.sample import kolom, waktu
from jamsostek.sample import kota as tempat
from jamsostek.sample.kota import Kota
from jamsostek.sample.pekerjaan import MINAT, NAMA, PEKERJAAN, draw_minat
from jamsostek.sample.penduduk import PENDIDIKAN, Bools, Ints, Penduduk
from jamsostek.sample.register import (
    BUKAN_PENERIMA_UPAH,
    PENERIMA_UPAH,
    ROUND_2,
    STATUS,
    TIDAK_TERDAFTAR,
    Daftar,
    Register,
)

# Month, source, persons, their status: about 3 % of the register stands on a second list as well.
LISTS_OF_OTHERS = (
    (waktu.bulan(2020, 2), "perusahaan", 3_000, PENERIMA_UPAH),
    (waktu.bulan(2021, 11), "perusahaan", 4_500, PENERIMA_UPAH),
    (waktu.bulan(2022, 2), "umkm", 2_400, BUKAN_PENERIMA_UPAH),
    (waktu.bulan(2022, 2), "rumah_ibadah", 800, BUKAN_PENERIMA_UPAH),
    (waktu.bulan(2022, 3), "ritel", 1_200, PENERIMA_UPAH),
)
NEW_ON_THEM = 0.05
IN_TWO_PLACES = 12


class ListWriter:
    """Turns the drawn lists into files with the input columns."""

    def __init__(
        self, rng: np.random.Generator, kota: Kota, penduduk: Penduduk, register: Register, work: Ints
    ) -> None:
        self.rng, self.kota, self.penduduk, self.register = rng, kota, penduduk, register
        rw = (penduduk.rt - 1) * kota.jumlah_rw[penduduk.kelurahan] // kota.jumlah_rt[penduduk.kelurahan] + 1
        numbers = tuple(f"{n:03d}" for n in range(1000))
        self.work = work
        self.columns = pa.table({
            "NIK": kolom.nik(penduduk),
            "RT": kolom.words(numbers, penduduk.rt),
            "RW": kolom.words(numbers, rw),
            "KELURAHAN": kolom.kelurahan_names(rng, kota, penduduk.kelurahan),
            "KECAMATAN": kolom.words(kota.nama_kecamatan, penduduk.kelurahan),
            "TANGGAL LAHIR": kolom.birth_dates(penduduk, "%d/%m/%Y"),
            "JENIS KELAMIN": kolom.words(("L", "P"), penduduk.perempuan.astype(np.int64)),
            "PENDIDIKAN": kolom.words(PENDIDIKAN, penduduk.pendidikan),
            "MINAT PELATIHAN": kolom.words(MINAT, draw_minat(rng, penduduk, register)),
        })  # fmt: skip

    def month(self, t: int) -> Iterator[tuple[str, pa.Table]]:
        """File name (without month) and rows of every list that came in during month number `t`."""
        for daftar in self.register.daftar:
            if daftar.bulan == t:
                yield from self._of_kecamatan(daftar)
        for month, sumber, count, status in LISTS_OF_OTHERS:
            if month == t:
                yield f"daftar-{sumber.replace('_', '-')}", self._of_others(sumber, t, count, status)

    def _of_kecamatan(self, daftar: Daftar) -> Iterator[tuple[str, pa.Table]]:
        kecamatan = self.kota.kode_kecamatan[self.penduduk.kelurahan[daftar.orang]]
        for code in np.unique(kecamatan):
            here, elsewhere = np.flatnonzero(kecamatan == code), np.flatnonzero(kecamatan != code)
            table = self._table(daftar.orang[here], daftar.status[here], "rt_rw")
            if daftar.bulan >= min(ROUND_2) and len(elsewhere):
                both = self.rng.choice(elsewhere, IN_TWO_PLACES)
                table = pa.concat_tables([table, self._visitors(table, daftar.orang[both], daftar.status[both])])
            name = str(table["KECAMATAN"][0]).lower().replace(" ", "-")
            spoilt = [{}, {"KELURAHAN": "Oesao"}, {"TANGGAL LAHIR": "1988", "NIK": "tidak ada"}]
            yield f"tenaga-kerja-{name}", kolom.with_bad_rows(table, *spoilt)

    def _visitors(self, table: pa.Table, orang: Ints, status: Ints) -> pa.Table:
        """Persons of another kecamatan who stand on this list as well, under the place of its first rows."""
        rows = self._table(orang, status, "rt_rw")
        for name in ("RT", "RW", "KELURAHAN", "KECAMATAN"):
            rows = rows.set_column(rows.schema.get_field_index(name), name, table[name].slice(0, len(orang)))
        return rows

    def _of_others(self, sumber: str, t: int, count: int, status: int) -> pa.Table:
        """Workers of kelurahan whose own lists are up to date, some of whom stand on no list yet."""
        stale = self.kota.index(*tempat.NEVER_REPORTED, *tempat.LAST_LIST_2019, *tempat.LAST_LIST_2020)
        able: Bools = self.penduduk.present(t) & (self.penduduk.age(t) >= 18) & ~np.isin(self.penduduk.kelurahan, stale)
        known = np.flatnonzero(able & (self.register.status == status))
        new = np.flatnonzero(able & (self.register.status == TIDAK_TERDAFTAR))
        added = round(count * NEW_ON_THEM)
        orang = np.r_[self.rng.choice(known, count - added, replace=False), self.rng.choice(new, added, replace=False)]
        orang.sort()
        table = self._table(orang, np.full(count, status), sumber)
        for name in ("RT", "RW", "MINAT PELATIHAN"):  # companies and congregations do not know these
            table = table.set_column(table.schema.get_field_index(name), name, pa.nulls(count, pa.string()))
        return kolom.with_bad_rows(table, {}, {"STATUS": "aktif"})

    def _table(self, orang: Ints, status: Ints, sumber: str) -> pa.Table:
        table = self.columns.take(pa.array(orang))
        work = np.where(status <= BUKAN_PENERIMA_UPAH, self.work[orang], -1)
        table = table.append_column("STATUS", kolom.words(STATUS, status))
        table = table.append_column("LAPANGAN USAHA", kolom.words(tuple(row[0] for row in PEKERJAAN), work))
        table = table.append_column("PEKERJAAN", kolom.words(NAMA, work))
        return table.append_column("SUMBER", pa.array([sumber] * len(orang), pa.string()))
