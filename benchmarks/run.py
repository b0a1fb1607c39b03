"""Speed of the app beside the same page written the plain way, in one run: `python benchmarks/run.py --help`.

Prints a Markdown section for benchmarks/README.md. Both servers run at once and take turns, change by change and load
by load, so that other work on the machine hits both alike; how busy the machine was with others is in the section.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import hasil  # noqa: E402
import peramban  # noqa: E402
import server  # noqa: E402

from jamsostek import first_start, geo, settings  # noqa: E402

TAHAP = {
    "Menyiapkan": "bilah kemajuan tampil",
    "Menyusun penduduk": "menyusun penduduk contoh",
    "Membaca": "membaca batch",
    "Memuat": "memuat batch",
    "Menyusun": "menyusun mart",
    "Memeriksa": "memeriksa mart",
    "Menulis": "menulis berkas",
    "Mengganti": "mengganti berkas",
}
LEWATI = 3  # first changes of a session: code that runs for the first time


@dataclass
class Sisi:
    """One of the two apps: its server and what was measured on it."""

    server: server.Server
    dingin: list[peramban.Muat] = field(default_factory=list)
    hangat: list[peramban.Muat] = field(default_factory=list)
    ubah: dict[str, list[peramban.Ubah]] = field(default_factory=dict)
    cpu: dict[str, float] = field(default_factory=dict)


def first(app: Path, work: Path) -> list[str]:
    """First start: from `streamlit run` on an empty data folder to the map painted, with its stages."""
    data = work / "kosong"
    data.mkdir()
    lines = ["| Saat | detik sejak `streamlit run` |", "| --- | ---: |"]
    with (
        server.serve(app / "dashboard.py", data, work / "kunci-baru" / "kunci") as running,
        peramban.chromium(work / "profil-pertama") as context,
    ):
        page, loaded = peramban.load(context, running.url, limit_s=180)
        began = page.evaluate("performance.timeOrigin") / 1000 - running.started
        lines.append(f"| server menjawab | {running.healthy - running.started:.1f} |")
        for at, name in tahap(peramban.stages(page)):
            lines.append(f"| {name} | {began + at / 1000:.1f} |")
        lines.append(f"| **peta dan angka terlukis** | **{began + loaded.siap / 1000:.1f}** |")
    return lines


def tahap(texts: list[tuple[float, str]]) -> list[tuple[float, str]]:
    """When each kind of work began: 'Menyusun penduduk contoh', one file after another, 'Membaca daftar batch', ..."""
    found: dict[str, float] = {}
    for at, text in texts:
        step = text.partition(": ")[2] or text
        known = next((k for k in TAHAP if step.startswith(k)), None)
        found.setdefault(TAHAP[known] if known else "berkas contoh, satu demi satu", at)
    return [(at, name) for name, at in found.items()]


def loads(sides: tuple[Sisi, Sisi], work: Path, count: int) -> None:
    """Loads with an empty and with a filled browser cache, taking turns."""
    for turn in range(count):
        for name, side in zip(("kita", "polos"), sides, strict=True):
            profile = work / f"dingin-{name}-{turn}"
            with peramban.chromium(profile) as context:
                side.dingin.append(peramban.load(context, side.server.url)[1])
            shutil.rmtree(profile, ignore_errors=True)
    for name, side in zip(("kita", "polos"), sides, strict=True):
        with peramban.chromium(work / f"hangat-{name}") as context:
            for _ in range(3):  # Chromium keeps compiled scripts from the second visit on
                peramban.load(context, side.server.url)[0].close()
    for _ in range(count):
        for name, side in zip(("kita", "polos"), sides, strict=True):
            with peramban.chromium(work / f"hangat-{name}") as context:
                page, loaded = peramban.load(context, side.server.url)
                side.hangat.append(loaded)
                page.close()


def keys(label: str, count: int) -> list[str]:
    """Months: always one further back, so that none was asked before. Places: down the menu and up again."""
    if label == "Bulan":
        return ["ArrowDown"] * (count + LEWATI)
    return ((["ArrowDown"] * 6 + ["ArrowUp"] * 6) * (count // 12 + 2))[: count + LEWATI]


def changes(sides: tuple[Sisi, Sisi], work: Path, label: str, count: int) -> None:
    """Changes of one filter, taking turns between the two apps, one browser and one session each."""
    with peramban.chromium(work / "ubah") as context:
        pages = [peramban.load(context, side.server.url)[0] for side in sides]
        for side in sides:
            side.ubah[label], side.cpu[label] = [], 0.0
        for number, key in enumerate(keys(label, count)):
            for side, page in zip(sides, pages, strict=True):
                before = side.server.cpu_ms()
                measured = peramban.change(page, label, key)
                if number >= LEWATI:
                    side.ubah[label].append(measured)
                    side.cpu[label] += (side.server.cpu_ms() - before) / count


def section(sides: tuple[Sisi, Sisi], noise: list[float], loads_before: tuple[float, ...]) -> list[str]:
    """The Markdown tables of one run."""
    ours, plain = sides
    lines = ["| ms, p50 / p95 | dasbor | cara polos | rasio |", "| --- | ---: | ---: | ---: |"]

    def row(name: str, pick: Callable[[Sisi], list[float]]) -> None:
        if pick(ours):
            lines.append(hasil.baris(name, pick(ours), pick(plain)))

    row("muat, cache peramban kosong", lambda s: [m.siap for m in s.dingin])
    row("muat, cache peramban terisi", lambda s: [m.siap for m in s.hangat])
    row("muat, cache terisi, sampai tren", lambda s: [m.semua for m in s.hangat])
    for label in ours.ubah:
        name = f"ubah {label}"
        row(f"**{name}: peta dan angka**", lambda s, k=label: [u.siap for u in s.ubah[k]])
        row(f"{name}: sampai tren", lambda s, k=label: [u.semua for u in s.ubah[k]])
        row(f"{name}: pesan terakhir server", lambda s, k=label: [u.pesan for u in s.ubah[k]])
        row(f"{name}: tugas panjang peramban", lambda s, k=label: [u.tugas + 0.001 for u in s.ubah[k]])
        lines.append(hasil.baris_rata(f"{name}: prosesor server, rata-rata", ours.cpu[label], plain.cpu[label]))
        size = [hasil.rata([u.bytes / 1000 for u in s.ubah[label]]) for s in sides]
        lines.append(hasil.baris_rata(f"{name}: kB websocket, rata-rata", *size, 1))
        count = [hasil.rata([u.messages for u in s.ubah[label]]) for s in sides]
        lines.append(hasil.baris_rata(f"{name}: pesan websocket, rata-rata", *count))
    lines.append(hasil.baris_rata("memori server (MB)", ours.server.rss_mb(), plain.server.rss_mb()))
    busy = ", ".join(f"{share:.0%}" for share in noise)
    lines += ["", f"Dipakai pekerjaan lain di mesin ini sebelum tiap bagian: {busy} dari prosesor; load average "]
    lines[-1] += f"{loads_before[0]:.1f} sebelum, {os.getloadavg()[0]:.1f} sesudah."
    return lines


def boundaries(path: Path) -> None:
    """The kecamatan for the baseline, dissolved once, at the precision of the repository's boundaries."""
    areas = geo.kecamatan(geo.kelurahan()).to_crs(4326)[["kode", "nama", "geometry"]]
    areas.to_file(path, driver="GeoJSON")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ubah", type=int, default=30, help="changes per filter (default 30)")
    parser.add_argument("--muat", type=int, default=10, help="loads per kind (default 10; 0 leaves them out)")
    parser.add_argument("--tanpa-pertama", action="store_true", help="leave the first start out")
    parser.add_argument("--app", type=Path, default=ROOT, help="folder of the app to measure (default: this one)")
    options = parser.parse_args()
    load_before = os.getloadavg()
    with tempfile.TemporaryDirectory(prefix="ukur-") as folder:
        work = Path(folder)
        lines = [f"### {date.today():%Y-%m-%d}", "", hasil.mesin(), ""]
        noise = [server.busy_elsewhere()]
        if not options.tanpa_pertama:
            lines += [*first(options.app, work), ""]
        data = settings.data_dir()
        if not settings.database_path().exists():
            first_start.ensure_database()
        borders = work / "kecamatan.geojson"
        boundaries(borders)
        plain_env = {"KECAMATAN_GEOJSON": str(borders)}
        with (
            server.serve(options.app / "dashboard.py", data, settings.key_path()) as ours,
            server.serve(ROOT / "benchmarks" / "plain" / "app.py", data, settings.key_path(), plain_env) as plain,
        ):
            sides = (Sisi(ours), Sisi(plain))
            loads(sides, work, options.muat)
            for label in ("Bulan", "Kecamatan"):
                noise.append(server.busy_elsewhere())
                changes(sides, work, label, options.ubah)
            lines += section(sides, noise, load_before)
    print("\n".join(lines))


if __name__ == "__main__":
    main()
