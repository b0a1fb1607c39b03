-- Satu baris: satu masa aktif tanpa putus dari satu orang dalam satu sel (wilayah, jenis kelamin, kelompok umur); lingkup 0 = kepesertaan apa pun, 1-4 = dalam satu segmen.
-- Bulan tanpa berkas memutus masa. Rentang yang penuh langsung dipakai; hanya rentang berlubang yang dipecah baris demi baris.
CREATE TEMPORARY TABLE masa_peserta AS
WITH hadir AS (
    SELECT
        orang,
        0 AS lingkup,
        sel,
        bulan_ke
    FROM peserta_orang
    UNION ALL
    SELECT
        orang,
        segmen_ke AS lingkup,
        sel,
        bulan_ke
    FROM peserta_orang
    WHERE jumlah_baris = 1
    UNION ALL
    SELECT DISTINCT
        orang,
        segmen_ke AS lingkup,
        sel,
        bulan_ke
    FROM peserta_ganda
),

rentang AS (
    SELECT
        orang,
        lingkup,
        sel,
        MIN(bulan_ke) AS dari,
        MAX(bulan_ke) AS sampai,
        COUNT(*) AS jumlah_bulan
    FROM hadir
    GROUP BY orang, lingkup, sel
),

berlubang AS (
    SELECT
        hadir.orang,
        hadir.lingkup,
        hadir.sel,
        hadir.bulan_ke,
        hadir.bulan_ke - ROW_NUMBER() OVER (PARTITION BY hadir.orang, hadir.lingkup, hadir.sel ORDER BY hadir.bulan_ke) AS kelompok
    FROM hadir
    INNER JOIN rentang
        ON
            hadir.orang = rentang.orang
            AND hadir.lingkup = rentang.lingkup
            AND hadir.sel = rentang.sel
            AND rentang.jumlah_bulan < rentang.sampai - rentang.dari + 1
)

SELECT
    orang,
    lingkup,
    sel,
    dari,
    sampai
FROM rentang
WHERE jumlah_bulan = sampai - dari + 1
UNION ALL
SELECT
    orang,
    lingkup,
    sel,
    MIN(bulan_ke) AS dari,
    MAX(bulan_ke) AS sampai
FROM berlubang
GROUP BY orang, lingkup, sel, kelompok;
