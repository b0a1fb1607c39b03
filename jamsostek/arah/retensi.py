"""Who came, who left, how long new participants stay, and who stops when a subsidised group ends."""

import streamlit as st

from jamsostek import components, formats, metrics, queries, retensi, subsidi
from jamsostek.figures import flows, ketahanan
from jamsostek.shell import Konteks


def tampil(konteks: Konteks) -> None:
    """The monthly flow of the chosen place and group, and in a fold how long new participants stay."""
    pilih = konteks.saringan
    arus = queries.arus_per_bulan(**pilih.wilayah(), segmen=pilih.segmen, **pilih.orang())
    components.subjudul("Arus peserta per bulan: masuk baru, kembali aktif, keluar")
    components.grafik(
        lambda: flows.arus(arus), key="arus", alt="Arus peserta per bulan; nilainya ada di tabel di bawah."
    )
    lipatan = st.expander(
        "Berapa lama peserta baru bertahan, dan siapa berhenti ketika subsidi berakhir",
        key="retensi_terbuka",
        on_change="rerun",
    )
    if lipatan.open:
        with lipatan:
            _bertahan(konteks)
            _subsidi(konteks)


def _di(konteks: Konteks) -> tuple[str | None, str]:
    """Code and name of the kecamatan that the questions know of, for kelurahan are too small."""
    kode = konteks.saringan.kode_kecamatan
    return kode, konteks.pilihan.nama(kode) if kode else konteks.nama_wilayah


def _diabaikan(konteks: Konteks) -> str:
    """Which of the chosen filters these figures do not follow."""
    pilih = konteks.saringan
    nama = {"kelurahan": pilih.kode_kelurahan, "jenis kelamin": pilih.jenis_kelamin, "umur": pilih.kelompok_umur}
    dipilih = [kata for kata, nilai in nama.items() if nilai]
    return f" Tidak mengikuti pilihan {' dan '.join(dipilih)}." if dipilih else ""


def _bertahan(konteks: Konteks) -> None:
    pilih = konteks.saringan
    kode, tempat = _di(konteks)
    segmen = pilih.segmen or "BPU"
    kurva = retensi.kurva(queries.retensi(bulan=pilih.bulan, kode_kecamatan=kode, segmen=segmen))
    kalimat = retensi.kalimat(kurva, f"{segmen} di {tempat}")
    components.subjudul(f"Bertahan sejak bergabung, peserta baru {metrics.LABEL_SEGMEN[segmen]}, {tempat}")
    components.kalimat(kalimat)
    components.grafik(lambda: ketahanan.bertahan(kurva), key="bertahan", alt=kalimat)
    if kurva:
        components.tabel(ketahanan.berisiko(kurva), key="tabel_bertahan")
    components.catatan(
        f"Peserta baru: pertama kali tercatat aktif sebagai {segmen}, sampai {formats.bulan_panjang(pilih.bulan)}; "
        "yang sudah aktif pada bulan pertama data tidak ikut. Bertahan: aktif dalam segmen itu tanpa terputus; yang "
        "kembali atau pindah segmen tetap dihitung berhenti. Pembayar iuran: pada bulan bergabung. Bulan dengan 1 "
        "sampai 4 yang berhenti digabung dengan bulan berikutnya. Sumber: berkas peserta BPJS Ketenagakerjaan."
        + _diabaikan(konteks)
    )


def _subsidi(konteks: Konteks) -> None:
    pilih = konteks.saringan
    kode, tempat = _di(konteks)
    akhir = subsidi.peristiwa(queries.akhir_subsidi(bulan=pilih.bulan, kode_kecamatan=kode, segmen=pilih.segmen))
    components.subjudul(f"Siapa berhenti ketika subsidi berakhir, {tempat}")
    components.kalimat(subsidi.kalimat(akhir))
    if not akhir:
        return
    components.tabel(ketahanan.peristiwa(akhir), key="tabel_subsidi")
    dimensi_tabel = {} if kode else {"kecamatan": "Kecamatan"}
    dimensi_tabel["kelompok_umur"] = "Kelompok umur"
    for layar, (dimensi, kepala) in zip(
        st.columns(len(dimensi_tabel), gap="small"), dimensi_tabel.items(), strict=True
    ):
        judul = f"{metrics.LABEL_SUMBER_IURAN[akhir[0].sumber]}, {formats.bulan_panjang(akhir[0].bulan)}"
        with layar:
            isi = akhir[0].kelompok(dimensi)
            components.tabel(ketahanan.kelompok(isi, judul, kepala), key=f"tabel_subsidi_{dimensi}")
    dari = f"segmen {pilih.segmen}" if pilih.segmen else "semua segmen"
    components.catatan(
        "Berakhir: di seluruh kota peserta dari satu pembayar (APBD, dana desa, lembaga; sedikitnya 20 orang) turun "
        f"lebih dari separuh dalam sebulan. Berhenti: tidak aktif ({dari}) pada sedikitnya satu dari tiga bulan sejak "
        "itu. Kategori yang menyangkut 1 sampai 4 orang digabung dengan yang lain." + _diabaikan(konteks)
    )
