"""Riwayat data: every batch with its manifest, effect and state; withdraw and restore; where a number comes from."""

from jamsostek import components, shell
from jamsostek.desk import ledger, trace, upload

contoh = shell.mulai_meja(__file__)
components.kepala(
    "Riwayat data", "Setiap angka dibangun dari berkas di bawah ini. Berkas yang keliru dapat ditarik dan dikembalikan."
)
ledger.finish()
found = ledger.batches()
daftar, buka, asal, ejaan = ledger.tabs()
with daftar:
    ledger.table(found, contoh=contoh)
with buka:
    ledger.detail(found, upload.person("riwayat"))
with asal:
    trace.trace()
with ejaan:
    trace.taught()
shell.akhir_meja(["daftar_batch", "jejak_angka", "akun_bulanan"])
