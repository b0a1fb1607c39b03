-- Baris pembayaran klaim.
INSERT INTO klaim_masukan
SELECT
    batch_terpilih.urutan,
    batch_terpilih.bulan,
    berkas.program,
    berkas.jenis_manfaat,
    CASE
        WHEN berkas.kode_kelurahan IS NULL THEN 0
        WHEN kamus_wilayah.wilayah_ke IS NULL THEN -1
        WHEN batch_terpilih.bulan_ke BETWEEN kamus_wilayah.dari AND kamus_wilayah.sampai THEN kamus_wilayah.wilayah_ke
        ELSE 0
    END AS wilayah_ke,
    berkas.rupiah,
    berkas.sumber_kepesertaan,
    COALESCE(batch_terpilih.bulan_ke NOT BETWEEN kamus_wilayah.dari AND kamus_wilayah.sampai, FALSE) AS di_luar_masa
FROM READ_PARQUET($berkas) AS berkas
INNER JOIN batch_terpilih ON berkas.file_index = batch_terpilih.nomor_berkas AND batch_terpilih.jenis = 'klaim'
LEFT JOIN kamus_wilayah ON berkas.kode_kelurahan = kamus_wilayah.kode_kelurahan;
