-- Satu baris: satu bulan yang dapat ditampilkan: bulan yang punya berkas peserta. Bila belum ada satu pun berkas peserta: bulan daftar tenaga kerja.
CREATE TEMPORARY TABLE kalender AS
SELECT DISTINCT
    bulan_ke,
    bulan,
    TRUE AS ada_peserta
FROM batch_terpilih
WHERE jenis = 'peserta'
UNION ALL
SELECT DISTINCT
    bulan_ke,
    bulan,
    FALSE AS ada_peserta
FROM batch_terpilih
WHERE jenis = 'tenaga_kerja' AND NOT EXISTS (
    SELECT 1 FROM batch_terpilih AS lain
    WHERE lain.jenis = 'peserta'
);
