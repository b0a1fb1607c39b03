CREATE TABLE kota (
    kode_kota VARCHAR PRIMARY KEY,
    nama_kota VARCHAR NOT NULL,
    kode_provinsi VARCHAR NOT NULL,
    nama_provinsi VARCHAR NOT NULL,
    CHECK (kode_kota LIKE '__.__' AND kode_provinsi = SUBSTRING(kode_kota, 1, 2))
);
COMMENT ON TABLE kota IS 'Satu baris saja: kota yang dilayani, menurut data/referensi/kota.toml.';
COMMENT ON COLUMN kota.kode_kota IS 'Kode kota menurut Kemendagri.';
COMMENT ON COLUMN kota.nama_kota IS 'Nama kota.';
COMMENT ON COLUMN kota.kode_provinsi IS 'Kode provinsi menurut Kemendagri.';
COMMENT ON COLUMN kota.nama_provinsi IS 'Nama provinsi.';
