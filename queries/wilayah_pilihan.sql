-- Pertanyaan: Kecamatan dan kelurahan mana saja yang dapat dipilih?
-- Satu baris: satu kelurahan.
-- Penyebut: tidak ada.
-- Sumber: kode dan nama wilayah Kemendagri. Tanpa baris Tanpa wilayah.
SELECT
    kode_kelurahan,
    nama_kelurahan,
    kode_kecamatan,
    nama_kecamatan,
    slug_kelurahan,
    slug_kecamatan
FROM wilayah
WHERE kode_kelurahan <> '53.71.00.0000'
ORDER BY kode_kelurahan;
