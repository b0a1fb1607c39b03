-- Pertanyaan: Angka cakupan apa saja yang pernah diterbitkan atau diucapkan tentang Kota Kupang dan Nusa Tenggara Timur?
-- Satu baris: satu angka dari satu sumber.
-- Penyebut: menurut penerbitnya masing-masing, sering tidak disebut; lihat catatan setiap baris.
-- Sumber: tabel rujukan angka resmi, setiap baris dengan sumber dan tautan.
-- Catatan: tidak dibandingkan langsung dengan cakupan hitungan sendiri bila penyebutnya berbeda; cakupan sepanjang tahun bukan cakupan satu bulan.
SELECT
    indikator,
    wilayah,
    periode,
    tanggal,
    nilai,
    satuan,
    jenis_angka,
    penutur,
    sumber,
    tautan,
    catatan
FROM angka_resmi
WHERE wilayah IN ('53.71', '53') AND (indikator = 'cakupan' OR indikator LIKE 'cakupan|_%' ESCAPE '|')
ORDER BY wilayah DESC, tanggal ASC, indikator ASC, jenis_angka ASC, sumber ASC;
