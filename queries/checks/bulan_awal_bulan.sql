-- Pemblokir. Setiap batch bulanan bertanggal hari pertama bulan.
SELECT id_batch
FROM batch
WHERE bulan IS NOT NULL AND EXTRACT(DAY FROM bulan) <> 1
ORDER BY id_batch;
