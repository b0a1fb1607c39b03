-- Pemblokir. Pada bulan terakhir, jumlah orang di tabel = jumlah orang yang berbeda dalam semua daftar yang berlaku.
WITH bulan_akhir AS (
    SELECT
        MAX(bulan_ke) AS bulan_ke,
        MAX(bulan) AS bulan
    FROM kalender
),

daftar_berlaku AS (
    SELECT COUNT(DISTINCT tenaga_masukan.orang) AS jumlah_orang
    FROM tenaga_masukan
    INNER JOIN daftar
        ON
            tenaga_masukan.urutan = daftar.urutan
            AND tenaga_masukan.sumber_ke = daftar.sumber_ke
            AND tenaga_masukan.wilayah_ke = daftar.wilayah_ke
    INNER JOIN bulan_akhir ON bulan_akhir.bulan_ke BETWEEN daftar.dari AND daftar.sampai
),

tabel AS (
    SELECT COALESCE(SUM(pekerja_bulanan.jumlah_orang), 0) AS jumlah_orang
    FROM pekerja_bulanan
    INNER JOIN bulan_akhir ON pekerja_bulanan.bulan = bulan_akhir.bulan
)

SELECT
    daftar_berlaku.jumlah_orang AS jumlah_orang_daftar,
    tabel.jumlah_orang AS jumlah_orang_tabel
FROM daftar_berlaku
CROSS JOIN tabel
WHERE daftar_berlaku.jumlah_orang <> tabel.jumlah_orang
ORDER BY tabel.jumlah_orang;
