-- Pertanyaan: Data ini sampai bulan apa, kapan masuk, dan kelurahan mana yang belum melapor?
-- Satu baris: seluruh data.
-- Penyebut: jumlah_kelurahan = semua kelurahan kota yang ada pada bulan terakhir.
-- Sumber: catatan pembangunan data dan penerimaan batch.
-- Catatan: belum melapor = sampai bulan terakhir belum ada satu pun daftar tenaga kerja dari kelurahan itu. Waktu dalam UTC.
WITH impor AS (
    SELECT MAX(tanggal_impor) AS tanggal_impor_terakhir
    FROM batch
    WHERE dipakai
),

pendataan_terakhir AS (
    SELECT COUNT(*) AS jumlah_kelurahan_melapor
    FROM pendataan_bulanan
    INNER JOIN versi_data ON pendataan_bulanan.bulan = versi_data.bulan_akhir
    WHERE pendataan_bulanan.bulan_daftar IS NOT NULL
),

kelurahan AS (
    SELECT COUNT(*) AS jumlah_kelurahan
    FROM wilayah
    CROSS JOIN versi_data
    WHERE
        wilayah.kode_kelurahan NOT LIKE '%.00.0000'
        AND COALESCE(wilayah.berlaku_mulai <= versi_data.bulan_akhir, TRUE)
        AND (wilayah.berlaku_sampai IS NULL OR wilayah.berlaku_sampai >= versi_data.bulan_akhir)
)

SELECT
    versi_data.versi,
    versi_data.tanggal_dibangun,
    versi_data.adalah_contoh,
    versi_data.bulan_awal,
    versi_data.bulan_akhir,
    impor.tanggal_impor_terakhir,
    kelurahan.jumlah_kelurahan - pendataan_terakhir.jumlah_kelurahan_melapor AS jumlah_kelurahan_belum_melapor,
    kelurahan.jumlah_kelurahan
FROM versi_data
CROSS JOIN impor
CROSS JOIN pendataan_terakhir
CROSS JOIN kelurahan
ORDER BY versi_data.versi;
