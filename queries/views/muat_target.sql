-- Baris target cakupan.
INSERT INTO target_masukan
SELECT
    batch_terpilih.urutan,
    berkas.nomor_baris,
    berkas.tanggal,
    berkas.rasio_cakupan,
    berkas.wilayah,
    berkas.penerbit,
    berkas.sumber,
    berkas.tautan
FROM READ_PARQUET($berkas) AS berkas
INNER JOIN batch_terpilih ON berkas.file_index = batch_terpilih.nomor_berkas AND batch_terpilih.jenis = 'target';
