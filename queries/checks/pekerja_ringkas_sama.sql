-- Pemblokir. Ringkasan tenaga kerja sama dengan tabel lengkapnya, dan yang terlindungi tidak lebih dari peserta, setiap bulan.
WITH lengkap AS (
    SELECT
        bulan,
        SUM(jumlah_orang) AS jumlah_orang,
        SUM(jumlah_terlindungi) AS jumlah_terlindungi
    FROM pekerja_bulanan
    GROUP BY bulan
),

ringkas AS (
    SELECT
        bulan,
        SUM(jumlah_orang) AS jumlah_orang,
        SUM(jumlah_terlindungi) AS jumlah_terlindungi
    FROM pekerja_ringkas
    GROUP BY bulan
),

peserta AS (
    SELECT
        bulan,
        SUM(jumlah_peserta) AS jumlah_peserta
    FROM cakupan_bulanan
    WHERE segmen = 'SEMUA' AND sumber_iuran = 'SEMUA'
    GROUP BY bulan
)

SELECT
    bulan_data.bulan,
    lengkap.jumlah_orang,
    ringkas.jumlah_orang AS jumlah_orang_ringkas,
    peserta.jumlah_peserta
FROM bulan_data
LEFT JOIN lengkap ON bulan_data.bulan = lengkap.bulan
LEFT JOIN ringkas ON bulan_data.bulan = ringkas.bulan
LEFT JOIN peserta ON bulan_data.bulan = peserta.bulan
WHERE
    COALESCE(lengkap.jumlah_orang, 0) <> COALESCE(ringkas.jumlah_orang, 0)
    OR COALESCE(lengkap.jumlah_terlindungi, 0) <> COALESCE(ringkas.jumlah_terlindungi, 0)
    OR COALESCE(lengkap.jumlah_terlindungi, 0) > COALESCE(peserta.jumlah_peserta, 0)
ORDER BY bulan_data.bulan;
