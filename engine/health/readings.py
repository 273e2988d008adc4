"""What one reverse sweep tells about each layer, and about the weights that feed them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from engine.health.blocked import Blocked, blocked
from engine.health.layers import Layer, layers_of
from engine.health.summary import Summary, summary
from engine.mathematics import Value
from engine.tape import Record, Tape


class Reading(NamedTuple):
    """One layer: its values, and the gradient that arrives at it."""

    layer: Layer
    value: Summary
    gradient: Summary
    blocked: Blocked


class Weight(NamedTuple):
    """One input, and the gradient that would update it."""

    name: str
    node: int
    value: Summary
    gradient: Summary


class Twins(NamedTuple):
    """A weight matrix whose units are all equal, and get equal gradients: they stay equal."""

    name: str
    node: int
    units: int


def readings(tape: Tape, record: Record, totals: Mapping[int, Value]) -> tuple[Reading, ...]:
    """From the inputs' side to the output's."""
    return tuple(
        Reading(
            layer,
            summary(record.values[node] for node in layer.outputs),
            summary(totals[node] for node in layer.outputs),
            blocked(tape, record, layer.nodes),
        )
        for layer in layers_of(tape)
    )


def weights(tape: Tape, record: Record, totals: Mapping[int, Value]) -> tuple[Weight, ...]:
    """Every input that a derivative is wanted for."""
    return tuple(
        Weight(
            name,
            node,
            summary([record.values[node]]),
            summary([totals.get(node, np.zeros(tape.shapes[node]))]),
        )
        for node, name in tape.wanted.items()
    )


def twins(tape: Tape, record: Record, totals: Mapping[int, Value]) -> Iterator[Twins]:
    """The rows of `W @ x` are its units, the columns of `x @ W` are."""
    for node, name in tape.wanted.items():
        value, gradient = record.values[node], totals.get(node)
        if np.ndim(value) != 2 or gradient is None:
            continue
        for axis in (0, 1):
            units = np.shape(value)[axis]
            if units > 1 and _all_equal(value, axis) and _all_equal(gradient, axis):
                yield Twins(name, node, units)
                break


def _all_equal(matrix: Value, axis: int) -> bool:
    rows = np.moveaxis(np.asarray(matrix), axis, 0)
    return bool(np.all(rows == rows[:1]))
