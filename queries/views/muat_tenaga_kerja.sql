-- Baris daftar tenaga kerja dengan kode angka; -1 berarti kode yang tidak dikenal.
INSERT INTO tenaga_masukan
SELECT
    batch_terpilih.urutan,
    berkas.nomor_baris,
    CAST(berkas.pseudonim_nik AS UUID) AS orang,
    COALESCE(kamus_wilayah.wilayah_ke, -1) AS wilayah_ke,
    berkas.rw,
    berkas.rt,
    CASE WHEN berkas.jenis_kelamin IS NULL THEN 0 ELSE COALESCE(kamus_kelamin.kelamin_ke, -1) END AS kelamin_ke,
    EXTRACT(YEAR FROM berkas.bulan_lahir) * 12 + EXTRACT(MONTH FROM berkas.bulan_lahir) AS lahir_ke,
    COALESCE(kamus_status.status_ke, -1) AS status_ke,
    CASE WHEN berkas.pendidikan IS NULL THEN 0 ELSE COALESCE(kamus_pendidikan.pendidikan_ke, -1) END AS pendidikan_ke,
    COALESCE(kamus_daftar.sumber_ke, -1) AS sumber_ke
FROM READ_PARQUET($berkas) AS berkas
INNER JOIN batch_terpilih ON berkas.file_index = batch_terpilih.nomor_berkas AND batch_terpilih.jenis = 'tenaga_kerja'
LEFT JOIN kamus_wilayah ON berkas.kode_kelurahan = kamus_wilayah.kode_kelurahan
LEFT JOIN kamus_kelamin ON berkas.jenis_kelamin = kamus_kelamin.jenis_kelamin
LEFT JOIN kamus_status ON berkas.status = kamus_status.status
LEFT JOIN kamus_pendidikan ON berkas.pendidikan = kamus_pendidikan.pendidikan
LEFT JOIN kamus_daftar ON berkas.sumber = kamus_daftar.sumber;
