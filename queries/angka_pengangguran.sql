-- Pertanyaan: Angka pengangguran Kota Kupang apa saja yang pernah diterbitkan atau diucapkan?
-- Satu baris: satu angka dari satu sumber.
-- Penyebut: menurut penerbitnya masing-masing; tpt = penganggur / angkatan kerja.
-- Sumber: tabel rujukan angka resmi, setiap baris dengan sumber dan tautan.
-- Catatan: angka resmi (Sakernas), pernyataan, dan hitungan register adalah tiga jenis yang berbeda dan tidak boleh disambung menjadi satu deret.
SELECT
    indikator,
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
WHERE wilayah = '53.71' AND indikator IN ('tpt', 'penganggur', 'penganggur_laki_laki', 'penganggur_perempuan', 'pencari_kerja')
ORDER BY tanggal, indikator, jenis_angka, sumber;
