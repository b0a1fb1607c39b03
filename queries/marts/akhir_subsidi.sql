-- Siapa berhenti ketika satu kelompok bersubsidi berakhir. Kelompok dicari dari datanya: peserta kota dari satu sumber iuran dalam satu segmen yang turun lebih dari separuh dalam sebulan;
-- di bawah 20 orang bukan kelompok. Hanya bila tiga bulan sejak itu punya berkas.
INSERT INTO akhir_subsidi
WITH jumlah_kota AS (
    SELECT
        bulan,
        segmen,
        sumber_iuran,
        SUM(jumlah_peserta) AS jumlah
    FROM cakupan_bulanan
    WHERE sumber_iuran IN ('apbd_kota', 'apbd_provinsi', 'dana_desa', 'lembaga')
    GROUP BY bulan, segmen, sumber_iuran
),

berakhir AS (
    SELECT
        kini.bulan_ke,
        kini.bulan AS bulan_berakhir,
        lalu.sumber_iuran AS sumber_iuran_berakhir,
        kamus_segmen.segmen_ke AS lingkup
    FROM jumlah_kota AS lalu
    INNER JOIN kalender AS kini ON kini.bulan = lalu.bulan + INTERVAL 1 MONTH
    INNER JOIN kalender AS kedua ON kini.bulan_ke = kedua.bulan_ke - 1
    INNER JOIN kalender AS ketiga ON kini.bulan_ke = ketiga.bulan_ke - 2
    INNER JOIN kamus_segmen ON lalu.segmen = kamus_segmen.segmen
    LEFT JOIN jumlah_kota AS sisa
        ON kini.bulan = sisa.bulan AND lalu.segmen = sisa.segmen AND lalu.sumber_iuran = sisa.sumber_iuran
    WHERE lalu.jumlah >= 20 AND COALESCE(sisa.jumlah, 0) * 2 < lalu.jumlah
),

saat AS (
    SELECT DISTINCT
        bulan_ke,
        lingkup
    FROM berakhir
),

peserta AS (
    SELECT
        saat.bulan_ke,
        saat.lingkup,
        peserta_orang.orang,
        peserta_orang.sel,
        peserta_orang.iuran_ke
    FROM peserta_orang
    INNER JOIN saat ON peserta_orang.bulan_ke = saat.bulan_ke - 1 AND saat.lingkup IN (0, peserta_orang.segmen_ke)
    WHERE peserta_orang.jumlah_baris = 1
    UNION ALL
    SELECT DISTINCT
        saat.bulan_ke,
        saat.lingkup,
        peserta_ganda.orang,
        peserta_ganda.sel,
        peserta_ganda.iuran_ke
    FROM peserta_ganda
    INNER JOIN saat ON peserta_ganda.bulan_ke = saat.bulan_ke - 1 AND saat.lingkup IN (0, peserta_ganda.segmen_ke)
),

bertahan AS (
    SELECT
        saat.bulan_ke,
        saat.lingkup,
        masa_peserta.orang
    FROM masa_peserta
    INNER JOIN saat
        ON masa_peserta.lingkup = saat.lingkup AND masa_peserta.dari <= saat.bulan_ke + 2 AND masa_peserta.sampai >= saat.bulan_ke
    GROUP BY saat.bulan_ke, saat.lingkup, masa_peserta.orang
    HAVING SUM(LEAST(masa_peserta.sampai, saat.bulan_ke + 2) - GREATEST(masa_peserta.dari, saat.bulan_ke) + 1) = 3
)

SELECT
    berakhir.bulan_berakhir,
    berakhir.sumber_iuran_berakhir,
    kamus_segmen.segmen,
    kamus_iuran.sumber_iuran,
    wilayah.kode_kecamatan,
    kamus_sel.kelompok_umur,
    COUNT(*) AS jumlah_peserta,
    SUM(CASE WHEN bertahan.orang IS NULL THEN 1 ELSE 0 END) AS jumlah_berhenti
FROM berakhir
INNER JOIN peserta ON berakhir.bulan_ke = peserta.bulan_ke AND berakhir.lingkup = peserta.lingkup
LEFT JOIN bertahan
    ON peserta.bulan_ke = bertahan.bulan_ke AND peserta.lingkup = bertahan.lingkup AND peserta.orang = bertahan.orang
INNER JOIN kamus_segmen ON berakhir.lingkup = kamus_segmen.segmen_ke
INNER JOIN kamus_iuran ON peserta.iuran_ke = kamus_iuran.iuran_ke
INNER JOIN kamus_sel ON peserta.sel = kamus_sel.sel
INNER JOIN wilayah ON kamus_sel.kode_kelurahan = wilayah.kode_kelurahan
GROUP BY
    berakhir.bulan_berakhir,
    berakhir.sumber_iuran_berakhir,
    kamus_segmen.segmen,
    kamus_iuran.sumber_iuran,
    wilayah.kode_kecamatan,
    kamus_sel.kelompok_umur
ORDER BY
    kamus_segmen.segmen,
    berakhir.bulan_berakhir,
    berakhir.sumber_iuran_berakhir,
    kamus_iuran.sumber_iuran,
    wilayah.kode_kecamatan,
    kamus_sel.kelompok_umur;
