-- Arus antara dua bulan berurutan yang keduanya punya berkas: awal masa adalah masuk, kembali, atau pindah masuk; akhir masa adalah keluar atau pindah keluar.
INSERT INTO arus_bulanan
WITH bulan_terbanding AS (
    SELECT
        kini.bulan_ke,
        kini.bulan
    FROM kalender AS kini
    INNER JOIN kalender AS lalu ON kini.bulan_ke = lalu.bulan_ke + 1
),

pertama AS (
    SELECT
        orang,
        lingkup,
        MIN(dari) AS dari
    FROM masa_peserta
    GROUP BY orang, lingkup
),

kejadian AS (
    SELECT
        bulan_terbanding.bulan,
        masa_peserta.sel,
        masa_peserta.lingkup,
        CASE
            WHEN sebelum.orang IS NOT NULL THEN 'pindah_masuk'
            WHEN pertama.dari = masa_peserta.dari THEN 'masuk'
            ELSE 'kembali'
        END AS jenis
    FROM masa_peserta
    INNER JOIN bulan_terbanding ON masa_peserta.dari = bulan_terbanding.bulan_ke
    INNER JOIN pertama ON masa_peserta.orang = pertama.orang AND masa_peserta.lingkup = pertama.lingkup
    LEFT JOIN masa_peserta AS sebelum
        ON masa_peserta.orang = sebelum.orang AND masa_peserta.lingkup = sebelum.lingkup AND masa_peserta.dari = sebelum.sampai + 1
    UNION ALL
    SELECT
        bulan_terbanding.bulan,
        masa_peserta.sel,
        masa_peserta.lingkup,
        CASE WHEN sesudah.orang IS NULL THEN 'keluar' ELSE 'pindah_keluar' END AS jenis
    FROM masa_peserta
    INNER JOIN bulan_terbanding ON masa_peserta.sampai = bulan_terbanding.bulan_ke - 1
    LEFT JOIN masa_peserta AS sesudah
        ON masa_peserta.orang = sesudah.orang AND masa_peserta.lingkup = sesudah.lingkup AND masa_peserta.sampai = sesudah.dari - 1
)

SELECT
    kejadian.bulan,
    kamus_sel.kode_kelurahan,
    kamus_segmen.segmen,
    kamus_sel.jenis_kelamin,
    kamus_sel.kelompok_umur,
    SUM(CASE WHEN kejadian.jenis = 'masuk' THEN 1 ELSE 0 END) AS jumlah_masuk,
    SUM(CASE WHEN kejadian.jenis = 'kembali' THEN 1 ELSE 0 END) AS jumlah_kembali,
    SUM(CASE WHEN kejadian.jenis = 'keluar' THEN 1 ELSE 0 END) AS jumlah_keluar,
    SUM(CASE WHEN kejadian.jenis = 'pindah_masuk' THEN 1 ELSE 0 END) AS jumlah_pindah_masuk,
    SUM(CASE WHEN kejadian.jenis = 'pindah_keluar' THEN 1 ELSE 0 END) AS jumlah_pindah_keluar
FROM kejadian
INNER JOIN kamus_sel ON kejadian.sel = kamus_sel.sel
INNER JOIN kamus_segmen ON kejadian.lingkup = kamus_segmen.segmen_ke
GROUP BY kejadian.bulan, kamus_sel.kode_kelurahan, kamus_segmen.segmen, kamus_sel.jenis_kelamin, kamus_sel.kelompok_umur
ORDER BY kamus_segmen.segmen, kejadian.bulan, kamus_sel.kode_kelurahan, kamus_sel.jenis_kelamin, kamus_sel.kelompok_umur;
