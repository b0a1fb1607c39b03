CREATE TABLE daftar_tenaga_kerja (
    kode_kelurahan VARCHAR NOT NULL,
    sumber VARCHAR NOT NULL CHECK (sumber IN ('rt_rw', 'perusahaan', 'umkm', 'ritel', 'rumah_ibadah')),
    bulan_daftar DATE NOT NULL CHECK (EXTRACT(DAY FROM bulan_daftar) = 1),
    bulan_pengganti DATE CHECK (bulan_pengganti > bulan_daftar),
    id_batch VARCHAR NOT NULL,
    jumlah_baris INTEGER NOT NULL CHECK (jumlah_baris > 0),
    PRIMARY KEY (kode_kelurahan, sumber, bulan_daftar)
);
COMMENT ON TABLE daftar_tenaga_kerja IS 'Satu baris: satu daftar tenaga kerja dari satu sumber dan kelurahan; berlaku sejak bulannya sampai daftar berikutnya.';
COMMENT ON COLUMN daftar_tenaga_kerja.kode_kelurahan IS 'Kelurahan dalam daftar.';
COMMENT ON COLUMN daftar_tenaga_kerja.sumber IS 'Asal daftar: rt_rw, perusahaan, umkm, ritel, atau rumah_ibadah.';
COMMENT ON COLUMN daftar_tenaga_kerja.bulan_daftar IS 'Bulan daftar, sekaligus bulan pertama berlakunya.';
COMMENT ON COLUMN daftar_tenaga_kerja.bulan_pengganti IS 'Bulan daftar berikutnya dari sumber dan kelurahan yang sama; kosong bila belum diganti.';
COMMENT ON COLUMN daftar_tenaga_kerja.id_batch IS 'Batch asal daftar.';
COMMENT ON COLUMN daftar_tenaga_kerja.jumlah_baris IS 'Jumlah baris dalam daftar.';
