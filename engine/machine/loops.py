"""The two loops as numba compiles them: forward, then back, over the columns of a graph.

A slot holds a row of numbers, one for each point of a block; a single evaluation has one point.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.machine.cache import compiled
from engine.machine.codes import BLIND, STOPS
from engine.machine.dispatch import apply

# unsigned, because an index that may be negative is looked at twice
Column = npt.NDArray[np.uint32]
Array = npt.NDArray[np.float64]


def _pulls(
    codes: Column, first_edge: Column, sources: Column, inputs: Column, output: int
) -> Column:
    """What the reverse loop does, in its order: edges, sources, targets, whether gates.

    Nothing flows to what no input moves: nobody asks for the gradient of a constant.
    """
    moving = np.zeros(len(codes), np.bool_)
    moving[inputs] = True
    for node in range(len(codes)):
        for edge in range(first_edge[node], first_edge[node + 1]):
            moving[node] |= moving[sources[edge]]
    found = np.empty((4, len(sources)), np.uint32)
    reached = np.zeros(len(codes), np.bool_)
    reached[output] = True
    count = 0
    for node in range(len(codes) - 1, -1, -1):
        code, edge = codes[node], first_edge[node]
        for port in range(first_edge[node + 1] - edge if reached[node] else 0):
            source = sources[edge + port]
            if moving[source] and not BLIND[code, port]:
                reached[source] = True
                found[0, count], found[1, count] = edge + port, source
                found[2, count], found[3, count] = node, STOPS[code]
                count += 1
    return found[:, :count].copy()


def _gradient(
    codes: Column, first_edge: Column, sources: Column, pulls: Column, values: Array, output: int
) -> Array:
    """Fill in the values of all operations; the answer is the gradient of every node."""
    points = values.shape[1]
    partials = np.empty((len(sources), points))
    for node in range(len(codes)):
        if first_edge[node + 1] > first_edge[node]:
            apply(codes[node], node, first_edge[node], sources, values, partials)
    totals = np.zeros(values.shape)
    totals[output] = 1.0
    for pull in range(pulls.shape[1]):
        edge, source = pulls[0, pull], pulls[1, pull]
        target, stops = pulls[2, pull], pulls[3, pull]
        for point in range(points):
            if partials[edge, point] != 0.0 or not stops:
                totals[source, point] += totals[target, point] * partials[edge, point]
    return totals


pulls = compiled(_pulls)
gradient = compiled(_gradient)
