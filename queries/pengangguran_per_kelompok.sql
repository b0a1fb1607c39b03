-- Pertanyaan: Siapa yang menganggur, menurut jenis kelamin, kelompok umur, dan pendidikan?
-- Satu baris: satu kategori dari satu dimensi (jenis_kelamin, kelompok_umur, pendidikan).
-- Penyebut: angkatan kerja (bekerja dan menganggur) kategori itu dalam daftar tenaga kerja yang berlaku pada bulan itu.
-- Sumber: daftar tenaga kerja RT/RW dan sumber lain.
-- Catatan: hitungan daftar, bukan Sakernas. Umur menurut bulan daftar. Kategori tanpa angkatan kerja tidak muncul.
WITH wilayah_terpilih AS (
    SELECT kode_kelurahan
    FROM wilayah
    WHERE
        ($kode_kecamatan IS NULL OR kode_kecamatan = $kode_kecamatan)
        AND ($kode_kelurahan IS NULL OR kode_kelurahan = $kode_kelurahan)
),

angkatan_kerja AS (
    SELECT
        pekerja_bulanan.jenis_kelamin,
        pekerja_bulanan.kelompok_umur,
        pekerja_bulanan.pendidikan,
        pekerja_bulanan.status,
        SUM(pekerja_bulanan.jumlah_orang) AS jumlah_orang
    FROM pekerja_bulanan
    INNER JOIN wilayah_terpilih ON pekerja_bulanan.kode_kelurahan = wilayah_terpilih.kode_kelurahan
    WHERE
        pekerja_bulanan.bulan = $bulan
        AND pekerja_bulanan.status <> 'bukan_angkatan_kerja'
        AND ($jenis_kelamin IS NULL OR pekerja_bulanan.jenis_kelamin = $jenis_kelamin)
        AND ($kelompok_umur IS NULL OR pekerja_bulanan.kelompok_umur = $kelompok_umur)
    GROUP BY pekerja_bulanan.jenis_kelamin, pekerja_bulanan.kelompok_umur, pekerja_bulanan.pendidikan, pekerja_bulanan.status
),

terbagi AS (
    SELECT
        'jenis_kelamin' AS dimensi,
        jenis_kelamin AS kategori,
        jumlah_orang,
        status
    FROM angkatan_kerja
    UNION ALL
    SELECT
        'kelompok_umur' AS dimensi,
        kelompok_umur AS kategori,
        jumlah_orang,
        status
    FROM angkatan_kerja
    UNION ALL
    SELECT
        'pendidikan' AS dimensi,
        pendidikan AS kategori,
        jumlah_orang,
        status
    FROM angkatan_kerja
),

urutan_kategori AS (
    SELECT
        kategori,
        urutan
    FROM (
        VALUES ('tidak_tamat_sd', 1), ('sd', 2), ('smp', 3), ('sma', 4), ('smk', 5), ('diploma', 6), ('sarjana', 7)
    ) AS nilai (kategori, urutan)
),

hitung AS (
    SELECT
        dimensi,
        kategori,
        SUM(CASE WHEN status = 'menganggur' THEN jumlah_orang ELSE 0 END) AS jumlah_penganggur,
        SUM(jumlah_orang) AS jumlah_angkatan_kerja
    FROM terbagi
    GROUP BY dimensi, kategori
)

SELECT
    hitung.dimensi,
    hitung.kategori,
    CAST(hitung.jumlah_penganggur AS BIGINT) AS jumlah_penganggur,
    CAST(hitung.jumlah_angkatan_kerja AS BIGINT) AS jumlah_angkatan_kerja,
    CAST(hitung.jumlah_penganggur AS DOUBLE) / NULLIF(hitung.jumlah_angkatan_kerja, 0) AS rasio_tpt
FROM hitung
LEFT JOIN urutan_kategori ON hitung.dimensi = 'pendidikan' AND hitung.kategori = urutan_kategori.kategori
ORDER BY
    CASE hitung.dimensi WHEN 'jenis_kelamin' THEN 1 WHEN 'kelompok_umur' THEN 2 ELSE 3 END,
    hitung.kategori IN ('tidak diketahui', '?'),
    urutan_kategori.urutan,
    hitung.kategori;
