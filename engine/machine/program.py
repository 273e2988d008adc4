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


class Program:
    """What `engine.flat` is for the plain loops; `run` may be called from several threads."""

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
        self._blank = np.array(blank, float)
        self._inputs = [node.id for node in graph.inputs]
        self._output = output
        self._pulls = self._loops.pulls(*self._columns, output)

    def run(self, point: Sequence[float] | Array) -> tuple[float, Array]:
        """The output's value, and the gradient of every node."""
        values = self._blank.copy()
        values[self._inputs] = point
        totals: Array = self._loops.gradient(*self._columns, self._pulls, values, self._output)
        return float(values[self._output]), totals

    @cached_property
    def _loops(self) -> ModuleType:
        loops = load()
        assert loops is not None
        return loops
