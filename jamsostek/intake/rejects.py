"""The refused rows as a workbook: as they were handed in, with the reasons, to be put right and handed in again.

It is made from the uploaded bytes on request and never kept: it holds what the person who uploads already has.
"""

from collections import defaultdict

from jamsostek import xlsx
from jamsostek.intake.checking import Checked, Tata
from jamsostek.intake.header import REASON_HEADING, ROW_HEADING
from jamsostek.intake.kinds import contract_for
from jamsostek.intake.reading import read_grid

_HOW = {
    True: "Perbaiki baris ini di berkas asal, lalu impor berkas asal itu seluruhnya: berkas baru mengganti berkas "
    "lama, jadi lembar ini saja tidak cukup.",
    False: "Perbaiki isian menurut kolom alasan, lalu impor lembar ini: baris yang sudah diterima tidak berubah. Kolom "
    "alasan dan baris asli boleh tetap ada.",
}


def workbook(content: bytes, checked: Checked, tata: Tata) -> bytes:
    """Sheet 'Ditolak': the file's own headings, reason and row number behind them, one row per refused row."""
    contract = contract_for(checked.jenis).adapted(tata.pemetaan, tata.isian)
    grid = read_grid(content, contract, tata.lembar, tata.baris_judul)
    reasons: dict[int, list[str]] = defaultdict(list)
    for rejection in checked.rejected:
        reasons[rejection.nomor_baris].append(f"{rejection.kolom}: {rejection.alasan}")
    rows = [
        [*(cell or None for cell in grid.cells(number - grid.first_row)), "; ".join(why), number]
        for number, why in sorted(reasons.items())
    ]
    headings = [*grid.header.texts, REASON_HEADING, ROW_HEADING]
    notes = {
        "Berkas": checked.nama_berkas,
        "Jenis": checked.jenis,
        "Bulan": f"{checked.bulan:%Y-%m}" if checked.bulan else "",
        "Baris ditolak": str(checked.baris_ditolak),
        "Cara memakai": _HOW[contract.replaces],
        "Perhatian": "Berisi data pribadi dari berkas asal; simpan dan kirim sesuai aturan kantor.",
    }
    return xlsx.buku([xlsx.Lembaran("Ditolak", headings, rows)], notes)
