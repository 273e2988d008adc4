"""One graph at many points at once, against PyTorch on whole columns of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np

from bench.clock import compare
from bench.gradient import assert_same
from bench.graphs import narrow, wide
from bench.peers import peer
from bench.rows import Row, within
from bench.ways import NUMBA, way, ways
from engine import compile

SIZE, POINTS = 1_000, 100_000
ROUNDS = 5


def rows() -> Iterator[Row]:
    file = peer("pytorch")
    for make in (wide, narrow) if file else ():
        graph = make(SIZE)
        points = np.random.default_rng(1).uniform(0.1, 0.9, (POINTS, len(graph.inputs)))
        theirs = file.batch(graph)
        for name in ways():
            with way(name):
                ours = compile(graph).batch
                assert_same(ours, theirs, points[:1000])
                works = {"pytorch": partial(theirs, points)}
                timing = compare(partial(ours, points), works, ROUNDS)["pytorch"]
            title = f"{SIZE:,} nodes at {POINTS:,} points, {make.__name__}"
            bar = 1.5 if name == NUMBA else 2.0
            yield within(title, "pytorch, vectorised", name, bar, 1 / timing.ratio)
