-- Pertanyaan: Siapa yang berhenti ketika satu kelompok bersubsidi berakhir?
-- Satu baris: satu kelompok yang berakhir, satu sumber iuran, dan satu kategori menurut dimensi: semua, kecamatan, atau kelompok_umur.
-- Penyebut: jumlah_peserta = peserta aktif dengan sumber iuran itu pada bulan sebelum kelompok itu berakhir; orang dengan beberapa pembayar dihitung pada masing-masing.
-- Sumber: berkas peserta BPJS Ketenagakerjaan, dibandingkan orang demi orang.
-- Catatan: kelompok bersubsidi = peserta kota dari APBD kota, APBD provinsi, dana desa, atau lembaga dalam satu segmen; berakhir = jumlahnya (sedikitnya 20 orang) turun lebih dari separuh dalam sebulan.
--   Berhenti = tidak aktif pada sedikitnya satu dari tiga bulan sejak itu, dari segmen yang dipilih atau (tanpa pilihan) dari segmen mana pun. Hanya kelompok yang tiga bulannya
--   sudah lewat pada bulan yang dipilih. Pilihan kelurahan, jenis kelamin, dan umur tidak diikuti.
WITH terpilih AS (
    SELECT
        akhir_subsidi.bulan_berakhir,
        akhir_subsidi.sumber_iuran_berakhir,
        akhir_subsidi.sumber_iuran,
        akhir_subsidi.kode_kecamatan,
        akhir_subsidi.kelompok_umur,
        akhir_subsidi.jumlah_peserta,
        akhir_subsidi.jumlah_berhenti
    FROM akhir_subsidi
    WHERE
        akhir_subsidi.segmen = COALESCE($segmen, 'SEMUA')
        AND ($kode_kecamatan IS NULL OR akhir_subsidi.kode_kecamatan = $kode_kecamatan)
        AND akhir_subsidi.bulan_berakhir + INTERVAL 2 MONTH <= CAST($bulan AS DATE)
),

nama_kecamatan AS (
    SELECT DISTINCT
        kode_kecamatan,
        nama_kecamatan
    FROM wilayah
),

panjang AS (
    SELECT
        bulan_berakhir,
        sumber_iuran_berakhir,
        sumber_iuran,
        'semua' AS dimensi,
        'semua' AS kategori,
        jumlah_peserta,
        jumlah_berhenti
    FROM terpilih
    UNION ALL
    SELECT
        terpilih.bulan_berakhir,
        terpilih.sumber_iuran_berakhir,
        terpilih.sumber_iuran,
        'kecamatan' AS dimensi,
        nama_kecamatan.nama_kecamatan AS kategori,
        terpilih.jumlah_peserta,
        terpilih.jumlah_berhenti
    FROM terpilih
    INNER JOIN nama_kecamatan ON terpilih.kode_kecamatan = nama_kecamatan.kode_kecamatan
    UNION ALL
    SELECT
        bulan_berakhir,
        sumber_iuran_berakhir,
        sumber_iuran,
        'kelompok_umur' AS dimensi,
        kelompok_umur AS kategori,
        jumlah_peserta,
        jumlah_berhenti
    FROM terpilih
)

SELECT
    bulan_berakhir,
    sumber_iuran_berakhir,
    sumber_iuran,
    dimensi,
    kategori,
    CAST(SUM(jumlah_peserta) AS BIGINT) AS jumlah_peserta,
    CAST(SUM(jumlah_berhenti) AS BIGINT) AS jumlah_berhenti
FROM panjang
GROUP BY bulan_berakhir, sumber_iuran_berakhir, sumber_iuran, dimensi, kategori
ORDER BY bulan_berakhir, sumber_iuran_berakhir, sumber_iuran, dimensi, kategori;
