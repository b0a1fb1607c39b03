-- Pertanyaan: Menurut apa wilayah peserta dicatat setiap bulan, kapan berkasnya masuk, dan bulan mana yang masih sementara?
-- Satu baris: satu bulan dengan berkas peserta yang dihitung, atau dengan berkas peserta berdasar wilayah lain (bukan domisili) yang tidak dihitung.
-- Penyebut: tidak ada.
-- Sumber: manifes batch. Waktu dalam UTC.
-- Catatan: sementara = berkas bulan itu masuk kurang dari 31 hari sesudah akhir bulannya dan belum ada berkas peserta, dari bulan itu atau sesudahnya, yang masuk lebih lambat:
--   iuran yang terlambat dibayar belum tampak. Karena itu hanya bulan-bulan terakhir yang dapat sementara. Tidak bergantung pada tanggal hari ini.
WITH terhitung AS (
    SELECT
        jejak.bulan,
        batch.basis_wilayah,
        batch.tanggal_impor
    FROM jejak
    INNER JOIN batch ON jejak.id_batch = batch.id_batch
    WHERE jejak.nama_mart = 'cakupan_bulanan'
),

basis_lain AS (
    SELECT
        batch.bulan,
        MIN(batch.basis_wilayah) AS basis_wilayah,
        MAX(batch.tanggal_impor) AS tanggal_impor
    FROM batch
    INNER JOIN versi_data ON batch.adalah_contoh = versi_data.adalah_contoh
    WHERE
        batch.jenis = 'peserta'
        AND NOT batch.ditarik
        AND batch.bulan BETWEEN versi_data.bulan_awal AND versi_data.bulan_akhir
        AND batch.bulan NOT IN (SELECT terhitung.bulan FROM terhitung)
    GROUP BY batch.bulan
),

semua AS (
    SELECT
        bulan,
        basis_wilayah,
        tanggal_impor,
        TRUE AS ada_peserta
    FROM terhitung
    UNION ALL
    SELECT
        bulan,
        basis_wilayah,
        tanggal_impor,
        FALSE AS ada_peserta
    FROM basis_lain
),

terakhir AS (
    SELECT
        bulan,
        basis_wilayah,
        tanggal_impor,
        ada_peserta,
        MAX(CASE WHEN ada_peserta THEN tanggal_impor END) OVER (ORDER BY bulan DESC) AS impor_sejak_bulan_ini
    FROM semua
)

SELECT
    bulan,
    basis_wilayah,
    tanggal_impor,
    ada_peserta,
    COALESCE(impor_sejak_bulan_ini < bulan + INTERVAL 1 MONTH + INTERVAL 31 DAY, FALSE) AS adalah_sementara
FROM terakhir
ORDER BY bulan;
