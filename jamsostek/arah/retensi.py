"""Who came, who left, and how long new participants stay."""

from jamsostek import components, queries
from jamsostek.figures import flows
from jamsostek.shell import Konteks


def tampil(konteks: Konteks) -> None:
    """The monthly flow of the chosen place and group."""
    pilih = konteks.saringan
    arus = queries.arus_per_bulan(**pilih.wilayah(), segmen=pilih.segmen, **pilih.orang())
    components.subjudul("Arus peserta per bulan: masuk baru, kembali aktif, keluar")
    components.grafik(
        lambda: flows.arus(arus), key="arus", alt="Arus peserta per bulan; nilainya ada di tabel di bawah."
    )
