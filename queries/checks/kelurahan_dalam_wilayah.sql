-- Pemblokir. Setiap kode kelurahan dalam tabel jadi ada di tabel wilayah.
WITH kode AS (
    SELECT kode_kelurahan FROM cakupan_bulanan
    UNION
    SELECT kode_kelurahan FROM pekerja_bulanan
    UNION
    SELECT kode_kelurahan FROM arus_bulanan
    UNION
    SELECT kode_kelurahan FROM pendataan
    UNION
    SELECT kode_kelurahan FROM pendataan_bulanan
    UNION
    SELECT kode_kelurahan FROM daftar_tenaga_kerja
    UNION
    SELECT kode_kelurahan FROM rt_riwayat
    UNION
    SELECT kode_kelurahan FROM register_konflik
    UNION
    SELECT kode_kelurahan_lain FROM register_konflik
    UNION
    SELECT kode_kelurahan FROM pemberi_kerja_status
    UNION
    SELECT kode_kelurahan FROM klaim_bulanan
    UNION
    SELECT kode_kelurahan FROM rt_rw
    UNION
    SELECT kode_kelurahan FROM jejak
    WHERE kode_kelurahan IS NOT NULL
)

SELECT kode.kode_kelurahan
FROM kode
LEFT JOIN wilayah ON kode.kode_kelurahan = wilayah.kode_kelurahan
WHERE wilayah.kode_kelurahan IS NULL
ORDER BY kode.kode_kelurahan;
