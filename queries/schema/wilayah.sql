CREATE TABLE wilayah (
    kode_kelurahan VARCHAR PRIMARY KEY,
    nama_kelurahan VARCHAR NOT NULL,
    kode_kecamatan VARCHAR NOT NULL,
    nama_kecamatan VARCHAR NOT NULL,
    slug_kelurahan VARCHAR NOT NULL UNIQUE,
    slug_kecamatan VARCHAR NOT NULL,
    CHECK (kode_kelurahan LIKE '53.71.__.____' AND kode_kecamatan = SUBSTRING(kode_kelurahan, 1, 8)),
    CHECK (slug_kelurahan NOT LIKE '% %' AND slug_kecamatan NOT LIKE '% %')
);
COMMENT ON TABLE wilayah IS 'Satu baris: satu kelurahan Kota Kupang (kode Kemendagri), ditambah satu baris "Tanpa wilayah" untuk peserta yang kelurahannya tidak diketahui.'; -- noqa: LT05
COMMENT ON COLUMN wilayah.kode_kelurahan IS 'Kode kelurahan menurut Kemendagri; 53.71.00.0000 berarti tanpa wilayah.';
COMMENT ON COLUMN wilayah.nama_kelurahan IS 'Nama kelurahan.';
COMMENT ON COLUMN wilayah.kode_kecamatan IS 'Kode kecamatan menurut Kemendagri; 53.71.00 berarti tanpa wilayah.';
COMMENT ON COLUMN wilayah.nama_kecamatan IS 'Nama kecamatan.';
COMMENT ON COLUMN wilayah.slug_kelurahan IS 'Nama kelurahan dalam bentuk untuk alamat web.';
COMMENT ON COLUMN wilayah.slug_kecamatan IS 'Nama kecamatan dalam bentuk untuk alamat web.';
