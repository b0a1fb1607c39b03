-- Peringatan. Kelurahan yang pada bulan terakhir pesertanya melebihi pekerjanya: periksa penyebut.
WITH peserta AS (
    SELECT
        cakupan_bulanan.kode_kelurahan,
        SUM(cakupan_bulanan.jumlah_peserta) AS jumlah_peserta
    FROM cakupan_bulanan
    INNER JOIN versi_data ON cakupan_bulanan.bulan = versi_data.bulan_akhir
    WHERE cakupan_bulanan.segmen = 'SEMUA' AND cakupan_bulanan.sumber_iuran = 'SEMUA'
    GROUP BY cakupan_bulanan.kode_kelurahan
),

pekerja AS (
    SELECT
        pekerja_ringkas.kode_kelurahan,
        SUM(pekerja_ringkas.jumlah_orang) AS jumlah_pekerja
    FROM pekerja_ringkas
    INNER JOIN versi_data ON pekerja_ringkas.bulan = versi_data.bulan_akhir
    WHERE pekerja_ringkas.status IN ('penerima_upah', 'bukan_penerima_upah')
    GROUP BY pekerja_ringkas.kode_kelurahan
)

SELECT
    peserta.kode_kelurahan,
    peserta.jumlah_peserta,
    pekerja.jumlah_pekerja
FROM peserta
INNER JOIN pekerja ON peserta.kode_kelurahan = pekerja.kode_kelurahan
WHERE peserta.jumlah_peserta > pekerja.jumlah_pekerja
ORDER BY peserta.kode_kelurahan;
