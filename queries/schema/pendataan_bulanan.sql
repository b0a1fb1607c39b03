CREATE TABLE pendataan_bulanan (
    bulan DATE NOT NULL CHECK (EXTRACT(DAY FROM bulan) = 1),
    kode_kelurahan VARCHAR NOT NULL,
    bulan_daftar DATE CHECK (bulan_daftar <= bulan),
    umur_bulan INTEGER CHECK (umur_bulan >= 0),
    jumlah_rt_melapor INTEGER NOT NULL CHECK (jumlah_rt_melapor >= 0),
    jumlah_rt INTEGER CHECK (jumlah_rt >= 0),
    jumlah_orang_ganda INTEGER NOT NULL CHECK (jumlah_orang_ganda >= 0),
    jumlah_orang_konflik INTEGER NOT NULL CHECK (jumlah_orang_konflik BETWEEN 0 AND jumlah_orang_ganda),
    PRIMARY KEY (bulan, kode_kelurahan),
    CHECK ((bulan_daftar IS NULL) = (umur_bulan IS NULL))
);
COMMENT ON TABLE pendataan_bulanan IS 'Satu baris: bulan x kelurahan yang ada pada bulan itu, juga yang belum pernah melapor.';
COMMENT ON COLUMN pendataan_bulanan.bulan IS 'Hari pertama bulan.';
COMMENT ON COLUMN pendataan_bulanan.kode_kelurahan IS 'Kode kelurahan.';
COMMENT ON COLUMN pendataan_bulanan.bulan_daftar IS 'Bulan daftar tenaga kerja terbaru yang berlaku, sumber mana pun; kosong bila belum pernah ada.';
COMMENT ON COLUMN pendataan_bulanan.umur_bulan IS 'Umur daftar terbaru itu dalam bulan.';
COMMENT ON COLUMN pendataan_bulanan.jumlah_rt_melapor IS 'Jumlah RT yang muncul dalam daftar RT/RW yang berlaku.';
COMMENT ON COLUMN pendataan_bulanan.jumlah_rt IS 'Jumlah RT menurut tabel rujukan.';
COMMENT ON COLUMN pendataan_bulanan.jumlah_orang_ganda IS 'Orang yang ada di lebih dari satu daftar yang berlaku (sumber atau kelurahan lain) dan dihitung di kelurahan ini, menurut catatan yang dipakai.'; -- noqa: LT05
COMMENT ON COLUMN pendataan_bulanan.jumlah_orang_konflik IS 'Di antaranya yang catatannya berbeda kelurahan atau status.';
