-- Pertanyaan: Seberapa lengkap dan seberapa baru daftar tenaga kerja setiap kelurahan?
-- Satu baris: satu kelurahan, juga yang belum pernah melapor.
-- Penyebut: jumlah_rt = jumlah RT menurut tabel rujukan (total kota bersumber; pembagian ke kelurahan taksiran menurut penduduk).
-- Sumber: daftar tenaga kerja yang berlaku pada bulan itu.
-- Catatan: rasio dapat melebihi 100 persen bila tabel rujukan RT sudah usang.
SELECT
    wilayah.kode_kelurahan,
    wilayah.nama_kelurahan,
    wilayah.nama_kecamatan,
    pendataan_bulanan.bulan_daftar,
    pendataan_bulanan.umur_bulan,
    pendataan_bulanan.jumlah_rt_melapor,
    pendataan_bulanan.jumlah_rt,
    CAST(pendataan_bulanan.jumlah_rt_melapor AS DOUBLE) / NULLIF(pendataan_bulanan.jumlah_rt, 0) AS rasio_rt_melapor
FROM pendataan_bulanan
INNER JOIN wilayah ON pendataan_bulanan.kode_kelurahan = wilayah.kode_kelurahan
WHERE pendataan_bulanan.bulan = $bulan
ORDER BY wilayah.kode_kelurahan;
