-- Peringatan. Kelurahan yang sampai bulan terakhir belum punya satu pun daftar tenaga kerja.
SELECT pendataan_bulanan.kode_kelurahan
FROM pendataan_bulanan
INNER JOIN versi_data ON pendataan_bulanan.bulan = versi_data.bulan_akhir
WHERE pendataan_bulanan.bulan_daftar IS NULL
ORDER BY pendataan_bulanan.kode_kelurahan;
