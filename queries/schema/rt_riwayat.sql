CREATE TABLE rt_riwayat (
    kode_kelurahan VARCHAR NOT NULL,
    rw VARCHAR NOT NULL,
    rt VARCHAR NOT NULL,
    bulan_terakhir DATE NOT NULL CHECK (EXTRACT(DAY FROM bulan_terakhir) = 1),
    ada_dalam_daftar BOOLEAN NOT NULL,
    PRIMARY KEY (kode_kelurahan, rw, rt)
);
COMMENT ON TABLE rt_riwayat IS 'Satu baris: satu RT bernomor yang pernah ada dalam satu daftar RT/RW kelurahannya.';
COMMENT ON COLUMN rt_riwayat.kode_kelurahan IS 'Kelurahan yang menyerahkan daftar.';
COMMENT ON COLUMN rt_riwayat.rw IS 'Nomor RW; "tidak diketahui" bila kosong.';
COMMENT ON COLUMN rt_riwayat.rt IS 'Nomor RT.';
COMMENT ON COLUMN rt_riwayat.bulan_terakhir IS 'Bulan daftar terakhir yang memuat RT ini.';
COMMENT ON COLUMN rt_riwayat.ada_dalam_daftar IS 'Benar bila RT ini ada dalam daftar RT/RW terakhir kelurahannya.';
