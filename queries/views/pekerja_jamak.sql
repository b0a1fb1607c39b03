-- Satu baris: satu catatan dari orang yang ada di lebih dari satu (sumber, kelurahan), dalam satu bulan daftarnya berlaku.
-- pilihan_ke 1 = catatan yang dipakai: daftar terbaru, lalu urutan sumber, lalu kode kelurahan; 2 dan seterusnya = catatan lain yang berlaku pada bulan yang sama.
CREATE TEMPORARY TABLE pekerja_jamak AS
WITH jamak AS (
    SELECT orang
    FROM pekerja_baris
    GROUP BY orang
    HAVING MIN(sumber_ke * 1000 + wilayah_ke) < MAX(sumber_ke * 1000 + wilayah_ke)
)

SELECT
    pekerja_baris.orang,
    kalender.bulan_ke,
    pekerja_baris.urutan,
    pekerja_baris.nomor_baris,
    pekerja_baris.sumber_ke,
    pekerja_baris.wilayah_ke,
    pekerja_baris.sel,
    pekerja_baris.status_ke,
    pekerja_baris.pendidikan_ke,
    ROW_NUMBER() OVER (
        PARTITION BY pekerja_baris.orang, kalender.bulan_ke
        ORDER BY pekerja_baris.bulan_ke DESC, pekerja_baris.sumber_ke ASC, pekerja_baris.wilayah_ke ASC
    ) AS pilihan_ke
FROM pekerja_baris
INNER JOIN jamak ON pekerja_baris.orang = jamak.orang
INNER JOIN kalender ON kalender.bulan_ke BETWEEN pekerja_baris.dari AND pekerja_baris.sampai;
