-- Pertanyaan: Siapa yang baru, hilang, dan pindah bila berkas peserta ini menggantikan yang lama?
-- Satu baris: satu kelurahan ($kode_tanpa_wilayah = tanpa wilayah) yang disebut salah satu berkas.
-- Penyebut: tidak ada; orang dikenali dari nama samaran NIK, atau KPJ bila NIK kosong.
-- Sumber: isi berkas calon ($calon) dan berkas yang dibandingkan ($lama); $ada_lama salah bila tidak ada yang dibandingkan.
-- Catatan: pindah = ada di kedua berkas dengan kelurahan berbeda.
WITH calon AS (
    SELECT
        COALESCE(pseudonim_nik, pseudonim_kpj) AS orang,
        COALESCE(MIN(kode_kelurahan), $kode_tanpa_wilayah) AS kode_kelurahan,
        COUNT(*) AS jumlah_baris
    FROM READ_PARQUET($calon)
    GROUP BY COALESCE(pseudonim_nik, pseudonim_kpj)
),

lama AS (
    SELECT
        COALESCE(pseudonim_nik, pseudonim_kpj) AS orang,
        COALESCE(MIN(kode_kelurahan), $kode_tanpa_wilayah) AS kode_kelurahan,
        COUNT(*) AS jumlah_baris
    FROM READ_PARQUET($lama)
    WHERE $ada_lama
    GROUP BY COALESCE(pseudonim_nik, pseudonim_kpj)
),

pasangan AS (
    SELECT
        calon.kode_kelurahan AS kini,
        lama.kode_kelurahan AS dulu,
        COALESCE(calon.jumlah_baris, 0) AS baris_kini,
        COALESCE(lama.jumlah_baris, 0) AS baris_dulu
    FROM calon
    FULL OUTER JOIN lama ON calon.orang = lama.orang
),

terurai AS (
    SELECT
        kini AS kode_kelurahan,
        baris_kini,
        0 AS baris_dulu,
        CASE WHEN dulu IS NULL THEN 1 ELSE 0 END AS baru,
        0 AS hilang,
        CASE WHEN dulu <> kini THEN 1 ELSE 0 END AS pindah_masuk,
        0 AS pindah_keluar
    FROM pasangan
    WHERE kini IS NOT NULL
    UNION ALL
    SELECT
        dulu AS kode_kelurahan,
        0 AS baris_kini,
        baris_dulu,
        0 AS baru,
        CASE WHEN kini IS NULL THEN 1 ELSE 0 END AS hilang,
        0 AS pindah_masuk,
        CASE WHEN dulu <> kini THEN 1 ELSE 0 END AS pindah_keluar
    FROM pasangan
    WHERE dulu IS NOT NULL
)

SELECT
    kode_kelurahan,
    CAST(SUM(baris_kini) AS BIGINT) AS jumlah_baris,
    CAST(SUM(baris_dulu) AS BIGINT) AS jumlah_baris_lama,
    CAST(SUM(baru) AS BIGINT) AS jumlah_baru,
    CAST(SUM(hilang) AS BIGINT) AS jumlah_hilang,
    CAST(SUM(pindah_masuk) AS BIGINT) AS jumlah_pindah_masuk,
    CAST(SUM(pindah_keluar) AS BIGINT) AS jumlah_pindah_keluar
FROM terurai
GROUP BY kode_kelurahan
ORDER BY kode_kelurahan;
