-- Batch mana yang dihitung. Satu baris: satu batch yang tidak ditarik dan tidak diganti.
-- Peserta dan klaim: batch terakhir per bulan, hanya basis domisili; pemberi kerja: batch terakhir; jenis lain: semua, dipilih per daftar atau per baris kemudian.
-- Begitu ada satu batch nyata, semua batch contoh tidak dihitung.
CREATE TEMPORARY TABLE batch_terpilih AS
WITH berlaku AS (
    SELECT
        manifest.urutan,
        manifest.id_batch,
        manifest.jenis,
        manifest.bulan,
        manifest.basis_wilayah,
        manifest.contoh
    FROM manifest
    WHERE
        NOT manifest.ditarik
        AND (
            NOT manifest.contoh
            OR NOT EXISTS (
                SELECT 1
                FROM manifest AS nyata
                WHERE NOT nyata.contoh AND NOT nyata.ditarik AND nyata.jenis IN ('peserta', 'tenaga_kerja', 'pemberi_kerja', 'klaim')
            )
        )
),

bernomor AS (
    SELECT
        urutan,
        id_batch,
        jenis,
        bulan,
        basis_wilayah,
        contoh,
        ROW_NUMBER() OVER (
            PARTITION BY
                jenis,
                CASE WHEN jenis IN ('peserta', 'klaim') THEN bulan END,
                CASE WHEN jenis IN ('peserta', 'klaim') THEN basis_wilayah END
            ORDER BY urutan DESC
        ) AS dari_akhir
    FROM berlaku
)

SELECT
    urutan,
    id_batch,
    jenis,
    bulan,
    contoh,
    CAST(EXTRACT(YEAR FROM bulan) * 12 + EXTRACT(MONTH FROM bulan) AS INTEGER) AS bulan_ke,
    ROW_NUMBER() OVER (PARTITION BY jenis ORDER BY urutan) - 1 AS nomor_berkas
FROM bernomor
WHERE
    jenis IN ('tenaga_kerja', 'angka_resmi', 'target')
    OR (jenis = 'pemberi_kerja' AND dari_akhir = 1)
    OR (jenis IN ('peserta', 'klaim') AND dari_akhir = 1 AND basis_wilayah = 'domisili');
