CREATE TABLE register_konflik (
    kode_kelurahan VARCHAR NOT NULL,
    sumber VARCHAR NOT NULL CHECK (sumber IN ('rt_rw', 'perusahaan', 'umkm', 'ritel', 'rumah_ibadah')),
    id_batch VARCHAR NOT NULL,
    nomor_baris INTEGER NOT NULL CHECK (nomor_baris > 0),
    kode_kelurahan_lain VARCHAR NOT NULL,
    sumber_lain VARCHAR NOT NULL CHECK (sumber_lain IN ('rt_rw', 'perusahaan', 'umkm', 'ritel', 'rumah_ibadah')),
    id_batch_lain VARCHAR NOT NULL,
    nomor_baris_lain INTEGER NOT NULL CHECK (nomor_baris_lain > 0),
    beda VARCHAR NOT NULL CHECK (beda IN ('kelurahan', 'status', 'kelurahan_dan_status')),
    PRIMARY KEY (id_batch_lain, nomor_baris_lain),
    CHECK ((beda = 'status') = (kode_kelurahan = kode_kelurahan_lain)),
    CHECK (id_batch <> id_batch_lain OR nomor_baris <> nomor_baris_lain)
);
COMMENT ON TABLE register_konflik IS 'Satu baris: satu catatan yang tidak dipakai dan berbeda dari catatan yang dipakai untuk orang yang sama, dalam daftar yang berlaku pada bulan terakhir. Tanpa nama samaran: barisnya dicari di berkas sendiri.'; -- noqa: LT05
COMMENT ON COLUMN register_konflik.kode_kelurahan IS 'Kelurahan dalam catatan yang dipakai.';
COMMENT ON COLUMN register_konflik.sumber IS 'Sumber daftar yang dipakai.';
COMMENT ON COLUMN register_konflik.id_batch IS 'Batch daftar yang dipakai.';
COMMENT ON COLUMN register_konflik.nomor_baris IS 'Nomor baris yang dipakai dalam berkas yang diserahkan.';
COMMENT ON COLUMN register_konflik.kode_kelurahan_lain IS 'Kelurahan dalam catatan yang tidak dipakai.';
COMMENT ON COLUMN register_konflik.sumber_lain IS 'Sumber daftar yang tidak dipakai.';
COMMENT ON COLUMN register_konflik.id_batch_lain IS 'Batch daftar yang tidak dipakai.';
COMMENT ON COLUMN register_konflik.nomor_baris_lain IS 'Nomor baris yang tidak dipakai dalam berkas yang diserahkan.';
COMMENT ON COLUMN register_konflik.beda IS 'Apa yang berbeda: kelurahan, status, atau kelurahan_dan_status.';
