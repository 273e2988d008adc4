"""Many numbers in a few: how large they are, how they are spread, and how many of them are 0."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from engine.mathematics import Value
from engine.op import Array

SHARES = (0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0)  # of the entries below each quantile


class Summary(NamedTuple):
    """Sizes are without sign; what is not finite makes every size not finite, except shares."""

    entries: int
    norm: float
    mean_abs: float
    zeros: float  # the share of entries that are exactly 0
    quantiles: tuple[float, ...]  # of the sizes, at SHARES


def summary(values: Iterable[Value]) -> Summary:
    """Several tensors as one list of numbers."""
    sizes = _sizes(values)
    if not len(sizes):
        return Summary(0, 0.0, 0.0, 0.0, (0.0,) * len(SHARES))
    with np.errstate(all="ignore"):
        finite = np.all(np.isfinite(sizes))
        return Summary(
            len(sizes),
            _length(sizes),
            float(np.mean(sizes)),
            float(np.mean(sizes == 0)),
            tuple(np.quantile(sizes, SHARES).tolist()) if finite else (),
        )


def norm(values: Iterable[Value]) -> float:
    """The length of several tensors as one vector."""
    return _length(_sizes(values))


def against_the_last(norms: Sequence[float]) -> tuple[float, ...]:
    """Sizes along the layers, measured by the last one; as they are where that is 0."""
    last = norms[-1] if norms and norms[-1] else 1.0
    return tuple(each / last for each in norms)


def together(values: Iterable[Value]) -> Array:
    """Several tensors as one list of numbers, with their signs."""
    parts = [np.ravel(np.asarray(value, dtype=float)) for value in values]
    return np.concatenate(parts) if parts else np.zeros(0)


def _sizes(values: Iterable[Value]) -> Array:
    return np.abs(together(values))


def _length(sizes: Array) -> float:
    """Measured against the largest, so that squares neither overflow nor vanish."""
    largest = float(np.max(sizes, initial=0.0))
    if not math.isfinite(largest) or largest == 0:
        return largest
    return largest * float(np.sqrt(np.sum((sizes / largest) ** 2)))
