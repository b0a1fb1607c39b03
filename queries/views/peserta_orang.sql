-- Satu baris: satu orang dalam satu bulan, dengan satu wilayah, jenis kelamin, dan umur (yang diketahui didahulukan, lalu kode terkecil), agar jumlah antarwilayah tepat.
-- Kolom segmen_ke dan iuran_ke hanya bermakna bila jumlah_baris = 1.
CREATE TEMPORARY TABLE peserta_orang AS
WITH ringkas AS (
    SELECT
        bulan_ke,
        orang,
        COALESCE(MIN(wilayah_ke), 0) AS wilayah_ke,
        COALESCE(MIN(kelamin_ke), 0) AS kelamin_ke,
        (bulan_ke - MIN(lahir_ke)) / 12 AS umur,
        COUNT(*) AS jumlah_baris,
        MIN(segmen_ke) AS segmen_ke,
        MIN(iuran_ke) AS iuran_ke,
        BIT_OR(program) AS program
    FROM peserta_baris
    GROUP BY bulan_ke, orang
)

SELECT
    bulan_ke,
    orang,
    wilayah_ke * 100 + kelamin_ke * 10
    + CASE
        WHEN umur IS NULL OR umur < 15 THEN 0
        WHEN umur < 25 THEN 1
        WHEN umur < 35 THEN 2
        WHEN umur < 45 THEN 3
        WHEN umur < 55 THEN 4
        WHEN umur < 65 THEN 5
        ELSE 6
    END AS sel,
    jumlah_baris,
    segmen_ke,
    iuran_ke,
    program
FROM ringkas;
