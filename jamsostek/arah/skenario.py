"""The controls of the what-if scenarios: a row of menus each, kept in the address."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import streamlit as st

from jamsostek import andai, components, filters, formats, giliran, iuran
from jamsostek.andai import Hasil, Keadaan, Skenario
from jamsostek.figures import skenario
from jamsostek.shell import Konteks

BANYAK = (
    "n1000", "n2500", "n5000", "n10000", "n20000", "n50000", "semua",
    "rp100jt", "rp500jt", "rp1000jt", "rp3000jt", "rp10000jt",
)  # fmt: skip
BULAN = (3, 6, 9, 12, 18, 24, 36)
KELUAR = (0, 25, 50, 75, 90, 100)
MENURUT_DATA = ""


def pilih_skenario(konteks: Konteks, awal: Keadaan, tarif: Mapping[int, iuran.Tarif]) -> dict[str, Hasil]:
    """The controls and what they give, by the letter of the scenario."""
    pilih = konteks.saringan
    pertama = _sah(pilih.skenario, tarif) or Skenario(tarif=next(iter(tarif)))
    kedua = _sah(pilih.skenario_banding, tarif)
    _kendali("A", pertama, awal, tarif, dua=kedua is not None)
    st.session_state["andai_dua"] = kedua is not None
    lain = replace(pertama, urutan="rata" if pertama.urutan != "rata" else "kesenjangan")

    def bandingkan() -> None:
        filters.choose_scenario(andai.tulis(lain) if st.session_state["andai_dua"] else None, kedua=True)

    st.toggle("Bandingkan dengan skenario B", key="andai_dua", on_change=bandingkan)
    if kedua is None:
        return {"A": andai.hitung(pertama, awal)}
    _kendali("B", kedua, awal, tarif, dua=True)
    return {"A": andai.hitung(pertama, awal), "B": andai.hitung(kedua, awal)}


def _sah(teks: str | None, tarif: Mapping[int, iuran.Tarif]) -> Skenario | None:
    """The scenario of the address; a tariff without a source is replaced by the first that has one."""
    isi = andai.baca(teks) if teks else None
    if isi is None or isi.tarif in tarif:
        return isi
    components.catatan(f"Tarif {formats.rupiah(isi.tarif)} dalam tautan tidak punya sumber dan tidak dipakai.")
    return replace(isi, tarif=next(iter(tarif)))


def _kendali(sisi: str, kini: Skenario, awal: Keadaan, tarif: Mapping[int, iuran.Tarif], *, dua: bool) -> None:
    """One row of menus for a scenario; a change writes the scenario into the address."""
    kata: dict[str, tuple[str, list[object], Callable[[object], str]]] = {
        "banyak": ("Berapa pekerja", [*BANYAK], lambda o: skenario.kata_banyak(str(o))),
        "tarif": ("Tarif JKK + JKM", [*tarif], lambda o: f"{formats.rupiah(o)}, {tarif[int(str(o))].rincian}"),
        "bulan": ("Lama", [*BULAN], lambda o: f"{o} bulan"),
        "pembayar": ("Dibayar dari", [*andai.PEMBAYAR], lambda o: andai.PEMBAYAR[str(o)]),
        "urutan": ("Urutan kelurahan", [*giliran.URUTAN], lambda o: giliran.URUTAN[str(o)].capitalize()),
        "keluar": ("Keluar sesudahnya", [MENURUT_DATA, *KELUAR], lambda o: _kata_keluar(o, awal.kehilangan)),
    }
    isi: dict[str, object] = {nama: getattr(kini, nama) for nama in kata}
    isi["keluar"] = MENURUT_DATA if kini.keluar is None else kini.keluar

    def ubah() -> None:
        banyak, tarif_, bulan, dari, urutan, keluar = (st.session_state[f"andai_{sisi}_{nama}"] for nama in kata)
        akhir = "" if keluar == MENURUT_DATA else f"-k{keluar}"
        filters.choose_scenario(f"{banyak}-t{tarif_}-b{bulan}-{dari}-{urutan}{akhir}", kedua=sisi == "B")

    for kolom, (nama, (label, pilihan, kata_pilihan)) in zip(
        st.columns([1.4, 1.6, 0.9, 1.2, 1.9, 1.2], gap="small"), kata.items(), strict=True
    ):
        key = f"andai_{sisi}_{nama}"
        st.session_state[key] = isi[nama]
        semua = pilihan if isi[nama] in pilihan else [isi[nama], *pilihan]
        with kolom:
            st.selectbox(
                f"{sisi}: {label}" if dua else label, semua, key=key, format_func=kata_pilihan, filter_mode=None,
                on_change=ubah,
            )  # fmt: skip


def _kata_keluar(pilihan: object, menurut_data: float) -> str:
    return f"Data: {formats.persen(menurut_data)}" if pilihan == MENURUT_DATA else f"{pilihan}%"
