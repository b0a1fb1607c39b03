-- Angka yang diterbitkan; baris yang lebih baru menggantikan yang lama untuk indikator, wilayah, periode, jenis, sumber, dan satuan yang sama.
INSERT INTO angka_resmi
WITH berurut AS (
    SELECT
        angka_masukan.*,
        batch_terpilih.id_batch,
        ROW_NUMBER() OVER (
            PARTITION BY
                angka_masukan.indikator,
                angka_masukan.wilayah,
                angka_masukan.periode,
                angka_masukan.jenis_angka,
                angka_masukan.sumber,
                angka_masukan.satuan
            ORDER BY angka_masukan.urutan DESC, angka_masukan.nomor_baris DESC
        ) AS dari_akhir
    FROM angka_masukan
    INNER JOIN batch_terpilih ON angka_masukan.urutan = batch_terpilih.urutan
)

SELECT
    indikator,
    wilayah,
    periode,
    tanggal,
    nilai,
    satuan,
    jenis_angka,
    penutur,
    sumber,
    tautan,
    catatan,
    id_batch
FROM berurut
WHERE dari_akhir = 1
ORDER BY tanggal, indikator, wilayah, periode, jenis_angka, sumber, satuan;
