"""What a tensor can be filled with at one press: plain patterns, and numbers that are drawn.

Which numbers are drawn is settled by the seed alone, as for the weights of the training lab.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

import numpy as np

from engine.errors import BadValue
from engine.figures import shape_text
from engine.op import Array, Shape
from engine.train.initializers import initial
from engine.words import Words

FillName = Literal["zeros", "ones", "identity", "normal", "xavier", "he"]


class Fill(NamedTuple):
    """One way of filling a tensor; `axes` says how many it is for, where that is not any number."""

    name: FillName
    words: Words
    make: Callable[[Shape, int], Array]  # (shape, seed) -> numbers
    seeded: bool = False
    axes: int | None = None


ROWS = (
    Fill("zeros", Words("zeros", "全 0"), lambda shape, _: np.zeros(shape)),
    Fill("ones", Words("ones", "全 1"), lambda shape, _: np.ones(shape)),
    Fill(
        "identity",
        Words("identity", "单位矩阵"),
        lambda shape, _: np.eye(shape[0], shape[1]),
        axes=2,
    ),
    Fill(
        "normal",
        Words("normal, spread 1", "正态，标准差 1"),
        lambda shape, seed: initial("normal", shape, seed, 1.0),
        seeded=True,
    ),
    Fill(
        "xavier",
        Words("Xavier: for tanh and sigmoid", "Xavier：配合 tanh 与 sigmoid"),
        lambda shape, seed: initial("xavier", shape, seed),
        seeded=True,
    ),
    Fill(
        "he",
        Words("He: for relu, a row per input", "He：配合 relu，每行一个输入"),
        lambda shape, seed: initial("he", shape, seed),
        seeded=True,
    ),
)
FILLS: dict[str, Fill] = {row.name: row for row in ROWS}


def filled(name: str, shape: Shape, seed: int) -> Array:
    """A tensor of a shape, filled in a way; the same seed always gives the same numbers."""
    row = FILLS[name]
    if row.axes is not None and len(shape) != row.axes:
        raise BadValue("fill_axes", fill=name, n=row.axes, shape=shape_text(shape))
    return row.make(shape, seed)


def as_axes(given: Array, axes: int | None) -> Array:
    """Without so many of its axes of length 1 that this many are left, if that can be: a row of a
    table may be meant as a vector."""
    spare = given.ndim - (axes or given.ndim)
    single = [axis for axis, length in enumerate(given.shape) if length == 1]
    return given.squeeze(tuple(single[:spare])) if 0 < spare <= len(single) else given
