-- Satu baris: satu orang dalam daftar tenaga kerja, berlaku dari bulan dari sampai bulan sampai; dalam satu bulan setiap orang paling banyak satu baris.
-- Orang yang hanya ada di satu (sumber, kelurahan) memakai masa berlaku daftarnya; yang ada di beberapa dipilih bulan demi bulan: daftar terbaru, lalu urutan sumber, lalu kode kelurahan.
-- Orang yang tertulis dua kali dalam satu daftar: baris pertama.
CREATE TEMPORARY TABLE pekerja_orang AS
WITH batas AS (
    SELECT
        MIN(bulan_ke) AS awal,
        MAX(bulan_ke) AS akhir
    FROM kalender
),

baris AS (
    SELECT
        tenaga_masukan.orang,
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
),

tanpa_kembar AS (
    SELECT
        baris.orang,
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
    WHERE kembar.orang IS NULL OR baris.nomor_baris = kembar.nomor_pertama
),

jamak AS (
    SELECT orang
    FROM tanpa_kembar
    GROUP BY orang
    HAVING MIN(sumber_ke * 1000 + wilayah_ke) < MAX(sumber_ke * 1000 + wilayah_ke)
),

pilihan AS (
    SELECT
        tanpa_kembar.orang,
        tanpa_kembar.sel,
        tanpa_kembar.status_ke,
        tanpa_kembar.pendidikan_ke,
        kalender.bulan_ke,
        ROW_NUMBER() OVER (
            PARTITION BY tanpa_kembar.orang, kalender.bulan_ke
            ORDER BY tanpa_kembar.bulan_ke DESC, tanpa_kembar.sumber_ke ASC, tanpa_kembar.wilayah_ke ASC
        ) AS pilihan_ke
    FROM tanpa_kembar
    INNER JOIN jamak ON tanpa_kembar.orang = jamak.orang
    INNER JOIN kalender ON kalender.bulan_ke BETWEEN tanpa_kembar.dari AND tanpa_kembar.sampai
)

SELECT
    tanpa_kembar.orang,
    tanpa_kembar.sel,
    tanpa_kembar.status_ke,
    tanpa_kembar.pendidikan_ke,
    tanpa_kembar.dari,
    tanpa_kembar.sampai
FROM tanpa_kembar
LEFT JOIN jamak ON tanpa_kembar.orang = jamak.orang
WHERE jamak.orang IS NULL
UNION ALL
SELECT
    orang,
    sel,
    status_ke,
    pendidikan_ke,
    bulan_ke AS dari,
    bulan_ke AS sampai
FROM pilihan
WHERE pilihan_ke = 1;
