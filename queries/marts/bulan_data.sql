-- Bulan yang dapat ditampilkan.
INSERT INTO bulan_data
SELECT
    bulan,
    ada_peserta
FROM kalender
ORDER BY bulan;
