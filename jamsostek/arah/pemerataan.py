"""Who is left behind, and the fastest and the fair path to the same target."""

from jamsostek.shell import Konteks


def tampil(konteks: Konteks) -> None:
    """The section."""
