CREATE TABLE batch (
    id_batch VARCHAR PRIMARY KEY,
    urutan INTEGER NOT NULL UNIQUE,
    jenis VARCHAR NOT NULL CHECK (jenis IN ('peserta', 'tenaga_kerja', 'pemberi_kerja', 'klaim', 'angka_resmi', 'target')),
    bulan DATE,
    nama_berkas VARCHAR NOT NULL,
    sha256_berkas VARCHAR NOT NULL,
    jumlah_baris_masuk INTEGER NOT NULL CHECK (jumlah_baris_masuk >= 0),
    jumlah_baris_diterima INTEGER NOT NULL CHECK (jumlah_baris_diterima >= 0),
    jumlah_baris_ditolak INTEGER NOT NULL CHECK (jumlah_baris_ditolak >= 0),
    tanggal_impor TIMESTAMP NOT NULL,
    oleh VARCHAR,
    basis_wilayah VARCHAR NOT NULL CHECK (basis_wilayah IN ('domisili', 'tempat_kerja', 'kantor_cabang')),
    adalah_contoh BOOLEAN NOT NULL,
    ditarik BOOLEAN NOT NULL,
    dipakai BOOLEAN NOT NULL,
    CHECK (NOT (ditarik AND dipakai))
);
COMMENT ON TABLE batch IS 'Satu baris: satu batch (satu berkas yang pernah diterima), juga yang sudah diganti atau ditarik.';
COMMENT ON COLUMN batch.id_batch IS 'Nama batch.';
COMMENT ON COLUMN batch.urutan IS 'Nomor urut penerimaan; yang lebih besar lebih baru.';
COMMENT ON COLUMN batch.jenis IS 'Jenis isi: peserta, tenaga_kerja, pemberi_kerja, klaim, angka_resmi, atau target.';
COMMENT ON COLUMN batch.bulan IS 'Bulan data (hari pertama); kosong bila jenisnya tidak bulanan.';
COMMENT ON COLUMN batch.nama_berkas IS 'Nama berkas yang diserahkan.';
COMMENT ON COLUMN batch.sha256_berkas IS 'SHA-256 berkas yang diserahkan.';
COMMENT ON COLUMN batch.jumlah_baris_masuk IS 'Jumlah baris dalam berkas.';
COMMENT ON COLUMN batch.jumlah_baris_diterima IS 'Jumlah baris yang lolos pemeriksaan.';
COMMENT ON COLUMN batch.jumlah_baris_ditolak IS 'Jumlah baris yang ditolak, dengan alasan di berkas penolakan.';
COMMENT ON COLUMN batch.tanggal_impor IS 'Waktu penerimaan (UTC).';
COMMENT ON COLUMN batch.oleh IS 'Siapa yang memasukkan.';
COMMENT ON COLUMN batch.basis_wilayah IS 'Arti wilayah dalam berkas: domisili, tempat_kerja, atau kantor_cabang.';
COMMENT ON COLUMN batch.adalah_contoh IS 'Benar bila batch berasal dari pembuat data contoh.';
COMMENT ON COLUMN batch.ditarik IS 'Benar bila batch ditarik; batch yang ditarik tidak dihitung.';
COMMENT ON COLUMN batch.dipakai IS 'Benar bila sedikitnya satu angka dibangun dari batch ini.';
