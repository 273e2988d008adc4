"""CasADi: a graph of symbols, run by its virtual machine; the gradient is such a graph too."""

from __future__ import annotations

from types import SimpleNamespace

import casadi
import numpy as np

from bench.peers import Gradient
from bench.peers.spelled import functions, run
from engine import Graph
from engine.op import Array

NAMES = {name: getattr(casadi, name) for name in ("exp", "log", "sin", "cos", "tanh")}
NUMPY = SimpleNamespace(**NAMES, maximum=casadi.fmax)


class Program:
    """A compiled function with buffers: converting arguments takes longer than a small graph."""

    def __init__(self, graph: Graph) -> None:
        point = casadi.SX.sym("x", len(graph.inputs))
        output = run(graph, functions(graph, "numpy", {"np": NUMPY}), casadi.vertsplit(point))
        self.function = casadi.Function("f", [point], [output, casadi.gradient(output, point)])
        self.buffer, self.call = self.function.buffer()
        self.given, self.value = np.zeros(len(graph.inputs)), np.zeros(1)
        self.found = np.zeros(len(graph.inputs))
        self.buffer.set_arg(0, memoryview(self.given))
        self.buffer.set_res(0, memoryview(self.value))
        self.buffer.set_res(1, memoryview(self.found))

    def __call__(self, point: Array) -> tuple[float, Array]:
        self.given[:] = point
        self.call()
        return self.value[0], self.found.copy()


def gradient(graph: Graph) -> Gradient:
    return Program(graph)
