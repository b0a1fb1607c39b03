-- Peringatan. Kelurahan yang daftar terbarunya pada bulan terakhir berumur lebih dari 12 bulan.
SELECT
    pendataan_bulanan.kode_kelurahan,
    pendataan_bulanan.umur_bulan
FROM pendataan_bulanan
INNER JOIN versi_data ON pendataan_bulanan.bulan = versi_data.bulan_akhir
WHERE pendataan_bulanan.umur_bulan > 12
ORDER BY pendataan_bulanan.kode_kelurahan;
