-- Pertanyaan: Siapa yang membayar iuran peserta, bulan demi bulan?
-- Satu baris: satu bulan dan satu sumber iuran.
-- Penyebut: rasio_peserta dibagi seluruh peserta pilihan itu (jumlah_seluruh). Bukan cakupan: pekerja tidak punya sumber iuran, jadi tidak ada penyebut pekerja.
-- Sumber: berkas peserta BPJS Ketenagakerjaan bulan itu.
-- Catatan: orang dengan dua sumber iuran dihitung di keduanya, jadi jumlah bagian dapat melebihi jumlah seluruhnya. Bulan tanpa berkas peserta kosong, bukan nol.
WITH wilayah_terpilih AS (
    SELECT kode_kelurahan
    FROM wilayah
    WHERE
        ($kode_kecamatan IS NULL OR kode_kecamatan = $kode_kecamatan)
        AND ($kode_kelurahan IS NULL OR kode_kelurahan = $kode_kelurahan)
),

sumber_urut AS (
    SELECT
        sumber_iuran,
        urutan
    FROM (
        VALUES ('pemberi_kerja', 1), ('mandiri', 2), ('apbd_kota', 3), ('apbd_provinsi', 4), ('dana_desa', 5), ('lembaga', 6), ('tidak diketahui', 7)
    ) AS nilai (sumber_iuran, urutan)
),

peserta AS (
    SELECT
        cakupan_bulanan.bulan,
        cakupan_bulanan.sumber_iuran,
        SUM(cakupan_bulanan.jumlah_peserta) AS jumlah_peserta
    FROM cakupan_bulanan
    INNER JOIN wilayah_terpilih ON cakupan_bulanan.kode_kelurahan = wilayah_terpilih.kode_kelurahan
    WHERE
        cakupan_bulanan.segmen = COALESCE($segmen, 'SEMUA')
        AND ($jenis_kelamin IS NULL OR cakupan_bulanan.jenis_kelamin = $jenis_kelamin)
        AND ($kelompok_umur IS NULL OR cakupan_bulanan.kelompok_umur = $kelompok_umur)
    GROUP BY cakupan_bulanan.bulan, cakupan_bulanan.sumber_iuran
),

hitung AS (
    SELECT
        bulan_data.bulan,
        sumber_urut.sumber_iuran,
        sumber_urut.urutan,
        CASE WHEN bulan_data.ada_peserta THEN COALESCE(bagian.jumlah_peserta, 0) END AS jumlah_peserta,
        CASE WHEN bulan_data.ada_peserta THEN COALESCE(seluruh.jumlah_peserta, 0) END AS jumlah_seluruh
    FROM bulan_data
    CROSS JOIN sumber_urut
    LEFT JOIN peserta AS bagian ON bulan_data.bulan = bagian.bulan AND sumber_urut.sumber_iuran = bagian.sumber_iuran
    LEFT JOIN peserta AS seluruh ON bulan_data.bulan = seluruh.bulan AND seluruh.sumber_iuran = 'SEMUA'
)

SELECT
    bulan,
    sumber_iuran,
    CAST(jumlah_peserta AS BIGINT) AS jumlah_peserta,
    CAST(jumlah_seluruh AS BIGINT) AS jumlah_seluruh,
    CAST(jumlah_peserta AS DOUBLE) / NULLIF(jumlah_seluruh, 0) AS rasio_peserta
FROM hitung
ORDER BY bulan, urutan;
