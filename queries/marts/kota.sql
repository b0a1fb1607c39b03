-- Kota yang dilayani.
INSERT INTO kota
SELECT
    $kode_kota AS kode_kota,
    $nama_kota AS nama_kota,
    $kode_provinsi AS kode_provinsi,
    $nama_provinsi AS nama_provinsi;
