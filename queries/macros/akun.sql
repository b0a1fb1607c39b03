-- Aturan hitung akun: peserta, penyebut, pekerja, belum terlindungi, penganggur, dan angkatan kerja; kapan kosong dan kapan cakupan punya arti (berlaku).
-- Satu baris: satu bulan di satu wilayah menurut tingkat: 'kelurahan', 'kecamatan' (keduanya dengan Tanpa wilayah), atau 'pilihan' (semua kelurahan terpilih menjadi satu).
-- Kelurahan hanya punya baris pada bulan ia ada. Pilihan yang kosong berarti semua. Penganggur dan angkatan kerja tidak mengikuti pilihan segmen. Potensi dicari menurut kode wilayah itu sendiri dan tidak pernah dijumlah.
CREATE MACRO akun(
    tingkat,
    pilih_bulan := NULL,
    pilih_kecamatan := NULL,
    pilih_kelurahan := NULL,
    pilih_segmen := NULL,
    pilih_kelamin := NULL,
    pilih_umur := NULL,
    pilih_penyebut := NULL
) AS TABLE
    WITH tempat AS (
        SELECT
            kode_kelurahan,
            berlaku_mulai,
            berlaku_sampai,
            CASE tingkat
                WHEN 'kelurahan' THEN kode_kelurahan
                WHEN 'kecamatan' THEN kode_kecamatan
                WHEN 'pilihan' THEN COALESCE(pilih_kelurahan, pilih_kecamatan, SUBSTRING(kode_kelurahan, 1, 5))
            END AS kode_wilayah
        FROM wilayah
        WHERE
            (pilih_kecamatan IS NULL OR kode_kecamatan = pilih_kecamatan)
            AND (pilih_kelurahan IS NULL OR kode_kelurahan = pilih_kelurahan)
    ),

    kerangka AS (
        SELECT
            bulan_data.bulan,
            tempat.kode_wilayah,
            bulan_data.ada_peserta,
            COUNT(pendataan_bulanan.bulan_daftar) > 0 AS ada_daftar
        FROM bulan_data
        CROSS JOIN tempat
        LEFT JOIN pendataan_bulanan
            ON bulan_data.bulan = pendataan_bulanan.bulan AND tempat.kode_kelurahan = pendataan_bulanan.kode_kelurahan
        WHERE
            (pilih_bulan IS NULL OR bulan_data.bulan = pilih_bulan)
            AND bulan_data.bulan BETWEEN COALESCE(tempat.berlaku_mulai, bulan_data.bulan) AND COALESCE(tempat.berlaku_sampai, bulan_data.bulan)
        GROUP BY bulan_data.bulan, tempat.kode_wilayah, bulan_data.ada_peserta
    ),

    peserta AS (
        SELECT
            cakupan_bulanan.bulan,
            tempat.kode_wilayah,
            SUM(cakupan_bulanan.jumlah_peserta) AS jumlah_peserta
        FROM cakupan_bulanan
        INNER JOIN tempat ON cakupan_bulanan.kode_kelurahan = tempat.kode_kelurahan
        WHERE
            cakupan_bulanan.segmen = COALESCE(pilih_segmen, 'SEMUA')
            AND cakupan_bulanan.sumber_iuran = 'SEMUA'
            AND (pilih_bulan IS NULL OR cakupan_bulanan.bulan = pilih_bulan)
            AND (pilih_kelamin IS NULL OR cakupan_bulanan.jenis_kelamin = pilih_kelamin)
            AND (pilih_umur IS NULL OR cakupan_bulanan.kelompok_umur = pilih_umur)
        GROUP BY cakupan_bulanan.bulan, tempat.kode_wilayah
    ),

    terdaftar AS (
        SELECT
            pekerja_ringkas.bulan,
            tempat.kode_wilayah,
            pekerja_ringkas.status,
            pekerja_ringkas.jumlah_orang,
            pekerja_ringkas.jumlah_terlindungi,
            (pekerja_ringkas.status = 'penerima_upah' AND (pilih_segmen IS NULL OR pilih_segmen = 'PU'))
            OR (pekerja_ringkas.status = 'bukan_penerima_upah' AND (pilih_segmen IS NULL OR pilih_segmen = 'BPU')) AS adalah_pekerja
        FROM pekerja_ringkas
        INNER JOIN tempat ON pekerja_ringkas.kode_kelurahan = tempat.kode_kelurahan
        WHERE
            (pilih_bulan IS NULL OR pekerja_ringkas.bulan = pilih_bulan)
            AND (pilih_kelamin IS NULL OR pekerja_ringkas.jenis_kelamin = pilih_kelamin)
            AND (pilih_umur IS NULL OR pekerja_ringkas.kelompok_umur = pilih_umur)
    ),

    register AS (
        SELECT
            bulan,
            kode_wilayah,
            SUM(CASE WHEN adalah_pekerja THEN jumlah_orang ELSE 0 END) AS jumlah_pekerja,
            SUM(CASE WHEN adalah_pekerja THEN jumlah_terlindungi ELSE 0 END) AS jumlah_terlindungi,
            SUM(CASE WHEN status = 'menganggur' THEN jumlah_orang ELSE 0 END) AS jumlah_penganggur,
            SUM(CASE WHEN status <> 'bukan_angkatan_kerja' THEN jumlah_orang ELSE 0 END) AS jumlah_angkatan_kerja
        FROM terdaftar
        GROUP BY bulan, kode_wilayah
    ),

    potensi_berurut AS (
        SELECT
            bulan_data.bulan,
            angka_resmi.wilayah AS kode_wilayah,
            CAST(angka_resmi.nilai AS BIGINT) AS jumlah_potensi,
            ROW_NUMBER() OVER (
                PARTITION BY bulan_data.bulan, angka_resmi.wilayah
                ORDER BY angka_resmi.tanggal DESC, angka_resmi.jenis_angka DESC, angka_resmi.sumber ASC
            ) AS urutan
        FROM bulan_data
        INNER JOIN angka_resmi ON angka_resmi.tanggal < bulan_data.bulan + INTERVAL 1 MONTH
        WHERE angka_resmi.indikator = 'potensi_peserta' AND (pilih_bulan IS NULL OR bulan_data.bulan = pilih_bulan)
    ),

    potensi AS (
        SELECT
            bulan,
            kode_wilayah,
            jumlah_potensi
        FROM potensi_berurut
        WHERE urutan = 1
    ),

    aturan AS (
        SELECT
            pilih_segmen IS NULL OR pilih_segmen IN ('PU', 'BPU') AS ada_pekerja,
            CASE pilih_penyebut
                WHEN 'penduduk_bekerja' THEN ada_pekerja
                WHEN 'angkatan_kerja' THEN pilih_segmen IS NULL
                WHEN 'potensi' THEN pilih_segmen IS NULL AND pilih_kelamin IS NULL AND pilih_umur IS NULL
                ELSE FALSE
            END AS berlaku
    ),

    hitung AS (
        SELECT
            kerangka.bulan,
            kerangka.kode_wilayah,
            aturan.berlaku,
            CASE WHEN kerangka.ada_peserta THEN COALESCE(peserta.jumlah_peserta, 0) END AS jumlah_peserta,
            CASE
                WHEN NOT aturan.berlaku THEN NULL
                WHEN pilih_penyebut = 'potensi' THEN potensi.jumlah_potensi
                WHEN NOT kerangka.ada_daftar THEN NULL
                WHEN pilih_penyebut = 'angkatan_kerja' THEN COALESCE(register.jumlah_angkatan_kerja, 0)
                ELSE COALESCE(register.jumlah_pekerja, 0)
            END AS jumlah_penyebut,
            CASE WHEN kerangka.ada_daftar AND aturan.ada_pekerja THEN COALESCE(register.jumlah_pekerja, 0) END AS jumlah_pekerja,
            CASE
                WHEN kerangka.ada_daftar AND kerangka.ada_peserta AND aturan.ada_pekerja
                    THEN COALESCE(register.jumlah_pekerja - register.jumlah_terlindungi, 0)
            END AS jumlah_belum_terlindungi,
            CASE WHEN kerangka.ada_daftar THEN COALESCE(register.jumlah_penganggur, 0) END AS jumlah_penganggur,
            CASE WHEN kerangka.ada_daftar THEN COALESCE(register.jumlah_angkatan_kerja, 0) END AS jumlah_angkatan_kerja
        FROM kerangka
        CROSS JOIN aturan
        LEFT JOIN peserta ON kerangka.bulan = peserta.bulan AND kerangka.kode_wilayah = peserta.kode_wilayah
        LEFT JOIN register ON kerangka.bulan = register.bulan AND kerangka.kode_wilayah = register.kode_wilayah
        LEFT JOIN potensi ON kerangka.bulan = potensi.bulan AND kerangka.kode_wilayah = potensi.kode_wilayah
    )

    SELECT
        bulan,
        kode_wilayah,
        CAST(jumlah_peserta AS BIGINT) AS jumlah_peserta,
        CAST(jumlah_penyebut AS BIGINT) AS jumlah_penyebut,
        CAST(jumlah_peserta AS DOUBLE) / NULLIF(jumlah_penyebut, 0) AS rasio_cakupan,
        CAST(jumlah_pekerja AS BIGINT) AS jumlah_pekerja,
        CAST(jumlah_belum_terlindungi AS BIGINT) AS jumlah_belum_terlindungi,
        CAST(jumlah_penganggur AS BIGINT) AS jumlah_penganggur,
        CAST(jumlah_angkatan_kerja AS BIGINT) AS jumlah_angkatan_kerja,
        CAST(jumlah_penganggur AS DOUBLE) / NULLIF(jumlah_angkatan_kerja, 0) AS rasio_tpt,
        berlaku AND kode_wilayah NOT LIKE '__.__.00%' AS berlaku
    FROM hitung;
