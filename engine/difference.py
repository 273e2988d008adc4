"""The slope of a function found by nudging its input: no rule of calculus is used.

A small nudge loses digits, a large one meets the curve's bend. So nudges of many sizes are made,
each a quarter of the one before, and the row of slopes is followed to where it leads (Richardson);
how well neighbours agree says how far the answer can be trusted. An answer that smaller nudges
contradict was found by steps larger than the curve's own waves, and does not count.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

LARGEST_NUDGE = 0.1  # of the input's own size
NUDGES = 22
SHRINK = 4.0
BEND = 5  # the nudge, about a ten-thousandth, that shows how the slope changes
SMALLEST = 6  # nudges, so small that every curve is straight between them
MOST_POWERS = 6  # of the nudge, whose errors are cancelled
ROUNDING = 2.0**-52
CONVERGED = 1e-3  # an error of more than this share of the slope is no slope


class Slope(NamedTuple):
    """A slope, how far it can be trusted, and the nudge it was found with."""

    value: float
    error: float
    step: float

    @property
    def settled(self) -> bool:
        return self.error <= CONVERGED * max(abs(self.value), 1e-3)


class Nudged(NamedTuple):
    """Slopes at a point: through both sides, and from each side alone."""

    middle: Slope
    left: Slope
    right: Slope
    swing: float  # how much the slope changes over the size of the input
    here: float  # the value itself
    tried: tuple[tuple[float, float], ...] = ()  # each nudge, and the plain slope it shows

    @property
    def corner(self) -> bool:
        """Does the curve bend sharply here?"""
        apart = abs(self.left.value - self.right.value)
        doubt = 10 * (self.left.error + self.right.error)
        size = max(abs(self.left.value), abs(self.right.value))
        bend = 1e-7 * self.swing  # a smooth curve turns a little between any two nudges
        return self.left.settled and self.right.settled and apart > doubt + bend + 1e-4 * size


def nudge(function: Callable[[float], float], at: float) -> Nudged:
    """The slopes of a function of one number at a point."""
    return nudge_together(lambda points: map(function, points), at)


def nudge_together(function: Callable[[list[float]], Iterable[float]], at: float) -> Nudged:
    """The same of a function that is asked for its values at many points at once."""
    size = abs(at) or 1.0
    steps = [_exact(at, size * LARGEST_NUDGE / SHRINK**k) for k in range(NUDGES)]
    points = [at, *(at + step for step in steps), *(at - step for step in steps)]
    here, *moved = function(points)
    above, below = moved[:NUDGES], moved[NUDGES:]
    double = [2 * step for step in steps]
    # through both sides the error falls with the square of the nudge, from one side with the nudge
    middle = _limit([u - d for u, d in zip(above, below, strict=True)], double, here, SHRINK**2)
    left = _limit([here - d for d in below], steps, here, SHRINK)
    right = _limit([u - here for u in above], steps, here, SHRINK)
    turn = above[BEND] - 2 * here + below[BEND]
    swing = _ratio(_ratio(turn, steps[BEND]) * size, steps[BEND])
    plain = [_ratio(u - d, run) for u, d, run in zip(above, below, double, strict=True)]
    return Nudged(
        middle,
        left,
        right,
        abs(swing) if math.isfinite(swing) else 0.0,
        here,
        tuple(zip(steps, plain, strict=True)),
    )


def _exact(at: float, step: float) -> float:
    """A nudge that the point can take without being rounded."""
    return (at + step) - at


def _ratio(rise: float, run: float) -> float:
    return rise / run if 0 < abs(run) < math.inf else math.nan  # there is none beyond all doubles


def _rounding(rises: Sequence[float], runs: Sequence[float], here: float) -> float:
    """How far the function itself is off: the smallest nudges show it, where all is straight."""
    unexplained = sorted(
        abs(rises[k] - rises[k + 1] * _ratio(runs[k], runs[k + 1]))
        for k in range(len(rises) - SMALLEST, len(rises) - 1)
    )
    typical = unexplained[len(unexplained) // 2]
    return max(typical, ROUNDING * abs(here)) if math.isfinite(typical) else math.inf


def _limit(rises: Sequence[float], runs: Sequence[float], here: float, ratio: float) -> Slope:
    """Where a row of slopes leads: the entry of Neville's table that agrees best."""
    off = _rounding(rises, runs, here)
    slopes = [_ratio(rise, run) for rise, run in zip(rises, runs, strict=True)]
    noise = [_ratio(off, run) for run in runs]
    best = Slope(math.nan, math.inf, runs[-1])
    before: list[float] = []
    for at, slope in enumerate(slopes):
        row = [slope]
        for power, earlier in enumerate(before[:MOST_POWERS], start=1):
            row.append(row[-1] + (row[-1] - earlier) / (ratio**power - 1))
            error = max(abs(row[-1] - row[-2]), abs(row[-1] - earlier)) + noise[at]
            if error < best.error and _stands(row[-1], slopes, noise, at):
                best = Slope(row[-1], error, runs[at])
        before = row if math.isfinite(slope) else []
    return best


def _stands(value: float, slopes: Sequence[float], noise: Sequence[float], at: int) -> bool:
    """Do all smaller nudges agree, as far as rounding lets them?"""
    return all(
        abs(value - slopes[k]) <= 20 * noise[k] + 2 * abs(slopes[k] - slopes[k - 1])
        for k in range(at + 1, len(slopes))
        if math.isfinite(slopes[k])
    )
