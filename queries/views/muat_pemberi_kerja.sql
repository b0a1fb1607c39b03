-- Baris daftar pemberi kerja.
INSERT INTO pemberi_kerja_masukan
SELECT
    batch_terpilih.urutan,
    berkas.npp,
    berkas.jenis_pemberi_kerja,
    CASE WHEN berkas.kode_kelurahan IS NULL THEN 0 ELSE COALESCE(kamus_wilayah.wilayah_ke, -1) END AS wilayah_ke,
    berkas.jumlah_pekerja,
    berkas.jumlah_terdaftar
FROM READ_PARQUET($berkas) AS berkas
INNER JOIN batch_terpilih ON berkas.file_index = batch_terpilih.nomor_berkas AND batch_terpilih.jenis = 'pemberi_kerja'
LEFT JOIN kamus_wilayah ON berkas.kode_kelurahan = kamus_wilayah.kode_kelurahan;
