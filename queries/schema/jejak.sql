CREATE TABLE jejak (
    nama_mart VARCHAR NOT NULL,
    bulan DATE,
    kode_kelurahan VARCHAR,
    id_batch VARCHAR NOT NULL
);
COMMENT ON TABLE jejak IS 'Satu baris: batch yang menjadi dasar satu tabel, bulan, dan kelurahan.';
COMMENT ON COLUMN jejak.nama_mart IS 'Nama tabel yang dibangun.';
COMMENT ON COLUMN jejak.bulan IS 'Bulan; kosong bila berlaku untuk semua bulan.';
COMMENT ON COLUMN jejak.kode_kelurahan IS 'Kelurahan; kosong bila berlaku untuk semua kelurahan.';
COMMENT ON COLUMN jejak.id_batch IS 'Batch asal.';
