"""From a graph to its first gradient, beyond what each later gradient takes; without parsing."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from statistics import median

import numpy as np

from bench.clock import alone, seconds, settle
from bench.graphs import narrow, wide
from bench.peers import peer
from bench.rows import Row, below, faster
from bench.ways import way, ways
from engine import Graph, compile

SIZE, BAR = 1_000, 5_000.0
TIMES = 1_000  # ours takes a thousandth of theirs, and a machine is not equally fast all the time


def rows() -> Iterator[Row]:
    for make in (wide, narrow):
        graph = make(SIZE)
        title = f"build, {SIZE:,} nodes, {make.__name__}"
        file = peer("with_jax")
        theirs = None if file is None else seconds(partial(file.gradient, graph))
        settle()  # compiling leaves many objects
        for name in ways():
            with way(name):
                ours = built(graph)
                yield below(title, name, None, ours * 1e3, "ms")
                if theirs is not None:
                    yield faster(title, "jax, jit", name, BAR, theirs / ours)


def built(graph: Graph) -> float:
    """Seconds from the graph to the first gradient, less those of one more gradient."""
    point = np.linspace(0.1, 0.9, len(graph.inputs))
    compile(graph).vector(point)
    first = median(seconds(lambda: compile(graph).vector(point)) for _ in range(TIMES))
    ready = compile(graph)
    return first - alone(lambda: ready.vector(point))
