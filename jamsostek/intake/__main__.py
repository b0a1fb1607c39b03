"""Command line: `python -m jamsostek.intake BERKAS --jenis peserta --bulan 2023-06`. No personal value is printed."""

import argparse
import getpass
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from jamsostek import settings
from jamsostek.intake import (
    BASIS_WILAYAH,
    CONTRACTS,
    Checked,
    Finding,
    IntakeError,
    check_file,
    commit,
    withdraw,
)

ALL_ACCEPTED, USAGE, SOME_REJECTED, REFUSED = 0, 2, 3, 4
_SHOWN_REASONS = 8
_EPILOG = """kode keluar:
  0  semua baris diterima
  2  cara pakai salah
  3  diterima, tetapi ada baris yang ditolak (lihat penolakan.csv)
  4  berkas ditolak seluruhnya; tidak ada yang disimpan

contoh:
  python -m jamsostek.intake peserta-juni.xlsx --jenis peserta --bulan 2023-06
  python -m jamsostek.intake target.csv --jenis target
  python -m jamsostek.intake --tarik 000012-peserta-2023-06
"""


class _Parser(argparse.ArgumentParser):
    """argparse without its English sentences."""

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "cara pakai:", 1)

    def error(self, message: str) -> NoReturn:  # noqa: ARG002 - argparse words it in English
        _usage("Argumen tidak lengkap atau tidak dikenal.")


def _usage(message: str) -> NoReturn:
    print(f"{message}\nLihat: python -m jamsostek.intake --help", file=sys.stderr)
    raise SystemExit(USAGE)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m jamsostek.intake", add_help=False, epilog=_EPILOG, allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Periksa satu berkas Excel atau CSV, samarkan NIK dan KPJ, lalu simpan sebagai batch.",
    )  # fmt: skip
    group = parser.add_argument_group("pilihan")
    group.add_argument("berkas", nargs="?", metavar="BERKAS", help="berkas .xlsx atau .csv")
    group.add_argument("--jenis", metavar="JENIS", help=f"jenis data: {', '.join(CONTRACTS)}")
    group.add_argument("--bulan", metavar="TTTT-BB", help="bulan data; tidak dipakai untuk angka_resmi dan target")
    group.add_argument("--basis", metavar="BASIS", default="domisili",
                       help=f"dasar wilayah: {', '.join(BASIS_WILAYAH)} (bawaan: domisili)")  # fmt: skip
    group.add_argument("--oleh", metavar="NAMA", help="siapa yang mengimpor (bawaan: nama pengguna komputer)")
    group.add_argument("--lembar", metavar="NAMA", help="nama lembar Excel (bawaan: lembar yang judul kolomnya cocok)")
    group.add_argument("--periksa", action="store_true", help="hanya memeriksa; tidak menyimpan apa pun")
    group.add_argument("--tarik", metavar="ID_BATCH", help="menarik batch yang sudah disimpan")
    group.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")
    return parser


def _validated(arguments: Sequence[str] | None) -> argparse.Namespace:
    options = _parser().parse_args(arguments)
    if options.tarik:
        return options
    if not options.berkas or not options.jenis:
        _usage("BERKAS dan --jenis wajib diisi.")
    if options.jenis not in CONTRACTS:
        _usage(f"Jenis tidak dikenal. Pilihan: {', '.join(CONTRACTS)}.")
    if options.basis not in BASIS_WILAYAH:
        _usage(f"Basis tidak dikenal. Pilihan: {', '.join(BASIS_WILAYAH)}.")
    if CONTRACTS[options.jenis].monthly and not options.bulan:
        _usage(f"Jenis {options.jenis} memerlukan --bulan TTTT-BB.")
    return options


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")


def _print_findings(title: str, findings: Sequence[Finding]) -> None:
    if findings:
        print(f"{title}:")
    for finding in findings[:_SHOWN_REASONS]:
        print(f"  {_number(finding.jumlah):>9}  {finding.kolom}: {finding.alasan}")
    if len(findings) > _SHOWN_REASONS:
        print(f"             dan {len(findings) - _SHOWN_REASONS} alasan lain")


def _print_summary(checked: Checked) -> None:
    print(f"Baris masuk    : {_number(checked.baris_masuk)}")
    print(f"Baris diterima : {_number(checked.baris_diterima)}")
    print(f"Baris ditolak  : {_number(checked.baris_ditolak)}")
    _print_findings("Alasan penolakan terbanyak", checked.reasons)
    _print_findings("Peringatan", checked.warnings)


def _import(options: argparse.Namespace) -> int:
    checked = check_file(options.berkas, jenis=options.jenis, bulan=options.bulan, lembar=options.lembar)
    if options.periksa:
        _print_summary(checked)
        print("Hanya diperiksa; tidak ada yang disimpan.")
    else:
        manifest = commit(checked, batches=settings.batches_dir(), oleh=_who(options), basis_wilayah=options.basis)
        _print_summary(checked)
        print(f"Tersimpan sebagai batch {manifest.id_batch}")
        if checked.rejected:
            print(f"Daftar baris yang ditolak: {manifest.folder / 'penolakan.csv'}")
    return SOME_REJECTED if checked.baris_ditolak else ALL_ACCEPTED


def _who(options: argparse.Namespace) -> str:
    try:
        return str(options.oleh or getpass.getuser())
    except (OSError, KeyError):
        return "tidak diketahui"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    options = _validated(arguments)
    try:
        if options.tarik:
            manifest = withdraw(Path(settings.batches_dir()), options.tarik, _who(options))
            print(f"Batch {manifest.id_batch} ditarik. Bangun ulang data agar angkanya berubah.")
            return ALL_ACCEPTED
        return _import(options)
    except IntakeError as error:
        print(f"Berkas ditolak: {error}" if not options.tarik else str(error), file=sys.stderr)
        return REFUSED


if __name__ == "__main__":
    raise SystemExit(main())
