-- Pertanyaan: Berapa RT yang melapor, kelurahan mana yang belum, dan berapa orang tercatat di wilayah terpilih?
-- Satu baris: seluruh wilayah terpilih pada satu bulan.
-- Penyebut: jumlah_rt = jumlah RT menurut tabel rujukan (total kota bersumber; pembagian ke kelurahan taksiran menurut penduduk); jumlah_kelurahan = semua kelurahan terpilih.
-- Sumber: daftar tenaga kerja yang berlaku pada bulan itu; berkas peserta BPJS Ketenagakerjaan bulan itu.
-- Catatan: orang dihitung seperti pada pendataan_per_kelurahan, satu kali menurut catatan yang dipakai, jadi kelurahan boleh dijumlah. Orang yang juga ada di daftar di luar
--   wilayah terpilih termasuk tercatat ganda.
WITH terpilih AS (
    SELECT
        pendataan_bulanan.kode_kelurahan,
        pendataan_bulanan.bulan_daftar,
        pendataan_bulanan.jumlah_rt_melapor,
        pendataan_bulanan.jumlah_rt,
        pendataan_bulanan.jumlah_orang_ganda,
        pendataan_bulanan.jumlah_orang_konflik
    FROM pendataan_bulanan
    INNER JOIN wilayah ON pendataan_bulanan.kode_kelurahan = wilayah.kode_kelurahan
    WHERE
        pendataan_bulanan.bulan = $bulan
        AND ($kode_kecamatan IS NULL OR wilayah.kode_kecamatan = $kode_kecamatan)
        AND ($kode_kelurahan IS NULL OR wilayah.kode_kelurahan = $kode_kelurahan)
),

orang AS (
    SELECT
        SUM(pekerja_ringkas.jumlah_orang) AS jumlah_orang,
        SUM(pekerja_ringkas.jumlah_terlindungi) AS jumlah_terlindungi
    FROM pekerja_ringkas
    INNER JOIN terpilih ON pekerja_ringkas.kode_kelurahan = terpilih.kode_kelurahan
    WHERE pekerja_ringkas.bulan = $bulan
),

daftar AS (
    SELECT
        COUNT(*) AS jumlah_kelurahan,
        COUNT(*) - COUNT(bulan_daftar) AS jumlah_kelurahan_tanpa_daftar,
        COUNT(bulan_daftar) > 0 AS ada_daftar,
        SUM(jumlah_rt_melapor) AS jumlah_rt_melapor,
        SUM(jumlah_rt) AS jumlah_rt,
        SUM(jumlah_orang_ganda) AS jumlah_orang_ganda,
        SUM(jumlah_orang_konflik) AS jumlah_orang_konflik
    FROM terpilih
    HAVING COUNT(*) > 0
)

SELECT
    daftar.jumlah_kelurahan,
    daftar.jumlah_kelurahan_tanpa_daftar,
    CAST(daftar.jumlah_rt_melapor AS BIGINT) AS jumlah_rt_melapor,
    CAST(daftar.jumlah_rt AS BIGINT) AS jumlah_rt,
    CAST(daftar.jumlah_rt_melapor AS DOUBLE) / NULLIF(daftar.jumlah_rt, 0) AS rasio_rt_melapor,
    CAST(CASE WHEN daftar.ada_daftar THEN COALESCE(orang.jumlah_orang, 0) END AS BIGINT) AS jumlah_orang,
    CAST(CASE WHEN daftar.ada_daftar AND bulan_data.ada_peserta THEN COALESCE(orang.jumlah_terlindungi, 0) END AS BIGINT) AS jumlah_terlindungi,
    CAST(CASE WHEN daftar.ada_daftar THEN daftar.jumlah_orang_ganda END AS BIGINT) AS jumlah_orang_ganda,
    CAST(CASE WHEN daftar.ada_daftar THEN daftar.jumlah_orang_konflik END AS BIGINT) AS jumlah_orang_konflik
FROM daftar
CROSS JOIN orang
INNER JOIN bulan_data ON bulan_data.bulan = $bulan
ORDER BY daftar.jumlah_kelurahan;
