CREATE TABLE angka_resmi (
    indikator VARCHAR NOT NULL,
    wilayah VARCHAR NOT NULL,
    periode VARCHAR NOT NULL,
    tanggal DATE NOT NULL,
    nilai DOUBLE NOT NULL,
    satuan VARCHAR NOT NULL,
    jenis_angka VARCHAR NOT NULL CHECK (jenis_angka IN ('resmi', 'pernyataan', 'register')),
    penutur VARCHAR,
    sumber VARCHAR NOT NULL,
    tautan VARCHAR,
    catatan VARCHAR,
    id_batch VARCHAR NOT NULL,
    PRIMARY KEY (indikator, wilayah, periode, jenis_angka, sumber, satuan)
);
COMMENT ON TABLE angka_resmi IS 'Satu baris: satu angka yang diterbitkan atau diucapkan, dengan sumbernya. Tidak digabung dengan hitungan sendiri.';
COMMENT ON COLUMN angka_resmi.indikator IS 'Apa yang diukur, misalnya tpt, penganggur, cakupan, potensi_peserta.';
COMMENT ON COLUMN angka_resmi.wilayah IS 'Kode wilayah: ID (Indonesia), provinsi, kota, kecamatan, atau kelurahan.';
COMMENT ON COLUMN angka_resmi.periode IS 'Periode seperti tertulis di sumber.';
COMMENT ON COLUMN angka_resmi.tanggal IS 'Tanggal acuan untuk mengurutkan.';
COMMENT ON COLUMN angka_resmi.nilai IS 'Nilai dalam satuan di kolom satuan.';
COMMENT ON COLUMN angka_resmi.satuan IS 'persen, orang, atau satuan lain.';
COMMENT ON COLUMN angka_resmi.jenis_angka IS 'resmi (statistik), pernyataan (ucapan pejabat atau media), atau register (hitungan administrasi).';
COMMENT ON COLUMN angka_resmi.penutur IS 'Siapa yang menerbitkan atau mengucapkan.';
COMMENT ON COLUMN angka_resmi.sumber IS 'Judul sumber.';
COMMENT ON COLUMN angka_resmi.tautan IS 'Alamat sumber.';
COMMENT ON COLUMN angka_resmi.catatan IS 'Catatan.';
COMMENT ON COLUMN angka_resmi.id_batch IS 'Batch asal baris.';
