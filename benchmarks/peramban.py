"""Headless Chromium as a person: opens the page, changes one filter, and says when the screen was final."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import Any

from playwright.sync_api import BrowserContext, Page, sync_playwright

AMATI = Path(__file__).with_name("amati.js").read_text(encoding="utf-8")
# Other hosts do not resolve. Playwright's routing would do the same but turns the HTTP cache off.
ARGS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
TENANG_MS = 400
FOKUS = "[role='option'][data-focused='true']"


@dataclass(frozen=True)
class Muat:
    """One load, ms since navigation start: map and number final; all of it (with the trend); bytes on the socket."""

    siap: float
    semua: float
    bytes: int


@dataclass(frozen=True)
class Ubah:
    """One change, ms since the last input event; `pesan` is the last message on the socket, `tugas` long tasks."""

    siap: float
    semua: float
    pesan: float
    tugas: float
    bytes: int
    messages: int


@contextmanager
def chromium(profile: Path, scripts: Sequence[str] = (AMATI,)) -> Iterator[BrowserContext]:
    """A browser with a profile on disk: HTTP and code cache live as long as the folder, as in daily use."""
    path = which("chromium") or which("chromium-browser") or which("google-chrome")
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=path, args=ARGS, headless=True, viewport={"width": 1366, "height": 768}
        )
        for script in scripts:
            context.add_init_script(script)
        try:
            yield context
        finally:
            context.close()


def load(context: BrowserContext, url: str, limit_s: float = 60) -> tuple[Page, Muat]:
    """Open the page in a new tab and session; the tab stays open for changes."""
    page = context.new_page()
    page.goto(url, wait_until="commit")
    _still(page, limit_s)
    log = page.evaluate("({last: __ukur.last, bytes: __ukur.bytes})")
    last = log["last"]
    return page, Muat(max(last["peta"], last["angka"]), max(last.values()), log["bytes"])


def stages(page: Page) -> list[tuple[float, str]]:
    """Texts of the progress bar with the time they appeared, ms since navigation start."""
    return [(at, text) for at, text in page.evaluate("__ukur.texts")]


def change(page: Page, label: str, key: str = "ArrowDown") -> Ubah:
    """Choose the next option (or the one before, with ArrowUp) of the menu and wait until the screen is final."""
    page.bring_to_front()
    menu = page.get_by_role("combobox", name=label, exact=False).first
    menu.click()
    # A key pressed before the menu knows where it stands, or Enter before it has moved, chooses what is chosen already.
    stands = page.locator(FOKUS).inner_text()
    page.keyboard.press(key)
    page.wait_for_function("([focus, text]) => document.querySelector(focus)?.innerText !== text", arg=[FOKUS, stands])
    page.evaluate("__ukur.reset()")
    page.keyboard.press("Enter")
    page.wait_for_function("__ukur.last.angka > 0 && __ukur.last.peta > 0", timeout=30_000, polling=100)
    _still(page)
    return _ubah(page.evaluate("({...__ukur})"))


def _still(page: Page, limit_s: float = 60) -> None:
    page.wait_for_function(f"window.__ukur && __ukur.still({TENANG_MS})", timeout=limit_s * 1000, polling=100)


def _ubah(log: dict[str, Any]) -> Ubah:
    start, last = log["input"], log["last"]
    tasks = sum(duration for at, duration in log["long"] if at >= start - 5)
    return Ubah(
        max(last["peta"], last["angka"]) - start,
        max(last.values()) - start,
        log["lastMessage"] - start,
        tasks,
        log["bytes"],
        log["messages"],
    )
