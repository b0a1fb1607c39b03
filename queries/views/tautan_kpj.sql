-- Satu baris: satu KPJ yang pada suatu baris muncul tanpa NIK dan pada baris lain (bulan mana pun) bersama NIK. Bila satu KPJ bersama beberapa NIK: NIK terkecil, agar tetap.
CREATE TEMPORARY TABLE tautan_kpj AS
SELECT
    bersama.kpj,
    MIN(bersama.nik) AS nik
FROM peserta_masukan AS bersama
WHERE
    bersama.nik IS NOT NULL
    AND bersama.kpj IN (
        SELECT tanpa.kpj FROM peserta_masukan AS tanpa
        WHERE tanpa.nik IS NULL
    )
GROUP BY bersama.kpj;
