-- Peringatan. Baris dengan kelurahan yang pada bulan berkasnya belum atau tidak lagi ada: peserta, klaim, dan pemberi kerja dihitung tanpa wilayah, daftar tenaga kerja hanya selama kelurahannya ada.
WITH baris AS (
    SELECT urutan
    FROM peserta_masukan
    WHERE di_luar_masa
    UNION ALL
    SELECT urutan
    FROM klaim_masukan
    WHERE di_luar_masa
    UNION ALL
    SELECT urutan
    FROM pemberi_kerja_masukan
    WHERE di_luar_masa
    UNION ALL
    SELECT tenaga_masukan.urutan
    FROM tenaga_masukan
    INNER JOIN batch_terpilih ON tenaga_masukan.urutan = batch_terpilih.urutan
    INNER JOIN kamus_wilayah ON tenaga_masukan.wilayah_ke = kamus_wilayah.wilayah_ke
    WHERE batch_terpilih.bulan_ke NOT BETWEEN kamus_wilayah.dari AND kamus_wilayah.sampai
)

SELECT urutan
FROM baris
ORDER BY urutan;
