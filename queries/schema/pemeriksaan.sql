CREATE TABLE pemeriksaan (
    nama_pemeriksaan VARCHAR PRIMARY KEY,
    jumlah_temuan INTEGER NOT NULL CHECK (jumlah_temuan > 0)
);
COMMENT ON TABLE pemeriksaan IS 'Satu baris: satu pemeriksaan tidak memblokir yang menemukan sesuatu ketika data ini dibangun.';
COMMENT ON COLUMN pemeriksaan.nama_pemeriksaan IS 'Nama berkas pemeriksaan di queries/checks.';
COMMENT ON COLUMN pemeriksaan.jumlah_temuan IS 'Jumlah baris yang melanggar aturannya.';
