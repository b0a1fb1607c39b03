-- Semua daftar tenaga kerja yang pernah berlaku, dengan bulan penggantinya.
INSERT INTO daftar_tenaga_kerja
WITH isi AS (
    SELECT
        urutan,
        sumber_ke,
        wilayah_ke,
        COUNT(*) AS jumlah_baris
    FROM tenaga_masukan
    GROUP BY urutan, sumber_ke, wilayah_ke
)

SELECT
    kamus_wilayah.kode_kelurahan,
    kamus_daftar.sumber,
    daftar.bulan AS bulan_daftar,
    LEAD(daftar.bulan) OVER (PARTITION BY daftar.sumber_ke, daftar.wilayah_ke ORDER BY daftar.bulan) AS bulan_pengganti,
    batch_terpilih.id_batch,
    isi.jumlah_baris
FROM daftar
INNER JOIN isi ON daftar.urutan = isi.urutan AND daftar.sumber_ke = isi.sumber_ke AND daftar.wilayah_ke = isi.wilayah_ke
INNER JOIN batch_terpilih ON daftar.urutan = batch_terpilih.urutan
INNER JOIN kamus_wilayah ON daftar.wilayah_ke = kamus_wilayah.wilayah_ke
INNER JOIN kamus_daftar ON daftar.sumber_ke = kamus_daftar.sumber_ke
ORDER BY kamus_wilayah.kode_kelurahan, daftar.sumber_ke, daftar.bulan;
