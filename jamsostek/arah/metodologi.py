"""The formulas with their symbols, units and sources, and the record of the projection."""

from jamsostek.shell import Konteks


def tampil(konteks: Konteks) -> None:
    """The section."""
