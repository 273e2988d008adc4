"""What turns on the inverse of a matrix: itself, the systems it solves, a logarithm's slope."""

from __future__ import annotations

from typing import Any

import numpy as np
import sympy as sp

from engine.mathematics import Value
from engine.op import Case, Domain, Shape, Spelling, Whole, elements, unbroadcast
from engine.ops.determinants import cofactors, eliminated, over_matrices, square_row
from engine.ops.entries import by_arrays, of_matrices
from engine.ops.forms import moving
from engine.ops.needs import broadcast_stacks, differ, require_square
from engine.ops.products import as_column, swapped
from engine.words import Words

LIMIT_OF_CONDITION = 1.0 / float(np.finfo(float).eps)  # beyond it no digit of an inverse is right


def logdet(a: Value) -> Value:
    return np.linalg.slogdet(a)[1]


def pull_logdet(_port: int, g: Value, _out: Value, a: Value) -> Value:
    return over_matrices(g, a) * swapped(inv(a))


def push_logdet(_port: int, t: Value, _out: Value, a: Value) -> Value:
    return np.sum(moving(t, swapped(inv(a))), axis=(-2, -1))


def inv(a: Value) -> Value:
    """The inverse; where there is none, cofactors over a determinant of 0: inf and nan."""
    try:
        return np.linalg.inv(a)
    except np.linalg.LinAlgError:
        regular = np.not_equal(np.linalg.slogdet(a)[0], 0.0)[..., None, None]
        ordinary = np.linalg.inv(np.where(regular, a, np.eye(np.shape(a)[-1])))
        return np.where(regular, ordinary, np.divide(swapped(cofactors(a)), 0.0))


def pull_inv(_port: int, g: Value, out: Value, _a: Value) -> Value:
    turned = swapped(out)
    return -np.matmul(np.matmul(turned, g), turned)


def push_inv(_port: int, t: Value, out: Value, _a: Value) -> Value:
    return -np.matmul(out, np.matmul(t, out))


def solve(a: Value, b: Value) -> Value:
    """The x of a @ x = b, for every column of b; a single vector b stays a vector."""
    return _as_typed(_solved(a, as_column(b)), b)


def _solved(a: Value, columns: Value) -> Value:
    missing = max(np.ndim(a) - np.ndim(columns), 0)  # or NumPy 1 would take columns for vectors
    try:
        return np.linalg.solve(a, np.reshape(columns, (1,) * missing + np.shape(columns)))
    except np.linalg.LinAlgError:
        return np.matmul(inv(a), columns)


def _as_typed(columns: Value, b: Value) -> Value:
    return np.squeeze(columns, -1) if np.ndim(b) == 1 else columns


def _as_columns(x: Value, b: Value) -> Value:
    return np.expand_dims(x, -1) if np.ndim(b) == 1 else x


def pull_solve(port: int, g: Value, out: Value, a: Value, b: Value) -> Value:
    back = _solved_back(a, _as_columns(g, b))
    if port == 1:
        return np.reshape(unbroadcast(back, np.shape(as_column(b))), np.shape(b))
    return unbroadcast(-np.matmul(back, swapped(_as_columns(out, b))), np.shape(a))


def _solved_back(a: Value, g: Value) -> Value:
    """The transposed system; elimination would smear an infinite gradient over all its unknowns."""
    back = _solved(swapped(a), g)
    ordinary = np.all(np.isfinite(g), axis=-2, keepdims=True)
    if np.all(ordinary):
        return back
    inverse = _solved(a, np.eye(np.shape(a)[-1]))  # the very columns that forward mode pushes
    return np.where(ordinary, back, np.matmul(swapped(inverse), g))


def push_solve(port: int, t: Value, out: Value, a: Value, b: Value) -> Value:
    if port == 1:
        return solve(a, t)
    return _as_typed(-_solved(a, np.matmul(t, _as_columns(out, b))), b)


def shape_of_inv(a: Shape) -> Shape:
    require_square("inv", a)
    return a


def shape_of_solve(a: Shape, b: Shape) -> Shape:
    require_square("solve", a)
    rows = b[:1] if len(b) == 1 else b[-2:-1]
    if not b:
        raise differ("solve_number", a, b)
    if rows != a[-1:]:
        raise differ("solve_rows", a, b, k1=a[-1], k2=rows[0])
    return a[:-1] if len(b) == 1 else broadcast_stacks(a, b) + b[-2:]


def _invertible(a: Value, *_: Value) -> Any:
    """Far enough from singular that the answer has a right digit."""
    return np.size(a) == 0 or np.all(np.linalg.cond(a, 1) < LIMIT_OF_CONDITION)


INVERTIBLE = Domain(
    _invertible, Words("a matrix that has an inverse", "可逆的矩阵"), "singular-matrix"
)
SYSTEMS = tuple(
    map(
        Case,
        (
            ((2, 2), (2,)), ((3, 3), (3, 2)), ((1, 1), (1,)), ((2, 2, 2), (2,)),
            ((2, 2, 2), (2, 1)), ((2, 2), (3, 2, 1)), ((0, 0), (0,)), ((2, 2), (2, 0)),
        ),
    )
)  # fmt: skip


ROWS = (
    square_row(
        "logdet", "ln|det|", Whole(logdet, pull_logdet, push_logdet),
        "The logarithm of the determinant's absolute value; "
        "the gradient goes back times the inverse, transposed.",
        "行列式绝对值的对数；梯度乘以逆矩阵的转置后传回。",
        shape=lambda a: require_square("logdet", a), domain=INVERTIBLE,
        symbolic=of_matrices(lambda a: sp.log(sp.sqrt(a.det() ** 2))),
        latex=r"\ln\left|\det {0}\right|", pulls=(r"{g}\,{0}^{{-\top}}",),
        spelling=Spelling(
            "np.linalg.slogdet({0})[1]",
            "torch.linalg.slogdet({0})[1]",
            "jnp.linalg.slogdet({0})[1]",
        ),
    ),
    square_row(
        "inv", "⁻¹", Whole(inv, pull_inv, push_inv),
        "The inverse; the gradient is turned by the inverse on both sides, and changes its sign.",
        "逆矩阵；梯度两侧各乘逆矩阵的转置，并变号。",
        shape=shape_of_inv, domain=INVERTIBLE, symbolic=of_matrices(lambda a: a.inv()),
        latex=r"{0}^{{-1}}", pulls=(r"-{out}^\top {g}\,{out}^\top",),
        spelling=Spelling("np.linalg.inv({0})", "torch.linalg.inv({0})", "jnp.linalg.inv({0})"),
    ),
    square_row(
        "solve", "A⁻¹b", Whole(solve, pull_solve, push_solve),
        "Solves A x = b; the gradient solves the transposed system on its way to b, "
        "and meets x on its way to A.",
        "解 A x = b；梯度传给 b 时解转置的方程组，传给 A 时再与 x 相乘。",
        signature="A, b", shape=shape_of_solve, domain=INVERTIBLE,
        work=lambda out, a, b: eliminated(out, a) + elements(b) * a[-1],
        symbolic=lambda a, b: by_arrays(np.matmul)(of_matrices(lambda m: m.inv())(a), b),
        latex=r"{0}^{{-1}}\,{1}", cases=SYSTEMS,
        pulls=(r"-\left({0}^{{-\top}} {g}\right){out}^\top", r"{0}^{{-\top}} {g}"),
        spelling=Spelling(
            "np.linalg.solve({0}, {1})",
            "torch.linalg.solve({0}, {1})",
            "jnp.linalg.solve({0}, {1})",
        ),
    ),
)  # fmt: skip
