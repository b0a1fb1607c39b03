-- Pemblokir. Di setiap sel: peserta bulan ini = peserta bulan lalu + masuk + kembali + pindah masuk - keluar - pindah keluar.
WITH terbanding AS (
    SELECT
        kini.bulan,
        lalu.bulan AS bulan_lalu
    FROM kalender AS kini
    INNER JOIN kalender AS lalu ON kini.bulan_ke = lalu.bulan_ke + 1
),

perubahan AS (
    SELECT
        terbanding.bulan,
        cakupan_bulanan.kode_kelurahan,
        cakupan_bulanan.segmen,
        cakupan_bulanan.jenis_kelamin,
        cakupan_bulanan.kelompok_umur,
        cakupan_bulanan.jumlah_peserta AS jumlah
    FROM cakupan_bulanan
    INNER JOIN terbanding ON cakupan_bulanan.bulan = terbanding.bulan
    WHERE cakupan_bulanan.sumber_iuran = 'SEMUA'
    UNION ALL
    SELECT
        terbanding.bulan,
        cakupan_bulanan.kode_kelurahan,
        cakupan_bulanan.segmen,
        cakupan_bulanan.jenis_kelamin,
        cakupan_bulanan.kelompok_umur,
        -cakupan_bulanan.jumlah_peserta AS jumlah
    FROM cakupan_bulanan
    INNER JOIN terbanding ON cakupan_bulanan.bulan = terbanding.bulan_lalu
    WHERE cakupan_bulanan.sumber_iuran = 'SEMUA'
    UNION ALL
    SELECT
        bulan,
        kode_kelurahan,
        segmen,
        jenis_kelamin,
        kelompok_umur,
        jumlah_keluar + jumlah_pindah_keluar - jumlah_masuk - jumlah_kembali - jumlah_pindah_masuk AS jumlah
    FROM arus_bulanan
)

SELECT
    bulan,
    kode_kelurahan,
    segmen,
    jenis_kelamin,
    kelompok_umur,
    SUM(jumlah) AS selisih
FROM perubahan
GROUP BY bulan, kode_kelurahan, segmen, jenis_kelamin, kelompok_umur
HAVING SUM(jumlah) <> 0
ORDER BY bulan, kode_kelurahan, segmen, jenis_kelamin, kelompok_umur;
