-- Peringatan. Bulan peserta berurutan tanpa lubang; bulan sesudah lubang tidak punya angka arus.
SELECT kini.bulan AS bulan_sesudah_lubang
FROM kalender AS kini
LEFT JOIN kalender AS lalu ON kini.bulan_ke = lalu.bulan_ke + 1
WHERE lalu.bulan_ke IS NULL AND kini.bulan_ke > (SELECT MIN(awal.bulan_ke) FROM kalender AS awal)
ORDER BY kini.bulan;
