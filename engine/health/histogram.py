"""How numbers are spread: counted in bars of equal width, from the smallest to the largest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from engine.health.summary import together
from engine.mathematics import Value
from engine.op import Array

BARS = 24


class Histogram(NamedTuple):
    """How many numbers stand in each bar; one bar where all are the same."""

    low: float
    high: float
    counts: tuple[int, ...]
    others: int  # not finite: they stand nowhere


def histogram(values: Iterable[Value]) -> Histogram:
    """Several tensors as one list of numbers, with their signs."""
    numbers = together(values)
    finite = numbers[np.isfinite(numbers)]
    others = len(numbers) - len(finite)
    if not len(finite):
        return Histogram(0.0, 0.0, (), others)
    low, high = float(np.min(finite)), float(np.max(finite))
    if low == high:
        return Histogram(low, high, (len(finite),), others)
    counts = np.bincount(_bars(finite, low, high), minlength=BARS)
    return Histogram(low, high, tuple(counts.tolist()), others)


def _bars(finite: Array, low: float, high: float) -> npt.NDArray[np.intp]:
    """Measured against the largest, so that the width of all bars together cannot overflow."""
    scale = max(abs(low), abs(high))
    share = (finite / scale - low / scale) / (high / scale - low / scale)
    return np.minimum((share * BARS).astype(np.intp), BARS - 1)
