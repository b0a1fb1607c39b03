CREATE TABLE arus_bulanan (
    bulan DATE NOT NULL CHECK (EXTRACT(DAY FROM bulan) = 1),
    kode_kelurahan VARCHAR NOT NULL,
    segmen VARCHAR NOT NULL CHECK (segmen IN ('SEMUA', 'PU', 'BPU', 'JAKON', 'PMI')),
    jenis_kelamin VARCHAR NOT NULL CHECK (jenis_kelamin IN ('L', 'P', '?')),
    kelompok_umur VARCHAR NOT NULL CHECK (kelompok_umur IN ('15-24', '25-34', '35-44', '45-54', '55-64', '65+', 'tidak diketahui')),
    jumlah_masuk INTEGER NOT NULL CHECK (jumlah_masuk >= 0),
    jumlah_kembali INTEGER NOT NULL CHECK (jumlah_kembali >= 0),
    jumlah_keluar INTEGER NOT NULL CHECK (jumlah_keluar >= 0),
    jumlah_pindah_masuk INTEGER NOT NULL CHECK (jumlah_pindah_masuk >= 0),
    jumlah_pindah_keluar INTEGER NOT NULL CHECK (jumlah_pindah_keluar >= 0)
);
COMMENT ON TABLE arus_bulanan IS 'Satu baris: bulan x kelurahan x segmen x jenis kelamin x kelompok umur, hanya bulan yang bulan sebelumnya juga ada. Peserta bulan ini = peserta bulan lalu + masuk + kembali + pindah masuk - keluar - pindah keluar.'; -- noqa: LT05
COMMENT ON COLUMN arus_bulanan.bulan IS 'Hari pertama bulan ini; dibandingkan dengan bulan sebelumnya.';
COMMENT ON COLUMN arus_bulanan.kode_kelurahan IS 'Kelurahan bulan ini; untuk keluar dan pindah keluar: kelurahan bulan lalu.';
COMMENT ON COLUMN arus_bulanan.segmen IS 'SEMUA: keluar masuk kepesertaan; PU, BPU, JAKON, PMI: keluar masuk segmen itu.';
COMMENT ON COLUMN arus_bulanan.jenis_kelamin IS 'L, P, atau ?.';
COMMENT ON COLUMN arus_bulanan.kelompok_umur IS 'Kelompok umur bulan ini; untuk keluar dan pindah keluar: bulan lalu.';
COMMENT ON COLUMN arus_bulanan.jumlah_masuk IS 'Orang yang belum pernah tercatat aktif sebelumnya.';
COMMENT ON COLUMN arus_bulanan.jumlah_kembali IS 'Orang yang pernah aktif, tidak aktif bulan lalu, aktif lagi bulan ini.';
COMMENT ON COLUMN arus_bulanan.jumlah_keluar IS 'Orang yang aktif bulan lalu dan tidak aktif bulan ini.';
COMMENT ON COLUMN arus_bulanan.jumlah_pindah_masuk IS 'Orang yang tetap aktif dan datang dari kelurahan, kelompok umur, atau catatan jenis kelamin lain.';
COMMENT ON COLUMN arus_bulanan.jumlah_pindah_keluar IS 'Orang yang tetap aktif dan berpindah dari kelurahan, kelompok umur, atau catatan jenis kelamin ini.';
