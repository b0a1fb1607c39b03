-- Satu baris: satu daftar tenaga kerja (satu sumber, satu kelurahan, satu batch) dengan masa berlakunya: sejak bulannya sampai daftar berikutnya dari sumber dan kelurahan yang sama,
-- dan hanya selama kelurahannya ada. Dua daftar berbulan sama: batch yang lebih baru berlaku, yang lama tidak pernah berlaku.
CREATE TEMPORARY TABLE daftar AS
WITH isi AS (
    SELECT DISTINCT
        urutan,
        sumber_ke,
        wilayah_ke
    FROM tenaga_masukan
),

akhir AS (
    SELECT MAX(bulan_ke) AS bulan_ke
    FROM kalender
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
    berurut.urutan,
    berurut.sumber_ke,
    berurut.wilayah_ke,
    berurut.bulan_ke,
    berurut.bulan,
    GREATEST(berurut.bulan_ke, kamus_wilayah.dari) AS dari,
    LEAST(COALESCE(berurut.bulan_ke_berikut - 1, kamus_wilayah.sampai), kamus_wilayah.sampai) AS sampai,
    berurut.bulan_ke_berikut IS NULL AND COALESCE(akhir.bulan_ke BETWEEN kamus_wilayah.dari AND kamus_wilayah.sampai, TRUE) AS terakhir
FROM berurut
CROSS JOIN akhir
INNER JOIN kamus_wilayah ON berurut.wilayah_ke = kamus_wilayah.wilayah_ke
WHERE
    GREATEST(berurut.bulan_ke, kamus_wilayah.dari)
    <= LEAST(COALESCE(berurut.bulan_ke_berikut - 1, kamus_wilayah.sampai), kamus_wilayah.sampai);
