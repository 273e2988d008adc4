"""The gradients of deep networks, many at once: a sweep over HTTP, until its last line."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

import httpx

from bench.rows import Row, below
from tests.load.server import running

SWEEP = {
    "depth": 200,
    "width": 64,
    "activation": ["sigmoid", "tanh", "relu", "gelu", "softplus"],
    "initializer": ["normal", "xavier", "he"],
}
BAR = 20.0  # seconds


def rows() -> Iterator[Row]:
    title = "health of 15 networks of 200 layers of 64 units, over HTTP"
    yield below(title, "", BAR, _seconds(), "s")


def _seconds() -> float:
    """By the clock: the server works on several networks at a time."""
    events = {"Accept": "text/event-stream"}
    with running() as server, httpx.Client(base_url=server.address, timeout=300) as client:
        path = "/api/v1/gradient-health"
        begun = perf_counter()
        with client.stream("POST", path, json={"sweep": SWEEP}, headers=events) as answer:
            last = [line for line in answer.iter_lines() if line.startswith("event:")][-1]
        assert last == "event: done", last
        return perf_counter() - begun
