-- Pertanyaan: RT mana yang tidak ada dalam daftar RT/RW terbaru kelurahannya?
-- Satu baris: satu RT yang pernah melapor dan kini tidak ada (pernah_melapor), atau satu kelurahan dengan jumlah RT yang nomornya belum diketahui (nomor_belum_diketahui).
-- Penyebut: jumlah RT menurut tabel rujukan (total kota bersumber; pembagian ke kelurahan taksiran menurut penduduk).
-- Sumber: semua daftar RT/RW yang pernah berlaku, dan tabel rujukan RT.
-- Catatan: tidak mengikuti pilihan bulan; memuat kelurahan yang ada pada bulan terakhir. Nomor RT hanya diketahui dari daftar yang pernah masuk; RT yang belum pernah melapor hanya diketahui jumlahnya: jumlah RT rujukan dikurangi
--   RT yang nomornya pernah ada. RT yang pernah ada dapat juga sudah digabung, dipecah, atau dinomori ulang.
WITH nomor AS (
    SELECT
        kode_kelurahan,
        COUNT(*) AS jumlah_nomor
    FROM rt_riwayat
    GROUP BY kode_kelurahan
),

kurang AS (
    SELECT
        kode_kelurahan,
        rw,
        rt,
        bulan_terakhir,
        'pernah_melapor' AS alasan,
        1 AS jumlah_rt
    FROM rt_riwayat
    WHERE NOT ada_dalam_daftar
    UNION ALL
    SELECT
        rt_rw.kode_kelurahan,
        NULL AS rw,
        NULL AS rt,
        NULL AS bulan_terakhir,
        'nomor_belum_diketahui' AS alasan,
        rt_rw.jumlah_rt - COALESCE(nomor.jumlah_nomor, 0) AS jumlah_rt
    FROM rt_rw
    LEFT JOIN nomor ON rt_rw.kode_kelurahan = nomor.kode_kelurahan
    WHERE rt_rw.jumlah_rt > COALESCE(nomor.jumlah_nomor, 0)
)

SELECT
    wilayah.kode_kelurahan,
    wilayah.nama_kelurahan,
    wilayah.nama_kecamatan,
    kurang.rw,
    kurang.rt,
    kurang.bulan_terakhir,
    kurang.alasan,
    kurang.jumlah_rt
FROM kurang
INNER JOIN wilayah ON kurang.kode_kelurahan = wilayah.kode_kelurahan
CROSS JOIN versi_data
WHERE
    COALESCE(wilayah.berlaku_mulai <= versi_data.bulan_akhir, TRUE)
    AND (wilayah.berlaku_sampai IS NULL OR wilayah.berlaku_sampai >= versi_data.bulan_akhir)
    AND ($kode_kecamatan IS NULL OR wilayah.kode_kecamatan = $kode_kecamatan)
    AND ($kode_kelurahan IS NULL OR wilayah.kode_kelurahan = $kode_kelurahan)
ORDER BY wilayah.kode_kelurahan ASC, kurang.alasan DESC, kurang.rw ASC, kurang.rt ASC;
