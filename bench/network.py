"""A step of a network that reads digits: loss and gradients of all weights, then the update."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from bench.clock import compare
from bench.peers import peer
from bench.rows import Row, within
from bench.ways import NUMPY
from engine import compile, parse
from engine.op import Array

PIXELS, HIDDEN, DIGITS, EXAMPLES = 784, 100, 10, 128
RATE = 0.1
BAR = 1.1
WEIGHTS = ("W1", "b1", "W2", "b2")


def program(bend: str) -> str:
    return f"h = {bend}(X @ W1 + b1)\ncross_entropy(h @ W2 + b2, Y)"


def values() -> dict[str, Array]:
    random = np.random.default_rng(1)
    return {
        "X": random.uniform(size=(EXAMPLES, PIXELS)),
        "W1": random.normal(size=(PIXELS, HIDDEN)) / np.sqrt(PIXELS),
        "b1": np.zeros(HIDDEN),
        "W2": random.normal(size=(HIDDEN, DIGITS)) / np.sqrt(HIDDEN),
        "b2": np.zeros(DIGITS),
        "Y": np.eye(DIGITS)[random.integers(0, DIGITS, EXAMPLES)],
    }


class Ours:
    def __init__(self, bend: str) -> None:
        self.values = values()
        self.function = compile(parse(program(bend)), wrt=WEIGHTS)

    def step(self) -> float:
        loss, gradients = self.function(self.values)
        for name, gradient in gradients.items():
            self.values[name] -= RATE * gradient
        return loss


def rows() -> Iterator[Row]:
    if peer("pytorch") is None:
        return
    from bench.peers.pytorch_network import Theirs

    for bend in ("relu", "tanh"):
        ours, theirs = Ours(bend), Theirs(bend, values(), WEIGHTS, RATE)
        for _ in range(3):  # the same losses, step after step: then the gradients were the same
            np.testing.assert_allclose(ours.step(), theirs.step(), rtol=1e-9)
        timing = compare(ours.step, {"pytorch": theirs.step})["pytorch"]
        title = f"a step of [{PIXELS}, {HIDDEN}, {DIGITS}] with {bend}, batch {EXAMPLES}"
        yield within(title, "pytorch, float64", NUMPY, BAR, 1 / timing.ratio)
