"""Tren: coverage month by month, where it is heading, why it changed, and who came and went."""

from jamsostek import shell
from jamsostek.arah import perubahan, proyeksi, retensi, tren

konteks = shell.mulai(__file__)
tren.tampil(konteks)
proyeksi.tampil(konteks)
perubahan.tampil(konteks)
retensi.tampil(konteks)
tren.tabel(konteks)
shell.akhir(konteks, ["akun_bulanan", "tren_per_kecamatan", "tren_per_segmen", "arus_per_bulan", "target_kota"])
