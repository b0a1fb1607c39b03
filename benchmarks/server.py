"""A Streamlit server under measurement: start, wait, processor time, memory, stop (Linux: /proc)."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Server:
    url: str
    pid: int
    started: float
    healthy: float

    def cpu_ms(self) -> float:
        """Processor time so far, all threads, also those that ended; steps of 10 ms, so divide over many changes."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / _TICKS

    def rss_mb(self) -> float:
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serve(script: Path, data: Path, key: Path, extra: Mapping[str, str] | None = None) -> Iterator[Server]:
    """`streamlit run <script>` in the script's own folder (its .streamlit/config.toml counts), on a free port."""
    port = free_port()
    env = os.environ | {"JAMSOSTEK_DATA": str(data), "JAMSOSTEK_KUNCI": str(key)} | dict(extra or {})
    command = [sys.executable, "-m", "streamlit", "run", script.name, "--server.headless", "true"]
    command += ["--server.port", str(port)]
    started = time.time()
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=script.parent, env=env, stdout=quiet, stderr=quiet) as process:
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(url, process)
            yield Server(url, process.pid, started, time.time())
        finally:
            process.terminate()
            process.wait(20)


def _wait(url: str, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(1200):
        if process.poll() is not None:
            raise RuntimeError(f"server ended with {process.returncode}")
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("server did not come up")


def busy_elsewhere(seconds: float = 2.0) -> float:
    """Share of all processor time (0..1) that others use while the measured programs rest: the noise of the machine."""

    def read() -> tuple[int, int]:
        values = [int(v) for v in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
        return sum(values), values[3] + values[4]

    all0, idle0 = read()
    time.sleep(seconds)
    all1, idle1 = read()
    return 1 - (idle1 - idle0) / (all1 - all0)
