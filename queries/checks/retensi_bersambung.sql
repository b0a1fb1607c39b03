-- Pemblokir. Yang diamati pada satu bulan sesudah bergabung = yang bertahan sebulan sebelumnya, kecuali bulan itu tidak punya berkas.
SELECT
    lalu.bulan_bergabung,
    lalu.kode_kecamatan,
    lalu.segmen,
    lalu.sumber_iuran,
    lalu.lama_bulan,
    lalu.jumlah_bertahan,
    kini.jumlah_mulai
FROM retensi_bulanan AS lalu
INNER JOIN kalender AS awal ON lalu.bulan_bergabung = awal.bulan
INNER JOIN kalender AS berikut ON berikut.bulan_ke = awal.bulan_ke + lalu.lama_bulan + 1
LEFT JOIN retensi_bulanan AS kini
    ON
        lalu.bulan_bergabung = kini.bulan_bergabung
        AND lalu.kode_kecamatan = kini.kode_kecamatan
        AND lalu.segmen = kini.segmen
        AND lalu.sumber_iuran = kini.sumber_iuran
        AND lalu.lama_bulan = kini.lama_bulan - 1
WHERE lalu.jumlah_bertahan <> COALESCE(kini.jumlah_mulai, 0)
ORDER BY lalu.bulan_bergabung, lalu.kode_kecamatan, lalu.segmen, lalu.sumber_iuran, lalu.lama_bulan;
