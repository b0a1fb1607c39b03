-- Pemblokir. Peserta sebelum sebuah kelompok bersubsidi berakhir = peserta bulan itu menurut cakupan_bulanan, per kecamatan dan kelompok umur.
WITH saat AS (
    SELECT DISTINCT
        bulan_berakhir,
        sumber_iuran_berakhir,
        segmen
    FROM akhir_subsidi
),

gabungan AS (
    SELECT
        bulan_berakhir,
        sumber_iuran_berakhir,
        segmen,
        sumber_iuran,
        kode_kecamatan,
        kelompok_umur,
        jumlah_peserta AS jumlah
    FROM akhir_subsidi
    UNION ALL
    SELECT
        saat.bulan_berakhir,
        saat.sumber_iuran_berakhir,
        saat.segmen,
        cakupan_bulanan.sumber_iuran,
        wilayah.kode_kecamatan,
        cakupan_bulanan.kelompok_umur,
        -cakupan_bulanan.jumlah_peserta AS jumlah
    FROM saat
    INNER JOIN cakupan_bulanan
        ON saat.bulan_berakhir = cakupan_bulanan.bulan + INTERVAL 1 MONTH AND saat.segmen = cakupan_bulanan.segmen
    INNER JOIN wilayah ON cakupan_bulanan.kode_kelurahan = wilayah.kode_kelurahan
    WHERE cakupan_bulanan.sumber_iuran <> 'SEMUA'
)

SELECT
    bulan_berakhir,
    sumber_iuran_berakhir,
    segmen,
    sumber_iuran,
    kode_kecamatan,
    kelompok_umur,
    SUM(jumlah) AS selisih
FROM gabungan
GROUP BY bulan_berakhir, sumber_iuran_berakhir, segmen, sumber_iuran, kode_kecamatan, kelompok_umur
HAVING SUM(jumlah) <> 0
ORDER BY bulan_berakhir, sumber_iuran_berakhir, segmen, sumber_iuran, kode_kecamatan, kelompok_umur;
