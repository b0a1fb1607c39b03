CREATE TABLE akhir_subsidi (
    bulan_berakhir DATE NOT NULL CHECK (EXTRACT(DAY FROM bulan_berakhir) = 1),
    sumber_iuran_berakhir VARCHAR NOT NULL CHECK (sumber_iuran_berakhir IN ('apbd_kota', 'apbd_provinsi', 'dana_desa', 'lembaga')),
    segmen VARCHAR NOT NULL CHECK (segmen IN ('SEMUA', 'PU', 'BPU', 'JAKON', 'PMI')),
    sumber_iuran VARCHAR NOT NULL CHECK (
        sumber_iuran IN ('mandiri', 'pemberi_kerja', 'apbd_kota', 'apbd_provinsi', 'dana_desa', 'lembaga', 'tidak diketahui')
    ),
    kode_kecamatan VARCHAR NOT NULL,
    kelompok_umur VARCHAR NOT NULL CHECK (kelompok_umur IN ('15-24', '25-34', '35-44', '45-54', '55-64', '65+', 'tidak diketahui')),
    jumlah_peserta INTEGER NOT NULL CHECK (jumlah_peserta > 0),
    jumlah_berhenti INTEGER NOT NULL CHECK (jumlah_berhenti BETWEEN 0 AND jumlah_peserta),
    PRIMARY KEY (bulan_berakhir, sumber_iuran_berakhir, segmen, sumber_iuran, kode_kecamatan, kelompok_umur)
);
COMMENT ON TABLE akhir_subsidi IS 'Satu baris: satu kelompok bersubsidi yang berakhir x segmen x sumber iuran x kecamatan x kelompok umur. Berakhir = di seluruh kota peserta satu sumber iuran (APBD, dana desa, lembaga; sedikitnya 20 orang) dalam satu segmen turun lebih dari separuh dalam sebulan.'; -- noqa: LT05
COMMENT ON COLUMN akhir_subsidi.bulan_berakhir IS 'Bulan pertama tanpa kelompok itu; peserta dihitung pada bulan sebelumnya.';
COMMENT ON COLUMN akhir_subsidi.sumber_iuran_berakhir IS 'Sumber iuran yang berakhir.';
COMMENT ON COLUMN akhir_subsidi.segmen IS 'SEMUA: berhenti dari kepesertaan; PU, BPU, JAKON, PMI: berhenti dari segmen itu.';
COMMENT ON COLUMN akhir_subsidi.sumber_iuran IS 'Pembayar iuran pada bulan sebelum berakhir; orang dengan beberapa pembayar dihitung pada masing-masing.';
COMMENT ON COLUMN akhir_subsidi.kode_kecamatan IS 'Kecamatan domisili pada bulan sebelum berakhir.';
COMMENT ON COLUMN akhir_subsidi.kelompok_umur IS 'Kelompok umur pada bulan sebelum berakhir.';
COMMENT ON COLUMN akhir_subsidi.jumlah_peserta IS 'Peserta aktif pada bulan sebelum berakhir.';
COMMENT ON COLUMN akhir_subsidi.jumlah_berhenti IS 'Di antaranya tidak aktif pada sedikitnya satu dari tiga bulan sejak berakhir.';
