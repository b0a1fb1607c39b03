CREATE TABLE pendataan (
    kode_kelurahan VARCHAR NOT NULL,
    rw VARCHAR NOT NULL,
    rt VARCHAR NOT NULL,
    bulan_daftar DATE NOT NULL CHECK (EXTRACT(DAY FROM bulan_daftar) = 1),
    jumlah_baris INTEGER NOT NULL CHECK (jumlah_baris > 0),
    jumlah_orang INTEGER NOT NULL CHECK (jumlah_orang BETWEEN 1 AND jumlah_baris),
    jumlah_ganda INTEGER NOT NULL CHECK (jumlah_ganda BETWEEN 0 AND jumlah_baris),
    jumlah_terlindungi INTEGER NOT NULL CHECK (jumlah_terlindungi BETWEEN 0 AND jumlah_orang),
    PRIMARY KEY (kode_kelurahan, rw, rt)
);
COMMENT ON TABLE pendataan IS 'Satu baris: satu RT dalam daftar RT/RW terakhir kelurahannya.';
COMMENT ON COLUMN pendataan.kode_kelurahan IS 'Kelurahan yang menyerahkan daftar.';
COMMENT ON COLUMN pendataan.rw IS 'Nomor RW; "tidak diketahui" bila kosong.';
COMMENT ON COLUMN pendataan.rt IS 'Nomor RT; "tidak diketahui" bila kosong.';
COMMENT ON COLUMN pendataan.bulan_daftar IS 'Bulan daftar terakhir.';
COMMENT ON COLUMN pendataan.jumlah_baris IS 'Jumlah baris.';
COMMENT ON COLUMN pendataan.jumlah_orang IS 'Jumlah orang yang berbeda.';
COMMENT ON COLUMN pendataan.jumlah_ganda IS 'Jumlah baris yang orangnya tercatat lebih dari satu kali dalam semua daftar terakhir (RT, kelurahan, atau sumber mana pun).'; -- noqa: LT05
COMMENT ON COLUMN pendataan.jumlah_terlindungi IS 'Di antara orang itu, peserta aktif pada bulan terakhir yang punya berkas peserta.';
