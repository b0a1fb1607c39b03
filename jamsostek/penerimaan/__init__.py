"""From checked files to changed figures: what would change, accept in one step, take back, and the ledger of it all.

Above `intake` (which knows files) and `build` (which knows figures); nothing here knows the screen.
"""

from jamsostek.penerimaan.buku import KOLOM as KOLOM_BUKU
from jamsostek.penerimaan.buku import buku, penolakan
from jamsostek.penerimaan.buku import dampak as pengaruh
from jamsostek.penerimaan.dampak import Dampak, dampak_status, dampak_titipan
from jamsostek.penerimaan.orang import Pergantian, pergantian
from jamsostek.penerimaan.simpan import Hasil, bangun, kembalikan, simpan, tarik

__all__ = [
    "KOLOM_BUKU",
    "Dampak",
    "Hasil",
    "Pergantian",
    "bangun",
    "buku",
    "dampak_status",
    "dampak_titipan",
    "kembalikan",
    "pengaruh",
    "penolakan",
    "pergantian",
    "simpan",
    "tarik",
]
