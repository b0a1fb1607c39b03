-- Pertanyaan: Berapa orang masuk, kembali, dan keluar di setiap kelurahan dalam dua belas bulan terakhir, dan dari berapa peserta?
-- Satu baris: satu bulan dan satu kelurahan, untuk dua belas bulan sampai bulan yang dipilih, hanya bulan yang bulan sebelumnya juga punya berkas peserta; ditambah baris Tanpa wilayah.
-- Penyebut: jumlah_peserta_awal = peserta aktif pada bulan sebelumnya, yaitu pada awal bulan itu; kosong untuk kelurahan yang pada bulan sebelumnya belum ada.
-- Sumber: berkas peserta BPJS Ketenagakerjaan.
-- Catatan: peserta akhir bulan = peserta awal + masuk + kembali + pindah masuk - keluar - pindah keluar. Dengan pilihan segmen, yang dihitung adalah masuk dan keluar segmen itu.
--   Kelurahan yang sudah tidak ada masih punya baris pada bulan pertama sesudahnya, sebab pesertanya keluar atau pindah pada bulan itu.
WITH bulan_terbanding AS (
    SELECT
        kini.bulan,
        lalu.bulan AS bulan_lalu
    FROM bulan_data AS kini
    INNER JOIN bulan_data AS lalu ON kini.bulan = lalu.bulan + INTERVAL 1 MONTH
    WHERE
        kini.ada_peserta AND lalu.ada_peserta
        AND kini.bulan <= $bulan
        AND kini.bulan > CAST($bulan AS DATE) - INTERVAL 12 MONTH
),

kerangka AS (
    SELECT
        bulan_terbanding.bulan,
        bulan_terbanding.bulan_lalu,
        wilayah.kode_kelurahan,
        wilayah.kode_kecamatan,
        bulan_terbanding.bulan_lalu BETWEEN COALESCE(wilayah.berlaku_mulai, bulan_terbanding.bulan_lalu)
        AND COALESCE(wilayah.berlaku_sampai, bulan_terbanding.bulan_lalu) AS ada_lalu,
        bulan_terbanding.bulan BETWEEN COALESCE(wilayah.berlaku_mulai, bulan_terbanding.bulan)
        AND COALESCE(wilayah.berlaku_sampai, bulan_terbanding.bulan) AS ada_kini
    FROM bulan_terbanding
    CROSS JOIN wilayah
),

peserta AS (
    SELECT
        bulan,
        kode_kelurahan,
        SUM(jumlah_peserta) AS jumlah_peserta
    FROM cakupan_bulanan
    WHERE
        segmen = COALESCE($segmen, 'SEMUA')
        AND sumber_iuran = 'SEMUA'
        AND ($jenis_kelamin IS NULL OR jenis_kelamin = $jenis_kelamin)
        AND ($kelompok_umur IS NULL OR kelompok_umur = $kelompok_umur)
    GROUP BY bulan, kode_kelurahan
),

arus AS (
    SELECT
        bulan,
        kode_kelurahan,
        SUM(jumlah_masuk) AS jumlah_masuk,
        SUM(jumlah_kembali) AS jumlah_kembali,
        SUM(jumlah_keluar) AS jumlah_keluar,
        SUM(jumlah_pindah_masuk) AS jumlah_pindah_masuk,
        SUM(jumlah_pindah_keluar) AS jumlah_pindah_keluar
    FROM arus_bulanan
    WHERE
        segmen = COALESCE($segmen, 'SEMUA')
        AND ($jenis_kelamin IS NULL OR jenis_kelamin = $jenis_kelamin)
        AND ($kelompok_umur IS NULL OR kelompok_umur = $kelompok_umur)
    GROUP BY bulan, kode_kelurahan
)

SELECT
    kerangka.bulan,
    kerangka.kode_kelurahan,
    kerangka.kode_kecamatan,
    CASE WHEN kerangka.ada_lalu THEN CAST(COALESCE(peserta.jumlah_peserta, 0) AS BIGINT) END AS jumlah_peserta_awal,
    CAST(COALESCE(arus.jumlah_masuk, 0) AS BIGINT) AS jumlah_masuk,
    CAST(COALESCE(arus.jumlah_kembali, 0) AS BIGINT) AS jumlah_kembali,
    CAST(COALESCE(arus.jumlah_keluar, 0) AS BIGINT) AS jumlah_keluar,
    CAST(COALESCE(arus.jumlah_pindah_masuk, 0) AS BIGINT) AS jumlah_pindah_masuk,
    CAST(COALESCE(arus.jumlah_pindah_keluar, 0) AS BIGINT) AS jumlah_pindah_keluar
FROM kerangka
LEFT JOIN peserta ON kerangka.bulan_lalu = peserta.bulan AND kerangka.kode_kelurahan = peserta.kode_kelurahan
LEFT JOIN arus ON kerangka.bulan = arus.bulan AND kerangka.kode_kelurahan = arus.kode_kelurahan
WHERE kerangka.ada_lalu OR kerangka.ada_kini
ORDER BY kerangka.bulan, kerangka.kode_kelurahan LIKE '%.00.0000', kerangka.kode_kelurahan;
