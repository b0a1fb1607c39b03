"""What enrolling vulnerable workers with public money would bring and cost: one scenario, or two side by side."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import streamlit as st

from jamsostek import andai, components, formats, giliran, iuran, metrics, queries, subsidi, tebing, xlsx
from jamsostek.andai import Hasil, Keadaan
from jamsostek.arah.skenario import pilih_skenario
from jamsostek.figures import andai as gambar
from jamsostek.figures import axes, maps, sheets, skenario
from jamsostek.shell import Konteks


def tampil(konteks: Konteks) -> None:
    """The section."""
    components.subjudul("Bagaimana jika iuran pekerja rentan dibayar pemerintah")
    awal, luar = _keadaan(konteks)
    mulai = axes.bulan_dari(axes.nomor_bulan(konteks.saringan.bulan) + 1)
    tarif = iuran.paket(mulai)
    if not tarif:
        components.tidak_tersedia("Skenario belum dapat dihitung.", f"Tarif JKK + JKM tidak ada dalam {iuran.BERKAS}.")
        return
    if awal is None:
        components.kosong(
            "Skenario memerlukan cakupan wilayah terpilih.", "Pilih wilayah, kelompok, atau penyebut lain."
        )
        return
    hasil = pilih_skenario(konteks, awal, tarif)
    for huruf, h in hasil.items():
        awalan = f"{huruf}. " if len(hasil) > 1 else ""
        components.kalimat(awalan + andai.kalimat(h, konteks.nama_wilayah))
    _isi(konteks, hasil, mulai, tarif, luar)


def _siapa(konteks: Konteks) -> dict[str, str | None]:
    """The chosen persons; vulnerable workers are BPU, so another segment is not used."""
    segmen = konteks.saringan.segmen
    return {**konteks.siapa, "segmen": segmen if segmen == "BPU" else None}


def _keadaan(konteks: Konteks) -> tuple[Keadaan | None, dict[metrics.Keadaan, list[str]]]:
    """Where the scenarios start from, None without a coverage that may be shown; and the kelurahan not counted."""
    pilih, siapa = konteks.saringan, _siapa(konteks)
    akun = queries.akun_bulanan(**pilih.wilayah(), **siapa)  # type: ignore[arg-type]
    kini = akun[akun["bulan"] == str(pilih.bulan)].to_dict("records")
    if not kini or not metrics.keadaan_baris(kini[0], "cakupan").ada_nilai:
        return None, {}
    wilayah = maps.berwilayah(queries.cakupan_per_kelurahan(bulan=pilih.bulan, **siapa))  # type: ignore[arg-type]
    for kolom, kode in pilih.wilayah().items():
        wilayah = wilayah[wilayah[kolom] == kode] if kode else wilayah
    tempat, luar = giliran.kelurahan(wilayah)
    contoh = _contoh(pilih.bulan)
    luruh = tebing.luruh_bulanan(queries.akun_bulanan(segmen="BPU"), queries.arus_per_bulan(segmen="BPU"), pilih.bulan)
    kehilangan = tebing.KEHILANGAN_BAWAAN if contoh is None else contoh.bagian
    jumlah = int(kini[0]["jumlah_peserta"]), int(kini[0]["jumlah_penyebut"])
    return Keadaan(pilih.bulan, *jumlah, tempat, kehilangan, luruh or 0.0), luar


def _contoh(bulan: date) -> tebing.Teramati | None:
    return tebing.teramati(subsidi.peristiwa(queries.akhir_subsidi(bulan=bulan)))


def _isi(
    konteks: Konteks,
    hasil: Mapping[str, Hasil],
    mulai: date,
    tarif: Mapping[int, iuran.Tarif],
    luar: Mapping[metrics.Keadaan, list[str]],
) -> None:
    """Under the controls: line and results, the formulas, notes, and folded the kelurahan and the tariffs."""
    kata_penyebut = metrics.LABEL_PENYEBUT[konteks.saringan.penyebut]
    judul = f"Hasil, {konteks.nama_wilayah}, mulai {formats.bulan_panjang(mulai)}"
    # Two scenarios and their difference need the width; one stands beside the line
    kiri, kanan = st.columns([3, 2], gap="small") if len(hasil) == 1 else (st.container(), st.container())
    with kiri:
        alt = " ".join(andai.kalimat(h, konteks.nama_wilayah) for h in hasil.values())
        components.grafik(lambda: gambar.tebing(hasil, kata_penyebut), key="andai_tebing", alt=alt)
    with kanan:
        components.tabel(skenario.ringkas(hasil, judul), key="andai_hasil")
    components.tabel(skenario.rumus(hasil, kata_penyebut), key="andai_rumus")
    catatan = _catatan(konteks, hasil, mulai, tarif, luar)
    for teks in catatan:
        components.catatan(teks)
    lipatan = st.expander("Tambahan per kelurahan, tarif lain, dan unduhan", key="andai_terbuka", on_change="rerun")
    if not lipatan.open:
        return
    with lipatan:
        components.grafik(
            lambda: gambar.tambahan(hasil), key="andai_kelurahan",
            alt="Pekerja yang didaftarkan per kelurahan; nilainya ada di tabel di bawah.",
        )  # fmt: skip
        components.tabel(skenario.per_kelurahan(hasil), key="andai_tabel_kelurahan")
        components.tabel(skenario.tarif(iuran.semua(), mulai), key="andai_tarif")
        components.unduh_xlsx(
            lambda: lembaran(hasil, kata_penyebut, mulai), label="Unduh skenario (XLSX)",
            nama=f"skenario-{konteks.saringan.bulan:%Y-%m}", contoh=konteks.contoh,
            keterangan={"Judul": judul, "Saringan": konteks.keterangan, "Catatan": " ".join(catatan)},
            key="unduh_andai",
        )  # fmt: skip


def lembaran(hasil: Mapping[str, Hasil], kata_penyebut: str, mulai: date) -> list[xlsx.Lembaran]:
    """The workbook's sheets: inputs, results, formulas with their numbers, kelurahan, tariffs."""
    huruf = [f"Skenario {h}" for h in hasil]
    ukuran = [skenario.ukuran(h) for h in hasil.values()]
    angka = [(baris[0].nama, *skenario.lembar_ukuran(baris)) for baris in zip(*ukuran, strict=True)]
    tabel = {
        "Rumus": skenario.rumus(hasil, kata_penyebut),
        "Per kelurahan": skenario.per_kelurahan(hasil),
        "Tarif": skenario.tarif(iuran.semua(), mulai),
    }
    return [
        xlsx.Lembaran("Masukan", ("Masukan", *huruf), skenario.masukan(hasil)),
        xlsx.Lembaran("Hasil", ("Hasil", "Satuan", *huruf), angka),
        *(replace(sheets.dari_tabel(isi), nama=nama) for nama, isi in tabel.items()),
    ]


def _catatan(
    konteks: Konteks,
    hasil: Mapping[str, Hasil],
    mulai: date,
    tarif: Mapping[int, iuran.Tarif],
    luar: Mapping[metrics.Keadaan, list[str]],
) -> list[str]:
    pilih = konteks.saringan
    awal = hasil["A"].awal
    notes = [_catatan_tarif(tarif[harga], mulai) for harga in dict.fromkeys(h.skenario.tarif for h in hasil.values())]
    penyebut, bulan = metrics.LABEL_PENYEBUT[pilih.penyebut], formats.bulan_panjang(awal.bulan)
    notes.append(
        f"Garis tanpa skenario: {formats.angka(awal.peserta)} peserta dan {formats.angka(awal.penyebut)} {penyebut} "
        f"pada {bulan} dianggap tetap. Selama didanai tidak ada yang keluar. Yang bertahan sesudahnya luruh "
        f"{formats.persen(awal.luruh)} sebulan (median 12 bulan: keluar BPU / peserta BPU bulan sebelumnya, kota). "
        "Kesenjangan = pekerja yang belum terlindungi, sehingga cakupan dapat berakhir di bawah atau di atas 100%."
    )
    notes.append(tebing.kalimat(_contoh(pilih.bulan)))
    if luar:
        rinci = "; ".join(f"{state.label.lower()}: {', '.join(nama)}" for state, nama in sorted(luar.items()))
        notes.append(f"Tidak mendapat bagian karena kesenjangannya tidak boleh atau tidak dapat dihitung: {rinci}.")
    if pilih.segmen not in (None, "BPU"):
        notes.append("Pilihan segmen tidak dipakai di sini: pekerja rentan didaftarkan sebagai Bukan Penerima Upah.")
    return notes


def _catatan_tarif(tarif: iuran.Tarif, mulai: date) -> str:
    luar_masa = "" if tarif.berlaku(mulai) else f"; TIDAK BERLAKU {formats.bulan_panjang(mulai)}"
    catatan = f" {tarif.catatan}" if tarif.catatan else ""
    tentang = f"Tarif {formats.rupiah(tarif.nilai)} ({tarif.rincian}), {skenario.masa(tarif)}{luar_masa}"
    return f"{tentang}. Sumber: {tarif.sumber}.{catatan}"
