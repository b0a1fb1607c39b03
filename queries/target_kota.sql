-- Pertanyaan: Target cakupan apa yang berlaku?
-- Satu baris: satu target dari satu penerbit untuk satu tanggal.
-- Penyebut: menurut penerbitnya.
-- Sumber: batch target dan tabel rujukan target, setiap baris dengan sumber.
-- Catatan: memuat target semua wilayah (Indonesia, provinsi, kota); target contoh ditandai.
SELECT
    target.tanggal,
    target.rasio_cakupan,
    target.wilayah,
    target.penerbit,
    target.sumber,
    target.tautan,
    batch.adalah_contoh
FROM target
INNER JOIN batch ON target.id_batch = batch.id_batch
ORDER BY target.wilayah, target.tanggal, target.penerbit;
