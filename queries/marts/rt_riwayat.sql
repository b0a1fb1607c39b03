-- RT bernomor yang pernah ada dalam daftar RT/RW kelurahannya, dan apakah masih ada dalam daftar terakhir. Daftar yang diganti pada bulan yang sama tidak dihitung.
INSERT INTO rt_riwayat
SELECT
    kamus_wilayah.kode_kelurahan,
    COALESCE(tenaga_masukan.rw, 'tidak diketahui') AS rw,
    tenaga_masukan.rt,
    MAX(daftar.bulan) AS bulan_terakhir,
    BOOL_OR(daftar.terakhir) AS ada_dalam_daftar
FROM tenaga_masukan
INNER JOIN daftar
    ON
        tenaga_masukan.urutan = daftar.urutan
        AND tenaga_masukan.sumber_ke = daftar.sumber_ke
        AND tenaga_masukan.wilayah_ke = daftar.wilayah_ke
INNER JOIN kamus_wilayah ON daftar.wilayah_ke = kamus_wilayah.wilayah_ke
INNER JOIN kamus_daftar ON daftar.sumber_ke = kamus_daftar.sumber_ke AND kamus_daftar.sumber = 'rt_rw'
WHERE tenaga_masukan.rt IS NOT NULL
GROUP BY kamus_wilayah.kode_kelurahan, COALESCE(tenaga_masukan.rw, 'tidak diketahui'), tenaga_masukan.rt
ORDER BY kamus_wilayah.kode_kelurahan, COALESCE(tenaga_masukan.rw, 'tidak diketahui'), tenaga_masukan.rt;
