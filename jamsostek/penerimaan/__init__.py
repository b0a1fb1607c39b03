"""From checked files to changed figures: what would change, accept in one step, take back.

Above `intake` (which knows files) and `build` (which knows figures); nothing here knows the screen.
"""

from jamsostek.penerimaan.dampak import Dampak, dampak_status, dampak_titipan
from jamsostek.penerimaan.orang import Pergantian, pergantian
from jamsostek.penerimaan.simpan import Hasil, kembalikan, simpan, tarik

__all__ = [
    "Dampak",
    "Hasil",
    "Pergantian",
    "dampak_status",
    "dampak_titipan",
    "kembalikan",
    "pergantian",
    "simpan",
    "tarik",
]
