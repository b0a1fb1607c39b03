"""Menuju 100%: what full coverage takes each month and where, what it costs, and who must not be left behind."""

from jamsostek import shell
from jamsostek.arah import andai, laju, pemerataan

konteks = shell.mulai(__file__)
laju.tampil(konteks)
andai.tampil(konteks)
pemerataan.tampil(konteks)
shell.akhir(
    konteks,
    [
        "akun_bulanan",
        "arus_per_kelurahan",
        "target_kota",
        "akun_per_kelurahan",
        "tren_per_segmen",
        "peserta_per_sumber_iuran",
        "akhir_subsidi",
    ],
)
