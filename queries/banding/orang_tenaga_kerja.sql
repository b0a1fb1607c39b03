-- Pertanyaan: Siapa yang baru, hilang, dan pindah bila daftar tenaga kerja ini menggantikan daftar lama dari sumber dan kelurahan yang sama?
-- Satu baris: satu kelurahan yang disebut daftar ini atau yang kehilangan orang karenanya.
-- Penyebut: tidak ada; orang dikenali dari nama samaran NIK.
-- Sumber: isi berkas calon ($calon, bulannya $bulan) dan daftar yang sudah ada ($lama, menurut urutan penerimaan, dengan bulannya di $lama_bulan).
-- Catatan: baru = belum ada di daftar mana pun yang berlaku; hilang = ada di daftar yang digantikan dan tidak lagi di daftar ini; pindah = catatan terbarunya berada di kelurahan lain.
WITH calon AS (
    SELECT DISTINCT
        pseudonim_nik AS orang,
        kode_kelurahan,
        sumber
    FROM READ_PARQUET($calon)
),

baris_lama AS (
    SELECT
        berkas.pseudonim_nik AS orang,
        berkas.kode_kelurahan,
        berkas.sumber,
        berkas.file_index AS ke,
        CAST(LIST_EXTRACT($lama_bulan, CAST(berkas.file_index + 1 AS BIGINT)) AS DATE) AS bulan
    FROM READ_PARQUET($lama) AS berkas
    WHERE $ada_lama
),

berlaku AS (
    SELECT
        kode_kelurahan,
        sumber,
        MAX(STRUCT_PACK(bulan := bulan, ke := ke)) AS terakhir
    FROM baris_lama
    WHERE bulan <= CAST($bulan AS DATE)
    GROUP BY kode_kelurahan, sumber
),

lama AS (
    SELECT
        baris_lama.orang,
        baris_lama.kode_kelurahan,
        baris_lama.sumber,
        baris_lama.bulan,
        baris_lama.ke
    FROM baris_lama
    INNER JOIN berlaku
        ON
            baris_lama.kode_kelurahan = berlaku.kode_kelurahan
            AND baris_lama.sumber = berlaku.sumber
            AND baris_lama.bulan = berlaku.terakhir.bulan
            AND baris_lama.ke = berlaku.terakhir.ke
),

tercatat_berurut AS (
    SELECT
        orang,
        kode_kelurahan,
        ROW_NUMBER() OVER (PARTITION BY orang ORDER BY bulan DESC, ke DESC, kode_kelurahan ASC) AS ke_berapa
    FROM lama
),

tercatat AS (
    SELECT
        orang,
        kode_kelurahan
    FROM tercatat_berurut
    WHERE ke_berapa = 1
),

daftar_calon AS (
    SELECT DISTINCT
        kode_kelurahan,
        sumber
    FROM calon
),

orang_calon AS (
    SELECT DISTINCT orang
    FROM calon
),

digantikan AS (
    SELECT
        lama.orang,
        lama.kode_kelurahan
    FROM lama
    INNER JOIN daftar_calon ON lama.kode_kelurahan = daftar_calon.kode_kelurahan AND lama.sumber = daftar_calon.sumber
),

terurai AS (
    SELECT
        calon.kode_kelurahan,
        1 AS baris_kini,
        0 AS baris_dulu,
        CASE WHEN tercatat.orang IS NULL THEN 1 ELSE 0 END AS baru,
        0 AS hilang,
        CASE WHEN tercatat.kode_kelurahan <> calon.kode_kelurahan THEN 1 ELSE 0 END AS pindah_masuk,
        0 AS pindah_keluar
    FROM calon
    LEFT JOIN tercatat ON calon.orang = tercatat.orang
    UNION ALL
    SELECT
        digantikan.kode_kelurahan,
        0 AS baris_kini,
        1 AS baris_dulu,
        0 AS baru,
        CASE WHEN orang_calon.orang IS NULL THEN 1 ELSE 0 END AS hilang,
        0 AS pindah_masuk,
        0 AS pindah_keluar
    FROM digantikan
    LEFT JOIN orang_calon ON digantikan.orang = orang_calon.orang
    UNION ALL
    SELECT
        tercatat.kode_kelurahan,
        0 AS baris_kini,
        0 AS baris_dulu,
        0 AS baru,
        0 AS hilang,
        0 AS pindah_masuk,
        1 AS pindah_keluar
    FROM calon
    INNER JOIN tercatat ON calon.orang = tercatat.orang AND calon.kode_kelurahan <> tercatat.kode_kelurahan
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
