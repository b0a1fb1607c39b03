-- Pertanyaan: Berapa orang masuk, kembali, dan keluar dari kepesertaan setiap bulan?
-- Satu baris: satu bulan yang bulan sebelumnya juga punya berkas peserta.
-- Penyebut: tidak ada; semua adalah jumlah orang, dibandingkan orang demi orang dengan bulan sebelumnya.
-- Sumber: berkas peserta BPJS Ketenagakerjaan.
-- Catatan: dengan pilihan segmen, yang dihitung adalah masuk dan keluar segmen itu. Pindah = tetap aktif tetapi kelurahan, kelompok umur, atau catatan jenis kelaminnya berubah;
--   untuk seluruh kota pindah masuk sama dengan pindah keluar. Pada bulan pemekaran pindah memuat
--   orang yang hanya berganti kelurahan karena batasnya. Masuk berarti belum pernah tercatat dalam berkas yang ada, bukan belum pernah seumur hidup.
WITH wilayah_terpilih AS (
    SELECT
        kode_kelurahan,
        berlaku_mulai,
        berlaku_sampai
    FROM wilayah
    WHERE
        ($kode_kecamatan IS NULL OR kode_kecamatan = $kode_kecamatan)
        AND ($kode_kelurahan IS NULL OR kode_kelurahan = $kode_kelurahan)
),

bulan_terbanding AS (
    SELECT kini.bulan
    FROM bulan_data AS kini
    INNER JOIN bulan_data AS lalu ON kini.bulan = lalu.bulan + INTERVAL 1 MONTH
    WHERE
        kini.ada_peserta AND lalu.ada_peserta
        AND EXISTS (
            SELECT 1 FROM wilayah_terpilih
            WHERE
                kini.bulan BETWEEN COALESCE(wilayah_terpilih.berlaku_mulai, kini.bulan)
                AND COALESCE(wilayah_terpilih.berlaku_sampai, kini.bulan)
        )
),

arus AS (
    SELECT
        arus_bulanan.bulan,
        SUM(arus_bulanan.jumlah_masuk) AS jumlah_masuk,
        SUM(arus_bulanan.jumlah_kembali) AS jumlah_kembali,
        SUM(arus_bulanan.jumlah_keluar) AS jumlah_keluar,
        SUM(arus_bulanan.jumlah_pindah_masuk) AS jumlah_pindah_masuk,
        SUM(arus_bulanan.jumlah_pindah_keluar) AS jumlah_pindah_keluar
    FROM arus_bulanan
    INNER JOIN wilayah_terpilih ON arus_bulanan.kode_kelurahan = wilayah_terpilih.kode_kelurahan
    WHERE
        arus_bulanan.segmen = COALESCE($segmen, 'SEMUA')
        AND ($jenis_kelamin IS NULL OR arus_bulanan.jenis_kelamin = $jenis_kelamin)
        AND ($kelompok_umur IS NULL OR arus_bulanan.kelompok_umur = $kelompok_umur)
    GROUP BY arus_bulanan.bulan
)

SELECT
    bulan_terbanding.bulan,
    CAST(COALESCE(arus.jumlah_masuk, 0) AS BIGINT) AS jumlah_masuk,
    CAST(COALESCE(arus.jumlah_kembali, 0) AS BIGINT) AS jumlah_kembali,
    CAST(COALESCE(arus.jumlah_keluar, 0) AS BIGINT) AS jumlah_keluar,
    CAST(COALESCE(arus.jumlah_pindah_masuk, 0) AS BIGINT) AS jumlah_pindah_masuk,
    CAST(COALESCE(arus.jumlah_pindah_keluar, 0) AS BIGINT) AS jumlah_pindah_keluar
FROM bulan_terbanding
LEFT JOIN arus ON bulan_terbanding.bulan = arus.bulan
ORDER BY bulan_terbanding.bulan;
