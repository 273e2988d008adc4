"""Value and gradient of one graph of numbers, against everyone who can find them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np

from bench.clock import compare
from bench.graphs import PLAINEST, narrow, wide
from bench.peers import Gradient, peer
from bench.rows import Row, faster
from bench.ways import NUMBA, NUMPY, way, ways
from engine import Graph, compile
from engine.op import Array

SIZE = 10_000
BARS = {("pytorch", NUMPY): 10.0, ("pytorch", NUMBA): 300.0, ("with_casadi", NUMBA): 1.0}
SLOW_TO_COMPILE = 1_000  # beyond this many nodes JAX compiles for minutes


def rows() -> Iterator[Row]:
    for make in (wide, narrow):
        title = f"gradient, {SIZE:,} nodes, {make.__name__}"
        yield from _against(title, make(SIZE), ("pytorch", "with_autograd", "with_casadi"))
    plain = wide(SIZE, PLAINEST)
    yield from _against(f"gradient, {SIZE:,} nodes of + − × relu", plain, ("with_micrograd",))
    small = wide(SLOW_TO_COMPILE)
    yield from _against(f"gradient, {SLOW_TO_COMPILE:,} nodes, compiled", small, ("with_jax",))


def _against(title: str, graph: Graph, names: tuple[str, ...]) -> Iterator[Row]:
    point = np.linspace(0.1, 0.9, len(graph.inputs))
    peers = {name: file.gradient(graph) for name in names if (file := peer(name))}
    for name in ways():
        with way(name):
            ours = compile(graph).vector
            for find in peers.values():
                assert_same(ours, find, point)
            works = {other: partial(find, point) for other, find in peers.items()}
            for other, timing in compare(partial(ours, point), works).items():
                bar = BARS.get((other, name)) if len(graph.nodes) > SLOW_TO_COMPILE else None
                yield faster(title, other.removeprefix("with_"), name, bar, timing.ratio)


def assert_same(ours: Gradient, theirs: Gradient, point: Array) -> None:
    """Nobody is timed before both give the same answer."""
    for got, wanted in zip(ours(point), theirs(point), strict=True):
        np.testing.assert_allclose(got, wanted, rtol=1e-9, atol=1e-12)
