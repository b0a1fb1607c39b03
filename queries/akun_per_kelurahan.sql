-- Pertanyaan: Bagaimana cakupan, pekerja, dan penganggur setiap kelurahan bergerak dari bulan ke bulan?
-- Satu baris: satu bulan di satu kelurahan, ditambah baris Tanpa wilayah setiap bulan.
-- Penyebut: penduduk_bekerja = orang bekerja dalam daftar tenaga kerja yang berlaku.
-- Sumber: berkas peserta BPJS Ketenagakerjaan bulan itu; daftar tenaga kerja RT/RW dan sumber lain.
-- Catatan: wilayah yang belum pernah menyerahkan daftar tidak punya penyebut, pekerja, dan penganggur (kosong, bukan nol).
SELECT
    akun.bulan,
    wilayah.kode_kelurahan,
    wilayah.nama_kelurahan,
    wilayah.kode_kecamatan,
    wilayah.nama_kecamatan,
    akun.jumlah_peserta,
    akun.jumlah_penyebut,
    akun.rasio_cakupan,
    akun.jumlah_pekerja,
    akun.jumlah_belum_terlindungi,
    akun.jumlah_penganggur,
    akun.jumlah_angkatan_kerja,
    akun.rasio_tpt
FROM akun('kelurahan', pilih_penyebut := 'penduduk_bekerja') AS akun
INNER JOIN wilayah ON akun.kode_wilayah = wilayah.kode_kelurahan
ORDER BY akun.bulan, wilayah.kode_kelurahan = '53.71.00.0000', wilayah.kode_kelurahan;
