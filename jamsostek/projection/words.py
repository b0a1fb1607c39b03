"""What a projection says in words, and its methods and months as rows for tables. Numbers come from the projection."""

import math
from collections.abc import Sequence
from datetime import date

import pandas as pd

from jamsostek import formats, metrics
from jamsostek.projection import backtest, outlook
from jamsostek.projection.methods import METODE
from jamsostek.projection.outlook import Penuh, Proyeksi

TAHUN_TERJAUH = outlook.TERJAUH // 12
HASIL_CUKUP = 20
"""Fewer outcomes than this say nothing about a band."""
PITA_SEMPIT = 0.7
"""Below this share of outcomes inside, the sentence says that the 80 % band has been too narrow."""


def kalimat(proyeksi: Proyeksi, nama: str, sasaran: tuple[date, float] | None) -> str:
    """The finding: coverage at the target's date (else in a year) with its band, chance, and when it is full."""
    ke = jarak(proyeksi, sasaran)
    bulan = formats.bulan_panjang(outlook.bulan_ke(proyeksi.bulan, ke))
    kira = _persen(proyeksi, proyeksi.tengah(ke))
    inti = f"Pada laju ini cakupan {nama} sekitar {kira} pada {bulan} ({_pita(proyeksi, ke)})"
    if sasaran is not None:
        kata = peluang(proyeksi, proyeksi.peluang(sasaran[1], ke))
        inti += f"; peluang mencapai sasaran kota {_bulat(sasaran[1])} pada saat itu {kata}"
    return f"{inti}. {kalimat_penuh(proyeksi, outlook.penuh(proyeksi))}"


def jarak(proyeksi: Proyeksi, sasaran: tuple[date, float] | None) -> int:
    """Months from the projection's start to the target (at least 1, at most outlook.TERJAUH); a year without one."""
    if sasaran is None:
        return 12
    return min(outlook.TERJAUH, max(1, metrics.bulan_antara(proyeksi.bulan, sasaran[0])))


def kalimat_penuh(proyeksi: Proyeksi, penuh: Penuh) -> str:
    """'Cakupan penuh: 2031–2038, atau tidak tercapai pada laju ini (peluang 35%).' and its other cases."""
    tidak = f"dalam {TAHUN_TERJAUH} tahun (peluang {peluang(proyeksi, penuh.peluang_tidak)})"
    if penuh.awal is None:
        return f"Cakupan penuh tidak tercapai pada laju ini {tidak}."
    if penuh.akhir is None:
        tengah = f", median {penuh.tengah.year}" if penuh.tengah else ""
        return f"Cakupan penuh paling cepat {penuh.awal.year}{tengah}, atau tidak tercapai pada laju ini {tidak}."
    tahun = sorted({penuh.awal.year, penuh.akhir.year})
    return f"Cakupan penuh {'–'.join(map(str, tahun))}, atau tidak tercapai pada laju ini {tidak}."


def kalimat_metode(proyeksi: Proyeksi) -> str:
    """Which method was chosen and by how much it is better than the naive one, or that none is."""
    pilihan = proyeksi.pilihan
    metode = METODE[pilihan.metode]
    if pilihan.metode == "naif":
        return (
            f"Tidak ada metode yang sedikitnya {_bulat(backtest.KEUNGGULAN)} lebih tepat daripada anggapan bahwa "
            f"{metode.anggapan} (naif), jadi proyeksi ini datar."
        )
    unggul = _bulat(1 - pilihan.skor[pilihan.metode])
    return f"Metode terpilih: {metode.nama.lower()} ({metode.anggapan}); galatnya {unggul} lebih kecil daripada naif."


def kalimat_galat(proyeksi: Proyeksi) -> str:
    """The back-test error at six months (or the longest tested), and how often the 80 % band held the outcome."""
    mae = {h: x for h, x in proyeksi.pilihan.mae[proyeksi.pilihan.metode].items() if not math.isnan(x)}
    h = 6 if 6 in mae else max(mae)
    teks = [f"Galat uji balik {h} bulan: ±{poin(mae[h])} poin ({proyeksi.pilihan.jumlah[h]} ramalan)."]
    rekaman = proyeksi.rekaman
    if not rekaman.hasil:
        return f"{teks[0]} Pita 80% belum pernah dapat diuji: deretnya terlalu pendek."
    bagian = rekaman.dalam / rekaman.hasil
    teks.append(
        f"Pita 80% yang dapat dibuat saat itu memuat {rekaman.dalam} dari {rekaman.hasil} hasil ({_bulat(bagian)})"
    )
    if rekaman.hasil < HASIL_CUKUP:
        return " ".join(teks) + ": terlalu sedikit untuk menilai pitanya."
    return " ".join(teks) + (": pada masa lalu terlalu sempit." if bagian < PITA_SEMPIT else ".")


def catatan(proyeksi: Proyeksi) -> str:
    """How to read the projection: what is projected, from which months, how the bands are made, what it cannot know."""
    mulai, akhir = (formats.bulan_panjang(b) for b in (proyeksi.deret.bulan[0], proyeksi.bulan))
    jauh = proyeksi.pita.cakrawala[-1]
    return (
        f"Yang diproyeksikan jumlah peserta; penyebut ditahan pada {formats.angka(proyeksi.deret.penyebut[-1])} orang "
        f"({akhir}), agar daftar tenaga kerja baru tidak terbaca sebagai pendaftaran. Dasar: "
        f"{len(proyeksi.deret.bulan)} bulan sejak {mulai}. {proyeksi.deret.sejak + ' ' if proyeksi.deret.sejak else ''}"
        f"Pita simetris dari galat yang lalu sampai {jauh} bulan; sesudahnya melebar menurut pangkat "
        f"{formats.desimal(proyeksi.pita.pangkat, 2)} dari jangkanya. Cakupan penuh: sedikitnya "
        f"{formats.persen(outlook.PENUH)}. Program atau anggaran yang belum mulai tidak termasuk."
    )


def baris_metode(proyeksi: Proyeksi) -> pd.DataFrame:
    """A row per method: kunci, metode, anggapan, skor and mae_1, mae_3, ...: mean absolute errors in points."""
    pilihan = proyeksi.pilihan
    return pd.DataFrame(
        {
            "kunci": kunci,
            "metode": f"{metode.nama} (terpilih)" if kunci == pilihan.metode else metode.nama,
            "anggapan": metode.anggapan,
            "skor": pilihan.skor[kunci],
            **{f"mae_{h}": 100 * x for h, x in pilihan.mae[kunci].items()},
        }
        for kunci, metode in METODE.items()
    )


def baris_rekaman(proyeksi: Proyeksi) -> pd.DataFrame:
    """A row per tested horizon: cakrawala (months), galat (errors used), dalam and hasil of the 80 % band."""
    isi = proyeksi.rekaman.per_cakrawala.items()
    return pd.DataFrame(
        {"cakrawala": h, "galat": proyeksi.pilihan.jumlah[h], "dalam": dalam, "hasil": hasil}
        for h, (dalam, hasil) in isi
    )


def baris_bulan(proyeksi: Proyeksi, sampai: int, sasaran: Sequence[tuple[date, float]] = ()) -> pd.DataFrame:
    """A row per projected month up to `sampai` months ahead: bulan, tengah, rendah_50, tinggi_50, rendah_80, tinggi_80
    (ratios), and in the months of a target the target and the chance to reach it.
    """
    tujuan = {metrics.bulan_antara(proyeksi.bulan, hari): rasio for hari, rasio in sasaran}
    rows = []
    for ke in range(1, sampai + 1):
        (r50, t50), (r80, t80) = proyeksi.batas(ke, 0.5), proyeksi.batas(ke, 0.8)
        rows.append(
            {
                "bulan": pd.Timestamp(outlook.bulan_ke(proyeksi.bulan, ke)), "tengah": proyeksi.tengah(ke),
                "rendah_50": r50, "tinggi_50": t50, "rendah_80": r80, "tinggi_80": t80,
                "sasaran": tujuan.get(ke), "peluang": proyeksi.peluang(tujuan[ke], ke) if ke in tujuan else None,
            }
        )  # fmt: skip
    return pd.DataFrame(rows)


def poin(rasio: float) -> str:
    """A ratio as points with one decimal: 0.018 -> '1,8'; two decimals where one would say 0."""
    return formats.desimal(100 * rasio, 1 if rasio >= 0.0005 else 2)


def peluang(proyeksi: Proyeksi, nilai: float) -> str:
    """A chance in whole per cent; at the limit of what the errors can tell 'paling banyak 2%' or 'sedikitnya 98%'."""
    batas = proyeksi.pita.terkecil
    if nilai <= batas * 1.0001:
        return f"paling banyak {math.ceil(100 * batas)}%"
    if nilai >= 1 - batas * 1.0001:
        return f"sedikitnya {math.floor(100 * (1 - batas))}%"
    return _bulat(nilai)


def _bulat(rasio: float) -> str:
    return formats.persen(rasio, 1)


def _persen(proyeksi: Proyeksi, rasio: float) -> str:
    return formats.persen(rasio, proyeksi.deret.penyebut[-1])


def _pita(proyeksi: Proyeksi, ke: int) -> str:
    rendah, tinggi = (_persen(proyeksi, x) for x in proyeksi.batas(ke, 0.8))
    return f"pita 80%: {rendah} sampai {tinggi}"
