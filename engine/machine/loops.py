"""The two loops as numba compiles them: forward, then back, over the columns of a graph."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba.extending import register_jitable

from engine.machine.cache import compiled
from engine.machine.codes import BLIND, STOPS
from engine.machine.dispatch import apply

Column = npt.NDArray[np.int32]
Array = npt.NDArray[np.float64]


def _gradient(
    codes: Column, first_edge: Column, sources: Column, values: Array, output: int
) -> Array:
    """Fill in the values of all operations; the answer is the gradient of every node."""
    partials = np.empty(len(sources))
    _forward(codes, first_edge, sources, values, partials)
    totals, reached = np.zeros(len(codes)), np.zeros(len(codes), np.bool_)
    totals[output], reached[output] = 1.0, True
    _reverse(codes, first_edge, sources, partials, totals, reached)
    return totals


def _forward(
    codes: Column, first_edge: Column, sources: Column, values: Array, partials: Array
) -> None:
    for node in range(len(codes)):
        edge = first_edge[node]
        operands = first_edge[node + 1] - edge
        if operands > 0:
            x = values[sources[edge]]
            y = values[sources[edge + 1]] if operands > 1 else 0.0
            z = values[sources[edge + 2]] if operands > 2 else 0.0
            answer = apply(codes[node], x, y, z)
            values[node] = answer[0]
            for port in range(operands):
                partials[edge + port] = answer[1 + port]


def _reverse(
    codes: Column,
    first_edge: Column,
    sources: Column,
    partials: Array,
    totals: Array,
    reached: npt.NDArray[np.bool_],
) -> None:
    for node in range(len(codes) - 1, -1, -1):
        if reached[node]:
            code, edge = codes[node], first_edge[node]
            for port in range(first_edge[node + 1] - edge):
                source, partial = sources[edge + port], partials[edge + port]
                if not BLIND[code, port]:
                    reached[source] = True
                    if partial != 0.0 or not STOPS[code]:
                        totals[source] += totals[node] * partial


register_jitable(_forward)
register_jitable(_reverse)
gradient = compiled(_gradient)
