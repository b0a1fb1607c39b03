-- Target cakupan; baris yang lebih baru menggantikan yang lama untuk tanggal, wilayah, dan penerbit yang sama.
INSERT INTO target
WITH berurut AS (
    SELECT
        target_masukan.*,
        batch_terpilih.id_batch,
        ROW_NUMBER() OVER (
            PARTITION BY target_masukan.tanggal, target_masukan.wilayah, target_masukan.penerbit
            ORDER BY target_masukan.urutan DESC, target_masukan.nomor_baris DESC
        ) AS dari_akhir
    FROM target_masukan
    INNER JOIN batch_terpilih ON target_masukan.urutan = batch_terpilih.urutan
)

SELECT
    tanggal,
    rasio_cakupan,
    wilayah,
    penerbit,
    sumber,
    tautan,
    id_batch
FROM berurut
WHERE dari_akhir = 1
ORDER BY tanggal, wilayah, penerbit;
