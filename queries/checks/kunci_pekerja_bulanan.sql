-- Pemblokir. Tabel pekerja_bulanan punya paling banyak satu baris per sel. Diperiksa di sini, bukan sebagai PRIMARY KEY: indeksnya 15 kali lebih besar dari datanya.
SELECT
    bulan,
    kode_kelurahan,
    status,
    jenis_kelamin,
    kelompok_umur,
    pendidikan,
    COUNT(*) AS jumlah_baris
FROM pekerja_bulanan
GROUP BY bulan, kode_kelurahan, status, jenis_kelamin, kelompok_umur, pendidikan
HAVING COUNT(*) > 1
ORDER BY bulan, kode_kelurahan, status, jenis_kelamin, kelompok_umur, pendidikan;
