"""Tren: coverage month by month, where it is heading, why it changed, and who came and went."""

from jamsostek import shell
from jamsostek.arah import perubahan, proyeksi, retensi, tren

konteks = shell.mulai(__file__)
tren.tampil(konteks)
tempat = proyeksi.tempat()
perubahan.tampil(konteks)
retensi.tampil(konteks)
tren.tabel(konteks)
proyeksi.tampil(konteks, tempat)
shell.akhir(
    konteks,
    [
        "akun_bulanan",
        "keadaan_bulan",
        "tren_per_kecamatan",
        "tren_per_segmen",
        "arus_per_bulan",
        "retensi",
        "akhir_subsidi",
        "target_kota",
    ],
)
