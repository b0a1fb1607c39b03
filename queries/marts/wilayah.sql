-- Kelurahan dari tabel rujukan, ditambah baris tanpa wilayah.
INSERT INTO wilayah
WITH sumber AS (
    SELECT
        kode_kelurahan,
        nama_kelurahan,
        kode_kecamatan,
        nama_kecamatan,
        CAST(berlaku_mulai || '-01' AS DATE) AS berlaku_mulai,
        CAST(berlaku_sampai || '-01' AS DATE) AS berlaku_sampai
    FROM READ_CSV($berkas_wilayah, header = TRUE, all_varchar = TRUE)
    UNION ALL
    SELECT
        kode_kota || '.00.0000' AS kode_kelurahan,
        'Tanpa wilayah' AS nama_kelurahan,
        kode_kota || '.00' AS kode_kecamatan,
        'Tanpa wilayah' AS nama_kecamatan,
        NULL AS berlaku_mulai,
        NULL AS berlaku_sampai
    FROM kota
),

bernama AS (
    SELECT
        kode_kelurahan,
        nama_kelurahan,
        kode_kecamatan,
        nama_kecamatan,
        berlaku_mulai,
        berlaku_sampai,
        REGEXP_REPLACE(LOWER(nama_kelurahan), '[^a-z0-9]+', '-', 'g') AS slug_kelurahan,
        REGEXP_REPLACE(LOWER(nama_kecamatan), '[^a-z0-9]+', '-', 'g') AS slug_kecamatan
    FROM sumber
),

berurut AS (
    SELECT
        kode_kelurahan,
        nama_kelurahan,
        kode_kecamatan,
        nama_kecamatan,
        slug_kelurahan,
        slug_kecamatan,
        berlaku_mulai,
        berlaku_sampai,
        ROW_NUMBER() OVER (PARTITION BY slug_kelurahan ORDER BY berlaku_sampai DESC NULLS FIRST, kode_kelurahan ASC) AS dari_akhir
    FROM bernama
)

SELECT
    kode_kelurahan,
    nama_kelurahan,
    kode_kecamatan,
    nama_kecamatan,
    CASE WHEN dari_akhir = 1 THEN slug_kelurahan ELSE slug_kelurahan || '-' || REPLACE(kode_kelurahan, '.', '-') END AS slug_kelurahan,
    slug_kecamatan,
    berlaku_mulai,
    berlaku_sampai
FROM berurut
ORDER BY kode_kelurahan;
