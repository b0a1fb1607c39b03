-- Pertanyaan: Seberapa lengkap dan seberapa baru daftar tenaga kerja setiap kelurahan, dan berapa orang di dalamnya?
-- Satu baris: satu kelurahan, juga yang belum pernah melapor.
-- Penyebut: jumlah_rt = jumlah RT menurut tabel rujukan (total kota bersumber; pembagian ke kelurahan taksiran menurut penduduk).
-- Sumber: daftar tenaga kerja yang berlaku pada bulan itu; bulan_rt_rw dan seterusnya = bulan daftar setiap sumber. Peserta aktif: berkas BPJS Ketenagakerjaan bulan itu.
-- Catatan: rasio dapat melebihi 100 persen bila tabel rujukan RT sudah usang. Setiap orang dihitung satu kali, di kelurahan menurut catatan yang dipakai: daftar terbaru, lalu urutan sumber,
--   lalu kode kelurahan; semua status ikut, juga penganggur dan bukan angkatan kerja. jumlah_terlindungi = di antaranya peserta aktif, dicocokkan dengan nama samaran.
--   jumlah_orang_ganda = di antaranya yang ada di lebih dari satu daftar yang berlaku; jumlah_orang_konflik = di antara yang ganda, yang kelurahan atau statusnya berbeda.
WITH daftar_berlaku AS (
    SELECT
        kode_kelurahan,
        MAX(CASE WHEN sumber = 'rt_rw' THEN bulan_daftar END) AS bulan_rt_rw,
        MAX(CASE WHEN sumber = 'perusahaan' THEN bulan_daftar END) AS bulan_perusahaan,
        MAX(CASE WHEN sumber = 'umkm' THEN bulan_daftar END) AS bulan_umkm,
        MAX(CASE WHEN sumber = 'ritel' THEN bulan_daftar END) AS bulan_ritel,
        MAX(CASE WHEN sumber = 'rumah_ibadah' THEN bulan_daftar END) AS bulan_rumah_ibadah
    FROM daftar_tenaga_kerja
    WHERE bulan_daftar <= $bulan AND (bulan_pengganti IS NULL OR bulan_pengganti > $bulan)
    GROUP BY kode_kelurahan
),

orang AS (
    SELECT
        kode_kelurahan,
        SUM(jumlah_orang) AS jumlah_orang,
        SUM(jumlah_terlindungi) AS jumlah_terlindungi
    FROM pekerja_ringkas
    WHERE bulan = $bulan
    GROUP BY kode_kelurahan
)

SELECT
    wilayah.kode_kelurahan,
    wilayah.nama_kelurahan,
    wilayah.kode_kecamatan,
    wilayah.nama_kecamatan,
    pendataan_bulanan.bulan_daftar,
    pendataan_bulanan.umur_bulan,
    daftar_berlaku.bulan_rt_rw,
    daftar_berlaku.bulan_perusahaan,
    daftar_berlaku.bulan_umkm,
    daftar_berlaku.bulan_ritel,
    daftar_berlaku.bulan_rumah_ibadah,
    pendataan_bulanan.jumlah_rt_melapor,
    pendataan_bulanan.jumlah_rt,
    CAST(pendataan_bulanan.jumlah_rt_melapor AS DOUBLE) / NULLIF(pendataan_bulanan.jumlah_rt, 0) AS rasio_rt_melapor,
    CAST(CASE WHEN pendataan_bulanan.bulan_daftar IS NOT NULL THEN COALESCE(orang.jumlah_orang, 0) END AS BIGINT) AS jumlah_orang,
    CAST(
        CASE WHEN pendataan_bulanan.bulan_daftar IS NOT NULL AND bulan_data.ada_peserta THEN COALESCE(orang.jumlah_terlindungi, 0) END AS BIGINT
    ) AS jumlah_terlindungi,
    CASE WHEN pendataan_bulanan.bulan_daftar IS NOT NULL THEN pendataan_bulanan.jumlah_orang_ganda END AS jumlah_orang_ganda,
    CASE WHEN pendataan_bulanan.bulan_daftar IS NOT NULL THEN pendataan_bulanan.jumlah_orang_konflik END AS jumlah_orang_konflik
FROM pendataan_bulanan
INNER JOIN wilayah ON pendataan_bulanan.kode_kelurahan = wilayah.kode_kelurahan
INNER JOIN bulan_data ON pendataan_bulanan.bulan = bulan_data.bulan
LEFT JOIN daftar_berlaku ON pendataan_bulanan.kode_kelurahan = daftar_berlaku.kode_kelurahan
LEFT JOIN orang ON pendataan_bulanan.kode_kelurahan = orang.kode_kelurahan
WHERE pendataan_bulanan.bulan = $bulan
ORDER BY wilayah.kode_kelurahan;
