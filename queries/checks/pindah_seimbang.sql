-- Pemblokir. Di seluruh kota, pindah masuk = pindah keluar, setiap bulan dan segmen: yang pindah tidak hilang dan tidak bertambah.
SELECT
    bulan,
    segmen,
    SUM(jumlah_pindah_masuk) AS jumlah_pindah_masuk,
    SUM(jumlah_pindah_keluar) AS jumlah_pindah_keluar
FROM arus_bulanan
GROUP BY bulan, segmen
HAVING SUM(jumlah_pindah_masuk) <> SUM(jumlah_pindah_keluar)
ORDER BY bulan, segmen;
