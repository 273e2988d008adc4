"""A matrix turned over, and its diagonal: transpose, trace, diag."""

from __future__ import annotations

import numpy as np

from engine.mathematics import Value
from engine.op import Case, Op, Shape, Spelling
from engine.ops.entries import by_arrays
from engine.ops.forms import linear, no_work
from engine.ops.needs import MATRIX, VECTOR_OR_MATRIX, unfit
from engine.words import Words


def transpose(x: Value) -> Value:
    return np.transpose(x)


def turn_back(g: Value, _shape: Shape) -> Value:
    return np.transpose(g)


def trace(x: Value) -> Value:
    return np.trace(x)


def onto_the_diagonal(g: Value, shape: Shape) -> Value:
    """The gradient of a trace belongs to every entry of the diagonal, and to no other."""
    diagonal = np.eye(*shape[:2], dtype=np.bool_)
    return np.where(np.reshape(diagonal, shape[:2] + (1,) * len(shape[2:])), g, 0.0)


def shape_of_trace(x: Shape) -> Shape:
    if len(x) < 2:
        raise unfit("trace", x, MATRIX)
    return x[2:]


def diag(x: Value) -> Value:
    return np.diag(x)


def off_the_diagonal(g: Value, shape: Shape) -> Value:
    """Back from matrix to vector, or from the vector of a diagonal into a matrix."""
    if len(shape) == 1:
        return np.diagonal(g)
    along = (-1, 1) if shape[0] <= shape[1] else (1, -1)
    return np.where(np.eye(*shape, dtype=np.bool_), np.reshape(g, along), 0.0)


def shape_of_diag(x: Shape) -> Shape:
    if len(x) not in (1, 2):
        raise unfit("diag", x, VECTOR_OR_MATRIX)
    return (x[0], x[0]) if len(x) == 1 else (min(x),)


ROWS = (
    Op(
        name="transpose",
        family="linear algebra",
        glyph="ᵀ",
        signature="A",
        signs=(".T",),
        whole=linear(transpose, turn_back),
        shape=lambda x: x[::-1],
        work=no_work,
        symbolic=by_arrays(transpose),
        latex=r"{0}^\top",
        pulls=(r"{g}^\top",),
        spelling=Spelling(
            "np.transpose({0})",
            "torch.permute({0}, tuple(range({0}.dim()))[::-1])",
            "jnp.transpose({0})",
        ),
        pattern="mover",
        cases=tuple(Case((shape,)) for shape in ((2, 3), (3,), (), (2, 1, 3), (0, 2))),
        words=Words(
            "Rows become columns; the gradient is turned back the same way.",
            "行变成列；梯度也同样转置回去。",
        ),
    ),
    Op(
        name="trace",
        family="linear algebra",
        glyph="tr",
        signature="A",
        whole=linear(trace, onto_the_diagonal),
        shape=shape_of_trace,
        work=no_work,
        symbolic=by_arrays(trace),
        latex=r"\operatorname{{tr}}\,{0}",
        pulls=(r"{g}\,I",),
        spelling=Spelling(
            "np.trace({0})",
            "torch.diagonal({0}, dim1=0, dim2=1).sum(-1)",
            "jnp.trace({0})",
        ),
        pattern="spreader",
        cases=tuple(Case((shape,)) for shape in ((3, 3), (2, 3), (1, 1), (2, 2, 3), (0, 0))),
        words=Words(
            "The sum of the diagonal: each entry on it gets the gradient, all others nothing.",
            "对角线之和：对角线上的元素得到梯度，其余得不到。",
        ),
    ),
    Op(
        name="diag",
        family="linear algebra",
        glyph="diag",
        signature="x",
        whole=linear(diag, off_the_diagonal),
        shape=shape_of_diag,
        work=no_work,
        symbolic=by_arrays(diag),
        latex=r"\operatorname{{diag}}\left({0}\right)",
        pulls=(r"\operatorname{{diag}}({g})",),
        spelling=Spelling("np.diag({0})", "torch.diag({0})", "jnp.diag({0})"),
        pattern="mover",
        cases=tuple(Case((shape,)) for shape in ((3,), (1,), (3, 3), (2, 3), (3, 2), (0,), (0, 2))),
        words=Words(
            "Lays a vector on the diagonal of a matrix, or takes a matrix's diagonal as a vector; "
            "the gradient goes back the other way.",
            "把向量放到矩阵的对角线上，或取出矩阵的对角线；梯度反向走同一条路。",
        ),
    ),
)
