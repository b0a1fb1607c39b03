-- Pembayaran klaim per bulan, kelurahan, program, dan jenis manfaat.
INSERT INTO klaim_bulanan
SELECT
    klaim_masukan.bulan,
    kamus_wilayah.kode_kelurahan,
    klaim_masukan.program,
    klaim_masukan.jenis_manfaat,
    COALESCE(klaim_masukan.sumber_kepesertaan, 'tidak diketahui') AS sumber_kepesertaan,
    COUNT(*) AS jumlah_kasus,
    SUM(klaim_masukan.rupiah) AS rupiah_dibayar
FROM klaim_masukan
INNER JOIN kamus_wilayah ON klaim_masukan.wilayah_ke = kamus_wilayah.wilayah_ke
GROUP BY
    klaim_masukan.bulan,
    kamus_wilayah.kode_kelurahan,
    klaim_masukan.program,
    klaim_masukan.jenis_manfaat,
    COALESCE(klaim_masukan.sumber_kepesertaan, 'tidak diketahui')
ORDER BY
    klaim_masukan.bulan,
    kamus_wilayah.kode_kelurahan,
    klaim_masukan.program,
    klaim_masukan.jenis_manfaat,
    COALESCE(klaim_masukan.sumber_kepesertaan, 'tidak diketahui');
