"""Where coverage is heading: the projection with its bands, and what its method's past errors were."""

from jamsostek.shell import Konteks


def tampil(konteks: Konteks) -> None:
    """The section."""
