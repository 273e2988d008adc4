"""A plain graph as the arrays that the compiled loops run over: op codes, edges, slots."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from engine.graph import Graph
from engine.machine import load
from engine.machine.codes import CODES
from engine.op import Array

INPUT, CONSTANT = -1, -2  # codes of what is not computed


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
            written = value if kind == "constant" and isinstance(value, float) else None
            blank.append(0.0 if written is None else written)
            codes.append(CODES[op, len(inputs)] if op else INPUT if written is None else CONSTANT)
        self._columns = tuple(np.array(each, np.int32) for each in (codes, first_edge, sources))
        self._inputs = np.flatnonzero(self._columns[0] == INPUT)
        self._blank = np.array(blank, float)
        self._output = output

    def run(self, point: Sequence[float] | Array) -> tuple[float, Array]:
        """The output's value, and the gradient of every node."""
        loops = load()
        assert loops is not None
        values = self._blank.copy()
        values[self._inputs] = point
        totals: Array = loops.gradient(*self._columns, values, self._output)
        return float(values[self._output]), totals
