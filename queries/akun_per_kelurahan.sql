-- Pertanyaan: Bagaimana cakupan, pekerja, dan penganggur setiap kelurahan bergerak dari bulan ke bulan?
-- Satu baris: satu bulan di satu kelurahan yang ada pada bulan itu, ditambah baris Tanpa wilayah setiap bulan.
-- Penyebut: penduduk_bekerja = orang bekerja dalam daftar tenaga kerja yang berlaku (segmen PU: penerima upah; BPU: bukan penerima upah; JAKON dan PMI: tidak berlaku);
--   angkatan_kerja = bekerja dan menganggur dalam daftar itu (hanya tanpa pilihan segmen); potensi = angka potensi peserta terbitan BPJS yang terakhir (hanya tanpa pilihan segmen, jenis kelamin, dan umur).
-- Sumber: berkas peserta BPJS Ketenagakerjaan bulan itu; daftar tenaga kerja RT/RW dan sumber lain; angka resmi.
-- Catatan: wilayah yang belum pernah menyerahkan daftar tidak punya penyebut, pekerja, dan penganggur (kosong, bukan nol). Cakupan dapat melebihi 100 persen bila daftar basi atau
--   peserta tercatat menurut kantor; angkanya tidak dipotong. Belum terlindungi = pekerja dikurangi pekerja yang aktif di segmen mana pun. Penganggur dan TPT tidak mengikuti pilihan segmen.
--   berlaku = rasio cakupan punya arti untuk pilihan ini; bila tidak, rasio kosong karena definisi, bukan karena data belum ada.
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
    akun.rasio_tpt,
    akun.berlaku
FROM
    akun(
        'kelurahan',
        pilih_segmen := $segmen,
        pilih_kelamin := $jenis_kelamin,
        pilih_umur := $kelompok_umur,
        pilih_penyebut := $penyebut
    ) AS akun
INNER JOIN wilayah ON akun.kode_wilayah = wilayah.kode_kelurahan
ORDER BY akun.bulan, wilayah.kode_kelurahan LIKE '%.00.0000', wilayah.kode_kelurahan;
