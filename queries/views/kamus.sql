-- Kode angka untuk nilai teks. Urutan kode wilayah mengikuti kode Kemendagri, jadi kode angka terkecil = kode teks terkecil; 0 berarti tidak diketahui.
-- dari dan sampai: bulan pertama dan terakhir kelurahan itu ada; 0 dan 120000 (12 * 10.000) di luar tahun mana pun.
CREATE TEMPORARY TABLE kamus_wilayah AS
SELECT
    kode_kelurahan,
    CAST(ROW_NUMBER() OVER (ORDER BY kode_kelurahan) - 1 AS INTEGER) AS wilayah_ke,
    CAST(COALESCE(EXTRACT(YEAR FROM berlaku_mulai) * 12 + EXTRACT(MONTH FROM berlaku_mulai), 0) AS INTEGER) AS dari,
    CAST(COALESCE(EXTRACT(YEAR FROM berlaku_sampai) * 12 + EXTRACT(MONTH FROM berlaku_sampai), 120000) AS INTEGER) AS sampai
FROM wilayah;

CREATE TEMPORARY TABLE kamus_kelamin AS
SELECT
    kelamin_ke,
    jenis_kelamin
FROM (VALUES (0, '?'), (1, 'L'), (2, 'P')) AS nilai (kelamin_ke, jenis_kelamin);

CREATE TEMPORARY TABLE kamus_umur AS
SELECT
    umur_ke,
    kelompok_umur
FROM (
    VALUES (0, 'tidak diketahui'), (1, '15-24'), (2, '25-34'), (3, '35-44'), (4, '45-54'), (5, '55-64'), (6, '65+')
) AS nilai (umur_ke, kelompok_umur);

CREATE TEMPORARY TABLE kamus_segmen AS
SELECT
    segmen_ke,
    segmen
FROM (VALUES (0, 'SEMUA'), (1, 'PU'), (2, 'BPU'), (3, 'JAKON'), (4, 'PMI')) AS nilai (segmen_ke, segmen);

CREATE TEMPORARY TABLE kamus_iuran AS
SELECT
    iuran_ke,
    sumber_iuran
FROM (
    VALUES
    (0, 'tidak diketahui'), (1, 'mandiri'), (2, 'pemberi_kerja'), (3, 'apbd_kota'), (4, 'apbd_provinsi'), (5, 'dana_desa'), (6, 'lembaga')
) AS nilai (iuran_ke, sumber_iuran);

CREATE TEMPORARY TABLE kamus_status AS
SELECT
    status_ke,
    status
FROM (
    VALUES (1, 'penerima_upah'), (2, 'bukan_penerima_upah'), (3, 'menganggur'), (4, 'bukan_angkatan_kerja')
) AS nilai (status_ke, status);

CREATE TEMPORARY TABLE kamus_pendidikan AS
SELECT
    pendidikan_ke,
    pendidikan
FROM (
    VALUES
    (0, 'tidak diketahui'), (1, 'tidak_tamat_sd'), (2, 'sd'), (3, 'smp'), (4, 'sma'), (5, 'smk'), (6, 'diploma'), (7, 'sarjana')
) AS nilai (pendidikan_ke, pendidikan);

-- Kode sumber daftar sekaligus urutan menang bila dua daftar berbulan sama.
CREATE TEMPORARY TABLE kamus_daftar AS
SELECT
    sumber_ke,
    sumber
FROM (
    VALUES (1, 'rt_rw'), (2, 'perusahaan'), (3, 'umkm'), (4, 'ritel'), (5, 'rumah_ibadah')
) AS nilai (sumber_ke, sumber);

-- Sel: wilayah x jenis kelamin x kelompok umur dalam satu angka.
CREATE TEMPORARY TABLE kamus_sel AS
SELECT
    kamus_wilayah.kode_kelurahan,
    kamus_kelamin.jenis_kelamin,
    kamus_umur.kelompok_umur,
    kamus_wilayah.wilayah_ke * 100 + kamus_kelamin.kelamin_ke * 10 + kamus_umur.umur_ke AS sel
FROM kamus_wilayah
CROSS JOIN kamus_kelamin
CROSS JOIN kamus_umur;
