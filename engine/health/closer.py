"""One layer looked at closely: how its values and its gradients are spread."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from engine.health.histogram import Histogram, histogram
from engine.health.summary import Summary, summary
from engine.mathematics import Value


class Spread(NamedTuple):
    """Many numbers, in short and as bars."""

    sizes: Summary
    bars: Histogram


class Closer(NamedTuple):
    """A layer by its place along the line, and what stands in it."""

    place: int
    name: str
    node: int
    value: Spread
    gradient: Spread


def spread(values: Iterable[Value]) -> Spread:
    numbers = tuple(values)
    return Spread(summary(numbers), histogram(numbers))
