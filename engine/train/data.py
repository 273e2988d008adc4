"""Examples to learn from: one row for each set, drawn from a seed.

Inputs stand in a table with one row for each example; targets are class numbers 0, 1, 2 …, or
numbers to come close to.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

import numpy as np

from engine.errors import BadArgument
from engine.op import Array
from engine.train.initializers import Draws
from engine.words import Words

HELD_OUT = 0.2  # of the examples: training never sees them
FEWEST = 20  # examples that are worth parting


class Examples(NamedTuple):
    """Inputs and what should come of them."""

    inputs: Array  # one row each; pictures are tables themselves
    targets: Array  # one number each
    classes: int  # 0: the targets are numbers, not classes

    def part(self, rows: slice) -> Examples:
        return Examples(self.inputs[rows], self.targets[rows], self.classes)


class DataSet(NamedTuple):
    """One sort of examples."""

    name: str
    words: Words
    draw: Callable[[Draws, int, float], Examples]  # (draws, how many, noise) -> examples
    examples: int = 200  # as many as are usually drawn
    noise: float = 0.1
    extra: bool = False  # needs chainlight[data]


def _xor(draws: Draws, count: int, noise: float) -> Examples:
    corners = np.resize([[0, 0], [0, 1], [1, 0], [1, 1]], (count, 2)).astype(float)
    inputs = corners + noise * draws.normal(size=corners.shape)
    return Examples(inputs, (corners.sum(axis=1) == 1).astype(float), 2)


def _moons(draws: Draws, count: int, noise: float) -> Examples:
    kind = _in_turn(count, 2)
    angle = np.pi * draws.uniform(size=count)
    x = np.where(kind, 1 - np.cos(angle), np.cos(angle))
    y = np.where(kind, 0.5 - np.sin(angle), np.sin(angle))
    return _noisy(draws, np.stack([x, y], axis=1), kind, noise)


def _circles(draws: Draws, count: int, noise: float) -> Examples:
    kind = _in_turn(count, 2)
    angle, radius = 2 * np.pi * draws.uniform(size=count), np.where(kind, 0.4, 1.0)
    rim = np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
    return _noisy(draws, rim, kind, noise)


def _spirals(draws: Draws, count: int, noise: float) -> Examples:
    kind = _in_turn(count, 2)
    along = np.sqrt(draws.uniform(0.02, 1.0, count))
    angle = 3 * np.pi * along + np.pi * kind
    arms = np.stack([along * np.cos(angle), along * np.sin(angle)], axis=1)
    return _noisy(draws, arms, kind, noise * 0.3)


def _blobs(draws: Draws, count: int, noise: float) -> Examples:
    kind = _in_turn(count, 3)
    angle = 2 * np.pi * kind / 3 + np.pi / 2
    return _noisy(draws, np.stack([np.cos(angle), np.sin(angle)], axis=1), kind, noise, classes=3)


def _in_turn(count: int, classes: int) -> Array:
    """0, 1, 0, 1 …: classes of one size."""
    return np.arange(count, dtype=float) % classes


def _noisy(draws: Draws, places: Array, kind: Array, noise: float, *, classes: int = 2) -> Examples:
    moved = places + noise * draws.normal(size=places.shape)
    return Examples(moved, kind, classes)


def _line(draws: Draws, count: int, noise: float) -> Examples:
    x = draws.uniform(-1, 1, (count, 1))
    return Examples(x, 2 * x[:, 0] + 1 + noise * draws.normal(size=count), 0)


def _wave(draws: Draws, count: int, noise: float) -> Examples:
    x = draws.uniform(-3, 3, (count, 1))
    return Examples(x, np.sin(x[:, 0]) + noise * draws.normal(size=count), 0)


def _sequences(draws: Draws, count: int, noise: float) -> Examples:
    """Is the sum of the sequence positive? The answer hangs on every one of its numbers."""
    inputs = draws.normal(size=(count, SEQUENCE))
    hidden = inputs.sum(axis=1) + noise * draws.normal(size=count)
    return Examples(inputs, (hidden > 0).astype(float), 2)


def _digits(draws: Draws, count: int, _noise: float) -> Examples:
    """The 8 × 8 pictures that scikit-learn carries, in another order for each seed."""
    try:
        loaded = import_module("sklearn.datasets").load_digits()
    except ImportError:
        raise BadArgument("data_extra") from None
    order = draws.permutation(len(loaded.target))[:count]
    return Examples(loaded.images[order] / 16, loaded.target[order].astype(float), 10)


SEQUENCE = 8  # numbers in one sequence
ROWS = (
    DataSet("xor", Words("XOR: one of two, not both", "异或：二者之一，但非同时"), _xor, 4, 0.0),
    DataSet("moons", Words("Two moons", "两个月牙"), _moons),
    DataSet("circles", Words("A circle inside a circle", "同心圆"), _circles),
    DataSet("spirals", Words("Two spirals", "双螺旋"), _spirals, 300, 0.05),
    DataSet("blobs", Words("Three clouds of points", "三团点"), _blobs, 150, 0.3),
    DataSet("line", Words("A line with noise", "带噪声的直线"), _line, 60),
    DataSet("wave", Words("A wave with noise", "带噪声的正弦波"), _wave, 100),
    DataSet(
        "sequences", Words("Sequences with a positive sum", "和为正的序列"), _sequences, 200, 0.0
    ),
    DataSet(
        "digits", Words("Handwritten digits, 8 × 8", "手写数字，8 × 8"), _digits, 1797, 0.0, True
    ),
)
DATA_SETS = {row.name: row for row in ROWS}


def drawn(
    name: str, seed: int, examples: int | None = None, noise: float | None = None
) -> Examples:
    """Examples of a sort; the same seed gives the same ones."""
    row = DATA_SETS[name]
    count = row.examples if examples is None else examples
    blur = row.noise if noise is None else noise
    return row.draw(np.random.default_rng(seed), count, blur)


def parted(examples: Examples) -> tuple[Examples, Examples]:
    """Those to train on, and those held out; too few to part are all trained on."""
    count = len(examples.targets)
    kept = count - int(count * HELD_OUT) if count >= FEWEST else count
    return examples.part(slice(None, kept)), examples.part(slice(kept, None))
