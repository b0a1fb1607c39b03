"""Spells of membership, and stocks of members that turn over underneath."""

from dataclasses import dataclass

import numpy as np

from jamsostek.sample import waktu
from jamsostek.sample.penduduk import Bools, Floats, Ints


@dataclass(frozen=True)
class Kepesertaan:
    """Spells; every array has one entry per spell, `selesai` is the first month without."""

    orang: Ints
    segmen: Ints
    sumber: Ints
    mulai: Ints
    selesai: Ints

    def active(self, bulan: int) -> Ints:
        """Positions of the spells that cover this month."""
        return np.flatnonzero((self.mulai <= bulan) & (bulan < self.selesai))


class Riwayat:
    """Collects spells, and knows who is already spoken for."""

    def __init__(self, n: int) -> None:
        self.parts: list[tuple[Ints, int, int, Ints, Ints]] = []
        self.used: Bools = np.zeros(n, dtype=np.bool_)

    def add(self, orang: Ints, segmen: int, sumber: int, mulai: Ints | int, selesai: Ints | int) -> None:
        """Add one spell per person and mark the persons as used."""
        fill = np.zeros(len(orang), dtype=np.int64)
        self.parts.append((orang, segmen, sumber, fill + mulai, fill + selesai))
        self.used[orang] = True

    def finish(self) -> Kepesertaan:
        """All spells in the order they were added."""
        lengths = [len(part[0]) for part in self.parts]
        join = [np.concatenate([part[i] for part in self.parts]) for i in (0, 3, 4)]
        segmen, sumber = (np.repeat([part[i] for part in self.parts], lengths) for i in (1, 2))
        return Kepesertaan(join[0], segmen, sumber, join[1], join[2])


def path(rng: np.random.Generator, points: tuple[tuple[tuple[int, int], float], ...], level: float = 1.0) -> Ints:
    """The wanted stock in each of the 54 months, a little uneven except in the last."""
    months = [waktu.bulan(*month) for month, _ in points]
    values = np.interp(np.arange(waktu.MONTHS), months, [value for _, value in points])
    uneven = 1 + rng.normal(0, 0.004, waktu.MONTHS) * (np.arange(waktu.MONTHS) < waktu.LAST)
    return np.round(values * level * uneven).astype(np.int64)


@dataclass(frozen=True)
class Perputaran:
    """How a stock turns over: share leaving per month, share of the leavers who will come back, longest pause."""

    keluar: float
    kembali: float
    jeda: int


def follow(
    rng: np.random.Generator, queue: Ints, allowed: tuple[Ints, Ints], stock: Ints, turn: Perputaran
) -> list[tuple[Ints, int, int]]:
    """Let a stock follow its path: persons enter in the order of `queue` and stay within their `allowed` months.

    Returns (positions in queue, first month, first month without) per group of equal spells.
    """
    first, last = allowed[0][queue], allowed[1][queue]
    active = np.zeros(len(queue), dtype=np.bool_)
    since = np.zeros(len(queue), dtype=np.int64)
    free_from = np.zeros(len(queue), dtype=np.int64)
    spells: list[tuple[Ints, int, int]] = []
    for t in range(len(stock)):
        quit_now = active & ((last <= t) | (rng.random(len(queue)) < turn.keluar))
        surplus = int((active & ~quit_now).sum() - stock[t])
        if surplus > 0:
            quit_now[rng.choice(np.flatnonzero(active & ~quit_now), surplus, replace=False)] = True
        gone = np.flatnonzero(quit_now)
        spells += [(gone[since[gone] == s], int(s), t) for s in np.unique(since[gone])]
        active[gone] = False
        returns = rng.random(len(gone)) < turn.kembali
        pause = np.where(returns, rng.integers(2, turn.jeda, len(gone)), rng.integers(24, 90, len(gone)))
        free_from[gone] = t + pause
        ready = np.flatnonzero(~active & (free_from <= t) & (first <= t) & (t < last))
        enter = ready[: max(0, int(stock[t] - active.sum()))]
        active[enter], since[enter] = True, t
    still = np.flatnonzero(active)
    return spells + [(still[since[still] == s], int(s), len(stock)) for s in np.unique(since[still])]


def queue_of(rng: np.random.Generator, candidates: Ints, weight: Floats) -> Ints:
    """Candidates in random order, the heavier ones earlier on average."""
    return candidates[np.argsort(rng.exponential(size=len(candidates)) / weight[candidates], kind="stable")]
