-- Pertanyaan: Catatan mana yang berbeda isinya untuk orang yang sama, dan di berkas serta baris mana?
-- Satu baris: satu catatan yang tidak dipakai dan berbeda kelurahan atau status dari catatan yang dipakai untuk orang yang sama.
-- Penyebut: tidak ada.
-- Sumber: daftar tenaga kerja yang berlaku pada bulan terakhir. Nomor baris adalah nomor dalam berkas yang diserahkan.
-- Catatan: tidak mengikuti pilihan bulan. Yang dipakai: daftar terbaru, lalu urutan sumber, lalu kode kelurahan. Pilihan wilayah berlaku untuk kelurahan mana pun di antara keduanya.
--   Orang di tiga daftar dapat muncul di dua baris. Tanpa data orang: barisnya dicari dalam berkas masing-masing.
SELECT
    pakai.kode_kelurahan,
    pakai.nama_kelurahan,
    pakai.nama_kecamatan,
    register_konflik.sumber,
    berkas.nama_berkas,
    register_konflik.id_batch,
    register_konflik.nomor_baris,
    lain.kode_kelurahan AS kode_kelurahan_lain,
    lain.nama_kelurahan AS nama_kelurahan_lain,
    register_konflik.sumber_lain,
    berkas_lain.nama_berkas AS nama_berkas_lain,
    register_konflik.id_batch_lain,
    register_konflik.nomor_baris_lain,
    register_konflik.beda
FROM register_konflik
INNER JOIN wilayah AS pakai ON register_konflik.kode_kelurahan = pakai.kode_kelurahan
INNER JOIN wilayah AS lain ON register_konflik.kode_kelurahan_lain = lain.kode_kelurahan
INNER JOIN batch AS berkas ON register_konflik.id_batch = berkas.id_batch
INNER JOIN batch AS berkas_lain ON register_konflik.id_batch_lain = berkas_lain.id_batch
WHERE
    ($kode_kecamatan IS NULL OR $kode_kecamatan IN (pakai.kode_kecamatan, lain.kode_kecamatan))
    AND ($kode_kelurahan IS NULL OR $kode_kelurahan IN (pakai.kode_kelurahan, lain.kode_kelurahan))
ORDER BY
    register_konflik.kode_kelurahan,
    register_konflik.id_batch,
    register_konflik.nomor_baris,
    register_konflik.id_batch_lain,
    register_konflik.nomor_baris_lain;
