"""The numbers that weights begin with: one row for each way of drawing them.

A weight matrix has one row per input and one column per output, as in `X @ W`: its fan-in is the
number of rows. Which numbers come is settled by the seed alone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from engine.op import Array, Shape
from engine.words import Words

Draws = np.random.Generator


class Initializer(NamedTuple):
    """One way of making a tensor of weights."""

    name: str
    words: Words
    latex: str
    draw: Callable[[Draws, Shape, float], Array]  # (draws, shape, gain) -> weights
    gain: float = 1.0  # the usual one


def fans(shape: Shape) -> tuple[int, int]:
    """How many numbers go into one output of these weights, and out of one input."""
    if not shape:
        return 1, 1
    if len(shape) == 1:
        return shape[0], 1
    window = int(np.prod(shape[:-2], dtype=int))
    return window * shape[-2], window * shape[-1]


def _xavier_normal(draws: Draws, shape: Shape, gain: float) -> Array:
    return draws.normal(0.0, gain * np.sqrt(2 / sum(fans(shape))), shape)


def _xavier_uniform(draws: Draws, shape: Shape, gain: float) -> Array:
    most = gain * np.sqrt(6 / sum(fans(shape)))
    return draws.uniform(-most, most, shape)


def _he_normal(draws: Draws, shape: Shape, gain: float) -> Array:
    return draws.normal(0.0, gain * np.sqrt(2 / fans(shape)[0]), shape)


def _he_uniform(draws: Draws, shape: Shape, gain: float) -> Array:
    most = gain * np.sqrt(6 / fans(shape)[0])
    return draws.uniform(-most, most, shape)


def _orthogonal(draws: Draws, shape: Shape, gain: float) -> Array:
    """Rows, or columns, that stand at right angles: lengths are kept."""
    rows, columns = int(np.prod(shape[:-1], dtype=int)), shape[-1] if shape else 1
    drawn = draws.normal(size=(max(rows, columns), min(rows, columns)))
    square, upper = np.linalg.qr(drawn)
    turned = square * np.sign(np.diag(upper))  # else the answer would lean to one side
    return gain * (turned if rows >= columns else turned.T).reshape(shape)


ROWS = (
    Initializer(
        "zeros",
        Words(
            "All zero: every neuron of a layer then stays like its neighbours.",
            "全部为零：同一层的神经元将始终彼此相同。",
        ),
        "0",
        lambda _draws, shape, _gain: np.zeros(shape),
    ),
    Initializer(
        "constant",
        Words("The same number everywhere: the gain.", "处处是同一个数，即增益。"),
        "c",
        lambda _draws, shape, gain: np.full(shape, gain),
        0.5,
    ),
    Initializer(
        "normal",
        Words("Drawn from a bell curve whose width is the gain.", "取自正态分布，宽度即增益。"),
        r"N(0, \text{gain}^2)",
        lambda draws, shape, gain: draws.normal(0.0, gain, shape),
        0.1,
    ),
    Initializer(
        "xavier",
        Words(
            "Xavier (Glorot): keeps the spread of values and gradients through tanh and sigmoid.",
            "Xavier（Glorot）：经过 tanh 与 sigmoid 后，值与梯度的方差大致不变。",
        ),
        r"N\left(0, \frac{2}{n_\text{in} + n_\text{out}}\right)",
        _xavier_normal,
    ),
    Initializer(
        "xavier_uniform",
        Words("Xavier's spread, drawn evenly.", "方差同 Xavier，均匀分布。"),
        r"U\left(\pm\sqrt{\frac{6}{n_\text{in} + n_\text{out}}}\right)",
        _xavier_uniform,
    ),
    Initializer(
        "he",
        Words(
            "He (Kaiming): keeps the spread of values through relu, which halves it.",
            "He（Kaiming）：relu 会使方差减半，此法予以补偿。",
        ),
        r"N\left(0, \frac{2}{n_\text{in}}\right)",
        _he_normal,
    ),
    Initializer(
        "he_uniform",
        Words("He's spread, drawn evenly.", "方差同 He，均匀分布。"),
        r"U\left(\pm\sqrt{\frac{6}{n_\text{in}}}\right)",
        _he_uniform,
    ),
    Initializer(
        "orthogonal",
        Words(
            "A random rotation: no direction is stretched or shrunk.",
            "随机正交矩阵：任何方向都不被拉伸或压缩。",
        ),
        r"W^\top W = I",
        _orthogonal,
    ),
)
INITIALIZERS = {row.name: row for row in ROWS}


def initial(name: str, shape: Shape, seed: int | Draws, gain: float | None = None) -> Array:
    """Weights of a shape, drawn in a way; the same seed always gives the same numbers."""
    row = INITIALIZERS[name]
    chosen = row.gain if gain is None else gain
    return np.asarray(row.draw(np.random.default_rng(seed), shape, chosen))
