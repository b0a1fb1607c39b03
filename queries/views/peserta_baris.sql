-- Satu baris: satu baris berkas peserta, dengan orangnya: NIK bila ada; bila hanya KPJ: NIK yang tertaut; bila tidak tertaut: KPJ itu sendiri.
CREATE TEMPORARY TABLE peserta_baris AS
SELECT
    peserta_masukan.bulan_ke,
    COALESCE(peserta_masukan.nik, tautan_kpj.nik, peserta_masukan.kpj) AS orang,
    peserta_masukan.wilayah_ke,
    peserta_masukan.kelamin_ke,
    peserta_masukan.lahir_ke,
    peserta_masukan.segmen_ke,
    peserta_masukan.iuran_ke,
    peserta_masukan.program
FROM peserta_masukan
LEFT JOIN tautan_kpj ON CASE WHEN peserta_masukan.nik IS NULL THEN peserta_masukan.kpj END = tautan_kpj.kpj;
