-- Pertanyaan: Berapa baris, orang, orang ganda, dan peserta aktif dalam daftar RT/RW terbaru, per RW dan RT?
-- Satu baris: satu RT dalam daftar RT/RW terbaru kelurahannya; baris tanpa nomor RT menjadi satu baris "tidak diketahui".
-- Penyebut: jumlah_orang = orang yang berbeda dalam RT itu.
-- Sumber: daftar RT/RW terbaru yang diterima, bulan mana pun; peserta aktif menurut berkas BPJS Ketenagakerjaan bulan terakhir.
-- Catatan: tidak mengikuti pilihan bulan. Orang dihitung di setiap RT yang mencatatnya, juga bila catatan lain yang dipakai. jumlah_ganda = baris yang orangnya tercatat lebih
--   dari satu kali dalam semua daftar terbaru.
SELECT
    pendataan.kode_kelurahan,
    pendataan.rw,
    pendataan.rt,
    pendataan.bulan_daftar,
    pendataan.jumlah_baris,
    pendataan.jumlah_orang,
    pendataan.jumlah_ganda,
    pendataan.jumlah_terlindungi
FROM pendataan
WHERE $kode_kelurahan IS NULL OR pendataan.kode_kelurahan = $kode_kelurahan
ORDER BY pendataan.kode_kelurahan, pendataan.rw, pendataan.rt;
