-- Baris pembayaran klaim.
INSERT INTO klaim_masukan
SELECT
    batch_terpilih.urutan,
    batch_terpilih.bulan,
    berkas.program,
    berkas.jenis_manfaat,
    CASE WHEN berkas.kode_kelurahan IS NULL THEN 0 ELSE COALESCE(kamus_wilayah.wilayah_ke, -1) END AS wilayah_ke,
    berkas.rupiah,
    berkas.sumber_kepesertaan
FROM READ_PARQUET($berkas) AS berkas
INNER JOIN batch_terpilih ON berkas.file_index = batch_terpilih.nomor_berkas AND batch_terpilih.jenis = 'klaim'
LEFT JOIN kamus_wilayah ON berkas.kode_kelurahan = kamus_wilayah.kode_kelurahan;
