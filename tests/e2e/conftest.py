"""A real server on the example data and a real Chromium that can reach nothing else."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which
from typing import Any
from urllib.parse import urlsplit

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next((path for name in ("chromium", "chromium-browser", "google-chrome") if (path := which(name))), None)
DRAWN = """() => {
  const stale = document.querySelector('[data-stale="true"], [data-testid="stSkeleton"]');
  const maps = [...document.querySelectorAll('.stBidiComponent')].every((c) => !c.querySelector('.peta-tempat:empty'));
  return !stale && maps;
}"""
# In the browser itself: asking this process about each of a page's hundred requests takes a third of a second.
ONLY_HERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
READY = "[data-testid='stApp'][data-test-script-state='notRunning']"


@dataclass
class Server:
    """A running server and the addresses of its pages."""

    url: str
    log: Path

    def page(self, path: str = "", **params: str) -> str:
        query = "&".join(f"{key}={value}" for key, value in params.items())
        return f"{self.url}/{path}" + (f"?{query}" if query else "")


@contextmanager
def serve(data: Path, log: Path, **extra: str) -> Iterator[Server]:
    """`streamlit run dashboard.py` on a free port, with its own data folder and key."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = (
        os.environ | {"JAMSOSTEK_DATA": str(data), "JAMSOSTEK_KUNCI": str(data.parent / "kunci" / "kunci")} | extra
    )
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "dashboard.py",
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    with log.open("w") as out, subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out) as process:
        try:
            url = f"http://127.0.0.1:{port}"
            _until_healthy(url, process, log)
            yield Server(url, log)
        finally:
            process.terminate()
            process.wait(20)


def _until_healthy(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    for _ in range(300):
        assert process.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"server not healthy: {log.read_text()}")


@pytest.fixture(scope="session")
def server(contoh_data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server on the example data for the whole run."""
    with serve(contoh_data_dir, tmp_path_factory.mktemp("server") / "log.txt") as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium; skipped on a machine without it, never in CI."""
    if CHROMIUM is None:
        if os.environ.get("CI") == "true":
            raise AssertionError("CI needs Chromium")
        pytest.skip("Chromium tidak ditemukan: uji peramban dilewati (pasang chromium untuk menjalankannya)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", ONLY_HERE]
        )
        yield running
        running.close()


@dataclass
class Visit:
    """A browser tab with everything it asked for and complained about."""

    page: Any
    outside: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)

    def open(self, url: str) -> None:
        self.page.goto(url)
        self.settle()

    def settle(self) -> None:
        """Wait for the script to end and for every map and chart that it announced to be drawn."""
        self.page.wait_for_selector(READY, timeout=60_000)
        self.page.wait_for_function(DRAWN, timeout=30_000)

    def choose(self, label: str, option: str) -> None:
        """Open one menu of the filter bar and take an option, as a person does."""
        self.page.get_by_label(label, exact=True).click()
        self.page.get_by_role("option", name=option, exact=True).click()

    def figure(self, card: str) -> str:
        """The large number of the card with this heading."""
        return str(
            self.page.locator(".kartu", has=self.page.get_by_role("heading", name=card))
            .locator(".angka-besar")
            .inner_text()
        )

    def areas(self) -> Any:
        """The areas of the main map."""
        return self.page.locator("svg.peta-utama path.daerah")

    def real_complaints(self) -> list[str]:
        """Console errors, less two probes that Streamlit itself sends below a page's address and that end in 404."""
        return [text for text in self.complaints if "404" not in text]


DESK = {"viewport": {"width": 1366, "height": 768}, "locale": "en-US"}
"""A small projector and an American browser: the product must not follow its language."""


def new_visit(browser: Any, **options: Any) -> Visit:
    """A tab in a browser profile of its own (another person, another screen); its context is to be closed."""
    return watched(browser.new_context(**(DESK | options)).new_page())


def watched(page: Any) -> Visit:
    """All hosts but 127.0.0.1 are blocked in the browser itself; requests to others are written down."""
    visit = Visit(page)

    def note(request: Any) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https") and address.hostname != "127.0.0.1":
            visit.outside.append(request.url)

    page.on("request", note)
    page.on("console", lambda m: visit.complaints.append(m.text) if m.type == "error" else None)
    page.on("response", lambda r: visit.missing.append(r.url) if r.status >= 400 else None)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    return visit


@pytest.fixture(scope="session")
def profile(browser: Any) -> Iterator[Any]:
    """One profile for the whole run: every tab is a session of its own, what was fetched once stays fetched."""
    context = browser.new_context(**DESK)
    yield context
    context.close()


@pytest.fixture
def visit(profile: Any) -> Iterator[Visit]:
    """A fresh tab at 1366x768."""
    opened = watched(profile.new_page())
    yield opened
    opened.page.close()
