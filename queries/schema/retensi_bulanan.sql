CREATE TABLE retensi_bulanan (
    bulan_bergabung DATE NOT NULL CHECK (EXTRACT(DAY FROM bulan_bergabung) = 1),
    kode_kecamatan VARCHAR NOT NULL,
    segmen VARCHAR NOT NULL CHECK (segmen IN ('PU', 'BPU', 'JAKON', 'PMI')),
    sumber_iuran VARCHAR NOT NULL CHECK (
        sumber_iuran IN ('mandiri', 'pemberi_kerja', 'apbd_kota', 'apbd_provinsi', 'dana_desa', 'lembaga', 'tidak diketahui')
    ),
    lama_bulan INTEGER NOT NULL CHECK (lama_bulan >= 0),
    jumlah_mulai INTEGER NOT NULL CHECK (jumlah_mulai > 0),
    jumlah_bertahan INTEGER NOT NULL CHECK (jumlah_bertahan BETWEEN 0 AND jumlah_mulai),
    CHECK (lama_bulan > 0 OR jumlah_bertahan = jumlah_mulai)
);
COMMENT ON TABLE retensi_bulanan IS 'Satu baris: bulan bergabung x kecamatan x segmen x sumber iuran x lama sejak bergabung. Bergabung = pertama kali tercatat aktif dalam segmen itu, pada bulan yang bulan sebelumnya juga punya berkas. Bertahan = aktif dalam segmen itu tanpa terputus sejak bergabung; yang kembali tetap dihitung berhenti.'; -- noqa: LT05
COMMENT ON COLUMN retensi_bulanan.bulan_bergabung IS 'Hari pertama bulan bergabung.';
COMMENT ON COLUMN retensi_bulanan.kode_kecamatan IS 'Kecamatan domisili pada bulan bergabung; kode tanpa wilayah bila tidak diketahui.';
COMMENT ON COLUMN retensi_bulanan.segmen IS 'PU, BPU, JAKON, atau PMI.';
COMMENT ON COLUMN retensi_bulanan.sumber_iuran IS 'Pembayar iuran pada bulan bergabung; bila beberapa: yang diketahui, lalu menurut urutan nilainya.';
COMMENT ON COLUMN retensi_bulanan.lama_bulan IS 'Bulan sejak bergabung; 0 = bulan bergabung.';
COMMENT ON COLUMN retensi_bulanan.jumlah_mulai IS 'Orang yang masih bertahan sebulan sebelumnya dan bulan ini punya berkas; pada bulan 0: yang bergabung.';
COMMENT ON COLUMN retensi_bulanan.jumlah_bertahan IS 'Di antaranya masih aktif pada bulan ini.';
