"""An epoch of training: a network that reads digits sees 60,000 pictures, batch after batch."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from bench.clock import compare
from bench.network import DIGITS, EXAMPLES, PIXELS, RATE, WEIGHTS, program, values
from bench.peers import peer
from bench.rows import Row, within
from bench.ways import NUMPY
from engine import parse
from engine.op import Array
from engine.train import Choice, Landscape, Plan, stated
from engine.train.batches import Batches
from engine.train.loop import walk
from engine.train.plan import beginning

PICTURES, SEED, ROUNDS = 60_000, 1, 3
BAR = 1.0


def pictures() -> dict[str, Array]:
    random = np.random.default_rng(2)
    kinds = np.eye(DIGITS)[random.integers(0, DIGITS, PICTURES)]
    return {"X": random.uniform(size=(PICTURES, PIXELS)), "Y": kinds}


class Ours:
    """The walk that every run of the lab takes."""

    def __init__(self, data: dict[str, Array], batches: Batches) -> None:
        self.plan = Plan(
            steps=batches.per_epoch,
            optimizer=Choice("sgd", {"learning_rate": RATE}),
            batch_size=EXAMPLES,
            seed=SEED,
        )
        self.landscape = Landscape(stated(parse(program("relu")), values(), WEIGHTS, data))

    def epoch(self) -> dict[str, Array]:
        for moment in walk(self.landscape, self.plan, beginning(self.landscape.start, self.plan)):
            end = moment.state.point
        return {name: np.asarray(each) for name, each in self.landscape.layout.unpack(end).items()}


def rows() -> Iterator[Row]:
    if peer("pytorch") is None:
        return
    from bench.peers.pytorch_network import Theirs

    data, batches = pictures(), Batches(PICTURES, EXAMPLES, SEED)
    ours = Ours(data, batches)
    orders = [batches.at(step) for step in range(batches.per_epoch)]

    def theirs() -> dict[str, Array]:
        return Theirs("relu", values(), WEIGHTS, RATE).epoch(data, orders)

    after = theirs()
    for name, weights in ours.epoch().items():  # the same batches lead to the same weights
        np.testing.assert_allclose(weights, after[name], rtol=1e-7, atol=1e-10)
    timing = compare(ours.epoch, {"pytorch": theirs}, ROUNDS)["pytorch"]
    title = f"an epoch of {PICTURES:,} examples in batches of {EXAMPLES}, relu"
    yield within(title, "pytorch, float64", NUMPY, BAR, 1 / timing.ratio)
