"""Percentiles, the machine, and the table that goes into benchmarks/README.md."""

import os
import platform
import statistics
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

PAKET = ("streamlit", "duckdb", "pandas", "plotly", "geopandas", "playwright")


def persentil(values: Sequence[float], p: float) -> float:
    """Percentile by linear interpolation, p in 0..100."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * p / 100
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def p50_p95(values: Sequence[float]) -> str:
    return f"{persentil(values, 50):.0f} / {persentil(values, 95):.0f}"


def rasio(ours: Sequence[float], plain: Sequence[float]) -> str:
    """Ours divided by the baseline, at p50 and p95."""
    return " / ".join(f"{persentil(ours, p) / persentil(plain, p):.2f}" for p in (50, 95))


def mesin() -> str:
    """Processor, cores, memory, system and versions in one line."""
    info = Path("/proc/cpuinfo").read_text()
    model = next((line.split(":")[1].strip() for line in info.splitlines() if line.startswith("model name")), "?")
    total = int(Path("/proc/meminfo").read_text().split()[1]) / 1e6
    packages = ", ".join(f"{name} {version(name)}" for name in PAKET)
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return f"{model}, {os.cpu_count()} inti, {total:.0f} GB, {system}; {packages}"


def baris(nama: str, ours: Sequence[float], plain: Sequence[float]) -> str:
    return f"| {nama} | {p50_p95(ours)} | {p50_p95(plain)} | {rasio(ours, plain)} |"


def baris_rata(nama: str, ours: float, plain: float, angka: int = 0) -> str:
    return f"| {nama} | {ours:.{angka}f} | {plain:.{angka}f} | {ours / plain:.2f} |"


def rata(values: Sequence[float]) -> float:
    return statistics.fmean(values)
