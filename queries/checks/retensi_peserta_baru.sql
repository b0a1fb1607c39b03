-- Pemblokir. Yang bergabung menurut retensi_bulanan = yang masuk baru menurut arus_bulanan, di setiap bulan, kecamatan, dan segmen.
WITH gabungan AS (
    SELECT
        bulan_bergabung AS bulan,
        kode_kecamatan,
        segmen,
        jumlah_mulai AS jumlah
    FROM retensi_bulanan
    WHERE lama_bulan = 0
    UNION ALL
    SELECT
        arus_bulanan.bulan,
        wilayah.kode_kecamatan,
        arus_bulanan.segmen,
        -arus_bulanan.jumlah_masuk AS jumlah
    FROM arus_bulanan
    INNER JOIN wilayah ON arus_bulanan.kode_kelurahan = wilayah.kode_kelurahan
    WHERE arus_bulanan.segmen <> 'SEMUA'
)

SELECT
    bulan,
    kode_kecamatan,
    segmen,
    SUM(jumlah) AS selisih
FROM gabungan
GROUP BY bulan, kode_kecamatan, segmen
HAVING SUM(jumlah) <> 0
ORDER BY bulan, kode_kecamatan, segmen;
