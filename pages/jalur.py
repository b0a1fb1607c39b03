"""Menuju 100%: what full coverage takes each month and where, what it costs, and who must not be left behind."""

from jamsostek import components, shell
from jamsostek.arah import andai, laju, pemerataan

konteks = shell.mulai(__file__)
components.kepala("Menuju 100%", "")
laju.tampil(konteks)
andai.tampil(konteks)
pemerataan.tampil(konteks)
shell.akhir(konteks, ["akun_bulanan", "arus_per_bulan", "target_kota"])
