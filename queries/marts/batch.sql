-- Semua batch yang pernah diterima; dipakai = menjadi dasar sedikitnya satu angka.
INSERT INTO batch
SELECT
    manifest.id_batch,
    manifest.urutan,
    manifest.jenis,
    manifest.bulan,
    manifest.nama_berkas,
    manifest.sha256_berkas,
    manifest.baris_masuk AS jumlah_baris_masuk,
    manifest.baris_diterima AS jumlah_baris_diterima,
    manifest.baris_ditolak AS jumlah_baris_ditolak,
    manifest.diimpor_pada AS tanggal_impor,
    manifest.oleh,
    manifest.basis_wilayah,
    manifest.contoh AS adalah_contoh,
    manifest.ditarik,
    manifest.id_batch IN (SELECT jejak.id_batch FROM jejak) AS dipakai
FROM manifest
ORDER BY manifest.urutan;
