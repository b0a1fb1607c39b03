-- Kelurahan dari tabel rujukan, ditambah baris tanpa wilayah.
INSERT INTO wilayah
WITH sumber AS (
    SELECT
        kode_kelurahan,
        nama_kelurahan,
        kode_kecamatan,
        nama_kecamatan
    FROM READ_CSV($berkas_wilayah, header = TRUE, all_varchar = TRUE)
    UNION ALL
    SELECT
        '53.71.00.0000' AS kode_kelurahan,
        'Tanpa wilayah' AS nama_kelurahan,
        '53.71.00' AS kode_kecamatan,
        'Tanpa wilayah' AS nama_kecamatan
)

SELECT
    kode_kelurahan,
    nama_kelurahan,
    kode_kecamatan,
    nama_kecamatan,
    REGEXP_REPLACE(LOWER(nama_kelurahan), '[^a-z0-9]+', '-', 'g') AS slug_kelurahan,
    REGEXP_REPLACE(LOWER(nama_kecamatan), '[^a-z0-9]+', '-', 'g') AS slug_kecamatan
FROM sumber
ORDER BY kode_kelurahan;
