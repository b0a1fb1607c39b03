-- Pertanyaan: Berkas mana yang menjadi dasar angka cakupan dan pengangguran pada bulan dan wilayah ini?
-- Satu baris: satu batch (satu berkas yang diterima).
-- Penyebut: tidak ada.
-- Sumber: manifes batch. Waktu dalam UTC.
-- Catatan: berkas peserta memuat seluruh kota, jadi selalu muncul; daftar tenaga kerja muncul bila memuat wilayah terpilih.
WITH terpakai AS (
    SELECT DISTINCT jejak.id_batch
    FROM jejak
    LEFT JOIN wilayah ON jejak.kode_kelurahan = wilayah.kode_kelurahan
    WHERE
        jejak.nama_mart IN ('cakupan_bulanan', 'pekerja_bulanan')
        AND jejak.bulan = $bulan
        AND ($kode_kecamatan IS NULL OR jejak.kode_kelurahan IS NULL OR wilayah.kode_kecamatan = $kode_kecamatan)
        AND ($kode_kelurahan IS NULL OR jejak.kode_kelurahan IS NULL OR jejak.kode_kelurahan = $kode_kelurahan)
)

SELECT
    batch.id_batch,
    batch.jenis,
    batch.bulan,
    batch.nama_berkas,
    batch.sha256_berkas,
    batch.tanggal_impor,
    batch.jumlah_baris_diterima,
    batch.jumlah_baris_ditolak,
    batch.adalah_contoh
FROM batch
INNER JOIN terpakai ON batch.id_batch = terpakai.id_batch
ORDER BY batch.jenis, batch.urutan;
