-- Satu baris: satu orang dalam satu daftar tenaga kerja (satu sumber, satu kelurahan), dengan masa berlaku daftar itu dalam bulan yang dapat ditampilkan.
-- Orang yang tertulis dua kali dalam satu daftar: baris pertama.
CREATE TEMPORARY TABLE pekerja_baris AS
WITH batas AS (
    SELECT
        MIN(bulan_ke) AS awal,
        MAX(bulan_ke) AS akhir
    FROM kalender
),

baris AS (
    SELECT
        tenaga_masukan.orang,
        tenaga_masukan.urutan,
        tenaga_masukan.nomor_baris,
        tenaga_masukan.kelamin_ke,
        (daftar.bulan_ke - tenaga_masukan.lahir_ke) / 12 AS umur,
        tenaga_masukan.status_ke,
        tenaga_masukan.pendidikan_ke,
        daftar.sumber_ke,
        daftar.wilayah_ke,
        daftar.bulan_ke,
        GREATEST(daftar.dari, batas.awal) AS dari,
        LEAST(daftar.sampai, batas.akhir) AS sampai
    FROM tenaga_masukan
    INNER JOIN daftar
        ON
            tenaga_masukan.urutan = daftar.urutan
            AND tenaga_masukan.sumber_ke = daftar.sumber_ke
            AND tenaga_masukan.wilayah_ke = daftar.wilayah_ke
    INNER JOIN batas ON daftar.dari <= batas.akhir AND daftar.sampai >= batas.awal
),

kembar AS (
    SELECT
        orang,
        sumber_ke,
        wilayah_ke,
        bulan_ke,
        MIN(nomor_baris) AS nomor_pertama
    FROM baris
    GROUP BY orang, sumber_ke, wilayah_ke, bulan_ke
    HAVING COUNT(*) > 1
)

SELECT
    baris.orang,
    baris.urutan,
    baris.nomor_baris,
    baris.wilayah_ke * 100 + baris.kelamin_ke * 10
    + CASE
        WHEN baris.umur IS NULL OR baris.umur < 15 THEN 0
        WHEN baris.umur < 25 THEN 1
        WHEN baris.umur < 35 THEN 2
        WHEN baris.umur < 45 THEN 3
        WHEN baris.umur < 55 THEN 4
        WHEN baris.umur < 65 THEN 5
        ELSE 6
    END AS sel,
    baris.status_ke,
    baris.pendidikan_ke,
    baris.sumber_ke,
    baris.wilayah_ke,
    baris.bulan_ke,
    baris.dari,
    baris.sampai
FROM baris
LEFT JOIN kembar
    ON
        baris.orang = kembar.orang
        AND baris.sumber_ke = kembar.sumber_ke
        AND baris.wilayah_ke = kembar.wilayah_ke
        AND baris.bulan_ke = kembar.bulan_ke
WHERE kembar.orang IS NULL OR baris.nomor_baris = kembar.nomor_pertama;
