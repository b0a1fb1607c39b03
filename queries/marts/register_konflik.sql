-- Catatan yang berbeda dari catatan yang dipakai untuk orang yang sama, dalam daftar yang berlaku pada bulan terakhir.
INSERT INTO register_konflik
WITH akhir AS (
    SELECT MAX(bulan_ke) AS bulan_ke
    FROM kalender
),

kini AS (
    SELECT
        pekerja_jamak.orang,
        pekerja_jamak.pilihan_ke,
        pekerja_jamak.nomor_baris,
        pekerja_jamak.wilayah_ke,
        pekerja_jamak.status_ke,
        kamus_wilayah.kode_kelurahan,
        kamus_daftar.sumber,
        batch_terpilih.id_batch
    FROM pekerja_jamak
    INNER JOIN akhir ON pekerja_jamak.bulan_ke = akhir.bulan_ke
    INNER JOIN kamus_wilayah ON pekerja_jamak.wilayah_ke = kamus_wilayah.wilayah_ke
    INNER JOIN kamus_daftar ON pekerja_jamak.sumber_ke = kamus_daftar.sumber_ke
    INNER JOIN batch_terpilih ON pekerja_jamak.urutan = batch_terpilih.urutan
)

SELECT
    pakai.kode_kelurahan,
    pakai.sumber,
    pakai.id_batch,
    pakai.nomor_baris,
    lain.kode_kelurahan AS kode_kelurahan_lain,
    lain.sumber AS sumber_lain,
    lain.id_batch AS id_batch_lain,
    lain.nomor_baris AS nomor_baris_lain,
    CASE
        WHEN pakai.wilayah_ke = lain.wilayah_ke THEN 'status'
        WHEN pakai.status_ke = lain.status_ke THEN 'kelurahan'
        ELSE 'kelurahan_dan_status'
    END AS beda
FROM kini AS pakai
INNER JOIN kini AS lain ON pakai.orang = lain.orang AND lain.pilihan_ke > 1
WHERE
    pakai.pilihan_ke = 1
    AND (pakai.wilayah_ke <> lain.wilayah_ke OR pakai.status_ke <> lain.status_ke)
ORDER BY pakai.kode_kelurahan, pakai.id_batch, pakai.nomor_baris, lain.id_batch, lain.nomor_baris;
