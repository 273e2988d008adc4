"""The two loops as numba compiles them: forward, then back, over the columns of a graph."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from numba.extending import register_jitable

from engine.machine.cache import compiled
from engine.machine.codes import BLIND, STOPS
from engine.machine.dispatch import apply

# unsigned, because an index that may be negative is looked at twice
Column = npt.NDArray[np.uint32]
Array = npt.NDArray[np.float64]


def _pulls(codes: Column, first_edge: Column, sources: Column, output: int) -> Column:
    """What the reverse loop does, in its order: edges, sources, targets, whether gates."""
    found = np.empty((4, len(sources)), np.uint32)
    reached = np.zeros(len(codes), np.bool_)
    reached[output] = True
    count = 0
    for node in range(len(codes) - 1, -1, -1):
        code, edge = codes[node], first_edge[node]
        for port in range(first_edge[node + 1] - edge if reached[node] else 0):
            if not BLIND[code, port]:
                source = sources[edge + port]
                reached[source] = True
                found[0, count], found[1, count] = edge + port, source
                found[2, count], found[3, count] = node, STOPS[code]
                count += 1
    return found[:, :count].copy()


def _gradient(
    codes: Column, first_edge: Column, sources: Column, pulls: Column, values: Array, output: int
) -> Array:
    """Fill in the values of all operations; the answer is the gradient of every node."""
    partials, totals = np.empty(len(sources)), np.zeros(len(codes))
    _forward(codes, first_edge, sources, values, partials)
    totals[output] = 1.0
    _reverse(pulls[0], pulls[1], pulls[2], pulls[3], partials, totals)
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
            values[node], partials[edge], second, third = apply(codes[node], x, y, z)
            if operands > 1:
                partials[edge + 1] = second
            if operands > 2:
                partials[edge + 2] = third


def _reverse(
    edges: Column, sources: Column, targets: Column, stops: Column, partials: Array, totals: Array
) -> None:
    for pull in range(len(edges)):
        partial = partials[edges[pull]]
        if partial != 0.0 or not stops[pull]:
            totals[sources[pull]] += totals[targets[pull]] * partial


register_jitable(_forward)
register_jitable(_reverse)
pulls = compiled(_pulls)
gradient = compiled(_gradient)
