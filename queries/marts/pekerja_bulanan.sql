-- Orang dalam daftar tenaga kerja per bulan, dan yang terlindungi di antaranya: masa berlaku daftar diiris dengan masa aktif peserta, baru dibentangkan per bulan.
INSERT INTO pekerja_bulanan
WITH rentang AS (
    SELECT
        sel,
        status_ke,
        pendidikan_ke,
        dari,
        sampai,
        COUNT(*) AS jumlah_orang,
        0 AS jumlah_terlindungi
    FROM pekerja_orang
    GROUP BY sel, status_ke, pendidikan_ke, dari, sampai
    UNION ALL
    SELECT
        pekerja_orang.sel,
        pekerja_orang.status_ke,
        pekerja_orang.pendidikan_ke,
        GREATEST(pekerja_orang.dari, masa_peserta.dari) AS dari,
        LEAST(pekerja_orang.sampai, masa_peserta.sampai) AS sampai,
        0 AS jumlah_orang,
        COUNT(*) AS jumlah_terlindungi
    FROM pekerja_orang
    INNER JOIN masa_peserta
        ON
            pekerja_orang.orang = masa_peserta.orang
            AND masa_peserta.lingkup = 0
            AND pekerja_orang.dari <= masa_peserta.sampai
            AND pekerja_orang.sampai >= masa_peserta.dari
    GROUP BY
        pekerja_orang.sel,
        pekerja_orang.status_ke,
        pekerja_orang.pendidikan_ke,
        GREATEST(pekerja_orang.dari, masa_peserta.dari),
        LEAST(pekerja_orang.sampai, masa_peserta.sampai)
),

hitung AS (
    SELECT
        kalender.bulan,
        rentang.sel,
        rentang.status_ke,
        rentang.pendidikan_ke,
        SUM(rentang.jumlah_orang) AS jumlah_orang,
        SUM(rentang.jumlah_terlindungi) AS jumlah_terlindungi
    FROM rentang
    INNER JOIN kalender ON kalender.bulan_ke BETWEEN rentang.dari AND rentang.sampai
    GROUP BY kalender.bulan, rentang.sel, rentang.status_ke, rentang.pendidikan_ke
)

SELECT
    hitung.bulan,
    kamus_sel.kode_kelurahan,
    kamus_status.status,
    kamus_sel.jenis_kelamin,
    kamus_sel.kelompok_umur,
    kamus_pendidikan.pendidikan,
    hitung.jumlah_orang,
    hitung.jumlah_terlindungi
FROM hitung
INNER JOIN kamus_sel ON hitung.sel = kamus_sel.sel
INNER JOIN kamus_status ON hitung.status_ke = kamus_status.status_ke
INNER JOIN kamus_pendidikan ON hitung.pendidikan_ke = kamus_pendidikan.pendidikan_ke
ORDER BY hitung.bulan, hitung.sel, hitung.status_ke, hitung.pendidikan_ke;
