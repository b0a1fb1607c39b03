"""Peta: one metric over the kecamatan and kelurahan, month by month, compared, in small multiples, and as a table."""

from jamsostek import shell
from jamsostek.atlas import layar

konteks = shell.mulai(__file__)
layar.tampil(konteks)
shell.akhir(
    konteks,
    ["cakupan_per_kecamatan", "cakupan_per_kelurahan", "akun_per_kelurahan", "tren_per_kecamatan", "akun_bulanan",
     "pendataan_per_kelurahan", "pendataan_ringkas", "pendataan_per_rt", "rt_belum_melapor"],
)  # fmt: skip
