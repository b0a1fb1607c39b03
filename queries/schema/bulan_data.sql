CREATE TABLE bulan_data (
    bulan DATE PRIMARY KEY CHECK (EXTRACT(DAY FROM bulan) = 1),
    ada_peserta BOOLEAN NOT NULL
);
COMMENT ON TABLE bulan_data IS 'Satu baris: satu bulan yang dapat ditampilkan.';
COMMENT ON COLUMN bulan_data.bulan IS 'Hari pertama bulan.';
COMMENT ON COLUMN bulan_data.ada_peserta IS 'Benar bila berkas peserta bulan itu ada; bila tidak, jumlah peserta tidak diketahui, bukan nol.';
