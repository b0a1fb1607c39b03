CREATE TABLE klaim_bulanan (
    bulan DATE NOT NULL CHECK (EXTRACT(DAY FROM bulan) = 1),
    kode_kelurahan VARCHAR NOT NULL,
    program VARCHAR NOT NULL CHECK (program IN ('JKK', 'JKM', 'JHT', 'JP', 'JKP')),
    jenis_manfaat VARCHAR NOT NULL,
    sumber_kepesertaan VARCHAR NOT NULL,
    jumlah_kasus INTEGER NOT NULL CHECK (jumlah_kasus > 0),
    rupiah_dibayar BIGINT NOT NULL CHECK (rupiah_dibayar >= 0),
    PRIMARY KEY (bulan, kode_kelurahan, program, jenis_manfaat, sumber_kepesertaan)
);
COMMENT ON TABLE klaim_bulanan IS 'Satu baris: bulan x kelurahan x program x jenis manfaat x sumber kepesertaan; satu kasus adalah satu pembayaran.';
COMMENT ON COLUMN klaim_bulanan.bulan IS 'Bulan pembayaran (hari pertama).';
COMMENT ON COLUMN klaim_bulanan.kode_kelurahan IS 'Kelurahan penerima; kode tanpa wilayah bila tidak diketahui atau di luar masa berlakunya.';
COMMENT ON COLUMN klaim_bulanan.program IS 'JKK, JKM, JHT, JP, atau JKP.';
COMMENT ON COLUMN klaim_bulanan.jenis_manfaat IS 'Jenis manfaat, misalnya santunan_jkm atau beasiswa.';
COMMENT ON COLUMN klaim_bulanan.sumber_kepesertaan IS 'Asal kepesertaan, misalnya non-ASN; "tidak diketahui" bila kosong.';
COMMENT ON COLUMN klaim_bulanan.jumlah_kasus IS 'Jumlah pembayaran.';
COMMENT ON COLUMN klaim_bulanan.rupiah_dibayar IS 'Jumlah rupiah yang dibayarkan.';
