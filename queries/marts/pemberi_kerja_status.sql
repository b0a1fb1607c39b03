-- Status pendaftaran pemberi kerja: belum seorang pun terdaftar = wajib_belum_daftar; kurang dari semua = daftar_sebagian; selebihnya terdaftar_penuh.
-- Pemberi kerja ber-NPP tanpa pekerja dihitung terdaftar_penuh: tidak ada yang belum didaftarkan.
INSERT INTO pemberi_kerja_status
WITH berstatus AS (
    SELECT
        kamus_wilayah.kode_kelurahan,
        pemberi_kerja_masukan.jenis_pemberi_kerja,
        CASE
            WHEN pemberi_kerja_masukan.jumlah_terdaftar >= pemberi_kerja_masukan.jumlah_pekerja AND pemberi_kerja_masukan.npp IS NOT NULL
                THEN 'terdaftar_penuh'
            WHEN pemberi_kerja_masukan.jumlah_terdaftar = 0 THEN 'wajib_belum_daftar'
            WHEN pemberi_kerja_masukan.jumlah_terdaftar < pemberi_kerja_masukan.jumlah_pekerja THEN 'daftar_sebagian'
            ELSE 'terdaftar_penuh'
        END AS status_pendaftaran,
        pemberi_kerja_masukan.jumlah_pekerja,
        pemberi_kerja_masukan.jumlah_terdaftar
    FROM pemberi_kerja_masukan
    INNER JOIN kamus_wilayah ON pemberi_kerja_masukan.wilayah_ke = kamus_wilayah.wilayah_ke
)

SELECT
    kode_kelurahan,
    jenis_pemberi_kerja,
    status_pendaftaran,
    COUNT(*) AS jumlah_pemberi_kerja,
    SUM(jumlah_pekerja) AS jumlah_pekerja,
    SUM(jumlah_terdaftar) AS jumlah_terdaftar
FROM berstatus
GROUP BY kode_kelurahan, jenis_pemberi_kerja, status_pendaftaran
ORDER BY kode_kelurahan, jenis_pemberi_kerja, status_pendaftaran;
