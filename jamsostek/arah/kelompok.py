"""Coverage of segments, sexes and ages over time, how far they are apart, and who pays the contributions."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from jamsostek import components, filters, formats, metrics, pemerataan, queries, theme
from jamsostek.figures import pemerataan as gambar
from jamsostek.shell import Konteks

_SATU_WARNA = dict(zip(metrics.KELOMPOK_UMUR, (*theme.PALET_KECAMATAN, theme.WARNA_LAIN), strict=True))
WARNA = {**theme.PALET_SEGMEN, "L": theme.PALET_SEGMEN["PU"], "P": theme.PALET_SEGMEN["BPU"], **_SATU_WARNA}


def tampil(konteks: Konteks) -> None:
    """Coverage by segment, sex and age, how far the groups are apart, and participants by who pays."""
    pilih = konteks.saringan
    kategori: dict[str, tuple[pd.DataFrame, dict[str, str]]] = {
        "Segmen": (_segmen(konteks), {"PU": "PU", "BPU": "BPU"}),
        "Jenis kelamin": (_orang(konteks, "jenis_kelamin", ("L", "P")), metrics.LABEL_JENIS_KELAMIN),
        "Kelompok umur": (_orang(konteks, "kelompok_umur", filters.KELOMPOK_UMUR), metrics.LABEL_KELOMPOK_UMUR),
    }
    beda = {
        nama: pemerataan.selisih(df.assign(kategori=df["kategori"].map(kata))) for nama, (df, kata) in kategori.items()
    }
    components.subjudul("Jarak kelompok tertinggi dan terendah (poin)")
    components.grafik(
        lambda: gambar.selisih(beda), key="merata_selisih", alt=" ".join(_kalimat_selisih(beda, pilih.bulan))
    )
    for teks in _kalimat_selisih(beda, pilih.bulan):
        components.catatan(teks)
    kiri, kanan = st.columns(2, gap="small")
    for layar, (nama, (df, kata)) in zip((kiri, kanan, kiri), kategori.items(), strict=True):
        ada = {kunci: label for kunci, label in kata.items() if kunci in set(df["kategori"])}
        with layar:
            components.subjudul(f"Cakupan menurut {nama.lower()}")
            components.grafik(
                lambda df=df, ada=ada: gambar.kelompok(df, ada, WARNA),  # type: ignore[misc]
                key=f"merata_{nama.lower().replace(' ', '_')}",
                alt=f"Cakupan setiap kelompok menurut {nama.lower()} per bulan; jaraknya disebut di atas.",
            )
    components.catatan(
        "Segmen selalu dibandingkan dengan pekerja menurut statusnya (PU: penerima upah; BPU: bukan penerima upah); "
        "JAKON dan PMI tidak punya penyebut, jadi tidak punya cakupan. Pilihan jenis kelamin atau umur di samping "
        "tidak dipakai pada perbandingan menurut jenis kelamin atau umur itu sendiri."
    )
    with kanan:
        components.tabel(gambar.tabel_segmen(_semua_segmen(konteks), pilih.bulan), key="merata_tabel_segmen")
    _sumber(konteks)


def _semua_segmen(konteks: Konteks) -> pd.DataFrame:
    df = queries.tren_per_segmen(**konteks.saringan.wilayah(), **konteks.saringan.orang())
    return df.assign(rahasia=pemerataan.tersembunyi(df))


def _segmen(konteks: Konteks) -> pd.DataFrame:
    df = _semua_segmen(konteks)
    return _terbuka(df[df["segmen"].isin(["PU", "BPU"])].rename(columns={"segmen": "kategori"}))


def _orang(konteks: Konteks, dimensi: str, nilai: tuple[str, ...]) -> pd.DataFrame:
    """The monthly account of each group, one below the other, with its name in the column kategori."""
    siapa: dict[str, Any] = {**konteks.saringan.wilayah(), **konteks.siapa}
    df = pd.concat(
        [queries.akun_bulanan(**{**siapa, dimensi: satu}).assign(kategori=satu) for satu in nilai], ignore_index=True
    )
    return _terbuka(df.assign(rahasia=pemerataan.tersembunyi(df)))


def _terbuka(df: pd.DataFrame) -> pd.DataFrame:
    """The frame without the counts and ratios that must stay hidden."""
    kosong = pd.Series(pd.NA, index=df.index)
    hidden = df["rahasia"].astype(bool)
    return df.assign(**{k: df[k].where(~hidden, kosong) for k in ("jumlah_peserta", "rasio_cakupan")})


def _kalimat_selisih(beda: dict[str, pd.DataFrame], bulan: date) -> list[str]:
    teks = []
    for nama, df in beda.items():
        kini = df[df["bulan"] == str(bulan)]
        if kini.empty:
            teks.append(f"{nama}: belum dapat dibandingkan pada {formats.bulan_panjang(bulan)}.")
            continue
        isi = kini.iloc[0]
        jarak = formats.jarak_poin(isi["selisih"], isi["terendah"])
        teks.append(f"{nama}, {formats.bulan_panjang(bulan)}: {isi['tertinggi']} {jarak}.")
    return teks


def _sumber(konteks: Konteks) -> None:
    """Participants by who pays: counts and shares, since workers have no source of contributions."""
    pilih = konteks.saringan
    df = queries.peserta_per_sumber_iuran(**pilih.wilayah(), **pilih.orang(), segmen=pilih.segmen)
    df = df.assign(rahasia=pemerataan.tersembunyi(df))
    components.subjudul("Peserta menurut sumber iuran")
    components.grafik(
        lambda: gambar.sumber(df[~df["rahasia"]]), key="merata_sumber",
        alt="Peserta aktif menurut sumber iuran per bulan; bulan terpilih ada di tabel di bawah.",
    )  # fmt: skip
    components.tabel(gambar.tabel_sumber(df, pilih.bulan), key="merata_tabel_sumber")
