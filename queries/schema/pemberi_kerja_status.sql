CREATE TABLE pemberi_kerja_status (
    kode_kelurahan VARCHAR NOT NULL,
    jenis_pemberi_kerja VARCHAR NOT NULL CHECK (jenis_pemberi_kerja IN ('perusahaan', 'umkm', 'ritel', 'rumah_ibadah', 'instansi')),
    status_pendaftaran VARCHAR NOT NULL CHECK (status_pendaftaran IN ('terdaftar_penuh', 'daftar_sebagian', 'wajib_belum_daftar')),
    jumlah_pemberi_kerja INTEGER NOT NULL CHECK (jumlah_pemberi_kerja > 0),
    jumlah_pekerja INTEGER NOT NULL CHECK (jumlah_pekerja >= 0),
    jumlah_terdaftar INTEGER NOT NULL CHECK (jumlah_terdaftar >= 0),
    PRIMARY KEY (kode_kelurahan, jenis_pemberi_kerja, status_pendaftaran)
);
COMMENT ON TABLE pemberi_kerja_status IS 'Satu baris: kelurahan x jenis pemberi kerja x status pendaftaran, menurut daftar pemberi kerja terakhir.';
COMMENT ON COLUMN pemberi_kerja_status.kode_kelurahan IS 'Kelurahan pemberi kerja; kode tanpa wilayah bila tidak diketahui atau di luar masa berlakunya.';
COMMENT ON COLUMN pemberi_kerja_status.jenis_pemberi_kerja IS 'perusahaan, umkm, ritel, rumah_ibadah, atau instansi.';
COMMENT ON COLUMN pemberi_kerja_status.status_pendaftaran IS 'terdaftar_penuh: semua pekerja terdaftar; daftar_sebagian: sebagian; wajib_belum_daftar: belum ada yang terdaftar.'; -- noqa: LT05
COMMENT ON COLUMN pemberi_kerja_status.jumlah_pemberi_kerja IS 'Jumlah pemberi kerja.';
COMMENT ON COLUMN pemberi_kerja_status.jumlah_pekerja IS 'Jumlah pekerja mereka.';
COMMENT ON COLUMN pemberi_kerja_status.jumlah_terdaftar IS 'Jumlah pekerja mereka yang terdaftar.';
