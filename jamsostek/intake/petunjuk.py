"""The sheet that explains a template: what the file is, what it replaces, and how to fill each column."""

from collections.abc import Mapping
from typing import NamedTuple

from xlsxwriter.workbook import Workbook

from jamsostek import theme
from jamsostek.intake.contract import Contract
from jamsostek.intake.isian import cara_isi, keharusan

PETUNJUK = "Petunjuk"
_COLUMNS = {"Judul kolom": 24, "Keharusan": 26, "Arti kolom": 46, "Isian yang diterima": 62, "Contoh isian": 32}
_LINE = 150  # characters that fit on one line of the text above the table


class Tentang(NamedTuple):
    """What one kind of file is: its rows, who sends it when, and what an import replaces."""

    isi: str
    pengirim: str
    menggantikan: str


TENTANG: Mapping[str, Tentang] = {
    "peserta": Tentang(
        "Peserta aktif BPJS Ketenagakerjaan pada satu bulan. Satu baris: satu kepesertaan satu orang.",
        "Kantor cabang BPJS Ketenagakerjaan, setiap bulan.",
        "Seluruh daftar peserta bulan itu: kirim daftar lengkap, bukan hanya perubahannya.",
    ),
    "tenaga_kerja": Tentang(
        "Penduduk usia kerja (15 tahun ke atas). Satu baris: satu orang.",
        "Lurah dan RT/RW; juga perusahaan, UMKM, ritel, dan rumah ibadah. Setiap kali daftarnya diperbarui.",
        "Daftar dari sumber yang sama untuk kelurahan yang sama: kirim daftar lengkap, semua RT sekaligus.",
    ),
    "pemberi_kerja": Tentang(
        "Perusahaan, UMKM, ritel, rumah ibadah, dan instansi. Satu baris: satu pemberi kerja.",
        "Kantor cabang BPJS Ketenagakerjaan atau Dinas Tenaga Kerja, setiap kali daftarnya diperbarui.",
        "Seluruh daftar pemberi kerja: kirim daftar lengkap.",
    ),
    "klaim": Tentang(
        "Pembayaran manfaat pada satu bulan. Satu baris: satu pembayaran.",
        "Kantor cabang BPJS Ketenagakerjaan, setiap bulan.",
        "Seluruh daftar klaim bulan itu: kirim daftar lengkap.",
    ),
    "angka_resmi": Tentang(
        "Angka yang pernah diterbitkan atau diucapkan. Satu baris: satu angka dengan sumbernya.",
        "Siapa pun yang mengutip terbitan, setiap kali ada angka baru.",
        "Hanya baris dengan indikator, wilayah, periode, jenis, sumber, dan satuan yang sama; angka lain tetap.",
    ),
    "target": Tentang(
        "Sasaran cakupan. Satu baris: satu sasaran pada satu tanggal.",
        "Pemerintah kota, setiap kali sasaran ditetapkan.",
        "Hanya baris dengan tanggal, wilayah, dan penerbit yang sama; sasaran lain tetap.",
    ),
}
_PERSONAL = (
    "NIK dan nomor KPJ diganti nama samaran saat diimpor. Nama orang, alamat, nomor telepon, nama ibu, nomor rekening, "
    "dan upah tidak diperlukan dan tidak disimpan; jangan menambah kolomnya. Berkas ini tidak disimpan aplikasi."
)
_IMPERSONAL = (
    "Berkas ini tidak memuat orang perorangan: jangan menambah nama orang, NIK, alamat, atau nomor telepon. Kolom lain "
    "tidak disimpan. Berkas ini tidak disimpan aplikasi."
)


def pengantar(contract: Contract) -> dict[str, str]:
    """The text above the table: heading -> one or two sentences."""
    about = TENTANG[contract.jenis]
    bulan = (
        "Dipilih saat impor; tidak ada kolom bulan."
        if contract.monthly
        else "Tidak dipilih; ada tanggal di tiap baris."
    )
    return {
        "Isi": about.isi,
        "Pengirim dan waktu": about.pengirim,
        "Yang digantikan": about.menggantikan,
        "Bulan": bulan,
        "Cara mengisi": "Isi lembar Data mulai baris 4; baris 2 hanya contoh. Jangan mengubah judul kolom di baris 3. "
        "Setelah menempel dari berkas lain, pemeriksaan saat impor tetap berlaku.",
        "Pelindungan data": _PERSONAL if contract.personal else _IMPERSONAL,
    }


def tulis_petunjuk(book: Workbook, contract: Contract, choices: Mapping[str, Mapping[str, list[str]]]) -> None:
    """Add the sheet to the workbook; `choices` are those of each column, by column name."""
    sheet = book.add_worksheet(PETUNJUK)
    label = book.add_format({"bold": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    heading = book.add_format({"bold": True, "bg_color": theme.NAVY, "font_color": theme.PUTIH, "valign": "top"})
    sheet.write_string(0, 0, f"Petunjuk templat {contract.jenis}", book.add_format({"bold": True, "font_size": 14}))
    for index, width in enumerate(_COLUMNS.values()):
        sheet.set_column(index, index, width)
    row = 1
    for row, (name, sentence) in enumerate(pengantar(contract).items(), start=1):
        sheet.write_string(row, 0, name, label)
        sheet.merge_range(row, 1, row, len(_COLUMNS) - 1, sentence, text)
        # Merged cells do not grow by themselves.
        sheet.set_row(row, 15 * (1 + len(sentence) // _LINE))
    head = row + 2
    sheet.write_row(head, 0, list(_COLUMNS), heading)
    for row, column in enumerate(contract.columns, start=head + 1):
        accepted = cara_isi(column, choices[column.name])
        # The bare example 'rt_rw' reads like the heading RT/RW: two headings in a row make a row of headings.
        cells = (column.header, keharusan(column, contract), column.arti, accepted, f"misalnya {column.contoh}")
        for index, cell in enumerate(cells):
            sheet.write_string(row, index, cell, text if index else label)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
