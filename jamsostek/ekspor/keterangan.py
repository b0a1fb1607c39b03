"""What every exported file says about itself, whatever its format."""

from dataclasses import dataclass
from datetime import datetime

from jamsostek import formats, metrics

CONTOH = f"{formats.TANDA_CONTOH}: orang rekaan, bukan angka sebenarnya"
RESMI = "data resmi yang diimpor"
DEFINISI = {
    "cakupan": "peserta aktif dibagi {penyebut} pada akhir bulan, menurut tempat tinggal",
    "belum_terlindungi": "pekerja dalam register yang bukan peserta aktif pada bulan itu",
    "peserta": "orang dengan kepesertaan aktif pada bulan itu, dihitung satu kali per wilayah",
    "penganggur": "orang berstatus menganggur dalam register",
    "tpt": "penganggur dibagi angkatan kerja dalam register",
    "kelengkapan": "RT dalam daftar RT/RW yang berlaku dibagi jumlah RT rujukan (taksiran per kelurahan)",
}
"""What each metric means, as in the glossary of the README; {penyebut} stands for the chosen denominator."""

LAMBANG = (
    "tad = tidak ada data; r = dirahasiakan (1 sampai 4 orang); tb = tidak berlaku; "
    "bd = belum diketahui, pendataan belum memadai; ! = di atas 100%, periksa penyebut."
)


def definisi(kunci: str, kata_penyebut: str) -> str:
    """The meaning of a metric as a sentence. Raises KeyError for an unknown one."""
    return f"{metrics.METRIK[kunci].label} = {DEFINISI[kunci].format(penyebut=kata_penyebut)}."


@dataclass(frozen=True)
class Keterangan:
    """The context of a file: finished Indonesian words, but for `contoh` (example data) and `dibuat` (UTC)."""

    judul: str
    periode: str
    saringan: str
    definisi: str
    sumber: str
    batas: str
    versi: str
    contoh: bool
    dibuat: datetime

    @property
    def status(self) -> str:
        """Whether the figures are the example's."""
        return CONTOH if self.contoh else RESMI

    def butir(self) -> dict[str, str]:
        """Heading to text, in the order people read them; the status of the data is not among them."""
        return {
            "Judul": self.judul,
            "Periode": self.periode,
            "Saringan": self.saringan,
            "Definisi": self.definisi,
            "Sumber": self.sumber,
            "Batas wilayah": self.batas,
            "Versi data": self.versi,
            "Dibuat": formats.waktu_wita(self.dibuat),
        }
