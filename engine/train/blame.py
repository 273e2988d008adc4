"""Where a run left the finite numbers: the first node whose value, or gradient, is not one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from engine.mathematics import Value
from engine.op import Array
from engine.sweeps import reverse, totals_of
from engine.tape import Record, Tape
from engine.train.landscape import Landscape
from engine.values import shapes_of


class Culprit(NamedTuple):
    """A node, and the example that it happened with."""

    node: int
    name: str
    example: int | None
    gradient: bool  # the value was finite, its gradient was not


def first_not_finite(landscape: Landscape, point: Array) -> Culprit | None:
    """The first in the order of computing; of gradients, the first on the way back."""
    for example in range(max(1, landscape.examples)):
        values = landscape.at(point, example)
        tape = landscape.function.tape(shapes_of(values))
        record = tape.forward(values)
        found = _first(enumerate(record.values))
        of_gradient = found is None
        if of_gradient:
            found = _first(_gradients(tape, record))
        if found is not None:
            name = tape.graph.names[found]
            return Culprit(found, name, example if landscape.data else None, of_gradient)
    return None


def _gradients(tape: Tape, record: Record) -> Iterable[tuple[int, Value]]:
    """The gradient of every node that has one, from the output back."""
    with np.errstate(all="ignore"):
        totals = totals_of(reverse(tape, record))
    return sorted(totals.items(), reverse=True)


def _first(values: Iterable[tuple[int, Value]]) -> int | None:
    return next((node for node, value in values if not np.isfinite(value).all()), None)
