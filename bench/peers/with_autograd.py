"""autograd: numpy's functions, wrapped so that they record themselves."""

from __future__ import annotations

import autograd.numpy as np
from autograd import value_and_grad

from bench.peers import Gradient
from bench.peers.spelled import functions, run
from engine import Graph


def gradient(graph: Graph) -> Gradient:
    table = functions(graph, "numpy", {"np": np})
    found: Gradient = value_and_grad(lambda point: run(graph, table, point))
    return found
