"""Why coverage changed between two months."""

from jamsostek.shell import Konteks


def tampil(konteks: Konteks) -> None:
    """The section."""
