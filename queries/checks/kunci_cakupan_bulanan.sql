-- Pemblokir. Tabel cakupan_bulanan punya paling banyak satu baris per sel. Diperiksa di sini, bukan sebagai PRIMARY KEY: indeksnya 15 kali lebih besar dari datanya.
SELECT
    bulan,
    kode_kelurahan,
    segmen,
    sumber_iuran,
    jenis_kelamin,
    kelompok_umur,
    COUNT(*) AS jumlah_baris
FROM cakupan_bulanan
GROUP BY bulan, kode_kelurahan, segmen, sumber_iuran, jenis_kelamin, kelompok_umur
HAVING COUNT(*) > 1
ORDER BY bulan, kode_kelurahan, segmen, sumber_iuran, jenis_kelamin, kelompok_umur;
