-- Pertanyaan: Bagaimana cakupan setiap kecamatan bergerak dari bulan ke bulan?
-- Satu baris: satu bulan di satu kecamatan, ditambah baris Tanpa wilayah setiap bulan.
-- Penyebut: penduduk_bekerja = orang bekerja dalam daftar tenaga kerja yang berlaku (segmen PU: penerima upah; BPU: bukan penerima upah; JAKON dan PMI: tidak berlaku);
--   angkatan_kerja = bekerja dan menganggur dalam daftar itu (hanya tanpa pilihan segmen); potensi = angka potensi peserta terbitan BPJS yang terakhir (hanya tanpa pilihan segmen, jenis kelamin, dan umur).
-- Sumber: berkas peserta BPJS Ketenagakerjaan bulan itu; daftar tenaga kerja RT/RW dan sumber lain; angka resmi.
-- Catatan: wilayah yang belum pernah menyerahkan daftar tidak punya penyebut, pekerja, dan penganggur (kosong, bukan nol). Cakupan dapat melebihi 100 persen bila daftar basi atau
--   peserta tercatat menurut kantor; angkanya tidak dipotong. Belum terlindungi = pekerja dikurangi pekerja yang aktif di segmen mana pun. Penganggur dan TPT tidak mengikuti pilihan segmen.
--   berlaku = rasio cakupan punya arti untuk pilihan ini; bila tidak, rasio kosong karena definisi, bukan karena data belum ada.
WITH kerangka AS (
    SELECT
        bulan_data.bulan,
        bulan_data.ada_peserta,
        wilayah.kode_kecamatan,
        wilayah.nama_kecamatan,
        COUNT(pendataan_bulanan.bulan_daftar) > 0 AS ada_daftar
    FROM bulan_data
    CROSS JOIN wilayah
    LEFT JOIN pendataan_bulanan
        ON bulan_data.bulan = pendataan_bulanan.bulan AND wilayah.kode_kelurahan = pendataan_bulanan.kode_kelurahan
    GROUP BY bulan_data.bulan, bulan_data.ada_peserta, wilayah.kode_kecamatan, wilayah.nama_kecamatan
),

peserta AS (
    SELECT
        cakupan_bulanan.bulan,
        wilayah.kode_kecamatan,
        SUM(cakupan_bulanan.jumlah_peserta) AS jumlah_peserta
    FROM cakupan_bulanan
    INNER JOIN wilayah ON cakupan_bulanan.kode_kelurahan = wilayah.kode_kelurahan
    WHERE
        cakupan_bulanan.segmen = COALESCE($segmen, 'SEMUA')
        AND cakupan_bulanan.sumber_iuran = 'SEMUA'
        AND ($jenis_kelamin IS NULL OR cakupan_bulanan.jenis_kelamin = $jenis_kelamin)
        AND ($kelompok_umur IS NULL OR cakupan_bulanan.kelompok_umur = $kelompok_umur)
    GROUP BY cakupan_bulanan.bulan, wilayah.kode_kecamatan
),

register AS (
    SELECT
        pekerja_ringkas.bulan,
        wilayah.kode_kecamatan,
        SUM(
            CASE
                WHEN pekerja_ringkas.status = 'penerima_upah' AND ($segmen IS NULL OR $segmen = 'PU') THEN pekerja_ringkas.jumlah_orang
                WHEN pekerja_ringkas.status = 'bukan_penerima_upah' AND ($segmen IS NULL OR $segmen = 'BPU') THEN pekerja_ringkas.jumlah_orang
                ELSE 0
            END
        ) AS jumlah_pekerja,
        SUM(
            CASE
                WHEN pekerja_ringkas.status = 'penerima_upah' AND ($segmen IS NULL OR $segmen = 'PU') THEN pekerja_ringkas.jumlah_terlindungi
                WHEN pekerja_ringkas.status = 'bukan_penerima_upah' AND ($segmen IS NULL OR $segmen = 'BPU') THEN pekerja_ringkas.jumlah_terlindungi
                ELSE 0
            END
        ) AS jumlah_terlindungi,
        SUM(CASE WHEN pekerja_ringkas.status = 'menganggur' THEN pekerja_ringkas.jumlah_orang ELSE 0 END) AS jumlah_penganggur,
        SUM(CASE WHEN pekerja_ringkas.status <> 'bukan_angkatan_kerja' THEN pekerja_ringkas.jumlah_orang ELSE 0 END) AS jumlah_angkatan_kerja
    FROM pekerja_ringkas
    INNER JOIN wilayah ON pekerja_ringkas.kode_kelurahan = wilayah.kode_kelurahan
    WHERE
        ($jenis_kelamin IS NULL OR pekerja_ringkas.jenis_kelamin = $jenis_kelamin)
        AND ($kelompok_umur IS NULL OR pekerja_ringkas.kelompok_umur = $kelompok_umur)
    GROUP BY pekerja_ringkas.bulan, wilayah.kode_kecamatan
),

potensi_berurut AS (
    SELECT
        bulan_data.bulan,
        angka_resmi.wilayah,
        CAST(angka_resmi.nilai AS BIGINT) AS jumlah_potensi,
        ROW_NUMBER() OVER (
            PARTITION BY bulan_data.bulan, angka_resmi.wilayah
            ORDER BY angka_resmi.tanggal DESC, angka_resmi.jenis_angka DESC, angka_resmi.sumber ASC
        ) AS urutan
    FROM bulan_data
    INNER JOIN angka_resmi ON angka_resmi.tanggal < bulan_data.bulan + INTERVAL 1 MONTH
    WHERE angka_resmi.indikator = 'potensi_peserta'
),

potensi AS (
    SELECT
        bulan,
        wilayah,
        jumlah_potensi
    FROM potensi_berurut
    WHERE urutan = 1
),

hitung AS (
    SELECT
        kerangka.bulan,
        kerangka.kode_kecamatan,
        kerangka.nama_kecamatan,
        CASE WHEN kerangka.ada_peserta THEN COALESCE(peserta.jumlah_peserta, 0) END AS jumlah_peserta,
        CASE
            WHEN $penyebut = 'penduduk_bekerja' AND ($segmen IS NULL OR $segmen IN ('PU', 'BPU')) AND kerangka.ada_daftar
                THEN COALESCE(register.jumlah_pekerja, 0)
            WHEN $penyebut = 'angkatan_kerja' AND $segmen IS NULL AND kerangka.ada_daftar
                THEN COALESCE(register.jumlah_angkatan_kerja, 0)
            WHEN $penyebut = 'potensi' AND $segmen IS NULL AND $jenis_kelamin IS NULL AND $kelompok_umur IS NULL
                THEN potensi.jumlah_potensi
        END AS jumlah_penyebut,
        CASE
            WHEN kerangka.ada_daftar AND ($segmen IS NULL OR $segmen IN ('PU', 'BPU')) THEN COALESCE(register.jumlah_pekerja, 0)
        END AS jumlah_pekerja,
        CASE
            WHEN kerangka.ada_daftar AND kerangka.ada_peserta AND ($segmen IS NULL OR $segmen IN ('PU', 'BPU'))
                THEN COALESCE(register.jumlah_pekerja - register.jumlah_terlindungi, 0)
        END AS jumlah_belum_terlindungi,
        CASE WHEN kerangka.ada_daftar THEN COALESCE(register.jumlah_penganggur, 0) END AS jumlah_penganggur,
        CASE WHEN kerangka.ada_daftar THEN COALESCE(register.jumlah_angkatan_kerja, 0) END AS jumlah_angkatan_kerja
    FROM kerangka
    LEFT JOIN peserta ON kerangka.bulan = peserta.bulan AND kerangka.kode_kecamatan = peserta.kode_kecamatan
    LEFT JOIN register ON kerangka.bulan = register.bulan AND kerangka.kode_kecamatan = register.kode_kecamatan
    LEFT JOIN potensi ON kerangka.bulan = potensi.bulan AND kerangka.kode_kecamatan = potensi.wilayah
)

SELECT
    bulan,
    kode_kecamatan,
    nama_kecamatan,
    CAST(jumlah_peserta AS BIGINT) AS jumlah_peserta,
    CAST(jumlah_penyebut AS BIGINT) AS jumlah_penyebut,
    CAST(jumlah_peserta AS DOUBLE) / NULLIF(jumlah_penyebut, 0) AS rasio_cakupan,
    CAST(jumlah_pekerja AS BIGINT) AS jumlah_pekerja,
    CAST(jumlah_belum_terlindungi AS BIGINT) AS jumlah_belum_terlindungi,
    CAST(jumlah_penganggur AS BIGINT) AS jumlah_penganggur,
    CAST(jumlah_angkatan_kerja AS BIGINT) AS jumlah_angkatan_kerja,
    CAST(jumlah_penganggur AS DOUBLE) / NULLIF(jumlah_angkatan_kerja, 0) AS rasio_tpt,
    CASE
        WHEN kode_kecamatan = '53.71.00' THEN FALSE
        WHEN $penyebut = 'penduduk_bekerja' THEN $segmen IS NULL OR $segmen IN ('PU', 'BPU')
        WHEN $penyebut = 'angkatan_kerja' THEN $segmen IS NULL
        WHEN $penyebut = 'potensi' THEN $segmen IS NULL AND $jenis_kelamin IS NULL AND $kelompok_umur IS NULL
        ELSE FALSE
    END AS berlaku
FROM hitung
ORDER BY bulan, kode_kecamatan = '53.71.00', kode_kecamatan;
