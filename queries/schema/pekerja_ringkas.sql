CREATE TABLE pekerja_ringkas (
    bulan DATE NOT NULL CHECK (EXTRACT(DAY FROM bulan) = 1),
    kode_kelurahan VARCHAR NOT NULL,
    status VARCHAR NOT NULL CHECK (status IN ('penerima_upah', 'bukan_penerima_upah', 'menganggur', 'bukan_angkatan_kerja')),
    jenis_kelamin VARCHAR NOT NULL CHECK (jenis_kelamin IN ('L', 'P', '?')),
    kelompok_umur VARCHAR NOT NULL CHECK (kelompok_umur IN ('15-24', '25-34', '35-44', '45-54', '55-64', '65+', 'tidak diketahui')),
    jumlah_orang INTEGER NOT NULL CHECK (jumlah_orang > 0),
    jumlah_terlindungi INTEGER NOT NULL CHECK (jumlah_terlindungi BETWEEN 0 AND jumlah_orang)
);
COMMENT ON TABLE pekerja_ringkas IS 'Satu baris: bulan x kelurahan x status x jenis kelamin x kelompok umur. Ringkasan pekerja_bulanan tanpa pendidikan, agar layar cepat.'; -- noqa: LT05
COMMENT ON COLUMN pekerja_ringkas.bulan IS 'Hari pertama bulan.';
COMMENT ON COLUMN pekerja_ringkas.kode_kelurahan IS 'Kelurahan domisili menurut daftar.';
COMMENT ON COLUMN pekerja_ringkas.status IS 'Status pekerjaan: penerima_upah dan bukan_penerima_upah bekerja; menganggur; bukan_angkatan_kerja.';
COMMENT ON COLUMN pekerja_ringkas.jenis_kelamin IS 'L, P, atau ? bila tidak diketahui.';
COMMENT ON COLUMN pekerja_ringkas.kelompok_umur IS 'Umur pada bulan daftar; di bawah 15 tahun dan tanpa tanggal lahir masuk tidak diketahui.';
COMMENT ON COLUMN pekerja_ringkas.jumlah_orang IS 'Jumlah orang dalam daftar.';
COMMENT ON COLUMN pekerja_ringkas.jumlah_terlindungi IS 'Di antaranya peserta aktif pada bulan itu, di segmen dan wilayah mana pun.';
