-- Pertanyaan: Bagaimana jumlah peserta setiap segmen bergerak dari bulan ke bulan?
-- Satu baris: satu bulan dan satu segmen (PU, BPU, JAKON, PMI).
-- Penyebut: PU = penerima upah, BPU = bukan penerima upah dalam daftar tenaga kerja yang berlaku; JAKON dan PMI tidak punya penyebut.
-- Sumber: berkas peserta BPJS Ketenagakerjaan bulan itu; daftar tenaga kerja RT/RW dan sumber lain.
-- Catatan: orang yang ikut dua segmen dihitung di keduanya, jadi jumlah segmen dapat melebihi jumlah seluruhnya. Status dalam daftar dan segmen kepesertaan dicatat pihak berbeda.
WITH wilayah_terpilih AS (
    SELECT
        kode_kelurahan,
        berlaku_mulai,
        berlaku_sampai
    FROM wilayah
    WHERE
        ($kode_kecamatan IS NULL OR kode_kecamatan = $kode_kecamatan)
        AND ($kode_kelurahan IS NULL OR kode_kelurahan = $kode_kelurahan)
),

segmen_urut AS (
    SELECT
        segmen,
        urutan,
        status
    FROM (
        VALUES ('PU', 1, 'penerima_upah'), ('BPU', 2, 'bukan_penerima_upah'), ('JAKON', 3, NULL), ('PMI', 4, NULL)
    ) AS nilai (segmen, urutan, status)
),

kerangka AS (
    SELECT
        bulan_data.bulan,
        bulan_data.ada_peserta,
        COUNT(pendataan_bulanan.bulan_daftar) > 0 AS ada_daftar
    FROM bulan_data
    CROSS JOIN wilayah_terpilih
    LEFT JOIN pendataan_bulanan
        ON bulan_data.bulan = pendataan_bulanan.bulan AND wilayah_terpilih.kode_kelurahan = pendataan_bulanan.kode_kelurahan
    WHERE
        bulan_data.bulan BETWEEN COALESCE(wilayah_terpilih.berlaku_mulai, bulan_data.bulan)
        AND COALESCE(wilayah_terpilih.berlaku_sampai, bulan_data.bulan)
    GROUP BY bulan_data.bulan, bulan_data.ada_peserta
),

peserta AS (
    SELECT
        cakupan_bulanan.bulan,
        cakupan_bulanan.segmen,
        SUM(cakupan_bulanan.jumlah_peserta) AS jumlah_peserta
    FROM cakupan_bulanan
    INNER JOIN wilayah_terpilih ON cakupan_bulanan.kode_kelurahan = wilayah_terpilih.kode_kelurahan
    WHERE
        cakupan_bulanan.segmen <> 'SEMUA'
        AND cakupan_bulanan.sumber_iuran = 'SEMUA'
        AND ($jenis_kelamin IS NULL OR cakupan_bulanan.jenis_kelamin = $jenis_kelamin)
        AND ($kelompok_umur IS NULL OR cakupan_bulanan.kelompok_umur = $kelompok_umur)
    GROUP BY cakupan_bulanan.bulan, cakupan_bulanan.segmen
),

register AS (
    SELECT
        pekerja_ringkas.bulan,
        pekerja_ringkas.status,
        SUM(pekerja_ringkas.jumlah_orang) AS jumlah_orang
    FROM pekerja_ringkas
    INNER JOIN wilayah_terpilih ON pekerja_ringkas.kode_kelurahan = wilayah_terpilih.kode_kelurahan
    WHERE
        pekerja_ringkas.status IN ('penerima_upah', 'bukan_penerima_upah')
        AND ($jenis_kelamin IS NULL OR pekerja_ringkas.jenis_kelamin = $jenis_kelamin)
        AND ($kelompok_umur IS NULL OR pekerja_ringkas.kelompok_umur = $kelompok_umur)
    GROUP BY pekerja_ringkas.bulan, pekerja_ringkas.status
),

hitung AS (
    SELECT
        kerangka.bulan,
        segmen_urut.segmen,
        segmen_urut.urutan,
        CASE WHEN kerangka.ada_peserta THEN COALESCE(peserta.jumlah_peserta, 0) END AS jumlah_peserta,
        CASE WHEN kerangka.ada_daftar AND segmen_urut.status IS NOT NULL THEN COALESCE(register.jumlah_orang, 0) END AS jumlah_penyebut
    FROM kerangka
    CROSS JOIN segmen_urut
    LEFT JOIN peserta ON kerangka.bulan = peserta.bulan AND segmen_urut.segmen = peserta.segmen
    LEFT JOIN register ON kerangka.bulan = register.bulan AND segmen_urut.status = register.status
)

SELECT
    bulan,
    segmen,
    CAST(jumlah_peserta AS BIGINT) AS jumlah_peserta,
    CAST(jumlah_penyebut AS BIGINT) AS jumlah_penyebut,
    CAST(jumlah_peserta AS DOUBLE) / NULLIF(jumlah_penyebut, 0) AS rasio_cakupan
FROM hitung
ORDER BY bulan, urutan;
