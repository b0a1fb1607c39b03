"""What one session has uploaded and not yet accepted. Held in memory only; the bytes are gone with the session."""

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from jamsostek import intake, settings
from jamsostek.desk import jobs, reader, words
from jamsostek.intake import Checked, IntakeError, Kenalan, SemuaDitolak, Tata
from jamsostek.intake.helper import Progress

_PARCELS = "_kiriman"


@dataclass(frozen=True)
class Setelan:
    """What a person has said about a file: kind, month, meaning of its places, layout."""

    jenis: str
    bulan: date | None
    basis_wilayah: str = "domisili"
    tata: Tata = field(default_factory=Tata)

    @property
    def kunci(self) -> tuple[Any, ...]:
        """Equal for equal settings, whatever their order."""
        tata = self.tata
        layout = (tata.lembar, tata.baris_judul, *sorted(tata.pemetaan.items()), *sorted(tata.isian.items()))
        return (self.jenis, self.bulan, self.basis_wilayah, *layout)


@dataclass
class Berkas:
    """One uploaded file: what it looks like, what was said about it, what the check found."""

    kode: str
    nama: str
    isi: bytes
    kenalan: Kenalan | None = None
    galat: str = ""
    setelan: Setelan | None = None
    hasil: Checked | None = None
    ditolak: str = ""
    diperiksa: tuple[Any, ...] = ()

    @property
    def layak(self) -> bool:
        """Whether it may be accepted: checked with the present settings, some rows taken, nothing against it."""
        return self.hasil is not None and not self.ditolak and not self.galat


def current() -> dict[str, Berkas]:
    """The files of this session by the code that the upload gave them."""
    parcels: dict[str, Berkas] = st.session_state.setdefault(_PARCELS, {})
    return parcels


def receive(uploaded: list[Any]) -> list[Berkas]:
    """The files now in the upload field, in their order; new ones are looked at, removed ones forgotten."""
    known = current()
    there = {one.file_id: one for one in uploaded}
    for kode in set(known) - set(there):
        del known[kode]
    for kode, one in there.items():
        if kode not in known:
            known[kode] = Berkas(kode, one.name, one.getvalue())
        berkas = known[kode]
        if berkas.kenalan is None and not berkas.galat:
            try:
                berkas.kenalan = jobs.run(
                    f"kenali_{kode}",
                    f"Membuka {words.literal(berkas.nama)}",
                    partial(_recognise, berkas.isi, berkas.nama),
                )
            except IntakeError as error:
                berkas.galat = str(error)
    return [known[kode] for kode in there]


def _recognise(content: bytes, nama: str, _progress: Progress) -> Kenalan:
    return reader.recognise(content, nama)


def check(berkas: Berkas, setelan: Setelan, progress: Progress) -> None:
    """Check the file with these settings and keep the result; the same settings are not checked twice."""
    berkas.setelan, berkas.hasil, berkas.ditolak = setelan, None, ""
    try:
        berkas.hasil = reader.check(berkas.isi, berkas.nama, setelan.jenis, setelan.bulan, setelan.tata, progress)
        intake.refuse_unfit(berkas.hasil, settings.batches_dir())
    except SemuaDitolak as error:
        berkas.hasil, berkas.ditolak = error.checked, str(error)  # type: ignore[assignment]
    except IntakeError as error:
        berkas.ditolak = str(error)
    berkas.diperiksa = setelan.kunci


def forget_checks() -> None:
    """Have every file checked again, after a spelling was learned."""
    for berkas in current().values():
        berkas.diperiksa = ()
