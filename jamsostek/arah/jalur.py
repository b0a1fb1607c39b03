"""The fastest and the fair path to the same target with the same number of enrolments a year."""

from datetime import date
from typing import Any

import pandas as pd

from jamsostek import components, filters, formats, giliran, metrics, pemerataan, queries
from jamsostek.figures import maps
from jamsostek.figures import pemerataan as gambar
from jamsostek.pemerataan import Tahun
from jamsostek.shell import Konteks


def tampil(konteks: Konteks) -> None:
    """The same number of enrolments a year, given to the largest gaps or to the lowest coverage."""
    pilih = konteks.saringan
    siapa: dict[str, Any] = {**pilih.wilayah(), **konteks.siapa}
    akun = queries.akun_bulanan(**siapa).set_index("bulan")
    kini = akun.loc[str(pilih.bulan)].to_dict() if pd.Timestamp(pilih.bulan) in akun.index else {}
    tempat, luar = giliran.kelurahan(
        dalam(konteks, maps.berwilayah(queries.cakupan_per_kelurahan(bulan=pilih.bulan, **konteks.siapa)))
    )
    if not kini or not metrics.keadaan_baris(kini, "cakupan").ada_nilai or not any(k.penyebut for k in tempat):
        components.kosong("Jalur memerlukan cakupan wilayah dan kelurahannya.", "Pilih kelompok atau penyebut lain.")
        return
    laju = _laju(akun["jumlah_peserta"], pilih.bulan)
    pilihan = filters.yearly_control(laju[1], {str(n): f"{formats.angka(n)} orang" for n in pemerataan.PER_TAHUN})
    per_tahun = int(pilihan) if pilihan else laju[0]
    jalur = {
        nama: pemerataan.jalur(
            tempat, int(kini["jumlah_peserta"]), int(kini["jumlah_penyebut"]), per_tahun=per_tahun, urutan=urutan
        )
        for nama, urutan in pemerataan.JALUR.items()
    }
    components.kalimat(" ".join(_kalimat_jalur(nama, path, pilih.bulan) for nama, path in jalur.items()))
    components.grafik(
        lambda: gambar.jalur(jalur, pilih.bulan), key="merata_grafik_jalur",
        alt="Kelurahan di bawah 50% setiap tahun menurut dua jalur; nilainya ada di tabel di bawah.",
    )  # fmt: skip
    components.tabel(gambar.tabel_jalur(jalur, pilih.bulan), key="merata_tabel_jalur")
    lewat = sum(len(nama) for nama in luar.values()) + sum(not k.penyebut for k in tempat)
    components.catatan(
        f"Sasaran kedua jalur sama: kesenjangan semua kelurahan yang dihitung ditutup, {formats.angka(per_tahun)} "
        "orang bersih setahun (yang keluar sudah diganti), pekerja dan peserta lain tetap; cakupan seluruh wilayah "
        "karena itu sama setiap tahun. Tercepat: kesenjangan terbesar ditutup dulu. Adil: selalu di kelurahan yang "
        f"cakupannya paling rendah. {lewat} kelurahan tanpa nilai tidak ikut."
    )


def _laju(peserta: pd.Series, bulan: date) -> tuple[int, str]:
    """The default number a year with its words: the net growth of the last twelve months, where there was any."""
    lalu = pd.Timestamp(bulan) - pd.DateOffset(years=1)
    bersih = int(peserta[str(bulan)] - peserta[lalu]) if lalu in peserta.index and pd.notna(peserta[lalu]) else 0
    if bersih < metrics.AMBANG_RAHASIA:
        bawaan = pemerataan.PER_TAHUN[1]
        return bawaan, f"{formats.angka(bawaan)} orang (bawaan)"
    return bersih, f"Seperti 12 bulan terakhir: {formats.angka(bersih)} orang bersih"


def _kalimat_jalur(nama: str, path: list[Tahun], bulan: date) -> str:
    habis = pemerataan.tahun_tanpa(path)
    if habis is None:
        return f"Jalur {nama}: dalam {path[-1].ke} tahun masih ada {path[-1].bawah} kelurahan di bawah 50%."
    if habis == 0:
        return f"Jalur {nama}: tidak ada kelurahan di bawah 50% sejak awal."
    kapan = formats.bulan_panjang(date(bulan.year + habis, bulan.month, 1))
    tengah = path[min(len(path) - 1, 5)]
    return (
        f"Jalur {nama}: tidak ada lagi kelurahan di bawah 50% pada {kapan} (tahun ke-{habis}); setelah {tengah.ke} "
        f"tahun {tengah.bawah} kelurahan masih di bawahnya, terendah {tengah.nama_terendah} "
        f"{formats.persen(tengah.terendah)}."
    )


def dalam(konteks: Konteks, df: pd.DataFrame) -> pd.DataFrame:
    """The rows inside the chosen place."""
    for kolom, kode in konteks.saringan.wilayah().items():
        df = df[df[kolom] == kode] if kode else df
    return df
