"""Speed of the map page: a step of the time player, the way down to a kelurahan, bytes per change.

    JAMSOSTEK_DATA=... JAMSOSTEK_KUNCI=... python benchmarks/peta.py [--turun 30]

Prints a Markdown section for benchmarks/README.md. Linux and Chromium, as for run.py; the data must have been built.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import hasil  # noqa: E402
import peramban  # noqa: E402
import server  # noqa: E402

from jamsostek import settings  # noqa: E402

LUKIS = Path(__file__).with_name("lukis.js").read_text(encoding="utf-8")
LEWATI = 3  # first changes of a session: code that runs for the first time
HALF_STEP_US = 450_000
TRACED = ["toplevel", "devtools.timeline", "blink.user_timing"]
# A point of the screen that surely lies inside an area, whatever its shape.
TITIK = """(area) => {
  const box = area.getBBox(), all = area.ownerSVGElement.createSVGPoint();
  for (const [i, j] of [[5, 5], ...Array.from({ length: 81 }, (_, n) => [1 + (n % 9), 1 + Math.floor(n / 9)])]) {
    all.x = box.x + (box.width * i) / 10; all.y = box.y + (box.height * j) / 10;
    if (area.isPointInFill(all)) { const p = all.matrixTransform(area.getScreenCTM()); return [p.x, p.y]; }
  }
}"""


@dataclass(frozen=True)
class Turun:
    """One change: ms from the click to the last paint of the page and to the last message; bytes on the socket."""

    lukis: float
    pesan: float
    bytes: int


def still(page: Page) -> None:
    page.wait_for_function(f"window.__lukis && __lukis.still({peramban.TENANG_MS})", timeout=60_000, polling=50)


def open_map(page: Page, url: str) -> Page:
    page.goto(f"{url}/peta?tingkat=kecamatan")
    page.wait_for_selector("svg.peta-utama path.daerah")
    if page.evaluate("Boolean(window.__lukis)"):
        still(page)
    return page


def measured(page: Page, act: Callable[[], object]) -> Turun:
    """Do it, wait until the page rests, and read the clock."""
    page.evaluate("__ukur.reset()")
    act()
    page.wait_for_function("__ukur.messages > 0", timeout=30_000, polling=50)
    still(page)
    log = page.evaluate("({...__lukis, ...{bytes: __ukur.bytes, pesan: __ukur.lastMessage}})")
    return Turun(log["last"] - log["input"], log["pesan"] - log["input"], log["bytes"])


def click(page: Page, kode: str) -> Turun:
    x, y = page.locator(f"svg.peta-utama path.daerah[data-kode='{kode}']").evaluate(TITIK)
    return measured(page, lambda: page.mouse.click(x, y))


def drills(page: Page, count: int) -> tuple[list[Turun], list[Turun]]:
    """From the city to a kecamatan and to one of its kelurahan, each time another one, and back by the trail."""
    codes = page.locator("svg.peta-utama path.daerah").evaluate_all("all => all.map((a) => a.dataset.kode)")
    down: tuple[list[Turun], list[Turun]] = ([], [])
    for turn in range(count + LEWATI):
        kecamatan = codes[turn % len(codes)]
        first = click(page, kecamatan)
        inside = page.locator(f"svg.peta-utama path.daerah[data-kode^='{kecamatan}.']")
        places = inside.evaluate_all("all => all.map((a) => a.dataset.kode)")
        second = click(page, places[turn // len(codes) % len(places)])
        measured(page, page.locator(".peta-jejak button").first.click)
        if turn >= LEWATI:
            down[0].append(first)
            down[1].append(second)
    return down


def openings(context: BrowserContext, url: str, count: int) -> list[Turun]:
    """The pointer comes near the player: the frames of all months arrive. Each time a session of its own."""
    found = []
    for _ in range(count):
        page = open_map(context.new_page(), url)
        found.append(measured(page, page.locator(".peta-waktu").hover))
        page.close()
    return found


def months(page: Page, count: int) -> list[Turun]:
    """Another month by the menu: bytes alone, for the keys pressed there are no clicks on the map."""
    found = []
    for _ in range(count):
        page.evaluate("__ukur.reset()")
        page.get_by_role("combobox", name="Bulan", exact=True).focus()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_function("__ukur.messages > 0", timeout=30_000, polling=50)
        still(page)
        found.append(Turun(0, 0, page.evaluate("__ukur.bytes")))
    return found


def steps(context: BrowserContext, url: str) -> tuple[list[float], int]:
    """The player from the first month to the last: ms of work on the main thread per month, and messages meanwhile."""
    page = context.new_page()
    heard: list[object] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: heard.append(frame)))
    open_map(page, url)
    page.locator(".peta-waktu").hover()
    page.wait_for_timeout(3000)
    page.locator(".peta-bulan").evaluate(
        "place => new MutationObserver(() => performance.mark('langkah')).observe(place, { childList: true })"
    )
    events, end = traced(page)
    slider = page.locator(".peta-waktu")
    page.locator(".peta-putar").click()
    before = len(heard)
    # From the last month, where the page opens, it begins anew.
    page.wait_for_function("performance.getEntriesByName('langkah').length > 3", timeout=10_000)
    while int(slider.input_value()) < int(slider.get_attribute("max") or 0) - 1:
        page.wait_for_timeout(100)
    messages = len(heard) - before
    end()
    return work(events), messages


def traced(page: Page) -> tuple[list[dict[str, Any]], Callable[[], None]]:
    """Begin a trace of the page; the list is filled when the returned function is called."""
    client = page.context.new_cdp_session(page)
    events: list[dict[str, Any]] = []
    ended: list[object] = []
    client.on("Tracing.dataCollected", lambda part: events.extend(part["value"]))
    client.on("Tracing.tracingComplete", lambda told: ended.append(told))
    client.send("Tracing.start", {"traceConfig": {"includedCategories": TRACED}, "transferMode": "ReportEvents"})

    def end() -> None:
        client.send("Tracing.end")
        while not ended:
            page.wait_for_timeout(50)

    return events, end


def work(events: list[dict[str, Any]]) -> list[float]:
    """Per mark the sum of the tasks of its thread from the task it lies in until half a step later, in ms."""
    marks = [event for event in events if event["name"] == "langkah"]
    thread = marks[0]["pid"], marks[0]["tid"]
    tasks = [e for e in events if e["name"].endswith("RunTask") and (e["pid"], e["tid"]) == thread and e["ph"] == "X"]
    return [
        sum(t["dur"] for t in tasks if mark["ts"] - t["dur"] <= t["ts"] < mark["ts"] + HALF_STEP_US) / 1000
        for mark in marks[LEWATI:]
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turun", type=int, default=30, help="ways down to a kelurahan (default 30)")
    options = parser.parse_args()
    noise = server.busy_elsewhere()
    with (
        tempfile.TemporaryDirectory(prefix="ukur-") as folder,
        server.serve(ROOT / "dashboard.py", settings.data_dir(), settings.key_path()) as running,
    ):
        with peramban.chromium(Path(folder) / "putar", ()) as context:
            frames, messages = steps(context, running.url)
        with peramban.chromium(Path(folder) / "turun", (peramban.AMATI, LUKIS)) as context:
            page = open_map(context.new_page(), running.url)
            kecamatan, kelurahan = drills(page, options.turun)
            other = months(page, 12)
            page.close()
            player = openings(context, running.url, 5)
    rows = {
        "langkah pemutar waktu: kerja utas utama": hasil.p50_p95(frames),
        "langkah pemutar waktu: pesan dari server selama berputar": str(messages),
    }
    for name, changes in (("kecamatan", kecamatan), ("kelurahan", kelurahan)):
        rows[f"**klik {name}: lukisan terakhir**"] = hasil.p50_p95([one.lukis for one in changes])
        rows[f"klik {name}: pesan terakhir server"] = hasil.p50_p95([one.pesan for one in changes])
        rows[f"klik {name}: kB websocket"] = kilobytes(changes)
    rows["ganti bulan: kB websocket"] = kilobytes(other)
    rows["membuka pemutar: kB websocket"] = kilobytes(player)
    print(f"### Peta, {date.today():%Y-%m-%d}\n\n{hasil.mesin()}\n\n| ms, p50 / p95 | |\n| --- | ---: |")
    print("\n".join(f"| {name} | {value} |" for name, value in rows.items()))
    print(f"\nDipakai pekerjaan lain sebelumnya: {noise:.0%} dari prosesor; load average {os.getloadavg()[0]:.1f}.")


def kilobytes(changes: list[Turun]) -> str:
    sizes = [one.bytes / 1000 for one in changes]
    return f"{hasil.persentil(sizes, 50):.1f} / {hasil.persentil(sizes, 95):.1f}"


if __name__ == "__main__":
    main()
