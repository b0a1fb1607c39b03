-- Satu baris: satu keanggotaan (segmen dan sumber iuran) dari orang yang punya lebih dari satu baris dalam bulan itu.
CREATE TEMPORARY TABLE peserta_ganda AS
SELECT
    peserta_orang.bulan_ke,
    peserta_orang.orang,
    peserta_orang.sel,
    peserta_baris.segmen_ke,
    peserta_baris.iuran_ke,
    BIT_OR(peserta_baris.program) AS program
FROM peserta_baris
INNER JOIN peserta_orang
    ON peserta_baris.bulan_ke = peserta_orang.bulan_ke AND peserta_baris.orang = peserta_orang.orang AND peserta_orang.jumlah_baris > 1
GROUP BY peserta_orang.bulan_ke, peserta_orang.orang, peserta_orang.sel, peserta_baris.segmen_ke, peserta_baris.iuran_ke;
