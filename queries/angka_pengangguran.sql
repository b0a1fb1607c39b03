-- Pertanyaan: Angka pengangguran kota apa saja yang pernah diterbitkan atau diucapkan?
-- Satu baris: satu angka dari satu sumber.
-- Penyebut: menurut penerbitnya masing-masing; tpt = penganggur / angkatan kerja.
-- Sumber: tabel rujukan angka resmi, setiap baris dengan sumber dan tautan.
-- Catatan: angka resmi (Sakernas), pernyataan, dan hitungan register adalah tiga jenis yang berbeda dan tidak boleh disambung menjadi satu deret.
SELECT
    angka_resmi.indikator,
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
INNER JOIN kota ON angka_resmi.wilayah = kota.kode_kota
WHERE angka_resmi.indikator IN ('tpt', 'penganggur', 'penganggur_laki_laki', 'penganggur_perempuan', 'pencari_kerja')
ORDER BY angka_resmi.tanggal, angka_resmi.indikator, angka_resmi.jenis_angka, angka_resmi.sumber;
