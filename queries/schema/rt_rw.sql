CREATE TABLE rt_rw (
    kode_kelurahan VARCHAR PRIMARY KEY,
    jumlah_rt INTEGER NOT NULL CHECK (jumlah_rt >= 0),
    jumlah_rw INTEGER NOT NULL CHECK (jumlah_rw >= 0)
);
COMMENT ON TABLE rt_rw IS 'Satu baris: satu kelurahan. Jumlah kota bersumber; pembagian ke kelurahan adalah taksiran menurut penduduk.';
COMMENT ON COLUMN rt_rw.kode_kelurahan IS 'Kode kelurahan.';
COMMENT ON COLUMN rt_rw.jumlah_rt IS 'Jumlah RT.';
COMMENT ON COLUMN rt_rw.jumlah_rw IS 'Jumlah RW.';
