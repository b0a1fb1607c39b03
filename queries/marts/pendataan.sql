-- Daftar RT/RW terakhir setiap kelurahan, per RT, dicocokkan orang demi orang dengan peserta aktif pada bulan terakhir.
INSERT INTO pendataan
WITH baris AS (
    SELECT
        tenaga_masukan.orang,
        tenaga_masukan.rw,
        tenaga_masukan.rt,
        daftar.wilayah_ke,
        daftar.sumber_ke,
        daftar.bulan
    FROM tenaga_masukan
    INNER JOIN daftar
        ON
            tenaga_masukan.urutan = daftar.urutan
            AND tenaga_masukan.sumber_ke = daftar.sumber_ke
            AND tenaga_masukan.wilayah_ke = daftar.wilayah_ke
            AND daftar.terakhir
),

ganda AS (
    SELECT orang
    FROM baris
    GROUP BY orang
    HAVING COUNT(*) > 1
),

akhir AS (
    SELECT MAX(bulan_ke) AS bulan_ke
    FROM kalender
),

aktif AS (
    SELECT DISTINCT masa_peserta.orang
    FROM masa_peserta
    INNER JOIN akhir ON akhir.bulan_ke BETWEEN masa_peserta.dari AND masa_peserta.sampai
    WHERE masa_peserta.lingkup = 0
)

SELECT
    kamus_wilayah.kode_kelurahan,
    COALESCE(baris.rw, 'tidak diketahui') AS rw,
    COALESCE(baris.rt, 'tidak diketahui') AS rt,
    MAX(baris.bulan) AS bulan_daftar,
    COUNT(*) AS jumlah_baris,
    COUNT(DISTINCT baris.orang) AS jumlah_orang,
    COUNT(ganda.orang) AS jumlah_ganda,
    COUNT(DISTINCT aktif.orang) AS jumlah_terlindungi
FROM baris
INNER JOIN kamus_wilayah ON baris.wilayah_ke = kamus_wilayah.wilayah_ke
INNER JOIN kamus_daftar ON baris.sumber_ke = kamus_daftar.sumber_ke AND kamus_daftar.sumber = 'rt_rw'
LEFT JOIN ganda ON baris.orang = ganda.orang
LEFT JOIN aktif ON baris.orang = aktif.orang
GROUP BY kamus_wilayah.kode_kelurahan, COALESCE(baris.rw, 'tidak diketahui'), COALESCE(baris.rt, 'tidak diketahui')
ORDER BY kamus_wilayah.kode_kelurahan, COALESCE(baris.rw, 'tidak diketahui'), COALESCE(baris.rt, 'tidak diketahui');
