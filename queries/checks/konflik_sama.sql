-- Pemblokir. Pada bulan terakhir, orang dengan catatan berbeda di setiap kelurahan sama dengan yang ada dalam daftar catatan berbeda, dan yang ganda tidak lebih dari yang tercatat.
WITH akhir AS (
    SELECT MAX(bulan) AS bulan
    FROM bulan_data
),

konflik AS (
    SELECT
        kode_kelurahan,
        COUNT(DISTINCT id_batch || '/' || nomor_baris) AS jumlah_orang
    FROM register_konflik
    GROUP BY kode_kelurahan
),

tercatat AS (
    SELECT
        pekerja_ringkas.kode_kelurahan,
        SUM(pekerja_ringkas.jumlah_orang) AS jumlah_orang
    FROM pekerja_ringkas
    INNER JOIN akhir ON pekerja_ringkas.bulan = akhir.bulan
    GROUP BY pekerja_ringkas.kode_kelurahan
)

SELECT
    pendataan_bulanan.kode_kelurahan,
    pendataan_bulanan.jumlah_orang_konflik,
    konflik.jumlah_orang AS jumlah_dalam_daftar
FROM pendataan_bulanan
INNER JOIN akhir ON pendataan_bulanan.bulan = akhir.bulan
LEFT JOIN konflik ON pendataan_bulanan.kode_kelurahan = konflik.kode_kelurahan
LEFT JOIN tercatat ON pendataan_bulanan.kode_kelurahan = tercatat.kode_kelurahan
WHERE
    pendataan_bulanan.jumlah_orang_konflik <> COALESCE(konflik.jumlah_orang, 0)
    OR pendataan_bulanan.jumlah_orang_ganda > COALESCE(tercatat.jumlah_orang, 0)
ORDER BY pendataan_bulanan.kode_kelurahan;
