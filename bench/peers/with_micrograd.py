"""micrograd: the smallest of all; of our operations it has +, −, × and relu."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
from micrograd.engine import Value

from bench.peers import Gradient
from bench.peers.spelled import functions, run
from engine import Graph
from engine.op import Array

NUMPY = SimpleNamespace(maximum=lambda x, _zero: x.relu())


def gradient(graph: Graph) -> Gradient:
    table = functions(graph, "numpy", {"np": NUMPY})

    def find(point: Array) -> tuple[float, Array]:
        inputs = [Value(x) for x in point.tolist()]
        output = run(graph, table, inputs)
        output.backward()
        return output.data, np.array([each.grad for each in inputs])

    return find
