"""Command line: python -m jamsostek.build. Exit codes: 0 built, 4 refused (the old file goes on serving), 5 busy."""

import argparse
import sys

from jamsostek.build import BuildBusy, BuildError, build


def main() -> int:
    """Build from the data folder and print a summary."""
    description = "Bangun berkas data dari semua batch. Berkas lama tetap dipakai sampai yang baru lolos pemeriksaan."
    argparse.ArgumentParser(prog="python -m jamsostek.build", description=description).parse_args()
    try:
        report = build(progress=_show)
    except (BuildError, BuildBusy) as error:
        sys.stderr.write(f"\n{error}\n")
        return 5 if isinstance(error, BuildBusy) else 4
    sys.stdout.write(f"Berkas {report.path.name} versi {report.versi} dibangun dalam ")
    sys.stdout.write(f"{report.seconds:.1f} detik".replace(".", ",") + f" dari {len(report.batches)} batch.\n")
    for name, rows in report.warnings:
        sys.stdout.write(f"Peringatan {name}: {rows} baris\n")
    return 0


def _show(fraction: float, message: str) -> None:
    sys.stderr.write(f"\r{fraction:4.0%} {message:<50}")
    if fraction >= 1:
        sys.stderr.write("\n")


if __name__ == "__main__":
    sys.exit(main())
