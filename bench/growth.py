"""Does the time grow with the graph, and no faster?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import numpy as np

from bench.clock import Work, alone, compare
from bench.graphs import chain, narrow, wide
from bench.rows import Row, below
from bench.ways import NUMBA, way, ways
from engine import Graph, compile

Shape = Callable[[int], Graph]

SIZES = (100, 1_000, 10_000, 100_000)
LINEAR = 12.0  # for ten times the nodes
LONG_CHAIN = 5.0  # milliseconds, with numba


def rows() -> Iterator[Row]:
    for make in (chain, wide, narrow):
        graphs = [make(size) for size in SIZES]
        for name in ways():
            with way(name):
                works = [_work(graph) for graph in graphs]
                taken = [alone(work) for work in works]
                grown = compare(works[-2], {"larger": works[-1]})["larger"].ratio
            yield from _told(make, name, graphs, taken)
            title = f"{make.__name__}: ten times the nodes, 10,000 → 100,000"
            bar = LINEAR if make is chain else None
            yield below(title, name, bar, grown, "× the time")


def _work(graph: Graph) -> Work:
    point = np.linspace(0.1, 0.9, len(graph.inputs))
    return partial(compile(graph).vector, point)


def _told(make: Shape, name: str, graphs: list[Graph], taken: list[float]) -> Iterator[Row]:
    for graph, each in zip(graphs, taken, strict=True):
        title = f"gradient of a {make.__name__} graph, {len(graph.nodes):,} nodes"
        yield below(title, name, None, each / len(graph.nodes) * 1e9, "ns a node")
    if make is chain:
        bar = LONG_CHAIN if name == NUMBA else None
        yield below("chain of 100,000, forward and back", name, bar, taken[-1] * 1e3, "ms")
