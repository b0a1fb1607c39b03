CREATE TABLE versi_data (
    versi VARCHAR NOT NULL,
    tanggal_dibangun TIMESTAMP NOT NULL,
    adalah_contoh BOOLEAN NOT NULL,
    bulan_awal DATE,
    bulan_akhir DATE,
    CHECK (bulan_awal <= bulan_akhir)
);
COMMENT ON TABLE versi_data IS 'Satu baris saja: identitas data yang disajikan.';
COMMENT ON COLUMN versi_data.versi IS 'Sidik (SHA-256) dari batch yang dipakai, tabel rujukan, dan teks SQL; masukan sama berarti versi sama.';
COMMENT ON COLUMN versi_data.tanggal_dibangun IS 'Waktu pembangunan (UTC).';
COMMENT ON COLUMN versi_data.adalah_contoh IS 'Benar bila data yang dipakai adalah data contoh.';
COMMENT ON COLUMN versi_data.bulan_awal IS 'Bulan pertama yang tersedia.';
COMMENT ON COLUMN versi_data.bulan_akhir IS 'Bulan terakhir yang tersedia.';
