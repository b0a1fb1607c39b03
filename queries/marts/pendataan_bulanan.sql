-- Umur daftar terbaru, jumlah RT yang melapor, dan orang yang ada di beberapa daftar, per bulan dan kelurahan; kelurahan yang belum melapor juga mendapat baris, selama ia ada.
INSERT INTO pendataan_bulanan
WITH rt_daftar AS (
    SELECT
        urutan,
        sumber_ke,
        wilayah_ke,
        COUNT(DISTINCT COALESCE(rw, '') || '/' || rt) AS jumlah_rt
    FROM tenaga_masukan
    WHERE rt IS NOT NULL
    GROUP BY urutan, sumber_ke, wilayah_ke
),

berlaku AS (
    SELECT
        kalender.bulan_ke,
        daftar.wilayah_ke,
        MAX(daftar.bulan) AS bulan_daftar,
        kalender.bulan_ke - MAX(daftar.bulan_ke) AS umur_bulan,
        COALESCE(SUM(CASE WHEN kamus_daftar.sumber = 'rt_rw' THEN rt_daftar.jumlah_rt END), 0) AS jumlah_rt_melapor
    FROM kalender
    INNER JOIN daftar ON kalender.bulan_ke BETWEEN daftar.dari AND daftar.sampai
    INNER JOIN kamus_daftar ON daftar.sumber_ke = kamus_daftar.sumber_ke
    LEFT JOIN rt_daftar
        ON daftar.urutan = rt_daftar.urutan AND daftar.sumber_ke = rt_daftar.sumber_ke AND daftar.wilayah_ke = rt_daftar.wilayah_ke
    GROUP BY kalender.bulan_ke, daftar.wilayah_ke
),

ganda_orang AS (
    SELECT
        bulan_ke,
        MAX(CASE WHEN pilihan_ke = 1 THEN wilayah_ke END) AS wilayah_ke,
        MIN(wilayah_ke) < MAX(wilayah_ke) OR MIN(status_ke) < MAX(status_ke) AS berbeda
    FROM pekerja_jamak
    GROUP BY bulan_ke, orang
    HAVING COUNT(*) > 1
),

ganda AS (
    SELECT
        bulan_ke,
        wilayah_ke,
        COUNT(*) AS jumlah_orang_ganda,
        SUM(CASE WHEN berbeda THEN 1 ELSE 0 END) AS jumlah_orang_konflik
    FROM ganda_orang
    GROUP BY bulan_ke, wilayah_ke
)

SELECT
    kalender.bulan,
    kamus_wilayah.kode_kelurahan,
    berlaku.bulan_daftar,
    berlaku.umur_bulan,
    COALESCE(berlaku.jumlah_rt_melapor, 0) AS jumlah_rt_melapor,
    rt_rw.jumlah_rt,
    COALESCE(ganda.jumlah_orang_ganda, 0) AS jumlah_orang_ganda,
    COALESCE(ganda.jumlah_orang_konflik, 0) AS jumlah_orang_konflik
FROM kalender
CROSS JOIN kamus_wilayah
LEFT JOIN berlaku ON kalender.bulan_ke = berlaku.bulan_ke AND kamus_wilayah.wilayah_ke = berlaku.wilayah_ke
LEFT JOIN ganda ON kalender.bulan_ke = ganda.bulan_ke AND kamus_wilayah.wilayah_ke = ganda.wilayah_ke
LEFT JOIN rt_rw ON kamus_wilayah.kode_kelurahan = rt_rw.kode_kelurahan
WHERE kamus_wilayah.wilayah_ke > 0 AND kalender.bulan_ke BETWEEN kamus_wilayah.dari AND kamus_wilayah.sampai
ORDER BY kalender.bulan, kamus_wilayah.kode_kelurahan;
