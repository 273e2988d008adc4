"""The same entries in another shape."""

from __future__ import annotations

import numpy as np

from engine.errors import BadArgument, ShapeMismatch
from engine.figures import shape_text
from engine.mathematics import Value
from engine.op import Case, Op, Shape, Spelling, elements
from engine.ops.entries import by_arrays
from engine.ops.forms import linear, no_work
from engine.words import Words

PLACES = "The gradient goes back to where each entry came from."
PLACES_ZH = "梯度回到每个元素原来的位置。"


def reshape(x: Value, shape: int | Shape) -> Value:
    return np.reshape(x, shape)


def shape_back(g: Value, before: Shape, shape: int | Shape) -> Value:
    return np.reshape(g, before)


def shape_of_reshape(x: Shape, shape: int | Shape) -> Shape:
    """As asked for; one -1 stands for whatever length is left."""
    asked = lengths(shape, open_ends=1)
    rest = elements(tuple(length for length in asked if length != -1))
    left = elements(x) // max(rest, 1)
    filled = tuple(left if length == -1 else length for length in asked)
    if elements(filled) != elements(x) or (-1 in asked and not rest):
        raise ShapeMismatch("reshape_count", s1=shape_text(x), n=elements(x), s2=shape_text(asked))
    return filled


def lengths(shape: int | Shape, open_ends: int = 0) -> Shape:
    asked = shape if isinstance(shape, tuple) else (shape,)
    if any(length < -1 for length in asked) or asked.count(-1) > open_ends:
        raise BadArgument("bad_shape", s2=shape_text(asked))
    return asked


ROWS = (
    Op(
        name="reshape",
        family="shape",
        glyph="reshape",
        signature="x, shape",
        whole=linear(reshape, shape_back),
        shape=shape_of_reshape,
        work=no_work,
        symbolic=by_arrays(reshape),
        pulls=(r"\operatorname{{reshape}}({g})",),
        spelling=Spelling(
            "np.reshape({0}, {shape})", "torch.reshape({0}, {shape})", "jnp.reshape({0}, {shape})"
        ),
        pattern="mover",
        cases=(
            Case(((2, 3),), {"shape": (3, 2)}),
            Case(((2, 3),), {"shape": 6}),
            Case(((4,),), {"shape": (2, -1)}),
            Case(((),), {"shape": (1, 1)}),
            Case(((1,),), {"shape": ()}),
            Case(((0, 2),), {"shape": (2, 0)}),
        ),
        words=Words(
            f"The same entries in another shape. {PLACES}",
            f"同样的元素换一个形状。{PLACES_ZH}",
        ),
    ),
)
