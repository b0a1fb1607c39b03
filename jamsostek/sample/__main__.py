"""`python -m jamsostek.sample`: write the example data set into the data folder."""

import argparse
import sys
from pathlib import Path

from jamsostek import intake, sample


def main() -> int:
    """Exit code 0, or 4 when intake refuses."""
    parser = argparse.ArgumentParser(
        prog="python -m jamsostek.sample",
        description="Membuat data contoh (orang sintetis) lewat jalur impor yang sama.",
    )
    parser.add_argument("--data", type=Path, help="folder data (bawaan: folder data produk)")
    parser.add_argument("--benih", type=int, default=sample.SEED, help="benih acak; benih sama memberi data sama")
    options = parser.parse_args()
    try:
        sample.generate(options.data, seed=options.benih, progress=_show)
    except intake.IntakeError as error:
        sys.stderr.write(f"\n{error}\n")
        return 4
    sys.stderr.write("\nSelesai. Lanjutkan dengan: python -m jamsostek.build\n")
    return 0


def _show(share: float, message: str) -> None:
    sys.stderr.write(f"\r{share:4.0%} {message:<60}")
    sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
