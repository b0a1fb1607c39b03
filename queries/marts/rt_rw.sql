-- Jumlah RT dan RW dari tabel rujukan.
INSERT INTO rt_rw
SELECT
    kode_kelurahan,
    CAST(jumlah_rt AS INTEGER) AS jumlah_rt,
    CAST(jumlah_rw AS INTEGER) AS jumlah_rw
FROM READ_CSV($berkas_rt_rw, header = TRUE, all_varchar = TRUE)
ORDER BY kode_kelurahan;
