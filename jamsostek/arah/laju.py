"""What full coverage takes each month, and the targets for every kelurahan."""

from jamsostek.shell import Konteks


def tampil(konteks: Konteks) -> None:
    """The section."""
