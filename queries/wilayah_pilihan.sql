-- Pertanyaan: Kecamatan dan kelurahan mana saja yang dapat dipilih?
-- Satu baris: satu kelurahan dengan bulan pertama dan terakhirnya (kosong = sejak dahulu, masih ada).
-- Penyebut: tidak ada.
-- Sumber: kode dan nama wilayah Kemendagri. Tanpa baris Tanpa wilayah.
SELECT
    kode_kelurahan,
    nama_kelurahan,
    kode_kecamatan,
    nama_kecamatan,
    slug_kelurahan,
    slug_kecamatan,
    berlaku_mulai,
    berlaku_sampai
FROM wilayah
WHERE kode_kelurahan NOT LIKE '%.00.0000'
ORDER BY kode_kelurahan;
