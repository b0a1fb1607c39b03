-- Pemblokir. Jumlah semua kelurahan = jumlah semua kecamatan = jumlah orang di kota, tanpa wilayah ikut dihitung, setiap bulan.
WITH orang AS (
    SELECT
        bulan_ke,
        COUNT(*) AS jumlah_orang
    FROM peserta_orang
    GROUP BY bulan_ke
),

kelurahan AS (
    SELECT
        bulan,
        SUM(jumlah_peserta) AS jumlah_peserta
    FROM cakupan_bulanan
    WHERE segmen = 'SEMUA' AND sumber_iuran = 'SEMUA'
    GROUP BY bulan
),

kecamatan AS (
    SELECT
        cakupan_bulanan.bulan,
        SUM(cakupan_bulanan.jumlah_peserta) AS jumlah_peserta
    FROM cakupan_bulanan
    INNER JOIN wilayah ON cakupan_bulanan.kode_kelurahan = wilayah.kode_kelurahan
    WHERE cakupan_bulanan.segmen = 'SEMUA' AND cakupan_bulanan.sumber_iuran = 'SEMUA'
    GROUP BY cakupan_bulanan.bulan
)

SELECT
    kalender.bulan,
    orang.jumlah_orang,
    kelurahan.jumlah_peserta AS jumlah_kelurahan,
    kecamatan.jumlah_peserta AS jumlah_kecamatan
FROM kalender
LEFT JOIN orang ON kalender.bulan_ke = orang.bulan_ke
LEFT JOIN kelurahan ON kalender.bulan = kelurahan.bulan
LEFT JOIN kecamatan ON kalender.bulan = kecamatan.bulan
WHERE
    COALESCE(orang.jumlah_orang, 0) <> COALESCE(kelurahan.jumlah_peserta, 0)
    OR COALESCE(orang.jumlah_orang, 0) <> COALESCE(kecamatan.jumlah_peserta, 0)
ORDER BY kalender.bulan;
