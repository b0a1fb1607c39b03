-- Baris angka yang diterbitkan atau diucapkan.
INSERT INTO angka_masukan
SELECT
    batch_terpilih.urutan,
    berkas.nomor_baris,
    berkas.indikator,
    berkas.wilayah,
    berkas.periode,
    berkas.tanggal,
    berkas.nilai,
    berkas.satuan,
    berkas.jenis_angka,
    berkas.penutur,
    berkas.sumber,
    berkas.tautan,
    berkas.catatan
FROM READ_PARQUET($berkas) AS berkas
INNER JOIN batch_terpilih ON berkas.file_index = batch_terpilih.nomor_berkas AND batch_terpilih.jenis = 'angka_resmi';
