-- Identitas data yang disajikan.
INSERT INTO versi_data
SELECT
    $versi AS versi,
    $tanggal_dibangun AS tanggal_dibangun,
    EXISTS(
        SELECT 1 FROM batch
        WHERE dipakai AND adalah_contoh
    ) AS adalah_contoh,
    (SELECT MIN(bulan) FROM bulan_data) AS bulan_awal,
    (SELECT MAX(bulan) FROM bulan_data) AS bulan_akhir;
