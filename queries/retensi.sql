-- Pertanyaan: Berapa peserta baru yang bertahan, menurut lama sejak bergabung dan siapa yang membayar iurannya?
-- Satu baris: satu sumber iuran dan satu lama (bulan sejak bergabung), semua bulan bergabung dijumlah.
-- Penyebut: jumlah_mulai = peserta baru yang sebulan sebelumnya masih bertahan dan yang bulan ini sudah dapat diamati (berkasnya ada, tidak sesudah bulan yang dipilih);
--   pada bulan 0: semua yang bergabung. Peluang bertahan menurut Kaplan-Meier = hasil kali jumlah_bertahan / jumlah_mulai dari bulan 1.
-- Sumber: berkas peserta BPJS Ketenagakerjaan, dibandingkan orang demi orang.
-- Catatan: bergabung = pertama kali tercatat aktif dalam segmen itu; yang sudah aktif pada bulan pertama data tidak ikut, sebab tidak diketahui sejak kapan. Bertahan = aktif dalam
--   segmen itu tanpa terputus; yang kembali tetap dihitung berhenti, begitu pula yang pindah segmen. Tanpa pilihan segmen: BPU. Wilayah = kecamatan pada bulan bergabung; pilihan kelurahan,
--   jenis kelamin, dan umur tidak diikuti.
SELECT
    sumber_iuran,
    lama_bulan,
    CAST(SUM(jumlah_mulai) AS BIGINT) AS jumlah_mulai,
    CAST(SUM(jumlah_bertahan) AS BIGINT) AS jumlah_bertahan
FROM retensi_bulanan
WHERE
    segmen = COALESCE($segmen, 'BPU')
    AND ($kode_kecamatan IS NULL OR kode_kecamatan = $kode_kecamatan)
    AND (EXTRACT(YEAR FROM bulan_bergabung) * 12 + EXTRACT(MONTH FROM bulan_bergabung)) + lama_bulan
    <= EXTRACT(YEAR FROM CAST($bulan AS DATE)) * 12 + EXTRACT(MONTH FROM CAST($bulan AS DATE))
GROUP BY sumber_iuran, lama_bulan
ORDER BY sumber_iuran, lama_bulan;
