-- Ketahanan peserta baru. Masa pertama seseorang dalam satu segmen berakhir pada ujung masa pertama yang tidak disambung masa lain; kembali sesudahnya tidak dihitung.
-- Kelompok hanya dari bulan yang bulan sebelumnya punya berkas: pada bulan pertama, dan sesudah bulan tanpa berkas, tidak diketahui siapa yang baru. Bulan tanpa berkas
-- mengakhiri pengamatan (tersensor), bukan kepesertaan.
INSERT INTO retensi_bulanan
WITH bulan_terbanding AS (
    SELECT kini.bulan_ke
    FROM kalender AS kini
    INNER JOIN kalender AS lalu ON kini.bulan_ke = lalu.bulan_ke + 1
),

pertama AS (
    SELECT
        orang,
        lingkup,
        MIN(dari) AS dari
    FROM masa_peserta
    WHERE lingkup > 0
    GROUP BY orang, lingkup
),

ujung AS (
    SELECT
        masa_peserta.orang,
        masa_peserta.lingkup,
        MIN(masa_peserta.sampai) AS sampai
    FROM masa_peserta
    LEFT JOIN masa_peserta AS sambung
        ON
            masa_peserta.orang = sambung.orang
            AND masa_peserta.lingkup = sambung.lingkup
            AND masa_peserta.sampai = sambung.dari - 1
    WHERE masa_peserta.lingkup > 0 AND sambung.orang IS NULL
    GROUP BY masa_peserta.orang, masa_peserta.lingkup
),

iuran_ganda AS (
    SELECT
        bulan_ke,
        orang,
        segmen_ke,
        COALESCE(MIN(NULLIF(iuran_ke, 0)), 0) AS iuran_ke
    FROM peserta_ganda
    GROUP BY bulan_ke, orang, segmen_ke
),

kelompok AS (
    SELECT
        pertama.lingkup,
        pertama.dari,
        ujung.sampai,
        peserta_orang.sel,
        COALESCE(iuran_ganda.iuran_ke, peserta_orang.iuran_ke) AS iuran_ke,
        COUNT(*) AS jumlah
    FROM pertama
    INNER JOIN bulan_terbanding ON pertama.dari = bulan_terbanding.bulan_ke
    INNER JOIN ujung ON pertama.orang = ujung.orang AND pertama.lingkup = ujung.lingkup
    INNER JOIN peserta_orang ON pertama.orang = peserta_orang.orang AND pertama.dari = peserta_orang.bulan_ke
    LEFT JOIN iuran_ganda
        ON pertama.orang = iuran_ganda.orang AND pertama.dari = iuran_ganda.bulan_ke AND pertama.lingkup = iuran_ganda.segmen_ke
    GROUP BY pertama.lingkup, pertama.dari, ujung.sampai, peserta_orang.sel, COALESCE(iuran_ganda.iuran_ke, peserta_orang.iuran_ke)
),

per_kecamatan AS (
    SELECT
        kelompok.lingkup,
        kelompok.dari,
        kelompok.sampai,
        wilayah.kode_kecamatan,
        kelompok.iuran_ke,
        SUM(kelompok.jumlah) AS jumlah
    FROM kelompok
    INNER JOIN kamus_sel ON kelompok.sel = kamus_sel.sel
    INNER JOIN wilayah ON kamus_sel.kode_kelurahan = wilayah.kode_kelurahan
    GROUP BY kelompok.lingkup, kelompok.dari, kelompok.sampai, wilayah.kode_kecamatan, kelompok.iuran_ke
)

SELECT
    awal.bulan AS bulan_bergabung,
    per_kecamatan.kode_kecamatan,
    kamus_segmen.segmen,
    kamus_iuran.sumber_iuran,
    kalender.bulan_ke - per_kecamatan.dari AS lama_bulan,
    SUM(per_kecamatan.jumlah) AS jumlah_mulai,
    SUM(CASE WHEN kalender.bulan_ke <= per_kecamatan.sampai THEN per_kecamatan.jumlah ELSE 0 END) AS jumlah_bertahan
FROM per_kecamatan
INNER JOIN kalender ON kalender.bulan_ke BETWEEN per_kecamatan.dari AND per_kecamatan.sampai + 1
INNER JOIN kalender AS awal ON per_kecamatan.dari = awal.bulan_ke
INNER JOIN kamus_segmen ON per_kecamatan.lingkup = kamus_segmen.segmen_ke
INNER JOIN kamus_iuran ON per_kecamatan.iuran_ke = kamus_iuran.iuran_ke
GROUP BY awal.bulan, per_kecamatan.kode_kecamatan, kamus_segmen.segmen, kamus_iuran.sumber_iuran, kalender.bulan_ke - per_kecamatan.dari
ORDER BY
    kamus_segmen.segmen, awal.bulan, per_kecamatan.kode_kecamatan, kamus_iuran.sumber_iuran, kalender.bulan_ke - per_kecamatan.dari;
