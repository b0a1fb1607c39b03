"""Metodologi: every formula with its symbols, units and source, and how well the projection has done."""

from jamsostek import components, shell
from jamsostek.arah import metodologi

konteks = shell.mulai(__file__)
components.kepala("Metodologi", "Rumus, lambang, satuan, dan sumber setiap angka; serta catatan kesalahan proyeksi.")
metodologi.tampil(konteks)
shell.akhir(konteks, ["akun_bulanan", "keadaan_bulan"])
