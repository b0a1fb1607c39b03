-- Batch di balik setiap tabel, bulan, dan kelurahan. Arus membandingkan dua bulan, jadi menyebut batch kedua bulan itu.
INSERT INTO jejak
WITH asal AS (
    SELECT
        'cakupan_bulanan' AS nama_mart,
        bulan,
        NULL AS kode_kelurahan,
        id_batch
    FROM batch_terpilih
    WHERE jenis = 'peserta'
    UNION ALL
    SELECT
        'arus_bulanan' AS nama_mart,
        kini.bulan,
        NULL AS kode_kelurahan,
        batch_terpilih.id_batch
    FROM kalender AS kini
    INNER JOIN kalender AS lalu ON kini.bulan_ke = lalu.bulan_ke + 1
    INNER JOIN batch_terpilih ON batch_terpilih.jenis = 'peserta' AND batch_terpilih.bulan_ke IN (kini.bulan_ke, lalu.bulan_ke)
    UNION ALL
    SELECT DISTINCT
        'pekerja_bulanan' AS nama_mart,
        kalender.bulan,
        kamus_wilayah.kode_kelurahan,
        batch_terpilih.id_batch
    FROM kalender
    INNER JOIN daftar ON kalender.bulan_ke BETWEEN daftar.dari AND daftar.sampai
    INNER JOIN kamus_wilayah ON daftar.wilayah_ke = kamus_wilayah.wilayah_ke
    INNER JOIN batch_terpilih ON daftar.urutan = batch_terpilih.urutan
    UNION ALL
    SELECT DISTINCT
        'pendataan' AS nama_mart,
        CAST(NULL AS DATE) AS bulan,
        kamus_wilayah.kode_kelurahan,
        batch_terpilih.id_batch
    FROM daftar
    INNER JOIN kamus_wilayah ON daftar.wilayah_ke = kamus_wilayah.wilayah_ke
    INNER JOIN batch_terpilih ON daftar.urutan = batch_terpilih.urutan
    WHERE daftar.terakhir
    UNION ALL
    SELECT
        'klaim_bulanan' AS nama_mart,
        bulan,
        NULL AS kode_kelurahan,
        id_batch
    FROM batch_terpilih
    WHERE jenis = 'klaim'
    UNION ALL
    SELECT
        'pemberi_kerja_status' AS nama_mart,
        CAST(NULL AS DATE) AS bulan,
        NULL AS kode_kelurahan,
        id_batch
    FROM batch_terpilih
    WHERE jenis = 'pemberi_kerja'
    UNION ALL
    SELECT DISTINCT
        'angka_resmi' AS nama_mart,
        CAST(NULL AS DATE) AS bulan,
        NULL AS kode_kelurahan,
        id_batch
    FROM angka_resmi
    UNION ALL
    SELECT DISTINCT
        'target' AS nama_mart,
        CAST(NULL AS DATE) AS bulan,
        NULL AS kode_kelurahan,
        id_batch
    FROM target
)

SELECT
    nama_mart,
    bulan,
    kode_kelurahan,
    id_batch
FROM asal
ORDER BY nama_mart, bulan, kode_kelurahan, id_batch;
