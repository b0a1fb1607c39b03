CREATE TABLE cakupan_bulanan (
    bulan DATE NOT NULL CHECK (EXTRACT(DAY FROM bulan) = 1),
    kode_kelurahan VARCHAR NOT NULL,
    segmen VARCHAR NOT NULL CHECK (segmen IN ('SEMUA', 'PU', 'BPU', 'JAKON', 'PMI')),
    sumber_iuran VARCHAR NOT NULL CHECK (
        sumber_iuran IN ('SEMUA', 'mandiri', 'pemberi_kerja', 'apbd_kota', 'apbd_provinsi', 'dana_desa', 'lembaga', 'tidak diketahui')
    ),
    jenis_kelamin VARCHAR NOT NULL CHECK (jenis_kelamin IN ('L', 'P', '?')),
    kelompok_umur VARCHAR NOT NULL CHECK (kelompok_umur IN ('15-24', '25-34', '35-44', '45-54', '55-64', '65+', 'tidak diketahui')),
    jumlah_peserta INTEGER NOT NULL CHECK (jumlah_peserta > 0),
    jumlah_jkk INTEGER NOT NULL CHECK (jumlah_jkk BETWEEN 0 AND jumlah_peserta),
    jumlah_jkm INTEGER NOT NULL CHECK (jumlah_jkm BETWEEN 0 AND jumlah_peserta),
    jumlah_jht INTEGER NOT NULL CHECK (jumlah_jht BETWEEN 0 AND jumlah_peserta),
    jumlah_jp INTEGER NOT NULL CHECK (jumlah_jp BETWEEN 0 AND jumlah_peserta),
    jumlah_jkp INTEGER NOT NULL CHECK (jumlah_jkp BETWEEN 0 AND jumlah_peserta)
);
COMMENT ON TABLE cakupan_bulanan IS 'Satu baris: bulan x kelurahan x segmen x sumber iuran x jenis kelamin x kelompok umur. Nilai SEMUA menghitung orang satu kali; nilai lain menghitung orang satu kali di dalam nilai itu, sehingga jumlah bagian dapat melebihi SEMUA.'; -- noqa: LT05
COMMENT ON COLUMN cakupan_bulanan.bulan IS 'Hari pertama bulan.';
COMMENT ON COLUMN cakupan_bulanan.kode_kelurahan IS 'Kelurahan domisili, satu per orang dan bulan; kode tanpa wilayah bila tidak diketahui atau belum ada.';
COMMENT ON COLUMN cakupan_bulanan.segmen IS 'Segmen kepesertaan (PU, BPU, JAKON, PMI) atau SEMUA.';
COMMENT ON COLUMN cakupan_bulanan.sumber_iuran IS 'Siapa yang membayar iuran, atau SEMUA.';
COMMENT ON COLUMN cakupan_bulanan.jenis_kelamin IS 'L, P, atau ? bila tidak diketahui.';
COMMENT ON COLUMN cakupan_bulanan.kelompok_umur IS 'Umur pada bulan itu; di bawah 15 tahun dan tanpa tanggal lahir masuk tidak diketahui.';
COMMENT ON COLUMN cakupan_bulanan.jumlah_peserta IS 'Jumlah orang peserta aktif.';
COMMENT ON COLUMN cakupan_bulanan.jumlah_jkk IS 'Di antaranya ikut Jaminan Kecelakaan Kerja.';
COMMENT ON COLUMN cakupan_bulanan.jumlah_jkm IS 'Di antaranya ikut Jaminan Kematian.';
COMMENT ON COLUMN cakupan_bulanan.jumlah_jht IS 'Di antaranya ikut Jaminan Hari Tua.';
COMMENT ON COLUMN cakupan_bulanan.jumlah_jp IS 'Di antaranya ikut Jaminan Pensiun.';
COMMENT ON COLUMN cakupan_bulanan.jumlah_jkp IS 'Di antaranya ikut Jaminan Kehilangan Pekerjaan.';
