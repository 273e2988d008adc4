"""A plain graph as the arrays that the compiled loops run over: op codes, edges, slots."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from types import ModuleType

import numpy as np

from engine.graph import Graph
from engine.machine import load
from engine.machine.codes import CODES
from engine.op import Array

POINTS_AT_ONCE = 128  # a block's numbers should stay in the processor's cache
NUMBERS_AT_ONCE = 1_000_000  # however large the graph is


class Program:
    """What `engine.flat` is for the plain loops; it may be run from several threads."""

    def __init__(self, graph: Graph, output: int) -> None:
        codes: list[int] = []
        first_edge: list[int] = [0]
        sources: list[int] = []
        blank: list[float] = []
        for _, kind, op, inputs, _, _, value, _, _ in graph.nodes:
            sources += inputs
            first_edge.append(len(sources))
            codes.append(CODES[op, len(inputs)] if op else 0)
            blank.append(value if kind == "constant" and isinstance(value, float) else 0.0)
        self._columns = tuple(np.array(each, np.uint32) for each in (codes, first_edge, sources))
        self._blank = np.array(blank).reshape(-1, 1)
        self._inputs = np.array([node.id for node in graph.inputs], np.uint32)
        self._output = output
        self._pulls = self._loops.pulls(*self._columns, self._inputs, output)

    def run(self, point: Sequence[float]) -> tuple[float, Array]:
        """The output's value, and the derivative by each input."""
        slots = self._blank.copy()
        slots[self._inputs, 0] = point
        totals = self._gradient(slots)
        return float(slots[self._output, 0]), totals[self._inputs, 0]

    def batch(self, points: Array) -> tuple[Array, Array]:
        """The same at many points, one a row: values[P], gradients[P, n]."""
        values, gradients = np.empty(len(points)), np.empty(points.shape)
        size = max(1, min(POINTS_AT_ONCE, NUMBERS_AT_ONCE // len(self._blank)))
        slots = np.repeat(self._blank, size, axis=1)
        for start in range(0, len(points), size):
            part = slice(start, start + size)
            if start + size > len(points):
                slots = np.repeat(self._blank, len(points) - start, axis=1)
            slots[self._inputs] = points[part].T
            gradients[part] = self._gradient(slots)[self._inputs].T
            values[part] = slots[self._output]
        return values, gradients

    def _gradient(self, slots: Array) -> Array:
        found: Array = self._loops.gradient(*self._columns, self._pulls, slots, self._output)
        return found

    @cached_property
    def _loops(self) -> ModuleType:
        loops = load()
        assert loops is not None
        return loops
