-- Pertanyaan: Berapa pekerja yang terlindungi, berapa yang belum, dan berapa penganggur di wilayah dan kelompok terpilih, bulan demi bulan?
-- Satu baris: satu bulan, untuk seluruh pilihan.
-- Penyebut: penduduk_bekerja = orang bekerja dalam daftar tenaga kerja yang berlaku (segmen PU: penerima upah; BPU: bukan penerima upah; JAKON dan PMI: tidak berlaku);
--   angkatan_kerja = bekerja dan menganggur dalam daftar itu (hanya tanpa pilihan segmen); potensi = angka potensi peserta terbitan BPJS yang terakhir (hanya tanpa pilihan segmen, jenis kelamin, dan umur).
-- Sumber: berkas peserta BPJS Ketenagakerjaan bulan itu; daftar tenaga kerja RT/RW dan sumber lain; angka resmi.
-- Catatan: wilayah yang belum pernah menyerahkan daftar tidak punya penyebut, pekerja, dan penganggur (kosong, bukan nol). Cakupan dapat melebihi 100 persen bila daftar basi atau
--   peserta tercatat menurut kantor; angkanya tidak dipotong. Belum terlindungi = pekerja dikurangi pekerja yang aktif di segmen mana pun. Penganggur dan TPT tidak mengikuti pilihan segmen.
--   Tanpa pilihan wilayah, peserta yang kelurahannya tidak diketahui ikut dihitung. Beberapa kelurahan: penyebut menjumlah yang sudah melapor saja.
SELECT
    akun.bulan,
    akun.jumlah_peserta,
    akun.jumlah_penyebut,
    akun.rasio_cakupan,
    akun.jumlah_pekerja,
    akun.jumlah_belum_terlindungi,
    akun.jumlah_penganggur,
    akun.jumlah_angkatan_kerja,
    akun.rasio_tpt
FROM
    akun(
        'pilihan',
        pilih_kecamatan := $kode_kecamatan,
        pilih_kelurahan := $kode_kelurahan,
        pilih_segmen := $segmen,
        pilih_kelamin := $jenis_kelamin,
        pilih_umur := $kelompok_umur,
        pilih_penyebut := $penyebut
    ) AS akun
ORDER BY akun.bulan;
