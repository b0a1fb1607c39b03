-- Pemblokir. Semua kelurahan berkode kota yang dilayani, ada satu baris tanpa wilayah, dan pada setiap bulan ada sedikitnya satu kelurahan.
WITH ada AS (
    SELECT DISTINCT kalender.bulan_ke
    FROM kalender
    INNER JOIN kamus_wilayah ON kalender.bulan_ke BETWEEN kamus_wilayah.dari AND kamus_wilayah.sampai
    WHERE kamus_wilayah.wilayah_ke > 0
)

SELECT
    'kode di luar kota' AS masalah,
    wilayah.kode_kelurahan AS rincian
FROM wilayah
LEFT JOIN kota ON SUBSTRING(wilayah.kode_kelurahan, 1, 5) = kota.kode_kota
WHERE kota.kode_kota IS NULL
UNION ALL
SELECT
    'baris tanpa wilayah' AS masalah,
    CAST(COUNT(*) AS VARCHAR) AS rincian
FROM wilayah
WHERE kode_kelurahan LIKE '%.00.0000'
HAVING COUNT(*) <> 1
UNION ALL
SELECT
    'bulan tanpa kelurahan' AS masalah,
    CAST(kalender.bulan AS VARCHAR) AS rincian
FROM kalender
LEFT JOIN ada ON kalender.bulan_ke = ada.bulan_ke
WHERE ada.bulan_ke IS NULL
ORDER BY masalah, rincian;
