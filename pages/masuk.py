"""Data masuk: files from the desk, recognised, checked, previewed, accepted in one step, and taken back."""

import streamlit as st

from jamsostek import components, shell
from jamsostek.desk import accept, form, preview, report, upload

shell.mulai_meja(__file__)
components.kepala(
    "Data masuk", "Unggah, periksa, lihat dampaknya, lalu simpan. Sampai Anda menekan Simpan, tidak ada yang berubah."
)
upload.templates()
accept.finish(preview.forget)
kiri, kanan = st.columns([1, 3])
with kiri:
    oleh = upload.person("masuk")
with kanan:
    files = upload.files()
if not files:
    preview.forget()
    components.catatan(
        "Nama dan alamat tidak disimpan, NIK diganti nama samaran, dan berkas yang diunggah tidak disimpan. Jenis, "
        "bulan, dan kolom dikenali sendiri; Anda tinggal memastikannya."
    )
for berkas in files:
    with st.container(border=True):
        report.heading(berkas)
        if berkas.kenalan is not None:
            report.show(berkas, form.ask(berkas), oleh)
if files:
    preview.offer(files, oleh)
shell.akhir_meja(["banding/orang_peserta", "banding/orang_tenaga_kerja", "akun_per_kelurahan"])
