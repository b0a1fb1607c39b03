-- Pemblokir. Setiap baris peserta punya NIK atau KPJ; tanpa keduanya orang tidak dapat dihitung satu kali.
SELECT
    bulan_ke,
    COUNT(*) AS jumlah_baris
FROM peserta_baris
WHERE orang IS NULL
GROUP BY bulan_ke
ORDER BY bulan_ke;
