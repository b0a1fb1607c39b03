-- Ringkasan pekerja_bulanan tanpa pendidikan: hampir semua layar tidak memerlukan pendidikan, dan tabelnya jauh lebih kecil.
INSERT INTO pekerja_ringkas
SELECT
    bulan,
    kode_kelurahan,
    status,
    jenis_kelamin,
    kelompok_umur,
    SUM(jumlah_orang) AS jumlah_orang,
    SUM(jumlah_terlindungi) AS jumlah_terlindungi
FROM pekerja_bulanan
GROUP BY bulan, kode_kelurahan, status, jenis_kelamin, kelompok_umur
ORDER BY bulan, kode_kelurahan, status, jenis_kelamin, kelompok_umur;
