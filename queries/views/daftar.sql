-- Satu baris: satu daftar tenaga kerja (satu sumber, satu kelurahan, satu batch) dengan masa berlakunya: sejak bulannya sampai daftar berikutnya dari sumber dan kelurahan yang sama.
-- Dua daftar berbulan sama: batch yang lebih baru berlaku, yang lama tidak pernah berlaku.
CREATE TEMPORARY TABLE daftar AS
WITH isi AS (
    SELECT DISTINCT
        urutan,
        sumber_ke,
        wilayah_ke
    FROM tenaga_masukan
),

berurut AS (
    SELECT
        isi.urutan,
        isi.sumber_ke,
        isi.wilayah_ke,
        batch_terpilih.bulan_ke,
        batch_terpilih.bulan,
        LEAD(batch_terpilih.bulan_ke) OVER (
            PARTITION BY isi.sumber_ke, isi.wilayah_ke
            ORDER BY batch_terpilih.bulan_ke, isi.urutan
        ) AS bulan_ke_berikut
    FROM isi
    INNER JOIN batch_terpilih ON isi.urutan = batch_terpilih.urutan
)

SELECT
    urutan,
    sumber_ke,
    wilayah_ke,
    bulan_ke,
    bulan,
    bulan_ke AS dari,
    -- 12 * 10.000: sesudah tahun mana pun, untuk daftar yang belum diganti
    COALESCE(bulan_ke_berikut - 1, 120000) AS sampai,
    bulan_ke_berikut IS NULL AS terakhir
FROM berurut
WHERE bulan_ke_berikut IS NULL OR bulan_ke_berikut > bulan_ke;
