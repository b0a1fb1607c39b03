-- Tabel sementara untuk isi batch, satu per jenis, dengan kode angka agar pembangunan cepat. Tidak pernah ditulis ke berkas yang disajikan.
CREATE TEMPORARY TABLE manifest (
    urutan INTEGER,
    id_batch VARCHAR,
    jenis VARCHAR,
    bulan DATE,
    nama_berkas VARCHAR,
    sha256_berkas VARCHAR,
    baris_masuk INTEGER,
    baris_diterima INTEGER,
    baris_ditolak INTEGER,
    diimpor_pada TIMESTAMP,
    oleh VARCHAR,
    basis_wilayah VARCHAR,
    contoh BOOLEAN,
    ditarik BOOLEAN
);
CREATE TEMPORARY TABLE peserta_masukan (
    urutan INTEGER,
    bulan_ke INTEGER,
    nik UUID,
    kpj UUID,
    wilayah_ke INTEGER,
    kelamin_ke INTEGER,
    lahir_ke INTEGER,
    segmen_ke INTEGER,
    iuran_ke INTEGER,
    program INTEGER,
    di_luar_masa BOOLEAN
);
CREATE TEMPORARY TABLE tenaga_masukan (
    urutan INTEGER,
    nomor_baris INTEGER,
    orang UUID,
    wilayah_ke INTEGER,
    rw VARCHAR,
    rt VARCHAR,
    kelamin_ke INTEGER,
    lahir_ke INTEGER,
    status_ke INTEGER,
    pendidikan_ke INTEGER,
    sumber_ke INTEGER
);
CREATE TEMPORARY TABLE pemberi_kerja_masukan (
    urutan INTEGER,
    npp VARCHAR,
    jenis_pemberi_kerja VARCHAR,
    wilayah_ke INTEGER,
    jumlah_pekerja INTEGER,
    jumlah_terdaftar INTEGER,
    di_luar_masa BOOLEAN
);
CREATE TEMPORARY TABLE klaim_masukan (
    urutan INTEGER,
    bulan DATE,
    program VARCHAR,
    jenis_manfaat VARCHAR,
    wilayah_ke INTEGER,
    rupiah BIGINT,
    sumber_kepesertaan VARCHAR,
    di_luar_masa BOOLEAN
);
CREATE TEMPORARY TABLE angka_masukan (
    urutan INTEGER,
    nomor_baris INTEGER,
    indikator VARCHAR,
    wilayah VARCHAR,
    periode VARCHAR,
    tanggal DATE,
    nilai DOUBLE,
    satuan VARCHAR,
    jenis_angka VARCHAR,
    penutur VARCHAR,
    sumber VARCHAR,
    tautan VARCHAR,
    catatan VARCHAR
);
CREATE TEMPORARY TABLE target_masukan (
    urutan INTEGER,
    nomor_baris INTEGER,
    tanggal DATE,
    rasio_cakupan DOUBLE,
    wilayah VARCHAR,
    penerbit VARCHAR,
    sumber VARCHAR,
    tautan VARCHAR
);
