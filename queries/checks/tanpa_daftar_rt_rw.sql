-- Peringatan. Kelurahan yang punya daftar perusahaan, UMKM, ritel, atau rumah ibadah, tetapi tanpa daftar RT/RW: penyebutnya tidak lengkap.
SELECT kamus_wilayah.kode_kelurahan
FROM daftar
INNER JOIN kamus_wilayah ON daftar.wilayah_ke = kamus_wilayah.wilayah_ke
INNER JOIN kamus_daftar ON daftar.sumber_ke = kamus_daftar.sumber_ke
GROUP BY kamus_wilayah.kode_kelurahan
HAVING SUM(CASE WHEN kamus_daftar.sumber = 'rt_rw' THEN 1 ELSE 0 END) = 0
ORDER BY kamus_wilayah.kode_kelurahan;
