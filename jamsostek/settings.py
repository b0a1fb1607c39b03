"""Where things live. Environment variables move them: JAMSOSTEK_DATA, JAMSOSTEK_KUNCI and JAMSOSTEK_REFERENSI.

The pseudonym key stays outside the data folder on purpose: whoever copies `data/` to a USB stick
must not carry the key that could re-identify the persons in it.
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def data_dir() -> Path:
    """Folder of batches and of the served file; JAMSOSTEK_DATA overrides `<root>/data`."""
    return Path(os.environ.get("JAMSOSTEK_DATA", ROOT / "data"))


def batches_dir() -> Path:
    """Folder of the immutable batches."""
    return data_dir() / "batches"


def database_path() -> Path:
    """The DuckDB file that screens read."""
    return data_dir() / "jamsostek.duckdb"


def referensi_dir() -> Path:
    """Reference tables and boundaries of the city; JAMSOSTEK_REFERENSI overrides those that come along."""
    return Path(os.environ.get("JAMSOSTEK_REFERENSI", ROOT / "data" / "referensi"))


def huruf_dir() -> Path:
    """The fonts of printed pages, with their licence."""
    return ROOT / "data" / "huruf"


def queries_dir() -> Path:
    """Folder of all SQL."""
    return ROOT / "queries"


def static_dir() -> Path:
    """Files the browser fetches by URL: the map drawing code and the outlines."""
    return ROOT / "static"


def key_path() -> Path:
    """The pseudonym key; JAMSOSTEK_KUNCI overrides the place in the home folder."""
    default = Path.home() / ".jamsostek-kupang" / "kunci-pseudonim"
    return Path(os.environ.get("JAMSOSTEK_KUNCI", default))
