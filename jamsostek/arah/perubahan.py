"""Why coverage changed between two months: by flows and workers, and by places and segments."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from jamsostek import campuran, components, filters, formats, metrics, queries, urai
from jamsostek.figures import jenjang, maps
from jamsostek.shell import Konteks


def tampil(konteks: Konteks) -> None:
    """The menu of the second month, the sentence, the waterfall, and in a fold the table and the second reading."""
    pilih = konteks.saringan
    components.subjudul(f"Mengapa cakupan berubah, {konteks.nama_pilihan}")
    lain = filters.second_month_control(konteks.pilihan, pilih.bulan)
    bulan = (min(lain, pilih.bulan), max(lain, pilih.bulan))
    akun = queries.akun_bulanan(
        kode_kecamatan=pilih.kode_kecamatan, kode_kelurahan=pilih.kode_kelurahan, **konteks.siapa
    )
    keadaan = {b: _keadaan(akun, b) for b in bulan}
    if len(keadaan) < 2:
        components.kosong("Kedua bulannya sama.", "Pilih bulan pembanding yang lain.")
        return
    if not all(k.ada_nilai for k in keadaan.values()):
        sebab = "; ".join(
            f"{formats.bulan_panjang(b)}: {k.label.lower()}" for b, k in keadaan.items() if not k.ada_nilai
        )
        components.kosong(
            f"Perubahan tidak dapat diurai tanpa cakupan kedua bulannya ({sebab}).",
            "Pilih bulan, wilayah, segmen, atau penyebut lain.",
        )
        return
    _urai(konteks, bulan, (_titik(akun, bulan[0]), _titik(akun, bulan[1])))


def _urai(konteks: Konteks, bulan: tuple[date, date], titik: tuple[urai.Titik, urai.Titik]) -> None:
    pilih = konteks.saringan
    arus = urai.arus_antara(
        queries.arus_per_bulan(**pilih.wilayah(), segmen=pilih.segmen, **pilih.orang()), bulan[0], bulan[1]
    )
    suku = urai.urai(*titik, arus)
    kalimat = urai.kalimat(konteks.nama_pilihan, bulan, titik, suku, _daftar_baru(konteks, bulan))
    components.kalimat(kalimat)
    components.grafik(lambda: jenjang.jenjang(bulan, titik, suku), key="jenjang", alt=kalimat)
    components.catatan(f"{urai.catatan(arus, suku)} {_sumber(konteks)}")
    rincian = st.expander("Tabel, wilayah, dan segmen", key="rincian_perubahan_terbuka", on_change="rerun")
    if rincian.open:
        with rincian:
            _rincian(konteks, bulan, titik, suku)


def _sumber(konteks: Konteks) -> str:
    penyebut = metrics.LABEL_PENYEBUT[konteks.saringan.penyebut]
    return f"Pembilang: peserta aktif, berkas BPJS Ketenagakerjaan; penyebut (pekerja): {penyebut}."


def _baris(akun: pd.DataFrame, bulan: date) -> dict[str, Any]:
    isi = akun[akun["bulan"] == pd.Timestamp(bulan)]
    return maps.records(isi)[0] if len(isi) else {"jumlah_peserta": None, "jumlah_penyebut": None}


def _keadaan(akun: pd.DataFrame, bulan: date) -> metrics.Keadaan:
    isi = _baris(akun, bulan)
    return metrics.keadaan_sel(isi["jumlah_peserta"], isi["jumlah_penyebut"])


def _titik(akun: pd.DataFrame, bulan: date) -> urai.Titik:
    isi = _baris(akun, bulan)
    return urai.Titik(int(isi["jumlah_peserta"]), int(isi["jumlah_penyebut"]))


def _kelurahan(konteks: Konteks, bulan: date) -> pd.DataFrame:
    """The kelurahan of the chosen place in the month, with tanpa wilayah where it is the city."""
    return _dalam(konteks, queries.cakupan_per_kelurahan(bulan=bulan, **konteks.siapa))


def _dalam(konteks: Konteks, df: pd.DataFrame) -> pd.DataFrame:
    for kolom, kode in konteks.saringan.wilayah().items():
        df = df[df[kolom] == kode] if kode else df
    return df


def _daftar_baru(konteks: Konteks, bulan: tuple[date, date]) -> int:
    """In how many kelurahan of the place a list came into force after the first month."""
    if konteks.saringan.penyebut == "potensi":
        return 0
    daftar = _dalam(konteks, queries.pendataan_per_kelurahan(bulan=bulan[1]))["bulan_daftar"]
    return int((daftar > pd.Timestamp(bulan[0])).sum())


def _rincian(
    konteks: Konteks, bulan: tuple[date, date], titik: tuple[urai.Titik, urai.Titik], suku: tuple[urai.Suku, ...]
) -> None:
    baris = jenjang.baris(suku)
    antara = " sampai ".join(formats.bulan_panjang(b) for b in bulan)
    components.tabel(jenjang.tabel(baris, f"Perubahan cakupan menurut sebabnya, {antara}"), key="tabel_jenjang")
    components.unduh_csv(
        baris,
        nama="perubahan",
        contoh=konteks.contoh,
        keterangan=f"{konteks.keterangan}; {antara}",
        key="unduh_jenjang",
    )
    components.kalimat(
        "Bacaan kedua atas perubahan yang sama: di dalam tiap bagian, dan pergeseran pekerja antarbagian."
    )
    if not konteks.saringan.kode_kelurahan:
        _wilayah(konteks, bulan, titik)
    _segmen(konteks, bulan, titik)
    components.catatan(
        "Cara hitung: di dalam = rata-rata bagian pekerja kedua bulan × perubahan cakupan bagian itu; pergeseran = "
        "(rata-rata cakupan bagian itu − rata-rata cakupan seluruhnya) × perubahan bagian pekerjanya. Yang tidak punya "
        "penyebut di salah satu bulan berdiri sendiri. Jumlah semuanya persis sama dengan perubahan cakupan."
    )


def _wilayah(konteks: Konteks, bulan: tuple[date, date], titik: tuple[urai.Titik, urai.Titik]) -> None:
    saat = [_kelurahan(konteks, b) for b in bulan]
    bagian = campuran.dari_wilayah(saat[0], saat[1])
    hasil = campuran.sumbangan(bagian, titik)
    if hasil is None or not campuran.sisa_boleh(hasil):
        sebab = "dirahasiakan" if hasil else "penyebut ini tidak dijumlah dari kelurahan"
        components.catatan(f"Menurut wilayah: tidak tersedia ({sebab}).")
        return
    components.kalimat(
        "Menurut wilayah. " + campuran.kalimat(hasil, "kelurahan", "wilayah tanpa penyebut di salah satu bulan")
    )
    satuan = "kelurahan"
    if not konteks.saringan.kode_kecamatan:
        satuan = filters.level_control(konteks.pilihan)
        if satuan == "kecamatan":
            hasil = campuran.gabungan(hasil, campuran.induk(saat))
    df = jenjang.baris_wilayah(*campuran.terbesar(hasil), satuan)
    judul = f"{satuan.capitalize()} dengan sumbangan terbesar, naik dan turun"
    components.tabel(jenjang.tabel_wilayah(df, judul, satuan), key="tabel_sumbangan")


def _segmen(konteks: Konteks, bulan: tuple[date, date], titik: tuple[urai.Titik, urai.Titik]) -> None:
    pilih = konteks.saringan
    if pilih.segmen or pilih.penyebut != "penduduk_bekerja":
        components.catatan("Menurut segmen: hanya tanpa pilihan segmen dan dengan penyebut penduduk bekerja.")
        return
    df = queries.tren_per_segmen(**pilih.wilayah(), **pilih.orang())
    awal, akhir = (df[df["bulan"] == pd.Timestamp(b)] for b in bulan)
    bagian = campuran.dari_segmen(awal, akhir, titik)
    hasil = campuran.sumbangan(bagian, titik)
    if hasil is None or any(s.isi.tersembunyi for s in hasil):
        components.catatan("Menurut segmen: tidak tersedia (dirahasiakan, atau salah satu segmen tanpa penyebut).")
        return
    components.kalimat("Menurut segmen. " + campuran.kalimat(hasil, "segmen", campuran.SEGMEN_LAIN))
    tabel = jenjang.tabel_wilayah(jenjang.baris_wilayah(hasil, [], "segmen"), "Sumbangan tiap segmen", "segmen")
    components.tabel(tabel, key="tabel_sumbangan_segmen")
