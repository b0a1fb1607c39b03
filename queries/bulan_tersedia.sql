-- Pertanyaan: Bulan mana saja yang dapat ditampilkan?
-- Satu baris: satu bulan.
-- Penyebut: tidak ada.
-- Sumber: berkas peserta yang sudah masuk; bila belum ada satu pun, daftar tenaga kerja.
SELECT bulan
FROM bulan_data
ORDER BY bulan;
