-- Pertanyaan: Batch apa saja yang ada dalam data yang disajikan, dan mana yang menjadi dasar angkanya?
-- Satu baris: satu batch (satu berkas yang diterima), juga yang sudah diganti atau ditarik.
-- Penyebut: tidak ada.
-- Sumber: manifes batch saat data dibangun. Waktu dalam UTC.
-- Catatan: batch yang diterima sesudah pembangunan terakhir belum ada di sini.
SELECT
    id_batch,
    jenis,
    dipakai,
    ditarik,
    adalah_contoh
FROM batch
ORDER BY urutan;
