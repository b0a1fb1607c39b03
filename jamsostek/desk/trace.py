"""'Where does this number come from?': from a month and a place to the batches behind it. And what people taught."""

import pandas as pd
import streamlit as st

from jamsostek import components, formats, kota, queries
from jamsostek.figures import ledgers, tables
from jamsostek.intake import IntakeError, spellings
from jamsostek.intake.places import load_places

KOTA = ""


def trace() -> None:
    """Month and place chosen, the account of that month, and every batch that it was built from."""
    months = [stamp.date() for stamp in queries.bulan_tersedia()["bulan"]][::-1]
    if not months:
        components.kosong("Belum ada bulan yang dapat dilacak.", "Impor berkas peserta lebih dulu.")
        return
    left, middle, _rest = st.columns([2, 3, 3])
    with left:
        month = st.selectbox("Bulan", months, format_func=formats.bulan_panjang, key="jejak_bulan", filter_mode=None)
    if month is None:
        return
    names = _places(pd.Timestamp(month))
    if st.session_state.get("jejak_wilayah", KOTA) not in names:
        st.session_state["jejak_wilayah"] = KOTA
    with middle:
        place = st.selectbox("Wilayah", list(names), format_func=names.__getitem__, key="jejak_wilayah",
                             filter_mode="contains")  # fmt: skip
    if place is None:
        return
    kecamatan, kelurahan = (place if place.count(".") == dots else None for dots in (2, 3))
    account = queries.akun_bulanan(kode_kecamatan=kecamatan, kode_kelurahan=kelurahan)
    row = account[account["bulan"] == pd.Timestamp(month)].iloc[0]
    components.catatan(_sentence(names[place], formats.bulan_panjang(month), row))
    components.daftar_batch(queries.jejak_angka(bulan=month, kode_kecamatan=kecamatan, kode_kelurahan=kelurahan))


def _places(month: pd.Timestamp) -> dict[str, str]:
    """Code to name of the city, its kecamatan and its kelurahan in that month."""
    places = queries.wilayah_pilihan()
    begins, ends = places["berlaku_mulai"].fillna(month), places["berlaku_sampai"].fillna(month)
    places = places[(begins <= month) & (month <= ends)]
    names = {KOTA: kota.kota().nama}
    for level in ("kecamatan", "kelurahan"):
        codes, words = places[f"kode_{level}"].tolist(), places[f"nama_{level}"].tolist()
        names |= {code: f"{level.capitalize()} {word}" for code, word in zip(codes, words, strict=True)}
    return names


def _sentence(name: str, month: str, row: "pd.Series[float]") -> str:
    if pd.isna(row["rasio_cakupan"]):
        return (
            f"{name}, {month}: cakupan tidak dapat dihitung, sebab peserta atau penduduk bekerjanya tidak ada datanya."
        )
    return (
        f"{name}, {month}: cakupan {formats.persen(row['rasio_cakupan'])} = {formats.angka(row['jumlah_peserta'])} "
        f"peserta aktif dibagi {formats.angka(row['jumlah_penyebut'])} penduduk bekerja dalam register; "
        f"{formats.angka(row['jumlah_penganggur'])} penganggur. Angka itu dibangun dari berkas berikut."
    )


def taught() -> None:
    """The spellings that people have confirmed, each with the way to take it back."""
    try:
        known = spellings.remembered()
    except IntakeError as error:
        components.tidak_tersedia("Ejaan yang diingat tidak dapat dibaca.", str(error))
        return
    if not known:
        components.catatan("Belum ada ejaan kelurahan yang dikonfirmasi.")
        return
    names = load_places().names
    frame = pd.DataFrame(
        [{"ejaan": one.ejaan, "nama": names.get(one.kode_kelurahan, one.kode_kelurahan), "oleh": one.oleh,
          "pada": one.pada} for one in known]
    )  # fmt: skip
    columns = [tables.teks("Ejaan di berkas", "ejaan"), tables.teks("Berarti kelurahan", "nama"),
               tables.teks("Dikonfirmasi oleh", "oleh"), ledgers.waktu("Pada", "pada")]  # fmt: skip
    components.tabel(tables.tabel(frame, columns, judul="Ejaan yang diingat", catatan=""), key="ejaan_diingat")
    left, right, _rest = st.columns([2, 1, 3])
    with left:
        chosen = st.selectbox("Ejaan", frame["ejaan"].tolist(), key="ejaan_hapus", filter_mode=None)
    with right:
        if st.button("Lupakan ejaan ini") and chosen:
            spellings.forget(str(chosen))
            st.rerun()
