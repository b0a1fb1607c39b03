-- Pemblokir. Kota Kupang punya 6 kecamatan dan 51 kelurahan, ditambah satu baris tanpa wilayah.
SELECT
    COUNT(*) AS jumlah_baris,
    COUNT(DISTINCT kode_kecamatan) AS jumlah_kecamatan,
    COUNT(DISTINCT slug_kelurahan) AS jumlah_slug
FROM wilayah
HAVING
    COUNT(*) <> 52
    OR COUNT(DISTINCT kode_kecamatan) <> 7
    OR SUM(CASE WHEN kode_kelurahan = '53.71.00.0000' THEN 1 ELSE 0 END) <> 1
ORDER BY jumlah_baris;
