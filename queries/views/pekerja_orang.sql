-- Satu baris: satu orang dalam daftar tenaga kerja, berlaku dari bulan dari sampai bulan sampai; dalam satu bulan setiap orang paling banyak satu baris.
-- Orang yang hanya ada di satu (sumber, kelurahan) memakai masa berlaku daftarnya; yang ada di beberapa dipilih bulan demi bulan: daftar terbaru, lalu urutan sumber, lalu kode kelurahan.
CREATE TEMPORARY TABLE pekerja_orang AS
SELECT
    orang,
    sel,
    status_ke,
    pendidikan_ke,
    dari,
    sampai
FROM pekerja_baris
WHERE
    NOT EXISTS (
        SELECT 1 FROM pekerja_jamak
        WHERE pekerja_jamak.orang = pekerja_baris.orang
    )
UNION ALL
SELECT
    orang,
    sel,
    status_ke,
    pendidikan_ke,
    bulan_ke AS dari,
    bulan_ke AS sampai
FROM pekerja_jamak
WHERE pilihan_ke = 1;
