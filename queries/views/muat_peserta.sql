-- Baris batch peserta dengan kode angka; -1 berarti kode yang tidak dikenal (dihentikan oleh pemeriksaan kode_tak_dikenal).
-- Kelurahan yang pada bulan itu belum atau tidak lagi ada dihitung sebagai tidak diketahui (di_luar_masa), agar jumlah kota tetap tepat.
INSERT INTO peserta_masukan
SELECT
    batch_terpilih.urutan,
    batch_terpilih.bulan_ke,
    CAST(berkas.pseudonim_nik AS UUID) AS nik,
    CAST(berkas.pseudonim_kpj AS UUID) AS kpj,
    CASE
        WHEN berkas.kode_kelurahan IS NULL THEN NULL
        WHEN kamus_wilayah.wilayah_ke IS NULL THEN -1
        WHEN batch_terpilih.bulan_ke BETWEEN kamus_wilayah.dari AND kamus_wilayah.sampai THEN kamus_wilayah.wilayah_ke
    END AS wilayah_ke,
    CASE WHEN berkas.jenis_kelamin IS NOT NULL THEN COALESCE(kamus_kelamin.kelamin_ke, -1) END AS kelamin_ke,
    EXTRACT(YEAR FROM berkas.bulan_lahir) * 12 + EXTRACT(MONTH FROM berkas.bulan_lahir) AS lahir_ke,
    COALESCE(kamus_segmen.segmen_ke, -1) AS segmen_ke,
    CASE WHEN berkas.sumber_iuran IS NULL THEN 0 ELSE COALESCE(kamus_iuran.iuran_ke, -1) END AS iuran_ke,
    CASE WHEN berkas.program_jkk THEN 1 ELSE 0 END
    + CASE WHEN berkas.program_jkm THEN 2 ELSE 0 END
    + CASE WHEN berkas.program_jht THEN 4 ELSE 0 END
    + CASE WHEN berkas.program_jp THEN 8 ELSE 0 END
    + CASE WHEN berkas.program_jkp THEN 16 ELSE 0 END AS program,
    COALESCE(batch_terpilih.bulan_ke NOT BETWEEN kamus_wilayah.dari AND kamus_wilayah.sampai, FALSE) AS di_luar_masa
FROM READ_PARQUET($berkas) AS berkas
INNER JOIN batch_terpilih ON berkas.file_index = batch_terpilih.nomor_berkas AND batch_terpilih.jenis = 'peserta'
LEFT JOIN kamus_wilayah ON berkas.kode_kelurahan = kamus_wilayah.kode_kelurahan
LEFT JOIN kamus_kelamin ON berkas.jenis_kelamin = kamus_kelamin.jenis_kelamin
LEFT JOIN kamus_segmen ON berkas.segmen = kamus_segmen.segmen AND kamus_segmen.segmen_ke > 0
LEFT JOIN kamus_iuran ON berkas.sumber_iuran = kamus_iuran.sumber_iuran;
