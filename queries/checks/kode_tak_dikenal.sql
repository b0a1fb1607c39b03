-- Pemblokir. Setiap kode dalam batch (wilayah, segmen, sumber iuran, jenis kelamin, status, pendidikan, sumber daftar) dikenal.
SELECT
    'peserta' AS jenis,
    urutan
FROM peserta_masukan
WHERE wilayah_ke < 0 OR kelamin_ke < 0 OR segmen_ke < 0 OR iuran_ke < 0
UNION ALL
SELECT
    'tenaga_kerja' AS jenis,
    urutan
FROM tenaga_masukan
WHERE wilayah_ke < 0 OR kelamin_ke < 0 OR status_ke < 0 OR pendidikan_ke < 0 OR sumber_ke < 0
UNION ALL
SELECT
    'pemberi_kerja' AS jenis,
    urutan
FROM pemberi_kerja_masukan
WHERE wilayah_ke < 0
UNION ALL
SELECT
    'klaim' AS jenis,
    urutan
FROM klaim_masukan
WHERE wilayah_ke < 0
ORDER BY jenis, urutan;
