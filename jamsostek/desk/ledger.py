"""The ledger page: all batches, one of them opened, withdraw and restore."""

import html
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from jamsostek import build, components, formats, intake, penerimaan, queries, settings, xlsx
from jamsostek.desk import jobs, preview, words
from jamsostek.figures import ledgers, tables
from jamsostek.intake import IntakeError, Manifest

SEMUA = ""
_TURN, _LOOK = "ubah_status", "dampak_status"


def batches() -> list[Manifest]:
    """All batches; says so and stops the page where a manifest cannot be read."""
    try:
        return intake.list_batches(settings.batches_dir())
    except IntakeError as error:
        components.tidak_tersedia("Riwayat tidak dapat dibaca.", str(error))
        st.stop()


def tabs() -> Sequence[DeltaGenerator]:
    """The four parts of the page; an address that names a batch opens the part that shows one."""
    names = ["Semua batch", "Buka satu batch", "Angka ini dari mana?", "Ejaan yang diingat"]
    return st.tabs(names, default=names[1] if "batch" in st.query_params else names[0], key="tab_riwayat")


def finish() -> None:
    """Wait for a withdrawal, restoration or rebuild that is under way and say what came of it."""
    if not jobs.running(_TURN):
        return
    try:
        done: penerimaan.Hasil | None = jobs.run(_TURN)
    except (IntakeError, build.BuildError) as error:
        components.tidak_tersedia("Tidak ada yang berubah.", str(error))
        return
    if done is None:
        components.berhasil("Data dibangun ulang.", "Semua halaman memakai angka baru mulai klik berikutnya.")
        return
    for one in done.batches:
        what = "ditarik dan tidak dihitung lagi" if one.ditarik else "dihitung kembali"
        components.berhasil(f"Batch {one.id_batch} {what}.", "Semua halaman memakai angka baru mulai klik berikutnya.")


def table(found: Sequence[Manifest], *, contoh: bool) -> None:
    """The ledger, newest first, narrowed by kind and state, with a download; offers a rebuild where one is due."""
    frame = penerimaan.buku(found, queries.daftar_batch())
    left, middle, _rest = st.columns([2, 2, 3])
    with left:
        jenis = _menu("Jenis", {SEMUA: "Semua jenis", **words.JENIS}, "buku_jenis")
    with middle:
        state = _menu("Status", {SEMUA: "Semua status", **ledgers.STATUS_BATCH}, "buku_status")
    shown = frame[(frame["jenis"] == jenis) | (jenis == SEMUA)]
    shown = shown[(shown["status"] == state) | (state == SEMUA)]
    if shown.empty:
        components.kosong("Tidak ada batch dengan jenis dan status itu.", "Pilih jenis atau status lain.")
    else:
        components.tabel(
            tables.tabel(
                shown, ledgers.kolom_batch(), judul=f"{formats.angka(len(shown))} batch, terbaru lebih dulu",
                kode="id_batch", tinggi=380, catatan="Satu batch adalah satu berkas yang diterima; isinya tidak pernah "
                "diubah. Pengaruh: cakupan kota sebelum → sesudah batch itu mulai dihitung (peserta: pada bulannya; "
                "daftar: bulan terakhir).",
            ),
            key="buku",
        )  # fmt: skip
        components.unduh_xlsx(
            lambda: [xlsx.Lembaran("Riwayat data", penerimaan.KOLOM_BUKU, _plain(shown))], label="Unduh riwayat (XLSX)",
            nama="riwayat-data", contoh=contoh, keterangan={"Judul": "Riwayat data"}, key="unduh_buku",
        )  # fmt: skip
    if (frame["status"] == "menunggu").any():
        components.catatan("Ada batch yang belum masuk ke data yang disajikan.")
        st.button(
            "Bangun ulang", type="primary", on_click=jobs.start, args=(_TURN, "Membangun ulang", penerimaan.bangun)
        )


def _menu(label: str, options: dict[str, str], key: str) -> str:
    return str(st.selectbox(label, list(options), format_func=options.__getitem__, key=key, filter_mode=None))


def _plain(frame: pd.DataFrame) -> list[list[object]]:
    return [list(row) for row in frame.astype(object).itertuples(index=False)]


def detail(found: Sequence[Manifest], oleh: str) -> None:
    """One batch opened: its manifest, history and refused rows, and the buttons that withdraw or restore it."""
    by_id = {manifest.id_batch: manifest for manifest in reversed(found)}
    asked = st.query_params.get("batch", "")
    chosen = st.selectbox(
        "Buka batch", list(by_id), index=list(by_id).index(asked) if asked in by_id else 0,
        format_func=lambda name: f"{name}: {by_id[name].nama_berkas}", key="buka_batch", filter_mode="contains",
    )  # fmt: skip
    if chosen is None:
        return
    manifest = by_id[str(chosen)]
    left, right = st.columns([3, 2])
    with left:
        st.html(_facts(manifest))
    with right:
        _findings(manifest)
    _refused(manifest)
    _turn(manifest, oleh)


def _facts(manifest: Manifest) -> str:
    facts = {
        "Jenis": words.JENIS[manifest.jenis],
        "Bulan": manifest.bulan or "tidak bulanan",
        "Arti wilayah": words.BASIS[manifest.basis_wilayah],
        "Nama berkas": manifest.nama_berkas,
        "SHA-256 berkas": manifest.sha256_berkas,
        "SHA-256 isi": manifest.sha256_data,
        "Baris": f"{formats.angka(manifest.baris_masuk)} masuk, {formats.angka(manifest.baris_diterima)} diterima, "
        f"{formats.angka(manifest.baris_ditolak)} ditolak",
        "Diterima": f"{_moment(manifest.diimpor_pada)} oleh {manifest.oleh}",
        "Pengaruh pada cakupan kota": penerimaan.pengaruh(manifest),
    }
    for event in intake.history(manifest.folder):
        facts[event.tindakan.capitalize()] = f"{_moment(event.pada)} oleh {event.oleh}"
    rows = "".join(f"<tr><th>{html.escape(k)}</th><td>{html.escape(v)}</td></tr>" for k, v in facts.items())
    return f'<table class="batch manifes"><tbody>{rows}</tbody></table>'


def _moment(text: str) -> str:
    return formats.waktu_wita(datetime.fromisoformat(text))


def _findings(manifest: Manifest) -> None:
    rows = [("gagal", one) for one in manifest.penolakan] + [("peringatan", one) for one in manifest.peringatan]
    if not rows:
        components.catatan("Semua baris lulus tanpa peringatan.")
        return
    frame = pd.DataFrame(
        [asdict(one) | {"hasil": kind, "baris": words.numbers(one.baris, one.jumlah)} for kind, one in rows]
    )
    components.tabel(
        tables.tabel(frame, ledgers.kolom_temuan(), judul="Temuan saat diterima", tinggi=260, catatan=""),
        key=f"temuan_{manifest.id_batch}",
    )


def _refused(manifest: Manifest) -> None:
    if not manifest.baris_ditolak:
        return
    with st.expander(f"Isian yang ditolak ({formats.angka(manifest.baris_ditolak)} baris)"):
        refused = penerimaan.penolakan(manifest.folder)
        components.tabel(
            tables.tabel(
                refused.head(500), ledgers.kolom_penolakan(),
                judul="Baris yang ditolak, tanpa isi pribadi", tinggi=300,
                catatan="Paling banyak 500 isian tampil. Isi asli tidak disimpan; cari nomor barisnya di berkas asal.",
            ),
            key=f"tolak_{manifest.id_batch}",
        )  # fmt: skip
        components.unduh_xlsx(
            lambda: [xlsx.Lembaran("Ditolak", list(refused.columns), _plain(refused))],
            label="Unduh isian yang ditolak (XLSX)", nama=f"ditolak-{manifest.id_batch}", contoh=manifest.contoh,
            keterangan={"Judul": f"Isian yang ditolak dari {manifest.nama_berkas}"},
            key=f"unduh_tolak_{manifest.id_batch}",
        )  # fmt: skip


def _turn(manifest: Manifest, oleh: str) -> None:
    verb = "Kembalikan" if manifest.ditarik else "Tarik"
    left, middle, _rest = st.columns([2, 2, 3])
    with left:
        look = st.button(f"Lihat dampak bila di{verb.lower()}", width="stretch", key=f"dampak_{manifest.id_batch}")
    with middle:
        st.button(
            f"{verb} batch ini", type="primary", width="stretch", key=f"ubah_{manifest.id_batch}", disabled=not oleh,
            on_click=_begin, args=(verb, manifest, oleh),
        )  # fmt: skip
    if not oleh:
        components.catatan("Isi nama Anda untuk menarik atau mengembalikan batch.")
    if look or jobs.running(_LOOK):
        _look(manifest)


def _begin(verb: str, manifest: Manifest, oleh: str) -> None:
    """Begin withdrawing or restoring; a callback, so that a click elsewhere right after does not undo the wish."""
    work = penerimaan.kembalikan if manifest.ditarik else penerimaan.tarik
    jobs.start(_TURN, f"{verb} batch", lambda progress: work([manifest.id_batch], oleh, progress))


def _look(manifest: Manifest) -> None:
    folder, name = settings.batches_dir(), manifest.id_batch
    try:
        dampak = jobs.run(_LOOK, "Menghitung dampak", lambda tell: penerimaan.dampak_status(name, folder, tell))
    except (IntakeError, build.BuildError) as error:
        components.tidak_tersedia("Dampak tidak dapat dihitung.", str(error))
        return
    preview.show(dampak)
