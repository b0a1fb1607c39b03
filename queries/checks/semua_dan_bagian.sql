-- Pemblokir. Di setiap sel, SEMUA tidak lebih dari jumlah bagiannya dan tidak kurang dari bagian terbesar, menurut segmen dan menurut sumber iuran.
WITH bagian AS (
    SELECT
        bulan,
        kode_kelurahan,
        jenis_kelamin,
        kelompok_umur,
        SUM(CASE WHEN segmen = 'SEMUA' AND sumber_iuran = 'SEMUA' THEN jumlah_peserta ELSE 0 END) AS jumlah_semua,
        SUM(CASE WHEN segmen <> 'SEMUA' AND sumber_iuran = 'SEMUA' THEN jumlah_peserta ELSE 0 END) AS jumlah_segmen,
        SUM(CASE WHEN segmen = 'SEMUA' AND sumber_iuran <> 'SEMUA' THEN jumlah_peserta ELSE 0 END) AS jumlah_iuran,
        MAX(jumlah_peserta) AS jumlah_terbesar
    FROM cakupan_bulanan
    GROUP BY bulan, kode_kelurahan, jenis_kelamin, kelompok_umur
)

SELECT
    bulan,
    kode_kelurahan,
    jenis_kelamin,
    kelompok_umur,
    jumlah_semua,
    jumlah_segmen,
    jumlah_iuran,
    jumlah_terbesar
FROM bagian
WHERE jumlah_semua > jumlah_segmen OR jumlah_semua > jumlah_iuran OR jumlah_semua < jumlah_terbesar
ORDER BY bulan, kode_kelurahan, jenis_kelamin, kelompok_umur;
