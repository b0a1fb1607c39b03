-- Peserta aktif per sel. Orang dengan satu baris dalam sebulan dijumlah langsung; hanya orang dengan beberapa keanggotaan yang perlu dihitung unik per gabungan.
INSERT INTO cakupan_bulanan
WITH tunggal AS (
    SELECT
        bulan_ke,
        sel,
        segmen_ke,
        iuran_ke,
        program,
        COUNT(*) AS jumlah
    FROM peserta_orang
    WHERE jumlah_baris = 1
    GROUP BY bulan_ke, sel, segmen_ke, iuran_ke, program
),

tunggal_gulung AS (
    SELECT
        bulan_ke,
        sel,
        segmen_ke,
        iuran_ke,
        program,
        SUM(jumlah) AS jumlah
    FROM tunggal
    GROUP BY bulan_ke, sel, program, CUBE (segmen_ke, iuran_ke)
),

ganda_unik AS (
    SELECT
        bulan_ke,
        sel,
        orang,
        segmen_ke,
        iuran_ke,
        BIT_OR(program) AS program
    FROM peserta_ganda
    GROUP BY bulan_ke, sel, orang, CUBE (segmen_ke, iuran_ke)
),

gabungan AS (
    SELECT
        bulan_ke,
        sel,
        segmen_ke,
        iuran_ke,
        program,
        jumlah
    FROM tunggal_gulung
    UNION ALL
    SELECT
        bulan_ke,
        sel,
        segmen_ke,
        iuran_ke,
        program,
        1 AS jumlah
    FROM ganda_unik
),

hitung AS (
    SELECT
        bulan_ke,
        sel,
        segmen_ke,
        iuran_ke,
        SUM(jumlah) AS jumlah_peserta,
        SUM(jumlah * (program & 1)) AS jumlah_jkk,
        SUM(jumlah * ((program >> 1) & 1)) AS jumlah_jkm,
        SUM(jumlah * ((program >> 2) & 1)) AS jumlah_jht,
        SUM(jumlah * ((program >> 3) & 1)) AS jumlah_jp,
        SUM(jumlah * ((program >> 4) & 1)) AS jumlah_jkp
    FROM gabungan
    GROUP BY bulan_ke, sel, segmen_ke, iuran_ke
)

SELECT
    kalender.bulan,
    kamus_sel.kode_kelurahan,
    COALESCE(kamus_segmen.segmen, 'SEMUA') AS segmen,
    COALESCE(kamus_iuran.sumber_iuran, 'SEMUA') AS sumber_iuran,
    kamus_sel.jenis_kelamin,
    kamus_sel.kelompok_umur,
    hitung.jumlah_peserta,
    hitung.jumlah_jkk,
    hitung.jumlah_jkm,
    hitung.jumlah_jht,
    hitung.jumlah_jp,
    hitung.jumlah_jkp
FROM hitung
INNER JOIN kalender ON hitung.bulan_ke = kalender.bulan_ke
INNER JOIN kamus_sel ON hitung.sel = kamus_sel.sel
LEFT JOIN kamus_segmen ON hitung.segmen_ke = kamus_segmen.segmen_ke
LEFT JOIN kamus_iuran ON hitung.iuran_ke = kamus_iuran.iuran_ke
ORDER BY hitung.iuran_ke NULLS FIRST, hitung.segmen_ke NULLS FIRST, hitung.bulan_ke, hitung.sel;
