"""How hard the random tests try: as often as is quick by default, JAMSOSTEK_UJI_KALI times as often on request."""

import os
from random import SystemRandom


def times(count: int) -> int:
    """So many rounds or examples."""
    return count * int(os.environ.get("JAMSOSTEK_UJI_KALI", "1"))


def seeds(count: int) -> list[int]:
    """So many seeds, others in every run; those of JAMSOSTEK_UJI_BENIH instead, to see a failure again."""
    given = [int(text) for text in os.environ.get("JAMSOSTEK_UJI_BENIH", "").split()]
    return given or [SystemRandom().randrange(1_000_000) for _ in range(times(count))]
