"""Speed of intake: rows per second and memory for participants' files of 10,000 to 1,000,000 rows, CSV and XLSX.

    python benchmarks/impor.py [--baris 10000 100000 1000000]

Every measurement is a process of its own with an empty data folder. Prints one Markdown table for README.md here.
"""

import argparse
import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADINGS = ("NIK", "NO KPJ", "SEGMEN", "JKK", "JKM", "JHT", "JP", "JKP", "NPP", "KELURAHAN", "KECAMATAN",
            "TANGGAL LAHIR", "JENIS KELAMIN", "SUMBER IURAN")  # fmt: skip


def persons(count: int) -> Iterator[tuple[str, ...]]:
    """Synthetic participants (province 99 does not exist), one in a hundred with a birth date that is none."""
    with (ROOT / "data/referensi/wilayah.csv").open(encoding="utf-8") as file:
        places = [(row["nama_kelurahan"], row["nama_kecamatan"]) for row in csv.DictReader(file)]
    for n in range(count):
        day, month, year = n % 28 + 1, n // 28 % 12 + 1, 1960 + n // 336 % 40
        born = f"{day:02d}-{month:02d}-{year}" if n % 100 else "31-02-1985"
        nik = f"9971{n // 10_000 % 100:02d}{day:02d}{month:02d}{year % 100:02d}{n % 10_000:04d}"
        yield (nik, f"{10_000_000_000 + n}", ("PU", "BPU")[n % 2], "Y", "Y", "T", "T", "T", "", *places[n % 51], born,
               "LP"[n % 2], "mandiri")  # fmt: skip


def write(path: Path, count: int) -> None:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(HEADINGS)
            writer.writerows(persons(count))
        return
    import xlsxwriter

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet("Data")
        for number, row in enumerate((HEADINGS, *persons(count))):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text)


def measure(path: Path) -> dict[str, float]:
    """Seconds of each step in this process, and its peak memory in MB."""
    from jamsostek import intake, settings

    content = path.read_bytes()
    times = {}
    start = time.perf_counter()
    found = intake.recognise(content, path.name)
    times["kenali"] = time.perf_counter() - start
    assert found.dugaan[0].jenis == "peserta"
    start = time.perf_counter()
    checked = intake.check_content(content, path.name, jenis="peserta", bulan="2023-06")
    times["periksa"] = time.perf_counter() - start
    assert checked.baris_ditolak == -(-checked.baris_masuk // 100)
    start = time.perf_counter()
    intake.commit(checked, batches=settings.batches_dir(), oleh="ukur")
    times["simpan"] = time.perf_counter() - start
    times["memori"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return times


def openpyxl_seconds(path: Path) -> float:
    """Reading the cells alone with the usual library, in its fast mode."""
    import openpyxl

    start = time.perf_counter()
    for _row in openpyxl.load_workbook(path, read_only=True)["Data"].iter_rows(values_only=True):
        pass
    return time.perf_counter() - start


def _apart(path: Path, folder: str) -> dict[str, float]:
    places = {"JAMSOSTEK_DATA": f"{folder}/data-{path.name}", "JAMSOSTEK_KUNCI": f"{folder}/kunci/k"}
    command = [sys.executable, __file__, "--satu", str(path)]
    run = subprocess.run(
        command, env=os.environ | places | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    result: dict[str, float] = json.loads(run.stdout)
    return result


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--baris", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    options.add_argument("--satu", type=Path)
    chosen = options.parse_args()
    if chosen.satu:
        print(json.dumps(measure(chosen.satu)))
        return
    heads = ("berkas", "MB", "kenali (s)", "periksa (s)", "simpan (s)", "baris/s", "memori puncak (MB)",
             "openpyxl, baca saja (s)")  # fmt: skip
    print(f"| {' | '.join(heads)} |\n|{' --- |' * len(heads)}")
    with tempfile.TemporaryDirectory() as folder:
        for count in chosen.baris:
            for kind in ("csv", "xlsx"):
                path = Path(folder) / f"peserta-{count}.{kind}"
                write(path, count)
                found = _apart(path, folder)
                total = found["kenali"] + found["periksa"] + found["simpan"]
                peer = f"{openpyxl_seconds(path):.1f}" if kind == "xlsx" and count <= 100_000 else ""
                steps = [f"{found[name]:.2f}" for name in ("kenali", "periksa", "simpan")]
                memory = f"{found['memori']:.0f}"
                cells = [f"{count:,} {kind}", f"{path.stat().st_size / 1e6:.1f}", *steps, f"{count / total:,.0f}"]
                print(f"| {' | '.join([*cells, memory, peer])} |", flush=True)
                path.unlink()


if __name__ == "__main__":
    main()
