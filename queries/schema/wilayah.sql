CREATE TABLE wilayah (
    kode_kelurahan VARCHAR PRIMARY KEY,
    nama_kelurahan VARCHAR NOT NULL,
    kode_kecamatan VARCHAR NOT NULL,
    nama_kecamatan VARCHAR NOT NULL,
    slug_kelurahan VARCHAR NOT NULL UNIQUE,
    slug_kecamatan VARCHAR NOT NULL,
    berlaku_mulai DATE CHECK (EXTRACT(DAY FROM berlaku_mulai) = 1),
    berlaku_sampai DATE CHECK (EXTRACT(DAY FROM berlaku_sampai) = 1),
    CHECK (kode_kelurahan LIKE '__.__.__.____' AND kode_kecamatan = SUBSTRING(kode_kelurahan, 1, 8)),
    CHECK (slug_kelurahan NOT LIKE '% %' AND slug_kecamatan NOT LIKE '% %'),
    CHECK (berlaku_mulai <= berlaku_sampai)
);
COMMENT ON TABLE wilayah IS 'Satu baris: satu kelurahan (kode Kemendagri), juga yang sudah tidak ada, ditambah satu baris "Tanpa wilayah" untuk peserta yang kelurahannya tidak diketahui.'; -- noqa: LT05
COMMENT ON COLUMN wilayah.kode_kelurahan IS 'Kode kelurahan menurut Kemendagri; berakhir .00.0000 berarti tanpa wilayah.';
COMMENT ON COLUMN wilayah.nama_kelurahan IS 'Nama kelurahan.';
COMMENT ON COLUMN wilayah.kode_kecamatan IS 'Kode kecamatan menurut Kemendagri; berakhir .00 berarti tanpa wilayah.';
COMMENT ON COLUMN wilayah.nama_kecamatan IS 'Nama kecamatan.';
COMMENT ON COLUMN wilayah.slug_kelurahan IS 'Nama kelurahan dalam bentuk untuk alamat web; kelurahan lama yang senama dengan yang baru ditambah kodenya.';
COMMENT ON COLUMN wilayah.slug_kecamatan IS 'Nama kecamatan dalam bentuk untuk alamat web.';
COMMENT ON COLUMN wilayah.berlaku_mulai IS 'Bulan pertama kelurahan ini ada; kosong berarti sejak dahulu.';
COMMENT ON COLUMN wilayah.berlaku_sampai IS 'Bulan terakhir kelurahan ini ada; kosong berarti masih ada.';
