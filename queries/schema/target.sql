CREATE TABLE target (
    tanggal DATE NOT NULL,
    rasio_cakupan DOUBLE NOT NULL CHECK (rasio_cakupan BETWEEN 0 AND 1),
    wilayah VARCHAR NOT NULL,
    penerbit VARCHAR NOT NULL,
    sumber VARCHAR NOT NULL,
    tautan VARCHAR,
    id_batch VARCHAR NOT NULL,
    PRIMARY KEY (tanggal, wilayah, penerbit)
);
COMMENT ON TABLE target IS 'Satu baris: satu target cakupan.';
COMMENT ON COLUMN target.tanggal IS 'Tanggal target harus tercapai.';
COMMENT ON COLUMN target.rasio_cakupan IS 'Target cakupan, 0 sampai 1.';
COMMENT ON COLUMN target.wilayah IS 'Kode wilayah: ID (Indonesia), provinsi, atau kota.';
COMMENT ON COLUMN target.penerbit IS 'Siapa yang menetapkan.';
COMMENT ON COLUMN target.sumber IS 'Judul sumber.';
COMMENT ON COLUMN target.tautan IS 'Alamat sumber.';
COMMENT ON COLUMN target.id_batch IS 'Batch asal baris.';
