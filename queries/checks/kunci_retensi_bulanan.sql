-- Pemblokir. Tabel retensi_bulanan punya paling banyak satu baris per bulan bergabung, kecamatan, segmen, sumber iuran, dan lama.
SELECT
    bulan_bergabung,
    kode_kecamatan,
    segmen,
    sumber_iuran,
    lama_bulan,
    COUNT(*) AS jumlah_baris
FROM retensi_bulanan
GROUP BY bulan_bergabung, kode_kecamatan, segmen, sumber_iuran, lama_bulan
HAVING COUNT(*) > 1
ORDER BY bulan_bergabung, kode_kecamatan, segmen, sumber_iuran, lama_bulan;
