-- Pertanyaan: Angka cakupan apa saja yang pernah diterbitkan atau diucapkan tentang kota dan provinsinya?
-- Satu baris: satu angka dari satu sumber.
-- Penyebut: menurut penerbitnya masing-masing, sering tidak disebut; lihat catatan setiap baris.
-- Sumber: tabel rujukan angka resmi, setiap baris dengan sumber dan tautan.
-- Catatan: tidak dibandingkan langsung dengan cakupan hitungan sendiri bila penyebutnya berbeda; cakupan sepanjang tahun bukan cakupan satu bulan.
SELECT
    angka_resmi.indikator,
    angka_resmi.wilayah,
    angka_resmi.periode,
    angka_resmi.tanggal,
    angka_resmi.nilai,
    angka_resmi.satuan,
    angka_resmi.jenis_angka,
    angka_resmi.penutur,
    angka_resmi.sumber,
    angka_resmi.tautan,
    angka_resmi.catatan
FROM angka_resmi
INNER JOIN kota ON angka_resmi.wilayah IN (kota.kode_kota, kota.kode_provinsi)
WHERE angka_resmi.indikator = 'cakupan' OR angka_resmi.indikator LIKE 'cakupan|_%' ESCAPE '|'
ORDER BY
    angka_resmi.wilayah DESC,
    angka_resmi.tanggal ASC,
    angka_resmi.indikator ASC,
    angka_resmi.jenis_angka ASC,
    angka_resmi.sumber ASC;
