"""What enrolling vulnerable workers with public money would bring and cost."""

from jamsostek.shell import Konteks


def tampil(konteks: Konteks) -> None:
    """The section."""
