"""Products of vectors and matrices: dot, outer and matrix product.

Each is linear in either operand while the other rests, so that a tangent runs through the same
product, and a gradient meets the other operand, turned so that the shapes fit.
"""

from __future__ import annotations

import numpy as np

from engine.mathematics import Value
from engine.op import Case, Op, Shape, Spelling, elements, unbroadcast
from engine.ops.entries import by_arrays
from engine.ops.forms import bilinear
from engine.ops.needs import broadcast_stacks, differ
from engine.words import Words


def swapped(x: Value) -> Value:
    """A matrix, or each one of a stack, transposed."""
    return np.swapaxes(x, -1, -2)


def as_row(a: Value) -> Value:
    """The left operand of `@` as a matrix: a vector is one row."""
    return np.reshape(a, (1, -1)) if np.ndim(a) == 1 else a


def as_column(b: Value) -> Value:
    """The right operand of `@` as a matrix: a vector is one column."""
    return np.reshape(b, (-1, 1)) if np.ndim(b) == 1 else b


def _as_product(g: Value, a: Value, b: Value) -> Value:
    """A gradient in the shape that the product of the two matrices has."""
    left, right = np.shape(as_row(a)), np.shape(as_column(b))
    stack = np.broadcast_shapes(left[:-2], right[:-2])
    return np.reshape(g, (*stack, left[-2], right[-1]))


def matmul(a: Value, b: Value) -> Value:
    return np.matmul(a, b)


def matmul_first(g: Value, a: Value, b: Value) -> Value:
    product = np.matmul(_as_product(g, a, b), swapped(as_column(b)))
    return np.reshape(unbroadcast(product, np.shape(as_row(a))), np.shape(a))


def matmul_second(g: Value, a: Value, b: Value) -> Value:
    product = np.matmul(swapped(as_row(a)), _as_product(g, a, b))
    return np.reshape(unbroadcast(product, np.shape(as_column(b))), np.shape(b))


def shape_of_matmul(a: Shape, b: Shape) -> Shape:
    if not a or not b:
        raise differ("matmul_of_number", a, b)
    _require_inner("`@`", a, b)
    return broadcast_stacks(a, b) + a[-2:-1] + (b[-1:] if len(b) > 1 else ())


def _require_inner(sign: str, a: Shape, b: Shape) -> None:
    inner = b[-2] if len(b) > 1 else b[-1]
    if a[-1] != inner:
        raise differ("shape_mismatch", a, b, f=sign, k1=a[-1], k2=inner)


def dot(a: Value, b: Value) -> Value:
    return np.dot(a, b)


def dot_first(g: Value, a: Value, b: Value) -> Value:
    """Sum over every axis that b brought into the product."""
    if np.ndim(a) == 0 or np.ndim(b) == 0:
        return unbroadcast(np.multiply(g, b), np.shape(a))
    brought = np.ndim(b) - 1
    inner_last = b if brought == 0 else np.moveaxis(b, -2, -1)
    return np.tensordot(g, inner_last, brought)


def dot_second(g: Value, a: Value, b: Value) -> Value:
    """Sum over every axis that a brought into the product."""
    if np.ndim(a) == 0 or np.ndim(b) == 0:
        return unbroadcast(np.multiply(g, a), np.shape(b))
    brought = np.ndim(a) - 1
    inner_first = np.tensordot(np.moveaxis(a, -1, 0), g, brought)
    return inner_first if np.ndim(b) == 1 else np.moveaxis(inner_first, 0, -2)


def shape_of_dot(a: Shape, b: Shape) -> Shape:
    if not a or not b:
        return a + b
    _require_inner("`dot`", a, b)
    return a[:-1] + b[:-2] + (b[-1:] if len(b) > 1 else ())


def outer(a: Value, b: Value) -> Value:
    return np.outer(a, b)


def outer_first(g: Value, a: Value, b: Value) -> Value:
    return np.reshape(np.matmul(g, np.reshape(b, -1)), np.shape(a))


def outer_second(g: Value, a: Value, b: Value) -> Value:
    return np.reshape(np.matmul(np.reshape(a, -1), g), np.shape(b))


def shape_of_outer(a: Shape, b: Shape) -> Shape:
    return elements(a), elements(b)


def _pairs(*pairs: tuple[Shape, Shape]) -> tuple[Case, ...]:
    return tuple(map(Case, pairs))


VECTORS_AND_MATRICES = _pairs(
    ((3,), (3,)), ((2, 3), (3,)), ((3,), (3, 2)), ((2, 3), (3, 2)), ((1, 1), (1, 1)),
    ((2, 0), (0, 3)), ((0,), (0,)), ((0, 2), (2, 3)),
)  # fmt: skip
STACKS = _pairs(
    ((2, 2, 3), (3, 1)), ((2, 3), (2, 3, 1)), ((2, 1, 2, 3), (3, 3, 2)), ((2, 2, 3), (3,)),
    ((3,), (2, 3, 2)), ((1, 2, 2), (3, 2, 1)), ((0, 2, 3), (3, 2)),
)  # fmt: skip

ROWS = (
    Op(
        name="matmul",
        family="linear algebra",
        glyph="@",
        signature="A, B",
        signs=("@",),
        whole=bilinear(matmul, matmul_first, matmul_second),
        shape=shape_of_matmul,
        work=lambda out, a, b: elements(out) * a[-1],
        symbolic=by_arrays(matmul),
        latex=r"{0}\,{1}",
        pulls=(r"{g}\,{1}^\top", r"{0}^\top {g}"),
        spelling=Spelling("({0} @ {1})", "({0} @ {1})", "({0} @ {1})"),
        pattern="mixer",
        cases=VECTORS_AND_MATRICES + STACKS,
        words=Words(
            "A matrix product hands each factor the gradient times the other factor transposed.",
            "矩阵乘法把梯度与另一个因子的转置相乘，传给每个因子。",
        ),
    ),
    Op(
        name="dot",
        family="linear algebra",
        glyph="·",
        signature="a, b",
        whole=bilinear(dot, dot_first, dot_second),
        shape=shape_of_dot,
        work=lambda out, a, _b: elements(out) * (a[-1] if a else 1),
        symbolic=by_arrays(dot),
        latex=r"{0}\cdot {1}",
        pulls=(r"{g}\,{1}", r"{g}\,{0}"),
        spelling=Spelling(
            "np.dot({0}, {1})", "torch.tensordot({0}, {1}, dims=1)", "jnp.dot({0}, {1})"
        ),
        pattern="swapper",
        cases=_pairs(((), ()), ((), (3,)), ((2, 2), ()), ((2, 2, 2), (3, 2, 2)), ((2, 1, 3), (3,)))
        + VECTORS_AND_MATRICES,
        words=Words(
            "A dot product hands each vector the gradient times the other vector.",
            "点积把梯度乘以另一个向量，传给每个向量。",
        ),
    ),
    Op(
        name="outer",
        family="linear algebra",
        glyph="⊗",
        signature="a, b",
        whole=bilinear(outer, outer_first, outer_second),
        shape=shape_of_outer,
        symbolic=by_arrays(outer),
        latex=r"{0}\,{1}^\top",
        pulls=(r"{g}\,{1}", r"{g}^\top {0}"),
        spelling=Spelling(
            "np.outer({0}, {1})",
            "torch.outer({0}.flatten(), {1}.flatten())",
            "jnp.outer({0}, {1})",
        ),
        pattern="swapper",
        cases=_pairs(((3,), (2,)), ((1,), (1,)), ((), (2,)), ((2, 2), (2,)), ((0,), (3,))),
        words=Words(
            "Every entry of one vector times every entry of the other; each vector gets "
            "the gradient matrix times the other vector.",
            "一个向量的每个元素乘以另一个的每个元素；每个向量得到梯度矩阵乘以另一个向量。",
        ),
    ),
)
